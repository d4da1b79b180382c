package locate

import "fmt"

// unsolved refuses what the solver does not know yet.
func (s *Spec) unsolved() error {
	if s.Capacities == Enforced {
		return fmt.Errorf("spec: capacities cannot be enforced yet")
	}
	for i, c := range s.Classes {
		if c.Order == 2 {
			return fmt.Errorf("class %d: order 2 cannot be solved yet", i)
		}
	}
	return nil
}
