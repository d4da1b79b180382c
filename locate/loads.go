package locate

import "slices"

// Loads reports what each option of a choice serves when every class goes to the
// cheapest option that serves it below its cost if unserved (the first of equals),
// beside its capacity. Where capacities are [Enforced] it is what the cheapest division
// has it serve. Periods add up. O(classes × options chosen), the division apart.
func Loads(s *Spec, options []int32) []Load {
	loads := make([]Load, len(options))
	for k, j := range options {
		loads[k] = Load{Option: j, Capacity: s.Options[j].Capacity}
	}
	if s.Capacities == Enforced {
		flows, _ := Divide(s, options)
		for _, f := range flows {
			loads[slices.Index(options, f.Option)].Weight += f.Weight
		}
		return loads
	}
	for i := range s.Classes {
		best, least := -1, s.Classes[i].Unserved
		for k, j := range options {
			if c := s.Cost(i, int(j)); c < least {
				best, least = k, c
			}
		}
		if best >= 0 {
			loads[best].Weight += s.Classes[i].Weight
		}
	}
	return loads
}
