package summary

import (
	"io"
	"strconv"
	"strings"

	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/plan/siting/premises"
)

// WriteText writes the premises for a person.
func (a *Premises) WriteText(w io.Writer, lang locale.Lang) error {
	t := newText(w)
	t.heading(lang.T("premises.heading", a.Name, a.AsOf))
	for _, m := range a.Modes {
		t.line("%s", wrap(lang.T("premises.mode", m.Label, m.how()), textWidth, "  "))
	}
	t.line("%s", wrap(lang.T("access.population", a.Population.Text), textWidth, ""))
	t.line("")
	if len(a.Offices) == 0 {
		t.line("%s", wrap(lang.T("premises.nothing"), textWidth, ""))
	}
	for i := range a.Offices {
		a.Offices[i].writeText(t, lang, a)
	}
	return t.err
}

// how says what the times of a mode rest on: the notes say it of an estimate, and of a
// mode that nothing gives times by.
func (m *PremisesMode) how() string {
	if len(m.Notes) > 0 && (m.IsEstimate || !m.Method.isKnown()) {
		return strings.Join(m.Notes, "; ")
	}
	all := []string{m.Method.Text}
	for _, g := range m.Grounds {
		all = append(all, g.Label+" "+g.Text)
	}
	return strings.Join(append(all, m.Notes...), "; ")
}

func (o *PremisesOffice) writeText(t *text, lang locale.Lang, a *Premises) {
	t.heading(o.Name)
	for i := range o.Offers {
		t.line("%s", wrap(o.sentence(lang, a, &o.Offers[i]), textWidth, "  "))
	}
	t.line("")
	o.writeTimes(t, lang, a)
	o.writeModes(t, lang, a)
	o.writeStated(t, lang)
}

// sentence says in words how far it is to an offer by each mode, and whether another
// is better.
func (o *PremisesOffice) sentence(lang locale.Lang, a *Premises, x *PremisesOffer) string {
	var by []string
	for k, m := range x.Modes {
		by = append(by, a.Modes[k].Label+" "+m.Worst.Text)
	}
	out := lang.T("premises.sentence", x.Name, strings.Join(by, ", "))
	if len(o.Targets) == 1 {
		key := "premises.sentence-one"
		if !o.Targets[0].IsArea {
			key = "premises.sentence-mean"
		}
		out = lang.T(key, x.Name, o.Targets[0].Name.Text, strings.Join(by, ", "))
	}
	if x.Lat == nil {
		return lang.T("premises.sentence-nowhere", x.Name)
	}
	if len(x.DominatedBy) > 0 {
		out += " " + lang.T("premises.sentence-dominated", strings.Join(o.names(x.DominatedBy), ", "))
	}
	return out
}

// names are the names of offers by their ids.
func (o *PremisesOffice) names(ids []string) []string {
	var out []string
	for _, id := range ids {
		for i := range o.Offers {
			if o.Offers[i].ID == id {
				out = append(out, o.Offers[i].Name)
			}
		}
	}
	return out
}

// writeTimes lays the times from each area side by side.
func (o *PremisesOffice) writeTimes(t *text, lang locale.Lang, a *Premises) {
	heads := columns(lang, "area", "list", "premises", ">distance")
	for _, m := range a.Modes {
		heads = append(heads, ">"+m.Label)
	}
	var rows [][]string
	for k := range o.Targets {
		g := &o.Targets[k]
		for i := range o.Offers {
			row := []string{"", "", o.Offers[i].Name, o.Offers[i].Targets[k].Metres.Text}
			if i == 0 {
				row[0], row[1] = g.Name.Text, g.listed(lang, a.ListYear)
			}
			for _, x := range o.Offers[i].Targets[k].Times {
				row = append(row, x.Seconds.Text)
			}
			rows = append(rows, row)
		}
	}
	t.table(heads, rows)
}

// listed says whether an area is on the list of the year, and is chosen.
func (g *PremisesTarget) listed(lang locale.Lang, year int) string {
	out := strconv.Itoa(year)
	switch {
	case !g.IsArea:
		return lang.T("premises.whole")
	case !g.Listed:
		out = lang.T("access.unlisted", year)
	}
	if g.IsCandidate {
		out = lang.T("access.candidate", out)
	}
	return out
}

// writeModes tells of all areas together, mode by mode.
func (o *PremisesOffice) writeModes(t *text, lang locale.Lang, a *Premises) {
	heads := columns(lang, "premises", "mode", ">worst", ">mean-time")
	for _, n := range premises.Minutes {
		heads = append(heads, ">"+lang.T("premises.within-column", n))
	}
	var rows [][]string
	isCutOff := false // somebody has no way there
	for i := range o.Offers {
		for k, m := range o.Offers[i].Modes {
			isCutOff = isCutOff || m.Within[0].Number.isKnown() && !m.Mean.isKnown()
			row := []string{"", a.Modes[k].Label, m.Worst.Text, m.Mean.Text}
			if k == 0 {
				row[0] = o.Offers[i].Name
			}
			for _, x := range m.Within {
				row = append(row, x.Number.Text)
			}
			rows = append(rows, row)
		}
	}
	t.table(heads, rows)
	people := lang.T("premises.people-unknown")
	if o.People.isKnown() {
		people = lang.T("premises.people-known", o.People.Text)
	}
	if isCutOff {
		people += " " + lang.T("premises.cut-off")
	}
	t.line("%s", wrap(people, textWidth, ""))
	t.line("")
}

// writeStated shows what is stated of each offer beside the times, and what dominates it.
func (o *PremisesOffice) writeStated(t *text, lang locale.Lang) {
	var rows [][]string
	for i := range o.Offers {
		x := &o.Offers[i]
		precision, dominated := x.Precision, "–"
		if l, ok := premises.PrecisionOf(precision).(figure.Label); ok {
			precision = lang.Label(l)
		} else if precision == "" {
			precision = lang.T("unknown")
		}
		if len(x.DominatedBy) > 0 {
			dominated = strings.Join(o.names(x.DominatedBy), ", ")
		}
		rows = append(rows, []string{x.Name, x.SquareMetres.Text, x.Rent.Text, x.Available.Text, x.Rebuild.Text, precision, dominated})
	}
	t.table(columns(lang, "premises", ">square-metres", ">rent", "available", "rebuild", "precision", "dominated"), rows)
	t.line("%s", wrap(lang.T("premises.dominated-note"), textWidth, ""))
	t.line("")
}
