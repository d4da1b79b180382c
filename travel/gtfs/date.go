package gtfs

import (
	"fmt"
	"time"
)

// Date is a civil day written as the number yyyymmdd: 20190513. Zero is no date.
type Date int32

// ParseDate reads 20190513 or 2019-05-13; the day must exist.
func ParseDate(text string) (Date, error) {
	s := text
	if len(s) == 10 && s[4] == '-' && s[7] == '-' {
		s = s[:4] + s[5:7] + s[8:]
	}
	if d, ok := dateOf([]byte(s)); ok {
		return d, nil
	}
	return 0, fmt.Errorf("%q is not a date: write it as 2019-05-13 or 20190513", text)
}

func dateOf(b []byte) (Date, bool) {
	if len(b) != 8 {
		return 0, false
	}
	n, ok := whole(b)
	d := Date(n)
	if !ok || d < 1000_01_01 {
		return 0, false
	}
	return d, DateOf(d.time()) == d
}

// DateOf is the day of a point in time, in the time's own zone.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	return Date(y*10000 + int(m)*100 + d)
}

func (d Date) time() time.Time {
	return time.Date(int(d)/10000, time.Month(int(d)/100%100), int(d)%100, 0, 0, 0, 0, time.UTC)
}

// AddDays is the day n days later.
func (d Date) AddDays(n int) Date { return DateOf(d.time().AddDate(0, 0, n)) }

// Weekday is 0 for Monday … 6 for Sunday, the order of the columns in calendar.txt.
func (d Date) Weekday() int { return (int(d.time().Weekday()) + 6) % 7 }

// String writes the date as 2019-05-13, and no date as "".
func (d Date) String() string {
	if d == 0 {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d/10000, d/100%100, d%100)
}
