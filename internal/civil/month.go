package civil

import (
	"fmt"
	"time"
)

// Month is a calendar month, counted from January of year 1 = 1. Zero is unknown.
type Month int32

// MonthOf returns the month of a year.
func MonthOf(year int, month time.Month) Month { return Month((year-1)*12 + int(month)) }

// IsKnown says whether the month is known.
func (m Month) IsKnown() bool { return m != 0 }

// Civil returns year and month of year.
func (m Month) Civil() (year int, month time.Month) {
	return (int(m)-1)/12 + 1, time.Month((int(m)-1)%12 + 1)
}

// Year returns the calendar year.
func (m Month) Year() int { y, _ := m.Civil(); return y }

// First returns the first day of the month.
func (m Month) First() Date { y, mm := m.Civil(); return Of(y, mm, 1) }

// Last returns the last day of the month.
func (m Month) Last() Date { return (m + 1).First() - 1 }

// Days returns the number of days in the month.
func (m Month) Days() int { return m.First().DaysUntil((m + 1).First()) }

// Tertial returns 1, 2 or 3: the four-month period of Swedish agencies' follow-up.
func (m Month) Tertial() int { _, mm := m.Civil(); return (int(mm)-1)/4 + 1 }

// String writes the month as 2022-06, and an unknown month as "".
func (m Month) String() string {
	if m == 0 {
		return ""
	}
	y, mm := m.Civil()
	return fmt.Sprintf("%04d-%02d", y, mm)
}

// MarshalText implements encoding.TextMarshaler.
func (m Month) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// UnmarshalText reads 2022-06; the empty text is an unknown month.
func (m *Month) UnmarshalText(text []byte) (err error) {
	if len(text) == 0 {
		*m = 0
		return nil
	}
	*m, err = ParseMonth(string(text))
	return err
}

// ParseMonth reads 2022-06.
func ParseMonth(s string) (Month, error) {
	if len(s) == 7 && s[4] == '-' {
		y, ok1 := digits(s[:4])
		m, ok2 := digits(s[5:])
		if ok1 && ok2 && y >= 1 && m >= 1 && m <= 12 {
			return MonthOf(y, time.Month(m)), nil
		}
	}
	return 0, &FormatError{Text: s, Want: "2022-06"}
}
