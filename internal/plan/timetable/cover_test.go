package timetable

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/etablera/etablera/internal/civil"
)

// Where an office's activities do share a cause, the interval P10 to P90 holds the opening in 80 cases of 100; taken as
// independent it would hold in about P(|Z| < 1.28/√2), for the variance of six like parts that share a fifth is twice as large.
func TestCommonCausesKeepTheInterval(t *testing.T) {
	const offices, median, p90 = 1500, 100.0, 140.0
	s := sceneOn(t, "2021-12-31")
	after := []string{}
	for k := range 6 {
		id := fmt.Sprintf("s%d", k)
		s.stage(id, "agency", fmt.Sprintf("lognormal %g %g", median, p90), after...)
		s.s.Durations[k].Weight = 10_000 // beyond doubt
		after = []string{id}
	}
	s.opens()
	rng := rand.New(rand.NewPCG(9, 9))
	sigma := math.Log(p90/median) / 1.2815515655446004
	start := civil.MustDate("2022-01-10")
	var opened []civil.Date
	for i := range offices {
		id := fmt.Sprintf("p%d", i)
		s.project(id).progress(id, "s0", "2021-12-30", start.String())
		office, day := rng.NormFloat64(), calendar.Number(start)
		for range 6 {
			z := math.Sqrt(OfficeShare)*office + math.Sqrt(1-OfficeShare)*rng.NormFloat64()
			day += int32(median*math.Exp(sigma*z) + 0.5)
		}
		opened = append(opened, calendar.Date(day-1))
	}
	for independent, want := range map[bool]float64{false: 0.8, true: math.Erf(1.2815515655446004 / 2)} {
		tt := s.make(Options{Runs: 400, Independent: independent})
		held := 0
		for i, day := range opened {
			if q := tt.Projects[i].Forecast; q.P10 <= day && day <= q.P90 {
				held++
			}
		}
		if got := float64(held) / offices; math.Abs(got-want) > 0.04 {
			t.Errorf("independent %v: the interval holds %.3f of the openings, want %.3f", independent, got, want)
		}
	}
}
