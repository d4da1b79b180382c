// Package mpsplib reads multi-project instances in the JSON form of Poza and others: an object with name,
// resources (name to capacity) and tasks, each with id, name, dur, req (resource name to amount) and pred
// (pairs of a task's id and a lag in days, counted from that task's finish). In goes text, out comes a
// constrained.Spec whose activities are the tasks in the order of the file. A task named "P2-Task 7" belongs to
// project P2. The field snet is the first day on which a task may start.
//
// Files larger than MaxBytes are refused. An error names the task, or the line where the text is not JSON.
package mpsplib

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"sort"
	"strings"

	"github.com/etablera/etablera/schedule"
	"github.com/etablera/etablera/schedule/constrained"
)

// MaxBytes bounds a file.
const MaxBytes = 16 << 20

type file struct {
	Name      string           `json:"name"`
	Resources map[string]int32 `json:"resources"`
	Tasks     []task           `json:"tasks"`
}

type task struct {
	ID   *int64           `json:"id"`
	Name string           `json:"name"`
	Dur  *int32           `json:"dur"`
	Req  map[string]int32 `json:"req"`
	Pred [][]int64        `json:"pred"`
	Snet int32            `json:"snet"`
}

// Read reads one instance. The name is used in errors, and as the instance's where the file has none.
func Read(r io.Reader, name string) (*constrained.Spec, error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxBytes+1))
	if err != nil {
		return nil, err
	}
	if len(data) > MaxBytes {
		return nil, fmt.Errorf("%s: larger than %d bytes", name, MaxBytes)
	}
	var f file
	if err := json.Unmarshal(data, &f); err != nil {
		return nil, fmt.Errorf("%s: %w", name, located(data, err))
	}
	spec, err := f.spec()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if spec.Name == "" {
		spec.Name = name
	}
	return spec, nil
}

// located puts the line before an error of the JSON reader.
func located(data []byte, err error) error {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	offset := int64(0)
	switch {
	case errors.As(err, &syntax):
		offset = syntax.Offset
	case errors.As(err, &kind):
		offset = kind.Offset
	}
	offset = min(offset, int64(len(data)))
	return fmt.Errorf("line %d: %w", 1+bytes.Count(data[:offset], []byte("\n")), err)
}

func (f *file) spec() (*constrained.Spec, error) {
	s := &constrained.Spec{Name: f.Name}
	if len(f.Tasks) == 0 {
		return nil, errors.New("no tasks: give them under \"tasks\"")
	}
	names := make([]string, 0, len(f.Resources))
	for n := range f.Resources {
		names = append(names, n)
	}
	sort.Strings(names)
	resources := make(map[string]constrained.Resource, len(names))
	for _, n := range names {
		resources[n] = s.AddResource(n, f.Resources[n])
	}
	at := make(map[int64]constrained.Activity, len(f.Tasks))
	projects := make(map[string]constrained.Project)
	for i, t := range f.Tasks {
		if t.ID == nil || t.Dur == nil {
			return nil, fmt.Errorf("task %d (%.40q): id and dur must be given", i, t.Name)
		}
		if _, twice := at[*t.ID]; twice {
			return nil, fmt.Errorf("task %d (%.40q): id %d is taken; ids must differ", i, t.Name, *t.ID)
		}
		at[*t.ID] = s.AddActivity(constrained.ActivitySpec{Name: t.Name, Project: project(s, projects, t.Name),
			Duration: *t.Dur, Release: t.Snet})
	}
	for i, t := range f.Tasks {
		if err := t.connect(s, constrained.Activity(i), at, resources); err != nil {
			return nil, fmt.Errorf("task %d (%.40q): %w", i, t.Name, err)
		}
	}
	return s, nil
}

func project(s *constrained.Spec, known map[string]constrained.Project, name string) constrained.Project {
	prefix, _, found := strings.Cut(name, "-")
	if !found {
		return constrained.None
	}
	p, ok := known[prefix]
	if !ok {
		p = s.AddProject(constrained.ProjectSpec{Name: prefix})
		known[prefix] = p
	}
	return p
}

func (t *task) connect(s *constrained.Spec, a constrained.Activity, at map[int64]constrained.Activity,
	resources map[string]constrained.Resource) error {
	for _, p := range t.Pred {
		if len(p) != 2 {
			return fmt.Errorf("a predecessor of %d numbers: use [id, lag]", len(p))
		}
		from, ok := at[p[0]]
		if !ok {
			return fmt.Errorf("predecessor %d: no task has that id", p[0])
		}
		if p[1] < -schedule.MaxDuration || p[1] > schedule.MaxDuration {
			return fmt.Errorf("lag %d: use −%d to %[2]d days", p[1], schedule.MaxDuration)
		}
		s.AddLink(from, a, schedule.FinishStart, int32(p[1]))
	}
	names := make([]string, 0, len(t.Req))
	for n := range t.Req {
		names = append(names, n)
	}
	sort.Strings(names)
	for _, n := range names {
		r, ok := resources[n]
		if !ok {
			return fmt.Errorf("needs %.40q: no resource has that name", n)
		}
		s.AddDemand(a, r, t.Req[n])
	}
	return nil
}
