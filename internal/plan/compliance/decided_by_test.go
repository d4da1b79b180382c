package compliance_test

import (
	"testing"

	"github.com/etablera/etablera/internal/plan/compliance"
	"github.com/etablera/etablera/internal/programme"
)

func TestDecidedBy(t *testing.T) {
	decision := func(body programme.PartyID, offices []programme.OfficeID, rounds ...programme.RoundID) programme.Decision {
		return programme.Decision{ID: "beslut-" + string(body), Body: body, Kind: programme.MatterLocality, Date: span("2021-09-01"), Offices: offices, Rounds: rounds}
	}
	base := func(ds ...programme.Decision) func(testing.TB) *world {
		return func(t testing.TB) *world {
			w := worldOn(t, "2021-09-24").silent("r1", "Boden").silent("r2", "Åre").clause(programme.Clause{Kind: programme.DecidedBy, Body: "styrelsen"})
			w.s.Parties = append(w.s.Parties, programme.Party{ID: "styrelsen", Name: programme.Text{Sv: "Styrelsen"}}, programme.Party{ID: "gd"})
			w.s.Decisions = ds
			return w
		}
	}
	other := decision("styrelsen", nil, "r1", "r2")
	other.Kind = programme.MatterOther
	future := decision("styrelsen", nil, "r1", "r2")
	future.Date = span("2021-10-01")
	examine(t, []want{
		{name: "by round and by name", status: compliance.Met, measured: "count 2", needs: []string{}, world: base(decision("styrelsen", []programme.OfficeID{"are"}, "r1"))},
		{name: "one is not recorded", status: compliance.Unknown, measured: "count 1..2", needs: []string{"record-decision"}, world: base(decision("styrelsen", nil, "r1"))},
		{name: "one by another body", status: compliance.NotMet, measured: "count 1", needs: []string{"decide"}, world: base(decision("styrelsen", nil, "r1"), decision("gd", nil, "r2"))},
		{name: "by another body and then by the right one", status: compliance.Met, measured: "count 2", world: base(decision("gd", nil, "r1"), decision("styrelsen", nil, "r1", "r2"))},
		{name: "another matter", status: compliance.Unknown, measured: "count 0..2", world: base(other)},
		{name: "not taken yet", status: compliance.Unknown, measured: "count 0..2", world: base(future)},
		{name: "no projects", status: compliance.Unknown, needs: []string{"projects"}, world: func(t testing.TB) *world {
			return worldOn(t, "2021-09-24").clause(programme.Clause{Kind: programme.DecidedBy, Body: "styrelsen"})
		}},
	})
}

// A decision taken when the office was open already counts, and shows.
func TestDecidedAfterOpening(t *testing.T) {
	w := worldOn(t, "2022-09-24").opened("r1", "Boden", "2022-03-01").clause(programme.Clause{Kind: programme.DecidedBy, Body: "fi"})
	w.s.Decisions = []programme.Decision{{Body: "fi", Kind: programme.MatterLocality, Date: span("2022-04-01"), Offices: []programme.OfficeID{"boden"}}}
	if f := w.check(); f.Status != compliance.Met || row(t, f, "Boden").What.Key != "compliance.row.decided-after" {
		t.Errorf("%s: %+v", f.Status, f.Evidence)
	}
}
