package compliance

import (
	"math"

	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/sweden"
)

// listing is what a Police list says of an area: its class and the figure that
// shows it. A listing among the facts goes before the tables.
type listing struct {
	class  sweden.Class
	centre sweden.Point
	fact   int // position in Snapshot.Areas, −1 where the tables say it
}

// factClasses are the classes as the facts write them.
var factClasses = map[string]sweden.Class{"none": sweden.NotListed, "vulnerable": sweden.Vulnerable,
	"risk": sweden.RiskArea, "especially-vulnerable": sweden.EspeciallyVulnerable}

// listed looks an area up in the list of a year.
func (all *checker) listed(area, municipality string, year int) listing {
	l := listing{fact: -1}
	known, ok := sweden.AreaByName(area)
	if ok {
		l.class, l.centre = known.ClassIn(year), known.Centre
	}
	for i := range all.x.S.Areas {
		a := &all.x.S.Areas[i]
		same := a.Name == area || ok && isSameArea(a.Name, known)
		if same && a.ListYear == year && (a.Municipality == "" || municipality == "" || a.Municipality == municipality) {
			if class, stated := factClasses[a.Class]; stated {
				l.class, l.fact = class, i
			}
		}
	}
	return l
}

func isSameArea(name string, a sweden.Area) bool {
	other, ok := sweden.AreaByName(name)
	return ok && other.Name == a.Name && other.Municipality == a.Municipality
}

// served lists the areas that an office serves: those stated, and the one that
// its locality is named for.
func served(o *programme.Office) []string {
	areas := o.Serves
	if len(areas) == 0 && o.Locality != "" {
		if a, ok := sweden.AreaByName(o.Locality); ok && inMunicipality(a, o.Municipality) {
			return []string{o.Locality}
		}
	}
	return areas
}

func inMunicipality(a sweden.Area, municipality string) bool {
	m, ok := sweden.MunicipalityByName(municipality)
	return ok && m.Code == a.Municipality
}

// isIn says whether an office lies in an area by declaration: its locality is
// the area's name, or a part of it.
func isIn(o *programme.Office, area string) bool {
	if o.Locality == "" {
		return false
	}
	if o.Locality == area {
		return true
	}
	a, ok := sweden.AreaByName(o.Locality)
	return ok && inMunicipality(a, o.Municipality) && isSameArea(area, a)
}

// rough are the precisions of a position that only stands in for the office's
// own: from the midpoint of several areas nothing follows about any of them.
var rough = map[string]bool{"municipal seat": true, "centre of areas served": true}

// distance returns the metres from an office to a point, NaN where one of them
// is not known.
func distance(o *programme.Office, centre sweden.Point) float64 {
	if o.Position == nil {
		return math.NaN()
	}
	return sweden.Distance(sweden.Point{Lat: o.Position.Lat, Lon: o.Position.Lon}, centre)
}

func metres(d float64) figure.Value {
	if math.IsNaN(d) {
		return figure.Unknown(figure.Metres)
	}
	n := int64(math.Round(d))
	return figure.Between(figure.Metres, n, n)
}
