package hierarchy

import "github.com/etablera/etablera/travel/graph"

// lanes is the number of sources that one sweep serves. Eight distances are half a cache line and fit in registers.
const lanes = 8

type row [lanes]uint32

var farRow = row{far, far, far, far, far, far, far, far}

// batch is the memory of searches from several sources at once. The arcs are read once for all of them, which is most
// of what a sweep costs.
type batch struct {
	r      *Restricted
	climb  *climb
	dist   []row
	marked []bool // slots that a climb has come upon, whose rows are filled
	marks  []uint32
}

func (r *Restricted) newBatch() *batch {
	return &batch{r: r, climb: newClimb(r.h.Nodes()), dist: make([]row, r.slots), marked: make([]bool, r.slots)}
}

// from writes the distances from sources[i] into values[i]. There are at most as many as there are lanes.
func (b *batch) from(sources [][]graph.Seed, stall bool, values [][]uint32) {
	for i, source := range sources {
		b.climb.all(b.r, source, stall, func(slot, d uint32) {
			if !b.marked[slot] {
				b.marked[slot], b.dist[slot] = true, farRow
				b.marks = append(b.marks, slot)
			}
			b.dist[slot][i] = d
		})
	}
	b.down()
	for _, slot := range b.marks {
		b.marked[slot] = false
	}
	b.marks = b.marks[:0]
	b.read(values)
}

func (b *batch) down() {
	dist, arcs := b.dist, b.r.arcs
	slot := 0
	for _, run := range b.r.runs {
		for range run.slots {
			start := &farRow
			if b.marked[slot] {
				start = &dist[slot]
			}
			d0, d1, d2, d3, d4, d5, d6, d7 := start[0], start[1], start[2], start[3], start[4], start[5], start[6], start[7]
			for _, a := range arcs[:run.arcs] {
				from, w := &dist[a.head()], a.weight()
				d0 = min(d0, from[0]+w)
				d1 = min(d1, from[1]+w)
				d2 = min(d2, from[2]+w)
				d3 = min(d3, from[3]+w)
				d4 = min(d4, from[4]+w)
				d5 = min(d5, from[5]+w)
				d6 = min(d6, from[6]+w)
				d7 = min(d7, from[7]+w)
			}
			dist[slot] = row{d0, d1, d2, d3, d4, d5, d6, d7}
			arcs = arcs[run.arcs:]
			slot++
		}
	}
}

func (b *batch) read(values [][]uint32) {
	var best [lanes]uint32
	for t := range b.r.targets {
		best = farRow
		for _, a := range b.r.ends[t*b.r.seeds : (t+1)*b.r.seeds] {
			from, w := &b.dist[a.head()], a.weight()
			for i := range best {
				best[i] = min(best[i], from[i]+w)
			}
		}
		for i := range values {
			values[i][t] = reachable(best[i])
		}
	}
	for _, m := range b.r.more {
		for i := range values {
			values[i][m.target] = min(values[i][m.target], reachable(b.dist[m.end.head()][i]+m.end.weight()))
		}
	}
}
