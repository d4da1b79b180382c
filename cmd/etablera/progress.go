package main

import (
	"fmt"
	"os"
	"strings"
	"sync"
	"time"
)

// progress gives a bar that shows how far long work has come, where a person is
// there to see it, and the function that ends its line. Both may be called from any
// goroutine and any number of times.
func (a *app) progress() (bar func(step string, done, of int), end func()) {
	out, ok := a.err.(*os.File)
	if !ok {
		return func(string, int, int) {}, func() {}
	}
	if info, err := out.Stat(); err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return func(string, int, int) {}, func() {}
	}
	const width = 30
	var mu sync.Mutex
	var last time.Time
	shown := false
	bar = func(step string, done, of int) {
		mu.Lock()
		defer mu.Unlock()
		if now := time.Now(); now.Sub(last) > 100*time.Millisecond || done == of {
			last, shown = now, true
			full := width * done / max(of, 1)
			fmt.Fprintf(out, "\r\x1b[K%s%s %3d %% %s", strings.Repeat("█", full), strings.Repeat("·", width-full), 100*done/max(of, 1), step)
		}
	}
	return bar, func() {
		mu.Lock()
		defer mu.Unlock()
		if shown {
			fmt.Fprintln(out)
			shown = false
		}
	}
}
