package staffing

// demand is what a round's counts ask of its offices: how many have each type,
// and which types each group of offices may have.
type demand struct {
	low, high   []int // by type
	least, most int   // offices in all, named or not
	groups      []group
}

// group is a number of offices that may have the same types.
type group struct {
	allowed []bool
	size    int
}

// cheapest returns the least total of cost[type] over the offices that count,
// and whether any composition agrees with the demand. counted is the number of
// offices of each group that count; unnamed says whether those without a name
// do. The rest are there without cost. Negated costs give the greatest total.
func (d *demand) cheapest(counted []int, unnamed bool, cost []int) (total int, ok bool) {
	named := 0
	for _, g := range d.groups {
		named += g.size
	}
	for n := d.least; n <= d.most; n++ {
		if of, feasible := d.flow(counted, unnamed, n-named, cost); feasible && (!ok || of < total) {
			total, ok = of, true
		}
	}
	return total, ok
}

// arc is an arc of the flow network; its reverse is the arc with index ^1.
type arc struct{ to, room, cost int }

type flowNet struct {
	arcs []arc
	out  [][]int // arcs by node
}

func (f *flowNet) add(from, to, room, cost int) {
	f.out[from] = append(f.out[from], len(f.arcs))
	f.out[to] = append(f.out[to], len(f.arcs)+1)
	f.arcs = append(f.arcs, arc{to, room, cost}, arc{from, 0, -cost})
}

// flow finds the cheapest assignment of all offices, extra of them without name,
// by successive shortest paths. Every office that a type must have earns a
// reward greater than all costs, so that as many of these as can be are filled.
// O(offices × arcs × nodes), with groups instead of offices.
func (d *demand) flow(counted []int, unnamed bool, extra int, cost []int) (int, bool) {
	types, groups := len(d.low), len(d.groups)
	source, sink := 0, 1
	typeAt := func(t int) int { return 2 + t }
	f := &flowNet{out: make([][]int, 2+types+2*groups+1)}
	offices, dearest := extra, 1
	for _, g := range d.groups {
		offices += g.size
	}
	for _, c := range cost {
		dearest = max(dearest, c, -c)
	}
	reward, musts := 2*dearest*(offices+1), 0
	join := func(node, size int, allowed []bool, counts bool) {
		f.add(source, node, size, 0)
		for t := range types {
			if c := 0; allowed == nil || allowed[t] {
				if counts {
					c = cost[t]
				}
				f.add(node, typeAt(t), size, c)
			}
		}
	}
	for i, g := range d.groups {
		join(2+types+2*i, counted[i], g.allowed, true)
		join(2+types+2*i+1, g.size-counted[i], g.allowed, false)
	}
	join(2+types+2*groups, extra, nil, unnamed)
	for t := range types {
		f.add(typeAt(t), sink, d.low[t], -reward)
		f.add(typeAt(t), sink, d.high[t]-d.low[t], 0)
		musts += d.low[t]
	}
	sent, total := f.send(source, sink)
	total += musts * reward
	// A reward that was missed outweighs twice what all offices together cost.
	return total, sent == offices && 2*total < reward
}

// send sends as much as can be sent from source to sink at least cost.
func (f *flowNet) send(source, sink int) (sent, cost int) {
	const far = int(^uint(0) >> 2)
	dist, by := make([]int, len(f.out)), make([]int, len(f.out))
	for {
		for i := range dist {
			dist[i], by[i] = far, -1
		}
		dist[source] = 0
		for changed := true; changed; {
			changed = false
			for v := range f.out {
				for _, i := range f.out[v] {
					if a := &f.arcs[i]; a.room > 0 && dist[v] < far && dist[v]+a.cost < dist[a.to] {
						dist[a.to], by[a.to], changed = dist[v]+a.cost, i, true
					}
				}
			}
		}
		if by[sink] < 0 {
			return sent, cost
		}
		n := far
		for v := sink; v != source; v = f.arcs[by[v]^1].to {
			n = min(n, f.arcs[by[v]].room)
		}
		for v := sink; v != source; v = f.arcs[by[v]^1].to {
			f.arcs[by[v]].room -= n
			f.arcs[by[v]^1].room += n
		}
		sent, cost = sent+n, cost+n*dist[sink]
	}
}
