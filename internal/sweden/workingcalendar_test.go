package sweden

import (
	"errors"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/etablera/etablera/internal/civil"
)

func mustCalendar(t interface{ Fatal(...any) }, from, to int) *WorkingCalendar {
	c, err := NewWorkingCalendar(from, to)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// anyCalendar draws a calendar of up to six years, and a date in it.
func anyCalendar(t *rapid.T) (*WorkingCalendar, *rapid.Generator[civil.Date]) {
	from := rapid.IntRange(FirstYear, LastYear).Draw(t, "from")
	c := mustCalendar(t, from, min(LastYear, from+rapid.IntRange(0, 5).Draw(t, "years")))
	return c, rapid.Custom(func(t *rapid.T) civil.Date {
		return civil.Date(rapid.IntRange(int(c.First()), int(c.Last())).Draw(t, "date"))
	})
}

// Dates and numbers are inverse to each other, and both rise.
func TestNumberAndDateAreInverse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, _ := anyCalendar(t)
		for n := range c.Len() {
			if back := c.Number(c.Date(n)); back != n {
				t.Fatalf("day %d is %v, which is day %d", n, c.Date(n), back)
			}
			if n > 0 && c.Date(n) <= c.Date(n-1) {
				t.Fatalf("day %d is %v, day %d is %v", n-1, c.Date(n-1), n, c.Date(n))
			}
		}
		for d := c.First(); d < c.Last(); d++ {
			step := c.Number(d+1) - c.Number(d)
			if want := int32(0); c.IsWorking(d) {
				want = 1
				if step != want {
					t.Fatalf("the number goes up by %d over the working day %v", step, d)
				}
			} else if step != want {
				t.Fatalf("the number goes up by %d over %v, a day off", step, d)
			}
		}
	})
}

// The arrays say what the rules say, and the next working day is the next.
func TestCalendarEqualsTheRules(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, date := anyCalendar(t)
		d := date.Draw(t, "d")
		if c.IsWorking(d) != IsWorkingDay(d) {
			t.Fatalf("%v is a working day: %v by the calendar, %v by the rules", d, c.IsWorking(d), IsWorkingDay(d))
		}
		next := d
		for !IsWorkingDay(next) {
			next++
		}
		if got := c.Date(c.Number(d)); got != next {
			t.Fatalf("the working day on or after %v is %v, want %v", d, got, next)
		}
	})
}

// Add is additive, and undone by its opposite.
func TestAddIsAdditive(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, date := anyCalendar(t)
		d := date.Draw(t, "d")
		at := c.Number(d)
		a := rapid.Int32Range(-at, c.Len()-1-at).Draw(t, "a")
		b := rapid.Int32Range(-at-a, c.Len()-1-at-a).Draw(t, "b")
		first, err1 := c.Add(d, a)
		second, err2 := c.Add(first, b)
		direct, err3 := c.Add(d, a+b)
		if err := errors.Join(err1, err2, err3); err != nil || second != direct {
			t.Fatalf("%v in two steps, %v in one: %v", second, direct, err)
		}
		back, err := c.Add(first, -a)
		if err != nil || back != c.Date(at) || c.Between(d, first) != a || c.Between(first, d) != -a {
			t.Fatalf("%v there, %v back: %v", first, back, err)
		}
	})
}

func TestAddKnownDates(t *testing.T) {
	c := mustCalendar(t, 2021, 2023)
	for _, step := range []struct {
		from string
		n    int32
		want string
	}{
		{"2022-06-01", 0, "2022-06-01"},
		{"2022-06-03", 1, "2022-06-07"}, // over a weekend and the National Day
		{"2022-06-04", 0, "2022-06-07"},
		{"2022-06-04", 1, "2022-06-08"},
		{"2022-06-07", -1, "2022-06-03"},
		{"2022-06-04", -1, "2022-06-03"},
		{"2022-12-23", 1, "2022-12-27"},
		{"2021-12-30", 1, "2022-01-03"},
		{"2023-12-31", 0, "2024-01-02"}, // the last date of the calendar
	} {
		got, err := c.Add(civil.MustDate(step.from), step.n)
		if err != nil || got != civil.MustDate(step.want) {
			t.Errorf("%s + %d is %v, %v; want %s", step.from, step.n, got, err, step.want)
		}
	}
	if n := c.Between(civil.MustDate("2022-01-01"), civil.MustDate("2023-01-01")); n != 253 {
		t.Errorf("2022 has %d working days, want 253", n)
	}
}

func TestOutsideTheCalendar(t *testing.T) {
	c := mustCalendar(t, 2022, 2022)
	if c.First() != civil.MustDate("2022-01-01") || c.Last() != civil.MustDate("2023-01-02") {
		t.Errorf("the calendar is from %v to %v", c.First(), c.Last())
	}
	inside := civil.MustDate("2022-06-01")
	for _, d := range []civil.Date{0, c.First() - 1, c.Last() + 1, math.MinInt32, math.MaxInt32} {
		if _, err := c.Add(d, 0); c.Covers(d) || !isRange(err) {
			t.Errorf("Add from %d: %v", d, err)
		}
		if !panicsWithRange(func() { c.Number(d) }) || !panicsWithRange(func() { c.IsWorking(d) }) || !panicsWithRange(func() { c.Between(inside, d) }) {
			t.Errorf("the number of %d is answered", d)
		}
	}
	for _, n := range []int32{-1, c.Len(), math.MinInt32, math.MaxInt32} {
		if !panicsWithRange(func() { c.Date(n) }) {
			t.Errorf("the date of day %d is answered", n)
		}
	}
	for _, n := range []int32{-1000, 1000, math.MinInt32, math.MaxInt32} {
		if d, err := c.Add(inside, n); !isRange(err) || d.IsKnown() {
			t.Errorf("%v + %d is %v, %v", inside, n, d, err)
		}
	}
	if _, err := c.Add(inside, math.MaxInt32); err == nil || !strings.Contains(err.Error(), "working day 21474837") {
		t.Errorf("the sum is told wrong: %v", err)
	}
	_, err := c.Add(0, 0)
	if want := "date unknown: want 2022-01-01 to 2023-01-02"; err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("got %v, want %q in it", err, want)
	}
}

func TestNewWorkingCalendarBounds(t *testing.T) {
	for _, c := range []struct {
		from, to int
		ok       bool
	}{
		{FirstYear, FirstYear, true}, {FirstYear, LastYear, true}, {LastYear, LastYear, true},
		{FirstYear - 1, 2000, false}, {2000, LastYear + 1, false}, {2001, 2000, false}, {0, 0, false}, {math.MinInt, math.MaxInt, false},
	} {
		cal, err := NewWorkingCalendar(c.from, c.to)
		if (err == nil) != c.ok || (cal == nil) == c.ok || !c.ok && !isRange(err) {
			t.Errorf("%d–%d: %v", c.from, c.to, err)
		}
	}
}

func isRange(err error) bool {
	_, ok := errors.AsType[*RangeError](err)
	return ok
}

func panicsWithRange(f func()) (ok bool) {
	defer func() { _, ok = recover().(*RangeError) }()
	f()
	return false
}

func BenchmarkNewWorkingCalendar(b *testing.B) {
	for b.Loop() {
		mustCalendar(b, 2015, 2035)
	}
}
