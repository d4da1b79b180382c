package timetable

import (
	"context"
	"fmt"

	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/schedule"
	"github.com/etablera/etablera/schedule/learning"
)

// learn finds the cells, learns their durations from the outcomes, and gives every
// activity the distribution that it is drawn from. O(projects × stages), and per
// stage O(cells³) for each round of learning.
func (t *Timetable) learn(ctx context.Context, b *builder) error {
	cs := newCells(b.x, durationsByStage(b.x, b.process))
	for i := range t.Projects {
		p, d := &t.Projects[i], &b.drafts[i]
		d.drawn = make([]schedule.Distribution, len(p.Activities))
		for s := range p.Activities {
			p.Activities[s].Cell = -1
			if j := d.durations[s]; j >= 0 {
				p.Activities[s].Cell = t.cellOf(cs, p, d.facts, s, j)
			}
		}
	}
	if t.gatherOutcomes(b); b.clock.err != nil {
		return b.clock.err
	}
	for stage := range b.process.stages {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := t.learnStage(b, cs, stage); err != nil {
			return err
		}
	}
	t.drawn(b)
	return nil
}

// learnStage learns one activity of the process, and then anew for each time that
// is under way in it, with that outcome left out.
func (t *Timetable) learnStage(b *builder, cs *cells, stage int) error {
	spec := &learning.Spec{}
	var members []int
	for k := range t.Cells {
		c := &t.Cells[k]
		if c.stage != stage || c.Fixed {
			continue
		}
		members = append(members, k)
		id := cs.cell(k)
		spec.Assumptions = append(spec.Assumptions, learning.Assumption{Cell: id, Median: c.Assumed.Median, P90: c.Assumed.P90, Weight: c.Weight})
		for _, o := range c.outcomes {
			o.Cell = id
			spec.Outcomes = append(spec.Outcomes, o.Outcome)
		}
	}
	if len(members) == 0 {
		return nil
	}
	m, err := learning.Learn(spec)
	if err != nil {
		return fmt.Errorf("durations of %s: %w", b.process.stages[stage].ID, err)
	}
	finished := 0
	for _, k := range members {
		finished += t.Cells[k].Finished + t.Cells[k].Bounded
	}
	for _, k := range members {
		c := &t.Cells[k]
		l, _ := m.Cell(cs.cell(k))
		c.Learnt, c.Weights, c.Doubt = l.Learnt, l.Weights, l.Doubt
		c.Others = finished - c.Finished - c.Bounded
		if c.isLearnt() {
			c.dist = learntDistribution(l.Learnt)
		}
	}
	if !t.independent {
		b.share(t.Cells, members, cs, m)
	}
	return t.learnAlone(b, cs, spec, members)
}

// cell gives the learner's form of a cell.
func (cs *cells) cell(k int) learning.Cell {
	id := cs.ids[k]
	return learning.Cell{Activity: learning.Activity(id.stage), Type: learning.Type(id.types), Condition: learning.Condition(id.when)}
}

// learnAlone gives what is under way a distribution that it has had no part in.
func (t *Timetable) learnAlone(b *builder, cs *cells, spec *learning.Spec, members []int) error {
	type time struct {
		cell    int
		elapsed float64
	}
	alone := map[time][]outcome{}
	for _, k := range members {
		for _, o := range t.Cells[k].outcomes {
			if at := (time{k, o.Lo}); !o.IsFinished() {
				alone[at] = append(alone[at], o)
			}
		}
	}
	if len(alone) > aloneLimit {
		return nil
	}
	for at, same := range alone {
		c := &t.Cells[at.cell]
		others := &learning.Spec{Assumptions: spec.Assumptions}
		left := false
		for _, o := range spec.Outcomes {
			if !left && o.Cell == cs.cell(at.cell) && !o.IsFinished() && o.Lo == at.elapsed {
				left = true
				continue
			}
			others.Outcomes = append(others.Outcomes, o)
		}
		m, err := learning.Learn(others)
		if err != nil {
			return fmt.Errorf("durations of %s: %w", c.Stage, err)
		}
		l, _ := m.Cell(cs.cell(at.cell))
		without := Cell{Assumed: c.Assumed, Learnt: l.Learnt}
		dist := distribution(t.facts.S.Durations[c.Duration].Working)
		if without.isLearnt() {
			dist = learntDistribution(l.Learnt)
		}
		for _, o := range same {
			b.drafts[o.project].drawn[o.activity] = dist
		}
	}
	return nil
}

// learntDistribution gives the engine's form, within what the engine can hold.
func learntDistribution(l learning.LogNormal) schedule.Distribution {
	median := min(l.Median, schedule.MaxDuration/2)
	return schedule.LogNormal(median, min(l.P90, schedule.MaxDuration))
}

// drawn gives each activity the distribution of its cell, unless it has one of its
// own, and counts what rests on assumptions.
func (t *Timetable) drawn(b *builder) {
	for i := range t.Projects {
		p, d := &t.Projects[i], &b.drafts[i]
		for s := range p.Activities {
			a := &p.Activities[s]
			if a.Cell < 0 {
				// A duration that nobody has stated takes no time here; what rests on
				// it is left out of the timetable afterwards.
				d.drawn[s] = schedule.Fixed(0)
				continue
			}
			if d.drawn[s].IsZero() {
				d.drawn[s] = t.Cells[a.Cell].dist
			}
			_, left := b.clock.remaining(&d.view.stated[s], d.view.day)
			if !a.done && !left && b.process.stages[s].leads && t.isAssumed(a.Cell) {
				p.Assumed++
			}
		}
	}
}

// isAssumed says whether a cell rests on an assumption, or at least not on what is
// stated to be experience, more than on outcomes.
func (t *Timetable) isAssumed(cell int) bool {
	c := &t.Cells[cell]
	return t.facts.S.Durations[c.Duration].Basis != programme.Experience && c.Weights.Assumption > 0.5
}
