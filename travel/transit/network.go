package transit

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"
)

// Network is a timetable with its changes worked out, ready for searches. It is never changed once made.
type Network struct {
	t       *Timetable
	changes *changes
	short   Shortcuts
	// The patterns that pattern p can be changed to are onward[onwardFirst[p]:onwardFirst[p+1]].
	onwardFirst []int32
	onward      []Pattern
}

// NewNetwork works out the changes between the trips of a timetable. The walks lead from stop to stop and take as long as a
// change takes at least; a change at one stop is a walk from it to itself. It takes O(events × walks per stop × patterns per
// stop × log trips).
func NewNetwork(t *Timetable, walks *Lists, short Shortcuts) (*Network, error) {
	if err := walks.check("between stops", t.StopCount, t.StopCount); err != nil {
		return nil, err
	}
	n := &Network{t: t, changes: newChanges(t, walks, short), short: short}
	n.link()
	return n, nil
}

// Timetable returns the timetable that the network was made from.
func (n *Network) Timetable() *Timetable { return n.t }

// Changes is the number of changes between trips that are kept.
func (n *Network) Changes() int { return len(n.changes.to) }

// link finds which patterns can be changed to from each.
func (n *Network) link() {
	patternAt := make([]Pattern, n.t.Events())
	for p := range Pattern(n.t.Patterns()) {
		for e := n.t.FirstEvent[p]; e < n.t.FirstEvent[p+1]; e++ {
			patternAt[e] = p
		}
	}
	seen := make([]Pattern, n.t.Patterns())
	n.onwardFirst = make([]int32, n.t.Patterns()+1)
	for p := range Pattern(n.t.Patterns()) {
		for _, e := range n.changes.to[n.changes.first[n.t.FirstEvent[p]]:n.changes.first[n.t.FirstEvent[p+1]]] {
			if q := patternAt[e]; seen[q] != p+1 {
				seen[q] = p + 1
				n.onward = append(n.onward, q)
			}
		}
		n.onwardFirst[p+1] = int32(len(n.onward))
	}
}

// share deals the numbers 0 … count−1 to workers, each with a state of its own, until all are done or the context ends.
func share[S any](ctx context.Context, workers, count int, state func() S, progress func(done, total int), work func(S, int)) error {
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	var next, done atomic.Int64
	var wg sync.WaitGroup
	var mu sync.Mutex
	for range min(workers, count) {
		wg.Go(func() {
			s := state()
			for ctx.Err() == nil {
				i := int(next.Add(1)) - 1
				if i >= count {
					return
				}
				work(s, i)
				if progress != nil {
					mu.Lock()
					progress(int(done.Add(1)), count)
					mu.Unlock()
				}
			}
		})
	}
	wg.Wait()
	return ctx.Err()
}
