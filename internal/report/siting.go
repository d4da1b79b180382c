package report

import (
	"errors"
	"slices"
	"strings"

	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/plan/siting"
	"github.com/etablera/etablera/internal/report/document"
)

// hasSiting says whether the appendix on other places was asked for and has
// anything to say: the mandate has offices of its own, and some goal a best set.
func (b *builder) hasSiting() bool {
	return b.siting && b.plan.Siting != nil && b.plan.Siting.Own() != "" && len(b.sitingGoals()) > 0
}

// searchSites solves every goal, so that the figures are there when the template asks.
func (b *builder) searchSites() error {
	for _, g := range siting.Goals {
		_, err := b.plan.Siting.Best(b.ctx, g)
		var unnumbered siting.NoNumberError
		if errors.As(err, &unnumbered) {
			return nil // nobody has said how many offices to open: there is nothing to search for
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// sitingGoals are the goals with a best set.
func (b *builder) sitingGoals() []siting.Goal {
	var out []siting.Goal
	for _, g := range siting.Goals {
		if _, ok := b.plan.Shelf.Figure(figure.At(siting.Segment, "best", g, "value")); ok {
			out = append(out, g)
		}
	}
	return out
}

// sitingTable lays beside each other, goal by goal, the network without the mandate's
// offices, with them, the best set found, and the bound that nothing can beat.
func (b *builder) sitingTable(string) document.Table {
	t := document.Table{Columns: widths(b.heads("goal", ">without-offices", ">own-offices", ">best-found", ">bound", ">gap-at-most"), 30, 12, 22, 13, 13, 10)}
	if !b.hasSiting() {
		return t
	}
	s := b.plan.Siting
	for _, g := range b.sitingGoals() {
		style := sitingStyle(g)
		t.Rows = append(t.Rows, row(nameCell(b.sitingGoal(g)), b.cell(style, siting.Segment, "set", s.Before(), g), b.cell(style, siting.Segment, "set", s.Own(), g),
			b.cell(style, siting.Segment, "best", g, "value"), b.cell(style, siting.Segment, "best", g, "bound"), b.cell(hundredths, siting.Segment, "best", g, "gap")))
	}
	t.Note = document.TextOf(b.lang.T("report.siting-note"))
	return t
}

// sitingCostsTable shows what the choice for one goal costs in the others that say who
// reaches an office, a row for each set.
func (b *builder) sitingCostsTable(string) document.Table {
	return b.setsTable(siting.Mean, siting.Within, siting.Far, siting.Worst, siting.Areas)
}

// sitingMoneyTable shows the same for what the sets cost and when they open.
func (b *builder) sitingMoneyTable(string) document.Table {
	return b.setsTable(siting.Cost, siting.Time)
}

// setsTable has a row for the mandate's own offices and each best set, and a column for
// each of these goals that has been searched.
func (b *builder) setsTable(goals ...siting.Goal) document.Table {
	if !b.hasSiting() {
		return document.Table{}
	}
	chosen := b.sitingGoals()
	goals = slices.DeleteFunc(goals, func(g siting.Goal) bool { return !slices.Contains(chosen, g) })
	heads := []string{"chosen-for"}
	for _, g := range goals {
		heads = append(heads, ">goal-"+string(g))
	}
	t := document.Table{Columns: widths(b.heads(heads...), 28)}
	add := func(name, set string) {
		cells := []document.Cell{nameCell(name)}
		for _, g := range goals {
			cells = append(cells, b.cell(sitingStyle(g), siting.Segment, "set", set, g))
		}
		t.Rows = append(t.Rows, row(cells...))
	}
	add(b.lang.T("report.own-offices"), b.plan.Siting.Own())
	for _, g := range chosen {
		add(b.lang.T("report.goal."+string(g)), siting.BestID(g))
	}
	return t
}

// sitingPlacesTable lists the places of the best sets, each with the goals that choose it.
func (b *builder) sitingPlacesTable(string) document.Table {
	t := document.Table{Columns: widths(b.heads("chosen-place", "kind-of-place", "goals-choosing"), 33, 20, 47)}
	if !b.hasSiting() {
		return t
	}
	var names []document.Inline
	var kinds []string
	at, by := map[string]int{}, [][]string{}
	for _, g := range b.sitingGoals() {
		best, err := b.plan.Siting.Best(b.ctx, g)
		if err != nil {
			b.errs = append(b.errs, err)
			return t
		}
		for n, p := range best.Places {
			k, ok := at[p.Key]
			if !ok {
				bound, _, err := b.bind(figure.At(siting.Segment, "best", g, "place", n+1, "name"), usual)
				if err != nil {
					b.errs = append(b.errs, err)
				}
				k = len(names)
				at[p.Key], names, by, kinds = k, append(names, bound), append(by, nil), append(kinds, b.lang.T("report.place-"+string(p.From)))
			}
			by[k] = append(by[k], b.lang.T("report.goal."+string(g)))
		}
	}
	for k, name := range names {
		t.Rows = append(t.Rows, row(document.Cell{Text: []document.Inline{name}, Header: true}, textCell(kinds[k]), textCell(strings.Join(by[k], ", "))))
	}
	return t
}

// sitingStyle writes money in whole millions, so that a row finds room on a page.
func sitingStyle(g siting.Goal) locale.Style {
	if g == siting.Cost {
		return locale.Style{Decimals: 0}
	}
	return usual
}

func (b *builder) sitingGoal(g siting.Goal) string { return b.lang.Label(b.plan.Siting.GoalLabel(g)) }
