package compliance_test

import (
	"testing"

	"github.com/etablera/etablera/internal/plan/compliance"
	"github.com/etablera/etablera/internal/programme"
)

// talk is a consultation with some parties about the mandate: one that is planned
// has no day.
func talk(kind programme.ConsultationKind, state programme.ConsultationState, parties ...programme.PartyID) programme.Consultation {
	c := programme.Consultation{ID: "samråd", Kind: kind, State: state, Mandate: "m", Parties: parties}
	if state != programme.ConsultationPlanned {
		c.Invited = span("2021-08")
	}
	return c
}

func undated(c programme.Consultation) programme.Consultation {
	c.Invited, c.Held = span(""), span("")
	return c
}

func TestHeard(t *testing.T) {
	clause := programme.Clause{Kind: programme.Heard, Parties: []programme.PartyID{"polisen", "delmos"}}
	base := func(t testing.TB, day string, cs ...programme.Consultation) *world {
		w := worldOn(t, day).sure("r1", "Boden", "2022-05-02").party("polisen", programme.PoliceKind, "").party("delmos", programme.Delegation, "").clause(clause)
		for i, c := range cs {
			c.ID += string(rune('a' + i))
			w.consults(c)
		}
		return w
	}
	on := func(day string, cs ...programme.Consultation) func(testing.TB) *world {
		return func(t testing.TB) *world { return base(t, day, cs...) }
	}
	held := talk(programme.Opinion, programme.ConsultationHeld, "delmos")
	planned := talk(programme.Dialogue, programme.ConsultationPlanned, "polisen")
	past := planned
	past.Held = span("2021-08")
	round2 := talk(programme.Dialogue, programme.ConsultationHeld, "polisen")
	round2.Rounds = []programme.RoundID{"r2"}
	elsewhere := talk(programme.Dialogue, programme.ConsultationHeld, "polisen")
	elsewhere.Mandate = "another"
	examine(t, []want{
		{name: "both heard", status: compliance.Met, measured: "count 2", needs: []string{}, world: on("2021-09-24", held, talk(programme.Dialogue, programme.ConsultationOngoing, "polisen"))},
		{name: "an invitation is an opportunity", status: compliance.Met, measured: "count 2", world: on("2021-09-24", held, talk(programme.Opinion, programme.ConsultationInvited, "polisen"))},
		{name: "one is going on, but nobody says since when", status: compliance.Unknown, measured: "count 1..2", needs: []string{"date-hearing"}, world: on("2021-09-24", held, undated(talk(programme.Opinion, programme.ConsultationOngoing, "polisen")))},
		{name: "one was held some day", status: compliance.Unknown, needs: []string{"date-hearing"}, world: on("2021-09-24", held, undated(talk(programme.Opinion, programme.ConsultationHeld, "polisen")))},
		{name: "an undated one and a dated one", status: compliance.Met, world: on("2021-09-24", held, undated(talk(programme.Opinion, programme.ConsultationOngoing, "polisen")), talk(programme.Dialogue, programme.ConsultationOngoing, "polisen"))},
		{name: "one is planned", status: compliance.NotDue, measured: "count 1..2", needs: []string{"hold"}, world: on("2021-09-24", held, planned)},
		{name: "one was planned for a day that has passed", status: compliance.Unknown, measured: "count 1..2", needs: []string{"record-held"}, world: on("2021-09-24", held, past)},
		{name: "one was planned, and the round has begun to open", status: compliance.Unknown, needs: []string{"record-held"}, world: on("2022-02-01", held, planned)},
		{name: "one is planned today, and the round has begun to open", status: compliance.NotDue, world: func(t testing.TB) *world {
			c := planned
			c.Provenance = known("2022-02-01")
			return base(t, "2022-02-01", held, c)
		}},
		{name: "nothing is recorded of one", status: compliance.Unknown, measured: "count 1..2", needs: []string{"record-hearing"}, world: on("2021-09-24", held)},
		{name: "one is informed only", status: compliance.Unknown, measured: "count 1..2", needs: []string{"hear-informed"}, world: on("2021-09-24", held, talk(programme.Information, programme.ConsultationHeld, "polisen"))},
		{name: "what is unknown weighs more than what is planned", status: compliance.Unknown, needs: []string{"record-hearing", "hold"}, world: on("2021-09-24", planned)},
		{name: "heard about a round without projects", status: compliance.Unknown, world: on("2021-09-24", held, round2)},
		{name: "heard about another mandate", status: compliance.Unknown, world: on("2021-09-24", held, elsewhere)},
		{name: "planned once and held once", status: compliance.Met, world: on("2021-09-24", held, planned, talk(programme.Dialogue, programme.ConsultationHeld, "polisen"))},
		{name: "heard as every party of a kind", status: compliance.Met, world: func(t testing.TB) *world {
			w := base(t, "2021-09-24", held, programme.Consultation{ID: "alla", Kind: programme.Opinion, State: programme.ConsultationOngoing, Invited: span("2021-08"), Every: programme.PoliceKind})
			return w
		}},
		{name: "no parties", status: compliance.Unknown, needs: []string{"state-field"}, world: func(t testing.TB) *world {
			return worldOn(t, "2021-09-24").clause(programme.Clause{Kind: programme.Heard})
		}},
	})
}

// A county board is one of "every county board" only where there is a project.
func TestEveryMeansThoseConcerned(t *testing.T) {
	w := worldOn(t, "2021-09-24").sure("r1", "Boden", "2022-05-02").
		party("lst-norrbotten", programme.CountyBoard, "Norrbottens län").party("lst-skane", programme.CountyBoard, "Skåne län").
		clause(programme.Clause{Kind: programme.Heard, Parties: []programme.PartyID{"lst-norrbotten", "lst-skane"}}).
		consults(programme.Consultation{ID: "lst", Kind: programme.Opinion, State: programme.ConsultationOngoing, Invited: span("2021-08"), Every: programme.CountyBoard, Mandate: "m"})
	f := w.check()
	if f.Status != compliance.Unknown || row(t, f, "lst-norrbotten").For != programme.Yes || row(t, f, "lst-skane").For != programme.Unknown {
		t.Errorf("%s: %+v", f.Status, f.Evidence)
	}
}
