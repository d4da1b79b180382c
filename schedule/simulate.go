package schedule

import (
	"context"
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
)

// DefaultRuns is the number of runs when Options leave it open.
const DefaultRuns = 10_000

// Options steer Simulate. The zero value is usable.
type Options struct {
	Runs    int    // 0 means DefaultRuns
	Seed    uint64 // any value; part of the result's identity
	Workers int    // goroutines; 0 means one per processor. It does not influence the result.
	// Starts asks for samples of each project's start as well; they take as much room as the finishes.
	Starts bool
	// Reference is what durations and dates are compared with to attribute deviation, such as a frozen
	// baseline; nil means the network's own Plan.
	Reference *Reference
	// Progress, if set, is called after each project, never by two goroutines at a time.
	Progress func(done, total int)
}

// Reference holds, by Activity, the dates that a simulation is compared with.
type Reference struct {
	Start, Finish []int32
	// Duration is the reference's total duration; where finish−start is longer, the activity waited.
	Duration []int32
}

// Reference returns the plan's dates as a reference for a simulation.
func (p *Plan) Reference() *Reference { return &Reference{p.Start, p.Finish, p.Duration} }

// check returns an error unless r has dates for every activity.
func (r *Reference) check(activities int) error {
	for _, days := range [...][]int32{r.Start, r.Finish, r.Duration} {
		if len(days) != activities {
			return fmt.Errorf("schedule: the reference has %d starts, %d finishes and %d durations; want %d of each",
				len(r.Start), len(r.Finish), len(r.Duration), activities)
		}
	}
	return nil
}

// Simulate draws every duration and every day that is known as a span only, independently of one another but
// for the common causes of the Spec, adds what risks add, settles all dates as the plan does, and repeats that
// Runs times. O(Runs × (V+E)) time; two bytes per project and run stay allocated, four per factor and run
// while it works, and nothing is allocated per run.
//
// The random numbers of an activity depend on the seed, its project's key, its place among its project's
// activities, and the run. So the same seed gives the same bytes with any number of workers; a project's
// samples do not depend on which other projects the network holds; and two scenarios that are simulated
// with the same seed use common random numbers for what they share, so that their run-by-run difference
// shows the change and not the noise. The numbers of a factor, and of a risk that is common, depend on the
// seed, its own key and the run.
//
// The error is a *RangeError of the first project concerned, that of ctx, or one of a reference that does
// not fit the network.
func Simulate(ctx context.Context, n *Network, opt Options) (*Result, error) {
	if opt.Runs <= 0 {
		opt.Runs = DefaultRuns
	}
	if opt.Workers <= 0 {
		opt.Workers = runtime.GOMAXPROCS(0)
	}
	if opt.Reference == nil {
		opt.Reference = n.Plan().Reference()
	}
	if err := opt.Reference.check(n.Activities()); err != nil {
		return nil, err
	}
	projects := n.Projects()
	res := newResult(n, &opt)
	factors := n.factorRows(opt.Seed, opt.Runs)
	errs := make([]error, projects)
	var next, done atomic.Int64
	var report sync.Mutex
	var wait sync.WaitGroup
	for range min(opt.Workers, projects) {
		wait.Go(func() {
			w := newWorker(n, &opt, res, factors)
			for ctx.Err() == nil {
				p := int(next.Add(1)) - 1
				if p >= projects {
					return
				}
				errs[p] = w.project(Project(p))
				if opt.Progress != nil {
					report.Lock()
					opt.Progress(int(done.Add(1)), projects)
					report.Unlock()
				}
			}
		})
	}
	wait.Wait()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return res, nil
}
