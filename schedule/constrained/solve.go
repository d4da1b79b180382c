package constrained

import (
	"context"
	"errors"
	"math"
	"sync"
	"time"
)

// DefaultSchedules and DefaultConflicts are the budgets that Options leave open.
const (
	DefaultSchedules = 5_000
	DefaultConflicts = 200_000
)

// Options say how hard to try. The same Options give the same Result, unless the context ends the work first.
type Options struct {
	// Seed of the heuristic's random numbers.
	Seed uint64
	// Schedules is how many schedules the heuristic may make; each pass over the activities counts as one,
	// forward or backward. 0 is DefaultSchedules; below 0 is no bound but the context.
	Schedules int
	// Conflicts bounds the search for a proof, in conflicts; 0 is DefaultConflicts, below 0 is no proof.
	Conflicts int
	// Workers is how many heuristics breed side by side, each with random numbers and populations of its own and an equal
	// share of Schedules; 0 counts as 1. The number is part of what gives the same Result: it is not taken from the machine.
	Workers int
}

// Result is the best schedule found and what is known of it.
type Result struct {
	// Start is the start day of each activity.
	Start []int32
	Score Score
	// Bound is what no schedule can beat; its Tardiness and Makespan hold each for itself.
	Bound Score
	// Proven: Start is optimal.
	Proven bool
	// Schedules is how many the heuristic made, Conflicts how many the proof met.
	Schedules, Conflicts int
}

// solving is one call of Solve.
type solving struct {
	ctx context.Context
	p   *Problem
	opt Options
	res Result
	// How long the first heuristic took, and how many schedules goOn can expect to make.
	took   time.Duration
	expect int
}

// Solve looks for the best schedule: bounds, then the heuristic, then exact search for something better. When the context
// ends it returns the best so far. An *InfeasibleError says that no schedule was found that keeps every rule.
func Solve(ctx context.Context, p *Problem, opt Options) (*Result, error) {
	if opt.Schedules == 0 {
		opt.Schedules = DefaultSchedules
	}
	if opt.Conflicts == 0 {
		opt.Conflicts = DefaultConflicts
	}
	if _, bounded := ctx.Deadline(); opt.Schedules < 0 && !bounded {
		return nil, errors.New("no bound on schedules: give the context a deadline")
	}
	s := &solving{ctx: ctx, p: p, opt: opt}
	if p.forward.n == 0 {
		return &Result{Proven: true}, nil
	}
	if _, _, ok := p.window(unbounded); !ok {
		return nil, &InfeasibleError{Proven: true}
	}
	s.res.Bound = p.bounds()
	if opt.Schedules < 0 {
		// Without a bound on schedules the heuristic goes on after the proof has been tried.
		s.opt.Schedules = firstSchedules
	}
	begin := time.Now()
	s.heuristic()
	s.took = time.Since(begin)
	if err := s.prove(); err != nil {
		return nil, err
	}
	if opt.Schedules < 0 && !s.res.Proven {
		s.goOn()
	}
	if v := Check(p.spec, s.res.Start); len(v) > 0 || s.res.Score == worst {
		return nil, &InfeasibleError{Violations: v}
	}
	return &s.res, nil
}

// reached tells whether a score meets the bound.
func (s *solving) reached(score Score) bool {
	b := s.res.Bound
	return score.Late == 0 && score.Tardiness <= b.Tardiness && score.Makespan <= b.Makespan
}

// heuristic lets the workers breed and takes the best of what they found, the first among equals.
func (s *solving) heuristic() {
	workers := max(1, s.opt.Workers)
	most := math.MaxInt
	if s.opt.Schedules >= 0 {
		most = max(1, s.opt.Schedules/workers)
	}
	found := make([]Result, workers)
	var group sync.WaitGroup
	for k := range found {
		group.Go(func() { found[k] = s.breed(s.opt.Seed+uint64(k)*workerStride, most) })
	}
	group.Wait()
	best := found[0]
	for _, f := range found[1:] {
		f.Schedules += best.Schedules
		if f.Score.Less(best.Score) {
			best = f
		} else {
			best.Schedules = f.Schedules
		}
	}
	s.res.Start, s.res.Score, s.res.Schedules = best.Start, best.Score, best.Schedules
	s.res.Proven = s.reached(s.res.Score)
}

// workerStride keeps the random numbers of workers apart.
const workerStride = 0x5851f42d4c957f2d

// breed is one heuristic.
func (s *solving) breed(seed uint64, most int) Result {
	stop := func(tried int, score Score) bool {
		return tried >= most || s.reached(score) || tried&15 == 0 && tried > 0 && s.ctx.Err() != nil
	}
	if !s.p.plain {
		g := newGeneralSearch(s.p, seed, stop)
		g.run()
		return Result{Start: g.best, Score: g.score, Schedules: g.tried}
	}
	budget := most
	if s.opt.Schedules < 0 {
		budget = s.expect / max(1, s.opt.Workers)
	}
	g := newSearch(s.p, seed, populationSize(s.p, budget), func(tried int, best int32) bool {
		return stop(tried, Score{Makespan: best})
	})
	g.run()
	return Result{Start: g.best, Score: s.p.Value(g.best), Schedules: g.tried}
}

// firstSchedules is what the heuristic makes before the proof where its number is not bounded.
const firstSchedules = 20_000

// goOn spends what is left of the time on the heuristic, with other random numbers. How many schedules that will be,
// and so how large a population is worth while, the pace so far tells.
func (s *solving) goOn() {
	before := s.res
	deadline, _ := s.ctx.Deadline()
	s.expect = int(float64(before.Schedules) * float64(time.Until(deadline)) / float64(max(s.took, 1)))
	s.opt.Schedules, s.opt.Seed = -1, s.opt.Seed+1
	s.heuristic()
	s.res.Schedules += before.Schedules
	if !s.res.Score.Less(before.Score) {
		s.res.Start, s.res.Score, s.res.Proven = before.Start, before.Score, before.Proven
	}
}

// largeProblem is the number of activities above which populations are kept small.
const largeProblem = 400

// populationSize grows with the budget, less than in proportion. Chosen by trial at 5,000, 50,000 and 2,000,000
// schedules, for all instances alike.
func populationSize(p *Problem, budget int) int {
	switch {
	case p.forward.n > largeProblem:
		return 24
	case budget > 20_000:
		return int(300 * math.Pow(float64(min(budget, 4_000_000))/50_000, 0.44))
	}
	return 40
}

// prove closes the gap from both sides, where the goal is the makespan alone.
func (s *solving) prove() error {
	if s.res.Proven || s.p.dated || s.p.held || s.opt.Conflicts < 0 || s.tooLarge() {
		return nil
	}
	calls, most := 0, s.opt.Conflicts/conflictsACall
	stop := func() bool {
		calls++
		return calls > most || s.ctx.Err() != nil
	}
	defer func() { s.res.Conflicts = calls * conflictsACall }()
	for s.res.Score.Late > 0 || s.res.Score.Makespan > s.res.Bound.Makespan {
		end := s.res.Score.Makespan - 1
		if s.res.Score.Late > 0 || s.res.Score == worst {
			end = s.p.horizon
		}
		a, start := s.p.within(end, stop)
		if a == yes {
			s.res.Start, s.res.Score = start, s.p.Value(start)
			continue
		}
		if a == no && end == s.p.horizon {
			return &InfeasibleError{Proven: true}
		}
		if a == no {
			s.res.Bound.Makespan = end + 1
			break
		}
		most += s.opt.Conflicts / conflictsACall / 2
		s.raise(stop)
		return nil
	}
	s.res.Proven = s.reached(s.res.Score)
	return nil
}

const conflictsACall = 64

// tooLarge tells whether the exact search would need too much memory to be worth while.
func (s *solving) tooLarge() bool {
	return int64(s.p.forward.n)*int64(min(s.res.Score.Makespan, s.p.horizon)) > 4_000_000
}

// raise lifts the lower bound as long as ends can be refuted (destructive improvement, Klein & Scholl 1999).
func (s *solving) raise(stop func() bool) {
	for s.res.Bound.Makespan < s.res.Score.Makespan {
		if a, _ := s.p.within(s.res.Bound.Makespan, stop); a != no {
			return
		}
		s.res.Bound.Makespan++
	}
	s.res.Proven = s.reached(s.res.Score)
}
