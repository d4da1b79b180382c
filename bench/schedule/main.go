// Command schedule measures the engine schedule/constrained on the public benchmark instances and prints a row of
// bench/schedule/RESULTS.md. Every schedule is held against every rule by constrained.Check.
//
//	go run ./bench/schedule -set j120 -schedules 5000
//	go run ./bench/schedule -set j30 -conflicts 100000000 -limit 10s
//	go run ./bench/schedule -set mpsplib -schedules -1 -limit 1800ms
package main

import (
	"context"
	"encoding/csv"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/etablera/etablera/schedule/constrained"
	"github.com/etablera/etablera/schedule/constrained/instance"
)

func main() {
	set := flag.String("set", "j30", "j30, j60, j120 or mpsplib")
	schedules := flag.Int("schedules", 5000, "schedules per instance; below 0: until the limit")
	conflicts := flag.Int("conflicts", -1, "conflicts of the proof; below 0: no proof")
	limit := flag.Duration("limit", time.Hour, "longest time per instance")
	workers := flag.Int("workers", 1, "heuristics side by side")
	seed := flag.Uint64("seed", 1, "seed")
	every := flag.Int("every", 1, "take each n-th instance only")
	verbose := flag.Bool("v", false, "a line for each instance")
	flag.Parse()
	if err := run(*set, constrained.Options{Seed: *seed, Schedules: *schedules, Conflicts: *conflicts, Workers: *workers}, *limit, max(1, *every), *verbose); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// total gathers what a row says.
type total struct {
	n, proven, worse, schedules int
	overPath, overAnchor, bound float64
	bestOverPath                float64
	slowest, all                time.Duration
}

func run(set string, opt constrained.Options, limit time.Duration, every int, verbose bool) error {
	dir := os.Getenv("ETABLERA_DATA")
	if dir == "" {
		dir = "../shared/data"
	}
	pattern, anchorFile, column := filepath.Join(dir, "psplib", set, "*.sm"), filepath.Join(dir, "psplib", "best_known.csv"), 7
	if set == "mpsplib" {
		pattern, anchorFile, column = filepath.Join(dir, "mpsplib", "*.json"), filepath.Join(dir, "mpsplib", "msproject.csv"), 1
	}
	anchors, err := read(anchorFile, column)
	if err != nil {
		return err
	}
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		return fmt.Errorf("no instances at %s: set ETABLERA_DATA", pattern)
	}
	var t total
	for i := 0; i < len(files); i += every {
		name := strings.TrimSuffix(strings.TrimSuffix(filepath.Base(files[i]), ".sm"), ".json")
		anchor, known := anchors[name]
		if !known {
			continue
		}
		if err := t.measure(files[i], name, anchor, opt, limit, verbose); err != nil {
			return err
		}
	}
	t.print(set, opt)
	return nil
}

func read(name string, column int) (map[string]float64, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return nil, err
	}
	out := make(map[string]float64, len(rows))
	for _, row := range rows[1:] {
		if out[row[0]], err = strconv.ParseFloat(row[column], 64); err != nil {
			return nil, fmt.Errorf("%s: %s: %w", name, row[0], err)
		}
	}
	return out, nil
}

func (t *total) measure(file, name string, anchor float64, opt constrained.Options, limit time.Duration, verbose bool) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	begin := time.Now()
	spec, err := instance.Read(f, name)
	if err != nil {
		return err
	}
	p, err := constrained.Compile(spec)
	if err != nil {
		return err
	}
	ctx, cancel := context.WithDeadline(context.Background(), begin.Add(limit))
	defer cancel()
	r, err := constrained.Solve(ctx, p, opt)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	took := time.Since(begin)
	if v := constrained.Check(spec, r.Start); len(v) > 0 {
		return fmt.Errorf("%s: %v", name, v)
	}
	if verbose {
		fmt.Printf("%s\t%d activities\tbound %d\tmakespan %d\tanchor %.0f\tproven %v\t%d schedules\t%.2f s\n", name, len(spec.Activities),
			r.Bound.Makespan, r.Score.Makespan, anchor, r.Proven, r.Schedules, took.Seconds())
	}
	got, path := float64(r.Score.Makespan), float64(p.CriticalPath())
	t.n++
	t.schedules += r.Schedules
	t.overPath += (got - path) / path
	t.bestOverPath += (anchor - path) / path
	t.overAnchor += (got - anchor) / anchor
	t.bound += (float64(r.Bound.Makespan) - path) / path
	t.slowest, t.all = max(t.slowest, took), t.all+took
	if r.Proven {
		t.proven++
	}
	if got > anchor {
		t.worse++
	}
	return nil
}

func (t *total) print(set string, opt constrained.Options) {
	mean := func(sum float64) float64 { return 100 * sum / float64(t.n) }
	fmt.Printf("| %s | %d | %d | %d | %.2f %% | %.2f %% | %+.3f %% | %d | %.2f %% | %d | %.2f s | %.0f s |\n", set, t.n, opt.Schedules, opt.Seed,
		mean(t.overPath), mean(t.bestOverPath), mean(t.overAnchor), t.worse, mean(t.bound), t.proven, t.slowest.Seconds(), t.all.Seconds())
}
