// Package instance reads a scheduling instance whatever its form, solves it, and says in one line what came out. In go a
// file's name and text; out comes a Report for people and for programs. Times are wall-clock seconds, measured by
// the caller.
package instance

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"

	"github.com/etablera/etablera/schedule/constrained"
	"github.com/etablera/etablera/schedule/constrained/mpsplib"
	"github.com/etablera/etablera/schedule/constrained/psplib"
)

// MaxBytes bounds a file.
const MaxBytes = psplib.MaxBytes

// Read reads PSPLIB text or multi-project JSON: what begins with a brace is JSON.
func Read(r io.Reader, name string) (*constrained.Spec, error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxBytes+1))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if bytes.HasPrefix(bytes.TrimLeft(data, " \t\r\n\ufeff"), []byte("{")) {
		return mpsplib.Read(bytes.NewReader(data), name)
	}
	return psplib.Read(bytes.NewReader(data), name)
}

// Report is what is said of one file.
type Report struct {
	File      string  `json:"file"`
	Makespan  int32   `json:"makespan"`
	Tardiness int64   `json:"tardiness"`
	Bound     int32   `json:"lowerBound"`
	Late      int64   `json:"tardinessBound"`
	Proven    bool    `json:"proven"`
	Schedules int     `json:"schedules"`
	Conflicts int     `json:"conflicts"`
	Seconds   float64 `json:"seconds"`
	Starts    []Start `json:"starts,omitempty"`
}

// Start is when one activity starts.
type Start struct {
	Activity string `json:"activity"`
	Day      int32  `json:"day"`
}

// Solve reads and solves one file. Seconds are left to the caller.
func Solve(ctx context.Context, r io.Reader, name string, opt constrained.Options, starts bool) (*Report, error) {
	spec, err := Read(r, name)
	if err != nil {
		return nil, err
	}
	p, err := constrained.Compile(spec)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	res, err := constrained.Solve(ctx, p, opt)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	out := &Report{File: name, Makespan: res.Score.Makespan, Tardiness: res.Score.Tardiness, Bound: res.Bound.Makespan,
		Late: res.Bound.Tardiness, Proven: res.Proven, Schedules: res.Schedules, Conflicts: res.Conflicts}
	if starts {
		for i, a := range spec.Activities {
			out.Starts = append(out.Starts, Start{a.Name, res.Start[i]})
		}
	}
	return out, nil
}

// WriteJSON writes the report as one line of JSON.
func (r *Report) WriteJSON(w io.Writer) error { return json.NewEncoder(w).Encode(r) }
