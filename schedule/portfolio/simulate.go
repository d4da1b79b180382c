package portfolio

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"

	"github.com/etablera/etablera/schedule"
)

// DefaultRuns is the number of runs when RunOptions leave it open.
const DefaultRuns = 10_000

// RunOptions steer [Simulate]. The zero value is usable.
type RunOptions struct {
	Runs    int
	Seed    uint64
	Workers int // goroutines; 0 means one per processor. It does not influence the result.
}

// uses of random streams; they differ from those of package schedule but for the durations, which are the same.
const (
	streamDuration uint8 = 0
	streamComplex  uint8 = 128 + iota
	streamWay
	streamCause
	streamRisk
	streamImpact
)

// source is what an activity's duration is drawn from.
type source struct {
	sampler *schedule.Sampler // nil where a clock decides or it has finished
	stream  schedule.Stream
	complex schedule.Stream
	elapsed int32 // −1 where it has not started
	causes  []Cause
	hits    []hit
}

// hit is a risk that may strike an activity: with days, with a factor, or both.
type hit struct {
	risk   int32
	days   *schedule.Sampler
	stream schedule.Stream
	factor float32
}

// simulation is what all workers read.
type simulation struct {
	*network
	source []source
	seed   uint64
	runs   int
	finish [][]int32 // by project and run
	start  [][]int32
	last   []int32
	cost   []int64
}

// Simulate draws Runs courses of the portfolio under the plan's policy, which the package comment states. O(runs × (activities +
// arcs)) time; some 10 bytes for each project and run. Nothing is allocated per run. The error is that of ctx, or a
// *schedule.RangeError.
func Simulate(ctx context.Context, p *Plan, opt RunOptions) (*Result, error) {
	if opt.Runs <= 0 {
		opt.Runs = DefaultRuns
	}
	if opt.Workers <= 0 {
		opt.Workers = runtime.GOMAXPROCS(0)
	}
	m := newSimulation(p, opt)
	t := newTally(m.network)
	var next atomic.Int64
	var merge sync.Mutex
	var group sync.WaitGroup
	blocks := (opt.Runs + block - 1) / block
	for range min(opt.Workers, blocks) {
		group.Go(func() {
			w := newWorker(m)
			for ctx.Err() == nil {
				b := int(next.Add(1)) - 1
				if b >= blocks {
					break
				}
				w.run(b*block, min(block, opt.Runs-b*block))
			}
			merge.Lock()
			t.add(w.tally)
			merge.Unlock()
		})
	}
	group.Wait()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return m.result(t)
}

func newSimulation(p *Plan, opt RunOptions) *simulation {
	c := p.Portfolio
	m := &simulation{network: newNetwork(c, p.Schedule), seed: opt.Seed, runs: opt.Runs}
	days := make([]int32, 2*len(c.spec.Projects)*opt.Runs)
	for range c.spec.Projects {
		m.finish = append(m.finish, days[:opt.Runs])
		m.start = append(m.start, days[opt.Runs:2*opt.Runs])
		days = days[2*opt.Runs:]
	}
	m.last, m.cost = make([]int32, opt.Runs), make([]int64, opt.Runs)
	m.sources()
	return m
}

// sources prepares what durations are drawn from. Equal distributions share their tables.
func (m *simulation) sources() {
	c := m.c
	of := map[schedule.Distribution]*schedule.Sampler{}
	sampler := func(d schedule.Distribution) *schedule.Sampler {
		if d.IsZero() {
			return nil
		}
		if of[d] == nil {
			of[d], _ = schedule.NewSampler(d) // Compile has checked it
		}
		return of[d]
	}
	m.source = make([]source, len(c.spec.Activities))
	ordinal := make([]uint32, len(c.spec.Projects))
	for i := range c.spec.Activities {
		a := &c.spec.Activities[i]
		src, key := &m.source[i], c.spec.Projects[a.Project].Key
		src.stream = schedule.NewStream(m.seed, key, ordinal[a.Project], streamDuration)
		src.complex = schedule.NewStream(m.seed, key, ordinal[a.Project], streamComplex)
		ordinal[a.Project]++
		src.causes, src.elapsed = a.Causes, -1
		if a.Started.Known {
			src.elapsed = c.elapsed(a)
		}
		if a.Clock == 0 && !a.Finished.Known {
			src.sampler = sampler(a.Duration)
		}
	}
	for i := range c.spec.Risks {
		m.strikes(int32(i), sampler(c.spec.Risks[i].Days))
	}
}

// strikes notes which activities a risk may strike. Its impact on each is drawn from a stream of its own.
func (m *simulation) strikes(i int32, days *schedule.Sampler) {
	c, r := m.c, &m.c.spec.Risks[i]
	factor := float32(r.Factor)
	if factor == 0 {
		factor = 1
	}
	strike := func(a Activity, days *schedule.Sampler, factor float32) {
		if c.spec.Activities[a].Finished.Known {
			return
		}
		key := c.spec.Projects[c.spec.Activities[a].Project].Key
		place := uint32(0)
		for k := range a {
			if c.spec.Activities[k].Project == c.spec.Activities[a].Project {
				place++
			}
		}
		stream := schedule.NewStream(m.seed, key*0x9E3779B97F4A7C15^r.Key, place, streamImpact)
		m.source[a].hits = append(m.source[a].hits, hit{i, days, stream, factor})
	}
	for _, a := range r.Activities {
		strike(a, days, factor)
	}
	if !r.OnProject {
		return
	}
	for _, a := range c.activities(r.WholeProject) {
		if a == c.spec.Projects[r.WholeProject].Milestone {
			strike(a, days, factor)
		} else if factor != 1 {
			strike(a, nil, factor)
		}
	}
}
