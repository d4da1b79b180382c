package sweden

import "testing"

// The classes can be compared by severity, and each has its own key.
func TestClassesAreOrderedAndNamed(t *testing.T) {
	seen := map[string]bool{}
	order := []Class{ClassUnknown, NotListed, Vulnerable, RiskArea, EspeciallyVulnerable}
	for i, c := range order {
		if i > 0 && c <= order[i-1] {
			t.Errorf("%v does not come after %v", c, order[i-1])
		}
		if seen[c.String()] {
			t.Errorf("%v is the key of two classes", c)
		}
		seen[c.String()] = true
		if want := c >= Vulnerable; c.IsListed() != want {
			t.Errorf("%v listed: %v, want %v", c, c.IsListed(), want)
		}
	}
	if got := Class(99).String(); got != "unknown" {
		t.Errorf("a class that does not exist is %q", got)
	}
}
