package constrained

import "slices"

// sorter turns priority keys into an order in which every arc leads forward.
type sorter struct {
	w     *network
	pack  []uint64
	eff   []int64
	order []int32
}

func newSorter(w *network) *sorter {
	return &sorter{w, make([]uint64, w.n), make([]int64, w.n), make([]int32, w.n)}
}

// byKeys orders activities by rising key, each behind those that it waits for. It gives the order in which
// a list of eligible activities would be worked off smallest key first, without the list: a key counts as
// the largest of those before it on any chain. Keys lie within ±2³⁸. O(links + n log n).
func (s *sorter) byKeys(key []int64) []int32 {
	for k, j := range s.w.order {
		e := key[j]
		for _, a := range s.w.preds(j) {
			e = max(e, s.eff[a.to])
		}
		s.eff[j] = e
		s.pack[k] = uint64(e+1<<38)<<24 | uint64(k)
	}
	slices.Sort(s.pack)
	for i, v := range s.pack {
		s.order[i] = s.w.order[v&(1<<24-1)]
	}
	return s.order
}
