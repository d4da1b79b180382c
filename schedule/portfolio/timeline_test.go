package portfolio

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

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

// Two, then none from day 5, then three from day 9: the last day that is short is named, also beyond the stated days.
func TestConflictByHand(t *testing.T) {
	steps := []Step{{5, 0}, {9, 3}}
	for _, c := range []struct {
		what                   string
		taken                  [][3]int32
		from, to, amount, want int32
	}{
		{"there are two at first", nil, 0, 5, 2, -1},
		{"there are not three at first", nil, 0, 5, 3, 4},
		{"the last of the days without", nil, 3, 12, 1, 8},
		{"three for ever", nil, 9, 5000, 3, -1},
		{"never four", nil, 9, 5000, 4, 4999},
		{"no days are no conflict", nil, 6, 6, 9, -1},
		{"days the wrong way round are none", nil, 9, 6, 9, -1},
		{"one of two is taken", [][3]int32{{1, 3, 1}}, 0, 5, 2, 2},
		{"the other is free", [][3]int32{{1, 3, 1}}, 0, 5, 1, -1},
		{"far away one is taken", [][3]int32{{100, 110, 1}}, 90, 200, 3, 109},
		{"and two are left", [][3]int32{{100, 110, 1}}, 90, 200, 2, -1},
		{"history may take what is not there", [][3]int32{{0, 7, 5}}, 6, 7, 1, 6},
	} {
		line := newTimeline(2, steps)
		line.reset()
		for _, x := range c.taken {
			line.take(x[0], x[1], x[2])
		}
		if got := line.conflict(c.from, c.to, c.amount); got != c.want {
			t.Errorf("%s: %d, want %d", c.what, got, c.want)
		}
	}
}

// How long somebody has been idle before a day: since the last day that was full, or since the axis began.
func TestIdleByHand(t *testing.T) {
	line := newTimeline(1, []Step{{30, 0}, {40, 1}})
	line.reset()
	line.take(5, 10, 1)
	for _, c := range []struct{ day, most, want int32 }{
		{10, 400, 0}, {11, 400, 1}, {25, 400, 15}, {25, 6, 6}, {5, 400, 5}, {0, 400, 0}, {40, 400, 0}, {45, 400, 5}, {90, 20, 20},
	} {
		if got := line.idle(c.day, c.most); got != c.want {
			t.Errorf("before day %d, at most %d: %d, want %d", c.day, c.most, got, c.want)
		}
	}
}

// Forgetting what is planned brings back the capacity as stated, and only that.
func TestResetForgets(t *testing.T) {
	line := newTimeline(1, []Step{{3, 2}})
	line.reset()
	line.take(0, 50, 2)
	line.reset()
	if !slices.Equal(line.free, []int16{1, 1, 1}) || line.conflict(3, 50, 2) != -1 {
		t.Errorf("free %v", line.free)
	}
}

// Capacity on a day is that of the last step before it or on it.
func TestCapacityOn(t *testing.T) {
	steps := []Step{{5, 0}, {9, 3}}
	for day, want := range map[int32]int32{0: 2, 4: 2, 5: 0, 8: 0, 9: 3, 1000: 3} {
		if got := capacityOn(2, steps, day); got != want {
			t.Errorf("day %d: %d, want %d", day, got, want)
		}
	}
}
