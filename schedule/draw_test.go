package schedule

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// The pass over blocks of runs gives, run by run, what the pass over one run gives.
func TestBlockEqualsSingleRun(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anySpec(true).Draw(t, "spec")
		n, err := Compile(s)
		if err != nil {
			t.Fatal(err)
		}
		count := rapid.IntRange(1, 9).Draw(t, "runs")
		d := newDates(0, len(n.act), block)
		for p, e := range n.ends {
			for i := n.first[p]; i < n.first[p+1]; i++ {
				n.draw(&d, i, 7, e.key, nil, 0, count)
				n.forwardBlock(&d, i, count)
			}
		}
		for r := range count {
			one := newDates(0, len(n.act), 1)
			for i := range n.act {
				at := d.row(int32(i)) + r
				one.duration[i] = d.duration[at]
				if n.slots[i].state != NotStarted {
					one.start[i] = d.start[at]
				}
				if n.slots[i].state == Done {
					one.finish[i] = d.finish[at]
				}
			}
			n.forward(&one, 0, 0, int32(len(n.act)))
			for i := range n.act {
				at := d.row(int32(i)) + r
				if d.start[at] != one.start[i] || d.finish[at] != one.finish[i] {
					t.Fatalf("run %d, slot %d: %d … %d, alone %d … %d\n%s", r, i,
						d.start[at], d.finish[at], one.start[i], one.finish[i], describe(s))
				}
			}
		}
	})
}

// A run's numbers do not depend on the block in which it is computed.
func TestDrawDoesNotDependOnBlocks(t *testing.T) {
	tab := newTable(LogNormal(60, 120))
	whole := make([]int32, 1000)
	drawDurations(whole, tab, 99, 0)
	for _, size := range []int{1, 7, 256} {
		parts := make([]int32, 0, 1000)
		for run0 := 0; run0 < 1000; run0 += size {
			part := make([]int32, min(size, 1000-run0))
			drawDurations(part, tab, 99, run0)
			parts = append(parts, part...)
		}
		if !slices.Equal(parts, whole) {
			t.Errorf("blocks of %d give other numbers", size)
		}
	}
}

// The loop in drawDurations is table.at written out; the two must agree.
func TestDrawIsTable(t *testing.T) {
	for _, d := range []Distribution{Fixed(3), Triangular(1, 5, 30), LogNormal(60, 120), LogNormal(2, 60)} {
		tab := newTable(d)
		into := make([]int32, 50_000)
		drawDurations(into, tab, 3, 0)
		for r, got := range into {
			if want := tab.at(uniform(3 + uint64(r)*golden)); got != want {
				t.Fatalf("%v: draw %d is %d, the table says %d", d, r, got, want)
			}
		}
	}
}

// furthest returns the greatest distance between the samples' distribution function and an exact one
// (the Kolmogorov–Smirnov statistic), over the days that occur.
func furthest(samples []int32, cdf func(int32) float64) float64 {
	sorted := slices.Clone(samples)
	slices.Sort(sorted)
	worst := 0.0
	for i, d := range sorted {
		if i+1 == len(sorted) || sorted[i+1] != d {
			worst = max(worst, math.Abs(float64(i+1)/float64(len(sorted))-cdf(d)))
		}
	}
	return worst
}

// ksLimit is exceeded once in some 10⁴ tests of a right sample of n values.
func ksLimit(n int) float64 { return 2.2 / math.Sqrt(float64(n)) }

// Drawn durations follow their distribution.
func TestDrawsFollowDistribution(t *testing.T) {
	const n = 100_000
	for _, d := range []Distribution{Triangular(15, 20, 40), Triangular(0, 0, 9), LogNormal(60, 120), LogNormal(4, 30)} {
		into := make([]int32, n)
		drawDurations(into, newTable(d), stream(1, 2, 3, forDuration), 0)
		if w := furthest(into, d.CDF); w > ksLimit(n) {
			t.Errorf("%v: the CDF is off by %g", d, w)
		}
	}
}

// Durations of what runs follow the distribution given that it exceeds what has elapsed, near and far
// out in the tail.
func TestDrawBeyondFollowsTruncatedDistribution(t *testing.T) {
	const n = 50_000
	for _, c := range []struct {
		d       Distribution
		elapsed int32
	}{
		{Triangular(15, 20, 40), 0}, {Triangular(15, 20, 40), 18}, {Triangular(15, 20, 40), 38},
		{LogNormal(60, 120), 30}, {LogNormal(60, 120), 119}, {LogNormal(60, 120), 400}, {LogNormal(60, 120), 2000},
		{LogNormal(5, 9), 60},
	} {
		start, into := make([]int32, n), make([]int32, n)
		fill(start, 100-c.elapsed)
		drawBeyond(into, newTable(c.d), start, 100, stream(1, 2, 3, forDuration), 0)
		left := c.d.Survivor(c.elapsed)
		given := func(k int32) float64 { return (left - c.d.Survivor(k)) / left }
		if w := furthest(into, given); w > ksLimit(n) {
			t.Errorf("%v beyond %d: the CDF is off by %g", c.d, c.elapsed, w)
		}
		if least := slices.Min(into); least <= c.elapsed {
			t.Errorf("%v beyond %d: a total of %d", c.d, c.elapsed, least)
		}
	}
}

// What is overdue finishes on the next day.
func TestDrawBeyondOverdue(t *testing.T) {
	into := make([]int32, 3)
	drawBeyond(into, newTable(Fixed(5)), []int32{0, 10, 17}, 20, 1, 0)
	equalDays(t, "totals", into, []int32{21, 11, 5})
}

// With the start known as a span, each run is conditioned on its own start.
func TestDrawBeyondWithUncertainStart(t *testing.T) {
	s := chain(Triangular(10, 20, 30))
	s.Now = 25
	s.Activities[0].Status = Started(Between(0, 20))
	r := mustSimulate(t, mustCompile(t, s), Options{Runs: 50_000, Seed: 4, Starts: true})
	seen := map[int32]int{}
	for run := range r.Runs {
		start, finish := r.Start.At(0, run), r.Finish.At(0, run)
		if start < 0 || start > 20 || finish <= 25 || finish-start > 30 && finish != 26 {
			t.Fatalf("run %d: %d … %d", run, start, finish)
		}
		seen[start]++
	}
	for day := int32(0); day <= 20; day++ {
		near(t, "share of starts", float64(seen[day])/50_000, 1.0/21, 0.005)
	}
}

// Days of a span are equally likely, the ends included.
func TestDrawSpanIsUniform(t *testing.T) {
	const n = 60_000
	for _, s := range []Span{Between(5, 5), Between(-3, 2), Between(100, 121)} {
		into := make([]int32, n)
		drawSpan(into, s, 17, 0)
		size := float64(s.Hi - s.Lo + 1)
		if w := furthest(into, func(k int32) float64 { return float64(k-s.Lo+1) / size }); w > ksLimit(n) {
			t.Errorf("%v: the CDF is off by %g", s, w)
		}
		if lo, hi := slices.Min(into), slices.Max(into); lo != s.Lo || hi != s.Hi {
			t.Errorf("%v: days %d … %d", s, lo, hi)
		}
	}
}
