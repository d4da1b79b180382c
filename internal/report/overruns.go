package report

import (
	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/report/document"
)

// overruns says in which years the mandate costs more than the appropriations
// that the sources state: in every case, and then in some. Empty where it never
// does, or where nobody knows. Where the openings ahead rest on statements
// that have grown old it says that instead.
func (b *builder) overruns() string {
	if len(b.years()) > 0 && b.hasStale() {
		return b.lang.T("report.costs-stale")
	}
	var always, maybe []string
	for _, y := range b.years() {
		cost, _ := b.plan.Shelf.Figure(b.costAt(y, "all"))
		money, _ := b.plan.Shelf.Figure(figure.At("economy", y, "appropriation", "total"))
		if !cost.Value.Known || !money.Value.Known {
			continue
		}
		switch {
		case cost.Value.Low > money.Value.High:
			always = append(always, b.against(y, cost.Address, money.Address))
		case cost.Value.High > money.Value.Low:
			maybe = append(maybe, b.against(y, cost.Address, money.Address))
		}
	}
	text := ""
	if len(always) > 0 {
		text = b.lang.T("report.exceeds", b.listed(always))
	}
	if len(maybe) > 0 {
		if text != "" {
			text += " "
		}
		text += b.lang.T("report.may-exceed", b.listed(maybe))
	}
	return text
}

// hasStale says whether nothing new has been stated of some office of the
// mandate that has not opened.
func (b *builder) hasStale() bool {
	for _, i := range b.roundIDs() {
		if t := b.timetableRound(b.plan.Facts.S.Rounds[i].ID); t != nil && t.Stale > 0 {
			return true
		}
	}
	return false
}

// against is a year with its cost and its appropriation.
func (b *builder) against(year string, cost, money figure.Address) string {
	show := func(a figure.Address, s locale.Style) string {
		bound, _, err := b.bind(a, s)
		if err != nil {
			b.errs = append(b.errs, err)
		}
		return b.inline(bound)
	}
	return b.lang.T("report.year-against", b.inline(document.Run{Text: year}), show(cost, locale.Style{Decimals: 0}), show(money, locale.Style{Decimals: 0}))
}

// listed joins words as a sentence does.
func (b *builder) listed(words []string) string {
	out := words[0]
	for i, w := range words[1:] {
		if i == len(words)-2 {
			out += b.lang.T("report.and") + w
		} else {
			out += ", " + w
		}
	}
	return out
}
