package locate

import (
	"context"
	"runtime"
	"sync"
)

// entry is a class that a list serves, at a cost per unit.
type entry struct{ class, cost int32 }

// columns holds, for some or all lists, the classes that they serve below each
// class's top, in ascending order of the classes.
type columns struct {
	lists [][]entry // per list; nil where not held
	held  []bool
	top   []int64 // per class: entries at or above are left out
	all   bool    // every list is held, and top is nowhere below the class's base
}

// shards is into how many parts work over classes is divided: a constant, so that
// sums do not depend on the number of cores.
const shards = 16

// inShards runs the work on parts of 0 … n-1, on as many cores as there are.
func inShards(n int, work func(shard, from, to int)) {
	workers := min(runtime.GOMAXPROCS(0), shards)
	part := func(s int) { work(s, n*s/shards, n*(s+1)/shards) }
	if workers == 1 || n < 2*shards {
		for s := range shards {
			part(s)
		}
		return
	}
	var wait sync.WaitGroup
	for w := range workers {
		wait.Add(1)
		go func() {
			defer wait.Done()
			for s := w; s < shards; s += workers {
				part(s)
			}
		}()
	}
	wait.Wait()
}

// tops are the classes' bases.
func (p *problem) tops() []int64 {
	top := make([]int64, len(p.classes))
	for i := range p.classes {
		top[i] = p.classes[i].base
	}
	return top
}

// entries counts what all lists together would hold below the tops, or stops once above the limit.
func (p *problem) entries(top []int64, limit int64) (int64, bool) {
	total := int64(0)
	for i := range p.classes {
		c := &p.classes[i]
		p.spec.Service.Near(int(c.row), top[i], func(column int32, _ int64) {
			total += int64(len(p.byColumn[column]))
		})
		if total > limit {
			return total, false
		}
	}
	return total, true
}

// hold reads every list.
func (p *problem) hold(top []int64) *columns {
	c := &columns{lists: make([][]entry, len(p.serves)), held: make([]bool, len(p.serves)), top: top, all: true}
	for l := range c.held {
		c.held[l] = true
	}
	p.read(c, c.held)
	for i := range top {
		c.all = c.all && top[i] >= p.classes[i].base
	}
	return c
}

// read fills the lists wanted, going through the classes twice.
func (p *problem) read(c *columns, wanted []bool) {
	count := make([][]int32, shards)
	inShards(len(p.classes), func(s, from, to int) {
		n := make([]int32, len(p.serves))
		for i := from; i < to; i++ {
			p.near(i, c.top[i], func(l int32, _ int64) { n[l]++ })
		}
		count[s] = n
	})
	for l := range c.lists {
		if !wanted[l] {
			continue
		}
		total := int32(0)
		for s := range count {
			if count[s] != nil {
				count[s][l], total = total, total+count[s][l]
			}
		}
		c.lists[l] = make([]entry, total)
	}
	inShards(len(p.classes), func(s, from, to int) {
		n := count[s]
		for i := from; i < to; i++ {
			p.near(i, c.top[i], func(l int32, cost int64) {
				if wanted[l] {
					c.lists[l][n[l]] = entry{int32(i), int32(cost)}
					n[l]++
				}
			})
		}
	})
}

// near visits the lists that serve the class below the limit.
func (p *problem) near(i int, limit int64, visit func(list int32, cost int64)) {
	c := &p.classes[i]
	p.spec.Service.Near(int(c.row), limit, func(column int32, cost int64) {
		for _, l := range p.byColumn[column] {
			if p.serves[l].at(c.period) {
				visit(l, cost)
			}
		}
	})
}

// add reads the lists given: all at once where the costs come as lists, elsewhere one by
// one until the context ends.
func (p *problem) add(ctx context.Context, c *columns, lists []int32) {
	if _, listed := p.spec.Service.(*Lists); listed && len(lists) > 4 {
		wanted := make([]bool, len(p.serves))
		for _, l := range lists {
			wanted[l] = !c.held[l]
			c.held[l] = true
		}
		p.read(c, wanted)
		return
	}
	inShards(len(lists), func(_, from, to int) {
		for _, l := range lists[from:to] {
			if c.held[l] || ctx.Err() != nil {
				continue
			}
			var list []entry
			at := &p.serves[l]
			for i := range p.classes {
				cl := &p.classes[i]
				if !at.at(cl.period) {
					continue
				}
				if cost := p.spec.Service.Cost(int(cl.row), int(at.column)); cost < c.top[i] {
					list = append(list, entry{int32(i), int32(cost)})
				}
			}
			c.lists[l], c.held[l] = list, true
		}
	})
}

// price is a class's multiplier per unit of weight, and its weight in the bound.
type price struct{ v, w float64 }

// gain is what the list saves at the prices: Σ w × max(0, v − cost).
func gain(list []entry, prices []price) float64 {
	sum := 0.0
	for _, e := range list {
		p := &prices[e.class]
		if d := p.v - float64(e.cost); d > 0 {
			sum += p.w * d
		}
	}
	return sum
}

// gains fills in the gain of every list wanted. Each is one sum, so the number of
// cores does not matter.
func (c *columns) gains(want []int32, prices []price, out []float64) {
	work := 0
	for _, l := range want {
		work += len(c.lists[l])
	}
	if work < 1<<18 {
		for _, l := range want {
			out[l] = gain(c.lists[l], prices)
		}
		return
	}
	inShards(len(want), func(_, from, to int) {
		for _, l := range want[from:to] {
			out[l] = gain(c.lists[l], prices)
		}
	})
}
