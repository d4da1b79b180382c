package gtfs

import (
	"cmp"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// A service runs on its weekdays within its span, but for exceptions; whether it ever runs is known without asking each day.
func TestServiceDays(t *testing.T) {
	const begin = Date(20190401)
	rapid.Check(t, func(t *rapid.T) {
		s := Service{Weekdays: uint8(rapid.IntRange(0, 127).Draw(t, "weekdays")), First: begin.AddDays(rapid.IntRange(0, 20).Draw(t, "first"))}
		s.Last = s.First.AddDays(rapid.IntRange(0, 20).Draw(t, "length"))
		if rapid.Bool().Draw(t, "dates alone") {
			s.Weekdays, s.First, s.Last = 0, 0, 0
		}
		days := rapid.SliceOfNDistinct(rapid.IntRange(0, 50), 0, 45, rapid.ID[int]).Draw(t, "days")
		added := map[Date]bool{}
		for _, d := range days {
			e := Exception{begin.AddDays(d), rapid.IntRange(0, 9).Draw(t, "added") == 0}
			s.Exceptions = append(s.Exceptions, e)
			added[e.Date] = e.Added
		}
		slices.SortFunc(s.Exceptions, func(a, b Exception) int { return cmp.Compare(a.Date, b.Date) })
		any := false
		for i := range 60 {
			d := begin.AddDays(i - 3)
			want, excepted := added[d]
			if !excepted {
				want = s.First <= d && d <= s.Last && s.Weekdays&(1<<d.Weekday()) != 0
			}
			if s.On(d) != want {
				t.Fatalf("%+v on %s: %v", s, d, s.On(d))
			}
			any = any || want
		}
		if s.never() == any {
			t.Fatalf("%+v: never is %v", s, s.never())
		}
	})
}
