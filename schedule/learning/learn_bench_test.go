package learning_test

import (
	"math"
	"testing"

	"github.com/etablera/etablera/schedule/learning"
)

// An organisation with 56 cells that has made 100 offices, in part unfinished.
func BenchmarkLearn(b *testing.B) {
	for _, c := range []struct {
		name   string
		window float64
	}{{"known", math.Inf(1)}, {"unfinished", 400}} {
		o := found(plain, 1, 1)
		spec := learning.Spec{Assumptions: o.assumptions}
		for i := range 100 {
			window := c.window
			if !math.IsInf(window, 1) {
				window *= 2 * o.rng.Float64()
			}
			spec.Outcomes = append(spec.Outcomes, o.open(learning.Type(i%o.types)).recorded(window)...)
		}
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				learn(b, spec)
			}
		})
	}
}
