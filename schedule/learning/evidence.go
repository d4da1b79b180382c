package learning

import (
	"cmp"
	"math"
	"slices"
)

// evidence holds the outcomes of one cell, on the log scale, measured from the assumed median. The prior
// there has mean 0.
type evidence struct {
	finished, running int
	known             []float64
	partial           []limits // running, or finished between two days
}

// limits is what is known of a duration that is not known.
type limits struct {
	lo, hi float64
	times  float64 // how many outcomes say the same
}

// gather sorts outcomes into the cells of the assumptions. Within a cell they are put in order, so that
// sums do not depend on the order in which the outcomes were stated.
func gather(assumptions []Assumption, outcomes []Outcome) []evidence {
	position := make(map[Cell]int, len(assumptions))
	for i, a := range assumptions {
		position[a.Cell] = i
	}
	cells := make([]evidence, len(assumptions))
	for _, o := range outcomes {
		i := position[o.Cell]
		cells[i].add(assumptions[i], o)
	}
	for i := range cells {
		slices.Sort(cells[i].known)
		slices.SortFunc(cells[i].partial, func(a, b limits) int {
			return cmp.Or(cmp.Compare(a.lo, b.lo), cmp.Compare(a.hi, b.hi))
		})
		cells[i].partial = merged(cells[i].partial)
	}
	return cells
}

// merged counts equal limits once: where a hundred offices began on one day, they take one integral. The limits
// are in order, and the slice is reused.
func merged(partial []limits) []limits {
	out := partial[:0]
	for _, l := range partial {
		if n := len(out); n > 0 && out[n-1].lo == l.lo && out[n-1].hi == l.hi {
			out[n-1].times += l.times
			continue
		}
		out = append(out, l)
	}
	return out
}

func (e *evidence) add(a Assumption, o Outcome) {
	measure := func(days float64) float64 { return math.Log(days) - a.logMedian() }
	if o.IsFinished() {
		e.finished++
	} else {
		e.running++
	}
	switch {
	case o.isExact():
		e.known = append(e.known, measure(o.Lo))
	case o.Lo > 0 || o.IsFinished():
		e.partial = append(e.partial, limits{measure(o.Lo), measure(o.Hi), 1})
	}
	// What has just started says nothing, and is counted alone.
}

// completed is what the outcomes of a cell say once those that are not known have been replaced by what
// is expected of them (the E step of Dempster, Laird & Rubin 1977), given the cell's mean and deviation.
type completed struct {
	// weight and sum make the outcomes a single one, on the mean: sum/weight, as good as weight known ones.
	weight, sum float64
	// count is the number of outcomes, unknown ones as a whole each; freedom counts of each what it tells of the
	// spread. squares is the expected sum of squares around the mean, over count.
	count, freedom, squares float64
}

// complete takes the E step at the given mean and deviation.
func (e *evidence) complete(mean, deviation float64) completed {
	n := float64(len(e.known))
	c := completed{weight: n, count: n, freedom: n}
	for _, z := range e.known {
		c.sum += z
		c.squares += (z - mean) * (z - mean)
	}
	for _, l := range e.partial {
		t := truncate((l.lo-mean)/deviation, (l.hi-mean)/deviation)
		c.weight += l.times * t.located
		c.sum += l.times * (t.located*mean + deviation*t.mean)
		c.count += l.times
		c.freedom += l.times * t.scaled
		c.squares += l.times * deviation * deviation * t.second
	}
	return c
}
