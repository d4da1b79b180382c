package schedule

import "math"

// Factor is the position of a common cause in [Spec.Factors].
type Factor int32

// FactorSpec is a common cause: something that lengthens or shortens activities of several projects in the
// same runs, such as that all of them took longer than anybody had assumed. In each run it has one value,
// standard normal, drawn from a stream of its own.
type FactorSpec struct {
	// Key selects the factor's random numbers, as a project's key does. It must be unique among factors.
	Key uint64
	// Loads make the factor correlated with factors before it: its value is Σ Weight · (own chance of
	// On) + √(1 − Σ Weight²) · own chance, where a factor's own chance is independent of all others'. So the
	// weights are the rows of a Cholesky factor of the correlations.
	Loads []Load
}

// Load says how much a factor weighs, −1 … 1; the zero Load weighs nothing. Of the variance of what is
// loaded, Weight² lies in the factor.
type Load struct {
	On     Factor
	Weight float64
}

// normal interpolates between nodes: over the whole range, and closer where it bends, from farTail to nearTail on
// both sides. There the error is below 1.2·10⁻⁵ deviations; beyond farTail the exact function is used.
const (
	normalNodes = 1 << 12
	nearTail    = 1.0 / 64
	farTail     = 1.0 / 2048
)

var normalTable, tailTable = normalTables()

func normalTables() (all, tail [normalNodes + 1]float32) {
	for i := range all {
		all[i] = float32(upperNormal(float64(i) / normalNodes))
		tail[i] = float32(upperNormal(nearTail * float64(i) / normalNodes))
	}
	return all, tail
}

// upperNormal returns the z that a standard normal number exceeds with probability v.
func upperNormal(v float64) float64 { return math.Sqrt2 * math.Erfcinv(2*v) }

// normal is upperNormal, fast.
func normal(v float64) float64 {
	if v >= nearTail && v <= 1-nearTail {
		return between(&normalTable, v*normalNodes)
	}
	return tailNormal(v)
}

func tailNormal(v float64) float64 {
	switch {
	case v < farTail || v > 1-farTail:
		return upperNormal(v)
	case v < nearTail:
		return between(&tailTable, v*(normalNodes/nearTail))
	}
	return -between(&tailTable, (1-v)*(normalNodes/nearTail))
}

// between interpolates a table at x.
func between(t *[normalNodes + 1]float32, x float64) float64 {
	i := int(x) & (normalNodes - 1)
	low := float64(t[i])
	return low + (float64(t[i+1])-low)*(x-float64(i))
}

// aboveTable holds normalAbove from −aboveEnd to aboveEnd.
const aboveEnd = 4

var aboveTable = func() (t [normalNodes + 1]float64) {
	for i := range t {
		t[i] = exactAbove(float64(i)*(2*aboveEnd)/normalNodes - aboveEnd)
	}
	return t
}()

func exactAbove(z float64) float64 { return 0.5 * math.Erfc(z/math.Sqrt2) }

// normalAbove returns the probability that a standard normal number exceeds z, to 10⁻⁵ of itself.
func normalAbove(z float64) float64 {
	x := (z + aboveEnd) * (normalNodes / (2 * aboveEnd))
	if !(x >= 0 && x < normalNodes) {
		return exactAbove(z)
	}
	i := int(x)
	low := aboveTable[i]
	return low + (aboveTable[i+1]-low)*(x-float64(i))
}

// normals fills into with the standard normal numbers of a stream.
func normals(into []float32, from uint64, run0 int) {
	x := from + uint64(run0)*golden
	for r := range into {
		into[r] = float32(normal(uniform(x)))
		x += golden
	}
}

// factorRows returns, for each factor that an activity of the network needs, its value in every run; nil for
// the others. O(runs × loads) time and four bytes per factor and run.
func (n *Network) factorRows(seed uint64, runs int) [][]float32 {
	rows := make([][]float32, len(n.factors))
	need := make([]bool, len(n.factors))
	for i := range n.slots {
		if f := n.slots[i].common; f >= 0 {
			need[f] = true
			for _, l := range n.factors[f].Loads {
				need[l.On] = true
			}
		}
	}
	for f := range rows {
		if need[f] {
			rows[f] = make([]float32, runs)
			normals(rows[f], stream(seed, n.factors[f].Key, 0, forFactor), 0)
		}
	}
	// From the last to the first, what a factor is mixed with is still its own chance.
	for f := len(rows) - 1; f >= 0; f-- {
		loads := n.factors[f].Loads
		if rows[f] == nil || len(loads) == 0 {
			continue
		}
		scale(rows[f], remainder(loads...))
		for _, l := range loads {
			if other := rows[l.On]; other != nil {
				addScaled(rows[f], other, float32(l.Weight))
			}
		}
	}
	return rows
}

// remainder is the weight of what the loads leave to a thing's own chance.
func remainder(loads ...Load) float32 {
	left := 1.0
	for _, l := range loads {
		left -= l.Weight * l.Weight
	}
	return float32(math.Sqrt(max(left, 0)))
}

func scale(row []float32, by float32) {
	for r := range row {
		row[r] *= by
	}
}

func addScaled(row, other []float32, by float32) {
	for r, x := range other {
		row[r] += by * x
	}
}
