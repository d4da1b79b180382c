package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/etablera/etablera/locate"
	"github.com/etablera/etablera/locate/certificate"
	"github.com/etablera/etablera/locate/instance"
)

// measured is one solved case.
type measured struct {
	value, bound int64
	gap          float64 // of the value
	proven       bool
	seconds      float64
	work         float64 // seconds of processor time, all cores together: what other work on the machine does not change
	memory       float64 // most megabytes held while solving, the problem included
	nodes        int
	options      []int32
}

// solve measures one case. The time is that of locate.Solve; reading or generating is not in it.
func (b *bench) solve(s *locate.Spec, gap float64, limit time.Duration) (*measured, error) {
	if b.time > 0 {
		limit = b.time
	}
	debug.FreeOSMemory()
	clearPeak()
	ctx, stop := context.WithTimeout(b.ctx, limit+time.Minute) // a search that does not keep its own limit is cut off
	defer stop()
	start, before := time.Now(), worked()
	a, err := locate.Solve(ctx, s, locate.Options{Seed: 1, Gap: gap, Time: limit, Progress: b.progress(start)})
	if err != nil {
		return nil, err
	}
	m := &measured{value: a.Value, bound: a.Bound, gap: a.Gap(), proven: a.Proven, seconds: time.Since(start).Seconds(), work: worked() - before, memory: peak(), nodes: a.Nodes, options: a.Options}
	if !a.Found {
		return nil, fmt.Errorf("no choice was found (%+v)", a.Infeasible)
	}
	value, _, err := certificate.Value(s, a.Options)
	if err != nil || value != a.Value {
		return nil, fmt.Errorf("the answer %d is worth %d: %w", a.Value, value, err)
	}
	if b.check {
		start = time.Now()
		if err := certificate.Check(s, &a.Certificate); err != nil {
			return nil, err
		}
		fmt.Printf("certificate of %d nodes checked in %.1f s\n", len(a.Certificate.Nodes), time.Since(start).Seconds())
	}
	return m, nil
}

// progress tells a person who asked for it how far a search has come, every few seconds.
func (b *bench) progress(start time.Time) func(locate.Progress) {
	if !b.verbose {
		return nil
	}
	last := start
	return func(p locate.Progress) {
		if now := time.Now(); now.Sub(last) > 3*time.Second {
			last = now
			fmt.Fprintf(os.Stderr, "%6.1f s %s: %d, bound %d, %d nodes\n", now.Sub(start).Seconds(), p.Stage, p.Value, p.Bound, p.Nodes)
		}
	}
}

// worked is how much processor time this process has had, in seconds.
func worked() float64 {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano()).Seconds()
}

// clearPeak sets the record of the greatest memory back, where the system keeps one.
func clearPeak() { _ = os.WriteFile("/proc/self/clear_refs", []byte("5"), 0) }

// peak is the greatest memory held since, in megabytes.
func peak() float64 {
	text, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	for line := range strings.Lines(string(text)) {
		if rest, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			kB, _ := strconv.ParseFloat(strings.Fields(rest)[0], 64)
			return kB / 1024
		}
	}
	return 0
}

// instance reads one of the shared instances.
func (b *bench) instance(parts ...string) (*instance.Instance, error) {
	name := filepath.Join(append([]string{b.data}, parts...)...)
	f, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("no instance (set ETABLERA_DATA): %w", err)
	}
	defer f.Close()
	return instance.Read(f, name)
}

func percent(share float64) string { return fmt.Sprintf("%.4f %%", 100*share) }

func seconds(s float64) string { return fmt.Sprintf("%.2f s", s) }

func proof(m *measured) string {
	if m.proven {
		return "yes"
	}
	return "no"
}
