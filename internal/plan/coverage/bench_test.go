package coverage_test

import (
	"fmt"
	"testing"

	"github.com/etablera/etablera/internal/plan/coverage"
	"github.com/etablera/etablera/internal/plan/timetable"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/sweden"
	"github.com/etablera/etablera/travel/estimate"
)

// many is a world of n offices at localities of Sweden, again and again.
func many(n int) *programme.Snapshot {
	s := world()
	all := sweden.Localities()
	for i := range n {
		at := all[i*7919%len(all)].Point
		o := office(fmt.Sprintf("o-%d", i), at.Lon)
		o.Position.Lat = at.Lat
		s.Offices = append(s.Offices, o)
	}
	return s
}

// BenchmarkMake is what a plan pays for access that nobody asks for.
func BenchmarkMake(b *testing.B) {
	for _, n := range []int{28, 300, 3000} {
		s := many(n)
		b.Run(fmt.Sprintf("offices=%d", n), func(b *testing.B) {
			x := programme.NewIndex(s)
			b.ReportAllocs()
			for b.Loop() {
				coverage.Make(x, &timetable.Timetable{}, coverage.Options{})
			}
		})
	}
}

// BenchmarkState is the first question: the nearest offices of 15,494 points, and
// the measures of the country.
func BenchmarkState(b *testing.B) {
	for _, n := range []int{28, 200, 3000} {
		s := many(n)
		b.Run(fmt.Sprintf("offices=%d", n), func(b *testing.B) {
			for b.Loop() {
				c := cover(b, s, coverage.Options{Method: coverage.Estimate{Parameters: estimate.Car()}})
				if _, err := c.ReachIn(0, 0, 0); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkWith is what a search pays for one more office: the access, and the
// measures of the country.
func BenchmarkWith(b *testing.B) {
	c := cover(b, many(200), coverage.Options{Method: coverage.Estimate{Parameters: estimate.Car()}})
	a, err := c.Measure(b.Context(), c.States[0].Open[1:])
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		with, err := c.With(b.Context(), a, c.States[0].Open[0])
		if err != nil {
			b.Fatal(err)
		}
		c.Reach(with, 0, 0)
	}
}
