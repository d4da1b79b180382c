package graph

import "math/bits"

// ring is the buckets of a search from many sites at once: labels of nearly equal distance share one, and the buckets
// that are in use at a time lie in a ring.
type ring struct {
	width  uint // a bucket holds 1<<width distances
	bucket []int32
	blocks []block
	free   int32
}

// block is a part of a bucket; blocks are chained so that buckets of any size share one memory.
type block struct {
	keys  [blockSize]uint64
	nodes [blockSize]Node
	used  int32
	next  int32
}

const (
	blockSize = 84 // a block takes about one kilobyte
	noBlock   = -1
)

// together lays the arcs out with weight and head in one word, and makes the ring for them. The mean arc decides the
// width of the buckets: a quarter of it keeps the nodes that are scanned twice below one in a thousand on roads.
func together(g *Graph) ([]uint64, ring) {
	arcs := make([]uint64, g.Arcs())
	var longest uint32
	var sum uint64
	for a, w := range g.Weight {
		arcs[a] = uint64(w)<<32 | uint64(g.Head[a])
		longest = max(longest, w)
		sum += uint64(w)
	}
	mean := sum / uint64(max(1, g.Arcs()))
	r := ring{width: uint(max(bits.Len64(mean)-3, bits.Len32(longest)-16, 0)), free: noBlock}
	// A label lies less than one longest arc behind the bucket at work.
	// A power of two turns the ring's division into a mask.
	r.bucket = make([]int32, 1<<bits.Len32(longest>>r.width+1))
	return arcs, r
}

func (r *ring) clear() {
	for i := range r.bucket {
		r.bucket[i] = noBlock
	}
}

// run works off all buckets in order. Seeds may lie further apart than the buckets reach: they wait in a heap of their
// own. reach gives a node a label and empty works off one bucket; both say by how many waiting labels more there are.
func (r *ring) run(sites [][]Seed, limit uint32, reach func(from, v Node, key uint64) int, empty func(at int, limit uint32) int) {
	var late Queue
	var labels []uint64
	for site, seeds := range sites {
		for _, seed := range seeds {
			if seed.Offset > limit {
				continue
			}
			late.Push(Label(seed.Offset, Node(len(labels))))
			labels = append(labels, uint64(seed.Node)<<32|uint64(site))
		}
	}
	waiting := 0
	for at := uint64(0); waiting > 0 || len(late) > 0; at++ {
		if waiting == 0 {
			at = max(at, late[0]>>32>>r.width)
		}
		for len(late) > 0 && late[0]>>32>>r.width <= at {
			top := late.Pop()
			l := labels[uint32(top)]
			waiting += reach(NoNode, Node(l>>32), top>>32<<32|l&0xFFFFFFFF)
		}
		waiting += empty(int(at&uint64(len(r.bucket)-1)), limit)
	}
}

// put lets a label wait.
func (r *ring) put(key uint64, v Node) {
	at := key >> 32 >> r.width & uint64(len(r.bucket)-1)
	i := r.bucket[at]
	if i == noBlock || r.blocks[i].used == blockSize {
		i = r.takeBlock(i)
		r.bucket[at] = i
	}
	b := &r.blocks[i]
	b.keys[b.used], b.nodes[b.used] = key, v
	b.used++
}

func (r *ring) takeBlock(next int32) int32 {
	i := r.free
	if i == noBlock {
		i = int32(len(r.blocks))
		r.blocks = append(r.blocks, block{})
	} else {
		r.free = r.blocks[i].next
	}
	r.blocks[i].used, r.blocks[i].next = 0, next
	return i
}
