package center

import (
	"context"
	"slices"

	"github.com/etablera/etablera/locate"
)

// Options say how to work.
type Options struct {
	// Certificate asks for the proof of the bound to be kept; it costs memory for each node.
	Certificate bool
	// Progress, if set, is called after each decision with the bound and the radius so far.
	Progress func(bound, radius int64)
}

// Solve finds the least radius. If the context ends first, the answer says so and holds the best so far.
func Solve(ctx context.Context, p *Problem, opt Options) (*Answer, error) {
	if err := p.check(); err != nil {
		return nil, err
	}
	b, err := newBisection(ctx, p, opt)
	if err != nil {
		return nil, err
	}
	for _, most := range []int{1, 0} { // nodes of a tree: the root alone, then without limit
		low, high := b.bound, b.a.Radius
		for low < high && ctx.Err() == nil {
			middle := b.atMost(low + (high-low)/2)
			switch b.decide(middle, most) {
			case found:
				high = b.a.Radius
			case none:
				low = b.bound
			case undecided:
				low = b.above(middle) // not known: look for what the root can tell from here on
			}
		}
		b.settle(most)
	}
	return b.finish(ctx), nil
}

// bisection holds what is known: no radius below bound is enough, and that of the answer is.
type bisection struct {
	ctx   context.Context
	p     *Problem
	opt   Options
	rows  int
	bound int64
	proof *locate.Certificate // for the greatest distance below bound
	a     Answer
}

func newBisection(ctx context.Context, p *Problem, opt Options) (*bisection, error) {
	b := &bisection{ctx: ctx, p: p, opt: opt}
	b.rows, _ = p.Service.Size()
	farthest := int64(0) // no choice of one column is nearer to its row than the nearest of all
	for i := range b.rows {
		nearest := int64(locate.Never)
		p.Service.Near(i, locate.Never, func(_ int32, d int64) { nearest = min(nearest, d) })
		if nearest == locate.Never {
			return nil, &UnreachedError{i}
		}
		farthest = max(farthest, nearest)
	}
	b.bound = farthest
	b.a.Columns = b.spread()
	if b.a.Radius = b.radius(b.a.Columns); b.a.Radius < locate.Never {
		return b, nil
	}
	// Where not every column serves every row, the greedy choice may miss one: decide at the greatest distance.
	b.a.Radius = b.atMost(locate.Never - 1)
	s, v := coverWithin(p.Service, b.a.Radius).decide(ctx, p.P, p.Open, 0, false)
	if v == none {
		return nil, ErrTooFew
	}
	if v == undecided {
		return nil, ctx.Err()
	}
	b.found(s)
	return b, nil
}

// spread opens columns one after another, each the best for the row that is farthest so far (Gonzalez 1985).
func (b *bisection) spread() []int32 {
	_, columns := b.p.Service.Size()
	near := make([]int64, b.rows)
	for i := range near {
		near[i] = locate.Never
	}
	open := slices.Clone(b.p.Open)
	take := func(j int32) {
		for i := range near {
			near[i] = min(near[i], b.p.Service.Cost(i, int(j)))
		}
	}
	for _, j := range open {
		take(j)
	}
	taken := newSet(columns)
	for _, j := range open {
		taken.put(j)
	}
	for len(open) < b.p.P {
		far := 0
		for i, d := range near {
			if d > near[far] {
				far = i
			}
		}
		best, least := int32(-1), int64(locate.Never)
		b.p.Service.Near(far, locate.Never, func(j int32, d int64) {
			if d < least && !taken.has(j) {
				best, least = j, d
			}
		})
		if best < 0 {
			break
		}
		open = append(open, best)
		taken.put(best)
		take(best)
	}
	slices.Sort(open)
	return open
}

// radius is the distance of the farthest row from its nearest column.
func (b *bisection) radius(open []int32) (farthest int64) {
	for i := range b.rows {
		nearest := int64(locate.Never)
		for _, j := range open {
			nearest = min(nearest, b.p.Service.Cost(i, int(j)))
		}
		farthest = max(farthest, nearest)
	}
	return farthest
}

// atMost is the greatest distance that occurs and is not above d; -1 if there is none.
func (b *bisection) atMost(d int64) int64 {
	greatest := int64(-1)
	for i := range b.rows {
		b.p.Service.Near(i, d+1, func(_ int32, c int64) { greatest = max(greatest, c) })
	}
	return greatest
}

// above is the least distance that occurs above d, and locate.Never if there is none.
func (b *bisection) above(d int64) int64 {
	least := int64(locate.Never)
	for i := range b.rows {
		b.p.Service.Near(i, locate.Never, func(_ int32, c int64) {
			if c > d {
				least = min(least, c)
			}
		})
	}
	return least
}

// decide asks whether P columns are enough within a distance that occurs, and keeps what follows.
func (b *bisection) decide(radius int64, most int) verdict {
	s, v := coverWithin(b.p.Service, radius).decide(b.ctx, b.p.P, b.p.Open, most, b.opt.Certificate)
	b.a.Decisions++
	b.a.Nodes += s.nodes
	switch v {
	case found:
		b.found(s)
	case none:
		b.bound, b.proof = b.above(radius), s.proof
	}
	if b.opt.Progress != nil {
		b.opt.Progress(b.bound, b.a.Radius)
	}
	return v
}

func (b *bisection) found(s *search) {
	b.a.Columns = s.answer
	b.a.Radius = b.radius(s.answer)
}

// settle proves the bound that is known without a decision: where nothing below was looked at, the distance below it.
func (b *bisection) settle(most int) {
	if most != 0 || b.proof != nil || b.ctx.Err() != nil || !b.opt.Certificate {
		return
	}
	if below := b.atMost(b.bound - 1); below >= 0 {
		b.decide(below, 0)
	}
}

func (b *bisection) finish(ctx context.Context) *Answer {
	a := &b.a
	a.Bound, a.Proven, a.Below = b.bound, b.bound == a.Radius, b.atMost(b.bound-1)
	a.Stopped = ctx.Err() != nil && !a.Proven
	if b.opt.Certificate && a.Below >= 0 {
		a.Certificate = b.proof
	}
	return a
}
