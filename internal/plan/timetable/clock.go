package timetable

import (
	"fmt"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/sweden"
)

// clock translates between civil dates and the engine's numbers.
//
// What is known at the end of a day is the input, so the engine stands at the
// beginning of the next working day. A finish is the beginning of the working
// day after the last day worked; people call the last day worked the finish,
// and an office opens on the day on which its opening activity finishes.
//
// The first date outside the calendar is kept as err, and stands for day 0 until
// Make has seen it.
type clock struct {
	cal *sweden.WorkingCalendar
	err error
}

// begin returns the number of the first working day on or after a date.
func (c *clock) begin(d civil.Date) int32 {
	if !c.cal.Covers(d) {
		c.outside(d.String())
		return 0
	}
	return c.cal.Number(d)
}

// after returns the engine's day for a finish on a date.
func (c *clock) after(d civil.Date) int32 { return c.begin(d + 1) }

// first returns the date on which a start falls, and last the date of a finish.
func (c *clock) first(n int32) civil.Date {
	if n < 0 || n >= c.cal.Len() {
		c.outside(fmt.Sprintf("working day %d", n))
		return c.cal.First()
	}
	return c.cal.Date(n)
}

func (c *clock) last(n int32) civil.Date { return c.first(n - 1) }

func (c *clock) outside(what string) {
	if c.err == nil {
		c.err = fmt.Errorf("%s lies outside the working calendar, %s to %s", what, c.cal.First(), c.cal.Last())
	}
}

// perWorkingDay is how many calendar days the calendar has for each working day.
func (c *clock) perWorkingDay() float64 {
	return float64(c.cal.First().DaysUntil(c.cal.Last())+1) / float64(c.cal.Len())
}

// bounds returns the days between which something lies that had happened by now.
// Of a span that is open towards the past only its end is known, and counts.
func bounds(s civil.Span, now civil.Date) (first, last civil.Date) {
	first, last = s.First, s.Last
	if !first.IsKnown() {
		first = last
	}
	if !last.IsKnown() {
		last = now
	}
	return min(first, now), min(max(first, last), now)
}

// middle is the day that stands for a span where one day is needed.
func middle(s civil.Span, now civil.Date) civil.Date {
	if !s.IsKnown() {
		return 0
	}
	first, last := bounds(s, now)
	return first + (last-first)/2
}

// shown is the day to show for something stated: its middle, or unknown where
// only an end is known.
func shown(s civil.Span, now civil.Date) civil.Date {
	if !s.First.IsKnown() {
		return 0
	}
	return middle(s, now)
}

// happened says whether something stated had, or can have, happened by a day.
func happened(s civil.Span, day civil.Date) bool {
	if s.First.IsKnown() {
		return s.First <= day
	}
	return s.IsKnown() && s.Last <= day
}
