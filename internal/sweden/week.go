package sweden

import (
	"fmt"
	"time"

	"github.com/etablera/etablera/internal/civil"
)

// A Week is an ISO 8601 week, Monday to Sunday; it belongs to the year that
// holds its Thursday. The zero Week is unknown.
type Week struct{ Year, Number int }

// WeekOf returns the week of a date, unknown for an unknown one.
func WeekOf(d civil.Date) Week {
	if !d.IsKnown() {
		return Week{}
	}
	y, n := d.ISOWeek()
	return Week{y, n}
}

// WeeksIn returns how many weeks a year has, 52 or 53: 28 December always lies
// in the last.
func WeeksIn(year int) int { return WeekOf(civil.Of(year, time.December, 28)).Number }

// First returns the Monday of the week and Last the Sunday; 4 January always
// lies in week 1. A number below 1 or above WeeksIn counts on into the
// neighbouring year.
func (w Week) First() civil.Date {
	fourth := civil.Of(w.Year, time.January, 4)
	monday := fourth.AddDays(-(int(fourth.Weekday()) + 6) % 7)
	return monday.AddDays(7 * (w.Number - 1))
}

// Last returns the Sunday of the week.
func (w Week) Last() civil.Date { return w.First().AddDays(6) }

// String writes the week as 2022-W48, and an unknown one as "".
func (w Week) String() string {
	if w == (Week{}) {
		return ""
	}
	return fmt.Sprintf("%04d-W%02d", w.Year, w.Number)
}
