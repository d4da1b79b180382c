package certificate

import (
	"fmt"

	"github.com/etablera/etablera/locate"
)

// Value computes what a choice costs and the value of each measure, or says which rule it breaks. Where capacities are enforced that
// depends on who serves whom: see [Divided].
func Value(s *locate.Spec, options []int32) (value int64, measures []int64, err error) {
	if s.Capacities == locate.Enforced {
		return 0, nil, fmt.Errorf("capacities are enforced: the value of a choice depends on its flows")
	}
	return worth(s, options, serve)
}

// Divided is [Value] where capacities are enforced, by flows that the choice allows: what they cost, no less than the best flows would.
func Divided(s *locate.Spec, options []int32, flows []locate.Flow) (value int64, measures []int64, err error) {
	return worth(s, options, func(s *locate.Spec, options []int32, measures []int64, e *exact) error {
		return divided(s, options, flows, measures, e)
	})
}

type server func(s *locate.Spec, options []int32, measures []int64, e *exact) error

func worth(s *locate.Spec, options []int32, serve server) (value int64, measures []int64, err error) {
	var e exact
	chosen := make([]bool, len(s.Options))
	for _, j := range options {
		if j < 0 || int(j) >= len(chosen) || chosen[j] || s.Options[j].State == locate.Forbidden {
			return 0, nil, fmt.Errorf("option %d is not there, is chosen twice or is ruled out", j)
		}
		chosen[j] = true
		value = e.add(value, s.Options[j].Cost)
	}
	for j, o := range s.Options {
		if o.State == locate.Open && !chosen[j] {
			return 0, nil, fmt.Errorf("option %d must stay and is not chosen", j)
		}
	}
	if err := kept(s, chosen, &e); err != nil {
		return 0, nil, err
	}
	all := s.AllMeasures()
	measures = make([]int64, len(all))
	if err := serve(s, options, measures, &e); err != nil {
		return 0, nil, err
	}
	for m, measure := range all {
		for _, j := range options {
			if measure.Costs != nil {
				measures[m] = e.add(measures[m], measure.Costs[j])
			}
		}
		if measure.Capped && measures[m] > measure.Cap {
			return 0, nil, fmt.Errorf("measure %d is %d, above its cap %d", m, measures[m], measure.Cap)
		}
		value = e.add(value, e.mul(measure.Factor, measures[m]))
	}
	if e.over {
		return 0, nil, fmt.Errorf("a sum does not fit into 64 bits")
	}
	return value, measures, nil
}

func kept(s *locate.Spec, chosen []bool, e *exact) error {
	for r, row := range s.AllRows() {
		sum := int64(0)
		for n, j := range row.Options {
			switch {
			case !chosen[j]:
			case row.Coefficients == nil:
				sum = e.add(sum, 1)
			default:
				sum = e.add(sum, row.Coefficients[n])
			}
		}
		if sum < row.Min || sum > row.Max {
			return fmt.Errorf("row %d (%s) is %d: %d to %d is right", r, row.Name, sum, row.Min, row.Max)
		}
	}
	return nil
}

// serve counts for each class the cheapest service, or the second cheapest, or what it costs to leave it unserved.
func serve(s *locate.Spec, options []int32, measures []int64, e *exact) error {
	for i, c := range s.Classes {
		if c.Weight == 0 { // nobody is there to be served
			continue
		}
		pays, second := c.Unserved, c.Unserved
		for _, j := range options {
			cost := s.Cost(i, int(j))
			second = min(second, max(pays, cost))
			pays = min(pays, cost)
		}
		if c.Order == 2 {
			pays = second
		}
		if pays == locate.Never {
			return fmt.Errorf("class %d must be served and is not", i)
		}
		measures[c.Measure] = e.add(measures[c.Measure], e.mul(c.Weight, pays))
	}
	return nil
}

// divided counts flows, and holds them against weights, capacities and what is chosen.
func divided(s *locate.Spec, options []int32, flows []locate.Flow, measures []int64, e *exact) error {
	type slot struct{ option, period int32 }
	rest, load, open := make([]int64, len(s.Classes)), map[slot]int64{}, map[int32]bool{}
	for i, c := range s.Classes {
		rest[i] = c.Weight
	}
	for _, j := range options {
		open[j] = true
	}
	for n, f := range flows {
		if f.Class < 0 || int(f.Class) >= len(rest) || !open[f.Option] || f.Weight <= 0 || s.Cost(int(f.Class), int(f.Option)) == locate.Never {
			return fmt.Errorf("flow %d: there is no such class, or the option %d is not chosen or does not serve it", n, f.Option)
		}
		c := &s.Classes[f.Class]
		at := slot{f.Option, c.Period}
		load[at], rest[f.Class] = e.add(load[at], f.Weight), rest[f.Class]-f.Weight
		if most := s.Options[f.Option].Capacity; most > 0 && load[at] > most || rest[f.Class] < 0 {
			return fmt.Errorf("flow %d: option %d or class %d has more than there is", n, f.Option, f.Class)
		}
		measures[c.Measure] = e.add(measures[c.Measure], e.mul(f.Weight, s.Cost(int(f.Class), int(f.Option))))
	}
	for i, c := range s.Classes {
		if rest[i] > 0 && c.Unserved == locate.Never {
			return fmt.Errorf("class %d must be served and is not", i)
		}
		if rest[i] > 0 {
			measures[c.Measure] = e.add(measures[c.Measure], e.mul(rest[i], c.Unserved))
		}
	}
	return nil
}
