package schedule

import (
	"slices"
	"testing"
)

// Quantiles of an activity are those of its finishes in all runs; here the milestone's, which are kept.
func TestResultQuantilesAreTheSamples(t *testing.T) {
	s := programme(6)
	n := mustCompile(t, s)
	r := mustSimulate(t, n, Options{Runs: 777, Seed: 11})
	for p := range Project(6) {
		days := r.Finish.Append(nil, p)
		slices.Sort(days)
		q := r.Activities[n.Milestone(p)]
		equalDays(t, "quantiles", []int32{q.P10, q.P50, q.P80, q.P90},
			[]int32{days[77], days[388], days[621], days[699]}) // ⌈777·p⌉th
	}
}

// Starts are kept when asked for.
func TestStarts(t *testing.T) {
	s := chain(Fixed(3), LogNormal(20, 40))
	s.Activities[0].Release = Known(12)
	s.SetEnds(0, 0, 1)
	r := mustSimulate(t, mustCompile(t, s), Options{Runs: 100, Starts: true})
	if lo, hi := r.Start.Range(0); lo != 12 || hi != 12 {
		t.Errorf("starts %d … %d, want 12", lo, hi)
	}
	s.SetEnds(0, 1, 1)
	r = mustSimulate(t, mustCompile(t, s), Options{Runs: 100, Starts: true})
	if lo, hi := r.Start.Range(0); lo != 15 || hi != 15 {
		t.Errorf("starts %d … %d, want 15", lo, hi)
	}
}

// Two bytes per project and run, and no more: 3,000 projects in 10,000 runs take 60 MB.
func TestSamplesAreCompact(t *testing.T) {
	s := newSamples(30, 1000)
	if got := 2 * cap(s.offset); got != 2*30*1000 {
		t.Errorf("%d bytes", got)
	}
}
