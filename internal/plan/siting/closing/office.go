package closing

import (
	"context"
	"slices"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/plan/coverage"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/sweden"
	"github.com/etablera/etablera/travel/estimate"
)

// Office is an open office whose place is known: it may close, unless it is kept.
type Office struct {
	Site         int32 // position in the coverage's Sites
	ID           programme.OfficeID
	Name         string
	Municipality string
	County       string // code; "" where the municipality is not known
	Kept         bool
	Must         bool       // close, by the facts or by the options
	Planned      civil.Span // the last day that is planned by the facts
	Decided      bool       // by the facts, to close
	forced       int        // the stage that the facts leave it; −1
}

// world is what all goals share.
type world struct {
	offices []Office
	rows    [][]uint32 // seconds per office and point
	near    [][]int32  // per point: offices, nearest first, down to the first that stays
	within  [][]int32  // per point: offices within Minutes, rising
	people  []int32
	county  []int32 // per point: position in counties, −1
	// counties are positions in the coverage's units, with the people in them and those
	// within Minutes of an office today.
	counties []int
	living   []int64
	reached  []int64
	areas    []sweden.Area
	serving  [][]int32 // per area: the offices that serve it today
	// beside counts, by municipality, the open offices that cannot close here, and
	// doubtful those that may be open.
	beside, doubtful map[string]int
}

// never is longer than every journey that counts: who reaches no office is taken to have a
// day to one.
const never = 24 * 3600

func (k *Closing) makeWorld(ctx context.Context) (*world, error) {
	w := &world{beside: map[string]int{}, doubtful: map[string]int{}}
	state := &k.coverage.States[k.coverage.State(coverage.Now)]
	for _, site := range state.Open {
		w.offices = append(w.offices, k.office(site))
	}
	for _, site := range state.Unplaced {
		w.beside[k.coverage.Sites[site].Municipality]++
	}
	for _, site := range state.Doubtful {
		w.doubtful[k.coverage.Sites[site].Municipality]++
	}
	if err := k.choose(w); err != nil {
		return nil, err
	}
	k.spread(w)
	w.people = k.coverage.Population().People
	for i := range w.offices {
		seconds, _, err := k.coverage.Row(ctx, w.offices[i].Site)
		if err != nil {
			return nil, err
		}
		w.rows = append(w.rows, seconds)
	}
	w.order(uint32(k.Options.Minutes * 60))
	k.layCounties(w)
	k.layAreas(w)
	return w, ctx.Err()
}

// office reads what the facts say of a site.
func (k *Closing) office(site int32) Office {
	s := &k.coverage.Sites[site]
	o := Office{Site: site, ID: s.Office, Name: s.Name, Municipality: s.Municipality, forced: -1}
	if m, ok := sweden.MunicipalityByName(s.Municipality); ok {
		o.County = m.County().Code
	}
	for _, i := range k.facts.Events(s.Office) {
		switch e := &k.facts.S.OfficeEvents[i]; e.Kind {
		case programme.ClosingPlanned:
			o.Decided, o.Planned = true, e.Date
		case programme.ClosingDecided:
			o.Decided = true
		}
	}
	for i := range k.facts.S.Projects {
		if p := &k.facts.S.Projects[i]; p.Kind == programme.Close && p.Office == s.Office {
			o.Decided = true
		}
	}
	if o.Decided {
		o.Must = true
		if last := o.Planned.Last; last.IsKnown() {
			o.forced = len(k.Stages) - 1
			for t := len(k.Stages) - 1; t >= 0; t-- {
				if k.Stages[t].Last >= last {
					o.forced = t
				}
			}
		}
	}
	return o
}

// choose marks what must stay and what must close. To keep an office that the facts
// close asks what it would be worth, so keeping goes first.
func (k *Closing) choose(w *world) error {
	find := func(id programme.OfficeID) (*Office, error) {
		i := slices.IndexFunc(w.offices, func(o Office) bool { return o.ID == id })
		if i < 0 {
			return nil, UnknownOfficeError{id}
		}
		return &w.offices[i], nil
	}
	for _, id := range k.Options.Close {
		o, err := find(id)
		if err != nil {
			return err
		}
		o.Must = true
	}
	for _, id := range k.Options.Keep {
		o, err := find(id)
		if err != nil {
			return err
		}
		o.Kept, o.Must, o.forced = true, false, -1
	}
	if n := k.Options.Count; n > len(w.offices) {
		return TooManyError{n, len(w.offices)}
	}
	return nil
}

// order sorts the offices of each point by time, and lists those within a limit. Of
// equally near ones the first in the facts comes first. O(points × offices × log).
func (w *world) order(limit uint32) {
	points := len(w.people)
	w.near, w.within = make([][]int32, points), make([][]int32, points)
	keys := make([]uint64, len(w.offices))
	for p := range points {
		if w.people[p] == 0 {
			continue
		}
		for i := range w.offices {
			t := w.rows[i][p]
			keys[i] = uint64(t)<<32 | uint64(i)
			if t <= limit {
				w.within[p] = append(w.within[p], int32(i))
			}
		}
		slices.Sort(keys)
		for _, key := range keys {
			i := int32(uint32(key))
			w.near[p] = append(w.near[p], i)
			if w.offices[i].Kept {
				break
			}
		}
	}
}

// at is the seconds from a point to an office, at most a day.
func (w *world) at(office int32, point int) int64 {
	return min(int64(w.rows[office][point]), never)
}

func (k *Closing) layCounties(w *world) {
	w.county = make([]int32, len(w.people))
	for p := range w.county {
		w.county[p] = -1
	}
	for u, unit := range k.coverage.Units() {
		if unit.Kind != programme.EveryCounty {
			continue
		}
		living, reached := int64(0), int64(0)
		for _, p := range unit.Points {
			w.county[p] = int32(len(w.counties))
			living += int64(w.people[p])
			if len(w.within[p]) > 0 {
				reached += int64(w.people[p])
			}
		}
		w.counties, w.living, w.reached = append(w.counties, u), append(w.living, living), append(w.reached, reached)
	}
}

// nearArea is how near, in metres, to the centre of an area an office must be to serve it,
// where it is not named for it: some twenty minutes on foot.
const nearArea = 1500.0

// roughly are the precisions of a position that only stands in for the office's own.
var roughly = map[string]bool{"municipal seat": true, "centre of areas served": true}

// layAreas lists the areas that an office serves today: one that says so, or that is
// known to lie near.
func (k *Closing) layAreas(w *world) {
	listed, _ := sweden.AreasListedIn(k.Options.ListYear)
	for _, a := range listed {
		var serving []int32
		for i := range w.offices {
			if k.serves(&w.offices[i], a) {
				serving = append(serving, int32(i))
			}
		}
		if len(serving) > 0 {
			w.areas, w.serving = append(w.areas, a), append(w.serving, serving)
		}
	}
}

func (k *Closing) serves(o *Office, a sweden.Area) bool {
	if fact, _ := k.facts.Office(o.ID); fact != nil {
		for _, name := range append(slices.Clone(fact.Serves), fact.Locality) {
			if named, ok := sweden.AreaByName(name); ok && name != "" && named.Name == a.Name && named.Municipality == a.Municipality {
				return true
			}
		}
	}
	s := &k.coverage.Sites[o.Site]
	at := estimate.Point{Lat: s.At.Lat, Lon: s.At.Lon}
	return !roughly[s.Precision] && estimate.Distance(at, estimate.Point{Lat: a.Centre.Lat, Lon: a.Centre.Lon}) <= nearArea
}
