package figure

import (
	"testing"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/money"
	"github.com/etablera/etablera/internal/programme"
)

func factsOf() *programme.Snapshot {
	from := func(place string) programme.Provenance {
		return programme.Provenance{Source: programme.Citation{ID: "delred1", Place: place}}
	}
	return &programme.Snapshot{
		OfficeTypes: []programme.OfficeType{{ID: "large", Staff: programme.Between(10, 20), Provenance: from("4.3"),
			Costs: []programme.UnitCost{{Kind: programme.Running, Amount: programme.ExactAmount(1530 * money.Mnkr / 100), Provenance: from("4.4")}}}},
		Offices: []programme.Office{{ID: "boden", Municipality: "Boden", Position: &programme.Position{Lat: 65.8}, Provenance: from("2.2")}},
		OfficeEvents: []programme.Event{{Office: "boden", Kind: programme.Opened,
			Date: civil.Span{First: civil.MustDate("2023-06-12"), Last: civil.MustDate("2023-06-16")}, Provenance: from("x")}},
	}
}

// A fact is found by id or number, has the unit of its field, and the nearest source above it.
func TestFactsByAddress(t *testing.T) {
	book := NewFacts(factsOf())
	for a, want := range map[Address][2]string{
		FactAt("office-types", "large", "staff"):              {"count 10..20", "delred1 4.3"},
		FactAt("office-types", "large", "costs", 1, "amount"): {"money 1530000000", "delred1 4.4"},
		FactAt("offices", "boden", "municipality"):            {"words Boden", "delred1 2.2"},
		FactAt("offices", "boden", "position", "lat"):         {"words 65.8", "delred1 2.2"},
		FactAt("events", 1, "date"):                           {"date 2023-06-12..2023-06-16", "delred1 x"},
		FactAt("offices", 1, "lease-end"):                     {"date ?", "delred1 2.2"},
	} {
		f, ok := book.Figure(a)
		if !ok || f.Value.Canonical() != want[0] || f.Origin.Source.String() != want[1] || f.Rule != Fact {
			t.Errorf("%s = %q from %q (%v), want %q from %q", a, f.Value.Canonical(), f.Origin.Source, ok, want[0], want[1])
		}
	}
}

func TestFactsThatAreNotThere(t *testing.T) {
	book := NewFacts(factsOf())
	for _, a := range []Address{"facts/offices", "facts/offices/kiruna/name", "facts/offices/2/name", "facts/offices/boden",
		"facts/offices/boden/colour", "facts/nothing/1/x", "plan/x/y", "facts/events/0/date", "facts/office-types/large/costs/-1/amount"} {
		if f, ok := book.Figure(a); ok {
			t.Errorf("%s = %+v, want nothing", a, f)
		}
	}
}

// Every listed address has a figure, and every stated field is listed.
func TestFactsListsWhatItAnswersFor(t *testing.T) {
	book := NewFacts(factsOf())
	n := 0
	for a := range book.Addresses() {
		n++
		if _, ok := book.Figure(a); !ok {
			t.Errorf("%s is listed but not answered for", a)
		}
	}
	if n != 7 { // large: id, staff; boden: id, municipality; event: office, kind, date
		t.Errorf("%d addresses are listed", n)
	}
}
