package summary

import (
	"io"
	"strings"

	"github.com/etablera/etablera/internal/locale"
)

// WriteText writes the siting for a person.
func (a *Siting) WriteText(w io.Writer, lang locale.Lang) error {
	t := newText(w)
	t.heading(lang.T("siting.heading", a.Name, a.AsOf))
	for _, n := range a.Notes {
		t.line("%s", wrap(lang.T("explain.note", n), textWidth, ""))
	}
	for _, o := range a.Options {
		t.line("%s", wrap(o.Label+": "+o.Text, textWidth, "  "))
	}
	var from []string
	for _, c := range a.Candidates {
		from = append(from, c.Label+": "+c.Text)
	}
	t.line("%s", wrap(strings.Join(from, ". ")+".", textWidth, ""))
	if len(a.Unbound) > 0 {
		t.line("%s", wrap(lang.T("siting.unbound", strings.Join(a.Unbound, ", ")), textWidth, ""))
	}
	t.line("")
	a.writeGoals(t, lang)
	a.writeSets(t, lang)
	a.writeRules(t, lang)
	a.writeAgainst(t, lang)
	a.writePlaces(t, lang)
	a.writeCurve(t, lang)
	return t.err
}

func (a *Siting) writeGoals(t *text, lang locale.Lang) {
	t.heading(lang.T("siting.goals"))
	var rows [][]string
	for _, g := range a.Goals {
		if g.Found {
			rows = append(rows, []string{g.Label, g.Value.Text, g.Bound.Text, g.Gap.Text})
		}
	}
	t.table(columns(lang, "goal", ">best", ">bound", ">gap"), rows)
	for _, g := range a.Goals {
		switch {
		case !g.Found && len(g.Conflict) > 0:
			t.line("%s", wrap(lang.T("siting.infeasible", a.Options[0].Text), textWidth, ""))
			for _, x := range g.Conflict {
				t.line("  %s", x.Label)
			}
			t.line("")
			return // the demands are the same for every goal
		case !g.Found:
			t.line("%s", wrap(lang.T("siting.not-found", g.Label), textWidth, ""))
			t.line("")
		}
	}
	t.line("%s", wrap(lang.T("siting.goals-note"), textWidth, ""))
	t.line("")
}

func (a *Siting) writeSets(t *text, lang locale.Lang) {
	t.heading(lang.T("siting.sets"))
	heads := columns(lang, "set", ">added", ">mean-time", ">share-near", ">beyond-near", ">beyond-far", ">areas-without", ">demands-met", ">demands-broken")
	var rows [][]string
	for _, s := range a.Sets {
		row := []string{s.Label, s.Opened.Text, s.Values[0].Value.Text, s.Share.Text}
		for _, v := range s.Values[1:] {
			row = append(row, v.Value.Text)
		}
		rows = append(rows, append(row, s.Kept.Text, s.Broken.Text))
	}
	t.table(heads, rows)
	t.line("%s", wrap(lang.T("siting.sets-note", a.Options[1].Text, a.Options[2].Text), textWidth, ""))
	t.line("")
}

// writeRules tells of the demands that some set does not surely meet, beside the
// network before, which meets none.
func (a *Siting) writeRules(t *text, lang locale.Lang) {
	for k, s := range a.Sets {
		var not, unclear []string
		for _, r := range a.Rules {
			switch r.Sets[k].Low {
			case "no":
				not = append(not, r.Label)
			case nil:
				unclear = append(unclear, r.Label)
			}
		}
		if s.ID == a.Before {
			continue
		}
		if len(not) > 0 {
			t.line("%s", wrap(lang.T("siting.broken", s.Label, strings.Join(not, "; ")), textWidth, ""))
		}
		if len(unclear) > 0 {
			t.line("%s", wrap(lang.T("siting.unclear", s.Label, strings.Join(unclear, "; ")), textWidth, ""))
		}
	}
	t.line("")
}

func (a *Siting) writeAgainst(t *text, lang locale.Lang) {
	var rows [][]string
	for _, s := range a.Sets {
		for i, x := range s.Against {
			label := ""
			if i == 0 {
				label = s.Label
			}
			rows = append(rows, []string{label, x.GroupName + ", " + x.Name, x.Gained.Text, x.Lost.Text})
		}
	}
	if len(rows) == 0 {
		return
	}
	t.heading(lang.T("siting.against"))
	t.table(columns(lang, "set", "group", ">nearer", ">further"), rows)
}

func (a *Siting) writePlaces(t *text, lang locale.Lang) {
	for _, g := range a.Goals {
		if g.Goal != a.Goal || !g.Found {
			continue
		}
		t.heading(lang.T("siting.places", g.Label))
		heads := columns(lang, "municipality", "place", "origin")
		if len(a.Stays) > 0 {
			heads = append(heads, columns(lang, ">stays")...)
		}
		var rows [][]string
		for _, p := range g.Places {
			row := []string{p.Municipality, p.Name, lang.T("siting.from." + p.From)}
			if p.Stays != nil {
				row = append(row, p.Stays.Text)
			}
			rows = append(rows, row)
		}
		t.table(heads, rows)
	}
	if len(a.Stays) > 0 {
		t.heading(lang.T("siting.stays"))
		var rows [][]string
		for _, s := range a.Stays {
			rows = append(rows, []string{s.Label, s.Same.Text})
		}
		t.table(columns(lang, "assumption", ">same"), rows)
	}
}

func (a *Siting) writeCurve(t *text, lang locale.Lang) {
	c := a.Curve
	if c == nil || len(c.Points) == 0 {
		return
	}
	t.heading(lang.T("siting.curve", c.LabelA, c.LabelB))
	var rows [][]string
	for _, p := range c.Points {
		rows = append(rows, []string{p.A.Text, p.Bound.Text, p.B.Text})
	}
	t.table([]string{">" + c.LabelA, ">" + lang.T("column.bound"), ">" + c.LabelB}, rows)
	t.line("%s", wrap(a.CurveSentence(lang), textWidth, ""))
}

// CurveSentence says what the ends of the trade-off are.
func (a *Siting) CurveSentence(lang locale.Lang) string {
	c := a.Curve
	first, last := &c.Points[0], &c.Points[len(c.Points)-1]
	return lang.T("siting.curve-sentence", c.LabelA, first.A.Text, last.A.Text, c.LabelB, first.B.Text, last.B.Text)
}
