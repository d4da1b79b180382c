package locate_test

import (
	"math/rand/v2"
	"slices"

	"github.com/etablera/etablera/locate"
)

// worth evaluates a choice by the words of the Spec alone: the slow evaluator that
// every answer is held against.
func worth(s *locate.Spec, chosen []bool) (value int64, measures []int64, feasible bool) {
	all := s.AllMeasures()
	measures = make([]int64, len(all))
	sites := map[int32]int{}
	for j, o := range s.Options {
		if chosen[j] && o.State == locate.Forbidden || !chosen[j] && o.State == locate.Open {
			return 0, nil, false
		}
		if chosen[j] {
			if sites[o.Site]++; sites[o.Site] > 1 {
				return 0, nil, false
			}
			value += o.Cost
			for m := range all {
				if all[m].Costs != nil {
					measures[m] += all[m].Costs[j]
				}
			}
		}
	}
	for _, row := range s.Rows {
		sum := int64(0)
		for k, j := range row.Options {
			if chosen[j] {
				if row.Coefficients == nil {
					sum++
				} else {
					sum += row.Coefficients[k]
				}
			}
		}
		if row.Max != locate.NoLimit && sum > row.Max || row.Min != -locate.NoLimit && sum < row.Min {
			return 0, nil, false
		}
	}
	if s.Capacities == locate.Enforced {
		if !slowlyDivided(s, chosen, measures) {
			return 0, nil, false
		}
	} else if !slowlyServed(s, chosen, measures) {
		return 0, nil, false
	}
	for m := range all {
		if all[m].Capped && measures[m] > all[m].Cap {
			return 0, nil, false
		}
		value += all[m].Factor * measures[m]
	}
	return value, measures, true
}

// slowlyServed counts service by the nearest, or the second nearest, option chosen.
func slowlyServed(s *locate.Spec, chosen []bool, measures []int64) bool {
	for i, c := range s.Classes {
		if c.Weight == 0 {
			continue
		}
		var costs []int64
		for j := range s.Options {
			if chosen[j] {
				costs = append(costs, s.Cost(i, j))
			}
		}
		slices.Sort(costs)
		unit, at := c.Unserved, int(max(c.Order, 1))-1
		if at < len(costs) {
			unit = min(unit, costs[at])
		}
		if unit == locate.Never {
			return false
		}
		measures[c.Measure] += c.Weight * unit
	}
	return true
}

// slowlyDivided serves unit after unit along cheapest paths in the graph of classes
// and options, found by Bellman and Ford: slow, and plain to see.
func slowlyDivided(s *locate.Spec, chosen []bool, measures []int64) bool {
	all, n, m := s.AllMeasures(), len(s.Classes), len(s.Options)
	flow := make([]int64, n*(m+1)) // the last place is nobody
	unit := func(i, j int) (int64, bool) {
		c, f := s.Classes[i], all[s.Classes[i].Measure].Factor
		if j == m {
			return c.Unserved * f, c.Unserved != locate.Never
		}
		if !chosen[j] || s.Cost(i, j) == locate.Never {
			return 0, false
		}
		return s.Cost(i, j) * f, true
	}
	for i, c := range s.Classes {
		for range c.Weight {
			if !oneMore(s, i, flow, unit) {
				return false
			}
		}
	}
	for i, c := range s.Classes {
		for j := range m {
			if x := flow[i*(m+1)+j]; x > 0 {
				measures[c.Measure] += x * s.Cost(i, j)
			}
		}
		if x := flow[i*(m+1)+m]; x > 0 {
			measures[c.Measure] += x * c.Unserved
		}
	}
	return true
}

// oneMore serves one more unit of a class.
func oneMore(s *locate.Spec, from int, flow []int64, unit func(i, j int) (int64, bool)) bool {
	n, m := len(s.Classes), len(s.Options)
	const far = int64(1) << 60
	atClass, atPlace := make([]int64, n), make([]int64, m+1)
	viaClass, viaPlace := make([]int, n), make([]int, m+1)
	for i := range atClass {
		atClass[i] = far
	}
	for j := range atPlace {
		atPlace[j] = far
	}
	atClass[from] = 0
	for changed := true; changed; {
		changed = false
		for i := range n {
			for j := range m + 1 {
				c, ok := unit(i, j)
				if ok && atClass[i] < far && atClass[i]+c < atPlace[j] {
					atPlace[j], viaPlace[j], changed = atClass[i]+c, i, true
				}
				if same := s.Classes[i].Period == s.Classes[from].Period; same && flow[i*(m+1)+j] > 0 && atPlace[j] < far && atPlace[j]-c < atClass[i] {
					atClass[i], viaClass[i], changed = atPlace[j]-c, j, true
				}
			}
		}
	}
	goal := m
	for j := range m {
		load := int64(0)
		for i := range n {
			if s.Classes[i].Period == s.Classes[from].Period {
				load += flow[i*(m+1)+j]
			}
		}
		if room := s.Options[j].Capacity; (room == 0 || load < room) && atPlace[j] < atPlace[goal] {
			goal = j
		}
	}
	if atPlace[goal] == far {
		return false
	}
	for j := goal; ; {
		i := viaPlace[j]
		flow[i*(m+1)+j]++
		if i == from {
			return true
		}
		j = viaClass[i]
		flow[i*(m+1)+j]--
	}
}

// exhaust tries every choice.
func exhaust(s *locate.Spec) (best int64, found bool) {
	n := len(s.Options)
	chosen := make([]bool, n)
	for set := range 1 << n {
		for j := range chosen {
			chosen[j] = set>>j&1 == 1
		}
		if v, _, ok := worth(s, chosen); ok && (!found || v < best) {
			best, found = v, true
		}
	}
	return best, found
}

func choiceOf(s *locate.Spec, options []int32) []bool {
	chosen := make([]bool, len(s.Options))
	for _, j := range options {
		chosen[j] = true
	}
	return chosen
}

// features are what a random scene may have.
type features struct {
	must, gradual, types, states, quotas, budget, pairs, caps, periods, costs, count bool
}

// scene makes a small random problem with the features asked for.
func scene(r *rand.Rand, f features) *locate.Spec {
	classes, options := 1+r.IntN(8), 2+r.IntN(7)
	m := &locate.Matrix{Columns: options}
	s := &locate.Spec{Service: m}
	measures := 1
	if f.caps {
		measures = 2 + r.IntN(2)
	}
	for range classes {
		for range options {
			c := int64(r.IntN(20))
			if f.gradual && r.IntN(3) == 0 || !f.must && r.IntN(5) == 0 {
				c = locate.Never
			}
			m.Costs = append(m.Costs, c)
		}
	}
	for i := range classes {
		c := locate.Class{Weight: int64(r.IntN(6)), Unserved: int64(r.IntN(25)), Row: int32(i), Measure: int32(r.IntN(measures))}
		if f.must && c.Measure == 0 && r.IntN(4) > 0 {
			c.Unserved = locate.Never
		}
		if f.periods {
			c.Period = int32(r.IntN(3))
		}
		s.Classes = append(s.Classes, c)
	}
	all := make([]int32, options)
	for j := range options {
		all[j] = int32(j)
		o := locate.Option{Site: int32(j), Column: int32(j)}
		if f.types {
			o.Site, o.Column = int32(j/2), int32(r.IntN(options))
		}
		if f.costs {
			o.Cost = int64(r.IntN(40) - 8)
		}
		if f.states {
			o.State = [...]locate.State{0, 0, 0, 0, locate.Open, locate.Forbidden}[r.IntN(6)]
		}
		if f.periods {
			o.From = int32(r.IntN(3))
			if r.IntN(3) == 0 {
				o.Until = o.From + 1
			}
		}
		s.Options = append(s.Options, o)
	}
	if f.count {
		s.Rows = append(s.Rows, locate.Exactly("count", int64(1+r.IntN(options/2+1)), all...))
	}
	addRows(r, s, f, all)
	if f.caps {
		s.Measures = []locate.Measure{{Factor: 1}}
		for range measures - 1 {
			k := locate.Measure{Factor: int64(r.IntN(2)), Capped: true, Cap: int64(r.IntN(60))}
			for range all {
				if r.IntN(3) > 0 {
					k.Costs = append(k.Costs, int64(r.IntN(12)))
				}
			}
			if len(k.Costs) != options {
				k.Costs = nil
			}
			s.Measures = append(s.Measures, k)
		}
	}
	return s
}

func addRows(r *rand.Rand, s *locate.Spec, f features, all []int32) {
	options := len(all)
	if f.quotas {
		cut := 1 + r.IntN(options-1)
		s.Rows = append(s.Rows, locate.AtMost("north", int64(1+r.IntN(2)), all[:cut]...), locate.AtLeast("south", int64(r.IntN(2)), all[cut:]...))
		if cut > 1 {
			s.Rows = append(s.Rows, locate.AtMost("far north", int64(r.IntN(2)), all[:cut/2+1]...))
		}
	}
	if f.budget {
		var costs []int64
		for range all {
			costs = append(costs, int64(r.IntN(10)))
		}
		s.Rows = append(s.Rows, locate.Budget("budget", int64(5+r.IntN(20)), slices.Clone(all), costs))
	}
	if f.pairs {
		p := r.Perm(options)
		s.Rows = append(s.Rows, locate.Together("together", int32(p[0]), int32(p[1])))
		s.Rows = append(s.Rows, locate.NotTogether("apart", int32(p[0]), int32(p[options-1])))
	}
}
