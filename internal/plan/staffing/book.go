package staffing

import (
	"iter"
	"slices"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
)

// Segment is the first segment of every address of the staffing.
const Segment = "staffing"

// Rules of the staffing that are not plain arithmetic.
const (
	ruleTravelling figure.Rule = "staffing.travelling"
	ruleRound      figure.Rule = "staffing.round"
	ruleAt         figure.Rule = "staffing.at"
	ruleNotOpen    figure.Rule = "staffing.not-open"
	ruleSource     figure.Rule = "staffing.source"
	ruleDistance   figure.Rule = "staffing.distance"
	ruleUnstated   figure.Rule = "staffing.unstated"
)

var radiusAt = figure.At(Segment, "option", "radius")

// Figure implements figure.Book:
//
//	staffing/option/radius
//	staffing/office/<id>/{need,travelling,types,source,distance}
//	staffing/office/<id>/{counted,gap}/<YYYY-MM>
//	staffing/round/<id>/{need,travelling}
//	staffing/<YYYY-MM>/{total,travelling,total-p10,total-p80}
//	staffing/<YYYY-MM>/round/<id>[/travelling]
//	staffing/<YYYY-MM>/office/<id>[/travelling]
//
// Travelling officers are part of the total. The figures of an office in a month
// are not listed by Addresses.
func (s *Staffing) Figure(a figure.Address) (figure.Figure, bool) {
	seg := a.Segments()
	if len(seg) < 3 || seg[0] != Segment {
		return figure.Figure{}, false
	}
	f, ok := figure.Figure{Address: a}, false
	switch seg[1] {
	case "option":
		if ok = len(seg) == 3 && seg[2] == "radius"; ok {
			f.Label, f.Rule = figure.Label{Key: "staffing.option.radius"}, figure.Option
			f.Value = figure.Between(figure.Metres, int64(s.Radius), int64(s.Radius))
		}
	case "office":
		if i, found := s.index[programme.OfficeID(seg[2])]; found {
			ok = s.office(&f, &s.Offices[i], seg[3:])
		}
	case "round":
		if r := s.round(seg[2]); r >= 0 && len(seg) == 4 {
			ok = s.roundField(&f, r, seg[3])
		}
	default:
		if i := slices.IndexFunc(s.Months, func(m Month) bool { return m.Month.String() == seg[1] }); i >= 0 {
			ok = s.month(&f, &s.Months[i], seg[2:])
		}
	}
	return f, ok
}

func (s *Staffing) round(id string) int {
	return slices.IndexFunc(s.Rounds, func(r Round) bool { return string(r.ID) == id })
}

// Addresses implements figure.Book.
func (s *Staffing) Addresses() iter.Seq[figure.Address] {
	return func(yield func(figure.Address) bool) {
		each := func(fields []string, prefix ...any) bool {
			for _, field := range fields {
				if !yield(figure.At(append(append([]any{Segment}, prefix...), field)...)) {
					return false
				}
			}
			return true
		}
		ok := each([]string{"radius"}, "option")
		for i := 0; ok && i < len(s.Offices); i++ {
			ok = each([]string{"need", "travelling", "types", "source", "distance"}, "office", s.Offices[i].ID)
		}
		for i := 0; ok && i < len(s.Counted); i++ {
			c := &s.Counted[i]
			ok = each([]string{c.Month.String()}, "office", s.Offices[c.Office].ID, "counted") &&
				each([]string{c.Month.String()}, "office", s.Offices[c.Office].ID, "gap")
		}
		for i := 0; ok && i < len(s.Rounds); i++ {
			ok = each([]string{"need", "travelling"}, "round", s.Rounds[i].ID)
		}
		for i := 0; ok && i < len(s.Months); i++ {
			m := s.Months[i].Month
			ok = each([]string{"total", "travelling", "total-p10", "total-p80"}, m)
			for r := 0; ok && r < len(s.Rounds); r++ {
				ok = each([]string{string(s.Rounds[r].ID)}, m, "round") && each([]string{"travelling"}, m, "round", s.Rounds[r].ID)
			}
		}
	}
}

func (s *Staffing) month(f *figure.Figure, m *Month, path []string) bool {
	f.Label = figure.Label{Key: "staffing.month." + path[0], Args: []any{m.Month.String()}}
	if s.Without > 0 {
		f.Notes = append(f.Notes, figure.Label{Key: "staffing.note.without", Args: []any{s.Without}})
	}
	switch {
	case len(path) == 1 && path[0] == "total":
		f.Value = figure.OfRange(m.Need.Total)
		s.sum(f, m)
	case len(path) == 1 && path[0] == "travelling":
		f.Value = figure.OfRange(m.Need.Travelling)
		s.sum(f, m, "travelling")
	case len(path) == 1 && path[0] == "total-p10":
		f.Value, f.Rule, f.Inputs = figure.OfRange(m.Early.Total), ruleAt, s.openings(early, m.Month)
	case len(path) == 1 && path[0] == "total-p80":
		f.Value, f.Rule, f.Inputs = figure.OfRange(m.Late.Total), ruleAt, s.openings(late, m.Month)
	case path[0] == "round" && (len(path) == 2 || len(path) == 3 && path[2] == "travelling"):
		return s.monthOfRound(f, m, path)
	case path[0] == "office" && (len(path) == 2 || len(path) == 3 && path[2] == "travelling"):
		return s.monthOfOffice(f, m, path)
	default:
		return false
	}
	return true
}

// sum adds the rounds of a month and the open offices that belong to none.
func (s *Staffing) sum(f *figure.Figure, m *Month, part ...any) {
	f.Rule = figure.Sum
	for r := range s.Rounds {
		f.Inputs = append(f.Inputs, figure.At(append([]any{Segment, m.Month, "round", s.Rounds[r].ID}, part...)...))
	}
	for i := range s.Offices {
		if o := &s.Offices[i]; o.round < 0 && o.openBy(usual, m.Month) {
			f.Inputs = append(f.Inputs, figure.At(append([]any{Segment, m.Month, "office", o.ID}, part...)...))
		}
	}
	if len(f.Inputs) == 0 {
		f.Rule = figure.Number // of no offices
	}
}

// openings are the opening days and needs of the offices open by a month at a quantile.
func (s *Staffing) openings(at int, m civil.Month) []figure.Address {
	var in []figure.Address
	for i := range s.Offices {
		if o := &s.Offices[i]; o.openBy(at, m) {
			in = append(in, s.table.Projects[o.Project].At([]any{"p10", "p50", "p80"}[at]), figure.At(Segment, "office", o.ID, "need"))
		}
	}
	for r := range s.Rounds {
		in = append(in, s.countFacts(&s.Rounds[r])...)
	}
	return in
}

func (s *Staffing) monthOfRound(f *figure.Figure, m *Month, path []string) bool {
	k := s.round(path[1])
	if k < 0 {
		return false
	}
	facts, _ := s.facts.Round(s.Rounds[k].ID)
	f.Label.Args = append(f.Label.Args, facts.Name)
	f.Value, f.Rule = figure.OfRange(m.Rounds[k].Total), ruleRound
	if len(path) == 3 {
		f.Label.Key, f.Value = "staffing.month.round-travelling", figure.OfRange(m.Rounds[k].Travelling)
	}
	for _, i := range s.Rounds[k].Offices {
		if o := &s.Offices[i]; o.openBy(usual, m.Month) {
			f.Inputs = append(f.Inputs, s.table.Projects[o.Project].At("p50"), figure.At(Segment, "office", o.ID, "need"))
		}
	}
	f.Inputs = append(f.Inputs, s.countFacts(&s.Rounds[k])...)
	f.Notes = append(f.Notes, s.roundNotes(&s.Rounds[k])...)
	return true
}

func (s *Staffing) monthOfOffice(f *figure.Figure, m *Month, path []string) bool {
	i, ok := s.index[programme.OfficeID(path[1])]
	if !ok {
		return false
	}
	o, field := &s.Offices[i], "need"
	f.Label.Args = append(f.Label.Args, o.Name)
	f.Value = figure.OfRange(o.Need.Total)
	if len(path) == 3 {
		field, f.Label.Key, f.Value = "travelling", "staffing.month.office-travelling", figure.OfRange(o.Need.Travelling)
	}
	f.Rule, f.Inputs = figure.Same, []figure.Address{figure.At(Segment, "office", o.ID, field)}
	if !o.openBy(usual, m.Month) {
		f.Value, f.Rule, f.Inputs = figure.OfCount(0), ruleNotOpen, []figure.Address{s.table.Projects[o.Project].At("p50")}
		if !o.From[usual].IsKnown() {
			f.Value = figure.Unknown(figure.Count)
		}
	}
	return true
}
