package chart

import (
	"strings"
	"testing"

	"github.com/etablera/etablera/internal/civil"
	"pgregory.net/rapid"
)

func namesOf(ps []Period) string {
	var s []string
	for _, p := range ps {
		s = append(s, p.Label)
	}
	return strings.Join(s, " ")
}

// The wider the axis, the finer its periods. What the axis cuts short may lack
// its name.
func TestDatePeriods(t *testing.T) {
	for _, c := range []struct {
		first, last string
		width       float64
		fine, years string
	}{
		{"2022-01-01", "2022-06-30", 400, "jan feb mar apr maj jun", "2022"},
		{"2021-11-05", "2022-03-02", 200, "nov dec jan feb mar", "2021 2022"},
		{"2021-09-01", "2022-12-31", 300, "kv 4 kv 1 kv 2 kv 3 kv 4", "2021 2022"},
		{"2021-09-01", "2024-12-31", 300, "2022 2023 2024", ""},
		{"2015-01-01", "2030-12-31", 300, "2016 2018 2020 2022 2024 2026 2028", ""},
		{"1850-01-01", "2049-12-31", 300, "1850 1900 1950 2000", ""},
	} {
		fine, years := DatePeriods(date(c.first), date(c.last), c.width, sizeSmall, swedishDates())
		got := strings.Join(strings.Fields(namesOf(fine)), " ")
		if got != c.fine || strings.TrimSpace(namesOf(years)) != c.years {
			t.Errorf("%s–%s on %v px: %q over %q, want %q over %q", c.first, c.last, c.width, got, namesOf(years), c.fine, c.years)
		}
	}
}

// Without a name for quarters there are none; the other names are ISO's.
func TestDatePeriodsDefaults(t *testing.T) {
	fine, years := DatePeriods(date("2022-01-01"), date("2022-12-31"), 400, sizeSmall, DateFormats{})
	if got := namesOf(fine); got != "01 02 03 04 05 06 07 08 09 10 11 12" || namesOf(years) != "2022" {
		t.Errorf("%q over %q", got, namesOf(years))
	}
	fine, years = DatePeriods(date("2020-01-01"), date("2023-12-31"), 300, sizeSmall, DateFormats{})
	if got := namesOf(fine); got != "2020 2021 2022 2023" || years != nil {
		t.Errorf("%q over %q", got, namesOf(years))
	}
	if got := (DateFormats{}).filled().Day(date("2022-06-01")); got != "2022-06-01" {
		t.Errorf("a day is %q", got)
	}
}

// Periods cover the months without gaps, and a name that is kept has room.
func TestAnyDatePeriods(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		day := anyDates(t)
		a, b := day(), day()
		a, b = min(a, b), max(a, b)
		width := rapid.Float64Range(150, 1500).Draw(t, "width")
		fine, years := DatePeriods(a, b, width, sizeSmall, swedishDates())
		for _, ps := range [][]Period{fine, years} {
			if ps == nil {
				continue
			}
			if ps[0].From != a.Month().First() || ps[len(ps)-1].To != (b.Month()+1).First() {
				t.Fatalf("%v to %v does not cover %v to %v", ps[0], ps[len(ps)-1], a, b)
			}
			for i, p := range ps {
				if p.To <= p.From || i > 0 && p.From != ps[i-1].To {
					t.Fatalf("period %d: %v", i, p)
				}
				if p.Label != "" && TextWidth(p.Label, sizeSmall, false)+nameGap > p.room(ps, width)+1e-9 {
					t.Fatalf("no room for %q", p.Label)
				}
			}
		}
		named := 0
		for _, p := range fine {
			if p.Label != "" {
				named++
			}
		}
		if len(fine) > 2 && named == 0 {
			t.Fatalf("no period is named: %v", fine)
		}
	})
}

func TestNext(t *testing.T) {
	n := 1
	for _, want := range []int{2, 5, 10, 20, 50, 100, 200, 500, 1000} {
		if n = next(n); n != want {
			t.Fatalf("next is %d, want %d", n, want)
		}
	}
}

// The axis holds whole months, three at least, and days stand at their share.
func TestNewDateAxis(t *testing.T) {
	a := newDateAxis(date("2022-06-15"), date("2022-06-15"), 0, 92, DateFormats{})
	if a.scale.lo != float64(date("2022-05-01")) || a.scale.hi != float64(date("2022-08-01")) {
		t.Errorf("axis from %v to %v", civil.Date(a.scale.lo), civil.Date(a.scale.hi))
	}
	if got := a.at(date("2022-05-01")); got != 0.5 {
		t.Errorf("the middle of the first day is at %v", got)
	}
	if got := a.edge(date("2022-06-01")); got != 31 {
		t.Errorf("June begins at %v", got)
	}
	if a.edge(date("1999-01-01")) != 0 || a.edge(date("2099-01-01")) != 92 {
		t.Error("a day outside is not kept within the axis")
	}
}
