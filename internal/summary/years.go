package summary

import (
	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan"
)

// Year is the money of a year in brief. A sum with a part that nobody knows is
// null; its text then says the least that it can be, where some of it is known.
type Year struct {
	Year          int    `json:"year"`
	Establishment Figure `json:"establishment"`
	Running       Figure `json:"running"`
	All           Figure `json:"all"`
	P80           Figure `json:"p80"`
	Appropriation Figure `json:"appropriation"`
	Balance       Figure `json:"balance"`
}

// yearsOf sums up the money of every year of the plan.
func yearsOf(p *plan.Plan, lang locale.Lang) []Year {
	var out []Year
	// A table of years is read across: one decimal is enough.
	style := locale.Style{Decimals: 1}
	for _, period := range p.Economy.Years() {
		of := func(what ...any) Figure {
			return figureAs(p, lang, style, append([]any{"economy", period}, what...)...)
		}
		cost := func(kind string) Figure {
			f := of(kind, "total")
			if known := of(kind, "total", "known"); f.Low == nil && known.Low != nil && known.Low != int64(0) {
				f.Text = lang.T("plan.at-least", known.Text)
			}
			return f
		}
		out = append(out, Year{Year: period.Year, Establishment: cost("establishment"), Running: cost("running"), All: cost("all"),
			P80: of("all", "total", "p80"), Appropriation: of("appropriation", "total"), Balance: of("balance")})
	}
	return out
}
