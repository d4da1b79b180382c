package learning

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// A cell alone is the weighted mean of its outcomes and 0.
func TestLocateOne(t *testing.T) {
	l := locate([][]float64{{1.0 / 3}}, []float64{5}, []float64{10})
	near(t, "mean", l.mean[0], 5.0/8*2, 1e-14)
	near(t, "variance", l.variance[0], 1.0/8, 1e-14)
	near(t, "own weight", l.own[0], 5.0/8, 1e-14)
	near(t, "pooled weight", l.pooled[0], 0, 0)
}

// Two cells with everything in common are one.
func TestLocateTwoThatAreOne(t *testing.T) {
	l := locate([][]float64{{0.5, 0.5}, {0.5, 0.5}}, []float64{3, 1}, []float64{6, 5})
	for i := range 2 {
		near(t, "mean", l.mean[i], 11.0/6, 1e-12)
		near(t, "variance", l.variance[i], 1.0/6, 1e-12)
	}
	near(t, "own weight", l.own[0], 3.0/6, 1e-12)
	near(t, "pooled weight", l.pooled[0], 1.0/6, 1e-12)
}

// Two cells with nothing in common are strangers.
func TestLocateStrangers(t *testing.T) {
	l := locate([][]float64{{0.5, 0}, {0, 0.25}}, []float64{3, 1}, []float64{6, 5})
	near(t, "first", l.mean[0], 6.0/5, 1e-12)
	near(t, "second", l.mean[1], 5.0/5, 1e-12)
	near(t, "pooled weight", l.pooled[0], 0, 0)
}

// A cell without outcomes takes from the others what it shares with them: kriging with two points by hand.
func TestLocateWithoutOwnOutcomes(t *testing.T) {
	l := locate([][]float64{{1, 0.6}, {0.6, 1}}, []float64{0, 4}, []float64{0, 8})
	near(t, "mean", l.mean[0], 0.6/(1+0.25)*2, 1e-12)
	near(t, "variance", l.variance[0], 1-0.36/1.25, 1e-12)
	near(t, "pooled weight", l.pooled[0], 0.6/1.25, 1e-12)
	near(t, "own weight", l.own[0], 0, 0)
}

// The answer solves the problem that it was asked: the means' equations hold, by multiplication.
func TestLocateSolvesItsEquations(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		n := rapid.IntRange(1, 6).Draw(rt, "cells")
		p := DefaultPooling.scaled()
		var a []Assumption
		weights, sums := make([]float64, n), make([]float64, n)
		for i := range n {
			a = append(a, Assumption{
				Cell:   Cell{Type: Type(i / 2), Condition: Condition(i % 2)},
				Median: 1, P90: rapid.Float64Range(1.01, 9).Draw(rt, "P90"),
				Weight: rapid.Float64Range(0.1, 10).Draw(rt, "weight"),
			})
			weights[i] = rapid.SampledFrom([]float64{0, 0.3, 1, 17}).Draw(rt, "outcomes")
			sums[i] = weights[i] * rapid.Float64Range(-3, 3).Draw(rt, "mean")
		}
		cov := covariance(a, p)
		l := locate(cov, weights, sums)
		// θ = L·(S − D·θ) is the normal equation free of inverses.
		for i := range n {
			right := 0.0
			for j := range n {
				right += cov[i][j] * (sums[j] - weights[j]*l.mean[j])
			}
			near(rt, "normal equation", l.mean[i], right, 1e-9)
			if !(l.variance[i] >= 0 && l.variance[i] <= cov[i][i]) {
				rt.Fatalf("variance %v of at most %v", l.variance[i], cov[i][i])
			}
			near(rt, "own weight is N·V", l.own[i], weights[i]*l.variance[i], 1e-9)
		}
	})
}

// An outcome more never makes a mean less certain.
func TestMoreOutcomesNeverAddDoubt(t *testing.T) {
	cov := [][]float64{{1, 0.7, 0.5}, {0.7, 1, 0.4}, {0.5, 0.4, 1}}
	last := []float64{math.Inf(1), math.Inf(1), math.Inf(1)}
	for n := 0.0; n < 1e7; n = 2*n + 1 {
		l := locate(cov, []float64{n, 3, 0}, []float64{n, 6, 0})
		for i, v := range l.variance {
			if v > last[i] {
				t.Errorf("n=%v: variance of %d rises to %v", n, i, v)
			}
			last[i] = v
		}
	}
}
