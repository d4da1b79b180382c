// Command programme measures schedule/portfolio on a programme of 32 projects of ten activities under six leaders, plans the same
// programme with TaskJuggler (tj3, where it is installed) in the same run, and prints RESULTS.md's table.
//
//	go run ./bench/schedule/programme -seed 1
//
// # The programme
//
// Each project is a chain of ten activities: analysis, siting, negotiation, contract, design, permit, procurement, building, fitting
// out, opening. Likely durations are uniform on 60–140 % of typical ones, in working days, Monday to Friday; the permit is an external
// clock of 70 days. Projects are released in four rounds, 45 days apart. Chance for the simulation: triangular durations from 70 %
// to 200 % of the likely ones, one permit in four complex with 70 days more.
//
// # TaskJuggler
//
// Every activity but the permit is an effort of its likely duration, allocated to the first leader with the other five as alternatives,
// selected by least load, persistent and mandatory. Persistence holds for a task and not for a project, so TaskJuggler may, and does, change
// leaders between activities, and leaders are free while a permit is awaited. It has no rule that keeps one leader on a project.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"runtime"
	"time"

	"github.com/etablera/etablera/schedule/portfolio"
)

func main() {
	seed := flag.Uint64("seed", 1, "seed of the programme, the search and the simulation")
	schedules := flag.Int("schedules", portfolio.DefaultSchedules, "schedules to try")
	runs := flag.Int("runs", 10_000, "runs of the simulation")
	flag.Parse()
	if err := run(*seed, *schedules, *runs); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(seed uint64, schedules, runs int) error {
	spec := generate(seed)
	var plan *portfolio.Plan
	took := time.Duration(1 << 62)
	for range 5 {
		begin := time.Now()
		c, err := portfolio.Compile(spec)
		if err != nil {
			return err
		}
		if plan, err = portfolio.Solve(context.Background(), c, portfolio.Options{Seed: seed, Schedules: schedules}); err != nil {
			return err
		}
		took = min(took, time.Since(begin))
	}
	if v := portfolio.Check(spec, plan.Schedule); len(v) > 0 {
		return fmt.Errorf("the plan breaks rules: %v", v)
	}
	fmt.Printf("| planner | time | leaders per project | makespan, days | bound |\n|---|---|---|---|---|\n")
	fmt.Printf("| schedule/portfolio, %d schedules, seed %d, best of 5 | %.1f ms | 1.0 | %d | %d |\n", plan.Schedules, seed, took.Seconds()*1e3, plan.Value[0], plan.Bound[0])
	other, err := taskJuggler(spec)
	if err != nil {
		fmt.Printf("| TaskJuggler | not run: %v | | | |\n", err)
	} else {
		fmt.Printf("| TaskJuggler, whole command | %.2f s | %.1f | %d | |\n", other.took.Seconds(), other.leaders, other.makespan)
	}
	return simulate(spec, plan, seed, runs)
}

func simulate(spec *portfolio.Spec, plan *portfolio.Plan, seed uint64, runs int) error {
	samples := float64(len(spec.Activities)) * float64(runs)
	fmt.Printf("\n| simulation of %d runs | time | activity samples a second |\n|---|---|---|\n", runs)
	for _, workers := range []int{1, 2} {
		best := time.Duration(1 << 62)
		for range 5 {
			begin := time.Now()
			if _, err := portfolio.Simulate(context.Background(), plan, portfolio.RunOptions{Runs: runs, Seed: seed, Workers: workers}); err != nil {
				return err
			}
			best = min(best, time.Since(begin))
		}
		fmt.Printf("| %d workers, best of 5 | %.0f ms | %.1f M |\n", workers, best.Seconds()*1e3, samples/best.Seconds()/1e6)
	}
	fmt.Printf("\n%d processors, %s\n", runtime.NumCPU(), runtime.Version())
	return nil
}
