package transit

import (
	"context"
	"slices"
)

// Pair is a journey: leave home at the latest for the arrival at the site.
type Pair struct{ Leave, Arrive int32 }

// Profile returns the useful journeys by public transport from a home to a site, the earliest first: those that leave at or
// after from and arrive at or before until, none of which another matches by leaving no earlier and arriving no later.
// Home and site are walks to and from stops as in [Query]. Walking all the way is the caller's to compare.
func (n *Network) Profile(home, site []Hop, from, until int32, rides int) ([]Pair, error) {
	h, s := ListsOf([][]Hop{home}), ListsOf([][]Hop{site})
	q := Query{Homes: h, Sites: s, Window: Window{From: from, Step: 1, Count: 1}, Limit: max(until-from, 1), MaxRides: rides}
	if err := q.check(n); err != nil || rides == 0 {
		return nil, err
	}
	w, err := newWays(context.Background(), n, h, exact(from, until), 1)
	if err != nil {
		return nil, err
	}
	reach := newSweeper(n).run(site, rides, until)
	pairs := pairsOf(nil, w.of(0), from, reach, until)
	slices.Reverse(pairs)
	return pairs, nil
}

// pairsOf appends the useful journeys, the latest first, of exact ways to board.
func pairsOf(out []Pair, ways []way, base int32, reach []int32, until int32) []Pair {
	best := until
	if best < Never {
		best++
	}
	for i := 0; i < len(ways); {
		slot := ways[i].slot
		least := Never
		for ; i < len(ways) && ways[i].slot == slot; i++ {
			least = min(least, reach[ways[i].event])
		}
		if least < best {
			best = least
			out = append(out, Pair{base + slot, least})
		}
	}
	return out
}
