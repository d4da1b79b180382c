package economy

import (
	"slices"

	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
)

// as is the cost of an office if it had a type.
func (e *Economy) as(o OfficeIndex, t TypeIndex, sc Scenario) *line {
	l := newLine(int(e.last-e.first) + 1)
	e.phase(l, &e.Offices[o].spell, t, sc)
	return l
}

func (e *Economy) asBetween(p Period, k Kind, o OfficeIndex, t TypeIndex) programme.Amount {
	return spanOf(e.readAs(p, k, o, t, Low), e.readAs(p, k, o, t, High))
}

func (e *Economy) readAs(p Period, k Kind, o OfficeIndex, t TypeIndex, sc Scenario) programme.Amount {
	if !e.costs(t, k) {
		return programme.Amount{}
	}
	return e.read(e.as(o, t, sc), p, k)
}

// fillAs is the cost of an office if it had a type, over both ends of the
// type's cost or at one: months make a longer period.
func (e *Economy) fillAs(f *figure.Figure, p Period, k Kind, o OfficeIndex, path []string) bool {
	if len(path) == 0 || len(path) > 2 {
		return false
	}
	of := &e.Offices[o]
	t, ok := e.Type(programme.TypeID(path[0]))
	if !ok || !slices.Contains(of.Possible, t) {
		return false
	}
	to := func(p Period, k Kind, sc Scenario) figure.Address {
		return at(p, k, "office", of.ID, "as", e.Types[t].ID, sc)
	}
	name(f, "economy.cost.as", kindTexts[k], p.text(), of.Name, e.Types[t].Name)
	if len(path) == 1 {
		return give(f, figure.OfAmount(e.asBetween(p, k, o, t)), figure.Span, to(p, k, Low), to(p, k, High))
	}
	sc, ok := parseScenario(path[1])
	if !ok {
		return false
	}
	l := e.as(o, t, sc)
	value := figure.OfAmount(e.readAs(p, k, o, t, sc))
	switch {
	case k == All:
		return give(f, value, figure.Sum, to(p, Establishment, sc), to(p, Running, sc))
	case p.Month != 0 || !value.Known:
		return e.fillMonth(f, p, k, of, t, value)
	}
	var in []figure.Address
	for m, last := p.Months(); m <= last; m++ {
		if month := MonthOf(m); e.read(l, month, k) != programme.ExactAmount(0) {
			in = append(in, to(month, k, sc))
		}
	}
	return give(f, value, figure.Sum, in...)
}

// fillMonth is where a cost by period rests on unit costs and dates.
func (e *Economy) fillMonth(f *figure.Figure, p Period, k Kind, of *Office, t TypeIndex, v figure.Value) bool {
	if v.Known && v.Low == 0 && v.High == 0 {
		return give(f, v, ruleNothing)
	}
	rule := [kinds]figure.Rule{ruleEstablishment, ruleRunning, "", ruleInvestment, ruleDepreciation}[k]
	in := []figure.Address{at("type", e.Types[t].ID, unitKind(k), p.Year), at("office", of.ID, "opening")}
	switch {
	case k == Running && of.closingAt >= 0:
		in = append(in, figure.FactAt("events", of.closingAt+1, "date"))
	case k == Depreciation && e.money.depreciation >= 0:
		in = append(in, figure.FactAt("depreciations", e.money.depreciation+1, "years"))
	case k == Establishment || k == Investment:
		in = append(in, at("office", of.ID, "start"))
		for i, st := range e.x.S.Process {
			if st.CostWeight > 0 {
				in = append(in, figure.FactAt("process", e.x.S.Process[i].ID, "cost-weight"))
			}
		}
	}
	note(f, k >= Investment && !e.Types[t].Unit[Establishment].Split, "unsplit")
	return give(f, v, rule, in...)
}
