package locate

import (
	"math"
	"sync/atomic"
)

// covering is a problem in which a class is either covered, by any option that serves
// it, or lost at a fixed cost: maximal covering. It holds what is still undecided of
// one; classes that the same open options cover are one class. Sites are the options
// still open, numbered anew. 12 bytes per entry.
type covering struct {
	option []int32   // per site: its option in the Spec, ascending
	cost   []float64 // per site
	weight []float64 // per class: what it costs if nothing covers it
	whole  []int64   // the same
	start  []int32   // per site, one more at the end: class[start[j]:start[j+1]] are its classes, ascending
	class  []int32
	from   []int32 // per class, one more at the end: site[from[i]:from[i+1]] are its sites, ascending
	site   []int32
	part   []int32 // per site, shards+1 each: where its classes in each shard of the classes begin
	sure   int64   // cost of what is decided: options chosen, classes lost for certain

	parent *covering // what it was made from; nil where that is the problem itself
	origin []int32   // per class there: its class here, or one of the two below
}

// plainCover has coverings solved like any other problem.
var plainCover = false

const (
	covered int32 = -1 // by an option that is chosen
	lost    int32 = -2 // no option left covers it
)

// newCovering lays a problem out as a covering, where it is one: no class must be served,
// service costs nothing or no less than none, and every rule is a nested count.
func newCovering(p *problem) *covering {
	if len(p.relaxed) > 0 || len(p.capped) > 0 || p.spec.Capacities == Enforced {
		return nil
	}
	for i := range p.spec.Classes {
		if p.spec.Classes[i].Order > 1 {
			return nil
		}
	}
	for i := range p.classes {
		if p.classes[i].left == Never && p.classes[i].weight > 0 {
			return nil
		}
	}
	raw := &covering{option: make([]int32, len(p.state)), cost: make([]float64, len(p.state)), whole: make([]int64, len(p.classes))}
	for j := range p.state {
		raw.option[j], raw.cost[j] = int32(j), float64(p.openingCost(j))
	}
	of := make([][]int32, len(p.serves)) // per list: its options
	for j, l := range p.listOf {
		of[l] = append(of[l], int32(j))
	}
	count, ok := p.coverers(of, raw.whole)
	if !ok {
		return nil
	}
	raw.from = make([]int32, len(p.classes)+1)
	total := int64(0)
	for i, n := range count {
		if total += int64(n); total > min(heldEntries, math.MaxInt32) {
			return nil
		}
		raw.from[i+1] = int32(total)
	}
	raw.site = make([]int32, total)
	inShards(len(p.classes), func(_, from, to int) {
		for i := from; i < to; i++ {
			if raw.whole[i] == 0 {
				continue
			}
			at := raw.from[i]
			p.near(i, p.classes[i].left, func(l int32, _ int64) {
				at += int32(copy(raw.site[at:], of[l]))
			})
		}
	})
	c := raw.reduce(p.state)
	c.parent = nil
	return c
}

// coverers counts the options that cover each class and says what losing it costs; not ok
// where some service costs more than nothing and less than none.
func (p *problem) coverers(of [][]int32, whole []int64) (count []int32, ok bool) {
	count = make([]int32, len(p.classes))
	var gradual atomic.Bool
	inShards(len(p.classes), func(_, from, to int) {
		for i := from; i < to && !gradual.Load(); i++ {
			c := &p.classes[i]
			if c.weight == 0 || c.left == Never {
				continue
			}
			whole[i] = c.weight * c.left * p.measures[c.measure].Factor
			if whole[i] == 0 {
				continue
			}
			p.near(i, c.left, func(l int32, cost int64) {
				if cost > 0 {
					gradual.Store(true)
				}
				count[i] += int32(len(of[l]))
			})
		}
	})
	return count, !gradual.Load()
}

// openingCost is what choosing an option adds to the objective.
func (p *problem) openingCost(j int) int64 {
	c := p.spec.Options[j].Cost
	for k := range p.measures {
		if p.measures[k].Costs != nil {
			c += p.measures[k].Factor * p.measures[k].Costs[j]
		}
	}
	return c
}
