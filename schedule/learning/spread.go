package learning

import "math"

// spread is what is believed of one cell's variance of a single outcome: a scaled inverse chi-squared
// distribution around variance.
type spread struct {
	variance, freedom float64
}

// witness is what one cell's outcomes say of its variance.
type witness struct {
	prior   float64 // the variance assumed
	weight  float64 // weight of that assumption
	squares float64 // sum of squares over all outcomes, unknown ones counted as whole
	count   float64 // their number
	freedom float64 // what they are worth
	told    float64 // sum of squares over what they are worth; it can be more than 0 where that is 0
}

// moderate returns the variance of every cell, moved from the assumed one towards what the other cells
// show, as far as the doubt is shared, and from there to what its own outcomes show (Smyth 2004). O(cells²).
func moderate(cells []witness, shared float64) []spread {
	out := make([]spread, len(cells))
	for i, c := range cells {
		if math.IsInf(c.weight, 1) {
			out[i] = spread{c.prior, c.weight}
			continue
		}
		pool, freedom := pooledVariance(cells, i, shared)
		out[i] = spread{
			variance: (freedom*pool*c.prior + c.squares) / (freedom + c.count),
			freedom:  freedom + c.freedom,
		}
	}
	return out
}

// pooledVariance returns what is believed of cell i before its own outcomes, in units of its assumed
// variance: the assumption, and the other cells' outcomes seen through their own doubt.
func pooledVariance(cells []witness, i int, shared float64) (ratio, freedom float64) {
	own := cells[i].weight
	worth, sum := own, own
	for j, c := range cells {
		if j == i {
			continue
		}
		// This is 0 for a cell of weight +Inf: it does not teach.
		share := shared * own / ((1-shared)*c.freedom + c.weight)
		worth += share * c.freedom
		// What another cell varies more than was assumed of it is compared with the wider of the two
		// assumptions: a narrow one that failed must not blow up a wide one.
		excess := c.told - c.freedom*c.prior
		sum += share * (c.freedom + excess/max(c.prior, cells[i].prior))
	}
	return sum / worth, 1 / (shared/worth + (1-shared)/own)
}
