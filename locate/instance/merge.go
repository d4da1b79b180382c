package instance

import (
	"cmp"
	"math"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/etablera/etablera/locate"
)

// maxMerged bounds the entries of merged lists; a problem with more is given to the engine as points.
const maxMerged = 150_000_000

// merged are clients that the same sites cover, as one: for maximal covering that changes nothing but the size. Classes are in the
// order of their first clients.
type merged struct {
	lists  locate.Lists
	weight []int64
}

// merge merges the clients of points in the plane; it answers nil where that is not worth while or not possible. The plane is cut into
// blocks, each with its clients and the sites near it, which are worked on side by side; see coverBlock. Sets of sites are told apart by
// 128-bit sums of random words (Zobrist 1970): two of n sets are taken for one with a probability below n²/2¹²⁸.
func (in *Instance) merge(radius float64) *merged {
	if in.Metric != Euclid || in.Clients.N < 1000 {
		return nil
	}
	p := newPlane(in, radius)
	blocks := make([]*coverBlock, p.wide*p.high)
	var next, entries atomic.Int64
	var wait sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wait.Add(1)
		go func() {
			defer wait.Done()
			for b := int(next.Add(1)) - 1; b < len(blocks) && entries.Load() <= maxMerged; b = int(next.Add(1)) - 1 {
				blocks[b] = p.block(b)
				entries.Add(int64(len(blocks[b].site)))
			}
		}()
	}
	wait.Wait()
	if entries.Load() > maxMerged {
		return nil
	}
	return p.join(blocks)
}

// join makes one list of the blocks' classes, in the order of their first clients.
func (p *plane) join(blocks []*coverBlock) *merged {
	all := newClassTable()
	type place struct {
		block *coverBlock
		at    int32
	}
	var from []place
	for _, b := range blocks {
		for k, key := range b.table.key {
			e := all.find(key)
			if int(e) == len(from) {
				from = append(from, place{b, int32(k)})
				all.first = append(all.first, b.table.first[k])
				all.weight = append(all.weight, 0)
			}
			all.first[e] = min(all.first[e], b.table.first[k])
			all.weight[e] += b.table.weight[k]
		}
	}
	order, entries := make([]int32, len(from)), 0
	for k := range order {
		order[k] = int32(k)
		entries += len(from[k].block.list(from[k].at))
	}
	slices.SortFunc(order, func(a, b int32) int { return cmp.Compare(all.first[a], all.first[b]) })
	m := &merged{weight: make([]int64, len(order))}
	m.lists = locate.Lists{Columns: p.in.Sites.N, Start: make([]int64, 1, len(order)+1), Column: make([]int32, 0, entries), Costs: make([]int32, entries)}
	for k, e := range order {
		m.weight[k] = all.weight[e]
		m.lists.Column = append(m.lists.Column, from[e].block.list(from[e].at)...)
		slices.Sort(m.lists.Column[m.lists.Start[k]:])
		m.lists.Start = append(m.lists.Start, int64(len(m.lists.Column)))
	}
	return m
}

// plane holds the clients sorted into blocks.
type plane struct {
	in         *Instance
	radius     float64
	x, y, side float64
	margin     float64 // more than coordinates are rounded by
	wide, high int
	start      []int32 // per block, one more at the end
	client     []int32
	words      []setKey // of each site
}

func newPlane(in *Instance, radius float64) *plane {
	x0, x1 := slices.Min(in.Clients.X), slices.Max(in.Clients.X)
	y0, y1 := slices.Min(in.Clients.Y), slices.Max(in.Clients.Y)
	across := min(max(math.Sqrt(float64(in.Clients.N)/4096), 1), 128)
	p := &plane{in: in, radius: radius, x: x0, y: y0, side: max((x1-x0)/across, (y1-y0)/across, 1e-9), words: make([]setKey, in.Sites.N)}
	p.margin = 1e-14 * max(math.Abs(x0), math.Abs(x1), math.Abs(y0), math.Abs(y1))
	p.wide, p.high = int((x1-x0)/p.side)+1, int((y1-y0)/p.side)+1
	state := uint64(0x9e3779b97f4a7c15)
	word := func() uint64 { // splitmix64
		state += 0x9e3779b97f4a7c15
		z := (state ^ state>>30) * 0xbf58476d1ce4e5b9
		z = (z ^ z>>27) * 0x94d049bb133111eb
		return z ^ z>>31
	}
	for j := range p.words {
		p.words[j] = setKey{word(), word()}
	}
	p.sort()
	return p
}

// sort lays the clients out by block, in their order. It counts in parts, so that each part can be written at once.
func (p *plane) sort() {
	n, blocks := p.in.Clients.N, p.wide*p.high
	parts := 8
	count, of := make([][]int32, parts), make([]uint16, n)
	inParts(parts, func(s int) {
		count[s] = make([]int32, blocks)
		for i := n * s / parts; i < n*(s+1)/parts; i++ {
			c, r := int((p.in.Clients.X[i]-p.x)/p.side), int((p.in.Clients.Y[i]-p.y)/p.side)
			of[i] = uint16(min(r, p.high-1)*p.wide + min(c, p.wide-1))
			count[s][of[i]]++
		}
	})
	p.start, p.client = make([]int32, blocks+1), make([]int32, n)
	at := int32(0)
	for b := range blocks {
		p.start[b] = at
		for s := range count {
			at, count[s][b] = at+count[s][b], at
		}
	}
	p.start[blocks] = at
	inParts(parts, func(s int) {
		for i := n * s / parts; i < n*(s+1)/parts; i++ {
			at := &count[s][of[i]]
			p.client[*at] = int32(i)
			*at++
		}
	})
}

// inParts does parts of a work on as many cores as there are.
func inParts(parts int, work func(part int)) {
	var wait sync.WaitGroup
	workers := min(runtime.GOMAXPROCS(0), parts)
	for w := range workers {
		wait.Add(1)
		go func() {
			defer wait.Done()
			for s := w; s < parts; s += workers {
				work(s)
			}
		}()
	}
	wait.Wait()
}
