package sweden

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/etablera/etablera/internal/civil"
)

// Every date lies in its week, which has seven days from Monday to Sunday.
func TestWeekHoldsItsDates(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := civil.Date(rapid.IntRange(700_000, 800_000).Draw(t, "date"))
		w := WeekOf(d)
		if d < w.First() || d > w.Last() || w.First().Weekday() != time.Monday || w.Last() != w.First()+6 {
			t.Fatalf("%v is in %v, from %v to %v", d, w, w.First(), w.Last())
		}
		if w.First().AddDays(3).Year() != w.Year || w.Number < 1 || w.Number > WeeksIn(w.Year) {
			t.Fatalf("%v is not a week of its year", w)
		}
		if next := WeekOf(w.Last() + 1); next.First() != w.Last()+1 || next == w {
			t.Fatalf("%v follows %v", next, w)
		}
	})
}

func TestWeekKnown(t *testing.T) {
	for date, want := range map[string]string{
		"2022-12-01": "2022-W48", "2021-01-03": "2020-W53", "2018-12-31": "2019-W01", "2026-12-31": "2026-W53", "2022-01-02": "2021-W52",
	} {
		if got := WeekOf(civil.MustDate(date)).String(); got != want {
			t.Errorf("%s is in %s, want %s", date, got, want)
		}
	}
	for year, want := range map[int]int{2020: 53, 2021: 52, 2022: 52, 2026: 53} {
		if got := WeeksIn(year); got != want {
			t.Errorf("%d has %d weeks, want %d", year, got, want)
		}
	}
	if w := WeekOf(0); w.String() != "" || w != (Week{}) {
		t.Errorf("an unknown date is in %q", w)
	}
	if got := (Week{2022, 53}).First(); got != (Week{2023, 1}).First() {
		t.Errorf("week 53 of 2022 counts on to %v", got)
	}
}
