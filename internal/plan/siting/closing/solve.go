package closing

import (
	"context"
	"fmt"
	"math"
	"slices"

	"github.com/etablera/etablera/locate"
	"github.com/etablera/etablera/locate/certificate"
)

// Best is the best set found for a goal, and what is proven of it.
type Best struct {
	Goal  Goal
	Found bool
	// Closes is the stage of each office in Closing.Offices; the number of stages for one
	// that stays.
	Closes []int
	Score  *Score
	Value  int64   // of the goal, see Score
	Bound  int64   // no set that keeps the rules has less
	Gap    float64 // of Value; 0 where both are 0
	Proven bool    // nothing is better
	// Checked is how many certificates prove the bound; each was computed again by a
	// checker that shares no code with the search.
	Checked int
	// Reordered is how many offices the second search moved to another stage; Searched is
	// the goal's value before that. Kept is the days for which offices that close are kept
	// after the first stage, added up; no order of the same offices that keeps the rules has
	// more than KeptBound.
	Reordered       int
	Searched        int64
	Kept, KeptBound int64
	Stopped         bool   // by the time limit, so that the answer depends on the machine
	Conflict        []Rule // rules that cannot be kept together
	Rounds          int    // how often the classes had to be laid out
}

// Best solves a goal, once.
func (k *Closing) Best(ctx context.Context, g Goal) (*Best, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.best(ctx, g)
}

func (k *Closing) best(ctx context.Context, g Goal) (*Best, error) {
	if b := k.bests[g]; b != nil {
		return b, nil
	}
	w, err := k.ready(ctx)
	if err != nil {
		return nil, err
	}
	b := &Best{Goal: g}
	count, err := k.number(ctx, w, b)
	switch {
	case err != nil || count < 0:
	case g == County:
		err = k.solveCounty(ctx, w, count, b)
	default:
		err = k.solve(ctx, w, count, b)
	}
	if err == nil && b.Found {
		b.Searched = k.score(w, b.Closes).Values[g]
		if err = k.latest(ctx, w, count, b); err == nil {
			b.Score = k.score(w, b.Closes)
			b.Value = b.Score.Values[g]
			b.Bound = min(b.Bound, b.Value)
			b.Gap, b.Proven = gap(b.Value, b.Bound), b.Value == b.Bound
		}
	}
	if err != nil {
		return nil, fmt.Errorf("closing for %s: %w", g, err)
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	k.bests[g] = b
	return b, nil
}

func gap(value, bound int64) float64 {
	if value <= bound {
		return 0
	}
	return float64(value-bound) / math.Abs(float64(value))
}

func (k *Closing) limits(gap float64, nodes int) locate.Options {
	return locate.Options{Seed: k.Options.Seed, Gap: gap, Time: k.Options.Time, Nodes: nodes}
}

// ask solves a model and has its certificate checked.
func (k *Closing) ask(ctx context.Context, m *model, o locate.Options, b *Best) (*locate.Answer, error) {
	a, err := locate.Solve(ctx, m.spec, o)
	if err == nil {
		err = ctx.Err()
	}
	if err != nil {
		return nil, err
	}
	b.Stopped = b.Stopped || a.Stopped && k.Options.Time > 0
	switch {
	case a.Infeasible != nil:
	case certificate.Check(m.spec, &a.Certificate) == nil:
		b.Checked++
	default:
		a.Bound = math.MinInt32 // what cannot be checked is not used
	}
	return a, nil
}

// all are the periods, and last the last of them alone.
func (k *Closing) all() (out []int) {
	for t := range k.Stages {
		out = append(out, t)
	}
	return out
}

func (k *Closing) last() []int { return []int{len(k.Stages) - 1} }

// most is the least number above those closed in the end that a set can have to matter: no
// more than that can all be closed.
func (k *Closing) demands(w *world, m *model, count int, goal ...demand) {
	k.state(w, m, append(goal, k.caps(w, m, count)...))
}

// number is how many offices close: as many as was asked for, or as few as the path allows;
// −1 where no number will do.
func (k *Closing) number(ctx context.Context, w *world, b *Best) (int, error) {
	if k.Options.Count > 0 {
		return k.Options.Count, nil
	}
	if k.least == nil {
		m := k.newModel(w, -1, k.last())
		k.demands(w, m, len(w.offices), demand{rule: -1})
		for i := range w.offices {
			m.spec.Options[m.options[i][0]].Cost = -1
		}
		a, err := k.ask(ctx, m, k.limits(0, nodes), b)
		if err != nil {
			return 0, err
		}
		k.least = &least{count: -1}
		if a.Infeasible != nil {
			k.least.conflict = m.conflict(a.Infeasible)
		} else if a.Bound > -int64(len(w.offices))-1 {
			k.fewest(ctx, w, len(w.offices)+int(a.Bound))
		}
	}
	b.Conflict = k.least.conflict
	return k.least.count, nil
}

// least is the fewest closures that a path allows, found once.
type least struct {
	count    int
	proven   bool
	conflict []Rule
}

// fewest looks for the fewest closures from a number that is proven to be needed.
func (k *Closing) fewest(ctx context.Context, w *world, from int) {
	pays := make([]int64, len(k.Stages)+1)
	for n := max(from, 0); n <= len(w.offices) && ctx.Err() == nil; n++ {
		if k.newSearch(w, nil, k.limitsOf(w, n), pays).run(ctx, nil, k.counts(n)) {
			k.least.count, k.least.proven = n, n == from
			return
		}
	}
}

// limitsOf are the caps of the criteria, for a search.
func (k *Closing) limitsOf(w *world, count int) []demand {
	return k.caps(w, &model{periods: k.last()}, count)
}

// pays are what a class of weight 1 pays by the stage that the last of its set closes in:
// the weights of the periods from then on, or 1 where only the last period counts.
func (k *Closing) pays(last bool) []int64 {
	weights, sum := k.weights()
	var out []int64
	for _, n := range weights {
		if last {
			n, sum = 0, 1
		}
		out = append(out, sum)
		sum -= n
	}
	return append(out, 0)
}

// classes are those of a goal that is a sum, so many steps deep for extra time.
func (k *Closing) classes(w *world, g Goal, count int, depth []int) []hit {
	switch g {
	case Time:
		return w.steps(count, depth)
	case Areas:
		return w.lost(count)
	}
	return w.beyond(count, -1)
}

// thenTime adds extra time as what chooses among sets equally good for a goal.
func (w *world) thenTime(classes []hit, g Goal, count int) []hit {
	if g == Time {
		return classes
	}
	depth := make([]int, len(w.near))
	for p := range depth {
		depth[p] = firstSteps
	}
	out := slices.Clone(classes)
	for _, h := range w.steps(count, depth) {
		out = append(out, hit{set: h.set, also: h.weight})
	}
	return out
}

// firstSteps is how many of the nearest offices a point's first classes go; moreSteps how
// many more it gets where all of them close.
const firstSteps, moreSteps, maxRounds = 3, 2, 12

// solve searches for a goal that is a sum. Exchange finds a plan; locate proves a bound for
// each period by itself, which together bound the whole, and for all of them at once where
// that is not near enough. The classes of extra time are laid out again, deeper, as
// long as the plan or what a bound rests on closes all that a class speaks of.
func (k *Closing) solve(ctx context.Context, w *world, count int, b *Best) error {
	depth := make([]int, len(w.near))
	for p := range depth {
		depth[p] = firstSteps
	}
	for b.Rounds = 1; ; b.Rounds++ {
		classes := k.classes(w, b.Goal, count, depth)
		s := k.newSearch(w, w.thenTime(classes, b.Goal, count), k.limitsOf(w, count), k.pays(false))
		if !s.run(ctx, b.Closes, k.counts(count)) && !b.Found {
			if err := k.whole(ctx, w, count, classes, b); err != nil || !b.Found {
				return err
			}
			s.run(ctx, b.Closes, k.counts(count))
		}
		k.offer(w, b, s)
		deeper := b.Goal == Time && w.deepen(depth, b.Closes, len(k.Stages))
		bound := int64(0)
		for _, t := range k.all() {
			m := k.newModel(w, count, []int{t})
			k.demands(w, m, count, demand{hits: classes, factor: 1, rule: -1})
			a, err := k.ask(ctx, m, k.limits(k.Options.Gap/2, nodes), b)
			if err != nil {
				return err
			}
			if a.Infeasible == nil {
				bound += max(a.Bound, 0)
			}
			if b.Goal == Time && a.Found {
				open := m.closes(a.Options) // 1 where open in the period
				deeper = w.deepen(depth, open, 1) || deeper
			}
		}
		b.Bound = max(b.Bound, bound)
		value := k.score(w, b.Closes).Values[b.Goal]
		if !deeper && gap(value, b.Bound) > k.Options.Gap {
			return k.whole(ctx, w, count, classes, b)
		}
		if !deeper || gap(value, b.Bound) <= k.Options.Gap || b.Rounds == maxRounds {
			return nil
		}
	}
}

// offer takes over what a search found if it is better by the times themselves.
func (k *Closing) offer(w *world, b *Best, s *search) {
	if s.best == nil || s.broken() > 0 {
		return
	}
	if b.Closes == nil || k.score(w, s.best).Values[b.Goal] <= k.score(w, b.Closes).Values[b.Goal] {
		b.Found, b.Closes = true, slices.Clone(s.best)
	}
}

// wholeNodes bounds the work on all periods at once; a problem with more options than
// wholeOptions for which a plan is found is left to the bounds of its periods.
const wholeNodes, wholeOptions = 60, 200

// whole solves all periods at once: its bound knows that what closes stays closed. Where
// nothing can be found it names the rules that contradict each other.
func (k *Closing) whole(ctx context.Context, w *world, count int, classes []hit, b *Best) error {
	if b.Closes == nil {
		if named, err := k.clash(ctx, w, count, b); named || err != nil {
			return err
		}
	}
	m := k.newModel(w, count, k.all())
	k.demands(w, m, count, demand{hits: classes, factor: 1, rule: -1})
	if len(m.spec.Options) > wholeOptions && b.Closes != nil {
		return nil // the periods by themselves have to do
	}
	a, err := k.ask(ctx, m, k.limits(k.Options.Gap, wholeNodes), b)
	if err != nil {
		return err
	}
	if a.Infeasible != nil {
		b.Conflict = m.conflict(a.Infeasible)
		return nil
	}
	b.Bound = max(b.Bound, a.Bound)
	if a.Found {
		if closes := m.closes(a.Options); b.Closes == nil || k.score(w, closes).Values[b.Goal] < k.score(w, b.Closes).Values[b.Goal] {
			b.Found, b.Closes = true, closes
		}
	}
	return nil
}

// clash names the rules that contradict each other where one period shows them: mostly the
// last does, and one period is much less to search than all.
func (k *Closing) clash(ctx context.Context, w *world, count int, b *Best) (bool, error) {
	for t := len(k.Stages) - 1; t >= 0; t-- {
		m := k.newModel(w, count, []int{t})
		k.demands(w, m, count, demand{rule: -1})
		a, err := k.ask(ctx, m, k.limits(1e18, countyNodes), b)
		if err != nil {
			return false, err
		}
		if a.Infeasible != nil {
			b.Conflict = m.conflict(a.Infeasible)
			return true, nil
		}
	}
	return false, nil
}

// deepen gives more steps to the points all of whose offices stated so far close.
func (w *world) deepen(depth, closes []int, stages int) bool {
	deeper := false
	for p, near := range w.near {
		n := min(depth[p], len(near))
		if w.people[p] == 0 || n == len(near) {
			continue
		}
		all := true
		for _, i := range near[:n] {
			all = all && closes[i] < stages
		}
		if all {
			depth[p], deeper = depth[p]+moreSteps, true
		}
	}
	return deeper
}
