package learning_test

import (
	"fmt"

	"github.com/etablera/etablera/schedule/learning"
)

// The caller's own numbers for what it has.
const (
	premises, permit learning.Activity = 0, 1
	small, large     learning.Type     = 0, 1
)

// Three small offices have found premises and one is still looking; nothing is known of large ones but what
// was assumed, and that small ones took longer than assumed.
func ExampleLearn() {
	one := learning.Cell{Activity: premises, Type: small}
	other := learning.Cell{Activity: premises, Type: large}
	model, err := learning.Learn(&learning.Spec{
		Assumptions: []learning.Assumption{
			{Cell: one, Median: 40, P90: 70, Weight: 2},
			{Cell: other, Median: 60, P90: 110, Weight: 2},
		},
		Outcomes: []learning.Outcome{
			learning.Took(one, 52), learning.Took(one, 61), learning.TookBetween(one, 45, 65), learning.StillRunning(one, 72),
		},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, l := range model.Cells() {
		fmt.Printf("%v: %d finished, %d running\n", l.Cell, l.Finished, l.Running)
		fmt.Printf("  median %.0f → %.0f, P90 %.0f → %.0f\n", l.Assumed.Median, l.Learnt.Median, l.Assumed.P90, l.Learnt.P90)
		fmt.Printf("  rests to %.0f %% on own outcomes, %.0f %% on others, %.0f %% on the assumption\n",
			100*l.Weights.Own, 100*l.Weights.Pooled, 100*l.Weights.Assumption)
	}
	// Output:
	// activity 0, type 0, condition 0: 3 finished, 1 running
	//   median 40 → 54, P90 70 → 87
	//   rests to 65 % on own outcomes, 0 % on others, 35 % on the assumption
	// activity 0, type 1, condition 0: 0 finished, 0 running
	//   median 60 → 72, P90 110 → 128
	//   rests to 0 % on own outcomes, 39 % on others, 61 % on the assumption
}

// Mistakes say where they are and what would be right.
func ExampleInvalidError() {
	c := learning.Cell{Activity: permit}
	_, err := learning.Learn(&learning.Spec{
		Assumptions: []learning.Assumption{{Cell: c, Median: 50, P90: 40, Weight: 1}},
		Outcomes:    []learning.Outcome{learning.Took(c, -4)},
	})
	fmt.Println(err)
	// Output:
	// learning: assumption 0 (activity 1, type 0, condition 0): p90: P90 is 40 and the median 50; P90 is above the median, at most 100000
	// outcome 0 (activity 1, type 0, condition 0): days: it took -4; a duration is 0.001 to 100000 working days
}

// Each forecast is made from what was known before its outcome, and scored when the outcome arrives; the plain
// average is scored beside it. The assumption was far too short.
func ExampleScore() {
	c := learning.Cell{Activity: premises, Type: small}
	spec := learning.Spec{Assumptions: []learning.Assumption{{Cell: c, Median: 40, P90: 70, Weight: 1}}}
	var experience learning.Experience
	var learnt, average learning.Score
	for _, days := range []float64{75, 58, 90, 64, 120, 71, 66, 83} {
		model, err := learning.Learn(&spec)
		if err != nil {
			fmt.Println(err)
			return
		}
		if point, ok := experience.Point(); ok { // compare only where both have said something
			l, _ := model.Cell(c)
			learnt.Add(l.Forecast, days)
			average.Add(point, days)
		}
		spec.Outcomes = append(spec.Outcomes, learning.Took(c, days))
		experience.Add(days)
	}
	fmt.Printf("%d forecasts, %.0f %% within P10 to P90\n", learnt.N(), 100*learnt.Coverage())
	fmt.Printf("loss %.1f days, plain average %.1f\n", learnt.Pinball(), average.Pinball())
	// Output:
	// 7 forecasts, 71 % within P10 to P90
	// loss 7.4 days, plain average 9.2
}
