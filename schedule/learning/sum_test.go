package learning_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/etablera/etablera/schedule/learning"
)

// sum is the distribution of a sum of independent durations, as equally likely draws in order.
type sum []float64

// draws is the number of draws of a sum.
const draws = 1000

// normals holds the standard normal quantiles at the middle of each of as many parts.
var normals = func() []float64 {
	z := make([]float64, draws)
	for i := range z {
		z[i] = learning.Normal{Deviation: 1}.Quantile((float64(i) + 0.5) / draws)
	}
	return z
}()

// sumOf adds log-normal durations as a simulation does, each of them drawn once from every part of its
// distribution (Latin hypercube).
func sumOf(parts []learning.LogNormal, rng *rand.Rand) sum {
	out := make(sum, draws)
	for _, d := range parts {
		scaled := make([]float64, draws)
		sigma := math.Log(d.P90/d.Median) / 1.2815515655446004
		for i, z := range normals {
			scaled[i] = d.Median * math.Exp(sigma*z)
		}
		rng.Shuffle(draws, func(i, j int) { scaled[i], scaled[j] = scaled[j], scaled[i] })
		for i, x := range scaled {
			out[i] += x
		}
	}
	slices.Sort(out)
	return out
}

func (s sum) Quantile(p float64) float64 {
	at := p*float64(len(s)) - 0.5
	i := min(max(int(at), 0), len(s)-2)
	part := min(max(at-float64(i), 0), 1)
	return s[i]*(1-part) + s[i+1]*part
}

// The yardstick's own arithmetic: one part is that part, and the mean of a sum is the sum of the means.
func TestSumOfPartsKeepsQuantilesAndMeans(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 1))
	a, b := learning.LogNormal{Median: 40, P90: 90}, learning.LogNormal{Median: 25, P90: 35}
	one := sumOf([]learning.LogNormal{a}, rng)
	for _, p := range []float64{0.1, 0.5, 0.8, 0.9} {
		near(t, "quantile of one part", one.Quantile(p), a.Quantile(p), 0.01*a.Quantile(p))
	}
	mean := 0.0
	for _, x := range sumOf([]learning.LogNormal{a, b}, rng) {
		mean += x / draws
	}
	near(t, "mean of the sum", mean, a.Mean()+b.Mean(), 0.5)
}
