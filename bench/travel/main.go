// Command travel measures the road engines, travel/graph, travel/hierarchy and travel/assignment, against the figures
// that the plan of the house asks for, and prints the table of bench/travel/RESULTS.md. Whatever is measured is first held
// against plain searches.
//
//	go run ./bench/travel -out bench/travel/RESULTS.md
//	go run ./bench/travel -only luxembourg,porto
//
// $ETABLERA_DATA is the folder with osm and graph (default ../shared/data). Times are of a clock; where other programs
// run beside, the processor's seconds in brackets say more.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/pprof"
	"strings"
)

// row is one measurement.
type row struct {
	on, anchor, goal, measured string
	// ratio is what was measured by what the anchor gives, or by the goal where there is no anchor.
	ratio string
	met   bool
}

// bench is what measurements share.
type bench struct {
	ctx  context.Context
	data string
	// positions is a file to write the positions of Porto's table to; empty for none.
	positions string
	seed      uint64
	nodes     int
	log       io.Writer
	rows      []row
	notes     []string
	// before is the load that others made when the program began.
	before string
}

func main() {
	b := &bench{ctx: context.Background(), log: os.Stderr, before: load(), data: os.Getenv("ETABLERA_DATA")}
	if b.data == "" {
		b.data = "../shared/data"
	}
	only := flag.String("only", "luxembourg,extracts,country,porto", "what to measure")
	out := flag.String("out", "", "file for the table; empty: standard output")
	flag.Uint64Var(&b.seed, "seed", 1, "seed of the made-up country and of all drawn places")
	flag.StringVar(&b.positions, "positions", "", "file to write Porto's positions to, for valhalla.mjs; empty: none")
	flag.IntVar(&b.nodes, "nodes", 3_000_000, "nodes of the made-up country; arcs are 62 for each 30 of them")
	profile := flag.String("profile", "", "file for a profile of the processor's time")
	flag.Parse()
	if *profile != "" {
		f, err := os.Create(*profile)
		if err == nil {
			err = pprof.StartCPUProfile(f)
		}
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		defer pprof.StopCPUProfile()
	}
	if err := b.run(strings.Split(*only, ","), *out); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func (b *bench) run(only []string, out string) error {
	parts := map[string]func() error{"luxembourg": b.luxembourg, "extracts": b.extracts, "country": b.country, "nearest": b.nearby, "porto": b.porto}
	for _, name := range only {
		measure, there := parts[name]
		if !there {
			return fmt.Errorf("-only: %q; expected luxembourg, extracts, country, nearest (part of country) or porto", name)
		}
		if err := measure(); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	w := os.Stdout
	if out != "" {
		f, err := os.Create(out)
		if err != nil {
			return err
		}
		defer f.Close()
		w = f
	}
	return b.print(w, strings.Join(only, ","))
}

func (b *bench) print(w io.Writer, only string) error {
	var t strings.Builder
	fmt.Fprintf(&t, "# Measured results of `travel/graph`, `travel/hierarchy` and `travel/assignment`\n\n")
	fmt.Fprintf(&t, "Command: `go run ./bench/travel -only %s -seed %d -nodes %d`. Machine: %s. In brackets: processor time,\n", only, b.seed, b.nodes, machine())
	fmt.Fprintf(&t, "which other programs disturb less. Load by other programs before the first row: %s (2 is both cores, all the time).\n\n", b.before)
	fmt.Fprintf(&t, "| on | anchor | goal | measured | against the anchor | met |\n|---|---|---|---|---|---|\n")
	for _, r := range b.rows {
		met := "yes"
		if !r.met {
			met = "no"
		}
		fmt.Fprintf(&t, "| %s | %s | %s | %s | %s | %s |\n", r.on, r.anchor, r.goal, r.measured, r.ratio, met)
	}
	fmt.Fprintf(&t, "\n- The anchors were measured elsewhere: RoutingKit on another made-up network of the same size, OSRM on its own Porto. They say\n"+
		"  what is usual, not who is faster by how much.\n")
	for _, n := range b.notes {
		fmt.Fprintf(&t, "- %s\n", n)
	}
	_, err := io.WriteString(w, t.String())
	return err
}

func (b *bench) add(r row) {
	b.rows = append(b.rows, r)
	fmt.Fprintf(b.log, "%s: %s (goal %s)\n", r.on, r.measured, r.goal)
}

func (b *bench) note(format string, args ...any) {
	b.notes = append(b.notes, fmt.Sprintf(format, args...))
	fmt.Fprintf(b.log, format+"\n", args...)
}

func (b *bench) file(parts ...string) string {
	return filepath.Join(append([]string{b.data}, parts...)...)
}
