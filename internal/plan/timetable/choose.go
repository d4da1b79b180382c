package timetable

import (
	"cmp"
	"slices"

	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/schedule"
)

// fits says whether a duration holds for a project whose office is of one of
// types (none: nothing is said): it names all of them, or no type at all. A
// condition that nobody has stated does not hold.
func fits(d *programme.Duration, p *programme.Project, types []programme.TypeID) bool {
	if !d.Working.IsKnown() {
		return false
	}
	for _, c := range d.When {
		if condition(p, c) != programme.Yes {
			return false
		}
	}
	if len(d.Types) == 0 {
		return true
	}
	return len(types) > 0 && !slices.ContainsFunc(types, func(t programme.TypeID) bool { return !slices.Contains(d.Types, t) })
}

func condition(p *programme.Project, c programme.Condition) programme.Tri {
	switch c {
	case programme.WithCoLocation:
		return p.CoLocation
	case programme.WithPermit:
		return p.Permit
	case programme.WithRebuild:
		return p.Rebuild
	}
	return programme.Unknown
}

// choose returns the position in Snapshot.Durations of the most specific entry
// that fits, −1 if none: one that names the type before one that does not, then
// the one with more conditions, then the one known later, then the one written later.
func choose(x *programme.Index, entries []int, p *programme.Project, types []programme.TypeID) int {
	best := -1
	for _, i := range entries {
		if fits(&x.S.Durations[i], p, types) && (best < 0 || compareDurations(x, i, best) >= 0) {
			best = i
		}
	}
	return best
}

func compareDurations(x *programme.Index, i, j int) int {
	a, b := &x.S.Durations[i], &x.S.Durations[j]
	return cmp.Or(
		cmp.Compare(min(len(a.Types), 1), min(len(b.Types), 1)),
		cmp.Compare(len(a.When), len(b.When)),
		cmp.Compare(knownFrom(x, a.Provenance), knownFrom(x, b.Provenance)),
	)
}

// unclear lists the conditions that the durations name and nobody has stated for a project.
func unclear(x *programme.Index, p *programme.Project) []programme.Condition {
	var out []programme.Condition
	for i := range x.S.Durations {
		for _, c := range x.S.Durations[i].When {
			if condition(p, c) == programme.Unknown && !slices.Contains(out, c) {
				out = append(out, c)
			}
		}
	}
	return out
}

// durationsByStage groups the positions of durations by activity.
func durationsByStage(x *programme.Index, p *process) [][]int {
	out := make([][]int, len(p.stages))
	for i := range x.S.Durations {
		if at, ok := p.byID[x.S.Durations[i].Activity]; ok {
			out[at] = append(out[at], i)
		}
	}
	return out
}

// distribution gives the engine's form of a duration.
func distribution(d programme.Distribution) schedule.Distribution {
	switch d.Shape {
	case programme.Triangular:
		return schedule.Triangular(d.A, d.B, d.C)
	case programme.LogNormal:
		return schedule.LogNormal(d.A, d.B)
	}
	return schedule.Fixed(int32(d.A + 0.5))
}
