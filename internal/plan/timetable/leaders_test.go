package timetable

import (
	"context"
	"errors"
	"testing"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/schedule/portfolio"
)

// threeOffices are alike, each 30 working days of work, and free to start on the same
// Monday; their days are promised for a, b and c in turn.
func threeOffices(t *testing.T) *scene {
	s := sceneOn(t, "2022-01-02").chain("10", "15", "5")
	for _, id := range []string{"a", "b", "c"} {
		s.project(id).progress(id, "lokal", "", "2022-01-03")
	}
	return s
}

func lead(t *testing.T, made *Timetable, with Leaders) *LeadPlan {
	t.Helper()
	plan, err := made.LeadOf(context.Background(), with)
	if err != nil {
		t.Fatal(err)
	}
	return plan
}

// With as many leaders as projects nobody waits; with one they go one after another,
// and each says whom it waits for.
func TestOneLeaderAtATime(t *testing.T) {
	made := threeOffices(t).make(Options{Seed: 1, Runs: 200})
	free := lead(t, made, Leaders{3, 1})
	for i := range free.Projects {
		if free.Projects[i].Opening != made.Projects[i].Planned || free.Projects[i].Forecast != made.Projects[i].Forecast {
			t.Errorf("with a leader each: %+v, alone %+v", free.Projects[i], made.Projects[i].Forecast)
		}
	}
	one := lead(t, made, Leaders{1, 1})
	var last civil.Date
	waits := 0
	for i := range one.Projects {
		p := &one.Projects[i]
		if p.Leader != 1 {
			t.Errorf("leader %d", p.Leader)
		}
		last = max(last, p.Opening)
		for _, w := range p.Waits {
			if w.Why == portfolio.ForLeader && w.On >= 0 && w.On != p.Project {
				waits++
			}
		}
	}
	// 90 working days, and the days on which each project is closed.
	if first := free.Projects[0].Opening; last < first+80 || one.Last != last {
		t.Errorf("the last opens on %s, and with leaders enough on %s", last, first)
	}
	if waits < 2 {
		t.Errorf("%d pieces of waiting for a leader, want at least two", waits)
	}
	both := lead(t, made, Leaders{1, 3})
	if both.Last != free.Last {
		t.Errorf("one who leads three at a time opens the last on %s, three leaders on %s", both.Last, free.Last)
	}
}

// More leaders are never worse, no plan beats its bound, and the figures add up.
func TestLeadersAgainstPromises(t *testing.T) {
	s := threeOffices(t).baseline("b", "2022-01-02", "a", "2022-02-15", "b", "2022-03-01", "c", "2022-04-01")
	made := s.make(Options{Seed: 1, Runs: 200})
	shelf := figure.Shelf{Segment: made.Book(), "facts": figure.NewFacts(made.facts.S)}
	before := 1 << 30
	for n := 1; n <= 3; n++ {
		plan := lead(t, made, Leaders{n, 1})
		if plan.DaysLate > before || plan.DaysLate < plan.DaysLateBound || plan.MoreSaves < 0 || plan.MoreSaves > plan.DaysLate {
			t.Errorf("%d leaders: %d days late, bound %d, %d before, one more saves %d", n, plan.DaysLate, plan.DaysLateBound, before, plan.MoreSaves)
		}
		before = plan.DaysLate
		sum, ok := shelf.Figure(LeadAt(Leaders{n, 1}, "late"))
		if !ok || sum.Value.Low != int64(plan.DaysLate) || len(sum.Inputs) != 3 {
			t.Fatalf("late is %+v", sum)
		}
		total := int64(0)
		for _, in := range sum.Inputs {
			f, ok := shelf.Figure(in)
			if !ok {
				t.Fatalf("no figure at %s", in)
			}
			total += f.Value.Low
		}
		if total != sum.Value.Low {
			t.Errorf("the parts add up to %d and not to %d", total, sum.Value.Low)
		}
	}
	if before != 0 {
		t.Errorf("with a leader each they are %d days late", before)
	}
}

// Every figure of a project under leaders has inputs that exist.
func TestFiguresOfLeaders(t *testing.T) {
	s := threeOffices(t)
	two := programme.Range{Known: true, Low: 2, High: 4}
	s.s.LeaderCounts = []programme.LeaderCount{{Leaders: programme.Range{Known: true, Low: 9, High: 9}},
		{From: civil.MustDate("2021-01-01"), Leaders: two}, {From: civil.MustDate("2023-01-01"), Leaders: programme.Range{Known: true, Low: 5, High: 5}}}
	made := s.make(Options{Seed: 1, Runs: 200})
	stated, at := made.LeadersStated()
	if stated != (Leaders{2, 1}) || at != 1 {
		t.Fatalf("stated %v at %d", stated, at)
	}
	shelf := figure.Shelf{Segment: made.Book(), "facts": figure.NewFacts(made.facts.S)}
	for _, field := range []string{"leader", "start", "opening", "p10", "p50", "p80", "p90", "earlier-saves"} {
		f, ok := shelf.Figure(LeadAt(stated, "project", "b", field))
		if !ok || !f.Value.Known {
			t.Fatalf("%s: %+v", field, f)
		}
		for _, in := range f.Inputs {
			if _, ok := shelf.Figure(in); !ok {
				t.Errorf("%s rests on %s, which is not there", field, in)
			}
		}
	}
	if _, ok := shelf.Figure(LeadAt(stated, "project", "b", "late")); ok {
		t.Error("a project without a promised day is late")
	}
	if _, ok := shelf.Figure(LeadAt(Leaders{0, 1}, "late")); ok {
		t.Error("no leaders have a plan")
	}
	f, _ := shelf.Figure(LeadAt(Leaders{3, 1}, "last"))
	if len(f.Notes) != 1 {
		t.Errorf("a number that is tried has the notes %v", f.Notes)
	}
}

func TestNothingToLead(t *testing.T) {
	s := sceneOn(t, "2022-01-02").chain("10", "", "5").project("a")
	s.progress("a", "lokal", "", "2022-01-03")
	made := s.make(Options{Runs: 100})
	var none *NoWork
	if _, err := made.Lead(context.Background(), Leaders{1, 1}); !errors.As(err, &none) || none.Without != 1 {
		t.Error(err)
	}
	if _, err := made.Lead(context.Background(), Leaders{}); err == nil {
		t.Error("planned with leaders that nobody has stated")
	}
}

// Where nobody waits, the plan's forecast is the timetable's own: what activities have
// in common is taken out of their distributions and put back as causes.
func TestLeadersKeepTheForecast(t *testing.T) {
	s := sceneOn(t, "2022-01-02").chain("lognormal 20 40", "lognormal 60 120", "lognormal 10 15")
	for _, id := range []string{"a", "b"} {
		s.project(id)
		s.progress(id, "lokal", "", "2022-01-03")
	}
	made := s.make(Options{Seed: 1, Runs: 20_000})
	plan := lead(t, made, Leaders{2, 1})
	for i := range plan.Projects {
		got, want := plan.Projects[i].Forecast, made.Projects[i].Forecast
		for k, pair := range [][2]civil.Date{{got.P10, want.P10}, {got.P50, want.P50}, {got.P80, want.P80}, {got.P90, want.P90}} {
			took := float64(want.P50.DaysUntil(civil.MustDate("2022-01-03")))
			if off := float64(pair[0].DaysUntil(pair[1])); off*off > 0.03*0.03*took*took {
				t.Errorf("quantile %d: %s, and the timetable says %s", k, pair[0], pair[1])
			}
		}
	}
}
