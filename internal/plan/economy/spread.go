package economy

import (
	"runtime"
	"sync"
	"sync/atomic"

	"github.com/etablera/etablera/internal/money"
)

// Quantiles are amounts that a cost stays at or below with 10, 50 and 80 per
// cent probability, over the runs of the timetable's simulation.
type Quantiles struct{ P10, P50, P80 money.Ore }

// spread holds the quantiles of the whole programme's cost by year and tertial.
type spread struct {
	runs int
	// by period (years, then tertials), kind (establishment, running, all), scenario
	at []Quantiles
}

// QuantilesAt returns the spread of the programme's cost of a kind (Establishment, Running or
// All) in a year or tertial; false where nothing is simulated: another kind or
// period, or a timetable without a forecast. Types are as in the scenario; what
// varies is the openings. A run counts to within an öre per office and year.
func (e *Economy) QuantilesAt(p Period, k Kind, sc Scenario) (Quantiles, bool) {
	if e.spread.runs == 0 || p.Month != 0 || p.Year < e.First || p.Year > e.Last || k > All {
		return Quantiles{}, false
	}
	i := p.Year - e.First
	if p.Tertial != 0 {
		i = e.Last - e.First + 1 + 3*i + p.Tertial - 1
	}
	return e.spread.at[(i*3+int(k))*2+int(sc)], true
}

// simulate costs every run of the timetable and ranks the runs of each period.
// O(offices × runs), with a few additions each, and O(periods × runs) memory.
func (e *Economy) simulate(cores int) spread {
	if cores <= 0 {
		cores = runtime.GOMAXPROCS(0)
	}
	s := e.newSimulation()
	if s == nil {
		return spread{}
	}
	blocks := (s.runs + s.block - 1) / s.block
	each(blocks, cores, func() func(int) {
		rows := make([]cell, s.block*len(s.classes)*(s.periods+1))
		return func(b int) {
			clear(rows)
			s.accumulate(rows, b*s.block, min((b+1)*s.block, s.runs))
		}
	})
	years := e.Last - e.First + 1
	out := spread{runs: s.runs, at: make([]Quantiles, (years+s.periods)*3*2)}
	each(len(out.at), cores, func() func(int) {
		scratch := make([]int64, s.runs)
		return func(i int) {
			period, kind, sc := i/6, Kind(i/2%3), Scenario(i%2)
			if sc >= s.scenarios {
				return
			}
			from, to := 3*period, 3*period+3
			if period >= years {
				from, to = period-years, period-years+1
			}
			s.gather(scratch, from, to, kind, sc)
			out.at[i] = quantilesOf(scratch)
			if s.scenarios == 1 {
				out.at[i+1] = out.at[i]
			}
		}
	})
	return out
}

// each does n pieces of work on several cores; every core has a worker of its own.
func each(n, cores int, worker func() func(int)) {
	var next atomic.Int64
	var wg sync.WaitGroup
	for range min(cores, n) {
		wg.Go(func() {
			work := worker()
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				work(i)
			}
		})
	}
	wg.Wait()
}

// quantilesOf ranks the runs: the value at or below which the share of runs
// lies. It reorders them.
func quantilesOf(runs []int64) Quantiles {
	low, high := runs[0], runs[0]
	for _, v := range runs {
		low, high = min(low, v), max(high, v)
	}
	if low == high {
		return Quantiles{money.Ore(low), money.Ore(low), money.Ore(low)}
	}
	n := len(runs)
	i10, i50, i80 := (n+9)/10-1, (n+1)/2-1, (4*n+4)/5-1
	var q Quantiles
	q.P50 = money.Ore(selectAt(runs, i50))
	q.P10 = money.Ore(selectAt(runs[:i50+1], i10))
	q.P80 = money.Ore(selectAt(runs[i50:], i80-i50))
	return q
}

// selectAt puts the value of rank k in its place, smaller ones before it and
// larger ones after, and returns it: Hoare's Find (1961), expected O(n).
func selectAt(v []int64, k int) int64 {
	lo, hi := 0, len(v)-1
	for lo < hi {
		// The middle of three guards against runs that come in order.
		a, b, c := v[lo], v[lo+(hi-lo)/2], v[hi]
		pivot := max(min(a, b), min(max(a, b), c))
		i, j := lo, hi
		for i <= j {
			for v[i] < pivot {
				i++
			}
			for v[j] > pivot {
				j--
			}
			if i <= j {
				v[i], v[j] = v[j], v[i]
				i++
				j--
			}
		}
		switch {
		case k <= j:
			hi = j
		case k >= i:
			lo = i
		default:
			return v[k]
		}
	}
	return v[k]
}
