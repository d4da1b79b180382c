// Command locate measures the engine locate/ and writes one section of bench/locate/RESULTS.md for each row that is asked for.
//
//	go run ./bench/locate pmed pcenter
//	go run ./bench/locate sw24978 100 500
//	go run ./bench/locate -time 30s tsplib
//
// A name may be followed by numbers, which choose among its cases: p, the number of an instance, or a size. Every answer is evaluated again from
// the problem by locate/certificate; with -check every bound too.
//
// Sections hold ratios to an anchor where there is one: the published optimum or best known value, the published time, or a peer that
// was run in the same minute on the same machine.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// bench is what all rows share.
type bench struct {
	ctx     context.Context
	data    string
	out     string        // folder of the results
	time    time.Duration // limit per case; 0: that of the row
	check   bool
	verbose bool
	choose  []int // cases, if any were named
}

// row is one measured thing: it writes the text of its section.
type row struct {
	name, title string
	run         func(b *bench, s *section) error
}

var rows = []row{
	{"pmed", "OR-Library pmed1–40 as p-median", (*bench).pmed},
	{"peers", "The same, side by side with CBC and HiGHS", (*bench).peers},
	{"pcenter", "OR-Library pmed1–40 as p-center", (*bench).pcenter},
	{"tsplib", "TSPLIB as p-median: rl1304, fl1400, d2103, pcb3038", (*bench).tsplib},
	{"sw24978", "sw24978: 24,978 Swedish places as p-median", (*bench).sw24978},
	{"cordeau", "Covering in the manner of Cordeau, Furini & Ljubić: 100 sites", (*bench).cordeau},
	{"cover2000", "Covering: 2,000 sites, 1,000,000 clustered points, p = 100", (*bench).cover2000},
	{"cover5000", "Covering: 5,000 sites, 10,000,000 clustered points, p = 300", (*bench).cover5000},
	{"national", "National p-median on a road-like network: 700,000 points × 3,000 sites", (*bench).national},
	{"mandate", "National mandate: population points × localities and known offices, 28 to open, its clauses", (*bench).mandate},
	{"growth", "Growth: n, 2n, 4n, 8n", (*bench).growth},
}

func main() {
	limit := flag.Duration("time", 0, "longest time per case; 0: that of the row")
	check := flag.Bool("check", false, "hold every certificate against the problem")
	verbose := flag.Bool("v", false, "say how far each search has come")
	out := flag.String("out", "bench/locate", "folder of RESULTS.md")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	b := &bench{ctx: ctx, data: os.Getenv("ETABLERA_DATA"), out: *out, time: *limit, check: *check, verbose: *verbose}
	if b.data == "" {
		b.data = "../shared/data"
	}
	if err := b.all(flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// all runs the rows that are named, each with the numbers that follow it; without a name, every row.
func (b *bench) all(args []string) error {
	if len(args) == 0 {
		for _, r := range rows {
			args = append(args, r.name)
		}
	}
	for len(args) > 0 {
		name := args[0]
		args, b.choose = args[1:], nil
		for len(args) > 0 {
			n, err := strconv.Atoi(args[0])
			if err != nil {
				break
			}
			b.choose, args = append(b.choose, n), args[1:]
		}
		if err := b.one(name); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	return nil
}

func (b *bench) one(name string) error {
	for _, r := range rows {
		if r.name != name {
			continue
		}
		s := &section{title: r.title, command: strings.TrimSpace("bench/locate/run.sh " + name + " " + strings.Trim(fmt.Sprint(b.choose), "[]"))}
		if err := r.run(b, s); err != nil {
			return err
		}
		return s.save(filepath.Join(b.out, "RESULTS.md"))
	}
	var names []string
	for _, r := range rows {
		names = append(names, r.name)
	}
	return fmt.Errorf("there is no such row: %s are there", strings.Join(names, ", "))
}

// wanted says whether a case is to be run.
func (b *bench) wanted(n int) bool {
	for _, c := range b.choose {
		if c == n {
			return true
		}
	}
	return len(b.choose) == 0
}
