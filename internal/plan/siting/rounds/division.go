package rounds

import (
	"context"
	"slices"
	"strings"

	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/plan/timetable"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/locate/division"
)

// Division is a round for each office, by every goal.
type Division struct {
	ID    string
	Of    []int32 // by office: a position in Rounds.Rounds
	Moved []int   // offices that are in another round than their own
	Open  []timetable.RoundOpen

	values division.Values
}

// Own is the id of the mandate's own division.
const Own = "own"

// ids of divisions that a search finds.
const (
	bestPrefix  = "best-"  // the least of a goal
	leastPrefix = "least-" // the least of a goal with no other worse than in the own
	smallPrefix = "small-" // fewest offices moved, a goal better and no other worse
)

// BestID is the id of the best division for a goal.
func BestID(g Goal) string { return bestPrefix + string(g) }

// LeastID and SmallID are the ids of the divisions that a judgement names for a goal.
func LeastID(s Scope, g Goal) string { return leastPrefix + string(s) + "-" + string(g) }

// SmallID is that of the smallest change.
func SmallID(s Scope, g Goal) string { return smallPrefix + string(s) + "-" + string(g) }

// Find finds a division by its id, once; nil where there is none.
func (r *Rounds) Find(ctx context.Context, id string) (*Division, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.find(ctx, id)
}

func (r *Rounds) find(ctx context.Context, id string) (*Division, error) {
	if d := r.divisions[id]; d != nil {
		return d, nil
	}
	w, err := r.ready(ctx)
	if err != nil {
		return nil, err
	}
	switch {
	case id == Own:
		return r.keep(ctx, w, Own, w.problem.Own)
	case strings.HasPrefix(id, bestPrefix) && isGoal(id[len(bestPrefix):]):
		if _, err := r.best(ctx, Goal(id[len(bestPrefix):])); err != nil {
			return nil, err
		}
	case strings.HasPrefix(id, leastPrefix), strings.HasPrefix(id, smallPrefix):
		for _, s := range Scopes {
			if _, rest, ok := strings.Cut(id, "-"); ok && strings.HasPrefix(rest, string(s)+"-") {
				if _, err := r.judge(ctx, s); err != nil {
					return nil, err
				}
			}
		}
	}
	return r.divisions[id], nil
}

// keep measures a division and keeps it under an id.
func (r *Rounds) keep(ctx context.Context, w *world, id string, of []int32) (*Division, error) {
	d := &Division{ID: id, Of: of, values: w.problem.Measure(of)}
	for i, k := range of {
		if k != w.problem.Own[i] {
			d.Moved = append(d.Moved, i)
		}
	}
	for _, other := range r.divisions {
		if slices.Equal(other.Of, of) {
			d.Open = other.Open
		}
	}
	if d.Open == nil {
		var err error
		if d.Open, err = r.opening(ctx, w, of); err != nil {
			return nil, err
		}
	}
	r.divisions[id] = d
	return d, nil
}

// Value is a goal's value in a division as a figure.
func (r *Rounds) Value(d *Division, g Goal) figure.Value {
	return r.world.valueOf(g, d.values[g.engine()])
}

// Known says whether a goal's values are known, and if not, why.
func (r *Rounds) Known(g Goal) (bool, figure.Label) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.world == nil {
		return false, figure.Label{}
	}
	return r.world.known[g], r.world.reasons[g]
}

// Missing is a county without an office in a round, though it has enough for all.
type Missing struct {
	County string
	Round  int
}

// Missing lists what Spread counts in a division.
func (r *Rounds) Missing(d *Division) []Missing {
	var out []Missing
	p := &r.world.problem
	for c, list := range p.Regions {
		for k := range r.Rounds {
			if len(list) >= p.Rounds && !slices.ContainsFunc(list, func(i int32) bool { return d.Of[i] == int32(k) }) {
				out = append(out, Missing{r.world.counties[c], k})
			}
		}
	}
	return out
}

// Categories are those of the offices, in the facts' order.
func (r *Rounds) Categories() []programme.Category { return r.world.categories }

// Cut says that the rounds could have more sizes than were tried, so that nothing is
// proven of the others.
func (r *Rounds) Cut() bool { return r.world.cut }
