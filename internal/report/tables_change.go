package report

import (
	"cmp"
	"slices"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/report/document"
	"github.com/etablera/etablera/internal/sweden"
)

// county is the county of a municipality, without the word län.
func (b *builder) county(municipality string) string {
	m, ok := sweden.MunicipalityByName(municipality)
	if !ok {
		return ""
	}
	return m.County().Short
}

// baselinePair is the last two frozen baselines, earlier first; fewer where
// there are not two.
func (b *builder) baselinePair() []*programme.Baseline {
	var out []*programme.Baseline
	for i := range b.plan.Facts.S.Baselines {
		out = append(out, &b.plan.Facts.S.Baselines[i])
	}
	slices.SortStableFunc(out, func(x, y *programme.Baseline) int { return cmp.Compare(x.Frozen, y.Frozen) })
	return out[max(0, len(out)-2):]
}

// changesTable is what differs between the last two baselines: the sizes of
// rounds, and the openings that were moved or first got a day.
func (b *builder) changesTable(string) document.Table {
	pair := b.baselinePair()
	t := document.Table{Columns: widths(b.heads("what", "before", "after"), 50, 25, 25)}
	if len(pair) < 2 {
		return t
	}
	before, after := pair[0], pair[1]
	t.Columns[1].Header = b.in(before.Name)
	t.Columns[2].Header = b.in(after.Name)
	t.Rows = append(t.Rows, row(nameCell(b.lang.T("report.frozen")), b.cell(usual, figure.FactAt("baselines", before.ID, "frozen")),
		b.cell(usual, figure.FactAt("baselines", after.ID, "frozen"))))
	for i, r := range after.Rounds {
		was := textCell("–")
		for j, q := range before.Rounds {
			if q.Round == r.Round {
				was = b.cell(usual, figure.FactAt("baselines", before.ID, "rounds", j+1, "offices"))
			}
		}
		name := string(r.Round)
		if x, _ := b.plan.Facts.Round(r.Round); x != nil {
			name = b.in(x.Name)
		}
		t.Rows = append(t.Rows, row(nameCell(b.lang.T("report.offices-of", name)), was, b.cell(usual, figure.FactAt("baselines", after.ID, "rounds", i+1, "offices"))))
	}
	for i, o := range after.Openings {
		was, same := b.earlierOpening(before, o)
		if same {
			continue
		}
		t.Rows = append(t.Rows, row(nameCell(b.projectName(o.Project)), was, b.cell(usual, figure.FactAt("baselines", after.ID, "openings", i+1, "opening"))))
	}
	return t
}

func (b *builder) earlierOpening(before *programme.Baseline, o programme.BaselineOpening) (document.Cell, bool) {
	for j, q := range before.Openings {
		if q.Project == o.Project {
			return b.cell(usual, figure.FactAt("baselines", before.ID, "openings", j+1, "opening")), q.Opening == o.Opening
		}
	}
	return textCell("–"), o.Opening == civil.Span{}
}

func (b *builder) projectName(id programme.ProjectID) string {
	if i := b.plan.Timetable.Find(id); i >= 0 {
		return b.plan.Timetable.Projects[i].Name
	}
	return string(id)
}

// staffSource says whether an office's staff can be moved from one nearby.
func (b *builder) staffSource(id programme.OfficeID) document.Cell {
	a := figure.At("staffing", "office", id, "source")
	f, ok := b.plan.Shelf.Figure(a)
	if !ok {
		return textCell("–")
	}
	bound, err := b.bindText(a, b.staffWords(f))
	if err != nil {
		b.errs = append(b.errs, err)
	}
	return document.Cell{Text: []document.Inline{bound}}
}

func (b *builder) staffWords(f figure.Figure) string {
	if !f.Value.Known {
		return b.lang.T("unknown")
	}
	return b.lang.T("staffing.source." + f.Value.Words)
}
