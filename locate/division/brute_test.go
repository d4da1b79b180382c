package division

import (
	"math/rand/v2"
	"slices"

	"pgregory.net/rapid"
)

// random makes a small problem: sites at places on a plane, a few kinds, regions, waits
// by distance and targets.
func random(rng *rand.Rand, sites, rounds, points int) *Problem {
	p := &Problem{Sites: sites, Rounds: rounds, Own: make([]int32, sites), Days: make([]int64, rounds-1)}
	for r := range p.Days {
		p.Days[r] = rng.Int64N(3) + min(1, rng.Int64N(4))
	}
	kinds, regions := 1+rng.IntN(3), 1+rng.IntN(max(sites*2/3, 1))
	p.Kinds, p.Regions = make([][]int32, kinds), make([][]int32, regions)
	for i := range int32(sites) {
		p.Own[i] = rng.Int32N(int32(rounds))
		for k := range p.Kinds {
			if rng.IntN(kinds) == 0 {
				p.Kinds[k] = append(p.Kinds[k], i)
			}
		}
		k := rng.IntN(regions)
		p.Regions[k] = append(p.Regions[k], i)
		if rng.IntN(3) == 0 {
			target := []int32{i}
			if j := rng.Int32N(int32(sites)); rng.IntN(3) == 0 && j != i {
				target = append(target, j)
			}
			p.Targets = append(p.Targets, target)
		}
	}
	p.Waits, p.Always = Nearest(plane(rng, sites, points))
	own := make([]int, rounds)
	for _, r := range p.Own {
		own[r]++
	}
	p.Sizes = [][]int{own}
	if rng.IntN(3) == 0 && own[0] > 0 {
		other := slices.Clone(own)
		other[0]--
		other[1]++
		p.Sizes = append(p.Sizes, other)
	}
	if rng.IntN(4) == 0 {
		p.LeastKinds, p.LeastRegions = rng.IntN(2), rng.IntN(3)
	}
	return p
}

// plane is the times from points to sites, to the nearest place that is open, and people.
func plane(rng *rand.Rand, sites, points int) (times [][]int64, base, people []int64) {
	x, y := make([]int64, sites), make([]int64, sites)
	for i := range sites {
		x[i], y[i] = rng.Int64N(100), rng.Int64N(200)
	}
	times = make([][]int64, sites)
	for range points {
		a, b := rng.Int64N(100), rng.Int64N(200)
		base, people = append(base, max(a, 100-a)+max(b, 200-b)), append(people, rng.Int64N(9))
		for i := range sites {
			times[i] = append(times[i], max(a-x[i], x[i]-a)+max(b-y[i], y[i]-b))
		}
	}
	return times, base, people
}

// every calls f with all divisions.
func (p *Problem) every(f func([]int32)) {
	division := make([]int32, p.Sites)
	for {
		f(division)
		i := 0
		for ; i < p.Sites; i++ {
			if division[i]++; int(division[i]) < p.Rounds {
				break
			}
			division[i] = 0
		}
		if i == p.Sites {
			return
		}
	}
}

// brute is the least of every goal within limits, by looking at every division.
func (p *Problem) brute(limit Values) (least Values, found bool) {
	least = Unlimited()
	p.every(func(d []int32) {
		if v := p.Measure(d); v.Within(limit) && p.Allowed(d) {
			found = true
			for g := range v {
				least[g] = min(least[g], v[g])
			}
		}
	})
	return least, found
}

// draw makes a problem with limits that sometimes bind.
func draw(t *rapid.T) (*Problem, Values) {
	rng := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 7))
	rounds := rapid.IntRange(2, 3).Draw(t, "rounds")
	p := random(rng, rapid.IntRange(1, map[int]int{2: 10, 3: 7}[rounds]).Draw(t, "sites"), rounds, 12)
	limit, own := Unlimited(), p.Measure(p.Own)
	for g := range limit {
		switch rng.IntN(3) {
		case 0:
			limit[g] = own[g]
		case 1:
			limit[g] = own[g] + rng.Int64N(2*own[g]+3) - own[g]/2 - 1
		}
	}
	return p, limit
}
