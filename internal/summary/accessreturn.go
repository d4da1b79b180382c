package summary

import (
	"maps"

	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan"
	"github.com/etablera/etablera/internal/programme"
)

// AccessReturn is who can get to an office and home again within one day.
type AccessReturn struct {
	Day    string        `json:"day"`  // of the timetable
	Stay   Figure        `json:"stay"` // at the office
	Leave  Figure        `json:"leave"`
	Home   Figure        `json:"home"`
	Hours  Figure        `json:"hours"` // assumed where nobody has stated any; null where none are
	States []ReturnState `json:"states"`
}

// ReturnState is that in one state of the network.
type ReturnState struct {
	ID      string       `json:"id"`
	Label   string       `json:"label"`
	Known   Figure       `json:"known"` // open offices by what is known of their hours
	Assumed Figure       `json:"assumed"`
	Unknown Figure       `json:"unknown"`
	Shut    Figure       `json:"shut"`
	Units   []ReturnUnit `json:"units"`
	Notes   []string     `json:"notes"`
}

// ReturnUnit is a group of people in an area.
type ReturnUnit struct {
	Kind      programme.AreaUnit `json:"kind"`
	Key       string             `json:"key"`
	Name      string             `json:"name"`
	Group     string             `json:"group"`
	GroupName string             `json:"groupName"`
	People    Figure             `json:"people"`
	Possible  Figure             `json:"possible"`
	Share     Figure             `json:"share"`
	Median    Figure             `json:"median"` // time away from home
}

// returnOf is null where trips there and back were not asked for.
func returnOf(p *plan.Plan, lang locale.Lang, by programme.AreaUnit) *AccessReturn {
	c := p.Coverage
	if !c.HasReturns() {
		return nil
	}
	of := func(what ...any) Figure { return figureOf(p, lang, append([]any{"coverage"}, what...)...) }
	out := &AccessReturn{Day: c.ReturnDay().String(), Stay: of("return", "stay"), Leave: of("return", "leave"), Home: of("return", "home"), Hours: of("return", "hours"), States: []ReturnState{}}
	for i := range c.States {
		id := c.States[i].ID
		s := ReturnState{ID: id, Label: lang.Label(c.States[i].Label), Known: of(id, "return", "known"), Assumed: of(id, "return", "assumed"),
			Unknown: of(id, "return", "unknown"), Shut: of(id, "return", "shut"), Units: []ReturnUnit{}, Notes: []string{}}
		for u := range c.Units() {
			for g := range c.Groups() {
				if unit, group := &c.Units()[u], &c.Groups()[g]; shown(unit, group.Key, by) {
					x := ReturnUnit{Kind: unit.Kind, Key: unit.Key, Name: unitName(unit, lang), Group: group.Key, GroupName: groupName(group, lang),
						People:   of("population", unit.Kind, unit.Key, group.Key),
						Possible: of(id, "return", unit.Kind, unit.Key, group.Key, "possible"), Median: of(id, "return", unit.Kind, unit.Key, group.Key, "median"),
						Share: figureAs(p, lang, locale.Style{Decimals: 1}, "coverage", id, "return", unit.Kind, unit.Key, group.Key, "share")}
					s.Units = append(s.Units, x)
				}
			}
		}
		if f, ok := p.Shelf.Figure(s.Units[0].Possible.Address); ok {
			for _, n := range f.Notes {
				s.Notes = append(s.Notes, lang.Label(n))
			}
		}
		out.States = append(out.States, s)
	}
	return out
}

func (r *AccessReturn) state(id string) *ReturnState {
	for i := range r.States {
		if r.States[i].ID == id {
			return &r.States[i]
		}
	}
	return nil
}

// writeText writes all states for the country, and the state after the chosen change
// by group and area.
func (r *AccessReturn) writeText(t *text, lang locale.Lang, after string) {
	t.heading(lang.T("return.heading", r.Day))
	t.line("%s", wrap(lang.T("return.asked", r.Stay.Text, r.Leave.Text, r.Home.Text), textWidth, ""))
	var rows [][]string
	for i := range r.States {
		s := &r.States[i]
		u := &s.Units[0]
		rows = append(rows, []string{s.Label, s.Known.Text, s.Assumed.Text, s.Unknown.Text, s.Shut.Text, u.Share.Text, u.Median.Text})
	}
	t.line("")
	t.table(columns(lang, "state", ">hours-known", ">hours-assumed", ">hours-unknown", ">hours-shut", ">return-share", ">return-median"), rows)
	s := r.state(after)
	if s == nil {
		s = &r.States[0]
	}
	rows = nil
	for i := range s.Units {
		u := &s.Units[i]
		rows = append(rows, []string{u.GroupName + ", " + u.Name, u.People.Text, u.Possible.Text, u.Share.Text, u.Median.Text})
	}
	t.heading(lang.T("return.state", s.Label))
	t.table(columns(lang, "group", ">people", ">return-possible", ">return-share", ">return-median"), rows)
	t.line("%s", wrap(lang.T("return.note"), textWidth, ""))
	for _, n := range s.Notes {
		t.line("%s", wrap(lang.T("explain.note", n), textWidth, ""))
	}
	t.line("")
}

func init() { maps.Copy(Messages, returnMessages) }

// returnMessages are the texts of trips there and back: Swedish, English.
var returnMessages = map[string][2]string{
	"return.heading":         {"Dit och hem samma dag med kollektivtrafik, %[1]s", "There and back the same day by public transport, %[1]s"},
	"return.asked":           {"Minst %[1]s på ett kontor som är öppet, hemifrån tidigast %[2]s och hemma senast %[3]s.", "At least %[1]s at an office that is open, leaving home at %[2]s at the earliest and back by %[3]s."},
	"return.state":           {"Per grupp och område, %[1]s", "By group and area, %[1]s"},
	"return.note":            {"Andelen är de som hinner. Borta: tiden från hemmet till hemmet igen som hälften har som mest, med det kontor som ger den kortaste; den är okänd där något kontors öppettider är det. Öppettiderna är de som gäller för veckodagen.", "The share is of those who make it. Away: the time from home to home that half have at most, with the office that gives the shortest; it is unknown where some office's hours are. The opening hours are those of the weekday."},
	"column.hours-known":     {"Tider kända", "Hours known"},
	"column.hours-assumed":   {"Antagna", "Assumed"},
	"column.hours-unknown":   {"Okända", "Unknown"},
	"column.hours-shut":      {"Ej öppna", "Not open"},
	"column.return-share":    {"Andel", "Share"},
	"column.return-possible": {"Hinner", "Make it"},
	"column.return-median":   {"Borta", "Away"},
}
