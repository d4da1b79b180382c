package locate

import (
	"math"
	"slices"
)

// remainder is a problem of what is left when most of a larger one is decided: the options
// undecided, and the classes that one of them would serve better than those chosen do.
type remainder struct {
	spec    *Spec
	options []int32 // in the larger problem
	classes []int32
}

// divisible says whether parts of the problem are problems of the same kind: there is
// one count, and one measure without a cap.
func (p *problem) divisible() bool {
	return p.nested.plain && len(p.relaxed) == 0 && len(p.measures) == 1 && !p.measures[0].Capped && p.measures[0].Costs == nil
}

// remainderOf takes over the state into the search, and states what it leaves open.
func (s *search) remainderOf(state []decided) *remainder {
	var fixed []int32
	q := &remainder{spec: &Spec{}}
	for j, d := range state {
		switch d {
		case chosen:
			fixed = append(fixed, int32(j))
		case open:
			q.options = append(q.options, int32(j))
		}
	}
	s.start(fixed)
	at := make([]int32, len(s.first)) // one more than the class of the part
	lists := &Lists{Columns: len(q.options)}
	var rows [][]entry
	for k, j := range q.options {
		for _, e := range s.cols.lists[s.p.listOf[j]] {
			if float64(e.cost) >= s.first[e.class].d1 {
				continue
			}
			if at[e.class] == 0 {
				q.classes = append(q.classes, e.class)
				rows = append(rows, nil)
				at[e.class] = int32(len(q.classes))
			}
			i := at[e.class] - 1
			rows[i] = append(rows[i], entry{int32(k), e.cost})
		}
	}
	lists.Start = append(lists.Start, 0)
	for i, row := range rows {
		for _, e := range row {
			lists.Column, lists.Costs = append(lists.Column, e.class), append(lists.Costs, e.cost)
		}
		lists.Start = append(lists.Start, int64(len(lists.Column)))
		c := q.classes[i]
		q.spec.Classes = append(q.spec.Classes, Class{Weight: s.p.classes[c].weight, Unserved: int64(s.first[c].d1), Row: int32(i)})
	}
	q.spec.Service = lists
	q.spec.Measures = []Measure{{Factor: s.p.measures[0].Factor}}
	q.count(s.p, len(fixed))
	return q
}

// count holds the part to what is left of the count.
func (q *remainder) count(p *problem, fixed int) {
	all := make([]int32, len(q.options))
	for k, j := range q.options {
		all[k] = int32(k)
		q.spec.Options = append(q.spec.Options, Option{Site: int32(k), Column: int32(k), Cost: p.spec.Options[j].Cost})
	}
	if len(p.nested.groups) == 2 && len(all) > 0 {
		g := &p.nested.groups[0]
		q.spec.Rows = []Row{{Options: all, Min: int64(max(g.min-fixed, 0)), Max: int64(min(g.max-fixed, len(all)))}}
	}
}

// remainder looks for a choice better than the one given, which respects the decisions, by
// the same relaxation and tree as the whole, with no more nodes than given.
func (r *run) remainder(than Choice, state []decided, nodes int) (Choice, bool) {
	q := r.s.remainderOf(state)
	if len(q.options) < 2 {
		return than, false
	}
	p := compile(q.spec)
	var now []int32
	for k, j := range q.options {
		if _, in := slices.BinarySearch(than.Options, j); in {
			now = append(now, int32(k))
		}
	}
	c, ok := p.evaluate(now)
	if !ok || !r.searchOf(p, q, &c, nodes) {
		return than, false
	}
	var options []int32
	for j, d := range state {
		if d == chosen {
			options = append(options, int32(j))
		}
	}
	for _, k := range c.Options {
		options = append(options, q.options[k])
	}
	better, ok := r.met(options)
	return better, ok && better.Value < than.Value
}

// searchOf looks for a choice of the remainder that is better than c, and puts it there.
func (r *run) searchOf(p *problem, q *remainder, c *Choice, nodes int) bool {
	target := float64(c.Value) - 1 + 1e-3
	cols := p.hold(p.tops())
	d := newDual(p, cols, nil)
	m := p.noMultipliers()
	for i, g := range p.merged {
		m.v[g] = r.prices.v[q.classes[i]]
	}
	v := newVolume(d, &m)
	v.step = nodeStep
	for round := 0; v.bound < target; round++ {
		before := v.bound
		v.run(r.ctx, volumeWindow, float64(c.Value), target)
		if round > 0 && v.bound-before < nodePays*(target-v.bound) || math.IsInf(v.bound, 1) {
			break
		}
	}
	if v.bound >= target || r.ctx.Err() != nil {
		return false
	}
	t := newTree(p, cols, p.scaleFor(&v.best), &v.best, -p.worst()-1)
	t.average, t.base, t.upper, t.best = v.share, d.base, c.Value, c.Options
	t.run(r.ctx, nodes, 0, func() {})
	if t.upper >= c.Value {
		return false
	}
	c.Value, c.Options = t.upper, t.best
	return true
}
