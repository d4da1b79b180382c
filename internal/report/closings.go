package report

import (
	"strings"

	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/plan/timetable"
	"github.com/etablera/etablera/internal/report/document"
)

// closings says which of the offices that the report's mandate has opened have
// closed since, and which are to; nothing where all stay.
func (b *builder) closings() (string, error) {
	var out []string
	for _, state := range []timetable.State{timetable.Closed, timetable.Closing} {
		var offices []string
		for i := range b.plan.Timetable.Projects {
			p := &b.plan.Timetable.Projects[i]
			if p.Mandate != b.mandate.ID || p.Standing() != state {
				continue
			}
			name := b.plain(p.Name)
			if p.Closed.IsKnown() {
				name += " " + b.inline(b.closedOn(p))
			}
			offices = append(offices, name)
		}
		if len(offices) == 0 {
			continue
		}
		at := string(figure.At(timetable.Segment, "mandate", b.mandate.ID, string(state)))
		n, err := b.fig(at)
		if err != nil {
			return "", err
		}
		key := "report.offices-" + string(state)
		out = append(out, b.lang.T(b.noun(at, key+"-one", key), n, strings.Join(offices, ", ")))
	}
	return strings.Join(out, " "), nil
}

// closedOn is the day on which an office closed or is to close, as exactly as it
// is known.
func (b *builder) closedOn(p *timetable.Project) document.Bound {
	shown := b.lang.Span(p.Closed)
	if p.Closed.IsExact() {
		shown = b.lang.LongDate(p.Closed.First)
	}
	bound, err := b.bindText(p.At("closed"), shown)
	if err != nil {
		b.errs = append(b.errs, err)
	}
	return bound
}
