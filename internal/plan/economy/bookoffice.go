package economy

import (
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
)

// fillOffice answers for what an office costs a year, its dates and its types.
func (e *Economy) fillOffice(f *figure.Figure, of *Office, path []string) bool {
	if len(path) == 0 || len(path) > 2 {
		return false
	}
	if k, ok := parseKind(path[0]); ok && k <= Running {
		return e.fillOfficeUnit(f, of, k, path[1:])
	}
	name(f, "economy.office."+path[0], of.Name)
	switch {
	case path[0] == "type" && len(path) == 2:
		return e.fillOfficeType(f, of, path[1])
	case len(path) != 1:
		return false
	case path[0] == "start":
		return give(f, figure.OfDate(of.Start), figure.Same, figure.At("timetable", "project", of.Project, "start"))
	case path[0] == "opening":
		switch of.Basis {
		case FromOpened:
			return give(f, figure.OfDate(of.Opening), ruleMiddle, figure.At("timetable", "project", of.Project, of.Basis))
		case "":
			note(f, true, "no-date")
			return give(f, figure.Unknown(figure.Date), ruleUnstated, figure.At("timetable", "project", of.Project, FromPlanned))
		}
		return give(f, figure.OfDate(of.Opening), figure.Same, figure.At("timetable", "project", of.Project, of.Basis))
	}
	return false
}

// fillOfficeUnit is the cost of one office, a year or once, in stated prices.
func (e *Economy) fillOfficeUnit(f *figure.Figure, of *Office, k Kind, path []string) bool {
	name(f, "economy.office."+k.String(), of.Name)
	if len(path) == 1 {
		sc, ok := parseScenario(path[0])
		if !ok {
			return false
		}
		name(f, "economy.office."+k.String()+".scenario", of.Name, scenarioTexts[sc])
		t := of.Type[sc]
		if t == NoType {
			return give(f, figure.Unknown(figure.Money), ruleUnstated, e.officeFact(of))
		}
		return give(f, figure.OfAmount(e.unitEnd(t, k, sc)), ruleScenario, at("type", e.Types[t].ID, k), at("office", of.ID, "type", sc))
	}
	e.noteType(f, of)
	v, in := figure.Unknown(figure.Money), []figure.Address(nil)
	for i, t := range of.Possible {
		a := e.Types[t].Unit[k].Amount
		in = append(in, at("type", e.Types[t].ID, k))
		if i == 0 {
			v = figure.OfAmount(a)
		} else {
			v, _ = figure.Eval(figure.Span, []figure.Value{v, figure.OfAmount(a)})
		}
	}
	if len(in) == 0 {
		return give(f, v, ruleUnstated, e.officeFact(of))
	}
	return give(f, v, figure.Span, in...)
}

// unitEnd is the end of a type's standard cost that a scenario takes.
func (e *Economy) unitEnd(t TypeIndex, k Kind, sc Scenario) programme.Amount {
	a := e.Types[t].Unit[k].Amount
	if !a.Known {
		return a
	}
	return programme.ExactAmount(end(a, sc))
}

func (e *Economy) noteType(f *figure.Figure, of *Office) {
	note(f, len(of.Possible) > 1, "office-open")
	note(f, of.Proposed && !of.Released, "office-proposed")
	note(f, of.Released, "office-released")
}

// officeFact is the fact that a project opens the office.
func (e *Economy) officeFact(of *Office) figure.Address {
	return figure.FactAt("projects", of.Project, "office")
}

// fillOfficeType says which type an office has in a scenario, and whose
// statements leave it that.
func (e *Economy) fillOfficeType(f *figure.Figure, of *Office, scenario string) bool {
	sc, ok := parseScenario(scenario)
	if !ok {
		return false
	}
	name(f, "economy.office.type", of.Name, scenarioTexts[sc])
	in := []figure.Address{e.officeFact(of)}
	if of.claimAt >= 0 {
		in = append(in, figure.FactAt("type-claims", of.claimAt+1, "types"))
	}
	e.noteType(f, of)
	if of.Type[sc] == NoType {
		return give(f, figure.Unknown(figure.Words), ruleUnstated, in...)
	}
	if len(of.Possible) > 1 || of.claimAt < 0 {
		in = append(in, e.Rounds[of.Round].countFacts()...)
		in = append(in, at("office", of.ID, "opening"))
	}
	return give(f, figure.OfWords(e.Types[of.Type[sc]].Name.Sv), ruleAssigned, in...)
}

// fillOfficeSpan spans the types that an office may have.
func (e *Economy) fillOfficeSpan(f *figure.Figure, p Period, k Kind, o OfficeIndex) bool {
	of := &e.Offices[o]
	e.noteType(f, of)
	e.noteLevel(f, p.Year, k)
	switch {
	case !of.Opening.IsKnown():
		note(f, true, "no-date")
		return give(f, figure.Unknown(figure.Money), ruleUnstated, at("office", of.ID, "opening"))
	case len(of.Possible) == 0:
		return give(f, figure.Unknown(figure.Money), ruleUnstated, e.officeFact(of))
	}
	var v figure.Value
	var in []figure.Address
	for i, t := range of.Possible {
		a := figure.OfAmount(e.asBetween(p, k, o, t))
		if i > 0 {
			a, _ = figure.Eval(figure.Span, []figure.Value{v, a})
		}
		v = a
		in = append(in, at(p, k, "office", of.ID, "as", e.Types[t].ID))
	}
	return give(f, v, figure.Span, in...)
}
