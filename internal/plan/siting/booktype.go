package siting

import (
	"context"
	"strings"

	"github.com/etablera/etablera/internal/plan/coverage"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
)

// typeFigure answers for what is known of a type: its cost over the years counted, when
// an office of it would open, its officers.
func (s *Siting) typeFigure(f *figure.Figure, id, what string) bool {
	at := s.typeAt(programme.TypeID(id))
	kinds, err := s.kindsOf(context.Background())
	if at < 0 || err != nil {
		return false
	}
	k := &kinds[at]
	f.Label = figure.Label{Key: "siting.type." + what, Args: []any{k.Name}}
	idAt := figure.FactAt("office-types", k.ID, "id")
	switch what {
	case "cost":
		f.Label.Args = append(f.Label.Args, s.Options.Years)
		f.Value, f.Rule, f.Inputs = figure.OfAmount(k.Cost), ruleYears, append([]figure.Address{figure.At(Segment, "option", "years"), idAt}, k.costs...)
	case "days":
		f.Value, f.Rule, f.Inputs = figure.Unknown(figure.Days), ruleTrial, []figure.Address{idAt}
		if k.Trial.HasForecast() {
			f.Value = figure.OfDays(k.Trial.Days)
		}
		for _, at := range k.Trial.Durations {
			f.Inputs = append(f.Inputs, figure.FactAt("durations", at+1, "working-days"))
		}
		f.Notes = []figure.Label{{Key: "siting.note.trial"}}
	case "officers":
		f.Value, f.Rule, f.Inputs = figure.OfRange(k.Staff), figure.Same, []figure.Address{figure.FactAt("office-types", k.ID, "staff")}
	default:
		return false
	}
	return true
}

// giveFigure answers for the least that must give.
func (s *Siting) giveFigure(f *figure.Figure, nth string) bool {
	w, err := s.ready(context.Background())
	if err != nil {
		return false
	}
	m := s.mustGive(w, true)
	if !m.told || m.Least == 0 {
		return false
	}
	if nth == "least" {
		f.Label, f.Value, f.Rule = figure.Label{Key: "siting.give.least"}, figure.OfCount(m.Least), ruleGive
		f.Inputs = []figure.Address{numberAt, candidatesAt}
		return true
	}
	k, ok := index(nth, len(m.Parts))
	if !ok {
		return false
	}
	p := m.Parts[k]
	f.Label = figure.Label{Key: "siting.give." + Sides[p.Side], Args: []any{s.RuleLabel(p.Rule)}}
	f.Value, f.Rule = figure.Between(figure.Count, int64(p.Low), int64(p.High)), ruleGive
	f.Inputs = append([]figure.Address{figure.At(Segment, "give", "least")}, s.groundsOf(&s.Rules[p.Rule])...)
	return true
}

// Giving is the least that must give of all rules, those on types among them.
func (s *Siting) Giving(ctx context.Context) (Giving, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	w, err := s.ready(ctx)
	if err != nil {
		return Giving{}, err
	}
	return s.mustGive(w, true).Giving, nil
}

// sizeAt is the address of how many offices a set is made of.
func (s *Siting) sizeAt(id string) figure.Address {
	if goalOf(id) == "" {
		return figure.At(coverage.Segment, id, "offices")
	}
	return numberAt
}

// forecasts are the addresses of the forecasts of a set's own projects.
func (s *Siting) forecasts(x *Score) []figure.Address {
	var out []figure.Address
	for i := range x.Opened {
		if p := s.projectOf(x.Opened[i].Office); p != nil && p.HasForecast() {
			out = append(out, p.At("p50"))
		}
	}
	return out
}

// claims are the addresses of what has been said of a set's types.
func (s *Siting) claims(x *Score) []figure.Address {
	var out []figure.Address
	for i := range x.Opened {
		if claim, at := s.facts.Claim(x.Opened[i].Office); claim != nil {
			out = append(out, figure.FactAt("type-claims", at+1, "types"))
		}
	}
	return out
}

// typeNames are the names of types within a sentence.
func (s *Siting) typeNames(ids []programme.TypeID) programme.Text {
	var out programme.Text
	for i, id := range ids {
		t, _ := s.facts.Type(id)
		sv, en := string(id), string(id)
		if t != nil {
			sv, en = strings.ToLower(t.Name.In("sv")), strings.ToLower(t.Name.In("en"))
		}
		if i > 0 {
			out.Sv, out.En = out.Sv+" / ", out.En+" / "
		}
		out.Sv, out.En = out.Sv+sv, out.En+en
	}
	return out
}

// roundNames are the names of rounds.
func (s *Siting) roundNames(ids []programme.RoundID) programme.Text {
	var out programme.Text
	for i, id := range ids {
		name := programme.Text{Sv: string(id)}
		if r, _ := s.facts.Round(id); r != nil && r.Name.Sv != "" {
			name = r.Name
		}
		if i > 0 {
			out.Sv, out.En = out.Sv+", ", out.En+", "
		}
		out.Sv, out.En = out.Sv+name.In("sv"), out.En+name.In("en")
	}
	return out
}
