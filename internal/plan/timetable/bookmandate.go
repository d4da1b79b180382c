package timetable

import (
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
)

// tally counts the projects of a round or mandate that are in some state, one by
// one, so that each can be looked up.
func (b book) tally(f *figure.Figure, of func(*Project) bool, field string) bool {
	is, at := tallies(field)
	if is == nil {
		return false
	}
	f.Value, f.Rule = figure.OfCount(0), figure.Number
	for i := range b.t.Projects {
		if p := &b.t.Projects[i]; of(p) && is(p) {
			f.Inputs = append(f.Inputs, p.At(at))
		}
	}
	f.Value = figure.OfCount(len(f.Inputs))
	return true
}

// tallies says what a field counts, and which figure of a project shows it.
func tallies(field string) (is func(*Project) bool, at string) {
	switch field {
	case "opened":
		return func(p *Project) bool { return p.State == Opened }, "opened"
	case "closed":
		return func(p *Project) bool { return p.Standing() == Closed }, "state"
	case "closing":
		return func(p *Project) bool { return p.Standing() == Closing }, "state"
	case "stale":
		return func(p *Project) bool { return p.Stale }, "reported"
	}
	return nil, ""
}

var tallyFields = []string{"opened", "closed", "closing", "stale"}

func (b book) mandate(f *figure.Figure, id programme.MandateID, field string) bool {
	facts, _ := b.t.facts.Mandate(id)
	if facts == nil {
		return false
	}
	f.Label = figure.Label{Key: "timetable.mandate." + field, Args: []any{facts.Title}}
	return b.tally(f, func(p *Project) bool { return p.Mandate == id }, field)
}
