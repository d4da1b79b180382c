package summary

import (
	"io"
	"slices"
	"strings"

	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/plan/siting"
	"github.com/etablera/etablera/internal/programme"
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
	t.line("")
	a.writeUnbound(t, lang)
	a.writeTypes(t, lang)
	a.writeGiving(t, lang)
	a.writeGoals(t, lang)
	a.writeSets(t, lang)
	a.writeRules(t, lang)
	a.writeAgainst(t, lang)
	a.writePlaces(t, lang)
	a.Curve.write(t, lang)
	return t.err
}

// misses says whether a goal's gap is wider than the search was to end with.
func (a *Siting) misses(g *SitingGoal) bool {
	gap, _ := g.Gap.Low.(int64)
	for _, o := range a.Options {
		if most, ok := o.Low.(int64); ok && strings.HasSuffix(string(o.Address), "/gap") {
			return gap > most
		}
	}
	return false
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
		case g.Lack != "":
			t.line("%s", wrap(lang.T("siting.lacks", g.Label, g.Lack), textWidth, ""))
		case !g.Found:
			t.line("%s", wrap(lang.T("siting.not-found", g.Label), textWidth, ""))
		case !g.Proven && !g.Stopped && a.misses(&g):
			t.line("%s", wrap(lang.T("siting.gave-up", g.Label), textWidth, ""))
		case g.Lacking > 0:
			t.line("%s", wrap(lang.T("siting.lacking", g.Label, lang.Value(figure.OfCount(g.Lacking))), textWidth, ""))
		}
	}
	t.line("%s", wrap(lang.T("siting.goals-note"), textWidth, ""))
	t.line("")
}

func (a *Siting) writeUnbound(t *text, lang locale.Lang) {
	if len(a.UnboundBecause) == 0 {
		return
	}
	t.line("%s", lang.T("siting.unbound"))
	var order []string
	by := map[string][]string{}
	for _, x := range a.UnboundBecause {
		if len(by[x.Text]) == 0 {
			order = append(order, x.Text)
		}
		by[x.Text] = append(by[x.Text], x.Clause)
	}
	for _, why := range order {
		t.line("%s", wrap(why+": "+strings.Join(by[why], ", "), textWidth, "  "))
	}
	t.line("")
}

func (a *Siting) writeTypes(t *text, lang locale.Lang) {
	if len(a.Types) == 0 {
		return
	}
	t.heading(lang.T("siting.types", a.option("years")))
	var rows [][]string
	for _, x := range a.Types {
		rows = append(rows, []string{x.Name, x.Officers.Text, x.Cost.Text, x.Days.Text})
	}
	t.table(columns(lang, "type", ">officers", ">cost", ">opens-in"), rows)
	t.line("%s", wrap(lang.T("siting.types-note"), textWidth, ""))
	t.line("")
}

// writeGiving says which demands contradict each other, and the least that must give.
func (a *Siting) writeGiving(t *text, lang locale.Lang) {
	for _, g := range a.Goals {
		if len(g.Conflict) == 0 {
			continue
		}
		t.heading(lang.T("siting.giving"))
		t.line("%s", wrap(lang.T("siting.infeasible", a.Options[0].Text), textWidth, ""))
		for _, x := range g.Conflict {
			t.line("%s", wrap(x.Label, textWidth, "  "))
		}
		t.line("")
		break // the demands are the same for every goal
	}
	if a.Giving == nil {
		return
	}
	t.line("%s", wrap(lang.T("siting.least", a.Options[0].Text, a.Giving.Least.Text), textWidth, ""))
	var rows [][]string
	for _, x := range a.Giving.Parts {
		rows = append(rows, []string{x.Label, lang.T("siting.side." + x.Side), x.By.Text})
	}
	t.table(columns(lang, "demand", "gives", ">offices"), rows)
	t.line("%s", wrap(lang.T("siting.least-note"), textWidth, ""))
	t.line("")
}

// option is what somebody has chosen, as a text.
func (a *Siting) option(name string) string {
	for _, o := range a.Options {
		if strings.HasSuffix(string(o.Address), "/"+name) {
			return o.Text
		}
	}
	return ""
}

// value is a set's value for a goal, as a text.
func (s *SitingSet) value(goal siting.Goal) string {
	for _, v := range s.Values {
		if v.Goal == string(goal) {
			return v.Value.Text
		}
	}
	return ""
}

func (a *Siting) writeSets(t *text, lang locale.Lang) {
	t.heading(lang.T("siting.sets"))
	var people, offices [][]string
	for _, s := range a.Sets {
		people = append(people, []string{s.Label, s.value(siting.Mean), s.Share.Text, s.value(siting.Within), s.value(siting.Far), s.value(siting.Worst), s.value(siting.County)})
		offices = append(offices, []string{s.Label, s.Opened.Text, s.value(siting.Areas), s.value(siting.Room), s.value(siting.Cost), s.value(siting.Time), s.Last.Text, s.Kept.Text, s.Broken.Text})
	}
	t.table(columns(lang, "set", ">mean-time", ">share-near", ">beyond-near", ">beyond-far", ">longest", ">county"), people)
	t.table(columns(lang, "set", ">added", ">areas-without", ">without-room", ">cost", ">opens-mean", ">opens-last", ">demands-met", ">demands-broken"), offices)
	t.line("%s", wrap(lang.T("siting.sets-note", a.option("within"), a.option("far"), a.option("years")), textWidth, ""))
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
				if r.Clause == "" && s.ID != a.Own {
					continue // of types that are not chosen there is nothing to tell
				}
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
			if x.Kind != programme.EveryCountry && s.ID != siting.BestID(siting.Goal(a.Goal)) {
				continue // the rest stands in the JSON
			}
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
		typed := slices.ContainsFunc(g.Places, func(p SitingPlace) bool { return p.Type != "" })
		if typed {
			heads = append(heads, columns(lang, "type")...)
		}
		varied := len(a.Stays) > 0
		if varied {
			heads = append(heads, columns(lang, ">stays")...)
		}
		var rows [][]string
		for _, p := range g.Places {
			row := []string{p.Municipality, p.Name, lang.T("siting.from." + p.From)}
			if typed {
				row = append(row, a.typeName(p.Type))
			}
			switch {
			case varied && p.Stays != nil:
				row = append(row, p.Stays.Text)
			case varied:
				row = append(row, "–")
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

// typeName is the name of a type.
func (a *Siting) typeName(id programme.TypeID) string {
	for _, t := range a.Types {
		if t.Type == id {
			return t.Name
		}
	}
	return string(id)
}
