package hierarchy

import (
	"sync"
	"sync/atomic"
)

// piece is the number of nodes that a goroutine takes at a time. It is fixed, so that what is put together from the
// pieces does not depend on the number of goroutines.
const piece = 256

// each has the workers do all of 0 … n−1 in pieces, and returns what they found in order.
func (b *builder) each(n int, do func(w *worker, lo, hi int) part) []part {
	parts := make([]part, (n+piece-1)/piece)
	var next atomic.Int64
	work := func(w *worker) {
		for {
			i := int(next.Add(1)) - 1
			if i >= len(parts) {
				return
			}
			parts[i] = do(w, i*piece, min((i+1)*piece, n))
		}
	}
	var group sync.WaitGroup
	for _, w := range b.workers[1:min(len(b.workers), max(1, len(parts)))] {
		group.Go(func() { work(w) })
	}
	work(b.workers[0])
	group.Wait()
	return parts
}
