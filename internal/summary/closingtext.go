package summary

import (
	"io"
	"strings"

	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan/coverage"
	"github.com/etablera/etablera/internal/plan/siting/closing"
	"github.com/etablera/etablera/internal/programme"
)

// WriteText writes the closings for a person.
func (a *Closing) WriteText(w io.Writer, lang locale.Lang) error {
	t := newText(w)
	t.heading(lang.T("closing.heading", a.Name, a.On))
	for _, n := range a.Notes {
		t.line("%s", wrap(lang.T("explain.note", n), textWidth, ""))
	}
	for _, o := range append(a.Network[:len(a.Network):len(a.Network)], a.Options...) {
		t.line("%s", wrap(o.Label+": "+o.Text, textWidth, "  "))
	}
	var stages, needs []string
	for n, s := range a.Stages {
		stages = append(stages, lang.T("closing.stage-line", n+1, s.Last.Text))
	}
	t.line("%s", wrap(lang.T("closing.stages", strings.Join(stages, ", ")), textWidth, "  "))
	for _, n := range a.Needs {
		needs = append(needs, lang.T("closing.need-line", n.Year, n.Amount.Text))
	}
	if len(needs) > 0 {
		t.line("%s", wrap(lang.T("closing.needs", strings.Join(needs, ", ")), textWidth, "  "))
	}
	t.line("")
	a.writeGoals(t, lang)
	a.writeSets(t, lang)
	a.writeLosers(t, lang)
	for n := range a.Sets {
		if a.Sets[n].Goal == a.Goal {
			a.Sets[n].write(t, lang, a)
		}
	}
	return t.err
}

func (a *Closing) writeGoals(t *text, lang locale.Lang) {
	t.heading(lang.T("closing.goals"))
	var rows [][]string
	certificates := 0
	for _, g := range a.Goals {
		if g.Found {
			rows = append(rows, []string{g.Label, g.Value.Text, g.Bound.Text, g.Gap.Text})
			certificates += g.Certificates
		}
	}
	if len(rows) > 0 {
		t.table(columns(lang, "goal", ">best", ">bound", ">gap"), rows)
	}
	said := map[string]bool{}
	for _, g := range a.Goals {
		if g.Found {
			continue
		}
		why := lang.T("closing.not-found", g.Label)
		var asks []string
		for _, x := range g.Conflict {
			asks = append(asks, "  "+x.Label)
		}
		if len(asks) > 0 {
			why = lang.T("closing.infeasible")
		}
		if key := why + strings.Join(asks, "\n"); !said[key] {
			said[key] = true
			t.line("%s", wrap(why, textWidth, ""))
			for _, x := range asks {
				t.line("%s", x)
			}
			t.line("")
		}
	}
	if len(rows) > 0 {
		t.line("%s", wrap(lang.T("closing.goals-note", certificates), textWidth, ""))
		t.line("")
	}
}

// writeSets lays the sets side by side: every goal, offices in common and money.
func (a *Closing) writeSets(t *text, lang locale.Lang) {
	if len(a.Sets) == 0 {
		return
	}
	t.heading(lang.T("closing.sets"))
	var rows [][]string
	heads := columns(lang, "set", ">extra-minutes", ">beyond", ">areas-lost", ">worst-county")
	for _, n := range a.Sets[0].Saved {
		heads = append(heads, ">"+lang.T("closing.saved-in", n.Year))
	}
	for _, s := range a.Sets {
		row := []string{lang.T("closing.set-of", lang.T("closing.short."+s.Goal))}
		for _, v := range s.Values {
			row = append(row, v.Value.Text)
		}
		for _, n := range s.Saved {
			row = append(row, n.Amount.Text)
		}
		rows = append(rows, row)
	}
	t.table(heads, rows)
	t.line("%s", wrap(lang.T("closing.sets-note"), textWidth, ""))
	var moved []string
	for _, s := range a.Sets {
		if s.Moved > 0 {
			moved = append(moved, lang.T("closing.short."+s.Goal))
		}
	}
	if len(a.Needs) > 0 {
		t.line("%s", wrap(lang.T("closing.latest"), textWidth, ""))
	}
	if len(moved) > 0 {
		t.line("%s", wrap(lang.T("closing.moved", strings.Join(moved, ", ")), textWidth, ""))
	}
	t.line("%s", wrap(lang.T("closing.note.gross"), textWidth, ""))
	t.line("")
	a.writeChoices(t, lang)
}

// writeChoices shows which office closes in which stage of which set.
func (a *Closing) writeChoices(t *text, lang locale.Lang) {
	t.heading(lang.T("closing.choices"))
	heads := columns(lang, "office")
	var order []programme.OfficeID
	stage, names := map[programme.OfficeID][]string{}, map[programme.OfficeID]string{}
	for n, s := range a.Sets {
		heads = append(heads, lang.T("closing.short."+s.Goal))
		for _, c := range s.Closes {
			if stage[c.Office] == nil {
				order = append(order, c.Office)
				stage[c.Office] = make([]string, len(a.Sets))
				names[c.Office] = c.Name
			}
			stage[c.Office][n] = lang.T("closing.in-stage", c.Stage)
		}
	}
	var rows [][]string
	for _, id := range order {
		rows = append(rows, append([]string{names[id]}, stage[id]...))
	}
	t.table(heads, rows)
}

// writeLosers counts who gets further when all stages are done, set by set.
func (a *Closing) writeLosers(t *text, lang locale.Lang) {
	if len(a.Sets) == 0 {
		return
	}
	t.heading(lang.T("closing.losers"))
	heads := columns(lang, "group")
	for _, s := range a.Sets {
		heads = append(heads, ">"+lang.T("closing.short."+s.Goal))
	}
	var rows [][]string
	for n, x := range a.Sets[0].Stages[len(a.Stages)-1].Shifts {
		row, some := []string{x.GroupName + ", " + x.Name}, x.Kind != programme.EveryCounty
		for _, s := range a.Sets {
			lost := s.Stages[len(a.Stages)-1].Shifts[n].Lost
			row = append(row, lost.Text)
			some = some || lost.Low != int64(0)
		}
		if some {
			rows = append(rows, row)
		}
	}
	t.table(heads, rows)
}

// write shows a set in full.
func (s *ClosingSet) write(t *text, lang locale.Lang, a *Closing) {
	t.heading(lang.T("closing.after", s.Label))
	heads := columns(lang, "stage", ">date", ">closed", ">open", ">extra-minutes", ">beyond", ">areas-lost", ">worst-county", "county", ">share-within")
	var rows [][]string
	for n, x := range s.Stages {
		rows = append(rows, []string{lang.T("closing.in-stage", n+1), a.Stages[n].Last.Text, x.Closed.Text, x.Open.Text, x.Extra.Text, x.Beyond.Text, x.Areas.Text, x.County.Text, x.Worst, x.Share.Text})
	}
	t.table(heads, rows)
	t.heading(lang.T("closing.bands", s.Label))
	heads = columns(lang, "stage")
	for n := range len(coverage.Bands) + 1 {
		heads = append(heads, ">"+lang.Label(closing.BandLabel(n)))
	}
	rows = nil
	for n, x := range s.Stages {
		row := []string{lang.T("closing.in-stage", n+1)}
		for _, b := range x.Shifts[0].Bands {
			row = append(row, b.Text)
		}
		rows = append(rows, row)
	}
	t.table(heads, rows)
	t.heading(lang.T("closing.closures", s.Label))
	rows = nil
	for _, c := range s.Closes {
		name := c.Name
		if c.Decided {
			name += " *"
		}
		rows = append(rows, []string{lang.T("closing.in-stage", c.Stage), c.Last.Text, name, c.People.Text, c.Alternative.Text, c.Longer.Text, c.Decides.Text})
	}
	t.table(columns(lang, "stage", "date", "office", ">people", "alternative", ">longer", "decides"), rows)
	s.writeNotes(t, lang)
}

// writeNotes say who decides what, and who is heard.
func (s *ClosingSet) writeNotes(t *text, lang locale.Lang) {
	var decided, left []string
	for _, c := range s.Closes {
		if c.Decided {
			day := c.Planned
			if day == "" {
				day = lang.T("unknown")
			}
			decided = append(decided, lang.T("closing.decided-item", c.Name, day))
		}
		if c.Left {
			name := c.Municipality
			if c.Doubtful {
				name = lang.T("closing.doubtful", name)
			}
			left = append(left, name)
		}
	}
	if len(decided) > 0 {
		t.line("%s", wrap(lang.T("closing.decided", strings.Join(decided, ", ")), textWidth, "  "))
	}
	if len(left) > 0 {
		t.line("%s", wrap(lang.T("closing.left", strings.Join(unique(left), ", ")), textWidth, ""))
	}
	t.line("%s", wrap(lang.T("closing.turn-note"), textWidth, ""))
	t.line("%s", wrap(lang.T("closing.hear-note"), textWidth, ""))
	for _, c := range s.Closes {
		var names []string
		for _, h := range c.Hear {
			names = append(names, h.Name)
		}
		t.line("%s", wrap("  "+c.Name+": "+strings.Join(names, ", "), textWidth, "    "))
	}
	t.line("")
}

func unique(list []string) []string {
	var out []string
	seen := map[string]bool{}
	for _, s := range list {
		if !seen[s] {
			seen[s] = true
			out = append(out, s)
		}
	}
	return out
}
