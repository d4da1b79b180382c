package division

import "slices"

// Measure evaluates a division by all goals. O(entries of all lists × rounds).
func (p *Problem) Measure(division []int32) Values {
	var v Values
	v[Balance] = p.imbalance(division)
	for _, list := range p.Regions {
		v[Spread] += p.absent(division, list)
	}
	v[Waiting] = p.Always * p.length()
	for i := range p.Waits {
		v[Waiting] += p.Waits[i].Cost * p.lateness(division, p.Waits[i].Sites)
	}
	for _, list := range p.Targets {
		v[Unserved] += p.lateness(division, list)
	}
	for i, r := range division {
		if r != p.Own[i] {
			v[Moves]++
		}
	}
	return v
}

// length is the days from the first round's opening to the last one's.
func (p *Problem) length() int64 { return p.until(p.Rounds - 1) }

// until is the days from the first round's opening to that of a round.
func (p *Problem) until(round int) int64 {
	sum := int64(0)
	for _, d := range p.Days[:round] {
		sum += d
	}
	return sum
}

// lateness is the days until the first of the sites opens; where there is none, until
// all others have.
func (p *Problem) lateness(division, sites []int32) int64 {
	first := int32(p.Rounds - 1)
	for _, i := range sites {
		first = min(first, division[i])
	}
	return p.until(int(first))
}

func (p *Problem) imbalance(division []int32) int64 {
	sizes, sum := make([]int, p.Rounds), int64(0)
	for _, r := range division {
		sizes[r]++
	}
	for _, list := range p.Kinds {
		for r, x := range p.counts(division, list) {
			sum += p.deviation(len(list), sizes[r], x)
		}
	}
	return sum
}

// deviation is sites × how far so many of a kind are from a round's share of them.
func (p *Problem) deviation(kind, size, count int) int64 {
	d := int64(p.Sites)*int64(count) - int64(kind)*int64(size)
	return max(d, -d)
}

// counts is how many of the sites are in each round.
func (p *Problem) counts(division, sites []int32) []int {
	out := make([]int, p.Rounds)
	for _, i := range sites {
		out[division[i]]++
	}
	return out
}

// absent is in how many rounds a region has no site, if it could have one in all.
func (p *Problem) absent(division, region []int32) int64 {
	if len(region) < p.Rounds {
		return 0
	}
	n := int64(0)
	for _, x := range p.counts(division, region) {
		if x == 0 {
			n++
		}
	}
	return n
}

// Allowed says whether a division has sizes that the rounds may have, and every round
// enough kinds and regions.
func (p *Problem) Allowed(division []int32) bool {
	sizes := make([]int, p.Rounds)
	for _, r := range division {
		sizes[r]++
	}
	return slices.ContainsFunc(p.Sizes, func(s []int) bool { return slices.Equal(s, sizes) }) && p.Mixed(division)
}

// Mixed says whether every round has enough kinds and regions.
func (p *Problem) Mixed(division []int32) bool {
	return p.present(division, p.Kinds, p.LeastKinds) && p.present(division, p.Regions, p.LeastRegions)
}

func (p *Problem) present(division []int32, lists [][]int32, least int) bool {
	for r := range p.Rounds {
		n := 0
		for _, list := range lists {
			if slices.ContainsFunc(list, func(i int32) bool { return division[i] == int32(r) }) {
				n++
			}
		}
		if n < least {
			return false
		}
	}
	return true
}
