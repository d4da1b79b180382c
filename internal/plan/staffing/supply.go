package staffing

import (
	"math"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/plan/timetable"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/sweden"
)

// Way is how an office can be staffed.
type Way string

// The ways; the empty one is unknown.
const (
	Redistribute Way = "redistribute" // from an existing office in the municipality or nearby
	Recruit      Way = "recruit"      // there is none
)

// Supply says where an office's officers can come from. It is easier to move
// staff to a place that has an office already, or one nearby (the seed, 4.3).
type Supply struct {
	Way Way
	// From is the office to move staff from: one in the same municipality, or
	// the nearest. Distance is as the crow flies, 0 where it is not known.
	From             programme.OfficeID
	SameMunicipality bool
	Distance         programme.Metres
	Why              Reason
}

// Reason says why a way is unknown.
type Reason string

// The reasons.
const (
	NoPlace      Reason = "no-place"      // where the office lies is not stated
	OthersPlaces Reason = "others-places" // an existing office has no stated position and may lie nearby
	NotListed    Reason = "not-listed"    // there are more offices than the register lists
)

// site is an existing office of the register.
type site struct {
	office         *programme.Office
	point          sweden.Point
	opened, closed civil.Date // unknown: has always been open, is not closed
}

// existingOffices lists the offices that have opened, and those that nobody plans
// to open: these existed before the programme.
func existingOffices(x *programme.Index) []site {
	planned := map[programme.OfficeID]bool{}
	for i := range x.S.Projects {
		if x.S.Projects[i].Kind == programme.Open {
			planned[x.S.Projects[i].Office] = true
		}
	}
	var out []site
	for i := range x.S.Offices {
		o := &x.S.Offices[i]
		if _, first := x.Office(o.ID); first != i {
			continue
		}
		s := site{office: o, point: point(o)}
		opened, announced := false, planned[o.ID]
		var lastDay civil.Date // as planned
		for _, e := range x.Events(o.ID) {
			event := &x.S.OfficeEvents[e]
			switch past := event.Date.Middle(); event.Kind {
			case programme.Opened:
				opened, s.opened = true, past
			case programme.OpeningPlanned:
				announced = true
			case programme.Closed, programme.ClosedDeFacto:
				if past.IsKnown() && (!s.closed.IsKnown() || past < s.closed) {
					s.closed = past
				}
			case programme.ClosingPlanned:
				lastDay = past
			}
		}
		if !s.closed.IsKnown() && lastDay.IsKnown() {
			s.closed = lastDay + 1
		}
		if opened || !announced {
			out = append(out, s)
		}
	}
	return out
}

func point(o *programme.Office) sweden.Point {
	if o.Position == nil {
		return sweden.Point{}
	}
	return sweden.Point{Lat: o.Position.Lat, Lon: o.Position.Lon}
}

// isOpen says whether the office is open on a day.
func (s *site) isOpen(day civil.Date) bool {
	return s.opened <= day && (!s.closed.IsKnown() || s.closed > day)
}

// degreesPerMetre bounds how far apart in latitude two points within a distance can be.
const degreesPerMetre = 180 / (math.Pi * sweden.EarthRadius)

func (s *Staffing) supply(o *Office) Supply {
	facts, _ := s.facts.Office(o.ID)
	if facts == nil {
		return Supply{Why: NoPlace}
	}
	here, day := point(facts), s.openingDay(&s.table.Projects[o.Project])
	var best Supply
	open, unplaced := 0, false
	for i := range s.existing {
		e := &s.existing[i]
		if e.office.ID == o.ID || !e.isOpen(day) {
			continue
		}
		open++
		same := facts.Municipality != "" && facts.Municipality == e.office.Municipality
		unplaced = unplaced || !e.point.IsKnown()
		near := here.IsKnown() && e.point.IsKnown() && math.Abs(here.Lat-e.point.Lat) <= float64(s.Radius)*degreesPerMetre*1.001
		if !same && !near {
			continue
		}
		candidate := Supply{Way: Redistribute, From: e.office.ID, SameMunicipality: same}
		if d := sweden.Distance(here, e.point); !math.IsNaN(d) {
			candidate.Distance = programme.Metres(max(math.Round(d), 1))
		}
		if (same || candidate.Distance <= s.Radius) && candidate.before(best) {
			best = candidate
		}
	}
	switch {
	case best.Way != "":
		return best
	case !here.IsKnown() || facts.Municipality == "":
		return Supply{Why: NoPlace}
	case unplaced:
		return Supply{Why: OthersPlaces}
	case open < s.counted(day):
		return Supply{Why: NotListed}
	}
	return Supply{Way: Recruit}
}

// before says whether an office is a better one to move staff from: in the same
// municipality before others, then the nearest.
func (a Supply) before(b Supply) bool {
	switch {
	case b.Way == "" || a.SameMunicipality != b.SameMunicipality:
		return b.Way == "" || a.SameMunicipality
	case a.Distance == 0 || b.Distance == 0:
		return b.Distance == 0 && a.Distance != 0
	}
	return a.Distance < b.Distance
}

func (s *Staffing) openingDay(p *timetable.Project) civil.Date {
	if p.HasForecast() {
		return p.Forecast.P50
	}
	return s.table.Now
}

// counted returns the latest stated number of offices in the network by a day,
// 0 where nobody has counted.
func (s *Staffing) counted(day civil.Date) int {
	if i := s.latestCount(day); i >= 0 {
		return s.facts.S.NetworkCounts[i].Offices.Low
	}
	return 0
}

func (s *Staffing) latestCount(day civil.Date) int {
	best := -1
	for i := range s.facts.S.NetworkCounts {
		c := &s.facts.S.NetworkCounts[i]
		if c.Kind != programme.Counted || !c.Offices.Known || !c.Date.IsKnown() || c.Date.Middle() > day {
			continue
		}
		if best < 0 || c.Date.Middle() >= s.facts.S.NetworkCounts[best].Date.Middle() {
			best = i
		}
	}
	return best
}
