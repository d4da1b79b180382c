package portfolio

import (
	"fmt"
	"slices"
	"testing"

	"github.com/etablera/etablera/schedule"
)

// took is what a flow says: who waits for which nodes, and for which day at the least.
func took(capacity int32, steps []Step, uses []use) []string {
	var out []string
	flow(capacity, steps, uses, func(u *use, from unit) {
		if u.begin >= 0 {
			out = append(out, fmt.Sprintf("%d after %v since %d", u.begin, from.nodes, from.since))
		}
	})
	return out
}

// A unit passes from use to use in the order of the starts. What has started (begin −1) may use more than there is: that is paid
// back before anything new begins, and what comes on a day is waited for though something else has finished before it.
func TestFlowByHand(t *testing.T) {
	of := func(from, to, amount, begin int32) use { return use{from, to, amount, begin, begin, Project(begin)} }
	ran := func(to, amount, end int32) use {
		u := of(0, to, amount, -1)
		u.end, u.project = end, Project(end)
		return u
	}
	type uses = []use
	for _, c := range []struct {
		what     string
		capacity int32
		steps    []Step
		uses     uses
		want     []string
	}{
		{"one after the other", 1, nil, uses{of(0, 5, 1, 1), of(5, 9, 1, 2)}, []string{"1 after [] since 0", "2 after [1] since 0"}},
		{"in the order of starts", 1, nil, uses{of(5, 9, 1, 2), of(0, 5, 1, 1)}, []string{"1 after [] since 0", "2 after [1] since 0"}},
		{"side by side", 2, nil, uses{of(0, 5, 1, 1), of(0, 9, 1, 2)}, []string{"1 after [] since 0", "2 after [] since 0"}},
		{"from who has been free for longest", 2, nil, uses{of(0, 5, 1, 1), of(0, 3, 1, 2), of(6, 9, 1, 3)},
			[]string{"1 after [] since 0", "2 after [] since 0", "3 after [2] since 0"}},
		{"two units from two", 2, nil, uses{of(0, 5, 1, 1), of(0, 3, 1, 2), of(5, 9, 2, 3)},
			[]string{"1 after [] since 0", "2 after [] since 0", "3 after [2] since 0", "3 after [1] since 0"}},
		{"who comes on a day", 0, []Step{{7, 1}}, uses{of(7, 9, 1, 1)}, []string{"1 after [] since 7"}},
		{"who goes is the one who is idle", 2, []Step{{4, 1}}, uses{of(0, 9, 1, 1), of(9, 12, 1, 2)},
			[]string{"1 after [] since 0", "2 after [1] since 0"}},
		{"who goes and comes back", 1, []Step{{4, 0}, {8, 1}}, uses{of(0, 4, 1, 1), of(8, 12, 1, 2)},
			[]string{"1 after [] since 0", "2 after [] since 8"}},
		{"too much has started", 1, nil, uses{ran(10, 1, 1), ran(12, 1, 2), of(12, 15, 1, 3)}, []string{"3 after [1 2] since 0"}},
		{"too much has started, and one more comes before that is over", 1, []Step{{5, 2}},
			uses{ran(10, 1, 1), ran(12, 1, 2), of(10, 15, 1, 3)}, []string{"3 after [1] since 0"}},
		{"one comes after what has started is over", 0, []Step{{20, 1}}, uses{ran(10, 1, 1), ran(12, 1, 2), of(20, 25, 1, 3)},
			[]string{"3 after [1 2] since 20"}},
		{"one goes while what has started goes on", 2, []Step{{5, 1}}, uses{ran(10, 1, 1), ran(12, 1, 2), of(12, 15, 1, 3)},
			[]string{"3 after [2 1] since 0"}},
		{"two owe, one comes", 0, []Step{{6, 1}}, uses{ran(10, 2, 1), of(10, 15, 1, 3)}, []string{"3 after [1 1] since 6"}},
		{"its own project first", 2, nil, uses{{0, 3, 1, 1, 1, 7}, {0, 5, 1, 2, 2, 8}, {6, 9, 1, 3, 3, 8}},
			[]string{"1 after [] since 0", "2 after [] since 0", "3 after [2] since 0"}},
		{"but not before that is free", 2, nil, uses{{0, 3, 1, 1, 1, 7}, {0, 8, 1, 2, 2, 8}, {6, 9, 1, 3, 3, 8}},
			[]string{"1 after [] since 0", "2 after [] since 0", "3 after [1] since 0"}},
		{"a hand-over frees on its day", 1, nil, uses{{0, 5, 1, 1, -1, 1}, {5, 9, 1, 2, 2, 2}}, []string{"1 after [] since 0", "2 after [] since 5"}},
	} {
		if got := took(c.capacity, c.steps, c.uses); !slices.Equal(got, c.want) {
			t.Errorf("%s:\n\t%q\nwant\n\t%q", c.what, got, c.want)
		}
	}
}

// Two projects run under a leader who has gone, and who comes back later than the shorter of them ends: the next waits for both, and
// for the day; and where chance holds one of them up, for that.
func TestLeaderComesBackToTooMuch(t *testing.T) {
	s := &Spec{Now: 5}
	s.AddLeader(LeaderSpec{Most: 2, Steps: []Step{{3, 0}, {40, 1}}})
	for k, d := range []schedule.Distribution{schedule.Fixed(20), schedule.Triangular(25, 30, 80), schedule.Fixed(4)} {
		p := line(s, uint64(k+1), d)
		if k < 2 {
			s.Projects[p].Leader, s.Activities[k].Started = 1, schedule.Known(0)
		}
	}
	x := mustSolve(t, s, Options{})
	if x.Start[2] != 40 {
		t.Fatalf("the third starts on day %d, want 40", x.Start[2])
	}
	if n := newNetwork(x.Portfolio, x.Schedule); slices.Contains(n.held, ForPlan) {
		t.Error("something waits and nothing says why")
	}
	list := x.Waits(2)
	if w := list[len(list)-1]; w.Why != ForLeader || w.To != 40 {
		t.Errorf("the chain begins with %+v, want the leader's day 40", w)
	}
	r := mustSimulate(t, x, RunOptions{Runs: 2000})
	late := 0
	for run := range r.Runs {
		want := max(40, r.Finish.At(1, run))
		if got := r.Start.At(2, run); got != want {
			t.Fatalf("run %d: starts on day %d, want %d", run, got, want)
		}
		if want > 40 {
			late++
		}
	}
	if late == 0 || late == r.Runs {
		t.Errorf("late in %d of %d runs", late, r.Runs)
	}
}
