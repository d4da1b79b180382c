package summary

import "github.com/etablera/etablera/internal/locale"

// write writes a trade-off, where one was asked for and there is any.
func (c *SitingCurve) write(t *text, lang locale.Lang) {
	if c == nil || len(c.Points) == 0 {
		return
	}
	t.heading(lang.T("siting.curve", c.LabelA, c.LabelB))
	var rows [][]string
	for _, p := range c.Points {
		rows = append(rows, []string{p.A.Text, p.Bound.Text, p.B.Text})
	}
	t.table([]string{">" + c.LabelA, ">" + lang.T("column.bound"), ">" + c.LabelB}, rows)
	t.line("%s", wrap(c.Sentence(lang), textWidth, ""))
}

// Sentence says what the ends of the trade-off are, or that there is none.
func (c *SitingCurve) Sentence(lang locale.Lang) string {
	first, last := &c.Points[0], &c.Points[len(c.Points)-1]
	if len(c.Points) == 1 {
		return lang.T("siting.no-tradeoff", c.LabelA, first.A.Text, c.LabelB, first.B.Text)
	}
	return lang.T("siting.curve-sentence", c.LabelA, first.A.Text, last.A.Text, c.LabelB, first.B.Text, last.B.Text)
}
