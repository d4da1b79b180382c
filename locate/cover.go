package locate

import (
	"math"
	"math/rand/v2"
)

// Cover states maximal covering for points in the plane: a point is covered by every
// site within the radius. Points that the same sites cover become one class, which
// is exact and leaves far fewer classes than points. weights may be nil for 1 each.
// The Spec has one option per site, its objective is the weight not covered; rows
// are the caller's to add. O(points) beside a grid that settles most of the plane
// at once.
//
// Sets of sites are told apart by 128-bit sums of random words (Zobrist 1970): that
// two of n sets are taken for one has a probability below n²/2¹²⁸.
func Cover(x, y []float64, weights []int64, siteX, siteY []float64, radius float64) *Spec {
	p := &Points{X: siteX, Y: siteY, ColumnX: siteX, ColumnY: siteY, Radius: radius}
	c := newCoverer(x, y, p)
	part := make([]*coverTable, shards)
	inShards(len(x), func(s, from, to int) {
		t := newCoverTable()
		for i := from; i < to; i++ {
			w := int64(1)
			if weights != nil {
				w = weights[i]
			}
			t.add(c.key(x[i], y[i]), w, int32(i))
		}
		part[s] = t
	})
	all := newCoverTable()
	for _, t := range part {
		for k := range t.keys {
			all.add(t.keys[k], t.weight[k], t.point[k])
		}
	}
	return coverSpec(all, x, y, siteX, siteY, radius)
}

func coverSpec(all *coverTable, x, y, siteX, siteY []float64, radius float64) *Spec {
	n := len(all.keys)
	px, py := make([]float64, n), make([]float64, n)
	s := &Spec{Classes: make([]Class, n), Options: make([]Option, len(siteX))}
	for k, i := range all.point {
		px[k], py[k] = x[i], y[i]
		s.Classes[k] = Class{Weight: all.weight[k], Unserved: 1, Row: int32(k)}
	}
	for j := range s.Options {
		s.Options[j] = Option{Site: int32(j), Column: int32(j)}
	}
	s.Service = &Points{X: px, Y: py, ColumnX: siteX, ColumnY: siteY, Radius: radius}
	return s
}

// key names a set of sites.
type key [2]uint64

func (k *key) flip(o key) { k[0], k[1] = k[0]^o[0], k[1]^o[1] }

// randomWords are the names of sets of one site.
func randomWords(sites int) []key {
	words := make([]key, sites)
	rng := rand.New(rand.NewPCG(0x5eed, 0xc0fe))
	for j := range words {
		words[j] = key{rng.Uint64(), rng.Uint64()}
	}
	return words
}

// coverer finds the set of sites that cover a point: the plane is cut into cells, and
// a cell knows the sites that cover all of it and those that cover some of it.
type coverer struct {
	p           *Points
	words       []key
	left, low   float64
	size        float64
	wide, high  int
	whole       []key
	start, some []int32
}

func newCoverer(x, y []float64, p *Points) *coverer {
	c := &coverer{p: p, words: randomWords(len(p.ColumnX))}
	right, top := math.Inf(-1), math.Inf(-1)
	c.left, c.low = math.Inf(1), math.Inf(1)
	for i := range x {
		c.left, right = min(c.left, x[i]), max(right, x[i])
		c.low, top = min(c.low, y[i]), max(top, y[i])
	}
	if len(x) == 0 {
		c.left, c.low, right, top = 0, 0, 0, 0
	}
	cells := min(max(float64(len(x))/8, 1), 1<<20, 2e8/float64(len(c.words)+1))
	side := math.Sqrt(cells)
	c.size = max((right-c.left)/side, (top-c.low)/side, 1e-12)
	c.wide, c.high = int((right-c.left)/c.size)+1, int((top-c.low)/c.size)+1
	c.whole = make([]key, c.wide*c.high)
	c.start = make([]int32, c.wide*c.high+1)
	for j := range c.words {
		c.each(j, func(cell int, all bool) {
			if all {
				c.whole[cell].flip(c.words[j])
			} else {
				c.start[cell+1]++
			}
		})
	}
	for k := range c.whole {
		c.start[k+1] += c.start[k]
	}
	c.some = make([]int32, c.start[len(c.whole)])
	next := append([]int32(nil), c.start...)
	for j := range c.words {
		c.each(j, func(cell int, all bool) {
			if !all {
				c.some[next[cell]] = int32(j)
				next[cell]++
			}
		})
	}
	return c
}

// each visits the cells that the site covers wholly or, as far as rounding leaves it
// open, in part.
func (c *coverer) each(j int, visit func(cell int, all bool)) {
	x, y, r := c.p.ColumnX[j], c.p.ColumnY[j], c.p.Radius
	inner, outer := r*r*(1-1e-9), r*r*(1+1e-9)
	slack := 1e-9 * c.size
	at := func(v float64, cells int) int { return int(min(max(math.Floor(v), 0), float64(cells-1))) }
	x0, x1 := at((x-r-c.left)/c.size-1e-6, c.wide), at((x+r-c.left)/c.size+1e-6, c.wide)
	y0, y1 := at((y-r-c.low)/c.size-1e-6, c.high), at((y+r-c.low)/c.size+1e-6, c.high)
	for cy := y0; cy <= y1; cy++ {
		lo, hi := c.low+float64(cy)*c.size-slack, c.low+float64(cy+1)*c.size+slack
		farY, nearY := max(y-lo, hi-y), max(lo-y, y-hi, 0)
		for cx := x0; cx <= x1; cx++ {
			lo, hi := c.left+float64(cx)*c.size-slack, c.left+float64(cx+1)*c.size+slack
			farX, nearX := max(x-lo, hi-x), max(lo-x, x-hi, 0)
			if farX*farX+farY*farY <= inner {
				visit(cy*c.wide+cx, true)
			} else if nearX*nearX+nearY*nearY <= outer {
				visit(cy*c.wide+cx, false)
			}
		}
	}
}

// key is the set of sites within the radius of a point.
func (c *coverer) key(x, y float64) key {
	cx := min(int((x-c.left)/c.size), c.wide-1)
	cell := min(int((y-c.low)/c.size), c.high-1)*c.wide + cx
	k := c.whole[cell]
	r := c.p.Radius * c.p.Radius
	for _, j := range c.some[c.start[cell]:c.start[cell+1]] {
		dx, dy := x-c.p.ColumnX[j], y-c.p.ColumnY[j]
		if dx*dx+dy*dy <= r {
			k.flip(c.words[j])
		}
	}
	return k
}

// coverTable adds up weights per set, in order of each set's first point.
type coverTable struct {
	keys   []key
	weight []int64
	point  []int32
	slots  []int32 // index + 1
}

func newCoverTable() *coverTable { return &coverTable{slots: make([]int32, 1024)} }

// add gives the number of the set.
func (t *coverTable) add(k key, weight int64, point int32) int32 {
	mask := uint64(len(t.slots) - 1)
	at := k[0] & mask
	for t.slots[at] != 0 {
		if e := t.slots[at] - 1; t.keys[e] == k {
			t.weight[e] += weight
			return e
		}
		at = (at + 1) & mask
	}
	t.keys, t.weight, t.point = append(t.keys, k), append(t.weight, weight), append(t.point, point)
	t.slots[at] = int32(len(t.keys))
	if 2*len(t.keys) > len(t.slots) {
		t.grow()
	}
	return int32(len(t.keys)) - 1
}

func (t *coverTable) grow() {
	t.slots = make([]int32, 4*len(t.slots))
	mask := uint64(len(t.slots) - 1)
	for e, k := range t.keys {
		at := k[0] & mask
		for t.slots[at] != 0 {
			at = (at + 1) & mask
		}
		t.slots[at] = int32(e) + 1
	}
}
