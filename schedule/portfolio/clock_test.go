package portfolio

import (
	"testing"

	"github.com/etablera/etablera/schedule"
)

// A permit applied for before the rule changes takes what the old rule says, and a complex case takes longer.
func TestClock(t *testing.T) {
	c := ClockSpec{Steps: []ClockStep{{0, 70, 70}, {100, 56, 0}}}
	for _, x := range []struct {
		day     int32
		complex bool
		want    int32
	}{{0, false, 70}, {99, true, 140}, {100, true, 56}, {500, false, 56}} {
		if got := c.days(x.day, x.complex); got != x.want {
			t.Errorf("day %d, complex %v: %d days, want %d", x.day, x.complex, got, x.want)
		}
	}
}

// A clock shrinks where a later rule asks for less, ordinary or complex.
func TestClockShrinks(t *testing.T) {
	for _, c := range []struct {
		steps []ClockStep
		want  bool
	}{
		{[]ClockStep{{0, 70, 70}}, false},
		{[]ClockStep{{0, 70, 70}, {9, 70, 70}}, false},
		{[]ClockStep{{0, 70, 0}, {9, 71, 0}}, false},
		{[]ClockStep{{0, 70, 70}, {9, 69, 90}}, true},
		{[]ClockStep{{0, 70, 70}, {9, 71, 60}}, true},
		{[]ClockStep{{0, 1, 0}, {9, 2, 0}, {12, 1, 0}}, true},
	} {
		if got := (&ClockSpec{Steps: c.steps}).shrinks(); got != c.want {
			t.Errorf("%v: %v, want %v", c.steps, got, c.want)
		}
	}
}

// The least that a clock ever takes is that of its shortest rule.
func TestClockLeast(t *testing.T) {
	c := ClockSpec{Steps: []ClockStep{{0, 70, 10}, {100, 56, 40}, {200, 60, 5}}}
	if got := c.least(false); got != 56 {
		t.Errorf("ordinary %d, want 56", got)
	}
	if got := c.least(true); got != 65 {
		t.Errorf("complex %d, want 65", got)
	}
}

// A permit runs on days off too; it starts on a working day where it has a calendar, and by the rule of that day.
func TestPermitInAPlan(t *testing.T) {
	for _, c := range []struct {
		what          string
		release       int32
		calendar      Calendar
		complex       float64
		start, finish int32
	}{
		{"from a Saturday, any day", 5, 0, 0, 5, 75},
		{"from a Saturday, on Monday, by the rule of Monday", 5, 1, 0, 7, 63},
		{"before the rule changes, complex", 3, 1, 0.5, 3, 143},
		{"less likely complex than not", 3, 1, 0.49, 3, 73},
		{"after the rule has changed, complex", 7, 0, 1, 7, 73},
	} {
		s := &Spec{}
		s.AddCalendar(NewCalendar("week", 7, week))
		s.AddClock(ClockSpec{Steps: []ClockStep{{0, 70, 70}, {6, 56, 10}}})
		p := s.AddProject(ProjectSpec{Unled: true, Release: c.release})
		s.AddActivity(ActivitySpec{Project: p, Calendar: c.calendar, Clock: 1, Complex: c.complex})
		if x := mustSolve(t, s, Options{}); x.Start[0] != c.start || x.Finish[0] != c.finish {
			t.Errorf("%s: %d to %d, want %d to %d", c.what, x.Start[0], x.Finish[0], c.start, c.finish)
		}
	}
}

// In simulation a permit is complex as often as stated, and lasts as long as the rule says in each case.
func TestPermitByChance(t *testing.T) {
	s := &Spec{}
	s.AddClock(ClockSpec{Steps: []ClockStep{{0, 70, 30}}})
	p := s.AddProject(ProjectSpec{Unled: true})
	s.AddActivity(ActivitySpec{Project: p, Clock: 1, Complex: 0.25})
	r := mustSimulate(t, mustSolve(t, s, Options{}), RunOptions{Runs: 40_000})
	if got := r.Finish.ShareBy(0, 70); got < 0.74 || got > 0.76 || r.Finish.ShareBy(0, 69) != 0 || r.Finish.ShareBy(0, 99) != got || r.Finish.ShareBy(0, 100) != 1 {
		t.Errorf("by day 70 in %.3f of the runs, want 0.75", got)
	}
}

// A running permit counts calendar days from its start, whatever its calendar: what has elapsed is no working time.
func TestRunningPermit(t *testing.T) {
	s := &Spec{Now: 14}
	s.AddCalendar(NewCalendar("week", 7, week))
	s.AddClock(ClockSpec{Steps: []ClockStep{{0, 20, 0}}})
	p := s.AddProject(ProjectSpec{Unled: true})
	s.AddActivity(ActivitySpec{Project: p, Calendar: 1, Clock: 1, Started: schedule.Known(0)})
	s.Risks = []RiskSpec{{Probability: 1, Factor: 2, Activities: []Activity{0}}}
	x := mustSolve(t, s, Options{})
	r := mustSimulate(t, x, RunOptions{Runs: 10})
	if got := r.Finish.At(0, 0); x.Finish[0] != 20 || got != 26 {
		t.Errorf("planned for %d, twice what is left ends on %d; want 20 and 26", x.Finish[0], got)
	}
}
