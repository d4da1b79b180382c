package schedule_test

import (
	"context"
	"errors"
	"fmt"

	"github.com/etablera/etablera/schedule"
)

// office builds one project: find premises and apply for a permit, fit out when both are there, open.
func office(s *schedule.Spec, key uint64) (schedule.Project, [4]schedule.Activity) {
	p := s.AddProject(key)
	add := func(d schedule.Distribution) schedule.Activity {
		return s.AddActivity(schedule.ActivitySpec{Project: p, Duration: d})
	}
	premises := add(schedule.Triangular(30, 40, 90))
	permit := add(schedule.LogNormal(50, 75))
	fitOut := add(schedule.LogNormal(60, 110))
	open := add(schedule.Fixed(10))
	s.AddLink(premises, permit, schedule.StartStart, 20)
	s.AddLink(premises, fitOut, schedule.FinishStart, 0)
	s.AddLink(permit, fitOut, schedule.FinishStart, 0)
	s.AddLink(fitOut, open, schedule.FinishStart, 0)
	s.SetEnds(p, premises, open)
	return p, [4]schedule.Activity{premises, permit, fitOut, open}
}

// A plan says when, and what drives it.
func ExampleNetwork_Plan() {
	var spec schedule.Spec
	p, acts := office(&spec, 1)
	network, err := schedule.Compile(&spec)
	if err != nil {
		fmt.Println(err)
		return
	}
	plan := network.Plan()
	fmt.Println("open on day", plan.MilestoneFinish(p))
	fmt.Println("slack of the search for premises:", plan.Slack(acts[0]))
	for _, step := range plan.CriticalPath(p) {
		fmt.Println("activity", step.Activity, "drives:", step.Drives)
	}
	// Output:
	// open on day 140
	// slack of the search for premises: 0
	// activity 0 drives: false
	// activity 1 drives: true
	// activity 2 drives: true
	// activity 3 drives: true
}

// A simulation says how certain that is, for one project and for several together.
func ExampleSimulate() {
	var spec schedule.Spec
	for key := range uint64(4) {
		office(&spec, key)
	}
	network, err := schedule.Compile(&spec)
	if err != nil {
		fmt.Println(err)
		return
	}
	result, err := schedule.Simulate(context.Background(), network, schedule.Options{Seed: 2021})
	if err != nil {
		fmt.Println(err)
		return
	}
	finish := result.Finish
	fmt.Println("P50 and P80 of the first:", finish.Quantiles(0, 0.5, 0.8))
	fmt.Printf("first open by day 180: %.0f %%\n", 100*finish.ShareBy(0, 180))
	fmt.Printf("all four open by day 180: %.0f %%\n", 100*finish.ShareAtLeast(finish.AllProjects(), 4, 180))
	// Output:
	// P50 and P80 of the first: [146 177]
	// first open by day 180: 82 %
	// all four open by day 180: 45 %
}

// What has happened is kept, and what runs is judged by how long it has run.
func ExampleStarted() {
	var spec schedule.Spec
	p, acts := office(&spec, 1)
	spec.Now = 130
	spec.Activities[acts[0]].Status = schedule.Finished(schedule.On(0), schedule.On(48))
	spec.Activities[acts[1]].Status = schedule.Started(schedule.Between(20, 40)) // "in February"
	network, err := schedule.Compile(&spec)
	if err != nil {
		fmt.Println(err)
		return
	}
	plan := network.Plan()
	fmt.Println("the permit, expected", plan.Finish[acts[1]]-spec.Now, "days from now")
	fmt.Println("open on day", plan.MilestoneFinish(p))
	// Output:
	// the permit, expected 9 days from now
	// open on day 209
}

// The number of finished projects over time, with its uncertainty.
func ExampleSamples_Curve() {
	var spec schedule.Spec
	for key := range uint64(20) {
		office(&spec, key)
	}
	network, err := schedule.Compile(&spec)
	if err != nil {
		fmt.Println(err)
		return
	}
	result, err := schedule.Simulate(context.Background(), network, schedule.Options{Seed: 2021})
	if err != nil {
		fmt.Println(err)
		return
	}
	days := []int32{120, 160, 200}
	curve := result.Finish.Curve(result.Finish.AllProjects(), days, []float64{0.1, 0.5, 0.9})
	for i, day := range days {
		fmt.Println("by day", day, "open:", curve[i])
	}
	// Output:
	// by day 120 open: [2 4 6]
	// by day 160 open: [11 13 16]
	// by day 200 open: [16 18 20]
}

// A cycle is named.
func ExampleCompile() {
	var spec schedule.Spec
	_, acts := office(&spec, 1)
	spec.AddLink(acts[3], acts[1], schedule.FinishStart, 0)
	_, err := schedule.Compile(&spec)
	var cycle *schedule.CycleError
	if errors.As(err, &cycle) {
		fmt.Println(cycle.Cycle)
	}
	// Output:
	// [1 2 3]
}
