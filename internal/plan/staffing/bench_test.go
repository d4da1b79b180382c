package staffing

import (
	"fmt"
	"testing"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/plan/timetable"
	"github.com/etablera/etablera/internal/programme"
)

// BenchmarkMake staffs 28, 300 and 3,000 offices in two rounds with counts per
// type, half of them with proposed types, beside as many existing offices.
func BenchmarkMake(b *testing.B) {
	for _, n := range []int{28, 300, 3000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			s := newScene(b).round("1").round("2")
			for _, r := range []string{"1", "2"} {
				s.count(r, "", n/2, n/2).count(r, "flexi", n/8, n/4).count(r, "small", n/8, n/4)
			}
			types := []programme.TypeID{"large", "medium", "small", "flexi"}
			for i := range n {
				id := fmt.Sprintf("o%d", i)
				s.project(id, fmt.Sprint(1+i%2), civil.MustDate("2022-03-01").AddDays(i%700).String())
				if i%4 < 2 {
					s.claim(id, programme.Proposed, types[i%3])
				}
				o := &s.s.Offices[len(s.s.Offices)-1]
				o.Municipality, o.Position = id, &programme.Position{Lat: 56 + float64(i*37%1000)/100, Lon: 12 + float64(i*91%1000)/125}
			}
			for i := range n {
				id := fmt.Sprintf("e%d", i)
				s.s.Offices = append(s.s.Offices, programme.Office{ID: programme.OfficeID(id), Municipality: id,
					Position: &programme.Position{Lat: 56 + float64(i*53%1000)/100, Lon: 12 + float64(i*17%1000)/125}})
			}
			x := programme.NewIndex(&s.s)
			t, err := timetable.Make(x, calendar, timetable.Options{Runs: 10})
			if err != nil {
				b.Fatal(err)
			}
			b.ReportAllocs()
			for b.Loop() {
				Make(x, t)
			}
		})
	}
}
