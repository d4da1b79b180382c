package hierarchy

import (
	"fmt"
	"math"

	"github.com/etablera/etablera/travel/graph"
)

// Restricted is the part of a hierarchy that leads down to given targets, laid out for sweeps: its places are numbered
// anew, by level and within a level by number of arcs, so that a sweep runs through memory once from front to back and
// its inner loops have fixed lengths. It is never changed, so many goroutines may use it.
type Restricted struct {
	h         *Hierarchy
	direction Direction
	slot      []uint32 // of each place of the hierarchy; noSlot where it leads to no target
	runs      []run
	arcs      []arc
	slots     int
	targets   int
	// The first seeds of target t are ends[t·seeds] … ends[(t+1)·seeds−1]; a target with fewer repeats its last one, so
	// that there is no branch. An end is an arc from a slot. The few seeds beyond stand in more.
	seeds int
	ends  []arc
	more  []extra
}

// extra is a seed of a target that has more than there is room for in ends.
type extra struct {
	target uint32
	end    arc
}

const noSlot = math.MaxUint32

// run is a stretch of slots that have the same number of arcs from above.
type run struct{ slots, arcs uint32 }

// mostSeeds is the most that every target has room for: the two ends of a street.
const mostSeeds = 2

// Restrict lays out what leads to the targets, each with one or several seeds. A target without a seed is out of
// reach. O(n + places and arcs that lead to a target). Whole lays out all places, which no value depends on.
func (h *Hierarchy) Restrict(targets [][]graph.Seed, direction Direction, whole bool) (*Restricted, error) {
	r := &Restricted{h: h, direction: direction, targets: len(targets), seeds: 1}
	wanted := make([]bool, h.Nodes())
	for t, seeds := range targets {
		r.seeds = max(r.seeds, min(len(seeds), mostSeeds))
		for _, s := range seeds {
			if int(s.Node) >= h.Nodes() {
				return nil, fmt.Errorf("hierarchy: target %d lies at node %d; expected a node below %d", t, s.Node, h.Nodes())
			}
			wanted[h.place[s.Node]] = true
		}
	}
	if whole {
		for p := range wanted {
			wanted[p] = true
		}
	}
	_, down := h.halves(direction)
	r.layOut(down, wanted)
	r.ends = make([]arc, 0, len(targets)*r.seeds)
	for t, seeds := range targets {
		// Slot 0 is there for targets without a seed: from it nothing is in reach.
		end := newArc(0, graph.MaxDistance+1)
		for i := range max(r.seeds, len(seeds)) {
			if i < len(seeds) {
				end = newArc(r.slot[h.place[seeds[i].Node]], limitOffset(seeds[i].Offset))
			}
			if i < r.seeds {
				r.ends = append(r.ends, end)
			} else {
				r.more = append(r.more, extra{uint32(t), end})
			}
		}
	}
	return r, nil
}

// layOut gives a slot to every place that is wanted and to all that lie above it.
func (r *Restricted) layOut(down *half, wanted []bool) {
	n := len(wanted)
	count := 0
	for p := n - 1; p >= 0; p-- {
		if wanted[p] {
			count++
			for _, a := range down.of(uint32(p)) {
				wanted[a.head()] = true
			}
		}
	}
	// Slot 0 belongs to no place, so that there is one even where there are no targets.
	order := r.order(down, wanted, count)
	r.slots = count + 1
	r.slot = make([]uint32, n)
	for p := range r.slot {
		r.slot[p] = noSlot
	}
	total := 0
	for i, p := range order {
		r.slot[p] = uint32(i + 1)
		total += len(down.of(p))
	}
	r.arcs = make([]arc, 0, total)
	r.runs = append(r.runs, run{1, 0})
	for _, p := range order {
		arcs := down.of(p)
		if last := &r.runs[len(r.runs)-1]; last.arcs == uint32(len(arcs)) {
			last.slots++
		} else {
			r.runs = append(r.runs, run{1, uint32(len(arcs))})
		}
		for _, a := range arcs {
			r.arcs = append(r.arcs, newArc(r.slot[a.head()], a.weight()))
		}
	}
}

// order sorts the wanted places by level, counted from the top of what is wanted, then by their number of arcs, then
// as they lie. Any order will do in which the upper end of an arc comes first.
func (r *Restricted) order(down *half, wanted []bool, count int) []uint32 {
	const most = 63 // places with more arcs stand together
	level := make([]uint32, len(wanted))
	key := func(p int) uint32 { return level[p]<<6 | min(uint32(len(down.of(uint32(p)))), most) }
	var highest uint32
	for p := range wanted {
		if !wanted[p] {
			continue
		}
		for _, a := range down.of(uint32(p)) {
			level[p] = max(level[p], level[a.head()]+1)
		}
		highest = max(highest, level[p])
	}
	next := make([]uint32, (highest+1)<<6+1)
	for p := range wanted {
		if wanted[p] {
			next[key(p)+1]++
		}
	}
	for k := 1; k < len(next); k++ {
		next[k] += next[k-1]
	}
	order := make([]uint32, count)
	for p := range wanted {
		if wanted[p] {
			k := key(p)
			order[next[k]] = uint32(p)
			next[k]++
		}
	}
	return order
}

// Targets returns the number of targets.
func (r *Restricted) Targets() int { return r.targets }

// Size returns the number of places and arcs that one sweep looks at.
func (r *Restricted) Size() (places, arcs int) { return r.slots, len(r.arcs) }
