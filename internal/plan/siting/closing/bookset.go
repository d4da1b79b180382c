package closing

import (
	"context"
	"slices"
	"strconv"

	"github.com/etablera/etablera/internal/plan/coverage"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
)

func (k *Closing) bestFigure(f *figure.Figure, goal, what string) bool {
	if !isGoal(goal) {
		return false
	}
	b, err := k.best(context.Background(), Goal(goal))
	if err != nil || !b.Found {
		return false
	}
	f.Label, f.Rule, f.Notes = figure.Label{Key: "closing.best." + what, Args: []any{k.GoalLabel(b.Goal)}}, ruleBound, k.notes()
	f.Inputs = append([]figure.Address{countAt, gapAt}, k.grounds(b.Goal)...)
	for _, n := range k.Needs {
		f.Inputs = append(f.Inputs, figure.At(Segment, "need", n.Year))
	}
	switch what {
	case "value":
		f.Value, f.Rule, f.Inputs = k.valueOf(b.Goal, b.Value), figure.Same, []figure.Address{figure.At(Segment, "set", goal, goal)}
	case "bound":
		f.Value = k.valueOf(b.Goal, b.Bound)
	case "gap":
		f.Value = figure.OfShare(b.Gap)
	default:
		return false
	}
	return true
}

func (k *Closing) setFigure(f *figure.Figure, goal string, path []string) bool {
	if !isGoal(goal) {
		return false
	}
	e, err := k.effect(context.Background(), Goal(goal))
	if err != nil || e == nil {
		return false
	}
	b := k.bests[Goal(goal)]
	f.Notes = k.notes()
	switch {
	case len(path) == 1:
		return k.totalFigure(f, b, e, path[0])
	case path[0] == "saved" && len(path) == 2:
		return k.savedFigure(f, b, e, path[1])
	case path[0] == "stage" && len(path) == 3:
		return k.afterFigure(f, b, e, path[1], path[2])
	case path[0] == "shift" && len(path) >= 6:
		return k.shiftFigure(f, b, e, path[1:])
	case path[0] == "office" && len(path) >= 3:
		return k.closureFigure(f, b, e, path[1], path[2:])
	}
	return false
}

// SetLabel says in words what a set is.
func (k *Closing) SetLabel(g Goal) figure.Label {
	return figure.Label{Key: "closing.set", Args: []any{k.GoalLabel(g)}}
}

func (k *Closing) totalFigure(f *figure.Figure, b *Best, e *Effect, what string) bool {
	f.Rule = ruleMeasure
	switch {
	case what == "closed":
		f.Label = figure.Label{Key: "closing.set.closed", Args: []any{k.SetLabel(b.Goal)}}
		f.Value, f.Rule, f.Inputs, f.Notes = figure.OfCount(len(e.Closed)), figure.Same, []figure.Address{countAt}, nil
	case what == "kept":
		f.Label = figure.Label{Key: "closing.set.kept", Args: []any{k.SetLabel(b.Goal)}}
		f.Value, f.Inputs = figure.OfCount(int(b.Kept)), k.stagesOf(b)
	case isGoal(what):
		f.Label = figure.Label{Key: "closing.set.goal", Args: []any{k.GoalLabel(Goal(what)), k.SetLabel(b.Goal)}}
		f.Value, f.Inputs = k.valueOf(Goal(what), b.Score.Values[Goal(what)]), append(k.stagesOf(b), k.grounds(Goal(what))...)
	default:
		return false
	}
	return true
}

// stagesOf are the figures of which offices close when.
func (k *Closing) stagesOf(b *Best) (out []figure.Address) {
	for i, c := range b.Closes {
		if c < len(k.Stages) {
			out = append(out, figure.At(Segment, "set", b.Goal, "office", k.world.offices[i].ID, "last"))
		}
	}
	return out
}

func (k *Closing) savedFigure(f *figure.Figure, b *Best, e *Effect, year string) bool {
	i := slices.IndexFunc(e.Savings, func(s Saving) bool { return strconv.Itoa(s.Year) == year })
	if i < 0 {
		return false
	}
	s := &e.Savings[i]
	f.Label, f.Value, f.Rule, f.Notes = figure.Label{Key: "closing.set.saved", Args: []any{s.Year, k.SetLabel(b.Goal)}}, figure.OfAmount(s.Saved), ruleSaved, nil
	for _, c := range e.Closed {
		f.Inputs = append(f.Inputs, figure.At(Segment, "set", b.Goal, "office", k.world.offices[c.Office].ID, "saved", s.Year))
	}
	if s.Unknown > 0 {
		f.Notes = append(f.Notes, figure.Label{Key: "closing.note.unknown", Args: []any{s.Unknown}})
		if s.Unknown == len(e.Closed) {
			f.Value = figure.Unknown(figure.Money)
		}
	}
	if s.Assumed > 0 {
		f.Notes = append(f.Notes, figure.Label{Key: "closing.note.assumed", Args: []any{s.Assumed, figure.OfAmount(k.Options.Assume)}})
	}
	f.Notes = append(f.Notes, figure.Label{Key: "closing.note.gross"})
	return true
}

func (k *Closing) afterFigure(f *figure.Figure, b *Best, e *Effect, nth, what string) bool {
	t, ok := index(nth, len(k.Stages))
	if !ok {
		return false
	}
	a := &b.Score.Stages[t]
	f.Label = figure.Label{Key: "closing.after." + what, Args: []any{t + 1, k.SetLabel(b.Goal)}}
	f.Rule, f.Inputs = ruleMeasure, append(k.stagesOf(b), todayAt, methodAt, populationAt)
	switch what {
	case "closed":
		n := 0
		f.Inputs = nil
		for i, c := range b.Closes {
			if c <= t {
				n++
				f.Inputs = append(f.Inputs, figure.At(Segment, "set", b.Goal, "office", k.world.offices[i].ID, "last"))
			}
		}
		f.Value, f.Rule, f.Notes = figure.OfCount(n), figure.Number, nil
	case "open":
		f.Value, f.Rule = figure.OfCount(len(e.Open[t])), figure.Difference
		f.Inputs = []figure.Address{figure.At(Segment, "network", "open"), figure.At(Segment, "set", b.Goal, "stage", nth, "closed")}
	case "extra":
		f.Value = figure.OfCount(int((a.Extra + 30) / 60))
	case "beyond":
		f.Value, f.Label.Args = figure.OfCount(int(a.Beyond)), append(f.Label.Args, k.Options.Minutes)
	case "areas":
		f.Value, f.Label.Args = figure.OfCount(int(a.Areas)), append(f.Label.Args, k.Options.ListYear)
	case "county":
		f.Value, f.Label.Args = figure.Between(figure.Share, a.County, a.County), append(f.Label.Args, k.Options.Minutes)
		if a.Worst >= 0 {
			f.Notes = append(f.Notes, figure.Label{Key: "closing.note.worst", Args: []any{k.coverage.Units()[k.world.counties[a.Worst]].Name}})
		}
	case "share":
		f.Value, f.Label.Args = figure.Unknown(figure.Share), append(f.Label.Args, k.Options.Minutes)
		if n := slices.Index(coverage.Minutes[:], k.Options.Minutes); n >= 0 && e.Reaches[t].People > 0 {
			f.Value = figure.OfShare(float64(e.Reaches[t].Within[n]) / float64(e.Reaches[t].People))
		}
	default:
		return false
	}
	return true
}

func (k *Closing) shiftFigure(f *figure.Figure, b *Best, e *Effect, path []string) bool {
	t, ok := index(path[0], len(k.Stages))
	if !ok || len(path) > 6 {
		return false
	}
	units, groups := k.coverage.Units(), k.coverage.Groups()
	for _, s := range e.Shifts[t] {
		if u := &units[s.Unit]; string(u.Kind) != path[1] || u.Key != path[2] || groups[s.Group].Key != path[3] {
			continue
		}
		f.Label = figure.Label{Key: "closing.shift." + path[4], Args: []any{t + 1, k.SetLabel(b.Goal)}}
		f.Rule, f.Inputs = ruleShift, append(k.stagesOf(b), figure.At(coverage.Segment, "population", path[1], path[2], path[3]), todayAt, methodAt)
		switch {
		case path[4] == "lost" && len(path) == 5:
			f.Value = figure.OfCount(int(coverage.Sum(s.Lost)))
		case path[4] == "without" && len(path) == 5:
			f.Value = figure.OfCount(int(s.LeftWithout))
		case path[4] == "lost":
			n, ok := index(path[5], len(s.Lost))
			if !ok {
				return false
			}
			f.Label.Key += "-band"
			f.Label.Args = append(f.Label.Args, BandLabel(n))
			f.Value = figure.OfCount(int(s.Lost[n]))
		default:
			return false
		}
		return true
	}
	return false
}

// BandLabel says which minutes a band of lost time holds.
func BandLabel(n int) figure.Label {
	switch n {
	case 0:
		return figure.Label{Key: "coverage.band.first", Args: []any{coverage.Bands[0]}}
	case len(coverage.Bands):
		return figure.Label{Key: "coverage.band.last", Args: []any{coverage.Bands[n-1]}}
	}
	return figure.Label{Key: "coverage.band", Args: []any{coverage.Bands[n-1], coverage.Bands[n]}}
}

// closureFigure answers for one office that a set closes.
func (k *Closing) closureFigure(f *figure.Figure, b *Best, e *Effect, id string, path []string) bool {
	i := slices.IndexFunc(e.Closed, func(c Closed) bool { return string(k.world.offices[c.Office].ID) == id })
	if i < 0 {
		return false
	}
	c := &e.Closed[i]
	o := &k.world.offices[c.Office]
	f.Label = figure.Label{Key: "closing.closed." + path[0], Args: []any{o.Name, k.SetLabel(b.Goal)}}
	last := figure.At(Segment, "set", b.Goal, "office", id, "last")
	f.Rule, f.Inputs = ruleTurn, append(k.stagesOf(b), todayAt, methodAt, populationAt)
	if path[0] == "saved" {
		return len(path) == 2 && k.closureSaved(f, c, o, last, path[1])
	}
	if len(path) != 1 {
		return false
	}
	switch path[0] {
	case "last":
		f.Value, f.Rule = figure.OfDate(k.Stages[c.Stage].Last), ruleChosen
		f.Inputs = []figure.Address{figure.At(Segment, "stage", c.Stage+1, "last"), figure.At(Segment, "best", b.Goal, "bound")}
		if o.Decided && o.Must {
			f.Notes = append(f.Notes, figure.Label{Key: "closing.note.decided"})
			for _, n := range k.facts.Events(o.ID) {
				if kind := k.facts.S.OfficeEvents[n].Kind; kind == programme.ClosingPlanned || kind == programme.ClosingDecided {
					f.Inputs = append(f.Inputs, figure.FactAt("events", n+1, "date"))
				}
			}
		}
	case "people":
		f.Value, f.Inputs = figure.OfCount(int(c.People)), []figure.Address{todayAt, methodAt, populationAt}
	case "without":
		f.Value = figure.OfCount(int(c.Without))
	case "longer":
		f.Value = figure.Unknown(figure.Seconds)
		if c.People > c.Without {
			f.Value = figure.OfSeconds(int(c.Longer))
		}
	case "alternative":
		f.Value = figure.Unknown(figure.Words)
		if c.Alternative >= 0 {
			f.Value = figure.OfWords(k.coverage.Sites[c.Alternative].Name)
		}
	case "decides":
		k.decides(f, c, last)
	default:
		return false
	}
	return true
}

func (k *Closing) closureSaved(f *figure.Figure, c *Closed, o *Office, last figure.Address, text string) bool {
	year, err := strconv.Atoi(text)
	if err != nil || !slices.Contains(k.Years(), year) || strconv.Itoa(year) != text {
		return false
	}
	a, _ := k.saved(o.ID, c.Stage, year)
	f.Label.Args = append(f.Label.Args, year)
	f.Value, f.Rule, f.Notes = figure.OfAmount(a), rulePart, []figure.Label{{Key: "closing.note.gross"}}
	f.Inputs = []figure.Address{figure.At(Segment, "office", o.ID, "running", year), last}
	return true
}

// decides says who is competent, in the words of the facts or of the rule.
func (k *Closing) decides(f *figure.Figure, c *Closed, last figure.Address) {
	who := c.Competence
	f.Value, f.Rule, f.Notes = figure.OfWords(string(who.Kind)), ruleCompetence, nil
	if p, _ := k.facts.Party(who.Body); p != nil {
		f.Value = figure.OfWords(p.Name.Sv)
	}
	f.Inputs = []figure.Address{last, figure.FactAt("offices", k.world.offices[c.Office].ID, "municipality")}
	if who.Fact >= 0 {
		f.Inputs = append(f.Inputs, figure.FactAt("competences", who.Fact+1, "body"))
	} else {
		f.Notes = append(f.Notes, figure.Label{Key: "closing.note.rule"})
	}
	if who.Left {
		f.Notes = append(f.Notes, figure.Label{Key: "closing.note.left"})
	}
	if who.Doubtful {
		f.Notes = append(f.Notes, figure.Label{Key: "closing.note.doubtful"})
	}
}

func (k *Closing) conflictFigure(f *figure.Figure, goal, nth string) bool {
	if !isGoal(goal) {
		return false
	}
	b, err := k.best(context.Background(), Goal(goal))
	if err != nil {
		return false
	}
	n, ok := index(nth, len(b.Conflict))
	if !ok {
		return false
	}
	r := &b.Conflict[n]
	f.Label, f.Value, f.Rule = figure.Label{Key: "closing.conflict", Args: []any{k.RuleLabel(r)}}, figure.OfCount(int(r.Number)), ruleConflict
	f.Inputs = []figure.Address{todayAt}
	switch r.Kind {
	case AskSave:
		f.Value, f.Rule, f.Inputs = figure.Unknown(figure.Money), ruleConflict, []figure.Address{figure.At(Segment, "need", r.Year)}
		for i := range k.Needs {
			if k.Needs[i].Year == r.Year {
				f.Value = figure.OfAmount(k.Needs[i].Amount)
			}
		}
	case AskFloor, AskDrop:
		f.Value = figure.Between(figure.Share, r.Number, r.Number)
		f.Inputs = append(f.Inputs, figure.At(Segment, "option", r.Kind), methodAt, populationAt)
	case AskKeep, AskClose, AskDecided:
		f.Value, f.Inputs = figure.OfWords(k.officeName(r.Office)), []figure.Address{figure.FactAt("offices", r.Office, "id")}
	case AskCounty, AskMunicipality:
		f.Value = figure.OfCount(1)
	}
	return true
}

// RuleLabel says in words what a rule asks.
func (k *Closing) RuleLabel(r *Rule) figure.Label {
	l := figure.Label{Key: "closing.asks." + string(r.Kind)}
	switch r.Kind {
	case AskCount:
		l.Args = []any{r.Number, r.Stage + 1}
	case AskSave:
		for i := range k.Needs {
			if k.Needs[i].Year == r.Year {
				l.Args = []any{figure.OfAmount(k.Needs[i].Amount), r.Year}
			}
		}
	case AskFloor, AskDrop:
		l.Args = []any{figure.Between(figure.Share, r.Number, r.Number), k.Options.Minutes, r.Unit}
	case AskCounty, AskMunicipality:
		l.Args = []any{r.Unit}
	default:
		l.Args = []any{k.officeName(r.Office)}
	}
	return l
}
