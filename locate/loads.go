package locate

// Loads reports what each option of a choice serves when every class goes to the
// cheapest option that serves it below its cost if unserved (the first of equals),
// beside its capacity. Periods add up. O(classes × options chosen).
func Loads(s *Spec, options []int32) []Load {
	loads := make([]Load, len(options))
	for k, j := range options {
		loads[k] = Load{Option: j, Capacity: s.Options[j].Capacity}
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
