package portfolio_test

import (
	"context"
	"fmt"

	"github.com/etablera/etablera/schedule"
	"github.com/etablera/etablera/schedule/portfolio"
)

// Three offices and one leader: when each opens, what the last one waits for, what a second leader would give, and how sure it is.
func Example() {
	s := &portfolio.Spec{Goals: []portfolio.Goal{{Kind: portfolio.Makespan}}}
	s.AddPool("project leader", 1, 1)
	for k := range 3 {
		p := s.AddProject(portfolio.ProjectSpec{Key: uint64(k + 1)})
		permit := s.AddActivity(portfolio.ActivitySpec{Project: p, Duration: schedule.Fixed(70)})
		build := s.AddActivity(portfolio.ActivitySpec{Project: p, Duration: schedule.Triangular(20, 30, 60)})
		s.AddLink(permit, build, schedule.FinishStart, 0)
		s.Projects[p].Milestone = build
	}
	s.Rounds = []portfolio.RoundSpec{{Projects: []portfolio.Project{0, 1, 2}, By: 330}}
	c, err := portfolio.Compile(s)
	if err != nil {
		fmt.Println(err)
		return
	}
	plan, err := portfolio.Solve(context.Background(), c, portfolio.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("open on day", plan.Value[0], "proven", plan.Proven)
	for _, w := range plan.Waits(0) {
		if w.Why == portfolio.ForLeader {
			fmt.Println("day", w.To, "waits for leader", w.Leader, "who has project", w.On)
		}
	}
	more, err := portfolio.WhatIf(context.Background(), plan, portfolio.OneMoreLeader(1))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("one more leader gains", more.Gain[0], "days")
	r, err := portfolio.Simulate(context.Background(), plan, portfolio.RunOptions{Seed: 1, Workers: 1})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("all open by day 330: %.0f %%\n", 100*r.Rounds[0].All)
	// Output:
	// open on day 300 proven true
	// one more leader gains 100 days
	// all open by day 330: 76 %
}
