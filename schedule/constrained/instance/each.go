package instance

import (
	"fmt"
	"io"
	"sync"
)

// Outcome is what became of one of several files.
type Outcome struct {
	Report *Report
	Err    error
}

// Each does the work on every name, so many at once, and hands over each outcome as it is done, one at a time. The order is
// that of finishing.
func Each(names []string, workers int, work func(name string) (*Report, error), done func(Outcome)) {
	next := make(chan string)
	out := make(chan Outcome)
	var all sync.WaitGroup
	for range max(1, min(workers, len(names))) {
		all.Add(1)
		go func() {
			defer all.Done()
			for name := range next {
				r, err := work(name)
				out <- Outcome{r, err}
			}
		}()
	}
	go func() {
		for _, name := range names {
			next <- name
		}
		close(next)
		all.Wait()
		close(out)
	}()
	for o := range out {
		done(o)
	}
}

// Words are the words of a line of text, in the reader's language.
type Words struct{ Line, Lateness, Proven, Open, Start string }

// WriteText writes the report as a line, and the starts, if there are any, on lines of their own.
func (r *Report) WriteText(w io.Writer, words Words) error {
	proven := words.Open
	if r.Proven {
		proven = words.Proven
	}
	if _, err := fmt.Fprintf(w, words.Line+"\n", r.File, r.Makespan, r.Bound, proven, r.Schedules, r.Seconds); err != nil {
		return err
	}
	if r.Tardiness > 0 {
		if _, err := fmt.Fprintf(w, words.Lateness+"\n", r.File, r.Tardiness, r.Late); err != nil {
			return err
		}
	}
	for _, s := range r.Starts {
		if _, err := fmt.Fprintf(w, words.Start+"\n", s.Activity, s.Day); err != nil {
			return err
		}
	}
	return nil
}
