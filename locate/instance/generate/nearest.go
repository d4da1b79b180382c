package generate

import "container/heap"

// known are the sites that junctions know, nearest first: those of junction v are site[v*k:v*k+count[v]].
type known struct {
	k     int
	count []int32
	site  []int32
	far   []int32
	all   bool // k is the number of sites
}

// reach is the distance below which a junction knows all sites.
func (n *known) reach(v int32) int32 {
	if n.all || int(n.count[v]) < n.k {
		return 1<<31 - 1
	}
	return n.far[int(v)*n.k+n.k-1]
}

// arrival is a site that is found to be so far from a junction.
type arrival struct{ far, junction, site int32 }

type arrivals []arrival

func (a arrivals) Len() int { return len(a) }
func (a arrivals) Less(i, j int) bool {
	if a[i].far != a[j].far {
		return a[i].far < a[j].far
	}
	if a[i].junction != a[j].junction {
		return a[i].junction < a[j].junction
	}
	return a[i].site < a[j].site
}
func (a arrivals) Swap(i, j int) { a[i], a[j] = a[j], a[i] }
func (a *arrivals) Push(x any)   { *a = append(*a, x.(arrival)) }
func (a *arrivals) Pop() any {
	last := (*a)[len(*a)-1]
	*a = (*a)[:len(*a)-1]
	return last
}

// nearest finds the k nearest sites of every junction, by one search that starts at all sites and visits a junction up to k times.
func (r *roads) nearest(at []int, k int) *known {
	n := len(r.x)
	out := &known{k: k, count: make([]int32, n), site: make([]int32, n*k), far: make([]int32, n*k), all: k == len(at)}
	var q arrivals
	for j, v := range at {
		q = append(q, arrival{0, int32(v), int32(j)})
	}
	heap.Init(&q)
	for len(q) > 0 {
		a := heap.Pop(&q).(arrival)
		if !out.add(a) {
			continue
		}
		for e := r.start[a.junction]; e < r.start[a.junction+1]; e++ {
			if w := r.to[e]; int(out.count[w]) < k {
				heap.Push(&q, arrival{a.far + r.far[e], w, a.site})
			}
		}
	}
	return out
}

// add notes an arrival unless the junction knows enough sites, or this one.
func (n *known) add(a arrival) bool {
	from, count := int(a.junction)*n.k, n.count[a.junction]
	if int(count) == n.k {
		return false
	}
	for _, s := range n.site[from : from+int(count)] {
		if s == a.site {
			return false
		}
	}
	n.site[from+int(count)], n.far[from+int(count)] = a.site, a.far
	n.count[a.junction]++
	return true
}
