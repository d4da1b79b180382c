package siting

import (
	"context"
	"iter"
	"slices"
	"strconv"

	"github.com/etablera/etablera/internal/plan/coverage"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
)

// Segment is the first segment of every address of the siting.
const Segment = "siting"

// Rules of the siting that are not plain arithmetic.
const (
	ruleAsked    figure.Rule = "siting.asked"
	ruleList     figure.Rule = "siting.candidates"
	ruleMeasure  figure.Rule = "siting.measure"
	ruleBound    figure.Rule = "siting.bound"
	ruleChosen   figure.Rule = "siting.chosen"
	ruleKept     figure.Rule = "siting.kept"
	ruleConflict figure.Rule = "siting.conflict"
	ruleAgainst  figure.Rule = "siting.against"
	ruleCurve    figure.Rule = "siting.curve"
	ruleStays    figure.Rule = "siting.stays"
	ruleGive     figure.Rule = "siting.give"
	ruleYears    figure.Rule = "siting.years"
	ruleTrial    figure.Rule = "siting.trial"
	ruleOfficers figure.Rule = "siting.officers"
	ruleRoom     figure.Rule = "siting.room"
	ruleTypes    figure.Rule = "siting.types"
	ruleDays     figure.Rule = "siting.days"
)

var (
	numberAt     = figure.At(Segment, "option", "number")
	gapAt        = figure.At(Segment, "option", "gap")
	candidatesAt = figure.At(Segment, "candidates", "number")
	methodAt     = figure.At(coverage.Segment, "method")
	populationAt = figure.At(coverage.Segment, "population")
	countedNowAt = figure.At(coverage.Segment, coverage.Now, "counted")
)

// Figure implements figure.Book:
//
//	siting/option/{number,within,far,areas,years,per-officer,gap}
//	siting/candidates/{number,locality,area,office,lacking}
//	siting/type/<type>/{cost,days,officers}
//	siting/best/<goal>/{value,bound,gap}
//	siting/best/<goal>/place/<n>/{name,type,stays}
//	siting/set/<set>/{opened,share,kept,broken,last} and <goal>
//	siting/rule/<n>/<set>
//	siting/against/<set>/<kind>/<unit>/<group>/{gained,lost}
//	siting/conflict/<goal>/<n>
//	siting/give/{least,<n>}
//	siting/curve/<goal>/<goal>/<n>/{a,b,bound}
//	siting/variant/<goal>/<n>
//
// Addresses lists the options alone: everything else is searched for when somebody
// asks, and All lists it.
func (s *Siting) Figure(a figure.Address) (figure.Figure, bool) {
	seg := a.Segments()
	if len(seg) < 3 || seg[0] != Segment {
		return figure.Figure{}, false
	}
	f, ok := figure.Figure{Address: a}, false
	s.mu.Lock()
	defer s.mu.Unlock()
	switch rest := seg[2:]; seg[1] {
	case "option":
		ok = len(rest) == 1 && s.optionFigure(&f, rest[0])
	case "candidates":
		ok = len(rest) == 1 && s.candidateFigure(&f, rest[0])
	case "best":
		ok = s.bestFigure(&f, rest)
	case "set":
		ok = len(rest) == 2 && s.setFigure(&f, rest[0], rest[1])
	case "type":
		ok = len(rest) == 2 && s.typeFigure(&f, rest[0], rest[1])
	case "give":
		ok = len(rest) == 1 && s.giveFigure(&f, rest[0])
	case "rule":
		ok = len(rest) == 2 && s.ruleFigure(&f, rest[0], rest[1])
	case "against":
		ok = len(rest) == 5 && s.againstFigure(&f, rest)
	case "conflict":
		ok = len(rest) == 2 && s.conflictFigure(&f, rest[0], rest[1])
	case "curve":
		ok = len(rest) == 4 && s.curveFigure(&f, rest)
	case "variant":
		ok = len(rest) == 2 && s.variantFigure(&f, rest[0], rest[1])
	}
	return f, ok
}

// OptionNames lists what somebody may choose, in the order of showing.
var OptionNames = []string{"number", "within", "far", "areas", "years", "per-officer", "gap"}

// Addresses implements figure.Book.
func (s *Siting) Addresses() iter.Seq[figure.Address] {
	return func(yield func(figure.Address) bool) {
		for _, o := range OptionNames {
			if !yield(figure.At(Segment, "option", o)) {
				return
			}
		}
	}
}

func isGoal(g string) bool { return slices.Contains(Goals, Goal(g)) }

func (s *Siting) optionFigure(f *figure.Figure, what string) bool {
	f.Label, f.Rule = figure.Label{Key: "siting.option." + what}, figure.Option
	switch what {
	case "number":
		f.Value = figure.Unknown(figure.Count)
		if s.Options.Number > 0 {
			f.Value = figure.OfCount(s.Options.Number)
		}
		if s.Options.Number == s.asked() {
			f.Rule = ruleAsked
			for _, r := range s.Rules {
				if r.isNumber() {
					f.Inputs = append(f.Inputs, s.clauseAt(&r, "minimum"))
				}
			}
			if len(f.Inputs) == 0 {
				f.Rule = figure.Option
			}
		}
	case "within":
		f.Value = figure.OfSeconds(60 * s.Options.Minutes)
	case "far":
		f.Value = figure.OfSeconds(60 * s.Options.Far)
	case "areas":
		f.Value = figure.OfMetres(int(s.within()))
		f.Label.Args = []any{s.Options.ListYear}
	case "years":
		f.Value = figure.OfCount(s.Options.Years)
	case "per-officer":
		f.Value = figure.Unknown(figure.Count)
		if s.Options.PerOfficer > 0 {
			f.Value = figure.OfCount(s.Options.PerOfficer)
		}
		if s.officersToday {
			f.Rule, f.Inputs = ruleOfficers, []figure.Address{populationAt, figure.At(coverage.Segment, coverage.Now, "offices")}
		}
	case "gap":
		f.Value = figure.OfShare(s.Options.Gap)
	default:
		return false
	}
	return true
}

func (s *Siting) clauseAt(r *Rule, field string) figure.Address {
	return figure.FactAt("mandates", s.Mandate.ID, "clauses", s.Mandate.Clauses[r.Clause].ID, field)
}

// groundsOf are the facts that a rule rests on.
func (s *Siting) groundsOf(r *Rule) []figure.Address {
	if r.Clause < 0 {
		var out []figure.Address
		for _, at := range r.Counts {
			out = append(out, figure.FactAt("round-counts", at+1, "count"))
		}
		return out
	}
	field := "minimum"
	switch s.Mandate.Clauses[r.Clause].Kind {
	case programme.OfficesIn:
		field = "municipalities"
	case programme.OfficesAmong:
		field = "count"
	case programme.ByArea:
		field = "within"
	}
	return []figure.Address{s.clauseAt(r, field)}
}

func (s *Siting) candidateFigure(f *figure.Figure, what string) bool {
	w, err := s.ready(context.Background())
	if err != nil {
		return false
	}
	n, known := 0, what == "number" || what == "lacking"
	for i := range w.all {
		if what == "number" || string(w.all[i].From) == what {
			n++
		}
	}
	if what == "lacking" {
		n = w.lacking
	}
	if !known && n == 0 && what != string(FromOffice) {
		return false
	}
	f.Label, f.Value, f.Rule = figure.Label{Key: "siting.candidates." + what}, figure.OfCount(n), figure.Reference
	switch what {
	case "number":
		f.Rule = figure.Sum
		for _, o := range []Origin{FromLocality, FromArea, FromOffice} {
			f.Inputs = append(f.Inputs, figure.At(Segment, "candidates", o))
		}
	case string(FromOffice), "lacking":
		f.Rule, f.Inputs = ruleList, []figure.Address{figure.At(coverage.Segment, s.Before(), "offices"), methodAt}
	}
	return true
}

// valueOf is a goal's value as a figure: a mean where it is a sum of times, and the share
// that is near where it is one that is far.
func valueOf(g Goal, v Value, people int64, number int, reached bool) figure.Value {
	kind := map[Goal]figure.Kind{Mean: figure.Seconds, Worst: figure.Seconds, County: figure.Share, Cost: figure.Money, Time: figure.Days}[g]
	if kind == 0 {
		kind = figure.Count
	}
	switch {
	case !v.Known, g == Mean && (people == 0 || !reached), g == Worst && v.High >= never, g == Time && number == 0:
		return figure.Unknown(kind)
	case g == Mean:
		return figure.Between(kind, v.Low/people, v.High/people)
	case g == Time:
		n := int64(number)
		return figure.Between(kind, (v.Low+n/2)/n, (v.High+n/2)/n)
	case g == County:
		return figure.OfShare(float64(perMyriad-v.High) / perMyriad)
	}
	return figure.Between(kind, v.Low, v.High)
}

// valueIn is a goal's value for a set.
func valueIn(g Goal, x *Score) figure.Value {
	return valueOf(g, x.Values[g], x.People, len(x.Opened), x.Reached == x.People)
}

// grounds are what every measure of a set rests on.
func (s *Siting) grounds(g Goal) []figure.Address {
	option := func(name any) figure.Address { return figure.At(Segment, "option", name) }
	var types []figure.Address
	if g.isTyped() {
		what := map[Goal]string{Cost: "cost", Time: "days", Room: "officers"}[g]
		for i := range s.facts.S.OfficeTypes {
			types = append(types, figure.At(Segment, "type", s.facts.S.OfficeTypes[i].ID, what))
		}
	}
	switch g {
	case Mean, Worst:
		return []figure.Address{methodAt, populationAt}
	case Within, Far:
		return []figure.Address{option(g), methodAt, populationAt}
	case County:
		return []figure.Address{option("within"), methodAt, populationAt}
	case Room:
		return append([]figure.Address{option("within"), option("per-officer"), methodAt, populationAt}, types...)
	case Cost:
		return append([]figure.Address{option("years")}, types...)
	case Time:
		return types
	}
	return []figure.Address{option(g)}
}

// notes say what an answer rests on that is not a number.
func (s *Siting) notes() []figure.Label {
	out := s.coverage.StateNotes(s.coverage.State(s.Before()))
	if s.Options.Time > 0 {
		out = append(out, figure.Label{Key: "siting.note.time"})
	}
	return out
}

// GoalLabel says in words what a goal counts.
func (s *Siting) GoalLabel(g Goal) figure.Label {
	l := figure.Label{Key: "siting.goal." + string(g)}
	switch g {
	case Within, County, Room:
		l.Args = []any{s.Options.Minutes}
	case Far:
		l.Args = []any{s.Options.Far}
	case Areas:
		l.Args = []any{s.Options.ListYear}
	case Cost:
		l.Args = []any{s.Options.Years}
	}
	return l
}

// SetLabel says in words what a set is.
func (s *Siting) SetLabel(id string) figure.Label {
	if g := goalOf(id); g != "" {
		return figure.Label{Key: "siting.set.best", Args: []any{s.GoalLabel(g)}}
	}
	if i := s.coverage.State(id); i >= 0 {
		return s.coverage.States[i].Label
	}
	return figure.Label{Key: "siting.set.none"}
}

func index(text string, n int) (int, bool) {
	k, err := strconv.Atoi(text)
	return k - 1, err == nil && k >= 1 && k <= n && strconv.Itoa(k) == text
}
