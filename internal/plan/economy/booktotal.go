package economy

import (
	"slices"
	"strconv"

	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
)

// fillTotal adds the rounds' costs a year, in stated prices.
func (e *Economy) fillTotal(f *figure.Figure, path []string) bool {
	k, ok := parseKind(path[0])
	if !ok || k > Running || len(path) > 1 {
		return false
	}
	name(f, "economy.total."+k.String())
	v, in := figure.OfMoney(0), []figure.Address(nil)
	for i := range e.Rounds {
		a := at("round", e.Rounds[i].segment(), k)
		part, _ := e.Figure(a)
		v, _ = figure.Eval(figure.Sum, []figure.Value{v, part.Value})
		in = append(in, a)
	}
	note(f, e.total.proposed > 0, "proposed", e.total.proposed)
	note(f, true, "stated-prices")
	return give(f, v, figure.Sum, in...)
}

// fillNotPhased answers for the offices that no period has: those without a
// date, and those that no project names.
func (e *Economy) fillNotPhased(f *figure.Figure, path []string) bool {
	if len(path) == 0 {
		note(f, e.total.unnamed[High] > 0, "unnamed", e.total.unnamed[High])
		return e.fillProjects(f, "economy.not-phased", e.NotPhased)
	}
	k, ok := parseKind(path[0])
	if !ok || k > Running || len(path) > 2 {
		return false
	}
	if len(path) == 1 {
		name(f, "economy.not-phased."+k.String())
		v := figure.OfAmount(spanOf(e.NotPhasedCost(k, Low), e.NotPhasedCost(k, High)))
		return give(f, v, figure.Span, at("not-phased", k, Low), at("not-phased", k, High))
	}
	sc, ok := parseScenario(path[1])
	if !ok {
		return false
	}
	name(f, "economy.not-phased."+k.String()+".scenario", scenarioTexts[sc])
	var in []figure.Address
	for _, o := range e.NotPhased {
		in = append(in, at("office", e.Offices[o].ID, k, sc))
	}
	for i := range e.Rounds {
		if r := &e.Rounds[i]; slices.ContainsFunc(r.Unnamed[sc], func(n int) bool { return n > 0 }) {
			in = append(in, at("round", r.segment(), "unnamed", k, sc))
		}
	}
	return give(f, figure.OfAmount(e.NotPhasedCost(k, sc)), figure.Sum, in...)
}

// NotPhasedCost is what the offices without a date cost in a scenario, in stated
// prices: once for establishment, a year for running. It is unknown when any is.
func (e *Economy) NotPhasedCost(k Kind, sc Scenario) programme.Amount {
	sum := programme.ExactAmount(0)
	for _, o := range e.NotPhased {
		if t := e.Offices[o].Type[sc]; t != NoType {
			sum = plus(sum, e.unitEnd(t, k, sc))
		} else {
			sum = programme.Amount{}
		}
	}
	for i := range e.Rounds {
		sum = plus(sum, e.unnamedCost(&e.Rounds[i], k, sc))
	}
	return sum
}

// fillType answers for a type's standard cost, as stated and in the prices of a year.
func (e *Economy) fillType(f *figure.Figure, t TypeIndex, path []string) bool {
	if len(path) == 0 || len(path) > 3 {
		return false
	}
	k, ok := parseKind(path[0])
	if !ok || k > Running {
		return false
	}
	of := &e.Types[t]
	u := &of.Unit[k]
	fact := func(p *Part) figure.Address {
		return figure.FactAt("office-types", of.ID, "costs", p.Position+1, "amount")
	}
	var in []figure.Address
	if len(path) == 1 {
		name(f, "economy.type."+k.String(), of.Name)
		for i := range u.Parts {
			in = append(in, fact(&u.Parts[i]))
		}
		if len(in) == 0 {
			return give(f, figure.Unknown(figure.Money), ruleUnstated, figure.FactAt("office-types", of.ID, "id"))
		}
		return give(f, figure.OfAmount(u.Amount), figure.Sum, in...)
	}
	year, err := strconv.Atoi(path[1])
	if err != nil || year < e.First || year > e.Last || strconv.Itoa(year) != path[1] {
		return false
	}
	if len(path) == 3 {
		i := slices.IndexFunc(u.Parts, func(p Part) bool { return string(p.Component) == path[2] })
		return i >= 0 && e.fillPart(f, of, k, year, &u.Parts[i], fact(&u.Parts[i]))
	}
	name(f, "economy.type.year."+k.String(), of.Name, year)
	if !u.Amount.Known {
		return give(f, figure.Unknown(figure.Money), figure.Same, at("type", of.ID, k))
	}
	for _, p := range u.Parts {
		in = append(in, at("type", of.ID, k, year, p.Component))
	}
	v := programme.Amount{Low: u.byYear[year-e.First][Low], High: u.byYear[year-e.First][High], Known: true}
	return give(f, figure.OfAmount(v), figure.Sum, in...)
}

// fillPart is one component in the prices of a year.
func (e *Economy) fillPart(f *figure.Figure, of *Type, k Kind, year int, p *Part, fact figure.Address) bool {
	name(f, "economy.type.part."+k.String(), of.Name, year, string(p.Component))
	if !p.Amount.Known {
		return give(f, figure.Unknown(figure.Money), figure.Same, fact)
	}
	x := e.prices.bring(p.Amount, programme.CostGrowth, p.Component, p.PriceYear, year)
	note(f, x.level == 0, "price-unknown")
	note(f, x.level != 0 && x.level < year, "price-level", x.level)
	return e.giveIndexed(f, x, fact)
}

func (e *Economy) giveIndexed(f *figure.Figure, x indexed, fact figure.Address) bool {
	v := figure.Between(figure.Money, int64(x.low), int64(x.high))
	if len(x.steps) == 0 {
		return give(f, v, figure.Same, fact)
	}
	in := []figure.Address{fact}
	for _, i := range x.steps {
		in = append(in, figure.FactAt("indexations", i+1, "per-mille"))
	}
	return give(f, v, ruleIndexed, in...)
}
