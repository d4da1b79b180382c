// Package civil holds dates and months without a clock or a zone.
//
// A Date is a day in the Gregorian calendar; a Month is a calendar month; a
// Span is a date that may be known only to the month, the half-year or some
// other interval. The zero value of each means "unknown", so a date that
// nobody has stated stays unknown all the way to the report.
//
// Text is ISO 8601: 2022-06-01, 2022-06, 2022, and 2024-09/2024-10 for an
// interval. Everything is a value: no pointers, no allocation.
package civil

import (
	"cmp"
	"fmt"
	"strconv"
	"time"
)

// Date is a civil day, counted from 0001-01-01 = 1. Zero is an unknown date.
type Date int32

// epoch is the day number of 1970-01-01, where Go's Unix time starts.
const epoch Date = 719163

// Of returns the date with the given year, month and day. Days outside the
// month carry over, as in time.Date.
func Of(year int, month time.Month, day int) Date {
	return ofTime(time.Date(year, month, day, 0, 0, 0, 0, time.UTC))
}

func ofTime(t time.Time) Date { return Date(t.Unix()/86400) + epoch }

// IsKnown says whether the date is known.
func (d Date) IsKnown() bool { return d != 0 }

// Civil returns the parts of the date. It panics on an unknown date, because
// an unknown date has none and a caller that asks has forgotten to look.
func (d Date) Civil() (year int, month time.Month, day int) {
	if d == 0 {
		panic("civil: parts of an unknown date")
	}
	return time.Unix(int64(d-epoch)*86400, 0).UTC().Date()
}

// Year returns the calendar year; it panics on an unknown date.
func (d Date) Year() int { y, _, _ := d.Civil(); return y }

// Month returns the calendar month; it panics on an unknown date.
func (d Date) Month() Month { y, m, _ := d.Civil(); return MonthOf(y, m) }

// Weekday returns the day of the week. Day 1 (0001-01-01) is a Monday.
func (d Date) Weekday() time.Weekday { return time.Weekday(((int(d) % 7) + 7) % 7) }

// ISOWeek returns the ISO 8601 week number and the year that the week belongs to.
func (d Date) ISOWeek() (year, week int) {
	return time.Unix(int64(d-epoch)*86400, 0).UTC().ISOWeek()
}

// AddDays returns the date n days later; an unknown date stays unknown.
func (d Date) AddDays(n int) Date {
	if d == 0 {
		return 0
	}
	return d + Date(n)
}

// AddYears returns the same day n years later, 29 February becoming 28.
func (d Date) AddYears(n int) Date {
	if d == 0 {
		return 0
	}
	y, m, day := d.Civil()
	if m == time.February && day == 29 {
		if last := Of(y+n, time.March, 0); last.Month() == MonthOf(y+n, time.February) {
			_, _, day = last.Civil()
		}
	}
	return Of(y+n, m, day)
}

// DaysUntil returns the number of days from d to e; both must be known.
func (d Date) DaysUntil(e Date) int { return int(e) - int(d) }

// String writes the date as 2022-06-01, and an unknown date as "".
func (d Date) String() string {
	if d == 0 {
		return ""
	}
	y, m, day := d.Civil()
	return fmt.Sprintf("%04d-%02d-%02d", y, m, day)
}

// Compare orders dates; unknown comes first.
func (d Date) Compare(e Date) int { return cmp.Compare(d, e) }

// MarshalText implements encoding.TextMarshaler.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads 2022-06-01; the empty text is an unknown date.
func (d *Date) UnmarshalText(text []byte) (err error) {
	if len(text) == 0 {
		*d = 0
		return nil
	}
	*d, err = ParseDate(string(text))
	return err
}

// A FormatError says what was read where a date was expected.
type FormatError struct {
	Text string // what was read
	Want string // an example of what would be right
}

func (e *FormatError) Error() string {
	return fmt.Sprintf("%q is not a date: write it as %s", e.Text, e.Want)
}

// ParseDate reads 2022-06-01. The day must exist: 2023-02-29 is an error.
func ParseDate(s string) (Date, error) {
	bad := &FormatError{Text: s, Want: "2022-06-01"}
	if len(s) != 10 || s[4] != '-' || s[7] != '-' {
		return 0, bad
	}
	y, ok1 := digits(s[:4])
	m, ok2 := digits(s[5:7])
	day, ok3 := digits(s[8:])
	if !ok1 || !ok2 || !ok3 || y < 1 || m < 1 || m > 12 || day < 1 {
		return 0, bad
	}
	d := Of(y, time.Month(m), day)
	if d.String() != s {
		return 0, bad
	}
	return d, nil
}

// MustDate is ParseDate for constants in code and tests; it panics on a mistake.
func MustDate(s string) Date {
	d, err := ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// digits reads an unsigned number written in ASCII digits only, so that
// "+1" and " 1" are refused where strconv would take them.
func digits(s string) (int, bool) {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
	}
	n, err := strconv.Atoi(s)
	return n, err == nil
}
