package economy

import (
	"time"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/money"
)

// measure is a column of amounts by month. Investment and depreciation are
// ranges within a scenario: an establishment cost of unknown split may be
// investment from nothing to all, and the years of depreciation may be a range.
type measure uint8

const (
	establishing measure = iota
	running
	investLeast
	investMost
	depreciateLeast
	depreciateMost
	measures
)

// line is the cost of one scope in one scenario by measure and month of the horizon.
type line struct {
	amounts []money.Ore // measure × month
	months  int
	// lacks counts, by unit kind × month, offices that cost an unknown amount.
	lacks []int32
	// unsplit counts offices whose depreciation is unknown.
	unsplit int
}

func newLine(months int) *line {
	return &line{amounts: make([]money.Ore, int(measures)*months), months: months, lacks: make([]int32, len(unitKinds)*months)}
}

func (l *line) of(m measure) []money.Ore { return l.amounts[int(m)*l.months : (int(m)+1)*l.months] }

func (l *line) add(o *line) {
	for i, a := range o.amounts {
		l.amounts[i] += a
	}
	for i, n := range o.lacks {
		l.lacks[i] += n
	}
	l.unsplit += o.unsplit
}

// spell is when an office is established and in operation.
type spell struct {
	opening, closing civil.Date // closing is the last day, or unknown
	work             profile
}

// clear empties a line.
func (l *line) clear() {
	clear(l.amounts)
	clear(l.lacks)
	l.unsplit = 0
}

// phase adds the cost of an office of a type in a scenario to a line. A type
// whose cost of a kind is unknown adds no money but marks the months in which
// there is some, so that a sum over them is unknown.
func (e *Economy) phase(l *line, s *spell, t TypeIndex, sc Scenario) {
	if !s.opening.IsKnown() {
		return
	}
	var unit [2]Unit
	if t != NoType {
		unit = e.Types[t].Unit
	}
	if unit[Establishment].Amount.Known {
		e.phaseEstablishment(l, s, &unit[Establishment], sc)
	} else {
		e.lackEstablishment(l, s)
	}
	if unit[Running].Amount.Known {
		e.phaseRunning(l, s, &unit[Running], sc)
	} else {
		e.lackRunning(l, s)
	}
}

// share is the part of an amount that falls between two points of a whole, as
// the difference of rounded running totals, so that shares add up to the amount.
func share(a money.Ore, from, to, whole int64) money.Ore {
	return money.Scale(a, to, whole) - money.Scale(a, from, whole)
}

func (e *Economy) phaseEstablishment(l *line, s *spell, u *Unit, sc Scenario) {
	w := &s.work
	var before int64
	var least, most money.Ore
	for m := e.cal.Date(w.start).Month(); before < w.whole; m++ {
		done := w.done(e.cal.Number((m + 1).First()))
		if done == before {
			continue
		}
		all := share(in(u.byYear, e.First, m.Year(), sc), before, done, w.whole)
		invest := share(in(u.investment, e.First, m.Year(), sc), before, done, w.whole)
		before = done
		e.put(l, establishing, m, all)
		e.put(l, investLeast, m, invest)
		least += invest
		if !u.Split {
			invest = all
		}
		e.put(l, investMost, m, invest)
		most += invest
	}
	switch {
	case most == 0:
	case !u.Split || !e.DepreciationYears.Known || e.DepreciationYears.Low < 1:
		l.unsplit++
	default:
		e.depreciate(l, s.opening.Month(), least)
	}
}

// depreciate charges an investment month by month over the years of
// depreciation from the month of the opening.
func (e *Economy) depreciate(l *line, from civil.Month, invested money.Ore) {
	short, long := int64(12*e.DepreciationYears.Low), int64(12*e.DepreciationYears.High)
	for m := from; m <= e.last && int64(m-from) < long; m++ {
		n := int64(m - from)
		slow := share(invested, n, n+1, long)
		fast := money.Ore(0)
		if n < short {
			fast = share(invested, n, n+1, short)
		}
		e.put(l, depreciateLeast, m, min(slow, fast))
		e.put(l, depreciateMost, m, max(slow, fast))
	}
}

func (e *Economy) phaseRunning(l *line, s *spell, u *Unit, sc Scenario) {
	for m := max(s.opening.Month(), e.first); m <= e.last; m++ {
		from, to := max(s.opening, m.First()), m.Last()
		if s.closing.IsKnown() {
			to = min(to, s.closing)
		}
		if from > to {
			return
		}
		newYear := civil.Of(m.Year(), time.January, 1)
		year := newYear.DaysUntil(civil.Of(m.Year()+1, time.January, 1))
		e.put(l, running, m, share(in(u.byYear, e.First, m.Year(), sc), int64(newYear.DaysUntil(from)), int64(newYear.DaysUntil(to)+1), int64(year)))
	}
}

// put adds to a month; what lies outside the horizon is not shown.
func (e *Economy) put(l *line, what measure, m civil.Month, a money.Ore) {
	if m >= e.first && m <= e.last {
		l.of(what)[m-e.first] += a
	}
}
