package report

import (
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/plan/siting/rounds"
	"github.com/etablera/etablera/internal/report/document"
)

// hasDivisions says whether the appendix tells how else the offices could have been
// divided into rounds: where it was asked for, and there are rounds to divide into.
func (b *builder) hasDivisions() bool {
	if !b.siting || b.plan.Rounds == nil {
		return false
	}
	_, err := b.plan.Rounds.Judge(b.ctx, rounds.Known)
	return err == nil && len(b.divisionGoals()) > 0
}

// divisionGoals are the goals for which a best division is found.
func (b *builder) divisionGoals() []rounds.Goal {
	var out []rounds.Goal
	for _, g := range rounds.Goals {
		if best, err := b.plan.Rounds.Best(b.ctx, g); err == nil && best.Found {
			out = append(out, g)
		}
	}
	return out
}

// divisionsTable lays the mandate's own division into rounds beside the best for each
// goal, with the bound.
func (b *builder) divisionsTable(string) document.Table {
	t := document.Table{Columns: widths(b.heads("goal", ">own-division", ">best-found", ">bound", ">gap-at-most"), 44, 14, 14, 14, 14)}
	if !b.hasDivisions() {
		return t
	}
	for _, g := range b.divisionGoals() {
		at := func(what string) document.Cell { return b.cell(usual, rounds.Segment, "best", g, what) }
		t.Rows = append(t.Rows, row(nameCell(b.lang.T("rounds.goal."+string(g))), b.cell(usual, rounds.Segment, "division", rounds.Own, g),
			at("value"), at("bound"), b.cell(hundredths, rounds.Segment, "best", g, "gap")))
	}
	return t
}

// divisionVerdict is a sentence on whether the own division is dominated, by the goals
// whose values are known.
func (b *builder) divisionVerdict() (string, error) {
	j, err := b.plan.Rounds.Judge(b.ctx, rounds.Known)
	if err != nil {
		return "", err
	}
	bound, err := b.bindText(figure.At(rounds.Segment, "verdict", rounds.Known), b.lang.T("report.division-"+string(j.Verdict)))
	if err != nil {
		return "", err
	}
	return b.inline(bound), nil
}
