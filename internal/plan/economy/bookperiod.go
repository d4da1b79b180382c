package economy

import (
	"github.com/etablera/etablera/internal/money"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
)

var quantileNames = [...]string{"p10", "p50", "p80"}

func (e *Economy) fillPeriod(f *figure.Figure, p Period, path []string) bool {
	k, ok := parseKind(path[0])
	if !ok {
		return e.fillMoney(f, p, path)
	}
	s, rest, ok := e.scopeAt(path[1:])
	if !ok {
		return false
	}
	name(f, "economy.cost", kindTexts[k], p.text(), e.scopeText(s))
	switch {
	case len(rest) == 0 && s.of == ofOffice:
		return e.fillOfficeSpan(f, p, k, OfficeIndex(s.at))
	case len(rest) == 0:
		e.notes(f, p, k, s)
		return give(f, figure.OfAmount(e.Between(p, k, s)), figure.Span, e.costAt(p, k, s, Low), e.costAt(p, k, s, High))
	case len(rest) == 1 && rest[0] == "known":
		return s.of != ofOffice && s.of != ofType && k <= All && e.fillKnown(f, p, k, s)
	case s.of == ofOffice && rest[0] == "as":
		return e.fillAs(f, p, k, OfficeIndex(s.at), rest[1:])
	case len(rest) > 1:
		return false
	}
	if sc, ok := parseScenario(rest[0]); ok {
		name(f, "economy.cost.scenario", kindTexts[k], p.text(), e.scopeText(s), scenarioTexts[sc])
		return e.fillScenario(f, p, k, s, sc)
	}
	return e.fillQuantile(f, p, k, s, rest[0])
}

// scopeAt reads a scope and returns what follows it.
func (e *Economy) scopeAt(path []string) (Scope, []string, bool) {
	switch {
	case len(path) >= 1 && path[0] == "total":
		return Total, path[1:], true
	case len(path) < 2:
		return Scope{}, nil, false
	}
	rest := path[2:]
	switch path[0] {
	case "round":
		r, ok := e.roundNamed(path[1])
		return OfRound(r), rest, ok
	case "mandate":
		m, ok := e.mandateNamed(path[1])
		return OfMandate(m), rest, ok
	case "office":
		o, ok := e.Office(programme.OfficeID(path[1]))
		return OfOffice(o), rest, ok
	case "type":
		t, ok := e.Type(programme.TypeID(path[1]))
		return OfType(t), rest, ok
	}
	return Scope{}, nil, false
}

// costAt is the address of a cost in a scenario.
func (e *Economy) costAt(p Period, k Kind, s Scope, sc Scenario) figure.Address {
	switch s.of {
	case ofRound:
		return at(p, k, "round", e.Rounds[s.at].segment(), sc)
	case ofMandate:
		return at(p, k, "mandate", e.Mandates[s.at].segment(), sc)
	case ofType:
		return at(p, k, "type", e.Types[s.at].ID, sc)
	case ofOffice:
		return at(p, k, "office", e.Offices[s.at].ID, sc)
	}
	return at(p, k, "total", sc)
}

func (e *Economy) scopeText(s Scope) programme.Text {
	switch s.of {
	case ofRound:
		return e.Rounds[s.at].Name
	case ofMandate:
		return e.Mandates[s.at].Name
	case ofType:
		n := e.Types[s.at].Name
		return programme.Text{Sv: "kontor av typen " + n.Sv, En: "offices of the type " + n.In("en")}
	case ofOffice:
		return programme.Text{Sv: e.Offices[s.at].Name, En: e.Offices[s.at].Name}
	}
	return programme.Text{Sv: "hela programmet", En: "the whole programme"}
}

// fillScenario adds a cost up: establishment and running make all, rounds the
// whole, offices a round or a type, months an office.
func (e *Economy) fillScenario(f *figure.Figure, p Period, k Kind, s Scope, sc Scenario) bool {
	value := figure.OfAmount(e.At(p, k, s, sc))
	if k == All {
		return give(f, value, figure.Sum, e.costAt(p, Establishment, s, sc), e.costAt(p, Running, s, sc))
	}
	var in []figure.Address
	add := func(part Scope) {
		if part.of == ofOffice && !e.adds(p, k, OfficeIndex(part.at), sc) {
			return
		}
		if a := e.At(p, k, part, sc); a != programme.ExactAmount(0) {
			in = append(in, e.costAt(p, k, part, sc))
		}
	}
	e.notes(f, p, k, s)
	switch s.of {
	case ofOffice:
		of := &e.Offices[s.at]
		if of.Type[sc] == NoType {
			return give(f, value, ruleUnstated, e.officeFact(of))
		}
		if !of.Opening.IsKnown() {
			return give(f, figure.Unknown(figure.Money), ruleUnstated, at("office", of.ID, "opening"))
		}
		return give(f, value, ruleScenario, at(p, k, "office", of.ID, "as", e.Types[of.Type[sc]].ID, sc), at("office", of.ID, "type", sc))
	case ofTotal:
		for r := range e.Rounds {
			add(OfRound(RoundIndex(r)))
		}
	case ofRound:
		for _, o := range e.Rounds[s.at].Offices {
			add(OfOffice(o))
		}
	case ofMandate:
		for o := range e.Offices {
			if e.Offices[o].mandate == MandateIndex(s.at) {
				add(OfOffice(OfficeIndex(o)))
			}
		}
	case ofType:
		if !e.costs(TypeIndex(s.at), k) {
			return give(f, value, figure.Same, at("type", e.Types[s.at].ID, unitKind(k)))
		}
		for o := range e.Offices {
			if e.Offices[o].Type[sc] == TypeIndex(s.at) {
				add(OfOffice(OfficeIndex(o)))
			}
		}
	}
	if !value.Known && len(in) == 0 {
		return give(f, value, ruleUnstated, at("not-costed"))
	}
	return give(f, value, figure.Sum, in...)
}

// dated says whether an office's cost of a kind by period is known in a scenario.
func (e *Economy) dated(of *Office, k Kind, sc Scenario) bool {
	return of.Opening.IsKnown() && e.costs(of.Type[sc], k)
}

// adds says whether an office has anything to add to a sum by period: money, or
// an unknown amount of it. Those without a date are counted in the notes instead.
func (e *Economy) adds(p Period, k Kind, o OfficeIndex, sc Scenario) bool {
	of := &e.Offices[o]
	return of.Opening.IsKnown() && (e.costs(of.Type[sc], k) || e.lacking(e.line(OfOffice(o), sc), p, k))
}

// unitKind is the standard cost that a kind of cost comes from.
func unitKind(k Kind) Kind {
	if k == Running {
		return Running
	}
	return Establishment
}

// fillQuantile spans the two scenarios' quantile over the timetable's runs.
func (e *Economy) fillQuantile(f *figure.Figure, p Period, k Kind, s Scope, which string) bool {
	low, ok := e.QuantilesOf(p, k, s, Low)
	high, _ := e.QuantilesOf(p, k, s, High)
	if !ok {
		return false
	}
	var a, b money.Ore
	var share int
	switch which {
	case "p10":
		a, b, share = low.P10, high.P10, 10
	case "p50":
		a, b, share = low.P50, high.P50, 50
	case "p80":
		a, b, share = low.P80, high.P80, 80
	default:
		return false
	}
	in := []figure.Address{e.costAt(p, k, s, Low), e.costAt(p, k, s, High)}
	for i := range e.Offices {
		if of := &e.Offices[i]; of.Opening.IsKnown() && e.within(OfficeIndex(i), s, Low) {
			in = append(in, figure.At("timetable", "project", of.Project, "p50"))
			in = append(in, e.simulatedCosts(of, k)...)
		}
	}
	name(f, "economy.cost.quantile", kindTexts[k], p.text(), share, e.scopeText(s))
	e.notes(f, p, k, s)
	if e.simulatedLack(p, k, s, Low) || e.simulatedLack(p, k, s, High) {
		return give(f, figure.Unknown(figure.Money), ruleQuantile, in...)
	}
	return give(f, figure.Between(figure.Money, int64(min(a, b)), int64(max(a, b))), ruleQuantile, in...)
}

// simulatedCosts are the standard costs of an office that some run can move into
// a period, also where the planned dates put them in another.
func (e *Economy) simulatedCosts(of *Office, k Kind) []figure.Address {
	kinds := []Kind{unitKind(k)}
	if k == All {
		kinds = []Kind{Establishment, Running}
	}
	var in []figure.Address
	for _, unit := range kinds {
		in = append(in, at("office", of.ID, unit, Low), at("office", of.ID, unit, High))
	}
	return in
}
