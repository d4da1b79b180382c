package learning

import (
	"fmt"
	"math"
)

// MaxDays bounds every number of days: about four centuries of work. It keeps logarithms far from the
// limits of a float.
const MaxDays = 1e5

// MinDays bounds a duration that is stated from below, for the same reason.
const MinDays = 1e-3

// checker gathers the mistakes of a Spec.
type checker struct {
	mistakes []Mistake
}

func (k *checker) add(code Code, assumption, outcome int, c Cell, found, want string) {
	k.mistakes = append(k.mistakes, Mistake{code, assumption, outcome, c, found, want})
}

// validate names every mistake of a Spec. Comparisons are written so that NaN fails them.
func validate(s *Spec) error {
	var k checker
	k.pooling(s.Pooling)
	known := make(map[Cell]int, len(s.Assumptions))
	for i, a := range s.Assumptions {
		k.assumption(i, a)
		if first, ok := known[a.Cell]; ok {
			k.add(DuplicateCell, i, -1, a.Cell, fmt.Sprintf("assumption %d is about the same cell", first), "state one for each cell")
			continue
		}
		known[a.Cell] = i
	}
	for i, o := range s.Outcomes {
		k.outcome(i, o)
		if _, ok := known[o.Cell]; !ok {
			k.add(NoAssumption, -1, i, o.Cell, "nothing is assumed of its cell", "state a median and a P90 for it")
		}
	}
	if k.mistakes != nil {
		return &InvalidError{k.mistakes}
	}
	return nil
}

func (k *checker) pooling(p Pooling) {
	if p == (Pooling{}) {
		return
	}
	shares := []struct {
		name string
		x    float64
	}{{"activity", p.Activity}, {"type", p.Type}, {"condition", p.Condition}, {"cell", p.Cell}}
	sum := 0.0
	for _, s := range shares {
		if !(s.x >= 0 && s.x <= 1) {
			k.add(BadShare, -1, -1, Cell{}, fmt.Sprintf("the share %s is %v", s.name, s.x), "a share is between 0 and 1")
		}
		sum += s.x
	}
	if sum == 0 {
		k.add(BadShare, -1, -1, Cell{}, "the shares activity, type, condition and cell are all 0", "one of them must be more")
	}
	if !(p.Spread >= 0 && p.Spread <= 1) {
		k.add(BadShare, -1, -1, Cell{}, fmt.Sprintf("the share spread is %v", p.Spread), "it is between 0 and 1")
	}
}

func (k *checker) assumption(i int, a Assumption) {
	if !(a.Median >= MinDays && a.Median <= MaxDays) {
		k.add(BadMedian, i, -1, a.Cell, fmt.Sprintf("the median is %v", a.Median), fmt.Sprintf("it is %v to %v working days", MinDays, MaxDays))
	}
	if !(a.P90 > a.Median && a.P90 <= MaxDays) {
		k.add(BadP90, i, -1, a.Cell, fmt.Sprintf("P90 is %v and the median %v", a.P90, a.Median), fmt.Sprintf("P90 is above the median, at most %v", MaxDays))
	}
	if !isWeight(a.Weight, minWeight) {
		k.add(BadWeight, i, -1, a.Cell, fmt.Sprintf("the weight is %v", a.Weight),
			fmt.Sprintf("it is %v to %v equivalent outcomes, or +Inf", minWeight, maxWeight))
	}
	if a.SpreadWeight != 0 && !isWeight(a.SpreadWeight, 1) {
		k.add(BadWeight, i, -1, a.Cell, fmt.Sprintf("the weight of the spread is %v", a.SpreadWeight),
			fmt.Sprintf("it is 1 to %v equivalent outcomes, +Inf, or 0 for the default", maxWeight))
	}
}

// minWeight keeps an assumption from being worth so little that a forecast without outcomes would be
// all doubt and no spread. Beyond maxWeight +Inf is meant.
const (
	minWeight = 0.01
	maxWeight = 1e9
)

func isWeight(w, least float64) bool {
	return w >= least && w <= maxWeight || math.IsInf(w, 1)
}

func (k *checker) outcome(i int, o Outcome) {
	found := fmt.Sprintf("it took %v to %v", o.Lo, o.Hi)
	switch {
	case o.isExact():
		if !(o.Lo >= MinDays && o.Lo <= MaxDays) {
			k.add(BadDays, -1, i, o.Cell, fmt.Sprintf("it took %v", o.Lo), fmt.Sprintf("a duration is %v to %v working days", MinDays, MaxDays))
		}
	case !(o.Lo >= 0 && o.Lo < o.Hi && o.Lo <= MaxDays):
		k.add(BadDays, -1, i, o.Cell, found, fmt.Sprintf("lo is 0 to %v working days and below hi", MaxDays))
	case o.IsFinished() && !(o.Hi >= MinDays && o.Hi <= MaxDays):
		k.add(BadDays, -1, i, o.Cell, found, fmt.Sprintf("hi is %v to %v working days, or +Inf for what is running", MinDays, MaxDays))
	}
}
