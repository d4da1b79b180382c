package portfolio

import (
	"slices"
	"testing"

	"github.com/etablera/etablera/schedule"
	"pgregory.net/rapid"
)

// Groups list what belongs to each, in order, and leave out what belongs to none.
func TestGroup(t *testing.T) {
	keys := []int{2, 0, -1, 2, 0, 2}
	c := group(4, len(keys), func(i int) int { return keys[i] })
	for g, want := range [][]int32{{1, 4}, {}, {0, 3, 5}, {}} {
		if got := c.at(int32(g)); !slices.Equal(got, want) {
			t.Errorf("group %d: %v, want %v", g, got, want)
		}
	}
}

// Links lead forward in each project's order, which names each of its activities once.
func TestTopologicalOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 9).Draw(t, "activities")
		rank := rapid.Permutation(slices.Collect(func(yield func(int) bool) {
			for i := range n {
				if !yield(i) {
					return
				}
			}
		})).Draw(t, "rank")
		s := &Spec{}
		p := s.AddProject(ProjectSpec{Unled: true})
		for range n {
			s.AddActivity(ActivitySpec{Project: p, Duration: schedule.Fixed(1)})
		}
		for i := range n {
			for j := range n {
				if rank[i] < rank[j] && rapid.IntRange(0, 2).Draw(t, "link") == 0 {
					s.AddLink(Activity(i), Activity(j), schedule.FinishStart, 0)
				}
			}
		}
		list := mustCompileRapid(t, s).activities(p)
		at := make([]int, n)
		for k, a := range list {
			at[a] = k + 1
		}
		if len(list) != n || slices.Contains(at, 0) {
			t.Fatalf("order %v", list)
		}
		for _, l := range s.Links {
			if at[l.From] >= at[l.To] {
				t.Fatalf("order %v, and a link from %d to %d", list, l.From, l.To)
			}
		}
	})
}

// What the plan takes an activity to last: the likely days; of what has run for longer, the median of what may remain.
func TestPlannedDurations(t *testing.T) {
	d := schedule.Triangular(10, 20, 60)
	for _, c := range []struct {
		what string
		a    ActivitySpec
		want int32
	}{
		{"certain", ActivitySpec{Duration: schedule.Fixed(7)}, 7},
		{"likely", ActivitySpec{Duration: d}, 20},
		{"the median of a log-normal one", ActivitySpec{Duration: schedule.LogNormal(12, 30)}, 12},
		{"running in time", ActivitySpec{Duration: d, Started: schedule.Known(85)}, 20},
		{"running for as long as was likely", ActivitySpec{Duration: d, Started: schedule.Known(80)}, d.QuantileBeyond(0.5, 20)},
		{"running for longer", ActivitySpec{Duration: d, Started: schedule.Known(60)}, d.QuantileBeyond(0.5, 40)},
		{"running for longer than it can", ActivitySpec{Duration: d, Started: schedule.Known(0)}, 101},
		{"over", ActivitySpec{Duration: d, Started: schedule.Known(60), Finished: schedule.Known(70)}, 0},
	} {
		s := &Spec{Now: 100}
		s.AddProject(ProjectSpec{Unled: true})
		s.AddActivity(c.a)
		if got := mustCompile(t, s).fixed[0]; got != c.want {
			t.Errorf("%s: %d days, want %d", c.what, got, c.want)
		}
	}
}

// Leaders are equal where they can lead as much on every day; then the first of them stands for all.
func TestEqualLeaders(t *testing.T) {
	step := []Step{{9, 2}}
	s := &Spec{Leaders: []LeaderSpec{{Name: "a"}, {Name: "b", Most: 1}, {Most: 2}, {Most: 1, Steps: step}, {Most: 2}, {Most: 1, Steps: slices.Clone(step)}, {Steps: step}}}
	if got, want := mustCompile(t, s).class[1:], []Leader{1, 1, 3, 4, 3, 4, 7}; !slices.Equal(got, want) {
		t.Errorf("classes %v, want %v", got, want)
	}
}

// A project has begun when something of it has, and is over when all of it is.
func TestHistoryOfProjects(t *testing.T) {
	s := &Spec{Now: 9}
	for k := range 3 {
		p := line(s, uint64(k+1), fixed(2, 2)...)
		s.Projects[p].Unled = true
	}
	happened(s, 2, 1, 3)
	happened(s, 4, 1, 3)
	happened(s, 5, 3, 9)
	c := mustCompile(t, s)
	for p, want := range [][2]bool{{false, false}, {true, false}, {true, true}} {
		if got := [2]bool{c.started(Project(p)), c.finished(Project(p))}; got != want {
			t.Errorf("project %d: begun and over %v, want %v", p, got, want)
		}
	}
}

// The builders give positions that lead back to what was added.
func TestBuilders(t *testing.T) {
	s := &Spec{}
	for k := range 2 {
		p := s.AddProject(ProjectSpec{Key: uint64(k)})
		a := s.AddActivity(ActivitySpec{Project: p})
		if int(p) != k || int(a) != k || s.AddCalendar(CalendarSpec{}) != Calendar(k+1) || s.AddClock(ClockSpec{}) != Clock(k+1) ||
			s.AddLeader(LeaderSpec{}) != Leader(k+1) || s.AddTeam(TeamSpec{}) != Team(k) || s.AddChoice(ChoiceSpec{}) != Choice(k+1) || s.AddCause(CauseSpec{}) != Cause(k) {
			t.Errorf("a position of round %d is wrong", k)
		}
	}
	s.AddPool("pool", 3, 2)
	if len(s.Leaders) != 5 || s.Leaders[4].Name != "pool" || s.Leaders[4].Most != 2 {
		t.Errorf("leaders %+v", s.Leaders)
	}
}

// The search's numbers are those of SplitMix64 from state 0, and lie below what is asked for.
func TestRandomNumbers(t *testing.T) {
	r := random{}
	for _, want := range []uint64{0xe220a8397b1dcdaf, 0x6e789e6aa1b965f4, 0x06c45d188009454f} {
		if got := r.next(); got != want {
			t.Errorf("%x, want %x", got, want)
		}
	}
	count := make([]int, 7)
	for range 70_000 {
		count[r.below(7)]++
	}
	for k, n := range count {
		if n < 9500 || n > 10500 {
			t.Errorf("%d came %d times of 70,000", k, n)
		}
	}
}
