package summary

import (
	"context"

	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan"
	"github.com/etablera/etablera/internal/plan/siting"
	"github.com/etablera/etablera/internal/programme"
)

// SitingSchema names the form of an answer on siting.
const SitingSchema = "etablera.siting/1"

// Siting is where offices are best opened by each goal, side by side.
type Siting struct {
	Schema     string   `json:"schema"`
	Programme  string   `json:"programme"`
	Name       string   `json:"name"`
	AsOf       string   `json:"asOf"`
	Mandate    string   `json:"mandate"` // id, empty where there is none
	Before     string   `json:"before"`  // id of the state whose offices stay
	Own        string   `json:"own"`     // id of the state with the mandate's own offices, empty where it has none
	Goal       string   `json:"goal"`    // whose places the text shows
	Notes      []string `json:"notes"`
	Options    []Named  `json:"options"`
	Candidates []Named  `json:"candidates"`
	Unbound    []string `json:"unbound"` // ids of clauses that ask nothing of places
	// UnboundBecause says why, for each of them.
	UnboundBecause []SitingUnbound `json:"unboundBecause"`
	Types          []SitingType    `json:"types"`
	Giving         *SitingGiving   `json:"giving"` // null where all demands can be met
	Goals          []SitingGoal    `json:"goals"`
	Sets           []SitingSet     `json:"sets"`
	Rules          []SitingRule    `json:"rules"`
	Stays          []SitingStays   `json:"stays"` // empty unless asked for
	Curve          *SitingCurve    `json:"curve"` // null unless asked for
}

// SitingUnbound is a clause that binds no place.
type SitingUnbound struct {
	Clause string `json:"clause"`
	Why    string `json:"why"` // wish, time, consent, report, host, mix or unstated
	Text   string `json:"text"`
}

// SitingType is an office type as it can be chosen.
type SitingType struct {
	Type     programme.TypeID `json:"type"`
	Name     string           `json:"name"`
	Cost     Figure           `json:"cost"` // establishment, and running for the years counted
	Days     Figure           `json:"days"` // working days from today to the opening
	Officers Figure           `json:"officers"`
}

// SitingGiving is the least by which demands must be missed together.
type SitingGiving struct {
	Least Figure       `json:"least"`
	Parts []SitingGive `json:"parts"`
}

// SitingGive is a demand that is missed in some set in which they are missed least.
type SitingGive struct {
	Rule  int    `json:"rule"` // position in rules
	Label string `json:"label"`
	Side  string `json:"side"` // short, over or astray
	By    Figure `json:"by"`
}

// SitingGoal is a goal with the best set found for it.
type SitingGoal struct {
	Goal     string        `json:"goal"`
	Label    string        `json:"label"`
	Found    bool          `json:"found"`
	Proven   bool          `json:"proven"` // nothing is better
	Stopped  bool          `json:"stopped"`
	Lack     string        `json:"lack"`    // why it is not searched for; empty where it is
	Lacking  int           `json:"lacking"` // places, or types at places, that have no part because what the goal counts is not known
	Value    Figure        `json:"value"`
	Bound    Figure        `json:"bound"`
	Gap      Figure        `json:"gap"`
	Places   []SitingPlace `json:"places"`
	Conflict []Named       `json:"conflict"` // demands that cannot be met together
}

// SitingPlace is a place of a best set.
type SitingPlace struct {
	Key          string             `json:"key"`
	Name         string             `json:"name"`
	Municipality string             `json:"municipality"`
	From         string             `json:"from"` // locality, area or office
	Office       programme.OfficeID `json:"office"`
	Type         programme.TypeID   `json:"type"` // empty where the goal does not depend on it
	Lat          float64            `json:"lat"`
	Lon          float64            `json:"lon"`
	Chosen       Figure             `json:"chosen"`
	Stays        *Figure            `json:"stays"` // null unless asked for
}

// SitingSet is a set of offices by every goal.
type SitingSet struct {
	ID      string          `json:"id"`
	Label   string          `json:"label"`
	Opened  Figure          `json:"opened"`
	Last    Figure          `json:"last"` // working days until the last office opens
	Share   Figure          `json:"share"`
	Values  []SitingValue   `json:"values"`
	Kept    Figure          `json:"kept"`
	Broken  Figure          `json:"broken"`
	Against []SitingAgainst `json:"against"` // the mandate's own offices
}

// SitingValue is a set's value for a goal.
type SitingValue struct {
	Goal  string `json:"goal"`
	Value Figure `json:"value"`
}

// SitingAgainst is who gains and who loses.
type SitingAgainst struct {
	Kind      programme.AreaUnit `json:"kind"`
	Key       string             `json:"key"`
	Name      string             `json:"name"`
	Group     string             `json:"group"`
	GroupName string             `json:"groupName"`
	Gained    Figure             `json:"gained"`
	Lost      Figure             `json:"lost"`
}

// SitingRule is a demand on places, and whether each set meets it.
type SitingRule struct {
	Clause string   `json:"clause"` // empty where the demand follows from the rounds' counts of types
	Label  string   `json:"label"`
	Sets   []Figure `json:"sets"` // in the order of the sets
}

// SitingStays is a goal solved again with one assumption changed.
type SitingStays struct {
	Kind  string `json:"kind"` // detour, list, group, visits, demand or years
	Label string `json:"label"`
	Same  Figure `json:"same"`
}

// SitingCurve is the trade-off between two goals.
type SitingCurve struct {
	A      string             `json:"a"`
	B      string             `json:"b"`
	LabelA string             `json:"labelA"`
	LabelB string             `json:"labelB"`
	Points []SitingCurvePoint `json:"points"`
}

// SitingCurvePoint is a set on the trade-off. Bound is on a under the limit on b.
type SitingCurvePoint struct {
	A     Figure `json:"valueA"`
	B     Figure `json:"valueB"`
	Bound Figure `json:"bound"`
}

// SitingOptions choose what is answered.
type SitingOptions struct {
	Goal    siting.Goal // whose places are shown
	Stays   bool        // of Goal
	Against siting.Goal // the other goal of a trade-off; "" for none
	Tell    func(done, of int)
}

// SitingOf searches and writes out the answer.
func SitingOf(ctx context.Context, p *plan.Plan, lang locale.Lang, o SitingOptions) (*Siting, error) {
	s, facts := p.Siting, p.Facts.S
	out := &Siting{Schema: SitingSchema, Programme: facts.Programme.ID, Name: facts.Programme.Name.In(string(lang)), AsOf: p.AsOf.String(), Goal: string(o.Goal),
		Before: s.Before(), Own: s.Own(), Notes: []string{}, Options: []Named{}, Candidates: []Named{}, Unbound: []string{}, Goals: []SitingGoal{}, Sets: []SitingSet{},
		Rules: []SitingRule{}, Stays: []SitingStays{}, UnboundBecause: []SitingUnbound{}, Types: []SitingType{}}
	for k, g := range siting.Goals {
		if o.Tell != nil {
			o.Tell(k, len(siting.Goals))
		}
		if _, err := s.Best(ctx, g); err != nil {
			return nil, err
		}
	}
	if o.Stays {
		if _, err := s.Stays(ctx, o.Goal); err != nil {
			return nil, err
		}
	}
	for _, n := range p.Coverage.StateNotes(p.Coverage.State(s.Before())) {
		out.Notes = append(out.Notes, lang.Label(n))
	}
	of := func(what ...any) Figure { return figureOf(p, lang, append([]any{siting.Segment}, what...)...) }
	named := func(what ...any) Named {
		f := of(what...)
		x, _ := p.Shelf.Figure(f.Address)
		return Named{lang.Label(x.Label), f}
	}
	for _, k := range siting.OptionNames {
		x := named("option", k)
		if k == "gap" {
			x.Figure = figureAs(p, lang, locale.Style{Decimals: 1}, siting.Segment, "option", k)
		}
		out.Options = append(out.Options, x)
	}
	for _, k := range []string{"number", "locality", "area", "office", "lacking"} {
		out.Candidates = append(out.Candidates, named("candidates", k))
	}
	if s.Mandate != nil {
		out.Mandate = string(s.Mandate.ID)
		for _, x := range s.Unbound {
			id := string(s.Mandate.Clauses[x.Clause].ID)
			out.Unbound = append(out.Unbound, id)
			out.UnboundBecause = append(out.UnboundBecause, SitingUnbound{id, x.Why, lang.T("siting.unbound." + x.Why)})
		}
	}
	for i := range facts.OfficeTypes {
		t := &facts.OfficeTypes[i]
		out.Types = append(out.Types, SitingType{t.ID, t.Name.In(string(lang)), of("type", t.ID, "cost"), of("type", t.ID, "days"), of("type", t.ID, "officers")})
	}
	if err := out.giving(ctx, p, lang); err != nil {
		return nil, err
	}
	for _, g := range siting.Goals {
		x, err := sitingGoal(ctx, p, lang, g, o.Stays && g == o.Goal)
		if err != nil {
			return nil, err
		}
		out.Goals = append(out.Goals, *x)
	}
	if err := out.sets(ctx, p, lang); err != nil {
		return nil, err
	}
	if o.Stays {
		x, _ := s.Stays(ctx, o.Goal)
		for k, v := range x.Variants {
			out.Stays = append(out.Stays, SitingStays{v.Kind, lang.Label(s.VariantLabel(v)), of("variant", o.Goal, k+1)})
		}
	}
	if o.Against != "" {
		return out, out.curve(ctx, p, lang, o)
	}
	return out, nil
}

func sitingGoal(ctx context.Context, p *plan.Plan, lang locale.Lang, g siting.Goal, stays bool) (*SitingGoal, error) {
	b, err := p.Siting.Best(ctx, g)
	if err != nil {
		return nil, err
	}
	of := func(what ...any) Figure { return figureOf(p, lang, append([]any{siting.Segment}, what...)...) }
	out := &SitingGoal{Goal: string(g), Label: lang.Label(p.Siting.GoalLabel(g)), Found: b.Found, Proven: b.Proven, Stopped: b.Stopped, Lacking: b.Lacking,
		Value: of("best", g, "value"), Bound: of("best", g, "bound"), Gap: figureAs(p, lang, locale.Style{Decimals: 2}, siting.Segment, "best", g, "gap"), Places: []SitingPlace{}, Conflict: []Named{}}
	if b.Lack != "" {
		out.Lack = lang.T("siting.lack." + b.Lack)
	}
	for k := range b.Places {
		c := &b.Places[k]
		x := SitingPlace{Key: c.Key, Name: c.Name, Municipality: c.Municipality, From: string(c.From), Office: c.Office, Lat: c.Lat, Lon: c.Lon, Chosen: of("best", g, "place", k+1, "name")}
		if g := b.Goal; len(c.Types) == 1 && (g == siting.Room || g == siting.Cost || g == siting.Time) {
			x.Type = c.Types[0]
		}
		if stays {
			f := of("best", g, "place", k+1, "stays")
			x.Stays = &f
		}
		out.Places = append(out.Places, x)
	}
	for k, x := range b.Conflict {
		out.Conflict = append(out.Conflict, Named{lang.Label(p.Siting.RuleLabel(x)), of("conflict", g, k+1)})
	}
	return out, nil
}

// sets writes out the table of sets by goals and by demands; goals without a set are
// not in it.
func (a *Siting) sets(ctx context.Context, p *plan.Plan, lang locale.Lang) error {
	s := p.Siting
	of := func(what ...any) Figure { return figureOf(p, lang, append([]any{siting.Segment}, what...)...) }
	for _, id := range s.Sets() {
		x, err := s.Score(ctx, id)
		if err != nil {
			return err
		}
		if x == nil {
			continue
		}
		set := SitingSet{ID: id, Label: lang.Label(s.SetLabel(id)), Opened: of("set", id, "opened"), Last: of("set", id, "last"), Share: figureAs(p, lang, locale.Style{Decimals: 1}, siting.Segment, "set", id, "share"),
			Kept: of("set", id, "kept"), Broken: of("set", id, "broken"), Values: []SitingValue{}, Against: []SitingAgainst{}}
		for _, g := range siting.Goals {
			set.Values = append(set.Values, SitingValue{string(g), of("set", id, g)})
		}
		if x.Against != nil {
			for _, h := range x.Against.Shifts {
				u, g := &p.Coverage.Units()[h.Unit], &p.Coverage.Groups()[h.Group]
				set.Against = append(set.Against, SitingAgainst{Kind: u.Kind, Key: u.Key, Name: unitName(u, lang), Group: g.Key, GroupName: groupName(g, lang),
					Gained: of("against", id, u.Kind, u.Key, g.Key, "gained"), Lost: of("against", id, u.Kind, u.Key, g.Key, "lost")})
			}
		}
		a.Sets = append(a.Sets, set)
	}
	for k := range s.Rules {
		r := SitingRule{Label: lang.Label(s.RuleLabel(k)), Sets: []Figure{}}
		if c := s.Rules[k].Clause; c >= 0 {
			r.Clause = string(s.Mandate.Clauses[c].ID)
		}
		for _, set := range a.Sets {
			f := of("rule", k+1, set.ID)
			if w, ok := f.Low.(string); ok {
				f.Text = lang.T("siting." + w)
			}
			r.Sets = append(r.Sets, f)
		}
		a.Rules = append(a.Rules, r)
	}
	return nil
}

// giving writes out what must give.
func (a *Siting) giving(ctx context.Context, p *plan.Plan, lang locale.Lang) error {
	g, err := p.Siting.Giving(ctx)
	if err != nil || g.Least == 0 {
		return err
	}
	a.Giving = &SitingGiving{Least: figureOf(p, lang, siting.Segment, "give", "least"), Parts: []SitingGive{}}
	for k, x := range g.Parts {
		a.Giving.Parts = append(a.Giving.Parts, SitingGive{x.Rule, lang.Label(p.Siting.RuleLabel(x.Rule)), siting.Sides[x.Side], figureOf(p, lang, siting.Segment, "give", k+1)})
	}
	return nil
}

// finer shows tenths of minutes: along a trade-off whole ones often look alike.
var finer = locale.Style{Decimals: 1}

func (a *Siting) curve(ctx context.Context, p *plan.Plan, lang locale.Lang, o SitingOptions) error {
	c, err := p.Siting.Curve(ctx, o.Goal, o.Against)
	if err != nil {
		return err
	}
	a.Curve = &SitingCurve{A: string(c.A), B: string(c.B), LabelA: lang.Label(p.Siting.GoalLabel(c.A)), LabelB: lang.Label(p.Siting.GoalLabel(c.B)), Points: []SitingCurvePoint{}}
	for k := range c.Points {
		of := func(what string) Figure {
			return figureAs(p, lang, finer, siting.Segment, "curve", c.A, c.B, k+1, what)
		}
		a.Curve.Points = append(a.Curve.Points, SitingCurvePoint{of("a"), of("b"), of("bound")})
	}
	return nil
}
