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

// A timeline that is taken and given back is as it was, and its conflicts are those of counting.
func TestTimeline(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		line := newTimeline(2, []Step{{5, 0}, {9, 3}})
		line.reset()
		free := func(d int32) int32 { return capacityOn(2, []Step{{5, 0}, {9, 3}}, d) }
		from, to := rapid.Int32Range(0, 15).Draw(t, "from"), rapid.Int32Range(0, 15).Draw(t, "to")
		line.take(3, 12, 1)
		want := int32(-1)
		for d := from; d < to; d++ {
			left := free(d)
			if d >= 3 && d < 12 {
				left--
			}
			if left < 2 {
				want = d
			}
		}
		if got := line.conflict(from, to, 2); got != want {
			t.Fatalf("conflict in %d … %d: %d, want %d", from, to, got, want)
		}
		line.take(3, 12, -1)
		for d := range int32(20) {
			if line.conflict(d, d+1, free(d)) >= 0 || line.conflict(d, d+1, free(d)+1) < 0 {
				t.Fatalf("day %d is not as it was", d)
			}
		}
	})
}
