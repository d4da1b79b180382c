package summary

import (
	"context"

	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan"
	"github.com/etablera/etablera/internal/plan/coverage"
	"github.com/etablera/etablera/internal/plan/siting/closing"
	"github.com/etablera/etablera/internal/programme"
)

// ClosingSchema names the form of an answer on closings.
const ClosingSchema = "etablera.closing/1"

// Closing is which offices to close, in stages, by each goal, side by side.
type Closing struct {
	Schema    string         `json:"schema"`
	Programme string         `json:"programme"`
	Name      string         `json:"name"`
	AsOf      string         `json:"asOf"`
	On        string         `json:"on"`   // the day for which the network is looked at
	Goal      string         `json:"goal"` // whose set the text shows in full
	Notes     []string       `json:"notes"`
	Options   []Named        `json:"options"`
	Network   []Named        `json:"network"`
	Stages    []ClosingStage `json:"stages"`
	Needs     []ClosingNeed  `json:"needs"`
	Goals     []ClosingGoal  `json:"goals"`
	Sets      []ClosingSet   `json:"sets"`
}

// ClosingStage is a stage as it is asked for.
type ClosingStage struct {
	Last Figure `json:"last"` // last open day
	Days Figure `json:"days"` // for which it is the latest
}

// ClosingNeed is what is to be saved in a year.
type ClosingNeed struct {
	Year   int    `json:"year"`
	Amount Figure `json:"amount"`
}

// ClosingGoal is a goal with what is proven of the best set found for it.
type ClosingGoal struct {
	Goal         string  `json:"goal"`
	Label        string  `json:"label"`
	Found        bool    `json:"found"`
	Proven       bool    `json:"proven"`       // nothing is better
	Stopped      bool    `json:"stopped"`      // by a time limit
	Certificates int     `json:"certificates"` // that prove the bound, computed again
	Value        Figure  `json:"value"`
	Bound        Figure  `json:"bound"`
	Gap          Figure  `json:"gap"`
	Conflict     []Named `json:"conflict"` // demands that cannot be met together
}

// ClosingSet is a set of offices that close.
type ClosingSet struct {
	Goal   string          `json:"goal"` // for which it is best
	Label  string          `json:"label"`
	Closed Figure          `json:"closed"`
	Kept   Figure          `json:"kept"`
	Moved  int             `json:"moved"`  // offices that the search for the latest order moved
	Latest bool            `json:"latest"` // whether no order of the same offices keeps them longer
	Values []ClosingValue  `json:"values"`
	Saved  []ClosingNeed   `json:"saved"`
	Stages []ClosingAfter  `json:"stages"`
	Closes []ClosingOffice `json:"closes"`
}

// ClosingValue is a set's value for a goal.
type ClosingValue struct {
	Goal  string `json:"goal"`
	Value Figure `json:"value"`
}

// ClosingAfter is the network after a stage, beside that before all.
type ClosingAfter struct {
	Closed Figure        `json:"closed"`
	Open   Figure        `json:"open"`
	Extra  Figure        `json:"extra"`
	Beyond Figure        `json:"beyond"`
	Areas  Figure        `json:"areas"`
	County Figure        `json:"county"`
	Worst  string        `json:"worst"` // name of that county; empty where none loses
	Share  Figure        `json:"share"`
	Shifts []ClosingLoss `json:"shifts"`
}

// ClosingLoss is who has got further.
type ClosingLoss struct {
	Kind      programme.AreaUnit `json:"kind"`
	Key       string             `json:"key"`
	Name      string             `json:"name"`
	Group     string             `json:"group"`
	GroupName string             `json:"groupName"`
	Lost      Figure             `json:"lost"`
	Bands     []Figure           `json:"bands"` // by minutes
	Without   Figure             `json:"without"`
}

// ClosingOffice is one closure.
type ClosingOffice struct {
	Office       programme.OfficeID `json:"office"`
	Name         string             `json:"name"`
	Municipality string             `json:"municipality"`
	Stage        int                `json:"stage"` // from 1
	Last         Figure             `json:"last"`
	Planned      string             `json:"planned"` // last day by the facts, empty where they have none
	Decided      bool               `json:"decided"`
	People       Figure             `json:"people"`
	Alternative  Figure             `json:"alternative"`
	Longer       Figure             `json:"longer"`
	Without      Figure             `json:"without"`
	Decides      Figure             `json:"decides"`
	Body         string             `json:"body"` // kind of party: board or director-general
	Left         bool               `json:"left"` // no known office is left in the municipality
	Doubtful     bool               `json:"doubtful"`
	Hear         []ClosingHeard     `json:"hear"`
	Saved        []ClosingNeed      `json:"saved"`
}

// ClosingHeard is somebody to hear before the decision.
type ClosingHeard struct {
	Kind programme.PartyKind `json:"kind"`
	Name string              `json:"name"`
}

// ClosingOptions choose what is answered.
type ClosingOptions struct {
	Goal closing.Goal // whose set is shown in full
	Tell func(done, of int)
}

// ClosingOf searches and writes out the answer.
func ClosingOf(ctx context.Context, p *plan.Plan, lang locale.Lang, o ClosingOptions) (*Closing, error) {
	k, facts := p.Closing, p.Facts.S
	out := &Closing{Schema: ClosingSchema, Programme: facts.Programme.ID, Name: facts.Programme.Name.In(string(lang)), AsOf: p.AsOf.String(), On: p.Coverage.On.String(),
		Goal: string(o.Goal), Notes: []string{}, Options: []Named{}, Network: []Named{}, Stages: []ClosingStage{}, Needs: []ClosingNeed{}, Goals: []ClosingGoal{}, Sets: []ClosingSet{}}
	for n, g := range closing.Goals {
		if o.Tell != nil {
			o.Tell(n, len(closing.Goals))
		}
		if _, err := k.Effect(ctx, g); err != nil {
			return nil, err
		}
	}
	for _, n := range p.Coverage.StateNotes(p.Coverage.State(coverage.Now)) {
		out.Notes = append(out.Notes, lang.Label(n))
	}
	for _, n := range k.StageNotes() {
		out.Notes = append(out.Notes, lang.Label(n))
	}
	for _, what := range []string{"count", "minutes", "gap", "assumed", "until", "floor", "drop"} {
		x := closingNamed(p, lang, "option", what)
		if what == "gap" {
			x.Figure = figureAs(p, lang, locale.Style{Decimals: 1}, closing.Segment, "option", what)
		}
		if x.isKnown() || what == "assumed" {
			out.Options = append(out.Options, x)
		}
	}
	for _, what := range []string{"open", "kept", "decided"} {
		out.Network = append(out.Network, closingNamed(p, lang, "network", what))
	}
	for t := range k.Stages {
		out.Stages = append(out.Stages, ClosingStage{closingFigure(p, lang, "stage", t+1, "last"), closingFigure(p, lang, "stage", t+1, "days")})
	}
	for _, n := range k.Needs {
		out.Needs = append(out.Needs, ClosingNeed{n.Year, closingFigure(p, lang, "need", n.Year)})
	}
	for _, g := range closing.Goals {
		if err := out.goal(ctx, p, lang, g); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func closingFigure(p *plan.Plan, lang locale.Lang, what ...any) Figure {
	return figureOf(p, lang, append([]any{closing.Segment}, what...)...)
}

func closingNamed(p *plan.Plan, lang locale.Lang, what ...any) Named {
	f := closingFigure(p, lang, what...)
	x, _ := p.Shelf.Figure(f.Address)
	return Named{lang.Label(x.Label), f}
}

// goal adds a goal and its set.
func (a *Closing) goal(ctx context.Context, p *plan.Plan, lang locale.Lang, g closing.Goal) error {
	k := p.Closing
	b, err := k.Best(ctx, g)
	if err != nil {
		return err
	}
	of := func(what ...any) Figure { return closingFigure(p, lang, what...) }
	x := ClosingGoal{Goal: string(g), Label: lang.Label(k.GoalLabel(g)), Found: b.Found, Proven: b.Found && b.Proven, Stopped: b.Stopped, Certificates: b.Checked,
		Value: of("best", g, "value"), Bound: of("best", g, "bound"), Gap: figureAs(p, lang, locale.Style{Decimals: 2}, closing.Segment, "best", g, "gap"), Conflict: []Named{}}
	for n := range b.Conflict {
		x.Conflict = append(x.Conflict, Named{lang.Label(k.RuleLabel(&b.Conflict[n])), of("conflict", g, n+1)})
	}
	if g == closing.County {
		x.Value = figureAs(p, lang, locale.Style{Decimals: 2}, closing.Segment, "best", g, "value")
		x.Bound = figureAs(p, lang, locale.Style{Decimals: 2}, closing.Segment, "best", g, "bound")
	}
	a.Goals = append(a.Goals, x)
	e, err := k.Effect(ctx, g)
	if err != nil || e == nil {
		return err
	}
	set := ClosingSet{Goal: string(g), Label: lang.Label(k.SetLabel(g)), Closed: of("set", g, "closed"), Kept: of("set", g, "kept"), Moved: b.Reordered, Latest: b.Kept == b.KeptBound,
		Values: []ClosingValue{}, Saved: []ClosingNeed{}, Stages: []ClosingAfter{}, Closes: []ClosingOffice{}}
	for _, h := range closing.Goals {
		v := of("set", g, h)
		if h == closing.County {
			v = figureAs(p, lang, locale.Style{Decimals: 2}, closing.Segment, "set", g, h)
		}
		set.Values = append(set.Values, ClosingValue{string(h), v})
	}
	for _, y := range k.Years() {
		set.Saved = append(set.Saved, ClosingNeed{y, of("set", g, "saved", y)})
	}
	for t := range k.Stages {
		set.Stages = append(set.Stages, closingAfter(p, lang, g, t, b, e))
	}
	offices, err := k.Offices(ctx)
	if err != nil {
		return err
	}
	for n := range e.Closed {
		set.Closes = append(set.Closes, closingOffice(p, lang, g, &e.Closed[n], &offices[e.Closed[n].Office]))
	}
	a.Sets = append(a.Sets, set)
	return nil
}

func closingAfter(p *plan.Plan, lang locale.Lang, g closing.Goal, t int, b *closing.Best, e *closing.Effect) ClosingAfter {
	of := func(what ...any) Figure {
		return closingFigure(p, lang, append([]any{"set", g, "stage", t + 1}, what...)...)
	}
	out := ClosingAfter{Closed: of("closed"), Open: of("open"), Extra: of("extra"), Beyond: of("beyond"), Areas: of("areas"), Worst: p.Closing.WorstCounty(b, t), Shifts: []ClosingLoss{},
		County: figureAs(p, lang, locale.Style{Decimals: 2}, closing.Segment, "set", g, "stage", t+1, "county"), Share: figureAs(p, lang, locale.Style{Decimals: 1}, closing.Segment, "set", g, "stage", t+1, "share")}
	for _, s := range e.Shifts[t] {
		u, group := &p.Coverage.Units()[s.Unit], &p.Coverage.Groups()[s.Group]
		shift := func(what ...any) Figure {
			return closingFigure(p, lang, append([]any{"set", g, "shift", t + 1, u.Kind, u.Key, group.Key}, what...)...)
		}
		x := ClosingLoss{Kind: u.Kind, Key: u.Key, Name: unitName(u, lang), Group: group.Key, GroupName: groupName(group, lang), Lost: shift("lost"), Without: shift("without"), Bands: []Figure{}}
		for n := range len(coverage.Bands) + 1 {
			x.Bands = append(x.Bands, shift("lost", n+1))
		}
		out.Shifts = append(out.Shifts, x)
	}
	return out
}

func closingOffice(p *plan.Plan, lang locale.Lang, g closing.Goal, c *closing.Closed, o *closing.Office) ClosingOffice {
	of := func(what ...any) Figure {
		return closingFigure(p, lang, append([]any{"set", g, "office", o.ID}, what...)...)
	}
	out := ClosingOffice{Office: o.ID, Name: o.Name, Municipality: o.Municipality, Stage: c.Stage + 1, Last: of("last"), Decided: o.Decided && o.Must, People: of("people"), Alternative: of("alternative"),
		Longer: of("longer"), Without: of("without"), Decides: of("decides"), Body: string(c.Competence.Kind), Left: c.Competence.Left, Doubtful: c.Competence.Doubtful, Hear: []ClosingHeard{}, Saved: []ClosingNeed{}}
	if o.Planned.IsKnown() {
		out.Planned = o.Planned.String()
	}
	if body, _ := p.Facts.Party(c.Competence.Body); body != nil {
		out.Decides.Text = body.Name.In(string(lang))
	} else {
		out.Decides.Text = lang.T("closing.party." + out.Body)
	}
	for _, h := range c.Competence.Hear {
		name := lang.T("closing.hear."+string(h.Kind), h.Of)
		if party, _ := p.Facts.Party(h.Party); party != nil {
			name = party.Name.In(string(lang))
		}
		out.Hear = append(out.Hear, ClosingHeard{h.Kind, name})
	}
	for _, y := range p.Closing.Years() {
		out.Saved = append(out.Saved, ClosingNeed{y, of("saved", y)})
	}
	return out
}
