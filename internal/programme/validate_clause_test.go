package programme

import (
	"reflect"
	"slices"
	"testing"
)

// stated has a value in every field that clauses may read.
var stated = Clause{Minimum: Exactly(1), Count: Exactly(1), Round: "omgang-1", Window: span("2022"), Share: Whole, Municipalities: []string{"Boden"},
	Regions: []string{"Malmö"}, Except: []string{"Laholm"}, ListYear: 2021, Within: 500, MinimumRegions: Exactly(1), Parties: []PartyID{"ssc"},
	PartyKind: Municipality, Body: "ssc", Deliverable: "delred"}

// clauseOf makes a clause of a kind with the named fields stated.
func clauseOf(kind ClauseKind, fields ...string) Clause {
	c := Clause{ID: "villkor", Kind: kind, Strength: Shall, Text: Text{Sv: "Villkor"}}
	from, to := reflect.ValueOf(stated), reflect.ValueOf(&c).Elem()
	for i := range to.NumField() {
		if slices.Contains(fields, to.Type().Field(i).Tag.Get("yaml")) {
			to.Field(i).Set(from.Field(i))
		}
	}
	return c
}

func check(c Clause) []string {
	s := sound()
	s.Mandates[0].Clauses = []Clause{c}
	var keys []string
	for _, p := range Validate(s, trial) {
		keys = append(keys, p.Path+" "+p.Key)
	}
	return keys
}

// A clause with what its kind needs is sound; without one of them, or with one
// field more than the kind reads, it is not. So for every kind.
func TestClauseFields(t *testing.T) {
	if len(ClauseReads) != len(ClauseKinds) {
		t.Errorf("%d kinds, %d rows in the table", len(ClauseKinds), len(ClauseReads))
	}
	for _, kind := range ClauseKinds {
		reads := ClauseReads[kind]
		full := slices.Concat(reads.Needs, reads.OneOf, reads.May)
		if got := check(clauseOf(kind, full...)); got != nil {
			t.Errorf("%s with all it reads: %v", kind, got)
		}
		for _, name := range reads.Needs {
			less := slices.DeleteFunc(slices.Clone(full), func(f string) bool { return f == name })
			want := "mandates[0].clauses[0]." + name + " programme.clause-needs"
			if got := check(clauseOf(kind, less...)); !slices.Equal(got, []string{want}) {
				t.Errorf("%s without %s: %v", kind, name, got)
			}
		}
		if len(reads.OneOf) > 0 {
			want := "mandates[0].clauses[0]." + reads.OneOf[0] + " programme.clause-one-of"
			if got := check(clauseOf(kind, slices.Concat(reads.Needs, reads.May)...)); !slices.Equal(got, []string{want}) {
				t.Errorf("%s with neither of %v: %v", kind, reads.OneOf, got)
			}
		}
		for _, name := range ClauseFields {
			if slices.Contains(full, name) {
				continue
			}
			want := "mandates[0].clauses[0]." + name + " programme.clause-does-not-read"
			if got := check(clauseOf(kind, append(slices.Clone(full), name)...)); !slices.Equal(got, []string{want}) {
				t.Errorf("%s with %s: %v", kind, name, got)
			}
		}
	}
	if len(ClauseFields) != 15 || ClauseFields[0] != "minimum" || ClauseFields[14] != "deliverable" {
		t.Errorf("fields of clauses: %v", ClauseFields)
	}
}

// A share of metropolitan areas needs to say how many in each.
func TestByAreaNeedsAMinimumForRegions(t *testing.T) {
	got := check(clauseOf(ByArea, "list-year", "regions"))
	if !slices.Equal(got, []string{"mandates[0].clauses[0].minimum programme.clause-needs"}) {
		t.Error(got)
	}
	if got := check(clauseOf(ByArea, "list-year", "municipalities")); got != nil {
		t.Error(got)
	}
}

// A clause may only name a deliverable of its own mandate.
func TestDeliverableOfAnotherMandate(t *testing.T) {
	s := sound()
	s.Mandates = append(s.Mandates, Mandate{ID: "annat", Title: Text{Sv: "Annat"}, Provenance: from, Clauses: []Clause{clauseOf(DeliverableDue, "deliverable")}})
	if got := list(Validate(s, trial)); got != "mandates[1].clauses[0].deliverable clause-other-mandate" {
		t.Error(got)
	}
}
