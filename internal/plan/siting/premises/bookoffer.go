package premises

import (
	"slices"
	"strings"

	"github.com/etablera/etablera/internal/plan/figure"
)

// offerFigure answers for an offer.
func (s *Scores) offerFigure(f *figure.Figure, offer int, path []string) bool {
	switch {
	case path[0] == "to" && len(path) == 3:
		return s.toFigure(f, offer, path[1:])
	case len(path) == 1:
		return s.statedFigure(f, offer, path[0])
	case len(path) > 3 || !slices.Contains(Modes, path[1]):
		return false
	}
	o, mode := &s.Offers[offer], path[1]
	office := &s.Offices[o.Office]
	f.Label.Args = []any{o.name(), figure.Label{Key: "premises.by." + mode}}
	switch {
	case path[0] == "worst" && len(path) == 2:
		f.Label.Key, f.Rule = "premises.worst", figure.Greatest
		for k := range office.Targets {
			f.Inputs = append(f.Inputs, figure.At(Segment, "offer", o.ID, "to", k+1, mode))
		}
		timeOf(f, s.Worst(offer, mode))
	case path[0] == "mean" && len(path) == 2:
		f.Label.Key, f.Rule, f.Inputs = "premises.mean", ruleMean, s.overPeople(o, mode)
		timeOf(f, s.Mean(offer, mode))
	case path[0] == "within" && len(path) == 3:
		n := number(path[2], 60)
		if !slices.Contains(Minutes[:], n) {
			return false
		}
		f.Label.Key, f.Rule, f.Inputs = "premises.within", ruleWithin, s.overPeople(o, mode)
		f.Label.Args = append(f.Label.Args, n)
		people, why := s.Within(offer, mode, n)
		if f.Value = figure.OfCount(int(people)); why != IsKnown {
			f.Value, f.Notes = figure.Unknown(figure.Count), []figure.Label{{Key: "premises.note." + string(why)}}
		}
	default:
		return false
	}
	return true
}

// overPeople are the grounds of what is measured over the people of the targets.
func (s *Scores) overPeople(o *Offer, mode string) []figure.Address {
	return append(s.positionAt(o), figure.At(Segment, "people", s.Offices[o.Office].ID), figure.At(Segment, "method", mode))
}

// statedFigure is what is stated of an offer, and what dominates it.
func (s *Scores) statedFigure(f *figure.Figure, offer int, field string) bool {
	o := &s.Offers[offer]
	f.Label = figure.Label{Key: "premises." + field, Args: []any{o.name()}}
	f.Rule = figure.Option
	if o.IsFact && slices.Contains(stated, field) {
		f.Rule, f.Inputs = figure.Same, []figure.Address{figure.FactAt("premises", o.ID, field)}
	}
	switch field {
	case "position":
		f.Value = positionWords(o)
		if o.IsFact {
			f.Rule, f.Inputs = figure.Reference, s.positionAt(o)
		}
	case "square-metres":
		f.Value = figure.OfRange(o.SquareMetres)
	case "rent":
		f.Value = figure.OfAmount(o.Rent)
	case "available":
		f.Value = figure.OfSpan(o.Available)
	case "rebuild":
		f.Value = figure.OfWords(o.Rebuild.String())
	case "dominated":
		s.dominatedFigure(f, offer)
	default:
		return false
	}
	return true
}

// dominatedFigure names the offers that dominate one; it rests on the measures of all
// offers for the office.
func (s *Scores) dominatedFigure(f *figure.Figure, offer int) {
	f.Rule, f.Value = ruleDominated, figure.OfWords(NoneDominates)
	var by []string
	for _, j := range s.DominatedBy(offer) {
		by = append(by, s.Offers[j].ID)
	}
	if len(by) > 0 {
		f.Value = figure.OfWords(strings.Join(by, ", "))
	}
	for _, j := range s.Offices[s.Offers[offer].Office].Offers {
		id := s.Offers[j].ID
		for k := range s.Offices[s.Offers[offer].Office].Targets {
			for _, m := range Modes {
				f.Inputs = append(f.Inputs, figure.At(Segment, "offer", id, "to", k+1, m))
			}
		}
		for _, m := range Modes {
			f.Inputs = append(f.Inputs, figure.At(Segment, "offer", id, "mean", m))
			for _, minutes := range Minutes {
				f.Inputs = append(f.Inputs, figure.At(Segment, "offer", id, "within", m, minutes))
			}
		}
		f.Inputs = append(f.Inputs, figure.At(Segment, "offer", id, "rent"), figure.At(Segment, "offer", id, "available"))
	}
}
