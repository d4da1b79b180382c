package economy

import (
	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/plan/timetable"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/sweden"
)

// profile says how the work on an office, and with it the establishment cost,
// is spread over working days. Days are numbers of the working calendar.
type profile struct {
	start, opening int32 // the days between which it is stretched when the opening moves
	whole          int64
	parts          []part
}

// part is weight spread evenly over length working days.
type part struct {
	from, length int32
	weight       int64
}

// done is the weight of the work done before a day, of the profile's whole.
// It is exact at both ends of every part.
func (p *profile) done(day int32) int64 {
	var sum int64
	for _, x := range p.parts {
		switch n := day - x.from; {
		case n >= x.length:
			sum += x.weight
		case n > 0:
			sum += x.weight * int64(n) / int64(x.length)
		}
	}
	return sum
}

// end is the first day after all work.
func (p *profile) end() int32 {
	last := p.parts[0].from
	for _, x := range p.parts {
		last = max(last, x.from+x.length)
	}
	return last
}

// stretched moves the opening to another day and everything between the start
// and the end of the work in proportion.
func (p *profile) stretched(opening int32) profile {
	out := profile{start: p.start, opening: opening, whole: p.whole, parts: make([]part, len(p.parts))}
	was, is := int64(p.opening-p.start), int64(opening-p.start)
	if was <= 0 || is <= 0 {
		out.start = opening
		out.parts = []part{{opening, 1, p.whole}}
		return out
	}
	at := func(day int32) int32 { return p.start + int32((int64(day-p.start)*is+was/2)/was) }
	for i, x := range p.parts {
		from := at(x.from)
		out.parts[i] = part{from, max(1, at(x.from+x.length)-from), x.weight}
	}
	if len(out.parts) == 1 {
		// A weight that its days divide keeps even work exact.
		out.whole = int64(out.parts[0].length)
		out.parts[0].weight = out.whole
	}
	return out
}

// weightScale makes an activity's weight divisible by its days with an error
// below a millionth; maxWeight keeps the product far from overflow.
const (
	weightScale = 1 << 20
	maxWeight   = 1_000_000
)

// profileOf spreads the work of a project over its activities by the weights of
// their stages, or evenly over the working days from start until the day
// before opening; without a start all of it falls on the opening.
func profileOf(cal *sweden.WorkingCalendar, p *timetable.Project, opening civil.Date, weights map[programme.StageID]int) profile {
	open := cal.Number(opening)
	out := profile{start: open, opening: open}
	if p.Start.IsKnown() && cal.Number(p.Start) < open {
		out.start = cal.Number(p.Start)
	}
	for _, a := range p.Activities {
		if w := weights[a.Stage]; w > 0 && a.Start.IsKnown() && a.Finish.IsKnown() && a.Finish >= a.Start {
			from := cal.Number(a.Start)
			out.parts = append(out.parts, part{from, max(1, cal.Number(a.Finish+1)-from), int64(w) * weightScale})
			out.whole += int64(w) * weightScale
			out.start = min(out.start, from)
		}
	}
	if out.whole == 0 {
		n := max(1, open-out.start)
		out.parts, out.whole = []part{{out.start, n, int64(n)}}, int64(n)
	}
	return out
}

// stageWeights are the cost weights of the process model; empty where it has none.
func stageWeights(s *programme.Snapshot) map[programme.StageID]int {
	weights := map[programme.StageID]int{}
	for _, st := range s.Process {
		if st.CostWeight > 0 {
			weights[st.ID] = min(st.CostWeight, maxWeight)
		}
	}
	return weights
}
