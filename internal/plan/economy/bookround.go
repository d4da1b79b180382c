package economy

import (
	"strconv"

	"github.com/etablera/etablera/internal/money"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
)

// fillRound answers for what a round costs a year, and its compositions.
func (e *Economy) fillRound(f *figure.Figure, r *Round, path []string) bool {
	if len(path) == 0 {
		return false
	}
	name(f, "economy.round."+path[0], r.Name)
	switch {
	case path[0] == "composition" && len(path) >= 3:
		return e.fillComposition(f, r, path[1:])
	case path[0] == "unnamed" && len(path) == 3:
		return e.fillUnnamed(f, r, path[1], path[2])
	case len(path) != 1:
		return false
	}
	switch path[0] {
	case "offices":
		v := figure.Between(figure.Count, int64(r.Least), int64(r.Most))
		if r.totalAt >= 0 {
			fact := figure.FactAt("round-counts", r.totalAt+1, "count")
			if c := e.x.S.RoundCounts[r.totalAt].Count; c.Low == r.Least && c.High == r.Most {
				return give(f, v, figure.Same, fact)
			}
			return give(f, v, ruleTotal, fact, at("round", r.segment(), "projects"))
		}
		return give(f, v, ruleTotal, append(r.countFacts(), at("round", r.segment(), "projects"))...)
	case "projects":
		return e.fillProjects(f, "economy.round.projects", r.Offices, r.Name)
	case "unnamed":
		n := int64(len(r.Offices))
		return give(f, figure.Between(figure.Count, int64(r.Least)-n, int64(r.Most)-n), figure.Difference,
			at("round", r.segment(), "offices"), at("round", r.segment(), "projects"))
	}
	k, ok := parseKind(path[0])
	if !ok || k > Running {
		return false
	}
	var v figure.Value
	var in []figure.Address
	for n, c := range r.Compositions {
		a := figure.OfAmount(c.of(k))
		if n > 0 {
			a, _ = figure.Eval(figure.Span, []figure.Value{v, a})
		}
		v = a
		in = append(in, at("round", r.segment(), "composition", n+1, k))
	}
	note(f, !r.Complete, "incomplete")
	note(f, r.rests.proposed > 0, "proposed", r.rests.proposed)
	note(f, r.rests.released > 0, "released", r.rests.released)
	note(f, r.Contradiction, "contradiction")
	note(f, true, "stated-prices")
	if len(in) == 0 {
		return give(f, figure.Unknown(figure.Money), ruleUnstated, at("round", r.segment(), "projects"))
	}
	return give(f, v, figure.Span, in...)
}

func (c *Composition) of(k Kind) programme.Amount {
	if k == Running {
		return c.Running
	}
	return c.Establishment
}

// countFacts are the counts that bind a round.
func (r *Round) countFacts() []figure.Address {
	var in []figure.Address
	for _, i := range append([]int{r.totalAt}, r.countAt...) {
		if i >= 0 {
			in = append(in, figure.FactAt("round-counts", i+1, "count"))
		}
	}
	return in
}

// fillProjects counts offices by the projects that open them.
func (e *Economy) fillProjects(f *figure.Figure, key string, offices []OfficeIndex, args ...any) bool {
	name(f, key, args...)
	var in []figure.Address
	for _, o := range offices {
		in = append(in, e.officeFact(&e.Offices[o]))
	}
	return give(f, figure.OfCount(len(in)), figure.Number, in...)
}

// fillComposition: <n>/<kind>, <n>/<kind>/<type>, <n>/count/<type>.
func (e *Economy) fillComposition(f *figure.Figure, r *Round, path []string) bool {
	n, err := strconv.Atoi(path[0])
	if err != nil || n < 1 || n > len(r.Compositions) || strconv.Itoa(n) != path[0] || len(path) > 3 {
		return false
	}
	c := &r.Compositions[n-1]
	to := func(rest ...any) figure.Address {
		return at(append([]any{"round", r.segment(), "composition", n}, rest...)...)
	}
	t, typed := NoType, false
	if len(path) == 3 {
		if t, typed = e.Type(programme.TypeID(path[2])); !typed {
			return false
		}
		name(f, "economy.composition."+path[1]+".type", r.Name, n, e.Types[t].Name)
	} else {
		name(f, "economy.composition."+path[1], r.Name, n)
	}
	if path[1] == "count" && typed {
		return give(f, figure.OfCount(c.Count[t]), ruleComposition, append(r.countFacts(), at("round", r.segment(), "offices"))...)
	}
	k, ok := parseKind(path[1])
	if !ok || k > Running {
		return false
	}
	if typed {
		v := figure.OfAmount(plusTimes(programme.ExactAmount(0), c.Count[t], e.Types[t].Unit[k].Amount))
		return give(f, v, figure.Product, to("count", e.Types[t].ID), at("type", e.Types[t].ID, k))
	}
	var in []figure.Address
	for t, count := range c.Count {
		if count > 0 {
			in = append(in, to(k, e.Types[t].ID))
		}
	}
	return give(f, figure.OfAmount(c.of(k)), figure.Sum, in...)
}

// fillUnnamed is a year's cost of the offices of a round that no project names.
func (e *Economy) fillUnnamed(f *figure.Figure, r *Round, kind, scenario string) bool {
	k, ok := parseKind(kind)
	sc, ok2 := parseScenario(scenario)
	if !ok || !ok2 || k > Running {
		return false
	}
	name(f, "economy.round.unnamed."+kind, r.Name, scenarioTexts[sc])
	in := []figure.Address{at("round", r.segment(), "unnamed")}
	for t, n := range r.Unnamed[sc] {
		if n > 0 {
			in = append(in, at("type", e.Types[t].ID, k))
		}
	}
	return give(f, figure.OfAmount(e.unnamedCost(r, k, sc)), ruleUnnamed, in...)
}

func (e *Economy) unnamedCost(r *Round, k Kind, sc Scenario) programme.Amount {
	sum := programme.ExactAmount(money.Ore(0))
	for t, n := range r.Unnamed[sc] {
		if n > 0 {
			sum = plusTimes(sum, n, e.unitEnd(TypeIndex(t), k, sc))
		}
	}
	return sum
}
