package portfolio

import (
	"math"

	"github.com/etablera/etablera/schedule"
)

// Result is what a simulation found. Finish and Start hold the milestones' and the first starts' days by project and run, so that
// joint questions can be asked of them; Last the day of the last milestone and Cost the whole cost, by run.
type Result struct {
	Runs       int
	Start      *schedule.Samples
	Finish     *schedule.Samples
	Last       []int32
	Cost       []int64
	Projects   []ProjectResult
	Activities []ActivityResult
	Rounds     []RoundResult
	// Broken is, by link, the share of runs in which its greatest lag is broken.
	Broken []float64
}

// ProjectResult is what was found of one project's milestone.
type ProjectResult struct {
	Planned            int32
	Mean               float64
	P10, P50, P80, P90 int32
	// Leader and Team are the shares of runs in which what drove the milestone came from another project through a leader or a team.
	Leader, Team float64
	// Last is the share of runs in which it is the last of all milestones; of equals, the first in the Spec.
	Last float64
}

// ActivityResult is what was found of one activity.
type ActivityResult struct {
	Mean float64 // duration in days of its calendar; 0 in the runs in which it is not done
	// Criticality is the share of runs in which its duration drives its project's milestone, and Programme the last one of all.
	Criticality, Programme float64
	// Cruciality is the correlation of its duration with its project's milestone (Williams 1992), and ProgrammeCruciality with the
	// last one of all; 0 where either is certain.
	Cruciality, ProgrammeCruciality float64
	// Kept is the share of runs in which a fixed start is kept; 1 where there is none.
	Kept float64
}

// RoundResult is the merge effect: All is the probability that all of the round have opened by its day, Product what it would be if
// the projects were independent, and Least that of the least certain one.
type RoundResult struct {
	All, Product, Least float64
}

// result turns totals and days into a Result.
func (m *simulation) result(t *tally) (*Result, error) {
	s, runs := m.c.spec, float64(m.runs)
	out := &Result{Runs: m.runs, Last: m.last, Cost: m.cost,
		Start: schedule.NewSamples(len(s.Projects), m.runs), Finish: schedule.NewSamples(len(s.Projects), m.runs)}
	l, ll := int64(0), int64(0)
	for _, d := range m.last {
		l += int64(d)
		ll += int64(d) * int64(d)
	}
	for p := range s.Projects {
		if err := out.Finish.Set(schedule.Project(p), m.finish[p]); err != nil {
			return nil, err
		}
		if err := out.Start.Set(schedule.Project(p), m.start[p]); err != nil {
			return nil, err
		}
		q := out.Finish.Quantiles(schedule.Project(p), 0.10, 0.50, 0.80, 0.90)
		x := &t.project[p]
		out.Projects = append(out.Projects, ProjectResult{m.plan.Finish[s.Projects[p].Milestone], float64(x.f) / runs, q[0], q[1], q[2], q[3],
			float64(x.led) / runs, float64(x.t) / runs, float64(t.driver[p]) / runs})
	}
	for i := range s.Activities {
		a, x := &t.activity[i], &t.project[s.Activities[i].Project]
		kept := 1.0
		if s.Activities[i].Pinned.Known {
			kept = float64(t.kept[i]) / runs
		}
		out.Activities = append(out.Activities, ActivityResult{float64(a.d) / runs, float64(a.critical) / runs, float64(a.programme) / runs,
			correlation(m.runs, a.d, a.dd, x.f, x.ff, a.df), correlation(m.runs, a.d, a.dd, l, ll, a.dl), kept})
	}
	for _, r := range s.Rounds {
		out.Rounds = append(out.Rounds, out.Round(r.Projects, r.By))
	}
	for _, b := range t.broken {
		out.Broken = append(out.Broken, float64(b)/runs)
	}
	return out, nil
}

// correlation returns Pearson's from sums over n runs; 0 where one of the two does not vary.
func correlation(n int, x, xx, y, yy, xy int64) float64 {
	k := float64(n)
	// Days² · runs stay below 2⁵³ times small factors, so that the differences lose little.
	vx, vy := float64(xx)-float64(x)*float64(x)/k, float64(yy)-float64(y)*float64(y)/k
	cov := float64(xy) - float64(x)*float64(y)/k
	if !(vx > 1e-9*float64(xx+1)) || !(vy > 1e-9*float64(yy+1)) {
		return 0
	}
	return math.Max(-1, math.Min(1, cov/math.Sqrt(vx*vy)))
}

// Round returns the merge effect for any group of projects and any day.
func (r *Result) Round(projects []Project, by int32) RoundResult {
	list := make([]schedule.Project, len(projects))
	out := RoundResult{Product: 1, Least: 1}
	for i, p := range projects {
		list[i] = schedule.Project(p)
		share := r.Finish.ShareBy(list[i], by)
		out.Product *= share
		out.Least = min(out.Least, share)
	}
	out.All = r.Finish.ShareAtLeast(list, len(list), by)
	return out
}

// DateAndCost returns the probability that all of the projects have opened by a day and the whole cost is at most limit.
func (r *Result) DateAndCost(projects []Project, by int32, limit int64) float64 {
	list := make([]schedule.Project, len(projects))
	for i, p := range projects {
		list[i] = schedule.Project(p)
	}
	n := 0
	for run, open := range r.Finish.CountBy(list, by) {
		if int(open) == len(list) && r.Cost[run] <= limit {
			n++
		}
	}
	return float64(n) / float64(r.Runs)
}

// Difference is how a project's milestone in one scenario stands to that in another, run by run.
type Difference struct {
	Mean          float64
	P10, P50, P90 int32
	Later         float64 // share of runs in which b is later than a
}

// Compare sets scenario b against a by the days b − a in each run. Both must have the same seed and as many runs; project
// p of one and q of the other must have the same key for common random numbers to be common.
func Compare(a, b *Result, p, q Project) (Difference, error) {
	runs := min(a.Runs, b.Runs)
	days, later, sum := make([]int32, runs), 0, int64(0)
	for r := range days {
		days[r] = b.Finish.At(schedule.Project(q), r) - a.Finish.At(schedule.Project(p), r)
		sum += int64(days[r])
		if days[r] > 0 {
			later++
		}
	}
	s := schedule.NewSamples(1, runs)
	if err := s.Set(0, days); err != nil {
		return Difference{}, err
	}
	x := s.Quantiles(0, 0.10, 0.50, 0.90)
	return Difference{float64(sum) / float64(runs), x[0], x[1], x[2], float64(later) / float64(runs)}, nil
}
