package catchment

import "math"

// NoWay is the time to what cannot be reached.
const NoWay = math.MaxUint32

// Decay is how much of the will to travel is left after so many seconds: 1 at the
// door, falling, never negative. It is not asked for NoWay, which leaves nothing.
type Decay func(seconds uint32) float64

// at is the decay of any time, NoWay included.
func (d Decay) at(seconds uint32) float64 {
	if seconds == NoWay {
		return 0
	}
	return d(seconds)
}

// Within leaves all up to a limit and nothing beyond.
func Within(limit uint32) Decay {
	return func(s uint32) float64 {
		if s <= limit {
			return 1
		}
		return 0
	}
}

// HalfTime halves the will to travel with every so many seconds.
func HalfTime(seconds float64) Decay {
	return func(s uint32) float64 { return math.Exp2(-float64(s) / seconds) }
}

// Gaussian falls slowly at first and then fast; sigma is in seconds.
func Gaussian(sigma float64) Decay {
	return func(s uint32) float64 { x := float64(s) / sigma; return math.Exp(-x * x / 2) }
}

// Power is Huff's own: 1 up to a least time, and from there (least/time)^exponent.
func Power(least, exponent float64) Decay {
	return func(s uint32) float64 {
		if float64(s) <= least {
			return 1
		}
		return math.Pow(least/float64(s), exponent)
	}
}

// Zone is a ring of an enhanced catchment: up to a limit, with a weight.
type Zone struct {
	Limit  uint32
	Weight float64
}

// Zones gives the weight of the first zone whose limit is not exceeded; beyond
// the last nothing is left. The limits rise.
func Zones(zones ...Zone) Decay {
	return func(s uint32) float64 {
		for _, z := range zones {
			if s <= z.Limit {
				return z.Weight
			}
		}
		return 0
	}
}

// Tabulated is a decay with its values for whole seconds up to a limit looked up
// and not reckoned: the same numbers, faster.
func Tabulated(d Decay, limit uint32) Decay {
	table := make([]float64, limit+1)
	for s := range table {
		table[s] = d(uint32(s))
	}
	return func(s uint32) float64 {
		if s <= limit {
			return table[s]
		}
		return d(s)
	}
}
