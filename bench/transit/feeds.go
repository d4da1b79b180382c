package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"time"

	"github.com/etablera/etablera/travel/gtfs"
)

// readFeeds reads every feed of a folder, the best of three times, on one core.
func readFeeds(ctx context.Context, dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	fmt.Println("| feed | stops | trips | calls | frequencies | completed times | s | warnings |")
	fmt.Println("|---|---:|---:|---:|---:|---:|---:|---|")
	for _, e := range entries {
		path := filepath.Join(dir, e.Name())
		if _, err := os.Stat(filepath.Join(path, "stops.txt")); err != nil && !strings.HasSuffix(e.Name(), ".zip") {
			continue
		}
		best := time.Duration(0)
		var f *gtfs.Feed
		var r *gtfs.Report
		for range 3 {
			runtime.GC()
			begin := time.Now()
			f, r, err = gtfs.Open(ctx, path, gtfs.Options{})
			if d := time.Since(begin); best == 0 || d < best {
				best = d
			}
		}
		if err != nil {
			fmt.Printf("| %s | refused: %s |\n", e.Name(), strings.ReplaceAll(err.Error(), path, e.Name()))
			continue
		}
		var warnings []string
		for _, w := range r.Warnings.List {
			if c := string(w.Code); !strings.Contains(strings.Join(warnings, ", "), c) {
				warnings = append(warnings, c+" "+strconv.Itoa(r.Warnings.Count[w.Code]))
			}
		}
		fmt.Printf("| %s | %d | %d | %d | %d | %d | %.3f | %s |\n", e.Name(), len(f.Stops), len(f.Trips), len(f.Calls), len(f.Frequencies), f.Interpolated, best.Seconds(), strings.Join(warnings, ", "))
	}
	return nil
}

// peakMB is the most memory that the process has held, as Linux counts it; 0 elsewhere.
func peakMB() int {
	text, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	for line := range strings.Lines(string(text)) {
		if kb, found := strings.CutPrefix(line, "VmHWM:"); found {
			n, err := strconv.Atoi(strings.Fields(kb)[0])
			if err != nil {
				return 0
			}
			return n / 1024
		}
	}
	return 0
}
