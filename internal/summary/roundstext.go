package summary

import (
	"io"
	"slices"
	"strings"

	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan/siting/rounds"
	"github.com/etablera/etablera/internal/programme"
)

// WriteText writes the rounds for a person.
func (a *Rounds) WriteText(w io.Writer, lang locale.Lang) error {
	t := newText(w)
	t.heading(lang.T("rounds.heading", a.Name, a.AsOf))
	for _, n := range a.Notes {
		t.line("%s", wrap(lang.T("explain.note", n), textWidth, ""))
	}
	t.line("")
	a.writeSizes(t, lang)
	a.writeOwn(t, lang)
	a.writeGoals(t, lang)
	a.writeDivisions(t, lang)
	for k := range a.Judgements {
		a.writeJudgement(t, lang, &a.Judgements[k])
	}
	a.writeOffices(t, lang)
	a.Curve.write(t, lang)
	return t.err
}

func (a *Rounds) writeSizes(t *text, lang locale.Lang) {
	var rows [][]string
	for _, s := range a.Sizes {
		allowed := plain(s.Least)
		if s.Least.Text != s.Most.Text {
			allowed += "–" + plain(s.Most)
		}
		rows = append(rows, []string{s.Name, plain(s.Own), allowed, s.Capacity.Text})
	}
	t.table(columns(lang, "round", ">own", ">allowed", ">capacity"), rows)
}

// writeOwn sets the own division's categories and counties against their shares.
func (a *Rounds) writeOwn(t *text, lang locale.Lang) {
	t.heading(lang.T("rounds.own"))
	heads, rows := columns(lang, "category"), [][]string{}
	for k := range a.Sizes {
		heads = append(heads, ">"+a.Sizes[k].Name, ">"+lang.T("column.share"))
	}
	own := &a.Divisions[0]
	for c := range own.Rounds[0].Categories {
		row := []string{own.Rounds[0].Categories[c].Name}
		for _, part := range own.Rounds {
			row = append(row, plain(part.Categories[c].Count), part.Categories[c].Share.Text)
		}
		rows = append(rows, row)
	}
	row := []string{lang.T("rounds.counties-row")}
	for _, part := range own.Rounds {
		row = append(row, plain(part.Counties), "")
	}
	t.table(heads, append(rows, row))
	t.line("%s", wrap(lang.T("rounds.own-note"), textWidth, ""))
	t.line("")
}

func (a *Rounds) writeGoals(t *text, lang locale.Lang) {
	t.heading(lang.T("rounds.goals"))
	var rows [][]string
	for _, g := range a.Goals {
		if g.Found {
			rows = append(rows, []string{g.Label, a.Divisions[0].value(g.Goal).Text, g.Value.Text, g.Bound.Text, g.Gap.Text})
		}
	}
	t.table(columns(lang, "goal", ">own", ">best", ">bound", ">gap"), rows)
	for _, g := range a.Goals {
		t.line("%s", wrap(lang.T("rounds.plain."+g.Goal), textWidth, "  "))
		if !g.Known {
			t.line("%s", wrap("  "+lang.T("rounds.not-known", g.Why), textWidth, "  "))
		}
	}
	t.line("%s", wrap(lang.T("rounds.goals-note"), textWidth, ""))
	t.line("")
}

func (d *RoundsDivision) value(goal string) Figure {
	for _, v := range d.Values {
		if v.Goal == goal {
			return v.Value
		}
	}
	return Figure{}
}

// letters names divisions that differ; the same division has one letter whatever it is
// best for.
func (a *Rounds) letters() (of []int, first []int) {
	for k := range a.Divisions {
		at := slices.IndexFunc(first, func(f int) bool { return slices.Equal(a.Divisions[f].Offices, a.Divisions[k].Offices) })
		if at < 0 {
			at = len(first)
			first = append(first, k)
		}
		of = append(of, at)
	}
	return of, first
}

func letter(k int) string {
	if k < 26 {
		return string(rune('A' + k))
	}
	return letter(k/26-1) + letter(k%26)
}

func (a *Rounds) writeDivisions(t *text, lang locale.Lang) {
	t.heading(lang.T("rounds.divisions"))
	of, first := a.letters()
	heads := columns(lang, "division", ">imbalance", ">counties-missing", ">mean-time", ">areas-wait", ">moved")
	withOpen := a.Divisions[0].Rounds[0].P50.isKnown()
	for k := range a.Sizes {
		if withOpen {
			heads = append(heads, ">"+lang.T("rounds.open-column", a.Sizes[k].Name))
		}
	}
	var rows [][]string
	for at, k := range first {
		d := &a.Divisions[k]
		row := []string{letter(at)}
		for _, v := range d.Values {
			row = append(row, v.Value.Text)
		}
		row = append(row, plain(d.Moved))
		for _, part := range d.Rounds {
			if withOpen {
				row = append(row, part.P50.Text)
			}
		}
		rows = append(rows, row)
	}
	t.table(heads, rows)
	for at := range first {
		t.line("%s", wrap(letter(at)+"  "+strings.Join(a.legend(lang, of, at), "; "), textWidth, "   "))
	}
	t.line("")
}

// legend says what a division is: the own, best for some goals, or named by a judgement.
func (a *Rounds) legend(lang locale.Lang, of []int, at int) []string {
	var out []string
	if of[0] == at {
		out = append(out, a.Divisions[0].Label)
	}
	for _, kind := range []string{"best", "least", "small"} {
		var goals []string
		for k := range a.Divisions {
			d := &a.Divisions[k]
			goal := lang.T("rounds.goal." + d.ID[strings.LastIndexByte(d.ID, '-')+1:])
			if of[k] == at && strings.HasPrefix(d.ID, kind+"-") && !slices.Contains(goals, goal) {
				goals = append(goals, goal)
			}
		}
		if len(goals) > 0 {
			out = append(out, lang.T("rounds.legend."+kind, strings.Join(goals, ", ")))
		}
	}
	return out
}

// writeJudgement says whether the own division is dominated, goal by goal, and by which
// small changes.
func (a *Rounds) writeJudgement(t *text, lang locale.Lang, j *RoundsJudgement) {
	t.heading(lang.T("rounds.judgement-" + j.Scope))
	var names []string
	for _, x := range j.Steps {
		names = append(names, x.Label)
	}
	verdict, _ := j.Verdict.Low.(string)
	t.line("%s", wrap(lang.T("rounds.says."+verdict, strings.Join(names, ", ")), textWidth, ""))
	if j.WithOpen {
		t.line("%s", wrap(lang.T("rounds.with-open", rounds.SameOpen), textWidth, ""))
	}
	var told []string
	for _, x := range j.Steps {
		switch {
		case !x.Better && x.Proven:
			t.line("%s", wrap(lang.T("rounds.step-proven", x.Label, x.Own.Text), textWidth, "  "))
		case !x.Better:
			t.line("%s", wrap(lang.T("rounds.step-open", x.Label, x.Own.Text, x.Bound.Text), textWidth, "  "))
		default:
			t.line("%s", wrap(lang.T("rounds.step-better", x.Label, x.Own.Text, x.Least.Text), textWidth, "  "))
			if x.Slower {
				t.line("%s", wrap("  "+lang.T("rounds.slower"), textWidth, "  "))
			}
		}
	}
	for _, x := range j.Steps {
		if s := a.ChangeSentence(lang, x.Smallest); x.Better && !slices.Contains(told, s) {
			told = append(told, s)
			t.line("%s", wrap(s, textWidth, ""))
		}
	}
	t.line("")
}

// ChangeSentence says what is moved between rounds from the own division to another, and
// what that changes.
func (a *Rounds) ChangeSentence(lang locale.Lang, id string) string {
	k := slices.IndexFunc(a.Divisions, func(d RoundsDivision) bool { return d.ID == id })
	if k < 0 {
		return ""
	}
	own, d := &a.Divisions[0], &a.Divisions[k]
	var moves, changes []string
	for _, s := range a.Sizes {
		var names []string
		for _, o := range d.Offices {
			if o.Round == s.Round && o.Own != s.Round {
				names = append(names, o.Name)
			}
		}
		if len(names) > 0 {
			moves = append(moves, lang.T("rounds.move", strings.Join(names, ", "), s.Name))
		}
	}
	for i, v := range d.Values {
		if before := own.Values[i].Value; before.Text != v.Value.Text {
			changes = append(changes, lang.T("rounds.change", lang.T("rounds.goal."+v.Goal), before.Text, v.Value.Text))
		}
	}
	out := lang.T("rounds.change-sentence", strings.Join(moves, "; "), strings.Join(changes, "; "))
	if found := a.counties(own, d); len(found) > 0 {
		out += " " + lang.T("rounds.counties-found", strings.Join(found, ", "))
	}
	if lost := a.counties(d, own); len(lost) > 0 {
		out += " " + lang.T("rounds.counties-lost", strings.Join(lost, ", "))
	}
	return out
}

// counties are those missing in a round of one division and not of another.
func (a *Rounds) counties(in, not *RoundsDivision) []string {
	var out []string
	for _, x := range in.Missing {
		if !slices.Contains(not.Missing, x) {
			k := slices.IndexFunc(a.Sizes, func(s RoundsSize) bool { return s.Round == x.Round })
			out = append(out, x.County+" ("+a.Sizes[k].Name+")")
		}
	}
	return out
}

// writeOffices lists the rounds of the best division for the goal asked for.
func (a *Rounds) writeOffices(t *text, lang locale.Lang) {
	k := slices.IndexFunc(a.Divisions, func(d RoundsDivision) bool { return d.ID == "best-"+a.Goal })
	if k < 0 {
		return
	}
	d := &a.Divisions[k]
	t.heading(lang.T("rounds.offices", d.Label))
	for _, s := range a.Sizes {
		t.line("%s", wrap(s.Name+": "+strings.Join(d.names(s.Round), ", ")+".", textWidth, "  "))
	}
	t.line("%s", wrap(lang.T("rounds.offices-note"), textWidth, ""))
	t.line("")
}

// names are the offices of a round; those that are in another than their own have a star.
func (d *RoundsDivision) names(round programme.RoundID) []string {
	var out []string
	for _, o := range d.Offices {
		if o.Round == round {
			name := o.Name
			if o.Own != round {
				name += "*"
			}
			out = append(out, name)
		}
	}
	return out
}
