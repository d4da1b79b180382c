package premises

import (
	"fmt"
	"iter"
	"math"
	"slices"
	"strconv"

	"github.com/etablera/etablera/internal/plan/figure"
)

// Segment is the first segment of every address of the premises.
const Segment = "premises"

// Rules of the premises that are not plain arithmetic.
const (
	ruleMethod    figure.Rule = "coverage.method"
	ruleTargets   figure.Rule = "premises.targets"
	ruleCircle    figure.Rule = "premises.circle"
	ruleTime      figure.Rule = "premises.time"
	ruleMean      figure.Rule = "premises.mean"
	ruleWithin    figure.Rule = "premises.within"
	rulePeople    figure.Rule = "premises.people"
	ruleDominated figure.Rule = "premises.dominated"
)

var (
	listAt       = figure.At(Segment, "list-year")
	populationAt = figure.At(Segment, "population")
)

// NoneDominates are the words of the figure of an offer that nothing dominates.
const NoneDominates = "none"

// stated are the fields of an offer that are shown as they are stated.
var stated = []string{"square-metres", "rent", "available", "rebuild"}

// Figure implements figure.Book:
//
//	premises/{list-year,population}, premises/method/<mode>[/<ground>]
//	premises/target/<office>/<n>, premises/people/<office>
//	premises/offer/<id>/to/<n>/{metres,walk,transit,car}
//	premises/offer/<id>/{worst,mean}/<mode>, premises/offer/<id>/within/<mode>/<minutes>
//	premises/offer/<id>/{position,square-metres,rent,available,rebuild,dominated}
func (s *Scores) Figure(a figure.Address) (figure.Figure, bool) {
	seg := a.Segments()
	if len(seg) < 2 || seg[0] != Segment {
		return figure.Figure{}, false
	}
	f, ok := figure.Figure{Address: a}, false
	switch rest := seg[2:]; seg[1] {
	case "list-year":
		ok = len(rest) == 0
		f.Label, f.Value, f.Rule = figure.Label{Key: "premises.list-year"}, figure.OfWords(strconv.Itoa(s.Options.ListYear)), figure.Option
	case "population":
		ok = len(rest) == 0
		f.Label, f.Value, f.Rule = figure.Label{Key: "coverage.population"}, figure.OfWords(s.population.Source+", "+s.population.Date), figure.Reference
	case "method":
		ok = len(rest) > 0 && s.methodFigure(&f, rest)
	case "target":
		ok = len(rest) == 2 && s.targetFigure(&f, rest[0], rest[1])
	case "people":
		ok = len(rest) == 1 && s.peopleFigure(&f, rest[0])
	case "offer":
		if len(rest) > 1 && s.Find(rest[0]) >= 0 {
			ok = s.offerFigure(&f, s.Find(rest[0]), rest[1:])
		}
	}
	return f, ok
}

// Addresses implements figure.Book.
func (s *Scores) Addresses() iter.Seq[figure.Address] {
	return func(yield func(figure.Address) bool) {
		for _, a := range s.list() {
			if !yield(a) {
				return
			}
		}
	}
}

func (s *Scores) list() []figure.Address {
	if len(s.Offers) == 0 {
		return nil
	}
	out := []figure.Address{listAt, populationAt}
	at := func(segments ...any) { out = append(out, figure.At(append([]any{Segment}, segments...)...)) }
	for _, m := range Modes {
		at("method", m)
	}
	for i := range s.Offices {
		o := &s.Offices[i]
		for k := range o.Targets {
			at("target", o.ID, k+1)
		}
		at("people", o.ID)
		for _, offer := range o.Offers {
			id := s.Offers[offer].ID
			for k := range o.Targets {
				at("offer", id, "to", k+1, "metres")
				for _, m := range Modes {
					at("offer", id, "to", k+1, m)
				}
			}
			for _, m := range Modes {
				at("offer", id, "worst", m)
				at("offer", id, "mean", m)
				for _, minutes := range Minutes {
					at("offer", id, "within", m, minutes)
				}
			}
			for _, field := range append(stated, "dominated") {
				at("offer", id, field)
			}
		}
	}
	return out
}

func (s *Scores) methodFigure(f *figure.Figure, path []string) bool {
	mode := path[0]
	if !slices.Contains(Modes, mode) || len(path) > 2 {
		return false
	}
	m := s.Options.Methods[mode]
	if len(path) == 1 {
		f.Label, f.Rule = figure.Label{Key: "premises.method." + mode}, ruleMethod
		if m == nil {
			f.Value, f.Notes = figure.Unknown(figure.Words), []figure.Label{{Key: "premises.note.no-method"}}
			return true
		}
		f.Value = figure.OfWords(m.About().Key)
		for _, g := range m.About().Grounds {
			f.Inputs = append(f.Inputs, figure.At(Segment, "method", mode, g.Key))
		}
		return true
	}
	if m == nil {
		return false
	}
	for _, g := range m.About().Grounds {
		if g.Key == path[1] {
			f.Label, f.Value, f.Rule = figure.Label{Key: "coverage.ground." + g.Key}, g.Value, g.Rule
			return true
		}
	}
	return false
}

// number reads a whole number from 1 to most as it is written, 0 for anything else.
func number(text string, most int) int {
	n, err := strconv.Atoi(text)
	if err != nil || n < 1 || n > most || strconv.Itoa(n) != text {
		return 0
	}
	return n
}

func (s *Scores) officeAt(id string) *Office {
	for i := range s.Offices {
		if string(s.Offices[i].ID) == id {
			return &s.Offices[i]
		}
	}
	return nil
}

func (s *Scores) targetFigure(f *figure.Figure, office, n string) bool {
	o := s.officeAt(office)
	if o == nil || number(n, len(o.Targets)) == 0 {
		return false
	}
	t := &o.Targets[number(n, len(o.Targets))-1]
	f.Label, f.Value = figure.Label{Key: "premises.target", Args: []any{o.Name}}, figure.OfWords(t.Name)
	switch {
	case t.isGiven:
		f.Rule = figure.Option
	case t.IsCandidate:
		f.Rule, f.Inputs = ruleTargets, []figure.Address{figure.FactAt("offices", o.ID, "municipality"), listAt}
		f.Notes = []figure.Label{{Key: "coverage.note.candidate"}}
	case t.IsArea:
		f.Rule, f.Inputs = ruleTargets, []figure.Address{figure.FactAt("offices", o.ID, "serves")}
	default:
		f.Rule, f.Inputs = ruleTargets, []figure.Address{figure.FactAt("offices", o.ID, "municipality")}
	}
	if t.IsArea && !t.Listed.IsListed() {
		f.Notes = append(f.Notes, figure.Label{Key: "premises.note.unlisted", Args: []any{s.Options.ListYear}})
	}
	return true
}

func (s *Scores) peopleFigure(f *figure.Figure, office string) bool {
	o := s.officeAt(office)
	if o == nil {
		return false
	}
	f.Label, f.Value, f.Rule = figure.Label{Key: "premises.people", Args: []any{o.Name}}, figure.Unknown(figure.Count), rulePeople
	f.Inputs = append(s.targetsAt(o), populationAt)
	if o.HasPeople {
		f.Value = figure.OfCount(int(o.People))
	} else {
		f.Notes = []figure.Label{{Key: "premises.note.no-people"}}
	}
	return true
}

func (s *Scores) targetsAt(o *Office) []figure.Address {
	var out []figure.Address
	for k := range o.Targets {
		out = append(out, figure.At(Segment, "target", o.ID, k+1))
	}
	return out
}

// positionAt are the addresses of what is stated of where an offer is.
func (s *Scores) positionAt(o *Offer) []figure.Address {
	switch {
	case o.Position == nil:
		return nil
	case o.IsFact:
		return []figure.Address{figure.FactAt("premises", o.ID, "position", "lat"), figure.FactAt("premises", o.ID, "position", "lon")}
	}
	return []figure.Address{figure.At(Segment, "offer", o.ID, "position")}
}

// timeOf fills in a time, or the note why there is none.
func timeOf(f *figure.Figure, t Time) {
	f.Value = figure.OfSeconds(int(t.Seconds))
	if t.Why != IsKnown {
		f.Value = figure.Unknown(figure.Seconds)
		f.Notes = append(f.Notes, figure.Label{Key: "premises.note." + string(t.Why)})
	}
}

func (s *Scores) toFigure(f *figure.Figure, offer int, path []string) bool {
	o := &s.Offers[offer]
	office := &s.Offices[o.Office]
	n := number(path[0], len(office.Targets))
	if n == 0 {
		return false
	}
	t := &office.Targets[n-1]
	f.Inputs = append(s.positionAt(o), figure.At(Segment, "target", office.ID, n))
	args := []any{o.name(), t.Name}
	if path[1] == "metres" {
		f.Label, f.Rule, f.Value = figure.Label{Key: "premises.metres", Args: args}, ruleCircle, figure.Unknown(figure.Metres)
		switch m, known := s.Metres(offer, n-1); {
		case known:
			f.Value = figure.OfMetres(int(math.Round(m)))
		case o.Position == nil:
			f.Notes = []figure.Label{{Key: "premises.note.no-position"}}
		default:
			f.Notes = []figure.Label{{Key: "premises.note.no-centre"}}
		}
		f.Notes = append(f.Notes, s.precision(o)...)
		return true
	}
	if !slices.Contains(Modes, path[1]) {
		return false
	}
	f.Label, f.Rule = figure.Label{Key: "premises.to." + path[1], Args: args}, ruleTime
	if !t.IsArea {
		f.Rule, f.Inputs = ruleMean, append(f.Inputs, populationAt)
	}
	f.Inputs = append(f.Inputs, figure.At(Segment, "method", path[1]))
	f.Notes = append(s.precision(o), s.ModeNotes(path[1])...)
	timeOf(f, s.To(offer, n-1, path[1]))
	return true
}

// PrecisionOf is a label that says in words what a position stands for; words of the
// owner's own stand as they are.
func PrecisionOf(stated string) any {
	if key := "premises.precision." + stated; Messages[key] != ([2]string{}) {
		return figure.Label{Key: key}
	}
	return stated
}

func (s *Scores) precision(o *Offer) []figure.Label {
	if o.Position == nil || o.Position.Precision == "address" {
		return nil
	}
	if o.Position.Precision == "" {
		return []figure.Label{{Key: "premises.note.unsaid"}}
	}
	return []figure.Label{{Key: "premises.note.precision", Args: []any{PrecisionOf(o.Position.Precision)}}}
}

// ModeNotes say what all times of a mode rest on that is no number.
func (s *Scores) ModeNotes(mode string) []figure.Label {
	m := s.Options.Methods[mode]
	if m == nil || !m.About().IsEstimate {
		return nil
	}
	for _, g := range m.About().Grounds {
		if g.Key == "error-p90" {
			return []figure.Label{{Key: "coverage.note.estimate-" + mode, Args: []any{g.Value}}}
		}
	}
	return nil
}

func positionWords(o *Offer) figure.Value {
	if o.Position == nil {
		return figure.Unknown(figure.Words)
	}
	return figure.OfWords(fmt.Sprintf("%g, %g", o.Position.Lat, o.Position.Lon))
}
