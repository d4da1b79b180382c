package summary

import (
	"fmt"
	"io"
	"strings"

	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan/compliance"
	"github.com/etablera/etablera/internal/plan/timetable"
)

// marks are the signs of statuses where colour is not to be had.
var marks = map[compliance.Status]string{
	compliance.Met: "●", compliance.MetByPlan: "◐", compliance.AtRisk: "▲", compliance.NotMet: "✕", compliance.Unknown: "?", compliance.NotDue: "○",
}

// WriteText writes the plan for a person.
func (p *Plan) WriteText(w io.Writer, lang locale.Lang) error {
	t := newText(w)
	t.heading(lang.T("plan.heading", p.Name, p.AsOf))
	t.line("%s", lang.T("plan.simulation", lang.Int(int64(p.Runs)), fmt.Sprint(p.Seed)))
	t.line("")
	for _, n := range p.Network {
		t.line("%s: %s", n.Label, n.Text)
	}
	if len(p.Network) > 0 {
		t.line("")
	}
	p.writeRounds(t, lang)
	p.writeProjects(t, lang)
	p.writeYears(t, lang)
	t.heading(lang.T("plan.clauses"))
	if len(p.Clauses.Findings) == 0 {
		t.line("%s", lang.T("plan.no-clauses"))
	}
	for _, s := range compliance.Statuses {
		if n := p.Clauses.Counts[s]; n > 0 {
			t.line("%s %3d  %s", marks[s], n, lang.T("status."+string(s)))
		}
	}
	return t.err
}

func (p *Plan) writeRounds(t *text, lang locale.Lang) {
	if len(p.Rounds) == 0 {
		return
	}
	t.heading(lang.T("plan.rounds"))
	var rows [][]string
	var stale []string
	for _, r := range p.Rounds {
		all, last := r.AllInWindow.Text, r.LastOpening.Text
		if n, _ := r.Stale.Low.(int64); n > 0 {
			all, last = "–", "–"
			stale = append(stale, lang.T("plan.round-stale", r.Name, r.Offices.Text, r.Opened.Text, r.Stale.Text, timetable.StaleDays))
		}
		rows = append(rows, []string{r.Name, r.Offices.Text, r.Window, r.InWindow.Text, all, last,
			r.Establishment.Text, r.Running.Text, r.Officers.Text})
	}
	t.table(columns(lang, "round", ">offices", "window", ">in-window", ">all-in-window", "last", ">establishment", ">running-year", ">officers"), rows)
	for i := range p.Rounds {
		// With one office there is nothing to merge.
		if r := &p.Rounds[i]; r.Best.isKnown() && r.Stale.Low == int64(0) && r.Offices.Low != int64(1) && r.Opened.Low != r.Offices.Low {
			stale = append(stale, lang.T("plan.merge", r.Name, r.AllInWindow.Text, r.Best.Text, r.Weakest.Text))
		}
	}
	for _, s := range stale {
		t.line("%s", wrap(s, 110, ""))
	}
	if len(stale) > 0 {
		t.line("")
	}
}

func (p *Plan) writeProjects(t *text, lang locale.Lang) {
	if len(p.Projects) == 0 {
		return
	}
	t.heading(lang.T("plan.openings"))
	names := map[string]string{}
	for _, r := range p.Rounds {
		names[string(r.ID)] = r.Name
	}
	heads := columns(lang, "office", "state", "baseline", "p10", "p50", "p80", "p90", ">late", "driver")
	var rows [][]string
	round := ""
	for i := range p.Projects {
		x := &p.Projects[i]
		if name := names[string(x.Round)]; name != round {
			round = name
			rows = append(rows, []string{name, "", "", "", "", "", "", "", ""})
		}
		rows = append(rows, []string{"  " + x.Office, lang.T("state." + string(x.State)), x.Baseline,
			x.P10.Text, x.P50.Text, x.P80.Text, x.P90.Text, x.late(), x.drivenBy(lang)})
	}
	t.table(heads, rows)
	t.line("%s", wrap(lang.T("plan.openings-note"), textWidth, ""))
	t.line("")
}

// late writes the deviation of a project with its sign, a range with an en dash
// between its ends.
func (x *Project) late() string {
	switch {
	case x.Late != nil:
		return strings.Replace(fmt.Sprintf("%+d", *x.Late), "-", "−", 1)
	case x.Deviation != nil:
		return x.Deviation.Text
	}
	return ""
}

// remark is what must be known beside a forecast: how old it is, what has been
// announced, and when the office closed or is to.
func (x *Project) remark(lang locale.Lang) string {
	var out []string
	switch x.State {
	case timetable.NotStarted, timetable.Underway:
		if x.Announced.isKnown() {
			out = append(out, lang.T("plan.announced", x.Announced.Text))
		}
		if x.Stale {
			out = append(out, lang.T("plan.stale", x.Reported))
		}
	case timetable.Closed, timetable.Closing:
		key := "plan.closed"
		if x.State == timetable.Closing {
			key = "plan.closing"
		}
		if x.Closed.isKnown() {
			out = append(out, lang.T(key, x.Closed.Text))
		}
	}
	return strings.Join(out, "; ")
}

// widestDriver bounds the name of an activity in a line of a terminal.
const widestDriver = 22

// drivenBy names what decides the opening and, after it, what is to be remarked.
func (x *Project) drivenBy(lang locale.Lang) string {
	return strings.TrimLeft(strings.TrimRight(short(x.DrivenByName, widestDriver)+"; "+x.remark(lang), "; "), "; ")
}

func (p *Plan) writeYears(t *text, lang locale.Lang) {
	if len(p.Years) == 0 {
		return
	}
	t.heading(lang.T("plan.money"))
	var rows [][]string
	for _, y := range p.Years {
		rows = append(rows, []string{fmt.Sprint(y.Year), y.Establishment.Text, y.Running.Text, y.All.Text, y.P80.Text, y.Appropriation.Text, y.Balance.Text})
	}
	t.table(columns(lang, "year", ">establishment", ">running", ">all", ">cost-p80", ">appropriation", ">balance"), rows)
	t.line("%s", wrap(lang.T("plan.money-note"), textWidth, ""))
}

// columns looks up the heads of a table; ">" before a name sets it flush right.
func columns(lang locale.Lang, names ...string) []string {
	out := make([]string, len(names))
	for i, n := range names {
		name, right := strings.CutPrefix(n, ">")
		out[i] = lang.T("column." + name)
		if right {
			out[i] = ">" + out[i]
		}
	}
	return out
}

// write writes the compliance matrix, clause by clause, with what counts
// against each and what would change it.
func (m *Matrix) write(t *text, lang locale.Lang) {
	t.heading(lang.T("check.matrix"))
	for _, f := range m.Findings {
		head := fmt.Sprintf("%s %s", marks[f.Status], f.StatusText)
		if f.Probability != nil {
			head += " (" + lang.Percent(*f.Probability, 0) + ")"
		}
		t.line("%s", wrap(fmt.Sprintf("%s  %s/%s – %s", head, f.Mandate, f.Clause, f.Text), 110, "    "))
		if f.Required != "" {
			t.line("    %s", lang.T("check.required", f.Required, f.Measured))
		}
		if f.Reading != "" {
			t.line("    %s", wrap(lang.T("check.reading", f.Reading), 106, "    "))
		}
		m.against(t, lang, f)
		for _, n := range f.Needs {
			t.line("    → %s", wrap(n, 104, "      "))
		}
	}
}

// shownAgainst bounds the rows of evidence printed under a clause.
const shownAgainst = 6

func (m *Matrix) against(t *text, lang locale.Lang, f Finding) {
	n := 0
	for _, e := range f.Evidence {
		if e.For == "yes" {
			continue
		}
		if n++; n <= shownAgainst {
			sign := "?"
			if e.For == "no" {
				sign = "✕"
			}
			t.line("    %s %s", sign, wrap(strings.TrimLeft(e.Subject+": "+e.What, ": "), 104, "      "))
		}
	}
	if n > shownAgainst {
		t.line("    %s", lang.T("check.more", n-shownAgainst))
	}
}
