package main

import (
	"fmt"
	"os"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// machine says what the figures were measured on.
func machine() string {
	model := "unknown processor"
	if name, ok := field("/proc/cpuinfo", "model name"); ok {
		model = name
	}
	return fmt.Sprintf("%d cores, %s, %s", runtime.NumCPU(), model, runtime.Version())
}

// field returns what stands behind a name in one of the kernel's lists.
func field(file, name string) (string, bool) {
	text, err := os.ReadFile(file)
	if err != nil {
		return "", false
	}
	for line := range strings.Lines(string(text)) {
		if key, value, ok := strings.Cut(line, ":"); ok && strings.TrimSpace(key) == name {
			return strings.TrimSpace(value), true
		}
	}
	return "", false
}

// peak returns the most memory that the process has held, in bytes.
func peak() (int64, error) {
	text, ok := field("/proc/self/status", "VmHWM")
	if !ok {
		return 0, fmt.Errorf("/proc/self/status does not say VmHWM; expected Linux")
	}
	kilobytes, err := strconv.ParseInt(strings.TrimSuffix(text, " kB"), 10, 64)
	return kilobytes * 1024, err
}

// took is what some work cost.
type took struct{ clock, processor time.Duration }

func (t took) String() string {
	return fmt.Sprintf("%s (%s)", short(t.clock), short(t.processor))
}

func short(d time.Duration) string {
	switch {
	case d >= 10*time.Second:
		return fmt.Sprintf("%.0f s", d.Seconds())
	case d >= 100*time.Millisecond:
		return fmt.Sprintf("%.2f s", d.Seconds())
	}
	return fmt.Sprintf("%.2f ms", float64(d.Microseconds())/1000)
}

func measure(work func() error) (took, error) {
	begin, before := time.Now(), processor()
	err := work()
	return took{time.Since(begin), processor() - before}, err
}

// processor returns the time that all cores have spent for this process.
func processor() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// median returns the middle and the greatest of some times.
func median(times []time.Duration) (middle, worst time.Duration) {
	slices.Sort(times)
	return times[len(times)/2], times[len(times)-1]
}

// middles returns the median of each.
func middles(clock, spent []time.Duration) took {
	c, _ := median(clock)
	s, _ := median(spent)
	return took{c, s}
}

// load says how many programs wanted to run, over the last minute.
func load() string {
	text, err := os.ReadFile("/proc/loadavg")
	if err != nil {
		return "unknown"
	}
	first, _, _ := strings.Cut(string(text), " ")
	return first
}

func ratio(measured, anchor time.Duration) string {
	return fmt.Sprintf("%.2f ×", measured.Seconds()/anchor.Seconds())
}
