package summary

import (
	"context"

	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan"
	"github.com/etablera/etablera/internal/plan/siting/rounds"
	"github.com/etablera/etablera/internal/programme"
)

// RoundsSchema names the form of an answer on rounds.
const RoundsSchema = "etablera.rounds/1"

// Rounds is how a mandate's offices are best divided into rounds by each goal, and how
// its own division stands against that.
type Rounds struct {
	Schema     string            `json:"schema"`
	Programme  string            `json:"programme"`
	Name       string            `json:"name"`
	AsOf       string            `json:"asOf"`
	Mandate    string            `json:"mandate"`
	Goal       string            `json:"goal"` // whose division the text shows in full
	Notes      []string          `json:"notes"`
	Options    []Named           `json:"options"`
	Sizes      []RoundsSize      `json:"rounds"`
	Goals      []RoundsGoal      `json:"goals"`
	Divisions  []RoundsDivision  `json:"divisions"` // the own first
	Judgements []RoundsJudgement `json:"judgements"`
	Curve      *SitingCurve      `json:"curve"` // null unless asked for
}

// RoundsSize is a round and how many offices it may have.
type RoundsSize struct {
	Round    programme.RoundID `json:"round"`
	Name     string            `json:"name"`
	Own      Figure            `json:"own"`
	Least    Figure            `json:"least"`
	Most     Figure            `json:"most"`
	Capacity Figure            `json:"capacity"` // under the leaders by the end of the window; unknown where they are
}

// RoundsGoal is a goal with what is proven of its best division.
type RoundsGoal struct {
	Goal   string `json:"goal"`
	Label  string `json:"label"`
	Known  bool   `json:"known"` // its values are known and take part in the first judgement
	Why    string `json:"why"`   // why they are not; empty where they are
	Found  bool   `json:"found"`
	Proven bool   `json:"proven"`
	Value  Figure `json:"value"`
	Bound  Figure `json:"bound"`
	Gap    Figure `json:"gap"`
}

// RoundsDivision is a division by every goal.
type RoundsDivision struct {
	ID      string          `json:"id"`
	Label   string          `json:"label"`
	Values  []SitingValue   `json:"values"`
	Moved   Figure          `json:"moved"`
	Rounds  []RoundsPart    `json:"rounds"`
	Missing []RoundsMissing `json:"missing"` // what the goal spread counts
	Offices []RoundsOffice  `json:"offices"`
}

// RoundsMissing is a county without an office in a round, though it has enough for all.
type RoundsMissing struct {
	County string            `json:"county"`
	Round  programme.RoundID `json:"round"`
}

// RoundsPart is a round of a division.
type RoundsPart struct {
	Round      programme.RoundID `json:"round"`
	Categories []RoundsCategory  `json:"categories"`
	Counties   Figure            `json:"counties"`
	Days       Figure            `json:"workingDays"` // until it is open, P50; unknown without leaders
	P50        Figure            `json:"p50"`
	P80        Figure            `json:"p80"`
}

// RoundsCategory is how many of a category a round has, and how many would be its share.
type RoundsCategory struct {
	Category programme.Category `json:"category"`
	Name     string             `json:"name"`
	Count    Figure             `json:"count"`
	Share    Figure             `json:"share"`
}

// RoundsOffice is an office of a division.
type RoundsOffice struct {
	Office programme.OfficeID `json:"office"`
	Name   string             `json:"name"`
	Round  programme.RoundID  `json:"round"`
	Own    programme.RoundID  `json:"own"`
}

// RoundsJudgement is how the own division stands by some of the goals.
type RoundsJudgement struct {
	Scope    string       `json:"scope"` // known or all
	Goals    []string     `json:"goals"`
	WithOpen bool         `json:"withOpen"` // no round may be open later either
	Verdict  Figure       `json:"verdict"`
	Steps    []RoundsStep `json:"steps"`
}

// RoundsStep is how much better a goal can be with no other worse.
type RoundsStep struct {
	Goal     string `json:"goal"`
	Label    string `json:"label"`
	Better   bool   `json:"better"`
	Proven   bool   `json:"proven"`
	Slower   bool   `json:"slower"`
	Own      Figure `json:"own"`
	Least    Figure `json:"least"`
	Bound    Figure `json:"bound"`
	Division string `json:"division"` // id of one with the least; empty where nothing is better
	Smallest string `json:"smallest"` // id of the smallest change that gives less; empty where nothing is
}

// RoundsOptions choose what is answered.
type RoundsOptions struct {
	Goal    rounds.Goal
	Against rounds.Goal // the other goal of a trade-off; "" for none
	Tell    func(done, of int)
}

// RoundsOf searches and writes out the answer.
func RoundsOf(ctx context.Context, p *plan.Plan, lang locale.Lang, o RoundsOptions) (*Rounds, error) {
	r, facts := p.Rounds, p.Facts.S
	if _, err := r.Find(ctx, rounds.Own); err != nil {
		return nil, err
	}
	out := &Rounds{Schema: RoundsSchema, Programme: facts.Programme.ID, Name: facts.Programme.Name.In(string(lang)), AsOf: p.AsOf.String(), Mandate: string(r.Mandate.ID),
		Goal: string(o.Goal), Notes: []string{}, Options: []Named{}, Sizes: []RoundsSize{}, Goals: []RoundsGoal{}, Divisions: []RoundsDivision{}, Judgements: []RoundsJudgement{}}
	steps := len(rounds.Goals) + len(rounds.Scopes)
	tell := func(k int) {
		if o.Tell != nil {
			o.Tell(k, steps)
		}
	}
	of := func(what ...any) Figure { return figureOf(p, lang, append([]any{rounds.Segment}, what...)...) }
	for k, g := range rounds.Goals {
		tell(k)
		b, err := r.Best(ctx, g)
		if err != nil {
			return nil, err
		}
		known, why := r.Known(g)
		x := RoundsGoal{Goal: string(g), Label: lang.Label(g.Label()), Known: known, Found: b.Found, Proven: b.Proven, Value: of("best", g, "value"), Bound: of("best", g, "bound"),
			Gap: figureAs(p, lang, locale.Style{Decimals: 2}, rounds.Segment, "best", g, "gap")}
		if !known {
			x.Why = lang.Label(why)
		}
		out.Goals = append(out.Goals, x)
	}
	if err := out.judgements(ctx, p, lang, tell); err != nil {
		return nil, err
	}
	out.head(p, lang)
	if err := out.divisions(ctx, p, lang); err != nil {
		return nil, err
	}
	if o.Against != "" {
		return out, out.curve(ctx, p, lang, o)
	}
	return out, nil
}

// head writes out what the searches rest on.
func (a *Rounds) head(p *plan.Plan, lang locale.Lang) {
	of := func(what ...any) Figure { return figureOf(p, lang, append([]any{rounds.Segment}, what...)...) }
	for _, what := range []string{"offices", "leaders", "each"} {
		f := of("option", what)
		x, _ := p.Shelf.Figure(f.Address)
		a.Options = append(a.Options, Named{lang.Label(x.Label), f})
	}
	for k := range p.Rounds.Rounds {
		x := &p.Rounds.Rounds[k]
		a.Sizes = append(a.Sizes, RoundsSize{Round: x.ID, Name: x.Name.In(string(lang)), Own: of("size", x.ID, "own"), Least: of("size", x.ID, "least"),
			Most: of("size", x.ID, "most"), Capacity: of("size", x.ID, "capacity")})
	}
	for _, g := range rounds.Goals {
		f, _ := p.Shelf.Figure(of("division", rounds.Own, g).Address)
		for _, n := range f.Notes {
			a.Notes = append(a.Notes, lang.Label(n))
		}
	}
	if p.Rounds.Leaders.Count > 0 {
		a.Notes = append(a.Notes, lang.T("rounds.note.fresh"))
	} else {
		a.Notes = append(a.Notes, lang.T("rounds.no-leaders"))
	}
	if p.Rounds.Cut() {
		a.Notes = append(a.Notes, lang.T("rounds.cut"))
	}
}

// judgements writes out how the own division stands; the second only where it has other
// goals than the first.
func (a *Rounds) judgements(ctx context.Context, p *plan.Plan, lang locale.Lang, tell func(int)) error {
	of := func(what ...any) Figure { return figureOf(p, lang, append([]any{rounds.Segment}, what...)...) }
	for k, s := range rounds.Scopes {
		tell(len(rounds.Goals) + k)
		j, err := p.Rounds.Judge(ctx, s)
		if err != nil {
			return err
		}
		if k > 0 && len(a.Judgements) > 0 && len(j.Goals) == len(a.Judgements[0].Goals) {
			continue
		}
		x := RoundsJudgement{Scope: string(s), Goals: []string{}, WithOpen: j.WithOpen, Verdict: of("verdict", s), Steps: []RoundsStep{}}
		for _, g := range j.Goals {
			x.Goals = append(x.Goals, string(g))
		}
		x.Verdict.Text = lang.T("rounds.verdict-word." + string(j.Verdict))
		for _, step := range j.Steps {
			y := RoundsStep{Goal: string(step.Goal), Label: lang.Label(step.Goal.Label()), Better: step.Better, Proven: step.Proven, Slower: step.Slower,
				Own: of("step", s, step.Goal, "own"), Least: of("step", s, step.Goal, "least"), Bound: of("step", s, step.Goal, "bound")}
			if step.Better {
				y.Division, y.Smallest = rounds.LeastID(s, step.Goal), rounds.LeastID(s, step.Goal)
				if d, err := p.Rounds.Find(ctx, rounds.SmallID(s, step.Goal)); err == nil && d != nil {
					y.Smallest = d.ID
				}
			}
			x.Steps = append(x.Steps, y)
		}
		a.Judgements = append(a.Judgements, x)
	}
	return nil
}

// divisions writes out the own division, the best for each goal, and those that the
// judgements name.
func (a *Rounds) divisions(ctx context.Context, p *plan.Plan, lang locale.Lang) error {
	ids := []string{rounds.Own}
	for _, g := range rounds.Goals {
		ids = append(ids, rounds.BestID(g))
	}
	for _, j := range a.Judgements {
		for _, x := range j.Steps {
			if x.Better {
				ids = append(ids, x.Division)
				if x.Smallest != x.Division {
					ids = append(ids, x.Smallest)
				}
			}
		}
	}
	for _, id := range ids {
		d, err := p.Rounds.Find(ctx, id)
		if err != nil {
			return err
		}
		if d != nil {
			a.Divisions = append(a.Divisions, roundsDivision(p, lang, d))
		}
	}
	return nil
}

func roundsDivision(p *plan.Plan, lang locale.Lang, d *rounds.Division) RoundsDivision {
	r := p.Rounds
	of := func(what ...any) Figure { return figureOf(p, lang, append([]any{rounds.Segment}, what...)...) }
	out := RoundsDivision{ID: d.ID, Label: lang.Label(r.Label(d.ID)), Values: []SitingValue{}, Moved: of("division", d.ID, "moved"), Rounds: []RoundsPart{}, Missing: []RoundsMissing{}, Offices: []RoundsOffice{}}
	for _, g := range rounds.Goals {
		out.Values = append(out.Values, SitingValue{string(g), of("division", d.ID, g)})
	}
	for k := range r.Rounds {
		id := r.Rounds[k].ID
		x := RoundsPart{Round: id, Categories: []RoundsCategory{}, Counties: of("counties", d.ID, id), Days: of("open", d.ID, id, "days"), P50: of("open", d.ID, id, "p50"), P80: of("open", d.ID, id, "p80")}
		for _, c := range r.Categories() {
			x.Categories = append(x.Categories, RoundsCategory{c, lang.T("rounds.category." + string(c)), of("category", d.ID, id, c, "count"), of("category", d.ID, id, c, "share")})
		}
		out.Rounds = append(out.Rounds, x)
	}
	for _, x := range r.Missing(d) {
		out.Missing = append(out.Missing, RoundsMissing{x.County, r.Rounds[x.Round].ID})
	}
	for i := range r.Offices {
		o := &r.Offices[i]
		out.Offices = append(out.Offices, RoundsOffice{o.ID, o.Name, r.Rounds[d.Of[i]].ID, r.Rounds[o.Round].ID})
	}
	return out
}

func (a *Rounds) curve(ctx context.Context, p *plan.Plan, lang locale.Lang, o RoundsOptions) error {
	c, err := p.Rounds.Curve(ctx, o.Goal, o.Against)
	if err != nil {
		return err
	}
	a.Curve = &SitingCurve{A: string(c.A), B: string(c.B), LabelA: lang.Label(c.A.Label()), LabelB: lang.Label(c.B.Label()), Points: []SitingCurvePoint{}}
	for k := range c.Points {
		of := func(what string) Figure {
			return figureAs(p, lang, finer, rounds.Segment, "curve", c.A, c.B, k+1, what)
		}
		a.Curve.Points = append(a.Curve.Points, SitingCurvePoint{of("a"), of("b"), of("bound")})
	}
	return nil
}
