package portfolio

import (
	"context"
	"math"
	"reflect"
	"slices"
	"testing"

	"github.com/etablera/etablera/schedule"
	"pgregory.net/rapid"
)

// Where nothing is left to chance, every run is the plan, whatever kept its activities waiting.
func TestCertainRunsAreThePlan(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := func(what string) bool { return rapid.Bool().Draw(t, what) }
		s := drawSpec(t, wishes{teams: b("teams"), history: b("history"), pins: b("pins"), maxLags: b("maxima"), level: b("level"),
			handover: b("handover"), choices: b("choices")})
		p, err := Solve(context.Background(), mustCompileRapid(t, s), Options{Schedules: 20, Nodes: -1})
		if err != nil {
			t.Skip(err)
		}
		r, err := Simulate(context.Background(), p, RunOptions{Runs: 3, Workers: 1})
		if err != nil {
			t.Fatal(err)
		}
		for q := range s.Projects {
			first, _ := p.Portfolio.span(p.Schedule, Project(q))
			planned := p.Finish[s.Projects[q].Milestone]
			for run := range 3 {
				if f, st := r.Finish.At(schedule.Project(q), run), r.Start.At(schedule.Project(q), run); f != planned || st != min(first, f) {
					t.Fatalf("project %d, run %d: from %d to %d, planned from %d to %d", q, run, st, f, first, planned)
				}
			}
		}
	})
}

// The plan waits by a decision of its own only for a greatest lag or an even load: elsewhere something in the network holds every start.
func TestEveryWaitHasAReason(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawSpec(t, wishes{teams: true, history: rapid.Bool().Draw(t, "history"), choices: true})
		for i := range s.Links {
			// An overlap can make a circle of waits; what would be stretched from an earlier start may use nothing from a later one.
			s.Links[i].Lag = max(0, s.Links[i].Lag)
			s.Links[i].Kind %= schedule.FinishFinish
		}
		p, err := Solve(context.Background(), mustCompileRapid(t, s), Options{Schedules: 20, Nodes: -1})
		if err != nil {
			t.Fatal(err)
		}
		n := newNetwork(p.Portfolio, p.Schedule)
		if i := slices.Index(n.held, ForPlan); i >= 0 {
			t.Fatalf("activity %d starts on day %d and nothing says why", i, p.Start[i])
		}
		for q := range s.Projects {
			list := p.Waits(Project(q))
			for k, w := range list {
				origin := w.Why >= ForRelease || w.On < 0 && w.Why != ForWork && w.Why != ForClock
				if w.From > w.To && w.Why != ForPredecessor || origin != (k == len(list)-1) {
					t.Fatalf("piece %d of the chain of project %d: %+v", k, q, list)
				}
			}
		}
	})
}

// The same seed gives the same bytes on one core, two, or seven.
func TestWorkersChangeNothing(t *testing.T) {
	p := mustSolve(t, programme(7), Options{Schedules: 20})
	want := mustSimulate(t, p, RunOptions{Runs: 1001, Workers: 1, Seed: 3})
	for _, workers := range []int{2, 7} {
		if got := mustSimulate(t, p, RunOptions{Runs: 1001, Workers: workers, Seed: 3}); !reflect.DeepEqual(got, want) {
			t.Errorf("%d workers give another result", workers)
		}
	}
}

// Two equal projects side by side: both are open by the day by which one is with probability ½ in ¼ of the runs, and where the
// chance is all common, in ½.
func TestMergeEffect(t *testing.T) {
	for _, c := range []struct {
		days   schedule.Distribution
		spread float64
		all    float64
	}{{schedule.Triangular(50, 100, 150), 0, 0.25}, {schedule.Fixed(1000), 0.5, 0.5}} {
		s := &Spec{}
		s.AddPool("leader", 2, 1)
		cause := s.AddCause(CauseSpec{Key: 9, Spread: c.spread})
		for k := range 2 {
			p := line(s, uint64(k+1), c.days)
			s.Activities[s.Projects[p].Milestone].Causes = []Cause{cause}
		}
		s.Rounds = []RoundSpec{{Projects: []Project{0, 1}, By: c.days.Likely()}}
		r := mustSimulate(t, mustSolve(t, s, Options{}), RunOptions{Runs: 40_000})
		one := r.Finish.ShareBy(0, c.days.Likely())
		if x := r.Rounds[0]; math.Abs(x.Product-one*r.Finish.ShareBy(1, c.days.Likely())) > 1e-12 || math.Abs(one-0.5) > 0.02 ||
			math.Abs(x.All-c.all) > 0.02 || math.Abs(x.Product-0.25) > 0.02 {
			t.Errorf("%s, spread %g: one %g, round %+v; want all %g", c.days, c.spread, one, x, c.all)
		}
	}
}

// Two durations that share a cause of spread σ, with nothing else left to chance but an own factor of spread τ in one of them, are
// correlated as log-normal numbers are: (e^σ² − 1) / √((e^σ² − 1)(e^(σ²+τ²) − 1)).
func TestCommonCauseCorrelates(t *testing.T) {
	const sigma, tau = 0.3, 0.4
	s := &Spec{}
	s.AddPool("leader", 2, 1)
	common, own := s.AddCause(CauseSpec{Key: 1, Spread: sigma}), s.AddCause(CauseSpec{Key: 2, Spread: tau})
	line(s, 1, schedule.Fixed(1000))
	line(s, 2, schedule.Fixed(1000))
	s.Activities[0].Causes, s.Activities[1].Causes = []Cause{common}, []Cause{common, own}
	r := mustSimulate(t, mustSolve(t, s, Options{}), RunOptions{Runs: 100_000})
	var x, y, xx, yy, xy int64
	for run := range r.Runs {
		a, b := int64(r.Finish.At(0, run)), int64(r.Finish.At(1, run))
		x, y, xx, yy, xy = x+a, y+b, xx+a*a, yy+b*b, xy+a*b
	}
	v, u := math.Exp(sigma*sigma)-1, math.Exp(sigma*sigma+tau*tau)-1
	if got, want := correlation(r.Runs, x, xx, y, yy, xy), v/math.Sqrt(v*u); math.Abs(got-want) > 0.01 {
		t.Errorf("correlation %.4f, want %.4f", got, want)
	}
	if want := 1000 * math.Exp(sigma*sigma/2); math.Abs(r.Projects[0].Mean-want) > 5 {
		t.Errorf("mean %.1f, want %.1f", r.Projects[0].Mean, want)
	}
}

// A risk of probability p and d days lengthens by p·d in the mean, and by a factor f by p·(f − 1) of the duration; on a project with a factor
// it strikes everything in the same runs.
func TestRisks(t *testing.T) {
	s := &Spec{}
	s.AddPool("leader", 3, 1)
	for k := range 3 {
		line(s, uint64(k+1), fixed(100, 100)...)
	}
	s.Risks = []RiskSpec{
		{Key: 1, Probability: 0.3, Days: schedule.Fixed(50), Activities: []Activity{0}},
		{Key: 2, Probability: 0.2, Factor: 1.5, Activities: []Activity{2}},
		{Key: 3, Probability: 0.1, Factor: 2, OnProject: true, WholeProject: 2},
	}
	r := mustSimulate(t, mustSolve(t, s, Options{}), RunOptions{Runs: 100_000})
	for p, want := range []float64{200 + 0.3*50, 200 + 0.2*50, 200 + 0.1*200} {
		if got := r.Projects[p].Mean; math.Abs(got-want) > 0.6 {
			t.Errorf("project %d: mean %.2f, want %.2f", p, got, want)
		}
	}
	if got := r.Finish.ShareBy(2, 399); math.Abs(got-0.9) > 0.01 || r.Finish.ShareBy(2, 400) != 1 {
		t.Errorf("the third has finished by day 399 in %.3f of the runs, want 0.9", got)
	}
}

// An alternative taken by chance is taken as often as stated, and its absence delays nothing.
func TestWaysByChance(t *testing.T) {
	s := &Spec{}
	ch := s.AddChoice(ChoiceSpec{Key: 5, Ways: []WaySpec{{Probability: 0.7}, {Probability: 0.3}}})
	p := s.AddProject(ProjectSpec{Unled: true, Milestone: 3})
	s.AddActivity(ActivitySpec{Project: p, Duration: schedule.Fixed(2)})
	s.AddActivity(ActivitySpec{Project: p, Duration: schedule.Fixed(6), Choice: ch, Way: 0})
	s.AddActivity(ActivitySpec{Project: p, Duration: schedule.Fixed(100), Choice: ch, Way: 1})
	s.AddActivity(ActivitySpec{Project: p, Duration: schedule.Fixed(1)})
	for _, l := range [][2]Activity{{0, 1}, {0, 2}, {1, 3}, {2, 3}} {
		s.AddLink(l[0], l[1], schedule.FinishStart, 0)
	}
	r := mustSimulate(t, mustSolve(t, s, Options{}), RunOptions{Runs: 50_000})
	if got := r.Finish.ShareBy(0, 9); math.Abs(got-0.7) > 0.01 || r.Projects[0].P10 != 9 || r.Projects[0].P90 != 103 {
		t.Errorf("by day 9 in %.3f of the runs, %+v", got, r.Projects[0])
	}
	if c := r.Activities[2].Criticality; math.Abs(c-0.3) > 0.01 {
		t.Errorf("the long way is critical in %.3f of the runs, want 0.3", c)
	}
}

// Of two branches that are equal each is critical in half of the runs; of a certain and an uncertain one in a row only the
// uncertain is crucial.
func TestCriticalityAndCruciality(t *testing.T) {
	s := &Spec{}
	d := schedule.Triangular(100, 500, 900)
	p := s.AddProject(ProjectSpec{Unled: true, Milestone: 2})
	for range 2 {
		s.AddActivity(ActivitySpec{Project: p, Duration: d})
	}
	s.AddActivity(ActivitySpec{Project: p, Duration: schedule.Fixed(30)})
	s.AddLink(0, 2, schedule.FinishStart, 0)
	s.AddLink(1, 2, schedule.FinishStart, 0)
	r := mustSimulate(t, mustSolve(t, s, Options{}), RunOptions{Runs: 50_000})
	for i, want := range []float64{0.5, 0.5, 1} {
		if a := r.Activities[i]; math.Abs(a.Criticality-want) > 0.015 || a.Criticality != a.Programme {
			t.Errorf("activity %d: %+v, want criticality %g", i, a, want)
		}
	}
	if a, b := r.Activities[0].Cruciality, r.Activities[2].Cruciality; !(a > 0.6 && a < 0.9) || b != 0 {
		t.Errorf("crucialities %g and %g", a, b)
	}
	one := &Spec{}
	line(one, 1, d, schedule.Fixed(10))
	one.Projects[0].Unled = true
	x := mustSimulate(t, mustSolve(t, one, Options{}), RunOptions{Runs: 1000})
	if a := x.Activities[0].Cruciality; math.Abs(a-1) > 1e-9 {
		t.Errorf("the only uncertain activity has cruciality %g, want 1", a)
	}
}

// The leader carries delay from one project to the next, and the result says so.
func TestLeaderCarriesDelay(t *testing.T) {
	s := &Spec{}
	s.AddPool("leader", 1, 1)
	d := schedule.Triangular(10, 20, 60)
	line(s, 1, d)
	line(s, 2, d)
	r := mustSimulate(t, mustSolve(t, s, Options{}), RunOptions{Runs: 20_000})
	a, b := r.Projects[0], r.Projects[1]
	if a.Mean > b.Mean {
		a, b = b, a
	}
	if math.Abs(b.Mean-2*a.Mean) > 0.5 || b.Leader != 1 || a.Leader != 0 || b.Last != 1 {
		t.Errorf("first %+v, second %+v", a, b)
	}
}

// Cost is linear in the dates, and its joint probability with a date is what counting run by run gives.
func TestDateAndCost(t *testing.T) {
	s := &Spec{}
	p := line(s, 1, schedule.Triangular(10, 20, 60))
	s.Projects[p].Unled = true
	s.Projects[p].Cost = Cost{Fixed: 1000, PerDay: 10, AfterOpening: 3, Until: 100}
	r := mustSimulate(t, mustSolve(t, s, Options{}), RunOptions{Runs: 5000})
	n := 0
	for run, cost := range r.Cost {
		f := int64(r.Finish.At(0, run))
		if cost != 1000+10*f+3*(100-f) {
			t.Fatalf("run %d: finish %d, cost %d", run, f, cost)
		}
		if f <= 30 && cost <= 1480 {
			n++
		}
	}
	if got, want := r.DateAndCost([]Project{0}, 30, 1480), float64(n)/5000; got != want || got == 0 || got == 1 {
		t.Errorf("joint probability %g, want %g", got, want)
	}
}

// Scenarios share their chance: a certain week more moves every run by a week, and what is not touched not at all.
func TestCompareRunByRun(t *testing.T) {
	s := programme(5)
	for p := range s.Projects {
		s.Projects[p].Unled = true
	}
	s.Demands = nil
	before := mustSimulate(t, mustSolve(t, s, Options{Schedules: 1}), RunOptions{Runs: 2000})
	changed := s.clone()
	changed.Projects[2].Release += 7
	after := mustSimulate(t, mustSolve(t, changed, Options{Schedules: 1}), RunOptions{Runs: 2000})
	for p := range s.Projects {
		d, err := Compare(before, after, Project(p), Project(p))
		if want := map[bool]int32{true: 7}[p == 2]; err != nil || d.P10 != want || d.P90 != want || d.Mean != float64(want) {
			t.Errorf("project %d: %+v, want %d", p, d, want)
		}
	}
}

// What runs has lasted for longer than what has elapsed; a fixed start is kept as often as what comes before it allows.
func TestHistoryAndPins(t *testing.T) {
	s := &Spec{Now: 30}
	p := line(s, 1, schedule.Triangular(10, 20, 60), schedule.Fixed(5))
	s.Projects[p].Unled = true
	s.Activities[0].Started = schedule.Known(0)
	s.Activities[1].Pinned = schedule.Known(45)
	r := mustSimulate(t, mustSolve(t, s, Options{}), RunOptions{Runs: 40_000})
	d := schedule.Triangular(10, 20, 60)
	want := 1 - d.Survivor(45)/d.Survivor(30)
	if lo, _ := r.Finish.Range(0); lo != 50 || math.Abs(r.Activities[1].Kept-want) > 0.01 || r.Activities[0].Mean <= 31 {
		t.Errorf("earliest %d, kept %.3f; want 50 and %.3f", lo, r.Activities[1].Kept, want)
	}
}
