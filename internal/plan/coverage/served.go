package coverage

import (
	"math"
	"slices"
	"strconv"

	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/sweden"
	"github.com/etablera/etablera/travel/estimate"
)

// Served is an office and a vulnerable area that it is there for.
type Served struct {
	Office programme.OfficeID
	Number int // of the area among those of the office, from 1
	Area   string
	Listed sweden.Class
	// IsCandidate says that the office is to serve some area of its municipality and
	// that nobody has said which: this is one of those that it may be.
	IsCandidate bool
	// IsCentre says that the office's position is not its own but the centre of an
	// area that it serves, so that no distance to it is known.
	IsCentre bool
	// Metres is the great circle to the centre of the area; Radius that of a circle
	// as large as the area, so that what is nearer lies in it or beside it.
	Metres, Radius float64
	// Walk is on foot by the estimate; Seconds by the method, Unreachable where it
	// gives no time.
	Walk    float64
	Seconds uint32
	site    int32
	area    int // position among the areas of the list, −1
}

var servedFields = []string{"metres", "walk", "seconds"}

// Served lists every placed office with the vulnerable areas that it serves, or
// may come to serve.
func (c *Coverage) Served() []Served {
	var out []Served
	for i := range c.facts.S.Offices {
		o := &c.facts.S.Offices[i]
		if !c.Sites[i].IsPlaced {
			continue
		}
		n := 0
		add := func(a sweden.Area, isCandidate bool) {
			n++
			s := c.served(int32(i), a)
			s.Number, s.IsCandidate = n, isCandidate
			out = append(out, s)
		}
		for _, name := range o.Serves {
			if a, ok := sweden.AreaByName(name); ok {
				add(a, false)
			}
		}
		if m, ok := sweden.MunicipalityByName(o.Municipality); ok && n == 0 && slices.Contains(o.Categories, programme.Vulnerable) {
			for _, a := range c.base().areas {
				if a.Municipality == m.Code {
					add(a, true)
				}
			}
		}
	}
	return out
}

func (c *Coverage) served(site int32, a sweden.Area) Served {
	at := &c.Sites[site]
	s := Served{Office: at.Office, Area: a.Name, Listed: a.ClassIn(c.ListYear), Radius: radiusOf(a), Seconds: Unreachable, site: site, area: -1}
	s.Metres = estimate.Distance(estimate.Point{Lat: at.At.Lat, Lon: at.At.Lon}, estimate.Point{Lat: a.Centre.Lat, Lon: a.Centre.Lon})
	s.IsCentre = at.Precision == "centre of area" && s.Metres < sameCentre
	s.Walk = estimate.Walk().Seconds(s.Metres, estimate.Rural, estimate.Rural)
	for k, listed := range c.base().areas {
		if listed.Name == a.Name {
			s.area = k
		}
	}
	return s
}

// sameCentre is how near in metres two statements of an area's centre lie.
const sameCentre = 100.0

// measureServed asks the method for the time to the area's centre.
func (c *Coverage) measureServed(s *Served) {
	if s.area < 0 {
		return
	}
	if seconds, _, err := c.Row(background, s.site); err == nil {
		s.Seconds = seconds[c.base().population.Len()+s.area]
	}
}

func (c *Coverage) servedFigure(f *figure.Figure, office, n, field string) bool {
	for _, s := range c.Served() {
		if string(s.Office) != office || strconv.Itoa(s.Number) != n {
			continue
		}
		f.Label = figure.Label{Key: "coverage.served." + field, Args: []any{c.Sites[s.site].Name, s.Area}}
		if s.IsCandidate {
			f.Notes = append(f.Notes, figure.Label{Key: "coverage.note.candidate"})
		}
		f.Rule, f.Inputs = ruleServed, append([]figure.Address{figure.FactAt("offices", s.Office, "categories")}, c.Sites[s.site].grounds...)
		if c.Sites[s.site].Precision != "address" {
			f.Notes = append(f.Notes, figure.Label{Key: "coverage.note.precision", Args: []any{c.Sites[s.site].Precision}})
		}
		switch field {
		case "metres":
			f.Value = figure.OfMetres(int(math.Round(s.Metres)))
		case "walk":
			f.Value = figure.OfSeconds(int(math.Round(s.Walk)))
			f.Notes = append(f.Notes, figure.Label{Key: "coverage.note.walk"})
		case "seconds":
			f.Inputs = append(f.Inputs, methodAt)
			f.Value = figure.Unknown(figure.Seconds)
			if c.measureServed(&s); s.Seconds != Unreachable {
				f.Value = figure.OfSeconds(int(s.Seconds))
			}
		default:
			return false
		}
		if s.IsCentre {
			f.Value = figure.Unknown(f.Value.Kind)
		}
		return true
	}
	return false
}
