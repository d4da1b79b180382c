package timetable

import (
	"math"
	"slices"
	"strings"

	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/schedule"
	"github.com/etablera/etablera/schedule/learning"
)

// Cell is a group of activities that are forecast alike: one activity of the
// process, for offices of the same type, under the same conditions.
type Cell struct {
	Stage programme.StageID
	Types []programme.TypeID    // what the offices may be; empty when nothing is said
	When  []programme.Condition // that hold, of those that durations of the activity name

	// Duration is the position in Snapshot.Durations of what is assumed; Assumed is
	// its median and ninth decile in working days, Weight what it is worth in outcomes.
	Duration int
	Assumed  learning.LogNormal
	Weight   float64
	// Fixed says that the duration is stated as certain, so that no outcome changes it.
	Fixed bool

	// Finished counts the cell's own finished activities whose duration is known,
	// Bounded those of which only bounds are, Running those under way. Others counts
	// finished and bounded ones of other cells of the activity.
	Finished, Bounded, Running, Others int
	// Learnt is what the outcomes have made of Assumed. Weights say what its median
	// rests on, and Doubt which share of its variance strikes all offices alike.
	Learnt  learning.LogNormal
	Weights learning.Weights
	Doubt   float64

	stage    int
	outcomes []outcome
	dist     schedule.Distribution
	factor   schedule.Factor
}

// outcome is an activity that tells how long its cell takes, by position in
// Timetable.Projects and Project.Activities.
type outcome struct {
	project, activity int
	learning.Outcome
}

// Key names a cell in an address: activity, types and conditions. What nobody has
// said is "any", no condition "plain".
func (c *Cell) Key() []any {
	types, when := "any", "plain"
	if len(c.Types) > 0 {
		types = joined(c.Types)
	}
	if len(c.When) > 0 {
		when = joined(c.When)
	}
	return []any{c.Stage, types, when}
}

func joined[T ~string](parts []T) string {
	all := make([]string, len(parts))
	for i, p := range parts {
		all[i] = string(p)
	}
	return strings.Join(all, "+")
}

// isLearnt says whether outcomes have changed what was assumed.
func (c *Cell) isLearnt() bool {
	off := func(a, b float64) bool { return math.Abs(a-b) > 1e-9*b }
	return !c.Fixed && (off(c.Learnt.Median, c.Assumed.Median) || off(c.Learnt.P90, c.Assumed.P90))
}

// cellID tells cells apart: a stage, a list of types by number, conditions as bits.
type cellID struct {
	stage, types int
	when         uint32
}

// cells finds the cell of each activity of each project.
type cells struct {
	conditions [][]programme.Condition // by stage: those that its durations name
	types      map[string]int
	index      map[cellID]int
	ids        []cellID
}

func newCells(x *programme.Index, byStage [][]int) *cells {
	cs := &cells{conditions: make([][]programme.Condition, len(byStage)), types: map[string]int{}, index: map[cellID]int{}}
	for stage, entries := range byStage {
		for _, i := range entries {
			for _, c := range x.S.Durations[i].When {
				if !slices.Contains(cs.conditions[stage], c) {
					cs.conditions[stage] = append(cs.conditions[stage], c)
				}
			}
		}
		slices.Sort(cs.conditions[stage])
	}
	return cs
}

// of returns the position of a project's cell for a stage, and makes the cell if
// it is the first. The entry of durations is the same for all projects of a cell,
// for it depends on nothing but types and conditions.
func (t *Timetable) cellOf(cs *cells, p *Project, facts *programme.Project, stage, duration int) int {
	types := joined(p.Types)
	n, ok := cs.types[types]
	if !ok {
		n = len(cs.types)
		cs.types[types] = n
	}
	id := cellID{stage: stage, types: n}
	for k, c := range cs.conditions[stage] {
		if condition(facts, c) == programme.Yes {
			id.when |= 1 << k
		}
	}
	if i, ok := cs.index[id]; ok {
		return i
	}
	c := Cell{Stage: t.process.stages[stage].ID, Types: p.Types, Duration: duration, stage: stage, factor: -1}
	for k, name := range cs.conditions[stage] {
		if id.when&(1<<k) != 0 {
			c.When = append(c.When, name)
		}
	}
	c.assume(&t.facts.S.Durations[duration])
	cs.index[id] = len(t.Cells)
	cs.ids = append(cs.ids, id)
	t.Cells = append(t.Cells, c)
	return len(t.Cells) - 1
}

// assume writes down what is assumed of a cell.
func (c *Cell) assume(d *programme.Duration) {
	c.Weight, c.dist = d.WorthOutcomes(), distribution(d.Working)
	switch w := d.Working; w.Shape {
	case programme.LogNormal:
		c.Assumed = learning.LogNormal{Median: w.A, P90: w.B}
	case programme.Triangular:
		c.Assumed = learning.LogNormal{Median: triangularQuantile(w, 0.5), P90: triangularQuantile(w, 0.9)}
	default:
		c.Assumed = learning.LogNormal{Median: w.A, P90: w.A}
	}
	c.Fixed = !(c.Assumed.Median >= learning.MinDays && c.Assumed.P90 > c.Assumed.Median*(1+1e-9))
	c.Learnt, c.Weights = c.Assumed, learning.Weights{Assumption: 1}
}

// triangularQuantile is the inverse distribution function, in working days and
// fractions of them.
func triangularQuantile(d programme.Distribution, p float64) float64 {
	if d.C <= d.A {
		return d.A
	}
	if left := (d.B - d.A) / (d.C - d.A); p <= left {
		return d.A + math.Sqrt(p*(d.C-d.A)*(d.B-d.A))
	}
	return d.C - math.Sqrt((1-p)*(d.C-d.A)*(d.C-d.B))
}
