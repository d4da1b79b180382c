package learning

import "math"

// fit learns the cells of one activity. It alternates between completing outcomes that are only bounded
// and the conjugate update of means and variances; where every outcome is known the first round is the
// answer and the second confirms it.
type fit struct {
	assumptions []Assumption
	evidence    []evidence
	prior       []float64 // assumed variance of a single outcome
	covariance  [][]float64
	shared      float64 // share of the doubt about the spread

	location location
	spread   []spread
	weights  []float64 // of the last round: what the outcomes are worth, over the assumed variance
}

// Rounds end where no mean moves by more than tolerance of its size and deviation, and no variance by more than
// that part of it. The limit is far above what any of the tests needs; what stands there is then the answer.
const (
	tolerance = 1e-10
	maxRounds = 2000
)

func newFit(assumptions []Assumption, gathered []evidence, members []int, p Pooling) *fit {
	f := &fit{shared: p.Spread}
	for _, i := range members {
		f.assumptions = append(f.assumptions, assumptions[i])
		f.evidence = append(f.evidence, gathered[i])
		f.prior = append(f.prior, assumptions[i].variance())
	}
	f.covariance = covariance(f.assumptions, p)
	f.location.mean = make([]float64, len(members))
	f.spread = make([]spread, len(members))
	for k, v := range f.prior {
		f.spread[k] = spread{v, f.assumptions[k].spreadWeight()}
	}
	return f
}

func (f *fit) run() {
	for range maxRounds {
		if f.round() <= tolerance {
			return
		}
	}
}

// round takes one step and returns how far it moved.
func (f *fit) round() float64 {
	n := len(f.assumptions)
	done := make([]completed, n)
	weights, sums := make([]float64, n), make([]float64, n)
	for k := range f.evidence {
		done[k] = f.evidence[k].complete(f.location.mean[k], math.Sqrt(f.spread[k].variance))
		weights[k], sums[k] = done[k].weight/f.prior[k], done[k].sum/f.prior[k]
	}
	next := locate(f.covariance, weights, sums)
	witnesses := make([]witness, n)
	for k := range witnesses {
		witnesses[k] = f.witness(k, done[k], next)
	}
	spreads := moderate(witnesses, f.shared)
	moved := 0.0
	for k := range spreads {
		spreads[k].variance = f.hasten(k, spreads[k], witnesses[k])
		s := spreads[k]
		step := math.Abs(next.mean[k] - f.location.mean[k])
		size := math.Sqrt(s.variance) + math.Abs(next.mean[k])
		moved = max(moved, step/size, math.Abs(math.Log(s.variance/f.spread[k].variance)))
	}
	f.location, f.spread, f.weights = next, spreads, weights
	return moved
}

// hasten lengthens the step of a variance by the part of the information that its bounded outcomes lack, which is
// what EM's step is too short by (Louis 1982); where it leads to does not change. The addition is limited, as
// that holds near the answer alone.
func (f *fit) hasten(k int, s spread, w witness) float64 {
	if w.count == w.freedom || math.IsInf(s.freedom, 1) {
		return s.variance
	}
	step := math.Log(s.variance / f.spread[k].variance)
	more := step * (w.count - w.freedom) / s.freedom
	return s.variance * math.Exp(min(max(more, -0.5), 0.5))
}

// witness gathers what cell k says of its variance: its outcomes around the mean, and how far the mean of
// its outcomes lies from what the assumption and the other cells said.
func (f *fit) witness(k int, c completed, l location) witness {
	w := witness{
		prior: f.prior[k], weight: f.assumptions[k].spreadWeight(),
		count: c.count, freedom: c.freedom,
	}
	if c.count == 0 {
		return w
	}
	// complete counted squares around the mean of the round before; known outcomes can be moved exactly.
	w.squares = c.squares
	for _, z := range f.evidence[k].known {
		a, b := z-l.mean[k], z-f.location.mean[k]
		w.squares += a*a - b*b
	}
	if left := 1 - l.own[k]; left > 0 {
		pull := c.sum - c.weight*l.mean[k]
		w.squares += pull * pull * l.variance[k] / f.prior[k] / left
	}
	w.told = max(w.squares-(w.count-w.freedom)*f.spread[k].variance, 0)
	return w
}

// learned reports cell k in days.
func (f *fit) learned(k int) Learned {
	a, e := f.assumptions[k], f.evidence[k]
	variance := f.spread[k].variance * (1 + f.location.variance[k]/f.prior[k])
	forecast := Forecast{
		Location: a.logMedian() + f.location.mean[k],
		Scale:    math.Sqrt(variance),
		Freedom:  f.spread[k].freedom,
	}
	own, pooled := f.location.own[k], f.location.pooled[k]
	return Learned{
		Cell: a.Cell, Finished: e.finished, Running: e.running,
		Assumed:  LogNormal{a.Median, a.P90},
		Learnt:   forecast.LogNormal(),
		Forecast: forecast,
		Doubt:    f.location.variance[k] / (f.location.variance[k] + f.prior[k]),
		Weights:  Weights{Own: own, Pooled: pooled, Assumption: 1 - own - pooled},
	}
}
