package change

import (
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"github.com/etablera/etablera/examples"
	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/folder"
	"github.com/etablera/etablera/internal/money"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/register"
	"pgregory.net/rapid"
)

func TestFactsThatDiffer(t *testing.T) {
	opened := func(office, day, source string) programme.Event {
		return programme.Event{Office: programme.OfficeID(office), Kind: programme.Opened, Date: span(day), Provenance: from(source)}
	}
	for _, c := range []struct {
		name          string
		before, after programme.Snapshot
		want          string
	}{
		{name: "nothing", before: *small(), after: *small()},
		{
			name:   "the day of the programme",
			before: programme.Snapshot{Programme: programme.Meta{ID: "p", AsOf: civil.MustDate("2021-09-24")}},
			after:  programme.Snapshot{Programme: programme.Meta{ID: "p", AsOf: civil.MustDate("2021-10-01")}},
			want:   "changed facts/programme/as-of: 2021-09-24 → 2021-10-01\n",
		},
		{
			name:   "fields by their names, and what was unknown is added",
			before: programme.Snapshot{Offices: []programme.Office{{ID: "boden", Name: "Boden", LeaseEnd: span("2025")}}},
			after: programme.Snapshot{Offices: []programme.Office{{ID: "boden", Name: "Boden C", Locality: "Boden",
				Serves: []string{"A", "B"}}}},
			want: "changed facts/offices/boden/name: Boden → Boden C\nadded facts/offices/boden/locality:  → Boden\n" +
				"added facts/offices/boden/serves:  → [A, B]\nremoved facts/offices/boden/lease-end: 2025 → \n",
		},
		{
			name:   "records with an id may stand in any order",
			before: programme.Snapshot{Offices: []programme.Office{{ID: "a", Name: "A"}, {ID: "b", Name: "B"}}},
			after:  programme.Snapshot{Offices: []programme.Office{{ID: "c", Name: "C: D", Provenance: from("x 1")}, {ID: "b", Name: "B"}}},
			want:   "removed facts/offices/a: {id: a, name: A} → \nadded facts/offices/c:  → {id: c, name: \"C: D\", source: x 1}\n",
		},
		{
			name:   "records without an id are a bag: one of two equal ones is gone, one has moved",
			before: programme.Snapshot{OfficeEvents: []programme.Event{opened("a", "2022-06-01", "x"), opened("b", "2022", ""), opened("b", "2022", "")}},
			after:  programme.Snapshot{OfficeEvents: []programme.Event{opened("b", "2022", ""), opened("c", "2023-01", ""), opened("a", "2022-06-01", "x")}},
			want: "removed facts/events/" + key(opened("b", "2022", "")) + ": {office: b, kind: opened, date: 2022} → \n" +
				"added facts/events/" + key(opened("c", "2023-01", "")) + ":  → {office: c, kind: opened, date: 2023-01}\n",
		},
		{
			name:   "lists within records, with and without ids",
			before: programme.Snapshot{Mandates: []programme.Mandate{{ID: "m", Clauses: []programme.Clause{{ID: "k", Minimum: programme.Exactly(28)}}}}, OfficeTypes: []programme.OfficeType{{ID: "large", Costs: []programme.UnitCost{{Kind: programme.Running, Amount: programme.ExactAmount(15 * money.Mnkr)}}}}},
			after:  programme.Snapshot{Mandates: []programme.Mandate{{ID: "m", Clauses: []programme.Clause{{ID: "k", Minimum: programme.Exactly(30)}}}}, OfficeTypes: []programme.OfficeType{{ID: "large", Costs: []programme.UnitCost{{Kind: programme.Running, Amount: programme.ExactAmount(16 * money.Mnkr)}}}}},
			want: "changed facts/mandates/m/clauses/k/minimum: 28 → 30\n" +
				"removed facts/office-types/large/costs/1: {kind: running, amount: 15 mnkr} → \n" +
				"added facts/office-types/large/costs/1:  → {kind: running, amount: 16 mnkr}\n",
		},
		{
			name:   "a position as a whole, then its parts",
			before: programme.Snapshot{Offices: []programme.Office{{ID: "a"}, {ID: "b", Position: &programme.Position{Lat: 65.8}}}},
			after:  programme.Snapshot{Offices: []programme.Office{{ID: "a", Position: &programme.Position{Lat: 65.8, Lon: 21.7}}, {ID: "b", Position: &programme.Position{Lat: 65.9}}}},
			want:   "added facts/offices/a/position:  → {lat: 65.8, lon: 21.7}\nchanged facts/offices/b/position/lat: 65.8 → 65.9\n",
		},
		{
			name:   "the source of a fact, and its English name",
			before: programme.Snapshot{Rounds: []programme.Round{{ID: "r", Name: programme.Text{Sv: "Omgång 1"}, Provenance: from("a 1")}}},
			after:  programme.Snapshot{Rounds: []programme.Round{{ID: "r", Name: programme.Text{Sv: "Omgång 1", En: "Round 1"}, Provenance: from("a 2")}}},
			want: "changed facts/rounds/r/name: Omgång 1 → {sv: Omgång 1, en: Round 1}\n" +
				"changed facts/rounds/r/source: a 1 → a 2\n",
		},
		{
			name:   "an empty list says as little as none",
			before: programme.Snapshot{Offices: []programme.Office{{ID: "a", Serves: []string{}}}},
			after:  programme.Snapshot{Offices: []programme.Office{{ID: "a"}}},
		},
		{
			name:   "a second record with an id that is taken counts as one without",
			before: programme.Snapshot{Offices: []programme.Office{{ID: "a", Name: "A"}, {ID: "a", Name: "B"}}},
			after:  programme.Snapshot{Offices: []programme.Office{{ID: "a", Name: "A"}, {ID: "a", Name: "C"}}},
			want: "removed facts/offices/" + key(programme.Office{ID: "a", Name: "B"}) + ": {id: a, name: B} → \n" +
				"added facts/offices/" + key(programme.Office{ID: "a", Name: "C"}) + ":  → {id: a, name: C}\n",
		},
	} {
		if got := lines(compareFacts(&c.before, &c.after).changes); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

func small() *programme.Snapshot {
	return &programme.Snapshot{Programme: programme.Meta{ID: "p"}, Offices: []programme.Office{{ID: "a", Position: &programme.Position{Lat: 60}}}}
}

// example is the mandate of 2021 with all that was learnt later.
func example(t testing.TB) *programme.Snapshot {
	t.Helper()
	s, _, mistakes := folder.Read(examples.Uppdrag2021(), register.Names())
	if folder.HasErrors(mistakes) {
		t.Fatal(mistakes)
	}
	return s
}

// The order in which records are written says nothing.
func TestOrderSaysNothing(t *testing.T) {
	s := example(t)
	shuffled := *s
	v := reflect.ValueOf(&shuffled).Elem()
	r := rand.New(rand.NewPCG(1, 1))
	for i := range v.NumField() {
		if list := v.Field(i); list.Kind() == reflect.Slice {
			copied := reflect.MakeSlice(list.Type(), list.Len(), list.Len())
			for to, at := range r.Perm(list.Len()) {
				copied.Index(to).Set(list.Index(at))
			}
			list.Set(copied)
		}
	}
	if c := compareFacts(s, &shuffled).changes; len(c) != 0 {
		t.Errorf("%d changes, the first %+v", len(c), c[0])
	}
}

// leaves calls visit for every stated value that is compared as one, with the
// record's own slices and pointers copied, so that a change stays in the copy.
func leaves(v reflect.Value, visit func(reflect.Value)) {
	switch {
	case isScalar(v.Type()):
		if figure.IsStated(v) {
			visit(v)
		}
	case v.Kind() == reflect.Pointer:
		if !v.IsNil() {
			c := reflect.New(v.Type().Elem())
			c.Elem().Set(v.Elem())
			v.Set(c)
			leaves(c.Elem(), visit)
		}
	case v.Kind() == reflect.Slice:
		c := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		reflect.Copy(c, v)
		v.Set(c)
		for i := range v.Len() {
			leaves(v.Index(i), visit)
		}
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			leaves(v.Field(i), visit)
		}
	}
}

// No stated value can be taken away unseen, whatever its section and depth: the
// change is seen from both sides, with the kinds the other way round.
func TestNothingIsLostUnseen(t *testing.T) {
	s := example(t)
	total := 0
	leaves(reflect.ValueOf(clone(s)).Elem(), func(reflect.Value) { total++ })
	if total < 500 {
		t.Fatalf("only %d values", total)
	}
	rapid.Check(t, func(t *rapid.T) {
		changed := clone(s)
		at, n := rapid.IntRange(0, total-1).Draw(t, "value"), 0
		leaves(reflect.ValueOf(changed).Elem(), func(v reflect.Value) {
			if n == at {
				v.SetZero()
			}
			n++
		})
		there, back := compareFacts(s, changed).changes, compareFacts(changed, s).changes
		if len(there) == 0 || len(there) != len(back) {
			t.Fatalf("%d changes there, %d back", len(there), len(back))
		}
		count := map[Kind]int{}
		for i := range there {
			count[there[i].Kind]++
			count[back[i].Kind]--
		}
		if count[Changed] != 0 || count[Added] != -count[Removed] {
			t.Fatalf("%s\nand back\n%s", lines(there), lines(back))
		}
	})
}

func clone(s *programme.Snapshot) *programme.Snapshot {
	c := *s
	leaves(reflect.ValueOf(&c).Elem(), func(reflect.Value) {})
	return &c
}

// Two contents are equal only where the values are: signs of the form within a
// text are quoted.
func TestContentTellsApart(t *testing.T) {
	seen := map[string]programme.Office{}
	for _, o := range []programme.Office{
		{Serves: []string{"a, b"}}, {Serves: []string{"a", "b"}}, {Serves: []string{"a", "b", ""}}, {Serves: []string{`"a"`, "b"}},
		{Name: "a, locality: b"}, {Name: "a", Locality: "b"}, {Name: "a "}, {Name: "a"}, {Name: "a\n"},
		{Position: &programme.Position{}}, {}, {Name: "{}"},
	} {
		text := figure.Content(reflect.ValueOf(o))
		if other, taken := seen[text]; taken {
			t.Errorf("%+v and %+v are both %s", o, other, text)
		}
		seen[text] = o
		if strings.Contains(text, "\n") {
			t.Errorf("%q breaks the line", text)
		}
	}
}
