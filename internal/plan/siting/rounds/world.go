package rounds

import (
	"context"
	"slices"

	"github.com/etablera/etablera/internal/plan/coverage"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/plan/timetable"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/locate/division"
)

// world is what all divisions share.
type world struct {
	problem    division.Problem
	categories []programme.Category
	counties   []string
	areas      []string // "" for an unnamed one
	people     int64
	// known are the goals whose values are known; reasons say why another is not.
	known   map[Goal]bool
	reasons map[Goal]figure.Label
	cut     bool // more sizes than are tried
	time    *timetable.Division
	// capacity is, by round, how many offices can be open by the end of its window under
	// the leaders, however they are divided: by a plan, and at most; −1 where unknown.
	capacity [][2]int
}

// never is longer than every journey that counts: who reaches no office is taken to
// have a day to one.
const never = 24 * 3600

func (r *Rounds) makeWorld(ctx context.Context) (*world, error) {
	w := &world{known: map[Goal]bool{}, reasons: map[Goal]figure.Label{}}
	p := &w.problem
	p.Sites, p.Rounds = len(r.Offices), len(r.Rounds)
	for i := range r.Offices {
		p.Own = append(p.Own, int32(r.Offices[i].Round))
	}
	if err := r.makeTime(ctx, w); err != nil {
		return nil, err
	}
	if p.Sizes, w.cut = sizes(r.Rounds, p.Sites); len(p.Sizes) == 0 {
		return nil, SizesError{r.Rounds}
	}
	w.cut = !w.cut
	r.makeLists(w)
	r.makeDays(w)
	if err := r.makeWaits(ctx, w); err != nil {
		return nil, err
	}
	return w, p.Validate()
}

// makeLists lists offices by category, county and area.
func (r *Rounds) makeLists(w *world) {
	p := &w.problem
	w.known[Balance], w.known[Spread], w.known[Areas] = true, true, true
	put := func(names *[]string, lists *[][]int32, name string, office int) {
		k := slices.Index(*names, name)
		if k < 0 || name == "" {
			k = len(*names)
			*names, *lists = append(*names, name), append(*lists, nil)
		}
		(*lists)[k] = append((*lists)[k], int32(office))
	}
	var categories []string
	without, nowhere := 0, 0
	for i := range r.Offices {
		o := &r.Offices[i]
		for _, c := range o.Categories {
			put(&categories, &p.Kinds, string(c), i)
		}
		if len(o.Categories) == 0 {
			without++
		}
		if o.County == "" {
			nowhere++
		} else {
			put(&w.counties, &p.Regions, o.County, i)
		}
		for _, a := range o.Areas {
			put(&w.areas, &p.Targets, a, i)
		}
		if o.Unnamed {
			put(&w.areas, &p.Targets, "", i)
		}
	}
	for _, c := range categories {
		w.categories = append(w.categories, programme.Category(c))
	}
	if without > 0 {
		w.unknown(Balance, figure.Label{Key: "rounds.unknown.categories", Args: []any{without}})
		w.unknown(Areas, figure.Label{Key: "rounds.unknown.categories", Args: []any{without}})
	}
	if nowhere > 0 {
		w.unknown(Spread, figure.Label{Key: "rounds.unknown.counties", Args: []any{nowhere}})
	}
	for i := range r.Mandate.Clauses {
		if c := &r.Mandate.Clauses[i]; c.Kind == programme.Mix {
			if c.Minimum.Known {
				p.LeastKinds = max(p.LeastKinds, c.Minimum.High)
			}
			if c.MinimumRegions.Known {
				p.LeastRegions = max(p.LeastRegions, c.MinimumRegions.High)
			}
		}
	}
}

func (w *world) unknown(g Goal, why figure.Label) { w.known[g], w.reasons[g] = false, why }

// makeDays weighs the times between rounds by the days between the beginnings of their
// windows. Between two rounds the weight is all the same.
func (r *Rounds) makeDays(w *world) {
	p := &w.problem
	p.Days = make([]int64, p.Rounds-1)
	if p.Rounds == 2 {
		p.Days[0] = 1
		return
	}
	for k := range p.Days {
		a, b := r.Rounds[k].Window, r.Rounds[k+1].Window
		if !a.First.IsKnown() || !b.First.IsKnown() || b.First < a.First {
			for q := range p.Days {
				p.Days[q] = 1
			}
			why := figure.Label{Key: "rounds.unknown.windows"}
			w.unknown(Access, why)
			w.unknown(Areas, why)
			return
		}
		p.Days[k] = int64(b.First - a.First)
	}
	common := int64(0)
	for _, d := range p.Days {
		for common != 0 && d != 0 {
			common, d = d, common%d
		}
		common += d
	}
	for k := range p.Days {
		p.Days[k] /= max(common, 1)
	}
}

// before is the state whose offices are there from the beginning.
func (r *Rounds) before() string {
	if id := "before-" + string(r.Mandate.ID); r.coverage.State(id) >= 0 {
		return id
	}
	return coverage.Now
}

// makeWaits measures the times. O(offices × points).
func (r *Rounds) makeWaits(ctx context.Context, w *world) error {
	state := r.coverage.State(r.before())
	if _, unknown := w.reasons[Access]; !unknown {
		w.known[Access] = true
		for _, n := range r.coverage.StateNotes(state) {
			if n.Key == "coverage.note.part" {
				w.unknown(Access, n)
			}
		}
	}
	access, err := r.coverage.AccessIn(state)
	if err != nil {
		return err
	}
	people := r.coverage.Population().People
	base, weight, times := make([]int64, len(people)), make([]int64, len(people)), make([][]int64, len(r.Offices))
	for i, n := range people {
		base[i], weight[i] = min(int64(access.Seconds[i]), never), int64(n)
		w.people += int64(n)
	}
	without := 0
	for k := range r.Offices {
		times[k] = make([]int64, len(people))
		if !r.Offices[k].IsPlaced {
			without++
			for i := range people {
				times[k][i] = never
			}
			continue
		}
		seconds, _, err := r.coverage.Row(ctx, r.Offices[k].site)
		if err != nil {
			return err
		}
		for i := range people {
			times[k][i] = min(int64(seconds[i]), never)
		}
	}
	if without > 0 {
		w.unknown(Access, figure.Label{Key: "rounds.unknown.places", Args: []any{without}})
	}
	w.problem.Waits, w.problem.Always = division.Nearest(times, base, weight)
	return ctx.Err()
}
