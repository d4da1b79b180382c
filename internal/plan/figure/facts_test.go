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

func networkCount(n int) programme.NetworkCount {
	return programme.NetworkCount{Offices: programme.Exactly(n), Provenance: programme.Provenance{Source: programme.Citation{ID: "s"}}}
}

// A record without id is addressed by its content: by number it answers with
// that address, which is the same whatever stands around it. Equal records share
// one; a change of anything stated, the source too, makes another.
func TestRecordsWithoutIDAreNamedByContent(t *testing.T) {
	at := func(s *programme.Snapshot, n int) Address {
		f, ok := NewFacts(s).Figure(FactAt("network-counts", n, "offices"))
		again, same := NewFacts(s).Figure(f.Address)
		if !ok || !same || again.Address != f.Address || again.Value != f.Value {
			t.Fatalf("number %d of %v: %+v, then %+v", n, s.NetworkCounts, f, again)
		}
		return f.Address
	}
	alone := at(&programme.Snapshot{NetworkCounts: []programme.NetworkCount{networkCount(141)}}, 1)
	among := &programme.Snapshot{NetworkCounts: []programme.NetworkCount{networkCount(7), networkCount(8), networkCount(141), networkCount(7)}}
	if got := at(among, 3); got != alone || len(alone) != len("facts/network-counts/12345678/offices") {
		t.Errorf("%s alone, %s among others", alone, got)
	}
	if at(among, 1) != at(among, 4) || at(among, 1) == at(among, 2) {
		t.Error("equal records differ, or others do not")
	}
	other := networkCount(141)
	other.Source.Place = "2"
	if at(&programme.Snapshot{NetworkCounts: []programme.NetworkCount{other}}, 1) == alone {
		t.Error("another source, but the same address")
	}
	for _, a := range []Address{"facts/network-counts/00000001/offices", "facts/network-counts/5/offices", "facts/network-counts/0/offices"} {
		if f, ok := NewFacts(among).Figure(a); ok {
			t.Errorf("%s = %+v", a, f)
		}
	}
}

// The second of two records with one id is not lost: it counts as one without.
func TestSecondRecordOfAnID(t *testing.T) {
	s := &programme.Snapshot{Offices: []programme.Office{{ID: "a", Name: "A"}, {ID: "a", Name: "B"}}}
	f, ok := NewFacts(s).Figure(FactAt("offices", 2, "name"))
	if !ok || f.Value.Words != "B" || f.Address == "facts/offices/a/name" {
		t.Errorf("%+v", f)
	}
	if f, _ := NewFacts(s).Figure(FactAt("offices", 1, "name")); f.Address != "facts/offices/a/name" {
		t.Errorf("%+v", f)
	}
}

// What lies under a figure is the same in whatever order the records stand.
func TestInputHashKnowsNoOrder(t *testing.T) {
	hash := func(numbers ...int) string {
		s := &programme.Snapshot{}
		sum := Figure{Address: "t/sum", Rule: Sum}
		for i, n := range numbers {
			s.NetworkCounts = append(s.NetworkCounts, networkCount(n))
			if n > 0 { // the sum does not rest on the negative ones
				sum.Inputs = append(sum.Inputs, FactAt("network-counts", i+1, "offices"))
			}
		}
		n, err := Explain(Shelf{"t": shelfOf{"t/sum": sum}, FactsSegment: NewFacts(s)}, "t/sum", 0)
		if err != nil {
			t.Fatal(err)
		}
		return n.InputHash()
	}
	if hash(1, 2, 3) != hash(-1, 3, 1, -2, 2) {
		t.Error("the order, or a fact that the sum does not rest on, changes the hash")
	}
	if hash(1, 2, 3) == hash(1, 2, 4) || hash(1, 2) == hash(1, 2, 2) {
		t.Error("other facts, but the same hash")
	}
}
