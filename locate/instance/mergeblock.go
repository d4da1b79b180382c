package instance

import (
	"math"
)

// coverBlock merges the clients of a square. Where sites cover part of a square that holds many clients it is divided in four, so that of
// most sites it is known for many clients at once whether they cover them.
type coverBlock struct {
	p     *plane
	table *classTable
	start []int32 // per class, one more at the end: its sites are site[start[k]:start[k+1]], in no order
	site  []int32

	sure, maybe []int32 // work: sites that cover all of the squares around, and those that may cover some
	masks       []maskClass
}

// point is a client in a block.
type point struct {
	x, y   float64
	weight int64
	number int32
}

// maskClass is the class of clients in a square that just those of the uncertain sites cover.
type maskClass struct {
	mask  uint64
	class int32
}

const (
	fewClients = 12 // in a square that is not divided
	fewMaybe   = 5  // uncertain sites with which it is not
	maxMaybe   = 64
	slack      = 1e-6 // far above any rounding: what it makes uncertain is measured
)

func (b *coverBlock) list(k int32) []int32 { return b.site[b.start[k]:b.start[k+1]] }

// block merges the clients of one block.
func (p *plane) block(at int) *coverBlock {
	b := &coverBlock{p: p, table: newClassTable(), start: []int32{0}}
	clients := p.client[p.start[at]:p.start[at+1]]
	if len(clients) == 0 {
		return b
	}
	points := make([]point, len(clients))
	for k, i := range clients {
		points[k] = point{p.in.Clients.X[i], p.in.Clients.Y[i], p.in.Clients.WeightOf(int(i)), i}
	}
	x, y := p.x+(float64(at%p.wide)+0.5)*p.side, p.y+(float64(at/p.wide)+0.5)*p.side
	for j := range p.in.Sites.N {
		b.maybe = append(b.maybe, int32(j))
	}
	b.square(points, x, y, p.side/2, 0)
	b.maybe, b.sure, b.masks = nil, nil, nil
	return b
}

// square merges the points of the square about (x, y); of the uncertain sites around it, those from the given place on are its own.
func (b *coverBlock) square(points []point, x, y, half float64, from int) {
	if len(points) == 0 {
		return
	}
	sure, maybe := len(b.sure), len(b.maybe)
	b.sort(x, y, half, from)
	if few := len(b.maybe) - maybe; few > fewMaybe && (len(points) > fewClients || few > maxMaybe) && half > slack*b.p.side {
		left := split(points, func(p *point) bool { return p.x < x })
		for side, half2 := 0, half/2; side < 2; side++ {
			part, cx := points[:left], x-half2
			if side == 1 {
				part, cx = points[left:], x+half2
			}
			low := split(part, func(p *point) bool { return p.y < y })
			b.square(part[:low], cx, y-half2, half2, maybe)
			b.square(part[low:], cx, y+half2, half2, maybe)
		}
	} else {
		b.measure(points, maybe)
	}
	b.sure, b.maybe = b.sure[:sure], b.maybe[:maybe]
}

// sort tells the uncertain sites from the place on apart by what they cover of the square, and adds those that are left uncertain.
func (b *coverBlock) sort(x, y, half float64, from int) {
	half += 2*slack*half + b.p.margin
	inner, outer := b.p.radius*(1-slack), b.p.radius*(1+slack)
	inner, outer = inner*inner, outer*outer
	for _, j := range b.maybe[from:] {
		dx, dy := math.Abs(b.p.in.Sites.X[j]-x), math.Abs(b.p.in.Sites.Y[j]-y)
		fx, fy := dx+half, dy+half
		if fx*fx+fy*fy < inner {
			b.sure = append(b.sure, j)
			continue
		}
		nx, ny := max(0, dx-half), max(0, dy-half)
		if nx*nx+ny*ny <= outer {
			b.maybe = append(b.maybe, j)
		}
	}
}

// split moves the points that are first to the front and counts them.
func split(points []point, first func(*point) bool) int {
	k := 0
	for i := range points {
		if first(&points[i]) {
			points[i], points[k] = points[k], points[i]
			k++
		}
	}
	return k
}

// measure finds the class of each point, by the uncertain sites from the place on.
func (b *coverBlock) measure(points []point, from int) {
	maybe, r := b.maybe[from:], b.p.radius*b.p.radius
	base := setKey{}
	for _, j := range b.sure {
		base.flip(b.p.words[j])
	}
	b.masks = b.masks[:0]
	for i := range points {
		q := &points[i]
		mask, name := uint64(0), base
		for k, j := range maybe {
			dx, dy := q.x-b.p.in.Sites.X[j], q.y-b.p.in.Sites.Y[j]
			if dx*dx+dy*dy <= r {
				mask |= 1 << (k & 63)
				name.flip(b.p.words[j])
			}
		}
		class := int32(-1)
		if len(maybe) <= maxMaybe {
			for _, m := range b.masks {
				if m.mask == mask {
					class = m.class
				}
			}
		}
		if class < 0 {
			class = b.class(name, q, maybe)
			b.masks = append(b.masks, maskClass{mask, class})
		}
		b.table.weight[class] += q.weight
		b.table.first[class] = min(b.table.first[class], q.number)
	}
}

// class finds or makes the class of the name, which is that of the point.
func (b *coverBlock) class(name setKey, q *point, maybe []int32) int32 {
	class := b.table.find(name)
	if int(class) < len(b.table.weight) {
		return class
	}
	b.table.weight, b.table.first = append(b.table.weight, 0), append(b.table.first, q.number)
	b.site = append(b.site, b.sure...)
	for _, j := range maybe {
		dx, dy := q.x-b.p.in.Sites.X[j], q.y-b.p.in.Sites.Y[j]
		if dx*dx+dy*dy <= b.p.radius*b.p.radius {
			b.site = append(b.site, j)
		}
	}
	b.start = append(b.start, int32(len(b.site)))
	return class
}

// setKey names a set of sites.
type setKey [2]uint64

func (k *setKey) flip(o setKey) { k[0], k[1] = k[0]^o[0], k[1]^o[1] }

// classTable numbers sets of sites.
type classTable struct {
	key    []setKey
	weight []int64
	first  []int32 // the first client of each
	slots  []int32 // number + 1
}

func newClassTable() *classTable { return &classTable{slots: make([]int32, 64)} }

// find gives the number of a set; a new one has the next, and its weight and first client are the caller's to add.
func (t *classTable) find(k setKey) int32 {
	mask := uint64(len(t.slots) - 1)
	at := k[0] & mask
	for ; t.slots[at] != 0; at = (at + 1) & mask {
		if e := t.slots[at] - 1; t.key[e] == k {
			return e
		}
	}
	t.key = append(t.key, k)
	t.slots[at] = int32(len(t.key))
	if 2*len(t.key) > len(t.slots) {
		t.slots = make([]int32, 4*len(t.slots))
		mask = uint64(len(t.slots) - 1)
		for e, k := range t.key {
			at := k[0] & mask
			for t.slots[at] != 0 {
				at = (at + 1) & mask
			}
			t.slots[at] = int32(e) + 1
		}
	}
	return int32(len(t.key)) - 1
}
