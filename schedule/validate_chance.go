package schedule

import "fmt"

// chances checks the common causes and the risks.
func (c *checker) chances() {
	bad := func(code Code, found, want string) {
		c.add(Mistake{Code: code, Project: NoProject, Activity: NoActivity, Link: -1, Found: found, Want: want})
	}
	first := map[uint64]int{}
	for i, f := range c.spec.Factors {
		if other, taken := first[f.Key]; taken {
			bad(DuplicateKey, fmt.Sprintf("key %d of factor %d is factor %d's", f.Key, i, other), "want a key of its own")
		} else {
			first[f.Key] = i
		}
		for _, l := range f.Loads {
			if l.On < 0 || int(l.On) >= i {
				bad(BadLoad, fmt.Sprintf("factor %d loads on factor %d", i, l.On), "want a factor before it")
			}
		}
		if !fit(f.Loads...) {
			bad(BadLoad, fmt.Sprintf("factor %d has the loads %v", i, f.Loads), wantLoad)
		}
	}
	clear(first)
	for i, r := range c.spec.Risks {
		if other, taken := first[r.Key]; taken {
			bad(DuplicateKey, fmt.Sprintf("key %d of risk %d is risk %d's", r.Key, i, other), "want a key of its own")
		} else {
			first[r.Key] = i
		}
		if !(r.Probability >= 0 && r.Probability <= 1) {
			bad(BadRisk, fmt.Sprintf("risk %d has the probability %v", i, r.Probability), "want 0 to 1")
		}
		if code, _ := r.Impact.check(); r.Impact.IsZero() || code != "" {
			bad(BadRisk, fmt.Sprintf("risk %d adds %v", i, r.Impact), "want a distribution of working days")
		}
	}
}

const wantLoad = "want weights whose squares add up to 1 at most"

// fit tells whether weights leave something, or just nothing, to a thing's own chance. A little rounding is
// forgiven. NaN fails.
func fit(loads ...Load) bool {
	sum := 0.0
	for _, l := range loads {
		sum += l.Weight * l.Weight
	}
	return sum <= 1+1e-9
}

func (c *checker) loads(at Activity, a *ActivitySpec) {
	if on := a.Common.On; a.Common.Weight != 0 && (on < 0 || int(on) >= len(c.spec.Factors)) {
		c.atActivity(at, BadLoad, fmt.Sprintf("it loads on factor %d of %d", on, len(c.spec.Factors)), "want the index of a factor")
	}
	if !fit(a.Common, Load{Weight: a.Together}) {
		c.atActivity(at, BadLoad, fmt.Sprintf("its weights are %v and %v", a.Common.Weight, a.Together), wantLoad)
	}
	for _, r := range a.Risks {
		if r < 0 || int(r) >= len(c.spec.Risks) {
			c.atActivity(at, BadRisk, fmt.Sprintf("it lists risk %d of %d", r, len(c.spec.Risks)), "want the index of a risk")
		}
	}
}
