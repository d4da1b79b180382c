package compliance_test

import (
	"testing"

	"github.com/etablera/etablera/internal/plan/compliance"
	"github.com/etablera/etablera/internal/programme"
)

func TestEarlyOpenings(t *testing.T) {
	early := programme.Clause{Kind: programme.EarlyOpenings, Strength: programme.Strive, Round: "r1", Window: span("2022-01/2022-06")}
	withShare := early
	withShare.Share = 750_000
	examine(t, []want{
		{name: "one of three opens early, by the plan", status: compliance.MetByPlan, measured: "count 1", needs: []string{"open-in-window"}, probability: []float64{1}, world: func(t testing.TB) *world {
			return worldOn(t, "2021-09-24").sure("r1", "Boden", "2022-05-02").sure("r1", "Åre", "2022-08-01").sure("r1", "Laholm", "2022-08-01").clause(early)
		}},
		{name: "one has opened early", status: compliance.Met, measured: "count 1", needs: []string{}, probability: []float64{1}, world: func(t testing.TB) *world {
			return worldOn(t, "2022-04-30").opened("r1", "Boden", "2022-03-02").sure("r1", "Åre", "2022-08-01").clause(early)
		}},
		{name: "one has opened this year, so by today", status: compliance.Met, measured: "count 1", probability: []float64{1}, world: func(t testing.TB) *world {
			return worldOn(t, "2022-05-31").opened("r1", "Boden", "2022").clause(early)
		}},
		{name: "none is likely to", status: compliance.AtRisk, measured: "count 0", needs: []string{"open-in-window"}, probability: []float64{0, 0.8}, world: func(t testing.TB) *world {
			return worldOn(t, "2021-09-24").risky("r1", "Boden", "2022-02-01").clause(early)
		}},
		{name: "none did", status: compliance.NotMet, measured: "count 0", needs: []string{}, probability: []float64{0}, world: func(t testing.TB) *world {
			return worldOn(t, "2022-12-31").opened("r1", "Boden", "2022-08-01").clause(early)
		}},
		{name: "nobody has said", status: compliance.Unknown, measured: "count 0..1", needs: []string{"say-opened"}, world: func(t testing.TB) *world {
			return worldOn(t, "2022-12-31").silent("r1", "Boden").clause(early)
		}},
		{name: "no forecast", status: compliance.Unknown, measured: "count 0..1", needs: []string{"forecast"}, world: func(t testing.TB) *world {
			return worldOn(t, "2021-12-31").silent("r1", "Boden").clause(early)
		}},
		{name: "with a share it is a round's window", status: compliance.AtRisk, measured: "count 1", probability: []float64{0}, world: func(t testing.TB) *world {
			return worldOn(t, "2021-09-24").sure("r1", "Boden", "2022-05-02").sure("r1", "Åre", "2022-08-01").clause(withShare)
		}},
		{name: "a round without projects", status: compliance.Unknown, needs: []string{"projects-in-round"}, world: func(t testing.TB) *world {
			return worldOn(t, "2021-09-24").clause(early)
		}},
		{name: "no window", status: compliance.Unknown, needs: []string{"state-field"}, world: func(t testing.TB) *world {
			return worldOn(t, "2021-09-24").sure("r1", "Boden", "2022-05-02").clause(programme.Clause{Kind: programme.EarlyOpenings, Round: "r1"})
		}},
	})
}

// The finding tells what the latest timetable with a day for the round said of
// the window, and asks for no number of its own.
func TestEarlyOpeningsShowsWhatWasTold(t *testing.T) {
	w := worldOn(t, "2021-10-24").sure("r1", "Boden", "2022-08-01").sure("r1", "Åre", "2022-08-01").sure("r2", "Laholm", "2023-02-01").
		frozen("old", "2021-06-01", "boden", "2022-12-01", "are", "2022-12-01").frozen("new", "2021-09-24", "boden", "2022-06-01", "are", "2022-06").
		frozen("other", "2021-10-01", "laholm", "2023-02-01").
		clause(programme.Clause{Kind: programme.EarlyOpenings, Round: "r1", Window: span("2022-01/2022-06")})
	f := w.check()
	e := row(t, f, "Tidplan new")
	if e.What.Args[0] != 2 || e.What.Args[1] != 2 || e.For != programme.Yes || f.Required.Known {
		t.Errorf("%+v, required %s", e, f.Required.Canonical())
	}
}
