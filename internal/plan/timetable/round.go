package timetable

import (
	"math"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/programme"
)

// makeRounds forecasts every round from the joint samples of its projects: run
// by run, so that the chance that all open in time is not mistaken for the
// product, or the least, of theirs. O(projects × runs).
func (t *Timetable) makeRounds() {
	x := t.facts
	latest := latestBaseline(x)
	for i := range x.S.Rounds {
		facts := &x.S.Rounds[i]
		if _, first := x.Round(facts.ID); first != i {
			continue
		}
		r := Round{ID: facts.ID, Window: facts.Window, Minimum: facts.Minimum, AllInWindow: math.NaN(), MinimumInWindow: math.NaN(),
			Best: math.NaN(), Weakest: math.NaN()}
		for k := range t.Projects {
			p := &t.Projects[k]
			if p.Round != facts.ID {
				continue
			}
			r.Projects = append(r.Projects, k)
			if p.Stale {
				r.Stale++
			}
			if !p.HasForecast() {
				r.Without++
			} else if within(civil.Day(p.Forecast.P50), r.Window) {
				r.InWindow++
			}
			if o := baselineOpening(latest, p.ID); o >= 0 && within(latest.Openings[o].Opening, r.Window) {
				r.InWindowBaseline++
			}
		}
		if len(r.Projects) > 0 && r.Without == 0 {
			t.simulateRound(&r)
		}
		t.Rounds = append(t.Rounds, r)
	}
}

// within says whether a date lies in a window for certain.
func within(s, window civil.Span) bool {
	return s.IsKnown() && window.IsKnown() && s.First.IsKnown() && s.Last.IsKnown() && s.First >= window.First &&
		(!window.Last.IsKnown() || s.Last <= window.Last)
}

// latestBaseline returns the baseline frozen last, or nil; of two equally late the one written last.
func latestBaseline(x *programme.Index) *programme.Baseline {
	var latest *programme.Baseline
	for i := range x.S.Baselines {
		if b := &x.S.Baselines[i]; latest == nil || b.Frozen >= latest.Frozen {
			latest = b
		}
	}
	return latest
}

// baselineOpening returns the position of a project's opening in a baseline, or −1.
func baselineOpening(b *programme.Baseline, id programme.ProjectID) int {
	if b != nil {
		for i := range b.Openings {
			if b.Openings[i].Project == id {
				return i
			}
		}
	}
	return -1
}

func (t *Timetable) simulateRound(r *Round) {
	last, inTime := make([]civil.Date, t.Runs), make([]int, t.Runs)
	for _, k := range r.Projects {
		base, days := t.Samples(k)
		for run, d := range days {
			day := base + civil.Date(d)
			last[run] = max(last[run], day)
			if day <= r.Window.Last {
				inTime[run]++
			}
		}
	}
	r.LastOpening = quantilesOfDates(last)
	if !r.Window.Last.IsKnown() {
		return
	}
	r.AllInWindow, r.Best, r.Weakest = shareAtLeast(inTime, len(r.Projects)), 0, 1
	for _, k := range r.Projects {
		single := t.ProbabilityBy(t.Projects[k].ID, r.Window.Last)
		r.Best, r.Weakest = max(r.Best, single), min(r.Weakest, single)
	}
	if r.Minimum.Known {
		r.MinimumInWindow = shareAtLeast(inTime, r.Minimum.High)
	}
}

func shareAtLeast(counts []int, n int) float64 {
	runs := 0
	for _, c := range counts {
		if c >= n {
			runs++
		}
	}
	return float64(runs) / float64(len(counts))
}
