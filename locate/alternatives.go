package locate

import (
	"math"
	"slices"
)

// ranking collects the best different choices below a limit, up to so many. Once there
// are more, the limit is the value of the last that is kept, and the ranking is not full.
type ranking struct {
	most  int
	limit int64 // choices must be below
	list  []Choice
	full  bool // nothing within the limit was left out
}

func (k *ranking) offer(c Choice) {
	at, same := slices.BinarySearchFunc(k.list, c, compareChoices)
	if same || c.Value >= k.limit {
		return
	}
	k.list = slices.Insert(k.list, at, c)
	if len(k.list) > k.most {
		k.list, k.full = k.list[:k.most], false
		k.limit = k.list[k.most-1].Value
	}
}

// within is the value up to which a choice is an alternative.
func (r *run) within() int64 {
	return int64(min(math.Floor(float64(r.value)+r.o.Tolerance*abs(r.value-r.o.Base)), maxTotal))
}

// every lists all choices within the tolerance, by branch and bound with that as the
// value to beat: only what is above it is cut off; the best given is not among them. It begins with the choices met so
// far, and says whether it came to its end without leaving out any.
func (r *run) every(best []int32, from *multipliers, average []float64, scale int64) (list []Choice, complete bool) {
	t := newTree(r.p, r.cols, scale, from, -maxTotal)
	t.average, t.base, t.best = average, r.d.base, r.pool[0].Options
	t.all = &ranking{most: min(r.o.All, math.MaxInt-1) + 1, limit: r.within() + 1, full: true}
	for _, c := range r.pool {
		t.all.offer(c)
	}
	t.upper = t.all.limit
	nodes := r.o.Nodes
	if nodes == 0 {
		nodes = math.MaxInt
	}
	ended := t.run(r.ctx, nodes, 0, func() {
		if t.visited%256 == 0 {
			r.tell("alternatives", t.visited)
		}
	})
	r.used += t.used
	list = slices.DeleteFunc(t.all.list, func(c Choice) bool { return slices.Equal(c.Options, best) })
	return list[:min(len(list), r.o.All)], ended && t.all.full // the best is one of many where they are as good
}

// othersOfCovering completes the answer to a covering with all alternatives, where they
// are asked for: its own dual proves the best, the general one lists what is near it.
func (r *run) othersOfCovering(answer *Answer) *Answer {
	if r.o.All == 0 || !answer.Proven {
		return answer
	}
	for j, s := range r.p.state {
		if s == open {
			r.cand = append(r.cand, int32(j))
		}
	}
	r.hold()
	start := r.first()
	a := r.climb(&start)
	used := r.used
	answer.Alternatives, answer.Complete = r.every(answer.Options, &a.best, a.share, r.p.scaleFor(&a.best))
	answer.Iterations += r.used - used
	return answer
}
