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

// spread holds the quantiles of a scope's cost by year and tertial.
type spread struct {
	runs int
	// by period (years, then tertials), kind (establishment, running, all), scenario
	at []Quantiles
}

// QuantilesAt is QuantilesOf the whole programme.
func (e *Economy) QuantilesAt(p Period, k Kind, sc Scenario) (Quantiles, bool) {
	return e.QuantilesOf(p, k, Total, sc)
}

// QuantilesOf returns the spread of the whole programme's or a mandate's cost of a kind (Establishment, Running or
// All) in a year or tertial; false where nothing is simulated: another kind or
// period, or a timetable without a forecast. Types are as in the scenario; what
// varies is the openings. A run counts to within an öre per office and year. A
// cost that nobody knows counts as nothing here; the figures are then unknown.
func (e *Economy) QuantilesOf(p Period, k Kind, s Scope, sc Scenario) (Quantiles, bool) {
	from := &e.spread
	switch {
	case s.of == ofMandate && e.spreads != nil:
		from = &e.spreads[s.at]
	case s.of != ofTotal && s.of != ofMandate:
		return Quantiles{}, false
	}
	if from.runs == 0 || p.Month != 0 || p.Year < e.First || p.Year > e.Last || k > All {
		return Quantiles{}, false
	}
	i := p.Year - e.First
	if p.Tertial != 0 {
		i = e.Last - e.First + 1 + 3*i + p.Tertial - 1
	}
	return from.at[(i*3+int(k))*2+int(sc)], true
}

// simulate costs every run of the timetable and ranks the runs of each period.
// O(offices × runs), with a few additions each, and O(periods × runs) memory.
func (e *Economy) simulate(scope Scope, cores int) spread {
	if cores <= 0 {
		cores = runtime.GOMAXPROCS(0)
	}
	s := e.newSimulation(scope)
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
		scratch, room := make([]int64, s.runs), make([]int64, s.runs)
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
			out.at[i] = quantilesOf(scratch, room)
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
