package sweden

import (
	"cmp"
	"slices"
	"time"

	"github.com/etablera/etablera/internal/civil"
)

// HolidayKind says what a named day means for work, in rising order.
type HolidayKind uint8

const (
	NoHoliday     HolidayKind = iota // a day without a name here
	ShortDay                         // a working day with fewer hours
	FreeEve                          // no public holiday, but free as one: lag (1930:173) 2 § names these three
	PublicHoliday                    // allmän helgdag, lag (1989:253)
)

// String returns the key of the kind.
func (k HolidayKind) String() string {
	switch k {
	case ShortDay:
		return "short-day"
	case FreeEve:
		return "free-eve"
	case PublicHoliday:
		return "public-holiday"
	}
	return "none"
}

// IsFree says whether offices are closed on such a day.
func (k HolidayKind) IsFree() bool { return k >= FreeEve }

// A Holiday is a named day.
type Holiday struct {
	Key              string // such as "midsummer-eve"
	Swedish, English string
	Kind             HolidayKind
	// ShorterMinutes is by how much a ShortDay is shorter for a full-time state
	// employee with office hours, by the central agreement (villkorsavtalet) as
	// universities publish it. Staff on flexible hours follow local agreements.
	ShorterMinutes int
}

// A HolidayDate is a named day in some year.
type HolidayDate struct {
	Date civil.Date
	Holiday
}

// HolidayOn returns the named day on a date, and whether there is one. Where
// two fall together (Ascension Day on 1 May 2008) it is the one that is free,
// or else the one listed first by [HolidaysIn]. Sundays without a name of
// their own are not named days, though the law counts them as holidays.
//
// The rules are those of the law since 1990, and for an earlier year they are
// applied backwards. HolidayOn panics on an unknown date.
func HolidayOn(d civil.Date) (Holiday, bool) {
	var found Holiday
	year := d.Year()
	for i := range rules {
		r := &rules[i]
		if r.holiday.Kind > found.Kind && r.appliesIn(year) && r.date(year) == d {
			found = r.finish(d)
		}
	}
	return found, found.Kind != NoHoliday
}

// HolidaysIn returns the named days of a year by date, and of one date the
// freest first.
func HolidaysIn(year int) []HolidayDate {
	days := make([]HolidayDate, 0, len(rules))
	for i := range rules {
		r := &rules[i]
		if !r.appliesIn(year) {
			continue
		}
		if d := r.date(year); d.IsKnown() {
			days = append(days, HolidayDate{d, r.finish(d)})
		}
	}
	slices.SortStableFunc(days, func(a, b HolidayDate) int {
		return cmp.Or(cmp.Compare(a.Date, b.Date), cmp.Compare(b.Kind, a.Kind))
	})
	return days
}

// IsWorkingDay says whether Swedish agencies work on a date: Monday to Friday,
// except public holidays, Midsummer's Eve, Christmas Eve and New Year's Eve.
// Short days and bridge days are working days. It panics on an unknown date.
func IsWorkingDay(d civil.Date) bool {
	if w := d.Weekday(); w == time.Saturday || w == time.Sunday {
		return false
	}
	h, _ := HolidayOn(d)
	return !h.Kind.IsFree()
}

// IsBridgeDay says whether a date is a klämdag: one working day between two
// days off, of which at least one is then a holiday.
func IsBridgeDay(d civil.Date) bool {
	return IsWorkingDay(d) && !IsWorkingDay(d.AddDays(-1)) && !IsWorkingDay(d.AddDays(1))
}
