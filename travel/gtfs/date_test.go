package gtfs

import (
	"testing"
	"time"

	"pgregory.net/rapid"
)

// Dates are read in both ways of writing, and only days that exist.
func TestParseDate(t *testing.T) {
	for _, c := range []struct {
		text string
		want Date
	}{
		{"20190513", 20190513}, {"2019-05-13", 20190513}, {"20200229", 20200229}, {"99991231", 99991231},
		{"20190229", 0}, {"20191301", 0}, {"20190500", 0}, {"2019513", 0}, {"2019/05/13", 0}, {"", 0}, {"-2019051", 0}, {"00000101", 0}, {"2019-5-13x", 0},
	} {
		got, err := ParseDate(c.text)
		if got != c.want || (err == nil) != (c.want != 0) {
			t.Errorf("%q: %d, %v", c.text, got, err)
		}
	}
}

// Days, weekdays and texts are those of the calendar.
func TestDateFollowsTheCalendar(t *testing.T) {
	if (Date(0)).String() != "" || Date(20190513).String() != "2019-05-13" || Date(20190513).Weekday() != 0 || Date(20190519).Weekday() != 6 {
		t.Error("13 May 2019 was a Monday")
	}
	rapid.Check(t, func(t *rapid.T) {
		day := time.Date(2000, 1, rapid.IntRange(0, 30000).Draw(t, "day"), 0, 0, 0, 0, time.UTC)
		n := rapid.IntRange(-800, 800).Draw(t, "later")
		d := DateOf(day)
		if got, want := d.AddDays(n), DateOf(day.AddDate(0, 0, n)); got != want {
			t.Fatalf("%s + %d = %s, want %s", d, n, got, want)
		}
		if got, want := d.Weekday(), (int(day.Weekday())+6)%7; got != want {
			t.Fatalf("%s is day %d, want %d", d, got, want)
		}
		if again, err := ParseDate(d.String()); err != nil || again != d {
			t.Fatalf("%s is read as %s, %v", d, again, err)
		}
	})
}
