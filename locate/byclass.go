package locate

import (
	"runtime"
	"slices"
	"sync"
)

// byClass lays out some of the lists by class, cheapest first: a bound then costs as
// much as the entries below the prices, not as all entries held.
type byClass struct {
	start []int32 // per class, one more at the end
	item  []entry // class is the list here
}

// indexedEntries is up to how many entries are laid out by class as well, at 8 bytes each.
const indexedEntries = 60_000_000

// entriesOf is how many entries the lists hold together.
func (c *columns) entriesOf(lists []int32) int {
	total := 0
	for _, l := range lists {
		total += len(c.lists[l])
	}
	return total
}

// byClass lays out the lists given, O(entries × log of the longest row).
func (c *columns) byClass(lists []int32, classes int) *byClass {
	b := &byClass{start: make([]int32, classes+1), item: make([]entry, c.entriesOf(lists))}
	for _, l := range lists {
		for _, e := range c.lists[l] {
			b.start[e.class+1]++
		}
	}
	for i := range classes {
		b.start[i+1] += b.start[i]
	}
	next := slices.Clone(b.start)
	for _, l := range lists {
		for _, e := range c.lists[l] {
			b.item[next[e.class]] = entry{l, e.cost}
			next[e.class]++
		}
	}
	inShards(classes, func(_, from, to int) {
		for i := from; i < to; i++ {
			slices.SortFunc(b.item[b.start[i]:b.start[i+1]], func(x, y entry) int {
				if x.cost != y.cost {
					return int(x.cost) - int(y.cost)
				}
				return int(x.class) - int(y.class)
			})
		}
	})
	return b
}

// only keeps the lists marked, and of each class what lies below its top.
func (b *byClass) only(keep []bool, top []float64, into *byClass) *byClass {
	if into == nil {
		into = &byClass{start: make([]int32, len(b.start))}
	}
	into.item = into.item[:0]
	for i, t := range top {
		for _, e := range b.item[b.start[i]:b.start[i+1]] {
			if float64(e.cost) >= t {
				break
			}
			if keep[e.class] {
				into.item = append(into.item, e)
			}
		}
		into.start[i+1] = int32(len(into.item))
	}
	return into
}

// dividedEntries is from how many entries on the gains are added up in parts.
var dividedEntries = 1 << 18

// gainParts is into how many sums the gains are divided where there is much to add: a
// constant, so that the sums do not depend on the number of cores.
const gainParts = 4

// gains fills in the gain of every list at the prices; part is work of gainParts × lists.
func (b *byClass) gains(prices []price, out []float64, part [][]float64) {
	if len(b.item) < dividedEntries {
		clear(out)
		b.addGains(prices, out, 0, len(prices))
		return
	}
	inParts(gainParts, func(k int) {
		clear(part[k])
		b.addGains(prices, part[k], len(prices)*k/gainParts, len(prices)*(k+1)/gainParts)
	})
	for l := range out {
		sum := 0.0
		for k := range part {
			sum += part[k][l]
		}
		out[l] = sum
	}
}

func (b *byClass) addGains(prices []price, out []float64, from, to int) {
	for i := from; i < to; i++ {
		v, w := prices[i].v, prices[i].w
		if v <= 0 || w == 0 {
			continue
		}
		for _, e := range b.item[b.start[i]:b.start[i+1]] {
			d := v - float64(e.cost)
			if d <= 0 {
				break
			}
			out[e.class] += w * d
		}
	}
}

// inParts runs the work on 0 … n-1, on as many cores as there are.
func inParts(n int, work func(k int)) {
	if runtime.GOMAXPROCS(0) == 1 {
		for k := range n {
			work(k)
		}
		return
	}
	var wait sync.WaitGroup
	for k := range n {
		wait.Add(1)
		go func() {
			defer wait.Done()
			work(k)
		}()
	}
	wait.Wait()
}
