package summary

import (
	"strings"

	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan"
	"github.com/etablera/etablera/internal/plan/coverage"
	"github.com/etablera/etablera/internal/plan/visits"
)

// AccessVisits is how visits divide and move in the comparison that is shown.
type AccessVisits struct {
	Assumptions []Named        `json:"assumptions"`
	Scale       Figure         `json:"scale"`
	Remains     Figure         `json:"remains"`
	Notes       []string       `json:"notes"`
	Observed    []VisitsSeen   `json:"observed"`
	Totals      []VisitsTotal  `json:"totals"`
	Offices     []VisitsOffice `json:"offices"` // of the state after
	Opened      []VisitsMove   `json:"opened"`
	Closed      []VisitsMove   `json:"closed"`
}

// VisitsSeen is what has been counted at an office.
type VisitsSeen struct {
	Office  string `json:"office"`
	Months  int    `json:"months"`
	Visits  Figure `json:"visits"`
	PerHour Figure `json:"perHour"`
	IsSmall bool   `json:"isSmall"`
}

// VisitsTotal is the visits of a state, and under each stated demand.
type VisitsTotal struct {
	State  string  `json:"state"`
	Total  Figure  `json:"total"`
	Demand []Named `json:"demand"`
}

// VisitsOffice is what an office is to expect.
type VisitsOffice struct {
	Office  string `json:"office"`
	Name    string `json:"name"`
	Share   Figure `json:"share"`
	Visits  Figure `json:"visits"`
	PerHour Figure `json:"perHour"`
}

// VisitsMove is where the visits of an opened office come from, or those of a
// closed one go to. The part without an office is people who did not visit before,
// or do not afterwards.
type VisitsMove struct {
	Office string       `json:"office"`
	Name   string       `json:"name"`
	Parts  []VisitsPart `json:"parts"`
}

// VisitsPart is one of them.
type VisitsPart struct {
	Office string `json:"office"` // empty for none
	Name   string `json:"name"`
	Share  Figure `json:"share"`
	Visits Figure `json:"visits"`
}

func visitsOf(p *plan.Plan, lang locale.Lang, comparison int) *AccessVisits {
	v, c := p.Visits, p.Coverage
	out := &AccessVisits{Assumptions: []Named{}, Notes: []string{}, Observed: []VisitsSeen{}, Totals: []VisitsTotal{}, Offices: []VisitsOffice{}, Opened: []VisitsMove{}, Closed: []VisitsMove{},
		Scale: figureOf(p, lang, "visits", "scale"), Remains: figureOf(p, lang, "visits", "remains")}
	for _, name := range []string{"half-time", "outside"} {
		out.Assumptions = append(out.Assumptions, Named{lang.T("visits.option." + name), figureOf(p, lang, "visits", "option", name)})
	}
	if f, ok := p.Shelf.Figure(out.Scale.Address); ok {
		for _, n := range f.Notes {
			out.Notes = append(out.Notes, lang.Label(n))
		}
	}
	for i := range v.Observed {
		o := &v.Observed[i]
		seen := VisitsSeen{Office: string(o.Office), Months: o.Months, IsSmall: o.IsSmall(),
			Visits: figureOf(p, lang, "visits", "observed", o.Office, "visits"), PerHour: figureOf(p, lang, "visits", "observed", o.Office, "per-hour")}
		out.Observed = append(out.Observed, seen)
	}
	after := c.State(coverage.Now)
	if comparison >= 0 {
		after = c.Comparisons[comparison].After
		out.Opened = append(out.Opened, movesOf(p, lang, comparison, true)...)
		out.Closed = append(out.Closed, movesOf(p, lang, comparison, false)...)
	}
	for i := range c.States {
		total := VisitsTotal{State: c.States[i].ID, Total: figureOf(p, lang, "visits", c.States[i].ID, "total"), Demand: []Named{}}
		for k := range p.Facts.S.DemandScenarios {
			d := &p.Facts.S.DemandScenarios[k]
			total.Demand = append(total.Demand, Named{d.Name.In(string(lang)), figureOf(p, lang, "visits", "demand", d.ID, c.States[i].ID)})
		}
		out.Totals = append(out.Totals, total)
	}
	for _, site := range c.States[after].Open {
		of := func(what string) Figure {
			return figureAs(p, lang, locale.Style{Decimals: 1}, "visits", c.States[after].ID, "site", c.Sites[site].Key, what)
		}
		out.Offices = append(out.Offices, VisitsOffice{c.Sites[site].Key, c.Sites[site].Name, of("share"), figureOf(p, lang, "visits", c.States[after].ID, "site", c.Sites[site].Key, "visits"), of("per-hour")})
	}
	return out
}

func movesOf(p *plan.Plan, lang locale.Lang, comparison int, opened bool) []VisitsMove {
	way := "closed"
	if opened {
		way = "opened"
	}
	var out []VisitsMove
	for _, m := range p.Visits.Moves(comparison, opened) {
		move := VisitsMove{Office: m.Key, Name: m.Name, Parts: []VisitsPart{}}
		for _, part := range m.Parts {
			of := func(what string) Figure {
				return figureOf(p, lang, "visits", "change", p.Coverage.Comparisons[comparison].ID, way, m.Key, part.Key, what)
			}
			x := VisitsPart{Office: part.Key, Name: part.Name, Share: of("share"), Visits: of("visits")}
			if part.Key == visits.None {
				x.Office, x.Name = "", lang.T("access."+way+"-none")
			}
			move.Parts = append(move.Parts, x)
		}
		out = append(out, move)
	}
	return out
}

// writeText writes the visits for a person.
func (v *AccessVisits) writeText(t *text, lang locale.Lang) {
	t.heading(lang.T("access.visits"))
	for _, n := range v.Assumptions {
		t.line("%s", lang.T("access.assumed", n.Label, n.Text))
	}
	for _, n := range v.Notes {
		t.line("%s", wrap(lang.T("explain.note", n), textWidth, ""))
	}
	t.line("%s", wrap(lang.T("explain.note", lang.T("access.visits-part")), textWidth, ""))
	t.line("")
	var rows [][]string
	for _, o := range v.Offices {
		rows = append(rows, []string{o.Name, o.Share.Text, o.Visits.Text, o.PerHour.Text})
	}
	t.table(columns(lang, "office", ">share-visits", ">visits-month", ">per-hour"), rows)
	writeMoves(t, lang, "access.opened", v.Opened)
	writeMoves(t, lang, "access.closed", v.Closed)
}

func writeMoves(t *text, lang locale.Lang, key string, moves []VisitsMove) {
	if len(moves) == 0 {
		return
	}
	t.heading(lang.T(key))
	var rows [][]string
	for _, m := range moves {
		var parts []string
		for _, p := range m.Parts {
			text := p.Share.Text
			if p.Visits.isKnown() {
				text += " (" + p.Visits.Text + ")"
			}
			parts = append(parts, p.Name+" "+text)
		}
		rows = append(rows, []string{m.Name, strings.Join(parts, ", ")})
	}
	t.table(columns(lang, "office", "where-visits"), rows)
}
