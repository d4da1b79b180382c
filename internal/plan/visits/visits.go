package visits

import (
	"context"
	"slices"
	"sync"

	"github.com/etablera/etablera/internal/plan/coverage"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/travel/catchment"
)

// Options are the assumptions; the zero value is the usual ones.
type Options struct {
	// HalfMinutes is the time of travel that halves the will to visit; 15 where zero.
	HalfMinutes float64
	// OutsideMinutes says how strong the pull of not visiting is: that of an average
	// office so many minutes away; 60 where zero.
	OutsideMinutes float64
}

// The assumptions that are used where nobody says otherwise.
const (
	usualHalf    = 15.0
	usualOutside = 60.0
)

// farthest is the time in seconds up to which the decay is looked up.
const farthest = 10 * 3600

// MaxFlows is how many offices a change may concern for its flows to be computed.
const MaxFlows = 512

// Few is the number of visits a month below which a number is flagged as small, and
// FewMonths that of observed months.
const (
	Few       = 30
	FewMonths = 3
)

// Visits answers for visits in every state of the network. Make one with Make.
type Visits struct {
	Options  Options
	Observed []Observed

	facts    *programme.Index
	coverage *coverage.Coverage
	states   []func() (*State, error)
	changes  []func() (*Change, error)
	fit      func() Fit
	decay    func() catchment.Decay
}

// State is how the visits divide in a state of the network.
type State struct {
	Levels []Level   // of the open sites, in the order of coverage.State.Open
	Visits []float64 // in inhabitants who would visit, of each site; to be scaled
	Total  float64   // their sum
	People float64   // all inhabitants
	// Willing is the share of each point's people who would visit some office.
	Willing []float64
}

// Change is how visits move in a comparison, in inhabitants who would visit.
type Change struct {
	Sites          []int32     // positions in coverage.Sites
	Flows          [][]float64 // from and to positions in Sites, the last being not to visit
	Before, After  []float64   // of each of Sites
	Opened, Closed []int       // positions in Sites
}

// Make prepares to answer; nothing is computed yet.
func Make(x *programme.Index, c *coverage.Coverage, o Options) *Visits {
	if o.HalfMinutes == 0 {
		o.HalfMinutes = usualHalf
	}
	if o.OutsideMinutes == 0 {
		o.OutsideMinutes = usualOutside
	}
	v := &Visits{Options: o, facts: x, coverage: c, Observed: observed(x)}
	for i := range c.States {
		v.states = append(v.states, sync.OnceValues(func() (*State, error) { return v.state(&c.States[i]) }))
	}
	for i := range c.Comparisons {
		v.changes = append(v.changes, sync.OnceValues(func() (*Change, error) { return v.change(i) }))
	}
	v.fit = sync.OnceValue(v.makeFit)
	v.decay = sync.OnceValue(func() catchment.Decay {
		return catchment.Tabulated(catchment.HalfTime(v.Options.HalfMinutes*60), farthest)
	})
	return v
}

// StateAt divides the visits of a state, given by its position in coverage.States.
func (v *Visits) StateAt(i int) (*State, error) { return v.states[i]() }

// ChangeAt follows the visits of a comparison, given by its position.
func (v *Visits) ChangeAt(i int) (*Change, error) { return v.changes[i]() }

// world is some sites as the engine takes them.
func (v *Visits) world(sites []int32, failed *error) catchment.World {
	return catchment.World{Sites: len(sites), Points: v.coverage.Population().Len(), Row: func(s int) []uint32 {
		seconds, _, err := v.coverage.Row(context.Background(), sites[s])
		if err != nil {
			*failed = err
			seconds = slices.Repeat([]uint32{catchment.NoWay}, v.coverage.Population().Len())
		}
		return seconds[:v.coverage.Population().Len()]
	}}
}

// choice is how people choose among the levels of the open sites.
func (v *Visits) choice(attraction []float64) catchment.Choice {
	decay := v.decay()
	return catchment.Choice{Attraction: attraction, Decay: decay, Outside: decay(uint32(v.Options.OutsideMinutes * 60))}
}

func (v *Visits) demand() []float64 {
	people := v.coverage.Population().People
	out := make([]float64, len(people))
	for i, n := range people {
		out[i] = float64(n)
	}
	return out
}

func (v *Visits) state(s *coverage.State) (*State, error) {
	out := &State{Levels: v.levels(s)}
	attraction := make([]float64, len(s.Open))
	for i, l := range out.Levels {
		attraction[i] = l.Pull
	}
	var failed error
	demand := v.demand()
	division := catchment.Huff(v.world(s.Open, &failed), v.choice(attraction), demand)
	out.Visits = division.Sites
	outside := v.choice(nil).Outside
	for _, pull := range division.Pull {
		out.Willing = append(out.Willing, pull/(pull+outside))
	}
	for _, n := range out.Visits {
		out.Total += n
	}
	for _, n := range demand {
		out.People += n
	}
	return out, failed
}

func (v *Visits) change(comparison int) (*Change, error) {
	x := v.coverage.Comparisons[comparison]
	before, after := &v.coverage.States[x.Before], &v.coverage.States[x.After]
	out := &Change{Sites: slices.Clone(before.Open)}
	for _, site := range after.Open {
		if !slices.Contains(before.Open, site) {
			out.Sites = append(out.Sites, site)
		}
	}
	if len(out.Sites) > MaxFlows {
		return nil, TooManyError{len(out.Sites)}
	}
	pull := func(s *coverage.State) []float64 {
		levels, at := v.levels(s), make([]float64, len(out.Sites))
		for i, site := range s.Open {
			at[slices.Index(out.Sites, site)] = levels[i].Pull
		}
		return at
	}
	was, is := pull(before), pull(after)
	for i := range out.Sites {
		switch {
		case was[i] == 0 && is[i] != 0:
			out.Opened = append(out.Opened, i)
		case was[i] != 0 && is[i] == 0:
			out.Closed = append(out.Closed, i)
		}
	}
	var failed error
	w, demand := v.world(out.Sites, &failed), v.demand()
	a, b := v.choice(was), v.choice(is)
	out.Flows = catchment.Flows(w, a, b, demand)
	out.Before, out.After = catchment.Huff(w, a, demand).Sites, catchment.Huff(w, b, demand).Sites
	return out, failed
}

// TooManyError says that a change concerns more offices than can be followed.
type TooManyError struct{ Offices int }

func (e TooManyError) Error() string {
	return "the change concerns more offices than visits can be followed between"
}
