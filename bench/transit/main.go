package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/pprof"
	"time"
)

// settings are the flags.
type settings struct {
	data                   string
	date                   string
	from                   int
	count                  int
	limit, access, change  int
	rides, samples, worker int
	slack                  int
	speed, detour          float64
	walk                   string
	feeds, trips           bool
	profile                string
}

func main() {
	var s settings
	s.data = os.Getenv("ETABLERA_DATA")
	if s.data == "" {
		s.data = "../shared/data"
	}
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
	flag.StringVar(&s.profile, "cpuprofile", "", "write a CPU profile of the matrix here")
	flag.Parse()
	runtime.GOMAXPROCS(s.worker)
	if err := run(context.Background(), s); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

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

// stage says how long something took since the last stage.
type stage struct{ last time.Time }

func (s *stage) done(format string, args ...any) {
	now := time.Now()
	fmt.Printf("%8.3f s  %s\n", now.Sub(s.last).Seconds(), fmt.Sprintf(format, args...))
	s.last = now
}
