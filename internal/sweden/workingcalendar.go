package sweden

import (
	"fmt"
	"time"

	"github.com/etablera/etablera/internal/civil"
)

// FirstYear is the first year of a [WorkingCalendar], when lag (1989:253) came
// into force; LastYear is the last, a bound on its size and not on the rules.
const (
	FirstYear = 1990
	LastYear  = 2199
)

// A WorkingCalendar numbers the working days of a range of years 0, 1, 2, …,
// for engines that reckon in working days: both directions are one look-up in
// an array, eight bytes a day in all. It is safe for concurrent use.
//
// It reaches from 1 January of its first year to the first working day after
// its last year, both included, so that the next working day after any date
// of its years is in it. A date or number outside is a mistake of the caller,
// who chose the years: Number and Date panic with a [*RangeError], as indexing
// does, and Add returns one.
type WorkingCalendar struct {
	first  civil.Date
	number []int32      // by days since first: working days before that day
	dates  []civil.Date // by number
}

// A RangeError says what lies outside a calendar.
type RangeError struct {
	What  string // "date", "working day" or "years"
	Got   string
	First string // the bounds, both included
	Last  string
}

func (e *RangeError) Error() string {
	return fmt.Sprintf("working calendar: %s %s: want %s to %s", e.What, e.Got, e.First, e.Last)
}

// NewWorkingCalendar returns the calendar of the years from fromYear to toYear,
// both included. It takes a few microseconds a year. The error is a
// [*RangeError] unless FirstYear ≤ fromYear ≤ toYear ≤ LastYear.
func NewWorkingCalendar(fromYear, toYear int) (*WorkingCalendar, error) {
	if fromYear < FirstYear || toYear > LastYear || fromYear > toYear {
		return nil, &RangeError{"years", fmt.Sprintf("%d–%d", fromYear, toYear), fmt.Sprint(FirstYear), fmt.Sprint(LastYear)}
	}
	first, after := civil.Of(fromYear, time.January, 1), civil.Of(toYear+1, time.January, 1)
	for !IsWorkingDay(after) {
		after++
	}
	days := int(after-first) + 1
	c := &WorkingCalendar{first: first, number: make([]int32, days), dates: make([]civil.Date, 0, days*5/7+1)}
	free := make([]bool, days)
	for year := fromYear; year <= toYear+1; year++ {
		for _, h := range HolidaysIn(year) {
			if h.Kind.IsFree() && h.Date <= after {
				free[h.Date-first] = true
			}
		}
	}
	for i := range c.number {
		d := first + civil.Date(i)
		c.number[i] = int32(len(c.dates))
		if w := d.Weekday(); w != time.Saturday && w != time.Sunday && !free[i] {
			c.dates = append(c.dates, d)
		}
	}
	return c, nil
}

// First returns the first date of the calendar, and Last the last.
func (c *WorkingCalendar) First() civil.Date { return c.first }

// Last returns the last date of the calendar, which is a working day.
func (c *WorkingCalendar) Last() civil.Date { return c.dates[len(c.dates)-1] }

// Len returns how many working days the calendar holds; their numbers are from
// 0 to Len()-1.
func (c *WorkingCalendar) Len() int32 { return int32(len(c.dates)) }

// Covers says whether a date is in the calendar; an unknown date never is.
func (c *WorkingCalendar) Covers(d civil.Date) bool { return d >= c.first && d <= c.Last() }

// Number returns the number of the first working day on or after a date.
func (c *WorkingCalendar) Number(d civil.Date) int32 {
	if !c.Covers(d) {
		panic(c.outside(d))
	}
	return c.number[d-c.first]
}

// Date returns the date of working day n.
func (c *WorkingCalendar) Date(n int32) civil.Date {
	if n < 0 || n >= c.Len() {
		panic(&RangeError{"working day", fmt.Sprint(n), "0", fmt.Sprint(c.Len() - 1)})
	}
	return c.dates[n]
}

// IsWorking says whether a date is a working day.
func (c *WorkingCalendar) IsWorking(d civil.Date) bool { return c.Date(c.Number(d)) == d }

// Add returns the working day that lies n working days after the first one on
// or after d; n may be negative. So Add(d, 0) is d itself or the next working
// day, and Add(Add(d, a), b) is Add(d, a+b). The error is a [*RangeError].
func (c *WorkingCalendar) Add(d civil.Date, n int32) (civil.Date, error) {
	if !c.Covers(d) {
		return 0, c.outside(d)
	}
	// Wider than an int32, so that the error names the true sum for an absurd n.
	to := int64(c.Number(d)) + int64(n)
	if to < 0 || to >= int64(len(c.dates)) {
		return 0, &RangeError{"working day", fmt.Sprint(to), "0", fmt.Sprint(c.Len() - 1)}
	}
	return c.dates[to], nil
}

// Between returns how many working days lie from one date up to, but not
// including, another; it is negative when the second is earlier.
func (c *WorkingCalendar) Between(from, to civil.Date) int32 { return c.Number(to) - c.Number(from) }

func (c *WorkingCalendar) outside(d civil.Date) *RangeError {
	got := d.String()
	if !d.IsKnown() {
		got = "unknown"
	}
	return &RangeError{"date", got, c.first.String(), c.Last().String()}
}
