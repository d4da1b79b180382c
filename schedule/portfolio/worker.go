package portfolio

import (
	"math"

	"github.com/etablera/etablera/schedule"
)

// block is how many runs are settled together, node by node: short loops over rows that stay in the second cache.
const block = 128

// worker settles blocks of runs. Its memory is reused from block to block.
type worker struct {
	m *simulation
	rows
	duration []int32
	cause    [][]float32 // by cause and run: its factor
	struck   [][]bool    // by risk and run
	way      [][]int32   // by choice and run: the way that chance or the plan takes
	factor   [block]float32
	extra    [block]int32
	owner    [block]Project // whose milestone is the last
	run0     int
	count    int
	*tally
}

func newWorker(m *simulation) *worker {
	s := m.c.spec
	w := &worker{m: m, rows: *newRows(m.nodes(), block), duration: make([]int32, len(s.Activities)*block), tally: newTally(m.network)}
	for range s.Causes {
		w.cause = append(w.cause, make([]float32, block))
	}
	for range s.Risks {
		w.struck = append(w.struck, make([]bool, block))
	}
	for range s.Choices {
		w.way = append(w.way, make([]int32, block))
	}
	return w
}

// run settles count runs from run0 on and counts what they show.
func (w *worker) run(run0, count int) {
	w.run0, w.count = run0, count
	w.common()
	activities := int32(len(w.m.source))
	for _, v := range w.m.order {
		w.begin(v)
		if v < activities {
			w.draw(v)
			w.last(v)
			w.absent(v)
		} else {
			copy(w.finishes(v), w.starts(v))
		}
	}
	w.keep()
	w.observe()
}

func (w *worker) starts(v int32) []int32 { return w.start[int(v)*block : int(v)*block+w.count] }
func (w *worker) finishes(v int32) []int32 {
	return w.finish[int(v)*block : int(v)*block+w.count]
}
func (w *worker) durations(v int32) []int32 {
	return w.duration[int(v)*block : int(v)*block+w.count]
}

// common draws what activities share: causes, risks, ways.
func (w *worker) common() {
	s := w.m.c.spec
	for i, row := range w.cause {
		schedule.NewStream(w.m.seed, s.Causes[i].Key, 0, streamCause).Normals(row[:w.count], w.run0)
		for r := range w.count {
			row[r] = float32(math.Exp(s.Causes[i].Spread * float64(row[r])))
		}
	}
	for i, row := range w.struck {
		from := schedule.NewStream(w.m.seed, s.Risks[i].Key, 0, streamRisk)
		for r := range w.count {
			row[r] = from.Uniform(w.run0+r) < s.Risks[i].Probability
		}
	}
	for i, row := range w.way {
		ch := &s.Choices[i]
		from := schedule.NewStream(w.m.seed, ch.Key, 0, streamWay)
		for r := range w.count {
			row[r] = w.m.plan.Way[i]
			if ch.random() {
				row[r] = ch.at(from.Uniform(w.run0 + r))
			}
		}
	}
}

// at returns the way that a uniform number takes.
func (ch *ChoiceSpec) at(u float64) int32 {
	for k := range ch.Ways {
		if u -= ch.Ways[k].Probability; u < 0 {
			return int32(k)
		}
	}
	k := len(ch.Ways) - 1
	for ch.Ways[k].Probability == 0 {
		k--
	}
	return int32(k)
}

// begin settles the starts of a node that arcs into its start and its base allow.
func (w *worker) begin(v int32) {
	start := w.starts(v)
	base := w.m.base[v]
	for r := range start {
		start[r] = base
	}
	for k := w.m.from[v]; k < w.m.from[v+1]; k++ {
		if a := &w.m.arcs[k]; a.kind != schedule.FinishFinish {
			w.raise(start, a)
		}
	}
}

// raise lets an arc hold back the days of a row.
func (w *worker) raise(days []int32, a *arc) {
	events := w.finishes(a.from)
	if a.kind == schedule.StartStart {
		events = w.starts(a.from)
	}
	if a.cal == nil {
		lag := a.lag
		for r, e := range events {
			days[r] = max(days[r], e+lag)
		}
		return
	}
	for r, e := range events {
		if e >= 0 {
			days[r] = max(days[r], a.cal.shift(e, a.lag))
		}
	}
}

// draw fills the durations of an activity and settles its start by its calendar.
func (w *worker) draw(v int32) {
	c := w.m.c
	a, src := &c.spec.Activities[v], &w.m.source[v]
	start, days := w.starts(v), w.durations(v)
	switch {
	case a.Finished.Known:
		for r := range days {
			start[r], days[r] = a.Started.Value, 0
		}
		return
	case a.Started.Known:
		for r := range start {
			start[r] = a.Started.Value
		}
	}
	switch {
	case src.sampler == nil:
		w.clock(a, src, start, days)
	case src.elapsed >= 0:
		src.sampler.DrawBeyond(days, src.elapsed, src.stream, w.run0)
	default:
		src.sampler.Draw(days, src.stream, w.run0)
	}
	if len(src.causes)+len(src.hits) > 0 {
		w.adjust(src, days)
	}
	if cal := c.calendars[a.Calendar]; cal != nil && !a.Started.Known {
		w.snap(v, cal, start, days)
	}
}

// snap moves starts to working days; a fixed start that is kept stays where it is.
func (w *worker) snap(v int32, cal *calendar, start, days []int32) {
	pin := int32(never)
	if w.m.held[v] == ForPin {
		pin = w.m.base[v]
	}
	clock := w.m.c.spec.Activities[v].Clock > 0
	for r, s := range start {
		if s != pin && (clock || days[r] > 0) {
			start[r] = cal.snap(s)
		}
	}
}

// clock asks an external clock. What starts on a day off starts on the next working day, by the rule in force then.
func (w *worker) clock(a *ActivitySpec, src *source, start, days []int32) {
	clock, cal := &w.m.c.spec.Clocks[a.Clock-1], w.m.c.calendars[a.Calendar]
	for r := range days {
		s := start[r]
		if !a.Started.Known && !(a.Pinned.Known && s == a.Pinned.Value) {
			s = cal.snap(s)
		}
		days[r] = clock.days(s, src.complex.Uniform(w.run0+r) < a.Complex)
	}
}

// adjust multiplies by common causes and lets risks strike. What has elapsed is not multiplied.
func (w *worker) adjust(src *source, days []int32) {
	factor, extra := w.factor[:len(days)], w.extra[:len(days)]
	for r := range factor {
		factor[r], extra[r] = 1, 0
	}
	for _, k := range src.causes {
		for r, f := range w.cause[k][:len(factor)] {
			factor[r] *= f
		}
	}
	for k := range src.hits {
		h := &src.hits[k]
		for r, struck := range w.struck[h.risk][:len(factor)] {
			if struck {
				factor[r] *= h.factor
				if h.days != nil {
					extra[r] += h.days.At(h.stream.Uniform(w.run0 + r))
				}
			}
		}
	}
	gone := max(src.elapsed, 0)
	least := min(src.elapsed+1, 1) // what runs takes a day more at the least
	for r, d := range days {
		left := min(float64(d-gone)*float64(factor[r])+0.5, MaxDay)
		days[r] = gone + max(int32(left), least) + extra[r]
	}
}

// last settles the finishes of an activity.
func (w *worker) last(v int32) {
	c := w.m.c
	a := &c.spec.Activities[v]
	start, finish, days := w.starts(v), w.finishes(v), w.durations(v)
	cal := c.calendars[a.Calendar]
	switch {
	case a.Finished.Known:
		for r := range finish {
			finish[r] = a.Finished.Value
		}
		return
	case cal == nil || a.Clock > 0:
		for r, s := range start {
			finish[r] = min(s+days[r], MaxDay)
		}
	default:
		for r, s := range start {
			finish[r] = cal.after(s, days[r])
		}
	}
	if a.Started.Known {
		for r := range finish {
			finish[r] = max(finish[r], c.spec.Now+1)
		}
	}
	for k := w.m.from[v]; k < w.m.from[v+1]; k++ {
		if a := &w.m.arcs[k]; a.kind == schedule.FinishFinish {
			w.raise(finish, a)
		}
	}
}

// absent takes an activity out of the runs that go another way.
func (w *worker) absent(v int32) {
	a := &w.m.c.spec.Activities[v]
	if a.Choice == 0 {
		return
	}
	start, finish, days := w.starts(v), w.finishes(v), w.durations(v)
	for r, way := range w.way[a.Choice-1][:w.count] {
		if way != a.Way {
			start[r], finish[r], days[r] = never, never, 0
		}
	}
}
