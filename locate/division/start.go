package division

// better says whether one division is to be preferred in a search for the least of a
// goal: what exceeds limits less, then what has less of the goal.
func (p *Problem) better(a, b Values, of Goal, limit Values) bool {
	if x, y := excess(a, limit), excess(b, limit); x != y {
		return x < y
	}
	return a[of] < b[of]
}

// excess is by how much limits are exceeded, each as a share of what it limits.
func excess(v, limit Values) float64 {
	sum := 0.0
	for g := range v {
		if v[g] > limit[g] {
			sum += float64(v[g]-limit[g]) / float64(max(v[g], 1))
		}
	}
	return sum
}

// maxPasses bounds the passes of descend.
const maxPasses = 30

// descend improves a division by swaps of two sites for as long as that helps. O(sites² ×
// measuring) a pass.
func (p *Problem) descend(division []int32, of Goal, limit Values) Values {
	now := p.Measure(division)
	for range maxPasses {
		bestA, bestB, best := -1, -1, now
		for a := range division {
			for b := range a {
				if division[a] == division[b] {
					continue
				}
				division[a], division[b] = division[b], division[a]
				if v := p.Measure(division); p.better(v, best, of, limit) && p.Mixed(division) {
					bestA, bestB, best = a, b, v
				}
				division[a], division[b] = division[b], division[a]
			}
		}
		if bestA < 0 {
			break
		}
		division[bestA], division[bestB] = division[bestB], division[bestA]
		now = best
	}
	return now
}
