package compliance

import (
	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/plan/timetable"
	"github.com/etablera/etablera/internal/programme"
)

// settle gives the status of a clause about which offices there are, when the
// plan has the right ones: met when they are open, met by the plan while the
// mandate lasts. When its window has ended, an office of which nobody has said
// that it opened leaves the clause unknown, and one that was stated not to be
// open yet gives the status late.
func (k *check) settle(ps []*timetable.Project, late Status) {
	w := civil.Span{Last: k.m.Window.Last}
	if k.allOpened(ps) {
		k.f.Status = Met
		return
	}
	if !k.passed(w) {
		k.f.Status = MetByPlan
		return
	}
	var silent, closed []programme.Text
	for _, p := range ps {
		switch _, has := k.opened(p); {
		case has:
		case k.fate(p, w) == never:
			closed = append(closed, name(p))
		default:
			silent = append(silent, name(p))
		}
	}
	switch {
	case len(closed) > 0 && late == NotMet:
		k.f.Status = NotMet
		k.needOf("compliance.need.open", closed)
	case len(silent) > 0:
		k.f.Status = Unknown
	default:
		k.f.Status = late
	}
	k.needOf("compliance.need.say-opened", silent)
}

// stateRow says how far a project has come and when its office is expected.
func stateRow(k *check, p *timetable.Project) (key string, args []any) {
	if when, has := k.opened(p); has {
		return "compliance.row.opened", []any{when}
	}
	state := "compliance.state." + string(p.State)
	w := civil.Span{Last: k.m.Window.Last}
	switch {
	case k.passed(w) && k.fate(p, w) == unsaid:
		return "compliance.row.not-said-open", nil
	case !p.HasForecast():
		return state, nil
	}
	return state + "-expected", []any{p.Forecast.P50}
}
