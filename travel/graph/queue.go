package graph

// Queue is a priority queue of labels as a heap of four children a node; the empty slice is an empty queue. A label
// that has been improved stays until it comes up, and the search passes it over then.
type Queue []uint64

// Label packs a distance and a node so that the nearer is the lesser, and among equals the lower node.
func Label(distance uint32, v Node) uint64 { return uint64(distance)<<32 | uint64(v) }

// Push adds a label. O(log size).
func (h *Queue) Push(x uint64) {
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

// Pop takes out the least label of a queue that is not empty. O(log size).
func (h *Queue) Pop() uint64 {
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
