package compliance_test

import (
	"testing"

	"github.com/etablera/etablera/internal/plan/compliance"
	"github.com/etablera/etablera/internal/programme"
)

func TestHeardLocally(t *testing.T) {
	all := func(kind programme.PartyKind, state programme.ConsultationState, rounds ...programme.RoundID) programme.Consultation {
		c := talk(programme.Dialogue, state)
		c.ID, c.Every, c.Rounds = "samråd"+string(state), kind, rounds
		return c
	}
	base := func(t testing.TB) *world {
		return worldOn(t, "2021-09-24").sure("r1", "Boden", "2022-05-02").sure("r2", "Luleå", "2023-05-02").
			party("boden", programme.Municipality, "Boden").party("luleå", programme.Municipality, "Luleå").party("norrbotten", programme.Region, "Norrbottens län").
			clause(programme.Clause{Kind: programme.HeardLocally, PartyKind: programme.Municipality})
	}
	examine(t, []want{
		{name: "all municipalities heard", status: compliance.Met, measured: "count 2", needs: []string{}, world: func(t testing.TB) *world {
			return base(t).consults(all(programme.Municipality, programme.ConsultationOngoing, "r1", "r2"))
		}},
		{name: "without a kind it is the municipalities", status: compliance.Met, measured: "count 2", world: func(t testing.TB) *world {
			return base(t).consults(all(programme.Municipality, programme.ConsultationOngoing)).clause(programme.Clause{Kind: programme.HeardLocally})
		}},
		{name: "the second round is planned", status: compliance.NotDue, measured: "count 1..2", needs: []string{"hold"}, world: func(t testing.TB) *world {
			return base(t).consults(all(programme.Municipality, programme.ConsultationHeld, "r1")).consults(all(programme.Municipality, programme.ConsultationPlanned, "r2"))
		}},
		{name: "nothing of the second round", status: compliance.Unknown, measured: "count 1..2", needs: []string{"record-hearing"}, world: func(t testing.TB) *world {
			return base(t).consults(all(programme.Municipality, programme.ConsultationHeld, "r1"))
		}},
		{name: "named, about a project", status: compliance.Unknown, measured: "count 1..2", world: func(t testing.TB) *world {
			return base(t).consults(programme.Consultation{ID: "b", Kind: programme.Dialogue, State: programme.ConsultationHeld, Held: span("2021-08"),
				Parties: []programme.PartyID{"boden", "luleå"}, Projects: []programme.ProjectID{"boden"}})
		}},
		{name: "one region heard about both", status: compliance.Met, measured: "count 2", world: func(t testing.TB) *world {
			return base(t).consults(all(programme.Region, programme.ConsultationInvited)).clause(programme.Clause{Kind: programme.HeardLocally, PartyKind: programme.Region})
		}},
		{name: "nobody stands for the municipality", status: compliance.Unknown, measured: "count 2..3", needs: []string{"party"}, world: func(t testing.TB) *world {
			return base(t).sure("r1", "Åre", "2022-05-02").consults(all(programme.Municipality, programme.ConsultationOngoing))
		}},
		{name: "going on since nobody knows when", status: compliance.Unknown, measured: "count 0..2", needs: []string{"date-hearing"}, world: func(t testing.TB) *world {
			return base(t).consults(undated(all(programme.Municipality, programme.ConsultationOngoing)))
		}},
		{name: "no projects", status: compliance.Unknown, needs: []string{"projects"}, world: func(t testing.TB) *world {
			return worldOn(t, "2021-09-24").clause(programme.Clause{Kind: programme.HeardLocally})
		}},
	})
}

// A region that is heard alike about several offices has one row, which names them.
func TestHeardLocallyGroups(t *testing.T) {
	w := worldOn(t, "2021-09-24").sure("r1", "Boden", "2022-05-02").sure("r1", "Luleå", "2022-05-02").sure("r2", "Kalix", "2023-05-02").
		party("norrbotten", programme.Region, "Norrbottens län").
		clause(programme.Clause{Kind: programme.HeardLocally, PartyKind: programme.Region}).
		consults(programme.Consultation{ID: "a", Kind: programme.Opinion, State: programme.ConsultationHeld, Every: programme.Region, Rounds: []programme.RoundID{"r1"}})
	f := w.check()
	if len(f.Evidence) != 2 || swedish(f.Evidence[0].What.Args[0]) != "Boden, Luleå" || swedish(f.Evidence[1].What.Args[0]) != "Kalix" {
		t.Errorf("%+v", f.Evidence)
	}
}

// A region of which the same is missing about offices of different rounds is
// named once, though each round has its row.
func TestHeardLocallyNamesEachPartyOnce(t *testing.T) {
	planned := func(id string, round programme.RoundID) programme.Consultation {
		return programme.Consultation{ID: id, Kind: programme.Opinion, State: programme.ConsultationPlanned, Every: programme.Region, Rounds: []programme.RoundID{round}}
	}
	w := worldOn(t, "2021-09-24").sure("r1", "Boden", "2022-05-02").sure("r2", "Kalix", "2023-05-02").
		party("norrbotten", programme.Region, "Norrbottens län").
		clause(programme.Clause{Kind: programme.HeardLocally, PartyKind: programme.Region}).
		consults(planned("a", "r1")).consults(planned("b", "r2"))
	f := w.check()
	if got := needed(f, "hold"); len(f.Evidence) != 2 || got != "norrbotten" {
		t.Errorf("%q is to be heard by %+v", got, f.Evidence)
	}
}
