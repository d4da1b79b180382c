package staffing

import (
	"strings"

	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
)

func (s *Staffing) office(f *figure.Figure, o *Office, path []string) bool {
	if len(path) == 2 && (path[0] == "counted" || path[0] == "gap") {
		return s.comparison(f, o, path[0], path[1])
	}
	if len(path) != 1 {
		return false
	}
	f.Label = figure.Label{Key: "staffing.office." + path[0], Args: []any{o.Name}}
	switch path[0] {
	case "need":
		s.need(f, o)
	case "travelling":
		f.Value, f.Rule, f.Inputs = figure.OfRange(o.Need.Travelling), ruleTravelling, s.typeFacts(o, "staff", "travelling-staff")
		f.Notes = s.typeNotes(o)
	case "types":
		s.typesOf(f, o)
	case "source":
		f.Value, f.Rule, f.Inputs = figure.OfWords(string(o.Supply.Way)), ruleSource, s.supplyFacts(o)
		f.Notes = s.supplyNotes(o)
	case "distance":
		f.Value = figure.Value{Kind: figure.Metres, Known: o.Supply.Distance > 0, Low: int64(o.Supply.Distance), High: int64(o.Supply.Distance)}
		f.Rule, f.Inputs = ruleDistance, append(s.place(o.ID), s.place(o.Supply.From)...)
	default:
		return false
	}
	return true
}

func (s *Staffing) need(f *figure.Figure, o *Office) {
	f.Value, f.Rule, f.Inputs = figure.OfRange(o.Need.Total), figure.Span, s.typeFacts(o, "staff")
	switch len(o.Types) {
	case 0:
		f.Rule = ruleUnstated
	case 1:
		f.Rule = figure.Same
	}
	f.Notes = s.typeNotes(o)
}

// typeFacts are fields of the types that an office may be.
func (s *Staffing) typeFacts(o *Office, fields ...string) []figure.Address {
	var in []figure.Address
	for _, t := range o.Types {
		for _, field := range fields {
			in = append(in, figure.FactAt("office-types", t, field))
		}
	}
	return in
}

// typeNotes say how firm the type of an office is.
func (s *Staffing) typeNotes(o *Office) []figure.Label {
	switch o.Basis {
	case Proposed:
		notes := []figure.Label{{Key: "staffing.note.proposed", Args: []any{s.facts.S.TypeClaims[o.claim].By}}}
		if o.Released {
			notes = append(notes, figure.Label{Key: "staffing.note.office-released"})
		}
		return notes
	case Open:
		return []figure.Label{{Key: "staffing.note.open"}}
	}
	return nil
}

func (s *Staffing) typesOf(f *figure.Figure, o *Office) {
	f.Value, f.Rule = figure.Unknown(figure.Words), ruleUnstated
	f.Notes = s.typeNotes(o)
	if o.claim < 0 {
		return
	}
	var names []string
	for _, t := range s.facts.S.TypeClaims[o.claim].Types {
		names = append(names, string(t))
	}
	f.Value, f.Rule = figure.OfWords(strings.Join(names, ", ")), figure.Same
	f.Inputs = []figure.Address{figure.FactAt("type-claims", o.claim+1, "types")}
}

// place is what is stated of where an office lies.
func (s *Staffing) place(id programme.OfficeID) []figure.Address {
	o, _ := s.facts.Office(id)
	if o == nil {
		return nil
	}
	in := []figure.Address{figure.FactAt("offices", id, "municipality")}
	if o.Position != nil {
		in = append(in, figure.FactAt("offices", id, "position", "lat"), figure.FactAt("offices", id, "position", "lon"))
	}
	return in
}

func (s *Staffing) supplyFacts(o *Office) []figure.Address {
	p := &s.table.Projects[o.Project]
	in := append(s.place(o.ID), s.place(o.Supply.From)...)
	in = append(in, p.At("p50"), radiusAt)
	if i := s.latestCount(s.openingDay(p)); i >= 0 && o.Supply.From == "" {
		in = append(in, figure.FactAt("network-counts", i+1, "offices"))
	}
	return in
}

func (s *Staffing) supplyNotes(o *Office) []figure.Label {
	switch {
	case o.Supply.Why != "":
		return []figure.Label{{Key: "staffing.note." + string(o.Supply.Why)}}
	case o.Supply.From == "":
		return nil
	}
	name := ""
	if from, _ := s.facts.Office(o.Supply.From); from != nil {
		name = from.Name
	}
	if o.Supply.SameMunicipality {
		return []figure.Label{{Key: "staffing.note.same-municipality", Args: []any{name}}}
	}
	return []figure.Label{{Key: "staffing.note.nearby", Args: []any{name, o.Supply.Distance.String()}}}
}

func (s *Staffing) comparison(f *figure.Figure, o *Office, what, month string) bool {
	found := -1
	for i := range s.Counted { // of two counts of a month the one written last holds
		if c := &s.Counted[i]; &s.Offices[c.Office] == o && c.Month.String() == month {
			found = i
		}
	}
	if found < 0 {
		return false
	}
	c := &s.Counted[found]
	f.Label = figure.Label{Key: "staffing.office." + what, Args: []any{o.Name, month}}
	if what == "counted" {
		f.Value, f.Rule, f.Inputs = figure.OfRange(c.Counted), figure.Same, []figure.Address{figure.FactAt("staff", c.Count+1, "officers")}
		return true
	}
	f.Value = figure.Value{Kind: figure.Count, Known: c.Known, Low: int64(c.Low), High: int64(c.High)}
	f.Rule, f.Inputs = figure.Difference, []figure.Address{figure.At(Segment, "office", o.ID, "counted", month), figure.At(Segment, "office", o.ID, "need")}
	return true
}

func (s *Staffing) roundField(f *figure.Figure, k int, field string) bool {
	r := &s.Rounds[k]
	facts, _ := s.facts.Round(r.ID)
	f.Label, f.Rule = figure.Label{Key: "staffing.round." + field, Args: []any{facts.Name}}, ruleRound
	switch field {
	case "need":
		f.Value = figure.OfRange(r.Need.Total)
	case "travelling":
		f.Value = figure.OfRange(r.Need.Travelling)
	default:
		return false
	}
	for _, i := range r.Offices {
		f.Inputs = append(f.Inputs, figure.At(Segment, "office", s.Offices[i].ID, "types"))
	}
	for t := range s.types {
		if r.demand.high[t] > 0 {
			f.Inputs = append(f.Inputs, figure.FactAt("office-types", s.types[t].id, "staff"))
		}
	}
	f.Inputs = append(f.Inputs, s.countFacts(r)...)
	f.Notes = s.roundNotes(r)
	return true
}

// countFacts are the counts that a round's need agrees with.
func (s *Staffing) countFacts(r *Round) []figure.Address {
	var in []figure.Address
	for t := range s.types {
		if i := s.count(r.ID, s.types[t].id); i >= 0 {
			in = append(in, figure.FactAt("round-counts", i+1, "count"))
		}
	}
	if i := s.count(r.ID, ""); i >= 0 {
		in = append(in, figure.FactAt("round-counts", i+1, "count"))
	}
	return in
}

func (s *Staffing) roundNotes(r *Round) []figure.Label {
	var out []figure.Label
	if r.OnProposals > 0 {
		out = append(out, figure.Label{Key: "staffing.note.on-proposals", Args: []any{r.OnProposals}})
	}
	if r.Released > 0 {
		out = append(out, figure.Label{Key: "staffing.note.released", Args: []any{r.Released}})
	}
	if r.Contradiction {
		out = append(out, figure.Label{Key: "staffing.note.contradiction"})
	}
	return out
}
