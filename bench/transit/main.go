package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/pprof"
	"strconv"
	"strings"
	"time"
)

// settings are the flags.
type settings struct {
	data, city             string
	date                   string
	from                   int
	count                  int
	limit, access, change  int
	rides, samples, worker int
	slack                  int
	speed, detour          float64
	walk                   string
	feeds, trips, one      bool
	profile                string
}

func main() {
	var s settings
	s.data = os.Getenv("ETABLERA_DATA")
	if s.data == "" {
		s.data = "../shared/data"
	}
	flag.StringVar(&s.city, "city", "poa", "poa (Porto Alegre) or spo (São Paulo, by frequencies)")
	flag.StringVar(&s.date, "date", "2019-05-13", "service date")
	flag.IntVar(&s.from, "from", 14*60, "first minute of the window, from midnight")
	flag.IntVar(&s.count, "count", 120, "minutes in the window")
	flag.IntVar(&s.limit, "limit", 120, "longest travel time, in minutes")
	flag.IntVar(&s.access, "access", 30, "longest walk to or from a stop, in minutes")
	flag.IntVar(&s.change, "change", 15, "longest walk between stops, in minutes")
	flag.IntVar(&s.rides, "rides", 3, "most rides")
	flag.IntVar(&s.slack, "slack", 60, "seconds at the stop before a departure")
	flag.IntVar(&s.samples, "samples", 100, "cells to hold against the slow search, each at every 10th minute")
	flag.IntVar(&s.worker, "workers", 2, "workers")
	flag.Float64Var(&s.speed, "speed", 3.6, "walking speed, km/h")
	flag.Float64Var(&s.detour, "detour", 1.3, "detour of walks by great circles")
	flag.StringVar(&s.walk, "walk", "circle", "circle or foot")
	flag.BoolVar(&s.feeds, "feeds", false, "read each feed and say how long it takes")
	flag.BoolVar(&s.trips, "trips", false, "round trips to 20 hexagons instead of the matrix")
	flag.BoolVar(&s.one, "one", false, "search from one site at a time, to see what lanes are worth")
	flag.StringVar(&s.profile, "cpuprofile", "", "write a CPU profile of the matrix here")
	flag.Parse()
	if len(feedsOf[s.city]) == 0 {
		fmt.Fprintf(os.Stderr, "no city %q; want poa or spo\n", s.city)
		os.Exit(2)
	}
	runtime.GOMAXPROCS(s.worker)
	if err := run(context.Background(), s); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// feedsOf names the feeds of each city.
var feedsOf = map[string][]string{"poa": {"poa_eptc.zip", "poa_trensurb.zip"}, "spo": {"spo.zip"}}

func run(ctx context.Context, s settings) error {
	if s.profile != "" {
		f, err := os.Create(s.profile)
		if err != nil {
			return err
		}
		defer f.Close()
		if err := pprof.StartCPUProfile(f); err != nil {
			return err
		}
		defer pprof.StopCPUProfile()
	}
	if s.feeds {
		return readFeeds(ctx, filepath.Join(s.data, "gtfs"))
	}
	c, err := prepare(ctx, s)
	if err != nil {
		return err
	}
	if s.trips {
		return c.roundTrips(ctx)
	}
	if err := c.matrix(ctx); err != nil {
		return err
	}
	return c.check()
}

// stage says how long something took since the last stage: by the clock, and in time of all cores, which other programs on
// the machine disturb less.
type stage struct {
	last time.Time
	cpu  time.Duration
}

func (s *stage) done(format string, args ...any) {
	now, cpu := time.Now(), cpuTime()
	fmt.Printf("%8.3f s %8.3f s CPU  %s\n", now.Sub(s.last).Seconds(), (cpu - s.cpu).Seconds(), fmt.Sprintf(format, args...))
	s.last, s.cpu = time.Now(), cpuTime()
}

// cpuTime is the time that the process has had of all cores, as Linux counts it in hundredths of a second; 0 elsewhere.
func cpuTime() time.Duration {
	text, err := os.ReadFile("/proc/self/stat")
	if err != nil {
		return 0
	}
	fields := strings.Fields(string(text[bytes.LastIndexByte(text, ')')+1:]))
	var ticks int64
	for _, f := range fields[11:13] {
		n, err := strconv.ParseInt(f, 10, 64)
		if err != nil {
			return 0
		}
		ticks += n
	}
	return time.Duration(ticks) * 10 * time.Millisecond
}
