package timetable

import (
	"context"
	"fmt"
	"slices"
	"sync"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
)

// Past is what was forecast of a project on an earlier day.
type Past struct {
	State     State
	Start     civil.Date
	Planned   civil.Date
	Announced civil.Span
	// Stale says that the forecast was one of silence, as Project.Stale does.
	Stale bool
	// Deciles are the days by which it has opened with 10, 20 … 90 per cent
	// probability; unknown where there was no forecast.
	Deciles [9]civil.Date
}

// HasForecast says whether there was a forecast.
func (p *Past) HasForecast() bool { return p.Deciles[4].IsKnown() }

// Quantiles returns the four quantiles that a timetable shows.
func (p *Past) Quantiles() Quantiles {
	return Quantiles{p.Deciles[0], p.Deciles[4], p.Deciles[7], p.Deciles[8]}
}

// replays keeps what was forecast on earlier days, for as long as the timetable is
// kept. Only quantiles are kept, for the samples of a day take as much room as those
// of the timetable itself.
type replays struct {
	lock sync.Mutex
	days map[civil.Date]map[programme.ProjectID]Past
}

// mostReplays bounds the days that are kept; others are made again each time.
const mostReplays = 64

// AsOf returns what was forecast on an earlier day, by project: the timetable is
// made again from what was known at the end of that day, with the same seed and
// runs, so that it equals what a plan of that day says. It takes as long as a
// timetable does, and is kept. Days after Now are an error. Callers may be many at once.
func (t *Timetable) AsOf(ctx context.Context, day civil.Date) (map[programme.ProjectID]Past, error) {
	if day > t.Now || !day.IsKnown() {
		return nil, fmt.Errorf("%s lies after %s: what was forecast on it is not known", day, t.Now)
	}
	if day == t.Now {
		return t.pastOf(), nil
	}
	t.replays.lock.Lock()
	defer t.replays.lock.Unlock()
	if past, ok := t.replays.days[day]; ok {
		return past, nil
	}
	then := programme.NewIndex(t.facts.S.AsOf(day))
	made, err := MakeContext(ctx, then, t.calendar, Options{Seed: t.Seed, Runs: t.Runs, Independent: t.independent})
	if err != nil {
		return nil, fmt.Errorf("as of %s: %w", day, err)
	}
	if t.replays.days == nil {
		t.replays.days = map[civil.Date]map[programme.ProjectID]Past{}
	}
	past := made.pastOf()
	if len(t.replays.days) < mostReplays {
		t.replays.days[day] = past
	}
	return past, nil
}

func (t *Timetable) pastOf() map[programme.ProjectID]Past {
	past := make(map[programme.ProjectID]Past, len(t.Projects))
	for i := range t.Projects {
		p := &t.Projects[i]
		out := Past{State: p.State, Start: p.Start, Planned: p.Planned, Announced: p.Announced, Stale: p.Stale}
		if base, days := t.Samples(i); len(days) > 0 {
			out.Deciles = decilesOf(base, days)
		}
		past[p.ID] = out
	}
	return past
}

// decilesOf returns the nearest-rank deciles of samples, as quantilesOf does its quantiles.
func decilesOf(base civil.Date, days []uint16) (out [9]civil.Date) {
	count := make([]int, int(slices.Max(days))+1)
	for _, d := range days {
		count[d]++
	}
	seen, k := 0, -1
	for i := range out {
		for need := (len(days)*(i+1)*10 + 99) / 100; seen < need; {
			k++
			seen += count[k]
		}
		out[i] = base + civil.Date(k)
	}
	return out
}

// News is what became known of an opening on a day.
type News struct {
	Day     civil.Date
	Project programme.ProjectID
	Opened  bool // else announced
	Date    civil.Span
	Event   int // position in Snapshot.OfficeEvents
}

// News lists what has become known of the projects' openings, by day, projects in
// the order of the timetable.
func (t *Timetable) News() []News {
	var out []News
	for i := range t.Projects {
		p := &t.Projects[i]
		facts := &t.facts.S.Projects[p.Position]
		for _, e := range t.facts.Events(p.Office) {
			event := &t.facts.S.OfficeEvents[e]
			opened := event.Kind == programme.Opened && facts.Kind == programme.Open || event.Kind == programme.Moved && facts.Kind == programme.Move
			known := knownFrom(t.facts, event.Provenance)
			if known.IsKnown() && known <= t.Now && (opened || event.Kind == programme.OpeningPlanned && facts.Kind == programme.Open) {
				out = append(out, News{known, p.ID, opened, event.Date, e})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b News) int { return int(a.Day - b.Day) })
	return out
}

// HistoryDays lists the days on which forecasts are worth looking back at: when a
// timetable was frozen, when an opening became known or was announced afterwards, and Now.
func (t *Timetable) HistoryDays() []civil.Date {
	var days []civil.Date
	for i := range t.facts.S.Baselines {
		if b := &t.facts.S.Baselines[i]; len(b.Openings) > 0 && b.Frozen.IsKnown() && b.Frozen <= t.Now {
			days = append(days, b.Frozen)
		}
	}
	first := civil.Date(0)
	if len(days) > 0 {
		first = slices.Min(days)
	}
	for _, n := range t.News() {
		if n.Day >= first {
			days = append(days, n.Day)
		}
	}
	days = append(days, t.Now)
	slices.Sort(days)
	return slices.Compact(days)
}

// PastAt is the address of what was forecast on an earlier day.
func PastAt(day civil.Date, id programme.ProjectID, field string) figure.Address {
	return figure.At(Segment, "as-of", day, id, field)
}
