package timetable

import (
	"testing"

	"github.com/etablera/etablera/internal/civil"
	"pgregory.net/rapid"
)

// A finish on a working day comes back as that day, and one on a day off as the
// working day before it.
func TestFinishesComeBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := &clock{cal: calendar}
		d := civil.MustDate("2020-01-07").AddDays(rapid.IntRange(0, 4000).Draw(t, "day"))
		finish, start := c.last(c.after(d)), c.first(c.begin(d))
		if finish > d || start < d || calendar.IsWorking(d) != (finish == d) || calendar.IsWorking(d) != (start == d) || c.err != nil {
			t.Errorf("%s: finish %s, start %s, %v", d, finish, start, c.err)
		}
	})
}

func TestOutsideTheCalendar(t *testing.T) {
	c := &clock{cal: calendar}
	c.begin(civil.MustDate("1999-12-31"))
	c.first(-1)
	if c.err == nil || c.err.Error() != "1999-12-31 lies outside the working calendar, 2000-01-01 to 2121-01-02" {
		t.Errorf("the first mistake should stay: %v", c.err)
	}
	c = &clock{cal: calendar}
	if c.last(0); c.err == nil {
		t.Error("the day before the first is outside")
	}
	if r := c.perWorkingDay(); r < 1.43 || r > 1.47 {
		t.Errorf("%v calendar days for a working day", r)
	}
}

// Spans are read as far as they can have happened by a day.
func TestSpansByADay(t *testing.T) {
	now := civil.MustDate("2022-06-15")
	for _, c := range []struct {
		span, first, last, middle, shown string
		happened                         bool
	}{
		{"2022-06-01", "2022-06-01", "2022-06-01", "2022-06-01", "2022-06-01", true},
		{"2022-05", "2022-05-01", "2022-05-31", "2022-05-16", "2022-05-16", true},
		{"2022-06", "2022-06-01", "2022-06-15", "2022-06-08", "2022-06-08", true},
		{"../2022-05-31", "2022-05-31", "2022-05-31", "2022-05-31", "", true},
		{"../2022-07-31", "2022-06-15", "2022-06-15", "2022-06-15", "", false},
		{"2022-06-05/..", "2022-06-05", "2022-06-15", "2022-06-10", "2022-06-10", true},
		{"2022-07", "2022-06-15", "2022-06-15", "2022-06-15", "2022-06-15", false},
	} {
		s := span(c.span)
		first, last := bounds(s, now)
		if first.String() != c.first || last.String() != c.last || middle(s, now).String() != c.middle || shown(s, now).String() != c.shown || happened(s, now) != c.happened {
			t.Errorf("%s: %s – %s, middle %s, shown %s, happened %v", c.span, first, last, middle(s, now), shown(s, now), happened(s, now))
		}
	}
	if middle(civil.Span{}, now).IsKnown() || happened(civil.Span{}, now) {
		t.Error("an unknown span has a day")
	}
}
