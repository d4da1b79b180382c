package locate

import "math"

// transport divides the weight of classes among the options chosen, each of which has
// a capacity, at least cost (the transportation problem of Hitchcock 1941). Every class
// begins at its cheapest option; what is too much there goes, along shortest paths of
// re-assignments from option to option, to where there is room or to nobody (successive
// shortest paths; Ahuja, Magnanti & Orlin 1993, chapter 9). Paths run over options
// alone, which are few: the arc from k to l costs what the cheapest class at k pays
// more at l. One augmentation costs O(options²) on top of O(classes moved × options).
//
// Place m, after the m options, is nobody: there a class pays its cost if unserved.
type transport struct {
	n, m   int
	weight []int64   // per class
	cost   []int64   // per class and place, m+1 in a row; Never where there is no service
	room   []int64   // per option: capacity; Never for no limit
	flow   [][]share // per place
	load   []int64   // per place
	arc    []arc     // per pair of places, from row to column
	price  []int64   // per option: what one unit of room more would save

	dist []int64 // work
	via  []int32
	wait []int32
	in   []bool
}

// share is weight of a class at a place.
type share struct {
	class  int32
	weight int64
}

// arc is the cheapest re-assignment between two places.
type arc struct {
	cost  int64
	class int32
}

// solve divides; it expects weight, cost and room, and that costs leave room for sums.
func (t *transport) solve() {
	places := t.m + 1
	t.flow, t.load = make([][]share, places), make([]int64, places)
	t.arc = make([]arc, places*places)
	t.dist, t.via, t.in = make([]int64, places), make([]int32, places), make([]bool, places)
	for i := range t.n {
		if t.weight[i] == 0 {
			continue
		}
		best := t.m
		for k, c := range t.cost[i*places : (i+1)*places-1] {
			if c < t.cost[i*places+best] || best == t.m && c != Never && c == t.cost[i*places+best] {
				best = k
			}
		}
		t.flow[best] = append(t.flow[best], share{int32(i), t.weight[i]})
		t.load[best] += t.weight[i]
	}
	for k := range places {
		t.arcs(k)
	}
	for k := range t.m {
		for t.load[k] > t.room[k] {
			t.relieve(k)
		}
	}
	t.prices()
}

// arcs finds the cheapest re-assignment from a place to every other.
func (t *transport) arcs(k int) {
	places := t.m + 1
	row := t.arc[k*places : (k+1)*places]
	for l := range row {
		row[l] = arc{Never, -1}
	}
	for _, s := range t.flow[k] {
		t.note(k, s.class)
	}
}

// note lets a class at a place take part in the arcs from there.
func (t *transport) note(k int, class int32) {
	places := t.m + 1
	row, costs := t.arc[k*places:(k+1)*places], t.cost[int(class)*places:(int(class)+1)*places]
	from := costs[k]
	for l, c := range costs {
		if c != Never && c-from < row[l].cost {
			row[l] = arc{c - from, class}
		}
	}
}

// relieve moves as much as one path allows away from a place that has too much.
func (t *transport) relieve(k int) {
	places := t.m + 1
	for l := range t.dist {
		t.dist[l], t.via[l] = Never, -1
	}
	t.dist[k] = 0
	t.wait = append(t.wait[:0], int32(k))
	for at := 0; at < len(t.wait); at++ {
		a := int(t.wait[at])
		t.in[a] = false
		for l, x := range t.arc[a*places : (a+1)*places] {
			if x.cost != Never && t.dist[a]+x.cost < t.dist[l] {
				t.dist[l], t.via[l] = t.dist[a]+x.cost, int32(a)
				if !t.in[l] {
					t.in[l] = true
					t.wait = append(t.wait, int32(l))
				}
			}
		}
	}
	goal := t.m
	for l := range t.m {
		if t.load[l] < t.room[l] && t.dist[l] < t.dist[goal] {
			goal = l
		}
	}
	most := t.load[k] - t.room[k]
	if goal < t.m && t.room[goal] != Never {
		most = min(most, t.room[goal]-t.load[goal])
	}
	var path []int // places from the goal back to k
	for l := goal; l != k; l = int(t.via[l]) {
		path = append(path, l)
		a := int(t.via[l])
		most = min(most, t.at(a, t.arc[a*places+l].class))
	}
	t.push(path, k, most)
}

// push moves weight along a path.
func (t *transport) push(path []int, from int, most int64) {
	places := t.m + 1
	classes := make([]int32, len(path))
	for n, l := range path {
		classes[n] = t.arc[int(t.via[l])*places+l].class
	}
	for n := len(path) - 1; n >= 0; n-- {
		t.take(from, classes[n], most)
		t.give(path[n], classes[n], most)
		from = path[n]
	}
}

func (t *transport) at(k int, class int32) int64 {
	for _, s := range t.flow[k] {
		if s.class == class {
			return s.weight
		}
	}
	return 0
}

func (t *transport) take(k int, class int32, weight int64) {
	t.load[k] -= weight
	list := t.flow[k]
	for n := range list {
		if list[n].class != class {
			continue
		}
		if list[n].weight -= weight; list[n].weight == 0 {
			list[n] = list[len(list)-1]
			t.flow[k] = list[:len(list)-1]
			t.without(k, class)
		}
		return
	}
}

// without renews the arcs of a class that has left a place.
func (t *transport) without(k int, class int32) {
	places := t.m + 1
	for l := range places {
		x := &t.arc[k*places+l]
		if x.class != class {
			continue
		}
		*x = arc{Never, -1}
		for _, s := range t.flow[k] {
			row := int(s.class) * places
			if c := t.cost[row+l]; c != Never && c-t.cost[row+k] < x.cost {
				*x = arc{c - t.cost[row+k], s.class}
			}
		}
	}
}

func (t *transport) give(k int, class int32, weight int64) {
	t.load[k] += weight
	for n := range t.flow[k] {
		if t.flow[k][n].class == class {
			t.flow[k][n].weight += weight
			return
		}
	}
	t.flow[k] = append(t.flow[k], share{class, weight})
	t.note(k, class)
}

// prices finds the least prices of room under which nothing would rather be elsewhere:
// with them the dual of the transportation problem meets its value.
func (t *transport) prices() {
	places := t.m + 1
	t.price = make([]int64, places) // nobody has room without end: 0
	for changed := true; changed; {
		changed = false
		for k := range places {
			for l, x := range t.arc[k*places : (k+1)*places-1] {
				if x.cost != Never && t.price[k]-x.cost > t.price[l] {
					t.price[l], changed = t.price[k]-x.cost, true
				}
			}
		}
	}
}

// unit is what a unit of a class pays, with the price of the room that it takes.
func (t *transport) unit(i int) int64 {
	places := t.m + 1
	least := t.cost[i*places+t.m]
	for k, c := range t.cost[i*places : (i+1)*places-1] {
		if c != Never {
			least = min(least, c+t.price[k])
		}
	}
	return least
}

// punish is a cost of leaving a class unserved above what any path of re-assignments
// can save, so that no class is left that could be served.
func punish(options int, most int64) int64 {
	return int64(min(float64(options+2)*float64(most+1), math.MaxInt64/8))
}
