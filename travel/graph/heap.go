package graph

// heap is a priority queue of labels, distance in the upper and node in the lower half, as a heap of four children
// a node. A label that has been improved stays until it comes up and is passed over then.
type heap []uint64

func label(distance uint32, v Node) uint64 { return uint64(distance)<<32 | uint64(v) }

func (h *heap) push(x uint64) {
	q := append(*h, x)
	*h = q
	i := len(q) - 1
	for i > 0 {
		parent := (i - 1) / 4
		if q[parent] <= x {
			break
		}
		q[i] = q[parent]
		i = parent
	}
	q[i] = x
}

func (h *heap) pop() uint64 {
	q := *h
	top, x := q[0], q[len(q)-1]
	q = q[:len(q)-1]
	*h = q
	if len(q) == 0 {
		return top
	}
	i := 0
	for {
		c := 4*i + 1
		if c >= len(q) {
			break
		}
		least := c
		for j := c + 1; j < min(c+4, len(q)); j++ {
			if q[j] < q[least] {
				least = j
			}
		}
		if q[least] >= x {
			break
		}
		q[i] = q[least]
		i = least
	}
	q[i] = x
	return top
}
