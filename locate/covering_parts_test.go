package locate

import (
	"context"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// patches makes a covering at random: classes covered by some of the sites, several of
// them by the same, under a count for all and one for the first half.
func patches(r *rand.Rand, sites, classes int) *problem {
	l := &Lists{Columns: sites, Start: []int64{0}}
	s := &Spec{Service: l}
	for i := range classes {
		if i%4 == 3 { // as the one before
			from, to := l.Start[i-1], l.Start[i]
			l.Column, l.Costs = append(l.Column, l.Column[from:to]...), append(l.Costs, l.Costs[from:to]...)
		} else {
			for j := range sites {
				if r.IntN(4) == 0 {
					l.Column, l.Costs = append(l.Column, int32(j)), append(l.Costs, 0)
				}
			}
		}
		l.Start = append(l.Start, int64(len(l.Column)))
		s.Classes = append(s.Classes, Class{Weight: int64(1 + r.IntN(9)), Unserved: 2, Row: int32(i)})
	}
	all := make([]int32, sites)
	for j := range all {
		all[j] = int32(j)
		s.Options = append(s.Options, Option{Site: int32(j), Column: int32(j), Cost: int64(r.IntN(4))})
	}
	s.Rows = []Row{AtMost("p", int64(1+sites/4), all...), AtMost("half", int64(1+sites/8), all[:sites/2]...)}
	return compile(s)
}

// Fast equals slow: a covering in which something is decided has the classes that the open
// options tell apart, with their weights, and loses what no option covers.
func TestReduceAgainstAllSets(t *testing.T) {
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 31))
		p := patches(r, 2+r.IntN(12), 1+r.IntN(60))
		c := newCovering(p)
		state := slices.Clone(p.state)
		for j := range state {
			state[j] = []decided{open, open, chosen, closed}[r.IntN(4)]
		}
		got := c.reduce(state)
		want, sure := map[string]int64{}, int64(0)
		for j, s := range state {
			if s == chosen {
				sure += p.openingCost(j)
			}
		}
		for i := range p.classes {
			name, done, some := make([]byte, len(state)), false, false
			for j, s := range state {
				if p.cost(i, j) == 0 {
					done = done || s == chosen
					if s == open {
						name[j], some = 1, true
					}
				}
			}
			if w := p.classes[i].weight * p.classes[i].left; !done && some {
				want[string(name)] += w
			} else if !done {
				sure += w
			}
		}
		if got.sure != sure || len(got.whole) != len(want) {
			t.Fatalf("seed %d: %d classes and %d for certain, want %d and %d", seed, len(got.whole), got.sure, len(want), sure)
		}
		for i, w := range got.whole {
			name := make([]byte, len(state))
			for _, j := range got.site[got.from[i]:got.from[i+1]] {
				name[got.option[j]] = 1
				if !slices.Contains(got.class[got.start[j]:got.start[j+1]], int32(i)) {
					t.Fatalf("seed %d: site %d does not know class %d", seed, j, i)
				}
			}
			if want[string(name)] != w {
				t.Fatalf("seed %d: class %d weighs %d, want %d", seed, i, w, want[string(name)])
			}
		}
	}
}

// The bound of any step is no more than what any choice costs, the value of the shares no
// less than the best bound, and many steps bring the two together. The integer bound is
// that of the prices, and that of the problem at the vector that is stated.
func TestCoverDual(t *testing.T) {
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 32))
		p := patches(r, 4+r.IntN(12), 5+r.IntN(60))
		c := newCovering(p)
		v, y := make([]float64, len(c.whole)), make([]float64, len(c.option))
		for i := range v {
			v[i] = r.Float64()
		}
		d := newCoverDual(c, p.nested, p.state, v, y)
		s := newCoverSearch(p, c, p.state)
		s.start(nil)
		for range 40 {
			d.run(context.Background(), 10, math.Inf(1))
			s.improve(context.Background(), rng(r, len(c.option)))
			if d.bound > float64(s.value)+1e-6 {
				t.Fatalf("seed %d, step %d: bound %f above the value %d", seed, d.used, d.bound, s.value)
			}
			if d.bound > d.value+1e-6*math.Abs(d.value)+1e-6 {
				t.Fatalf("seed %d, step %d: bound %f above the shares' value %f", seed, d.used, d.bound, d.value)
			}
		}
		if d.value-d.bound > 1e-3*(1+math.Abs(d.value)) {
			t.Errorf("seed %d: bound %f and value %f after %d steps", seed, d.bound, d.value, d.used)
		}
		e := c.exactly(d.best, c.scaleOf(), p.nested, p.state)
		if math.Abs(float64(e.total)/float64(e.scale)-d.bound) > 1e-3 {
			t.Errorf("seed %d: the bound is %f, in integers %f", seed, d.bound, float64(e.total)/float64(e.scale))
		}
	}
}

func rng(r *rand.Rand, n int) []int32 {
	order := make([]int32, n)
	for k, j := range r.Perm(n) {
		order[k] = int32(j)
	}
	return order
}

// What the search counts on the way is what counting anew gives, and it keeps the rows.
func TestCoverSearchCounts(t *testing.T) {
	for seed := range uint64(100) {
		r := rand.New(rand.NewPCG(seed, 33))
		p := patches(r, 6+r.IntN(20), 5+r.IntN(80))
		c := newCovering(p)
		s := newCoverSearch(p, c, p.state)
		s.start(nil)
		s.improve(context.Background(), rng(r, len(c.option)))
		before := s.value
		s.shake(context.Background(), 20, r)
		if s.value > before {
			t.Errorf("seed %d: from %d to %d", seed, before, s.value)
		}
		value, ok := p.evaluate(s.options())
		if !ok || value.Value != s.value {
			t.Fatalf("seed %d: value %d, in truth %d (%v)", seed, s.value, value.Value, ok)
		}
		loss := slices.Clone(s.loss)
		s.start(slices.Clone(s.sites))
		if !slices.Equal(loss, s.loss) {
			t.Fatalf("seed %d: losses %v, counted anew %v", seed, loss, s.loss)
		}
	}
}

// Shares projected keep every count, and those that no count binds stay where they were;
// with one count no other shares are nearer.
func TestProject(t *testing.T) {
	for seed := range uint64(200) {
		r := rand.New(rand.NewPCG(seed, 34))
		n := 1 + r.IntN(12)
		y, mass, all := make([]float64, n), make([]float64, n), make([]int32, n)
		for j := range y {
			y[j], mass[j], all[j] = 3*r.Float64()-1, 0.1+10*r.Float64(), int32(j)
		}
		low := float64(r.IntN(n + 1))
		p := &polytope{move: make([]float64, n), groups: []shares{{low: low, high: low + float64(r.IntN(n+1-int(low))), sites: all}}}
		if seed%2 == 1 {
			half := float64(n/2+1) / 2
			p.groups = append(p.groups, shares{high: math.Ceil(half), sites: all[:n/2+1]})
			p.groups[0].low = 0
		}
		x := slices.Clone(y)
		for range 50 { // the prices are kept, so that going on comes nearer
			copy(x, y)
			p.project(x, mass)
		}
		for k, g := range p.groups {
			sum := 0.0
			for _, j := range g.sites {
				if x[j] < 0 || x[j] > 1 {
					t.Fatalf("seed %d: share %f", seed, x[j])
				}
				sum += x[j]
			}
			if sum < g.low-1e-6 || sum > g.high+1e-6 {
				t.Fatalf("seed %d, count %d: %f is not in %f … %f", seed, k, sum, g.low, g.high)
			}
		}
		if len(p.groups) > 1 {
			continue
		}
		far := func(z []float64) (sum float64) {
			for j := range z {
				sum += mass[j] * (z[j] - y[j]) * (z[j] - y[j])
			}
			return sum
		}
		for range 200 { // moving a little from one to another is no nearer
			a, b := r.IntN(n), r.IntN(n)
			z := slices.Clone(x)
			step := min(1e-3, z[a], 1-z[b])
			z[a], z[b] = z[a]-step, z[b]+step
			if a != b && far(z) < far(x)-1e-7 {
				t.Fatalf("seed %d: from %d to %d comes nearer", seed, a, b)
			}
		}
	}
}

// asked is a context that has ended and counts how often it was asked.
type asked struct {
	context.Context
	times int
}

func (a *asked) Err() error {
	a.times++
	return context.Canceled
}

// Once the context has ended the dual takes no step, and the search judges no more than
// may pass between two questions.
func TestCoveringWorkEnds(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 35))
	p := patches(r, 400, 4000)
	c := newCovering(p)
	ended := &asked{Context: context.Background()}
	d := newCoverDual(c, p.nested, p.state, make([]float64, len(c.whole)), make([]float64, len(c.option)))
	d.run(ended, 1000, math.Inf(1))
	s := newCoverSearch(p, c, p.state)
	s.start(nil)
	s.improve(ended, rng(r, len(c.option)))
	if widest := 4000; d.used > 0 || s.work > patienceWork+2*widest {
		t.Errorf("%d steps, %d classes looked at", d.used, s.work)
	}
	if s.shake(ended, 1000, r); ended.times > 4 {
		t.Errorf("asked %d times", ended.times)
	}
}
