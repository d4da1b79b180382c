package programme

import (
	"slices"
	"strings"
)

// process checks that the stages can follow one another, and that the office
// opens once.
func (v *validator) process() {
	if len(v.s.Process) == 0 {
		return
	}
	opens := 0
	weight := 0
	for i := range v.s.Process {
		weight += v.s.Process[i].CostWeight
		if v.s.Process[i].Opens {
			if opens++; opens > 1 {
				v.fault("process", i, "opens", "programme.two-opening-stages")
			}
		}
	}
	if opens == 0 {
		v.fault("process", len(v.s.Process)-1, "opens", "programme.no-opening-stage")
	}
	if i, circle := v.circle(); circle != nil {
		v.fault("process", i, "after", "programme.circle", strings.Join(circle, " → "))
	}
}

// circle returns the first stages found that wait for each other, in the order
// of the work, and the stage at which to say so. A stage may wait for itself.
// O(stages + links).
func (v *validator) circle() (at int, names []string) {
	const (
		entered = 1
		left    = 2
	)
	state := make([]int, len(v.s.Process))
	var trail []int
	var visit func(i int) []int
	visit = func(i int) []int {
		state[i] = entered
		trail = append(trail, i)
		for _, link := range v.s.Process[i].After {
			_, j := v.x.Stage(link.Stage)
			switch {
			case j < 0 || state[j] == left:
			case state[j] == entered:
				return append(slices.Clone(trail[slices.Index(trail, j):]), j)
			default:
				if found := visit(j); found != nil {
					return found
				}
			}
		}
		trail = trail[:len(trail)-1]
		state[i] = left
		return nil
	}
	for i := range v.s.Process {
		if state[i] != 0 {
			continue
		}
		if found := visit(i); found != nil {
			slices.Reverse(found)
			for _, k := range found {
				names = append(names, string(v.s.Process[k].ID))
			}
			return slices.Min(found), names
		}
	}
	return 0, nil
}

// durations checks that every stage has some, and that no two say different
// things of the same work at the same time.
func (v *validator) durations() {
	has := map[StageID]bool{}
	for i := range v.s.Durations {
		has[v.s.Durations[i].Activity] = true
	}
	for i := range v.s.Process {
		if id := v.s.Process[i].ID; id != "" && !has[id] {
			v.doubtful("process", i, "id", "programme.stage-without-time", string(id))
		}
	}
}
