package summary

import (
	"strings"

	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan"
	"github.com/etablera/etablera/internal/plan/coverage"
	"github.com/etablera/etablera/internal/programme"
)

// AccessSchema names the form of an answer on access.
const AccessSchema = "etablera.access/1"

// Access is who reaches an office, in every state of the network.
type Access struct {
	Schema     string         `json:"schema"`
	Programme  string         `json:"programme"`
	Name       string         `json:"name"`
	AsOf       string         `json:"asOf"`
	On         string         `json:"on"` // the day whose network is "now"
	Method     string         `json:"method"`
	Mode       string         `json:"mode"`
	IsEstimate bool           `json:"isEstimate"`
	Notes      []string       `json:"notes"`
	Grounds    []Named        `json:"grounds"`
	Population Figure         `json:"population"`
	Chosen     string         `json:"chosen"` // the comparison that the text shows
	States     []AccessState  `json:"states"`
	Changes    []AccessChange `json:"changes"`
	Served     []ServedArea   `json:"served"`
	Criteria   []Criterion    `json:"criteria"`
	Visits     *AccessVisits  `json:"visits"` // null unless asked for
	// Catchment is null unless a measure was asked for.
	Catchment *AccessCatchment `json:"catchment"`
	Return    *AccessReturn    `json:"return"` // there and back the same day; null unless asked for
}

// AccessState is the access in one state of the network.
type AccessState struct {
	ID       string       `json:"id"`
	Label    string       `json:"label"`
	Offices  Figure       `json:"offices"` // open, and the place known
	Unplaced Figure       `json:"unplaced"`
	Implied  Figure       `json:"implied"`
	Doubtful Figure       `json:"doubtful"`
	Counted  *Figure      `json:"counted"` // of the whole network; null where nobody has counted
	Units    []AccessUnit `json:"units"`
	Areas    []Within     `json:"areas"` // vulnerable areas; share is null
	Hours    []AccessHour `json:"hours"` // empty unless asked for
}

// AccessUnit is a group of people in an area.
type AccessUnit struct {
	Kind         programme.AreaUnit `json:"kind"`
	Key          string             `json:"key"`
	Name         string             `json:"name"`
	Group        string             `json:"group"`
	GroupName    string             `json:"groupName"`
	People       Figure             `json:"people"`
	Within       []Within           `json:"within"`
	WithinKm     []WithinKm         `json:"withinKm"`
	Mean         Figure             `json:"mean"`
	Median       Figure             `json:"median"`
	P90          Figure             `json:"p90"`
	Worst        Figure             `json:"worst"`
	SecondMedian Figure             `json:"secondMedian"`
}

// Within is how many are at most so many minutes from an office.
type Within struct {
	Minutes int     `json:"minutes"`
	Number  Figure  `json:"number"`
	Share   *Figure `json:"share"`
}

// WithinKm is how many are at most so many kilometres of road from one.
type WithinKm struct {
	Km     int    `json:"km"`
	Number Figure `json:"number"`
	Share  Figure `json:"share"`
}

// AccessHour is the share of everyone within Minutes of an office that is open.
type AccessHour struct {
	Weekday string `json:"weekday"`
	Hour    int    `json:"hour"`
	Minutes int    `json:"minutes"`
	Share   Figure `json:"share"`
}

// ServedArea is an office and a vulnerable area that it serves.
type ServedArea struct {
	Office   programme.OfficeID `json:"office"`
	Name     string             `json:"name"`
	Area     string             `json:"area"`
	ListYear int                `json:"listYear"`
	Listed   bool               `json:"listed"`
	// IsCandidate says that the area is not chosen and this is one that it may be.
	IsCandidate bool   `json:"isCandidate"`
	Precision   string `json:"precision"` // of the office's position
	Distance    Figure `json:"distance"`
	Radius      int    `json:"radiusMetres"` // of a circle as large as the area
	Walk        Figure `json:"walk"`
	Time        Figure `json:"time"`
}

// Criterion is how a stated criterion stands in a state.
type Criterion struct {
	ID      string   `json:"id"`
	Text    string   `json:"text"`
	State   string   `json:"state"`
	Met     Figure   `json:"met"`
	Failing Figure   `json:"failing"`
	Areas   []string `json:"failingAreas"`
}

// AccessOptions choose what of the access is shown.
type AccessOptions struct {
	By         programme.AreaUnit // beside the whole country
	Hours      bool
	Visits     bool
	HourWithin int              // minutes; 30 where zero
	Comparison string           // id; the one with most to tell where empty
	Catchment  coverage.Measure // "" for none
}

// AccessOf writes out the access of a plan.
func AccessOf(p *plan.Plan, lang locale.Lang, o AccessOptions) *Access {
	c := p.Coverage
	s := p.Facts.S
	out := &Access{Schema: AccessSchema, Programme: s.Programme.ID, Name: s.Programme.Name.In(string(lang)), AsOf: p.AsOf.String(), On: c.On.String(),
		Method: c.About.Key, Mode: c.About.Mode, IsEstimate: c.About.IsEstimate, Population: figureOf(p, lang, "coverage", "population"),
		Notes: []string{}, Grounds: []Named{}, States: []AccessState{}, Changes: []AccessChange{}, Served: []ServedArea{}, Criteria: []Criterion{}}
	if o.HourWithin == 0 {
		o.HourWithin = 30
	}
	for _, n := range c.StateNotes(0) {
		out.Notes = append(out.Notes, lang.Label(n))
	}
	for _, g := range c.About.Grounds {
		out.Grounds = append(out.Grounds, Named{lang.T("coverage.ground." + g.Key), figureAs(p, lang, locale.Style{Decimals: 2}, "coverage", "method", g.Key)})
	}
	chosen := chosenComparison(c, o.Comparison)
	if chosen >= 0 {
		out.Chosen = c.Comparisons[chosen].ID
	}
	for i := range c.States {
		out.States = append(out.States, stateOf(p, lang, i, o))
	}
	for i := range c.Comparisons {
		out.Changes = append(out.Changes, changeOf(p, lang, i, o))
	}
	for _, x := range c.Served() {
		out.Served = append(out.Served, servedOf(p, lang, x))
	}
	out.Return = returnOf(p, lang, o.By)
	if o.Catchment != "" {
		out.Catchment = catchmentOf(p, lang, o.Catchment, o.By)
	}
	if o.Visits {
		out.Visits = visitsOf(p, lang, chosen)
	}
	for i := range s.AccessCriteria {
		for k := range c.States {
			out.Criteria = append(out.Criteria, criterionOf(p, lang, i, k))
		}
	}
	return out
}

// chosenComparison finds the comparison to show: the one that was asked for, else
// the first scenario, else the mandate that adds most offices, else all that is
// planned.
func chosenComparison(c *coverage.Coverage, id string) int {
	best, most := -1, -1
	for i, x := range c.Comparisons {
		if x.ID == id {
			return i
		}
		n := len(c.States[x.After].Open) - len(c.States[x.Before].Open)
		switch {
		case strings.HasPrefix(x.ID, "scenario-"):
			n = 1 << 30
		case strings.HasPrefix(x.ID, "mandate-") && n > 0:
			n += 1 << 20
		}
		if n > most {
			best, most = i, n
		}
	}
	return best
}

// shown says of which units and groups the answer tells.
func shown(u *coverage.Unit, group string, by programme.AreaUnit) bool {
	return u.Kind == programme.EveryCountry || u.Kind == by && group == coverage.Everyone
}

func stateOf(p *plan.Plan, lang locale.Lang, i int, o AccessOptions) AccessState {
	c := p.Coverage
	id := c.States[i].ID
	of := func(what ...any) Figure { return figureOf(p, lang, append([]any{"coverage", id}, what...)...) }
	out := AccessState{ID: id, Label: lang.Label(c.States[i].Label), Offices: of("offices"), Unplaced: of("unplaced"), Implied: of("implied"),
		Doubtful: of("doubtful"), Units: []AccessUnit{}, Areas: []Within{}, Hours: []AccessHour{}}
	if f := of("counted"); f.isKnown() {
		out.Counted = &f
	}
	for u := range c.Units() {
		for g := range c.Groups() {
			if shown(&c.Units()[u], c.Groups()[g].Key, o.By) {
				out.Units = append(out.Units, unitOf(p, lang, id, u, g))
			}
		}
	}
	for _, m := range coverage.Minutes {
		out.Areas = append(out.Areas, Within{Minutes: m, Number: of("areas", m)})
	}
	if o.Hours {
		for _, day := range coverage.Weekdays {
			for h := coverage.FirstHour; h < coverage.LastHour; h++ {
				out.Hours = append(out.Hours, AccessHour{day, h, o.HourWithin, of("hours", day, h, o.HourWithin)})
			}
		}
	}
	return out
}

func unitOf(p *plan.Plan, lang locale.Lang, state string, unit, group int) AccessUnit {
	u, g := &p.Coverage.Units()[unit], &p.Coverage.Groups()[group]
	of := func(what ...any) Figure {
		return figureAs(p, lang, locale.Style{Decimals: -1}, append([]any{"coverage", state, u.Kind, u.Key, g.Key}, what...)...)
	}
	share := func(what ...any) Figure {
		return figureAs(p, lang, locale.Style{Decimals: 1}, append([]any{"coverage", state, u.Kind, u.Key, g.Key}, what...)...)
	}
	out := AccessUnit{Kind: u.Kind, Key: u.Key, Name: unitName(u, lang), Group: g.Key, GroupName: groupName(g, lang),
		People: figureOf(p, lang, "coverage", "population", u.Kind, u.Key, g.Key),
		Mean:   of("mean"), Median: of("median"), P90: of("p90"), Worst: of("worst"), SecondMedian: of("second-median"), Within: []Within{}, WithinKm: []WithinKm{}}
	for _, m := range coverage.Minutes {
		s := share("share", m)
		out.Within = append(out.Within, Within{m, of("within", m), &s})
	}
	for _, km := range coverage.Kilometres {
		out.WithinKm = append(out.WithinKm, WithinKm{km, of("within-km", km), share("share-km", km)})
	}
	return out
}

func unitName(u *coverage.Unit, lang locale.Lang) string {
	if u.Name != "" {
		return u.Name
	}
	return lang.T("coverage.unit." + u.Key)
}

func groupName(g *coverage.Group, lang locale.Lang) string {
	if g.Name != "" {
		return g.Name
	}
	return lang.T("coverage.group." + g.Key)
}

func servedOf(p *plan.Plan, lang locale.Lang, s coverage.Served) ServedArea {
	of := func(what string) Figure { return figureOf(p, lang, "coverage", "served", s.Office, s.Number, what) }
	out := ServedArea{Office: s.Office, Name: string(s.Office), Area: s.Area, ListYear: p.Coverage.ListYear, Listed: s.Listed.IsListed(), IsCandidate: s.IsCandidate,
		Distance: of("metres"), Radius: int(s.Radius + 0.5), Walk: of("walk"), Time: of("seconds")}
	if o, _ := p.Facts.Office(s.Office); o != nil {
		out.Name, out.Precision = o.Name, o.Position.Precision
	}
	return out
}

func criterionOf(p *plan.Plan, lang locale.Lang, i, state int) Criterion {
	c := p.Coverage
	rule := &p.Facts.S.AccessCriteria[i]
	out := Criterion{ID: rule.ID, Text: rule.Text.In(string(lang)), State: c.States[state].ID, Areas: []string{},
		Met: figureOf(p, lang, "coverage", "criterion", rule.ID, c.States[state].ID, "met"), Failing: figureOf(p, lang, "coverage", "criterion", rule.ID, c.States[state].ID, "failing")}
	if v, ok := out.Met.Low.(string); ok {
		out.Met.Text = lang.T("access." + v)
	}
	if v, err := c.Judge(i, state); err == nil {
		for _, u := range v.Failing {
			out.Areas = append(out.Areas, unitName(&c.Units()[u], lang))
		}
	}
	return out
}
