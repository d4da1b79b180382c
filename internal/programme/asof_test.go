package programme

import (
	"reflect"
	"testing"

	"github.com/etablera/etablera/internal/civil"
)

func cited(id SourceID) Provenance { return Provenance{Source: Citation{ID: id}} }

func twoSources() *Snapshot {
	return &Snapshot{
		Sources: []Source{{ID: "early", Date: civil.MustDate("2021-05-27")}, {ID: "late", Date: civil.MustDate("2023-06-20")}},
		Mandates: []Mandate{{ID: "m", Provenance: cited("early"), Clauses: []Clause{
			{ID: "a", Provenance: cited("early")}, {ID: "b", Provenance: cited("late")}}}},
		Offices: []Office{{ID: "boden", Provenance: cited("early"), Position: &Position{Lat: 65, Provenance: cited("late")}}},
		OfficeEvents: []Event{
			{Office: "boden", Kind: Opened, Provenance: cited("late")},
			{Office: "boden", Kind: OpeningPlanned, Provenance: Provenance{Source: Citation{ID: "late"}, Known: civil.MustDate("2021-06-01")}},
			{Office: "boden", Kind: Inaugurated, Provenance: Provenance{Source: Citation{ID: "early"}, Known: civil.MustDate("2023-06-15")}},
		},
	}
}

// What became known later is gone, also inside things that were known before.
func TestAsOfHidesWhatCameLater(t *testing.T) {
	s := twoSources()
	then := s.AsOf(civil.MustDate("2021-09-24"))
	if len(then.Sources) != 1 || len(then.Mandates[0].Clauses) != 1 || then.Offices[0].Position != nil {
		t.Errorf("later facts show: %+v", then)
	}
	if len(then.OfficeEvents) != 1 || then.OfficeEvents[0].Kind != OpeningPlanned {
		t.Errorf("a fact known before its source must show, and it alone: %+v", then.OfficeEvents)
	}
	if then.Programme.AsOf != civil.MustDate("2021-09-24") {
		t.Errorf("the copy stands on %v", then.Programme.AsOf)
	}
}

// A look back leaves the snapshot itself as it was, and a look at the last day shows everything.
func TestAsOfLeavesTheOriginal(t *testing.T) {
	s := twoSources()
	s.AsOf(civil.MustDate("2021-09-24"))
	if !reflect.DeepEqual(s, twoSources()) {
		t.Error("AsOf changed the snapshot that it was asked of")
	}
	all := s.AsOf(civil.MustDate("2023-06-20"))
	all.Programme.AsOf = 0
	if !reflect.DeepEqual(all, twoSources()) {
		t.Errorf("something is missing on the last day: %+v", all)
	}
}

// Every list of a snapshot except the sources, and the scenarios, which are
// questions, holds facts with an origin, so that AsOf reaches them all.
func TestEveryFactHasAnOrigin(t *testing.T) {
	st := reflect.TypeFor[Snapshot]()
	for i := range st.NumField() {
		f := st.Field(i)
		if f.Type.Kind() == reflect.Slice && f.Name != "Sources" && f.Name != "Scenarios" && !f.Type.Elem().Implements(originalType) {
			t.Errorf("%s holds facts without a provenance", f.Name)
		}
	}
}
