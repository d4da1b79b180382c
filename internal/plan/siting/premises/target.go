package premises

import (
	"slices"

	"github.com/etablera/etablera/internal/plan/coverage"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/sweden"
)

// Target is where people come from: a vulnerable area, from whose centre times are
// measured, or a municipality, whose times are the mean of its people's.
type Target struct {
	Name   string
	IsArea bool
	// Listed is the area's class on the list of the year.
	Listed sweden.Class
	// IsCandidate says that the office is to serve some area of its municipality and
	// that nobody has said which: this is one of those that it may be.
	IsCandidate bool
	// Points are those of the population that stand for the people of the target and
	// for nobody else.
	Points []int32

	area    sweden.Area
	isGiven bool // by the options
}

// Office is an office that premises are offered for.
type Office struct {
	ID      programme.OfficeID
	Name    string
	Targets []Target
	Offers  []int // positions in Scores.Offers
	// People are those of all targets; HasPeople says whether every target has points.
	People    int64
	HasPeople bool

	points []int32 // of all targets, each once, rising
}

// office finds what an office should serve: the areas that the options name, those
// that its facts name, those of its municipality that are on the list where it is to
// serve an area and nobody has said which, or else the municipality.
func (s *Scores) office(id programme.OfficeID) Office {
	out := Office{ID: id, Name: string(id)}
	o, _ := s.facts.Office(id)
	if o != nil && o.Name != "" {
		out.Name = o.Name
	}
	for _, name := range s.Options.Areas {
		s.addArea(&out, name, true)
	}
	if len(out.Targets) == 0 && o != nil {
		for _, name := range o.Serves {
			s.addArea(&out, name, false)
		}
		m, known := sweden.MunicipalityByName(o.Municipality)
		switch {
		case len(out.Targets) > 0 || !known:
		case slices.Contains(o.Categories, programme.Vulnerable):
			listed, _ := sweden.AreasListedIn(s.Options.ListYear)
			for _, a := range listed {
				if a.Municipality == m.Code {
					out.Targets = append(out.Targets, Target{Name: a.Name, IsArea: true, IsCandidate: true, area: a})
				}
			}
		}
		if known && len(out.Targets) == 0 {
			out.Targets = append(out.Targets, s.municipality(m))
		}
	}
	s.people(&out)
	return out
}

func (s *Scores) addArea(o *Office, name string, given bool) {
	a, ok := sweden.AreaByName(name)
	if ok && !slices.ContainsFunc(o.Targets, func(t Target) bool { return t.Name == a.Name }) {
		o.Targets = append(o.Targets, Target{Name: a.Name, IsArea: true, area: a, isGiven: given})
	}
}

func (s *Scores) municipality(m sweden.Municipality) Target {
	t := Target{Name: m.Name}
	for i, code := range s.population.Municipality {
		if code == m.Code {
			t.Points = append(t.Points, int32(i))
		}
	}
	return t
}

// people finds the points of the targets and counts their people, each point once.
func (s *Scores) people(o *Office) {
	o.HasPeople = len(o.Targets) > 0
	for k := range o.Targets {
		t := &o.Targets[k]
		if t.IsArea {
			t.Listed, t.Points = t.area.ClassIn(s.Options.ListYear), coverage.PointsIn(s.population, t.area)
		}
		o.HasPeople = o.HasPeople && len(t.Points) > 0
		o.points = append(o.points, t.Points...)
	}
	slices.Sort(o.points)
	o.points = slices.Compact(o.points)
	for _, p := range o.points {
		o.People += int64(s.population.People[p])
	}
	o.HasPeople = o.HasPeople && o.People > 0
}
