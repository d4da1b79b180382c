package premises

import (
	"context"
	"math"
	"slices"

	"github.com/etablera/etablera/internal/plan/coverage"
	"github.com/etablera/etablera/travel/estimate"
)

// Why says why a time is not known, or that it is.
type Why string

// The reasons.
const (
	IsKnown    Why = ""
	NoMethod   Why = "no-method"   // nothing gives times by the mode
	NoPosition Why = "no-position" // nobody has said where the premises are
	NoRoad     Why = "no-road"     // the network or table knows nothing of the place
	NoWay      Why = "no-way"      // no way there, or none within the longest journey
	NoPeople   Why = "no-people"   // no point stands for the people alone
	Failed     Why = "failed"      // the method gave an error
)

// Time is seconds, or why there are none.
type Time struct {
	Seconds uint32
	Why     Why
}

// times are those of one mode: rows of seconds from the places to each offer, the
// areas' centres first; a nil row is an offer that nothing is known of, with the
// reason.
type times struct {
	rows  [][]uint32
	why   []Why
	areas map[string]int // positions of centres by the area's name
	at    map[int32]int  // positions of the points of the population
	err   error
}

// layout lists the places that times are measured from: the centres of all targets,
// and points. Estimates tell a city from a village by all points, and a table finds
// places by their keys among all; a network needs those of the targets only.
func (s *Scores) layout(m coverage.Method, t *times) (places []coverage.Place, people []int32) {
	t.areas, t.at = map[string]int{}, map[int32]int{}
	var points []int32
	for i := range s.Offices {
		points = append(points, s.Offices[i].points...)
		for _, g := range s.Offices[i].Targets {
			if _, there := t.areas[g.Name]; g.IsArea && !there {
				t.areas[g.Name] = len(places)
				places, people = append(places, coverage.Place{Key: "area/" + g.Name, Lat: g.area.Centre.Lat, Lon: g.area.Centre.Lon}), append(people, 0)
			}
		}
	}
	if _, ok := m.(coverage.Networked); !ok {
		points = make([]int32, s.population.Len())
		for i := range points {
			points[i] = int32(i)
		}
	}
	slices.Sort(points)
	for _, p := range slices.Compact(points) {
		t.at[p] = len(places)
		places = append(places, coverage.Place{Key: s.population.Keys[p], Lat: s.population.Points[p].Lat, Lon: s.population.Points[p].Lon})
		people = append(people, s.population.People[p])
	}
	return places, people
}

// lacker is a method that knows nothing of some places.
type lacker interface{ Lacks(coverage.Place) bool }

// Prepare measures all modes ahead, so that the wait can be told and broken off; tell,
// which may be nil, hears how many modes are done.
func (s *Scores) Prepare(ctx context.Context, tell func(done, of int)) error {
	for k, mode := range Modes {
		t := s.timesOf(ctx, mode)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if t.err != nil {
			return t.err
		}
		if tell != nil {
			tell(k+1, len(Modes))
		}
	}
	return nil
}

// timesOf measures a mode, once.
func (s *Scores) timesOf(ctx context.Context, mode string) *times {
	s.mu.Lock()
	defer s.mu.Unlock()
	t := s.times[mode]
	if t == nil {
		if t = s.measure(ctx, mode); ctx.Err() == nil {
			s.times[mode] = t
		}
	}
	return t
}

func (s *Scores) ofMode(mode string) *times { return s.timesOf(context.Background(), mode) }

// measure finds the times of a mode to all offers.
func (s *Scores) measure(ctx context.Context, mode string) *times {
	t := &times{rows: make([][]uint32, len(s.Offers)), why: make([]Why, len(s.Offers))}
	m := s.Options.Methods[mode]
	var sites []coverage.Place
	var which []int
	for i := range s.Offers {
		switch p := s.Offers[i].Position; {
		case m == nil:
			t.why[i] = NoMethod
		case p == nil:
			t.why[i] = NoPosition
		default:
			site := coverage.Place{Key: s.Offers[i].ID, Lat: p.Lat, Lon: p.Lon}
			if l, ok := m.(lacker); ok && l.Lacks(site) {
				t.why[i] = NoRoad
				continue
			}
			sites, which = append(sites, site), append(which, i)
		}
	}
	if len(sites) == 0 {
		return t
	}
	places, people := s.layout(m, t)
	table, err := coverage.Tabulate(ctx, m, sites, places, people)
	t.err = err
	for k, i := range which {
		if err != nil {
			t.why[i] = Failed
			continue
		}
		t.rows[i] = table.Row(k)
	}
	return t
}

// Err is what went wrong with the times of a mode.
func (s *Scores) Err(mode string) error { return s.ofMode(mode).err }

// To is the time from a target of the offer's office, by its position there.
func (s *Scores) To(offer, target int, mode string) Time {
	t := s.ofMode(mode)
	if t.rows[offer] == nil {
		return Time{Why: t.why[offer]}
	}
	g := &s.Offices[s.Offers[offer].Office].Targets[target]
	if !g.IsArea {
		return s.meanOf(t, offer, g.Points)
	}
	if n := t.rows[offer][t.areas[g.Name]]; n != coverage.Unreachable {
		return Time{Seconds: n}
	}
	return Time{Why: NoWay}
}

// Metres is the great circle from the centre of a target; known is false where the
// offer has no position or the target is no area.
func (s *Scores) Metres(offer, target int) (metres float64, known bool) {
	o := &s.Offers[offer]
	g := &s.Offices[o.Office].Targets[target]
	if o.Position == nil || !g.IsArea {
		return 0, false
	}
	return estimate.Distance(estimate.Point{Lat: o.Position.Lat, Lon: o.Position.Lon}, estimate.Point{Lat: g.area.Centre.Lat, Lon: g.area.Centre.Lon}), true
}

// meanOf is the people-weighted mean over points, rounded.
func (s *Scores) meanOf(t *times, offer int, points []int32) Time {
	sum, n := 0.0, int64(0)
	for _, p := range points {
		people := int64(s.population.People[p])
		if people == 0 {
			continue
		}
		took := t.rows[offer][t.at[p]]
		if took == coverage.Unreachable {
			return Time{Why: NoWay}
		}
		sum += float64(took) * float64(people)
		n += people
	}
	if n == 0 {
		return Time{Why: NoPeople}
	}
	return Time{Seconds: uint32(math.Round(sum / float64(n)))}
}

// Mean is the people-weighted mean over the targets of the offer's office.
func (s *Scores) Mean(offer int, mode string) Time {
	t, o := s.ofMode(mode), &s.Offices[s.Offers[offer].Office]
	switch {
	case t.rows[offer] == nil:
		return Time{Why: t.why[offer]}
	case !o.HasPeople:
		return Time{Why: NoPeople}
	}
	return s.meanOf(t, offer, o.points)
}

// Worst is the longest of the times from the targets, unknown where one of them is.
func (s *Scores) Worst(offer int, mode string) Time {
	out := Time{Why: NoPeople}
	for k := range s.Offices[s.Offers[offer].Office].Targets {
		t := s.To(offer, k, mode)
		if t.Why != IsKnown {
			return t
		}
		out = Time{Seconds: max(out.Seconds, t.Seconds)}
	}
	return out
}

// Within counts the people of the targets who have at most so many minutes; who has no
// way there does not.
func (s *Scores) Within(offer int, mode string, minutes int) (people int64, why Why) {
	t, o := s.ofMode(mode), &s.Offices[s.Offers[offer].Office]
	switch {
	case t.rows[offer] == nil:
		return 0, t.why[offer]
	case !o.HasPeople:
		return 0, NoPeople
	}
	for _, p := range o.points {
		if t.rows[offer][t.at[p]] <= uint32(minutes*60) {
			people += int64(s.population.People[p])
		}
	}
	return people, IsKnown
}
