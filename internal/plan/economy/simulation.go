package economy

import (
	"slices"
	"time"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/money"
)

// A run counts establishment in parts of an office's whole cost, and operation
// in days: both become money once per class and tertial, not once per office.
const (
	wholeBits = 30 // an office's establishment cost is 2^30 parts
	rateBits  = 20 // running cost per day is kept in 2^-20 öre
	stepBits  = 40 // the reciprocal of a number of working days
	maxBlock  = 512
	daysBits  = 32 // a cell's low half is days, its high half offices opened
)

// cell is what a class of offices does in a tertial of a run.
type cell struct {
	work      int64 // parts of establishment costs
	operation int64 // offices opened in the tertial, and their days in operation in it
}

// class is the offices that have the same types in the two scenarios.
type class struct {
	types   [2]TypeIndex
	closed  []int64 // days lost in each tertial by offices that have closed
	offices int64
	from    int // nothing happens in any run before this tertial
	until   int // from this one on all runs are alike: the first of a year
}

// simulation is the data of all runs, laid out for look-ups by day.
type simulation struct {
	runs, block, periods int
	scenarios            Scenario // 1 where the two cost the same
	classes              []class
	offices              []simulated

	day0      civil.Date // the tables below start here
	number    []int32    // working-day number of a day
	tertial   []uint8    // tertial of a day; periods for later ones
	remaining []int32    // days of the tertial from a day on
	length    []int64    // days of each tertial
	ends      []int32    // working-day number of the first day after each tertial
	step      []uint64   // 2^stepBits over a number of working days

	cost   [2][]int64      // by scenario: type × tertial, establishment cost in öre
	rate   [2][]int64      // by scenario: type × tertial, running cost per day
	totals [2][2][][]int64 // scenario × {establishment, running} × tertial × run
	steady [2][]int64      // scenario × tertial: running cost that is the same in every run
}

// simulated is an office with what it needs in the inner loop.
type simulated struct {
	class   int
	fixed   int32    // opening day since day0, where days is nil
	base    int32    // of the samples, since day0
	days    []uint16 // nil: the opening is certain
	start   int32
	noStart bool
	first   int      // the tertial of the start
	lastRun int32    // day after the last in operation, since day0
	shape   []uint32 // the work done at even steps of the time; nil: evenly
	longer  int64    // the length of the work over that to the opening, in 2^-20
}

func (e *Economy) newSimulation(scope Scope) *simulation {
	s := &simulation{runs: e.dates.Runs, periods: 3 * (e.Last - e.First + 1), day0: newYear(e.First)}
	if s.runs <= 0 || e.dates.Samples == nil {
		return nil
	}
	at, sampled := map[[2]TypeIndex]int{}, false
	for i := range e.Offices {
		of := &e.Offices[i]
		base, days := e.samples(of)
		if !of.Opening.IsKnown() || of.Type[Low] == NoType || !e.within(OfficeIndex(i), scope, Low) {
			continue
		}
		c, ok := at[of.Type]
		if !ok {
			c = len(s.classes)
			at[of.Type] = c
			s.classes = append(s.classes, class{types: of.Type, closed: make([]int64, s.periods), from: s.periods})
		}
		o := simulated{class: c, fixed: int32(of.Opening - s.day0), start: of.spell.work.start, longer: 1 << 20, lastRun: 1 << 30}
		if base.IsKnown() && len(days) > 0 {
			o.base, o.days, sampled = int32(base-s.day0), days, true
		}
		o.bend(&of.spell.work)
		o.first = s.tertialOf(e.cal.Date(o.start))
		if of.Closing.IsKnown() {
			o.lastRun = int32(of.Closing + 1 - s.day0)
			s.close(c, of.Closing)
		}
		s.offices = append(s.offices, o)
		s.classes[c].bound(s, e, &o)
	}
	if !sampled {
		return nil
	}
	s.layTables(e)
	s.layCosts(e)
	s.layTotals()
	return s
}

// bound widens the time in which runs of a class can differ by an office's:
// from its start, or earliest opening, until its last day of work.
func (c *class) bound(s *simulation, e *Economy, o *simulated) {
	earliest, latest := o.fixed, o.fixed
	if o.days != nil {
		earliest, latest = o.base+int32(slices.Min(o.days)), o.base+int32(slices.Max(o.days))
	}
	day := func(d int32) civil.Date { return max(s.day0, min(s.day0+civil.Date(d), e.cal.Last())) }
	c.offices++
	c.from = min(c.from, o.first, s.tertialOf(day(earliest)))
	end := e.cal.Number(day(latest))
	if o.shape != nil {
		end = max(end, o.start+int32(int64(end-o.start)*o.longer>>20)+1)
	}
	last := s.tertialOf(e.cal.Date(min(end+1, e.cal.Len()-1)))
	c.until = max(c.until, min(s.periods, 3*(last/3+1)))
}

// shapePoints is the resolution of a weighted profile in the simulation.
const shapePoints = 1024

// bend keeps the shape of a profile that is not even.
func (o *simulated) bend(w *profile) {
	o.noStart = w.start >= w.opening
	if len(w.parts) == 1 && w.parts[0].from == w.start && w.parts[0].from+w.parts[0].length == w.opening || o.noStart {
		return
	}
	length := int64(w.end() - w.start)
	o.longer = length << 20 / int64(w.opening-w.start)
	o.shape = make([]uint32, shapePoints+1)
	for i := range o.shape {
		day := w.start + int32(int64(i)*length/shapePoints)
		o.shape[i] = uint32(money.Scale(1<<wholeBits, w.done(day), w.whole))
	}
	o.shape[shapePoints] = 1 << wholeBits
}

func (s *simulation) tertialOf(d civil.Date) int {
	y, m, _ := d.Civil()
	return min(3*(y-s.day0.Year())+(int(m)-1)/4, s.periods)
}

// close counts the days that an office of a class is not in operation after its closing.
func (s *simulation) close(c int, last civil.Date) {
	for q := s.tertialOf(last + 1); q < s.periods; q++ {
		first, after := s.tertialStart(q), s.tertialStart(q+1)
		s.classes[c].closed[q] += int64(max(first, last+1).DaysUntil(after))
	}
}

func (s *simulation) tertialStart(q int) civil.Date {
	return civil.Of(s.day0.Year()+q/3, time.Month(4*(q%3)+1), 1)
}
