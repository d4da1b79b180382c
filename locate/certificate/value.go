package certificate

import (
	"fmt"

	"github.com/etablera/etablera/locate"
)

// Value computes what a choice costs and the value of each measure, or says which rule it breaks.
func Value(s *locate.Spec, options []int32) (value int64, measures []int64, err error) {
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

// serve counts for each class the cheapest service, or what it costs to leave it unserved.
func serve(s *locate.Spec, options []int32, measures []int64, e *exact) error {
	for i, c := range s.Classes {
		if c.Weight == 0 { // nobody is there to be served
			continue
		}
		least := c.Unserved
		for _, j := range options {
			least = min(least, s.Cost(i, int(j)))
		}
		if least == locate.Never {
			return fmt.Errorf("class %d must be served and is not", i)
		}
		measures[c.Measure] = e.add(measures[c.Measure], e.mul(c.Weight, least))
	}
	return nil
}
