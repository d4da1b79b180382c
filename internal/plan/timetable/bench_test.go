package timetable

import (
	"fmt"
	"testing"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/programme"
)

// BenchmarkMake makes the timetable of 28, 300 and 3,000 projects over seven
// activities, with two baselines, by 10,000 runs.
func BenchmarkMake(b *testing.B) {
	for _, n := range []int{28, 300, 3000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			s := sceneOn(b, "2022-01-31").stage("analys", programme.AgencyOwned, "triangular 10 20 40").
				stage("direktiv", programme.AgencyOwned, "triangular 5 10 20", "analys").
				stage("lokal", programme.AgencyOwned, "lognormal 60 140", "direktiv").
				stage("anpassning", programme.LandlordOwned, "lognormal 80 160", "lokal").
				stage("besiktning", programme.LandlordOwned, "triangular 2 5 15", "anpassning").
				stage("inflyttning", programme.AgencyOwned, "triangular 5 10 20", "besiktning").opens().
				stage("avslut", programme.AgencyOwned, "20", "inflyttning").round("2022", n)
			var openings []string
			for i := range n {
				id := fmt.Sprintf("p%d", i)
				start := civil.MustDate("2021-09-01").AddDays(i % 400).String()
				s.project(id).progress(id, "analys", "", start)
				openings = append(openings, id, "2022-10-03")
			}
			s.baseline("b1", "2021-09-24", openings...).baseline("b2", "2022-01-15", openings...)
			b.ReportAllocs()
			for b.Loop() {
				s.make(Options{Runs: 10_000})
			}
		})
	}
}
