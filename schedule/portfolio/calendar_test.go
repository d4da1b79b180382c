package portfolio

import (
	"testing"

	"pgregory.net/rapid"
)

// Counting by table gives what walking day by day gives, also beyond the stated days.
func TestCalendarEqualsWalking(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		days := rapid.SliceOfN(rapid.Bool(), 7, 80).Draw(t, "days")
		days[len(days)-1] = true
		s := NewCalendar("", int32(len(days)), func(d int32) bool { return days[d] })
		c := newCalendar(&s)
		start, n := rapid.Int32Range(0, 200).Draw(t, "start"), rapid.Int32Range(1, 40).Draw(t, "n")
		first := start
		for !s.Works(first) {
			first++
		}
		if got := c.snap(start); got != first {
			t.Fatalf("snap %d: %d, want %d", start, got, first)
		}
		end, left := first, n
		for ; left > 0; end++ {
			if s.Works(end) {
				left--
			}
		}
		if got := c.after(first, n); got != end || c.shift(first, n) != end {
			t.Fatalf("%d days from %d: %d and %d, want %d", n, first, got, c.shift(first, n), end)
		}
		if back := c.shift(end, -n); back != first {
			t.Fatalf("%d days back from %d: %d, want %d", n, end, back, first)
		}
		if c.least(n) > end-first || c.least(n) < n {
			t.Fatalf("%d days take %d at least, and %d here", n, c.least(n), end-first)
		}
	})
}

// Without a calendar every day counts, and what takes no time waits for no working day.
func TestEveryDay(t *testing.T) {
	var c *calendar
	if c.snap(6) != 6 || c.after(6, 3) != 9 || c.shift(6, -2) != 4 || c.least(5) != 5 || c.after(6, 0) != 6 {
		t.Error("a day is left out")
	}
}

// On a week from Monday: Friday plus one day is Saturday as a finish and Monday as a start; a lag counts working days only.
func TestWeekByHand(t *testing.T) {
	s := NewCalendar("week", 7, week)
	c := newCalendar(&s)
	for _, x := range []struct {
		what      string
		got, want int32
	}{
		{"Friday is a working day", c.snap(4), 4},
		{"Saturday waits for Monday", c.snap(5), 7},
		{"Sunday waits for Monday", c.snap(6), 7},
		{"one day from Friday is over on Saturday", c.after(4, 1), 5},
		{"two days from Friday are over on Tuesday", c.after(4, 2), 8},
		{"a week from Monday is over on Saturday", c.after(0, 5), 5},
		{"six days from Monday are over on the next Tuesday", c.after(0, 6), 8},
		{"no time takes no time, even on Sunday", c.after(6, 0), 6},
		{"no lag moves nothing, even on Sunday", c.shift(6, 0), 6},
		{"one working day after Saturday is the end of Monday", c.shift(5, 1), 8},
		{"one working day before Saturday is Friday", c.shift(5, -1), 4},
		{"one working day before Monday is Friday", c.shift(7, -1), 4},
		{"five working days before Monday is Monday", c.shift(7, -5), 0},
		{"nothing is before day 0", c.shift(7, -6), 0},
		{"there are five before day 7", c.count(7), 5},
		{"the first is Monday", c.nth(0), 0},
		{"before the first there is none", c.nth(-3), 0},
		{"the sixth is the second Monday", c.nth(5), 7},
		{"one day can be one day", c.least(1), 1},
		{"five days can be five", c.least(5), 5},
		{"six days hold a weekend", c.least(6), 8},
		{"ten days hold a weekend", c.least(10), 12},
		{"eleven days hold two", c.least(11), 15},
	} {
		if x.got != x.want {
			t.Errorf("%s: %d, want %d", x.what, x.got, x.want)
		}
	}
}

// A calendar whose first day is off has nothing to count back to: a lag leads to day 0, not to its first working day.
func TestLagBeforeTheAxis(t *testing.T) {
	s := NewCalendar("from Tuesday", 7, func(d int32) bool { return d%7 > 0 })
	c := newCalendar(&s)
	if got := c.shift(2, -5); got != 0 {
		t.Errorf("%d, want 0", got)
	}
	k := checker{spec: &Spec{Calendars: []CalendarSpec{s}}}
	if got := k.moved(&Link{Lag: -5, LagCalendar: 1}, 2); got != 0 {
		t.Errorf("the checker says %d, want 0", got)
	}
}

// At the end of the axis days stop at its last.
func TestEndOfTheAxis(t *testing.T) {
	s := NewCalendar("week", 7, week)
	c := newCalendar(&s)
	if got := c.after(MaxDay-3, 20); got != MaxDay {
		t.Errorf("finish %d, want %d", got, MaxDay)
	}
	if got := c.snap(MaxDay + 50); got != MaxDay {
		t.Errorf("snap %d, want %d", got, MaxDay)
	}
	var every *calendar
	if got := every.after(MaxDay-3, 20); got != MaxDay {
		t.Errorf("finish %d, want %d", got, MaxDay)
	}
}

// The last seven stated days repeat: days before them, such as holidays, do not come back.
func TestLastWeekRepeats(t *testing.T) {
	s := NewCalendar("holiday in the first week", 14, func(d int32) bool { return week(d) && d != 2 })
	for d, want := range map[int32]bool{2: false, 9: true, 16: true, 23: true, 12: false, 19: false, 14 + 7*100: true, 14 + 7*100 + 5: false} {
		if got := s.Works(d); got != want {
			t.Errorf("day %d: works %v, want %v", d, got, want)
		}
	}
}
