// Package psplib reads instances of the library PSPLIB (Kolisch & Sprecher 1997): single-mode files that
// end in .sm. In goes text, out comes a constrained.Spec whose activities are the jobs in the order of the
// file, supersource and sink included. The due date and tardiness cost of the header are left out: the
// library's benchmark is the makespan.
//
// Files larger than MaxBytes are refused. An error names the line and what would be right.
package psplib

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/etablera/etablera/schedule"
	"github.com/etablera/etablera/schedule/constrained"
)

// Limits of what is read.
const (
	MaxBytes     = 16 << 20
	maxJobs      = constrained.MaxActivities
	maxResources = 256
)

// SyntaxError says what is wrong in which line; lines count from 1, and line 0 is the end of the file.
type SyntaxError struct {
	Line int
	Text string
}

func (e *SyntaxError) Error() string {
	if e.Line == 0 {
		return "at the end of the file: " + e.Text
	}
	return fmt.Sprintf("line %d: %s", e.Line, e.Text)
}

type parser struct {
	lines *bufio.Scanner
	line  int
	text  string
	spec  constrained.Spec
	jobs  int
	kinds int
}

// Read reads one instance. The name goes into the Spec.
func Read(r io.Reader, name string) (*constrained.Spec, error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxBytes+1))
	if err != nil {
		return nil, err
	}
	if len(data) > MaxBytes {
		return nil, fmt.Errorf("%s: larger than %d bytes", name, MaxBytes)
	}
	p := &parser{lines: bufio.NewScanner(bytes.NewReader(data))}
	p.lines.Buffer(nil, 1<<20)
	p.spec.Name = name
	for _, part := range []func() error{p.header, p.precedence, p.requests, p.capacities} {
		if err := part(); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	return &p.spec, nil
}

func (p *parser) errorf(format string, args ...any) error {
	return &SyntaxError{p.line, fmt.Sprintf(format, args...)}
}

// next goes to the next line that holds anything but a rule of stars or dashes.
func (p *parser) next() bool {
	for p.lines.Scan() {
		p.line++
		p.text = strings.TrimSpace(p.lines.Text())
		if strings.Trim(p.text, "*-") != "" {
			return true
		}
	}
	p.line, p.text = 0, ""
	return false
}

// find goes to the line that begins with a heading, in whatever case.
func (p *parser) find(heading string) error {
	for p.next() {
		if len(p.text) >= len(heading) && strings.EqualFold(p.text[:len(heading)], heading) {
			return nil
		}
	}
	return p.errorf("no line begins with %q", heading)
}

// numbers reads a line of at least n whole numbers from 0 to a million.
func (p *parser) numbers(n int, what string) ([]int32, error) {
	if !p.next() {
		return nil, p.errorf("%s is missing", what)
	}
	fields := strings.Fields(p.text)
	if len(fields) < n {
		return nil, p.errorf("%d numbers where %s needs %d", len(fields), what, n)
	}
	out := make([]int32, len(fields))
	for i, f := range fields {
		v, err := strconv.ParseInt(f, 10, 32)
		if err != nil || v < 0 || v > 1_000_000 {
			return nil, p.errorf("%.20q in %s: use a whole number from 0 to 1000000", f, what)
		}
		out[i] = int32(v)
	}
	return out, nil
}

// count reads the number behind the colon of a header line.
func (p *parser) count(heading string, most int) (int, error) {
	if err := p.find(heading); err != nil {
		return 0, err
	}
	_, after, _ := strings.Cut(p.text, ":")
	fields := strings.Fields(after)
	if len(fields) == 0 {
		return 0, p.errorf("no number behind %q", heading)
	}
	n, err := strconv.Atoi(fields[0])
	if err != nil || n < 0 || n > most {
		return 0, p.errorf("%.20q behind %q: use a whole number from 0 to %d", fields[0], heading, most)
	}
	return n, nil
}

func (p *parser) header() (err error) {
	if p.jobs, err = p.count("jobs", maxJobs); err != nil {
		return err
	}
	if p.kinds, err = p.count("- renewable", maxResources); err != nil {
		return err
	}
	for _, other := range []string{"- nonrenewable", "- doubly constrained"} {
		n, err := p.count(other, maxResources)
		if err != nil {
			return err
		}
		if n > 0 {
			return p.errorf("%d resources that are used up: only renewable ones are read", n)
		}
	}
	p.spec.AddProject(constrained.ProjectSpec{Name: p.spec.Name})
	for i := range p.jobs {
		p.spec.AddActivity(constrained.ActivitySpec{Name: strconv.Itoa(i + 1)})
	}
	for k := range p.kinds {
		p.spec.AddResource("R"+strconv.Itoa(k+1), 0)
	}
	return nil
}

func (p *parser) precedence() error {
	if err := p.find("PRECEDENCE RELATIONS"); err != nil {
		return err
	}
	if !p.next() {
		return p.errorf("the precedence relations are missing")
	}
	for i := range p.jobs {
		row, err := p.numbers(3, fmt.Sprintf("the precedence of job %d", i+1))
		if err != nil {
			return err
		}
		if row[0] != int32(i+1) {
			return p.errorf("job %d where job %d is expected", row[0], i+1)
		}
		if row[1] != 1 {
			return p.errorf("job %d has %d modes: only single-mode files are read", row[0], row[1])
		}
		if int(row[2]) != len(row)-3 {
			return p.errorf("job %d has %d successors, and %d are listed", row[0], row[2], len(row)-3)
		}
		for _, s := range row[3:] {
			if s < 1 || int(s) > p.jobs {
				return p.errorf("job %d has successor %d: jobs are 1 to %d", row[0], s, p.jobs)
			}
			p.spec.AddLink(constrained.Activity(i), constrained.Activity(s-1), schedule.FinishStart, 0)
		}
	}
	return nil
}

func (p *parser) requests() error {
	if err := p.find("REQUESTS/DURATIONS"); err != nil {
		return err
	}
	if !p.next() {
		return p.errorf("the requests are missing")
	}
	for i := range p.jobs {
		row, err := p.numbers(3+p.kinds, fmt.Sprintf("the request of job %d", i+1))
		if err != nil {
			return err
		}
		if row[0] != int32(i+1) || len(row) != 3+p.kinds {
			return p.errorf("job %d with %d numbers where job %d with %d is expected", row[0], len(row), i+1, 3+p.kinds)
		}
		p.spec.Activities[i].Duration = row[2]
		for k, amount := range row[3:] {
			if amount > 0 {
				p.spec.AddDemand(constrained.Activity(i), constrained.Resource(k), amount)
			}
		}
	}
	return nil
}

func (p *parser) capacities() error {
	if err := p.find("RESOURCEAVAILABILITIES"); err != nil {
		return err
	}
	if p.kinds == 0 {
		return nil
	}
	if !p.next() {
		return p.errorf("the resources are missing")
	}
	row, err := p.numbers(p.kinds, "the availabilities")
	if err != nil {
		return err
	}
	for k := range p.kinds {
		p.spec.Resources[k].Capacity = row[k]
	}
	return nil
}
