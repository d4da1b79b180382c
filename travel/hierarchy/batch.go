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
	spare  []uint32
}

func (r *Restricted) newBatch() *batch {
	return &batch{r: r, climb: newClimb(r.h.Nodes()), dist: make([]row, r.slots), marked: make([]bool, r.slots), spare: make([]uint32, r.targets)}
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
	arcs, slot := b.r.arcs, 0
	for _, run := range b.r.runs {
		next := slot + int(run.slots)
		in := arcs[:int(run.slots)*int(run.arcs)]
		lower(b.dist, b.dist[slot:next], b.marked[slot:next], in, int(run.arcs))
		arcs, slot = arcs[len(in):], next
	}
}

// lower finds the distances of a run of slots, each with the same number of arcs. Four lanes at a time stay in
// registers; the arcs are in the nearest cache when they are read again.
func lower(dist, own []row, marked []bool, arcs []arc, each int) {
	marked = marked[:len(own)]
	for i := range own {
		start := &farRow
		if marked[i] {
			start = &own[i]
		}
		in := arcs[:each]
		arcs = arcs[each:]
		d0, d1, d2, d3 := start[0], start[1], start[2], start[3]
		for _, a := range in {
			from, w := &dist[a.head()], a.weight()
			d0 = min(d0, from[0]+w)
			d1 = min(d1, from[1]+w)
			d2 = min(d2, from[2]+w)
			d3 = min(d3, from[3]+w)
		}
		e0, e1, e2, e3 := start[4], start[5], start[6], start[7]
		for _, a := range in {
			from, w := &dist[a.head()], a.weight()
			e0 = min(e0, from[4]+w)
			e1 = min(e1, from[5]+w)
			e2 = min(e2, from[6]+w)
			e3 = min(e3, from[7]+w)
		}
		own[i] = row{d0, d1, d2, d3, e0, e1, e2, e3}
	}
}

// read takes the values of the targets from the slots of their seeds. Lanes without a source write to spare.
func (b *batch) read(values [][]uint32) {
	n := b.r.targets
	var to [lanes][]uint32
	for i := range to {
		if i < len(values) {
			to[i] = values[i][:n]
		} else {
			to[i] = b.spare[:n]
		}
	}
	dist, ends := b.dist, b.r.ends
	t0, t1, t2, t3, t4, t5, t6, t7 := to[0], to[1][:n], to[2][:n], to[3][:n], to[4][:n], to[5][:n], to[6][:n], to[7][:n]
	if b.r.seeds == 1 {
		ends = ends[:n]
		for t := range ends {
			from, w := &dist[ends[t].head()], ends[t].weight()
			t0[t], t1[t], t2[t], t3[t] = reachable(from[0]+w), reachable(from[1]+w), reachable(from[2]+w), reachable(from[3]+w)
			t4[t], t5[t], t6[t], t7[t] = reachable(from[4]+w), reachable(from[5]+w), reachable(from[6]+w), reachable(from[7]+w)
		}
	} else {
		for t := range t0 {
			a, v := &dist[ends[0].head()], ends[0].weight()
			b, w := &dist[ends[1].head()], ends[1].weight()
			ends = ends[2:]
			t0[t], t1[t] = reachable(min(a[0]+v, b[0]+w)), reachable(min(a[1]+v, b[1]+w))
			t2[t], t3[t] = reachable(min(a[2]+v, b[2]+w)), reachable(min(a[3]+v, b[3]+w))
			t4[t], t5[t] = reachable(min(a[4]+v, b[4]+w)), reachable(min(a[5]+v, b[5]+w))
			t6[t], t7[t] = reachable(min(a[6]+v, b[6]+w)), reachable(min(a[7]+v, b[7]+w))
		}
	}
	for _, m := range b.r.more {
		for i := range values {
			values[i][m.target] = min(values[i][m.target], reachable(dist[m.end.head()][i]+m.end.weight()))
		}
	}
}
