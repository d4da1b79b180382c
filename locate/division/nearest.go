package division

import (
	"cmp"
	"slices"
)

// Nearest turns times into waits. times[i][p] is the time of point p to site i, base[p]
// that to the nearest place that is open already, weight[p] how many there are. A point
// whose nearest sites are a, b, c … has the time to a, and to that the difference from a
// to b for as long as a is not open, from b to c for as long as neither is, and so on up
// to base. Differences for the same set of sites are one wait, so there are few; nothing
// is lost. always is what no division changes. O(points × sites × log sites).
func Nearest(times [][]int64, base []int64, weight []int64) (waits []Wait, always int64) {
	at := map[string]int{}
	var order, set []int32
	var key []byte
	for p, n := range weight {
		if n == 0 {
			continue
		}
		order = order[:0]
		for i := range times {
			if times[i][p] < base[p] {
				order = append(order, int32(i))
			}
		}
		slices.SortFunc(order, func(a, b int32) int { return cmp.Or(cmp.Compare(times[a][p], times[b][p]), cmp.Compare(a, b)) })
		now := base[p]
		if len(order) > 0 {
			now = times[order[0]][p]
		}
		always += n * now
		set = set[:0]
		for k, i := range order {
			place, _ := slices.BinarySearch(set, i)
			set = slices.Insert(set, place, i)
			next := base[p]
			if k+1 < len(order) {
				next = times[order[k+1]][p]
			}
			if next == times[i][p] {
				continue
			}
			key = key[:0]
			for _, j := range set {
				key = append(key, byte(j), byte(j>>8))
			}
			w, ok := at[string(key)]
			if !ok {
				w = len(waits)
				at[string(key)] = w
				waits = append(waits, Wait{Sites: slices.Clone(set)})
			}
			waits[w].Cost += n * (next - times[i][p])
		}
	}
	return waits, always
}
