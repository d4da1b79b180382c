package portfolio

import (
	"math"
	"testing"

	"github.com/etablera/etablera/schedule"
)

// Pearson's correlation from sums, by hand; 0 where one does not vary.
func TestCorrelationByHand(t *testing.T) {
	for _, c := range []struct {
		x, y []int64
		want float64
	}{
		{[]int64{1, 2, 3}, []int64{2, 4, 6}, 1}, {[]int64{1, 2, 3}, []int64{9, 6, 3}, -1}, {[]int64{1, 2, 3}, []int64{5, 5, 5}, 0},
		{[]int64{1, 2, 3, 4}, []int64{1, 3, 2, 4}, 0.8}, {[]int64{0, 0, 1, 1}, []int64{0, 1, 0, 1}, 0},
	} {
		var x, xx, y, yy, xy int64
		for i := range c.x {
			x, y, xx, yy, xy = x+c.x[i], y+c.y[i], xx+c.x[i]*c.x[i], yy+c.y[i]*c.y[i], xy+c.x[i]*c.y[i]
		}
		if got := correlation(len(c.x), x, xx, y, yy, xy); math.Abs(got-c.want) > 1e-12 {
			t.Errorf("%v and %v: %g, want %g", c.x, c.y, got, c.want)
		}
	}
}

// Cost by hand: what is fixed, each day from start to milestone, each day open until the day counted to, and none after it.
func TestCostByHand(t *testing.T) {
	c := Cost{Fixed: 100, PerDay: 7, AfterOpening: 2, Until: 50}
	for _, x := range []struct {
		start, finish int32
		want          int64
	}{{0, 0, 100 + 100}, {10, 20, 100 + 70 + 60}, {40, 50, 100 + 70}, {40, 60, 100 + 140}} {
		if got := c.at(x.start, x.finish); got != x.want {
			t.Errorf("from %d to %d: %d, want %d", x.start, x.finish, got, x.want)
		}
	}
}

// A greatest lag that chance breaks is counted: the first ends on day 5, the second starts when a third of 5 to 25 days is over.
func TestBrokenLagsAreCounted(t *testing.T) {
	s := &Spec{}
	p := s.AddProject(ProjectSpec{Unled: true, Milestone: 2})
	d := schedule.Triangular(5, 15, 25)
	s.AddActivity(ActivitySpec{Project: p, Duration: schedule.Fixed(5)})
	s.AddActivity(ActivitySpec{Project: p, Duration: d})
	s.AddActivity(ActivitySpec{Project: p, Duration: schedule.Fixed(1)})
	s.AddLink(1, 2, schedule.FinishStart, 0)
	s.Links = append(s.Links, Link{From: 0, To: 2, Max: schedule.Known(3)})
	x := mustSolve(t, s, Options{})
	if x.Start[0] != 7 || x.Start[2] != 15 {
		t.Fatalf("starts %v, want 7 and 15 for the ends of the lag", x.Start)
	}
	r := mustSimulate(t, x, RunOptions{Runs: 40_000})
	if want := d.Survivor(15); math.Abs(r.Broken[1]-want) > 0.01 || r.Broken[0] != 0 {
		t.Errorf("broken in %v of the runs, want %.3f for the second link", r.Broken, want)
	}
}
