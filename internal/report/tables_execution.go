package report

import (
	"cmp"
	"slices"
	"strings"

	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/plan/timetable"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/report/document"
)

// processTable is the process model.
func (b *builder) processTable(string) document.Table {
	t := document.Table{Columns: widths(b.heads("activity", "owner", "after"), 46, 22, 32)}
	for i := range b.plan.Facts.S.Process {
		s := &b.plan.Facts.S.Process[i]
		after := ""
		for j, l := range s.After {
			if j > 0 {
				after += ", "
			}
			after += b.stage(l.Stage)
		}
		t.Rows = append(t.Rows, row(nameCell(b.in(s.Name)), textCell(b.lang.T("owner."+string(s.Owner))), textCell(cmp.Or(after, "–"))))
	}
	return t
}

func (b *builder) stage(id programme.StageID) string {
	if s, _ := b.plan.Facts.Stage(id); s != nil {
		return b.in(s.Name)
	}
	return string(id)
}

// consultations are the positions of those of the report's mandate, or of none.
func (b *builder) consultations() []int {
	var out []int
	for i := range b.plan.Facts.S.Consultations {
		if c := &b.plan.Facts.S.Consultations[i]; c.Mandate == b.mandate.ID || c.Mandate == "" {
			out = append(out, i)
		}
	}
	return out
}

// consultationsTable says who was or is to be heard or told, of what, how far it has come.
func (b *builder) consultationsTable(string) document.Table {
	t := document.Table{Columns: widths(b.heads("party", "kind", "subject", "state", "held"), 26, 12, 37, 11, 14)}
	for _, i := range b.consultations() {
		c := &b.plan.Facts.S.Consultations[i]
		t.Rows = append(t.Rows, row(nameCell(upper(b.parties(c))), textCell(b.lang.T("consultation."+string(c.Kind))),
			document.Cell{Text: b.quote(b.in(c.Subject), "consultations", key(c.ID, i), "subject")}, textCell(b.lang.T("consultation-state."+string(c.State))), textCell(b.since(c))))
	}
	return t
}

func (b *builder) parties(c *programme.Consultation) string {
	s := ""
	for i, id := range c.Parties {
		if i > 0 {
			s += ", "
		}
		s += b.party(id)
	}
	if c.Every == "" {
		return s
	}
	if s != "" {
		s += ", "
	}
	s += b.lang.T("every." + string(c.Every))
	for i, id := range c.Rounds {
		if r, _ := b.plan.Facts.Round(id); r != nil {
			s += []string{" – ", ", "}[min(i, 1)] + b.in(r.Name)
		}
	}
	return s
}

// since is when a consultation was held, began, or is to begin.
func (b *builder) since(c *programme.Consultation) string {
	span := c.Held
	if !span.IsKnown() {
		span = c.Invited
	}
	if !span.First.IsKnown() || span.Last.IsKnown() {
		return b.lang.Span(span)
	}
	key := "report.since"
	if c.State == programme.ConsultationPlanned {
		key = "report.from"
	}
	return b.lang.T(key, b.lang.MonthName(span.First.Month()))
}

// risksTable lists the risks that somebody has stated.
func (b *builder) risksTable(string) document.Table {
	t := document.Table{Columns: widths(b.heads("risk", "activity", "owner", "response"), 38, 22, 14, 26)}
	for i := range b.plan.Facts.S.Risks {
		r := &b.plan.Facts.S.Risks[i]
		response := b.quote(b.in(r.Response), "risks", key(r.ID, i), "response")
		if response == nil {
			response = document.TextOf(b.lang.T("report.not-stated"))
		}
		owner := "–"
		if r.Owner != "" {
			owner = b.lang.T("owner." + string(r.Owner))
		}
		activity := "–"
		if r.Activity != "" {
			activity = b.stage(r.Activity)
		}
		t.Rows = append(t.Rows, row(document.Cell{Text: b.quote(b.in(r.Text), "risks", key(r.ID, i), "text"), Header: true}, textCell(activity), textCell(owner), document.Cell{Text: response}))
	}
	return t
}

// driver is an unfinished activity of a project with what it adds to the delay.
type driver struct {
	project *timetable.Project
	stage   *timetable.Activity
}

// drivers are the activities that drive the report's projects and delay them, at
// most one per project, greatest first. A project of which nothing new has been
// stated has none: its silence is no delay.
func (b *builder) drivers() []driver {
	var out []driver
	for i := range b.plan.Timetable.Projects {
		p := &b.plan.Timetable.Projects[i]
		if p.Mandate != b.mandate.ID || p.State == timetable.Opened {
			continue
		}
		if a := p.Driver(); a != nil && a.Excess > 0 {
			out = append(out, driver{p, a})
		}
	}
	slices.SortStableFunc(out, func(a, b driver) int { return cmp.Compare(b.stage.Excess, a.stage.Excess) })
	return out
}

// shownDrivers is how many projects the table of drivers shows.
const shownDrivers = 10

func (b *builder) driversTable(string) document.Table {
	t := document.Table{Columns: widths(b.heads("office", "activity", "owner", ">criticality", ">excess"), 28, 32, 16, 12, 12)}
	all := b.drivers()
	for _, d := range all[:min(len(all), shownDrivers)] {
		at := []any{"timetable", "project", d.project.ID, "activity", d.stage.Stage}
		t.Rows = append(t.Rows, row(nameCell(d.project.Name), textCell(b.stage(d.stage.Stage)), textCell(b.lang.T("owner."+string(d.stage.Owner))),
			b.cell(percent, append(at, "criticality")...), b.cell(bare, append(at, "excess")...)))
	}
	var notes []string
	if len(all) > shownDrivers {
		notes = append(notes, b.lang.T("report.drivers-note"))
	}
	if slices.ContainsFunc(b.plan.Timetable.Projects, func(p timetable.Project) bool { return p.Mandate == b.mandate.ID && p.Stale }) {
		notes = append(notes, b.lang.T("report.drivers-stale"))
	}
	if len(notes) > 0 {
		t.Note = document.TextOf(strings.Join(notes, " "))
	}
	return t
}

// assumed lists the positions of durations that somebody has assumed.
func (b *builder) assumed() []int {
	var out []int
	for i := range b.plan.Facts.S.Durations {
		if b.plan.Facts.S.Durations[i].Basis == programme.Assumption {
			out = append(out, i)
		}
	}
	return out
}

func (b *builder) assumptionsTable(string) document.Table {
	t := document.Table{Columns: widths(b.heads("applies", "distribution", "reason"), 28, 26, 46)}
	last := ""
	for _, i := range b.assumed() {
		d := &b.plan.Facts.S.Durations[i]
		if name := b.stage(d.Activity); name != last {
			t.Rows = append(t.Rows, groupRow(name))
			last = name
		}
		dist, err := b.bindText(figure.FactAt("durations", i+1, "working-days"), b.distribution(d.Working))
		if err != nil {
			b.errs = append(b.errs, err)
		}
		t.Rows = append(t.Rows, row(nameCell(upper(b.applies(d))), document.Cell{Text: []document.Inline{dist}}, document.Cell{Text: b.quote(b.in(d.Reason), "durations", i+1, "reason")}))
	}
	return t
}

// distribution writes a duration as people say it.
func (b *builder) distribution(d programme.Distribution) string {
	n := func(x float64) string { return b.lang.Decimal(x, 0) }
	switch d.Shape {
	case programme.Fixed:
		return n(d.A)
	case programme.Triangular:
		return b.lang.T("report.triangular", n(d.A), n(d.B), n(d.C))
	case programme.LogNormal:
		return b.lang.T("report.lognormal", n(d.A), n(d.B))
	}
	return b.lang.T("unknown")
}

// applies says for which types and conditions a duration holds.
func (b *builder) applies(d *programme.Duration) string {
	s := ""
	add := func(part string) {
		if s != "" {
			s += ", "
		}
		s += part
	}
	for _, id := range d.Types {
		if t, _ := b.plan.Facts.Type(id); t != nil {
			add(lower(b.in(t.Name)))
		}
	}
	for _, c := range d.When {
		add(b.lang.T("condition." + string(c)))
	}
	if s == "" {
		return b.lang.T("report.all-offices")
	}
	return s
}
