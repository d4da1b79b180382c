package portfolio

import (
	"cmp"
	"slices"
)

// alone is each project by itself: how early it can finish, and how long it takes, if nobody else needed anything.
type alone struct {
	start, milestone, last []int32
	way                    []int32
}

// alone lays every project on its own, in ways that are given, as if there were always enough of every team and no greatest lag.
// So no schedule can be earlier.
func (c *Portfolio) alone(way []int32) alone {
	g := newGenerator(c)
	g.relaxed = true
	n := len(c.spec.Projects)
	x := alone{make([]int32, n), make([]int32, n), make([]int32, n), way}
	copy(g.now.Way, way)
	for p := range c.spec.Projects {
		x.start[p], x.last[p] = g.lay(Project(p), 0)
		x.milestone[p] = g.now.Finish[c.spec.Projects[p].Milestone]
	}
	return x
}

// orders returns the orders of the priority rules: earliest due day, least slack, shortest, longest, earliest release, weighted shortest.
func (c *Portfolio) orders(x *alone) [][]Project {
	length := func(p Project) float64 { return float64(x.last[p] - x.start[p]) }
	due := func(p Project) float64 {
		if d := c.spec.Projects[p].Due; d.Known {
			return float64(d.Value)
		}
		return MaxDay
	}
	rules := []func(p Project) float64{
		due,
		func(p Project) float64 { return due(p) - float64(x.milestone[p]) },
		length,
		func(p Project) float64 { return -length(p) },
		func(p Project) float64 { return float64(x.start[p]) },
		func(p Project) float64 { return length(p) / float64(c.spec.Projects[p].weight()) },
		func(p Project) float64 { return due(p) - length(p) },
	}
	out := make([][]Project, len(rules))
	for k, rule := range rules {
		out[k] = make([]Project, len(c.spec.Projects))
		for i := range out[k] {
			out[k][i] = Project(i)
		}
		slices.SortStableFunc(out[k], func(a, b Project) int { return cmp.Compare(rule(a), rule(b)) })
	}
	return out
}

// firstWays returns the way of each choice that is decided, else the likeliest, else the first; and which choices are open.
func (c *Portfolio) firstWays() (way []int32, open []int) {
	way = make([]int32, len(c.spec.Choices))
	for i := range c.spec.Choices {
		ch := &c.spec.Choices[i]
		if ch.Decided.Known {
			way[i] = ch.Decided.Value
			continue
		}
		for k := range ch.Ways {
			if ch.Ways[k].Probability > ch.Ways[way[i]].Probability {
				way[i] = int32(k)
			}
		}
		if !ch.random() && len(ch.Ways) > 1 {
			open = append(open, i)
		}
	}
	return way, open
}

// random tells whether chance takes the way.
func (ch *ChoiceSpec) random() bool {
	return !ch.Decided.Known && slices.ContainsFunc(ch.Ways, func(w WaySpec) bool { return w.Probability > 0 })
}
