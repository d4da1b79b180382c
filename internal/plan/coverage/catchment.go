package coverage

import (
	"context"
	"sync"

	"github.com/etablera/etablera/travel/catchment"
)

// Measure is a measure of how well people are served when distance, the size of the
// offices and how many share them all count.
type Measure string

// The measures. Gravity is in officers (or offices) within reach, weighted by decay;
// the two others are officers per 10,000 people: each office's officers are divided by
// the people of its catchment, and each place adds up what it gets. travel/catchment
// cites the papers.
const (
	Gravity          Measure = "gravity"
	Floating         Measure = "2sfca"
	EnhancedFloating Measure = "e2sfca"
)

// Measures lists them.
var Measures = []Measure{Gravity, Floating, EnhancedFloating}

// What is offered by an office.
const (
	SupplyOfficers = "officers"
	SupplyOffices  = "offices"
)

// CatchmentOptions are the assumptions of the measures; the zero value takes the usual
// ones.
type CatchmentOptions struct {
	// Minutes bounds a catchment; 30 where zero, and 60 for Gravity.
	Minutes int
	// Decay of Gravity and EnhancedFloating; a half-time of ten minutes, and three
	// zones, where it is the zero one. Floating has none.
	Decay Decay
	// Supply is SupplyOfficers, where empty, or SupplyOffices.
	Supply string
	// Demand is the key of the group that shares the offices; Everyone where empty.
	Demand string
}

func (o CatchmentOptions) filled() CatchmentOptions {
	if o.Supply == "" {
		o.Supply = SupplyOfficers
	}
	if o.Demand == "" {
		o.Demand = Everyone
	}
	return o
}

// Usual catchments, in minutes.
const (
	usualCatchment = 30
	usualGravity   = 60
)

// MinutesOf is how far a catchment reaches.
func (o CatchmentOptions) MinutesOf(m Measure) int {
	switch {
	case o.Minutes > 0:
		return o.Minutes
	case m == Gravity:
		return usualGravity
	}
	return usualCatchment
}

// DecayOf is the decay of a measure.
func (o CatchmentOptions) DecayOf(m Measure) Decay {
	switch {
	case m == Floating:
		return Decay{name: "within"}
	case !o.Decay.IsUsual():
		return o.Decay
	case m == Gravity:
		return Decay{"half-time", []float64{10}}
	}
	return zonesOf(o.MinutesOf(m))
}

// perPeople is the number of people that officers are counted per.
const perPeople = 10_000

// catchments keeps what has been computed of the measures.
type catchments struct {
	mu     sync.Mutex
	weigh  map[Measure]*weigher
	points map[pointsKey]*served
	stats  map[statKey]*CatchmentStat
}

type pointsKey struct {
	state   int
	measure Measure
}

type statKey struct {
	pointsKey
	unit, group int
}

// weigher gives what one officer at a site is worth to every place.
type weigher struct {
	decay   catchment.Decay
	demand  []float64 // people at every place; nil where they do not count
	mu      sync.Mutex
	perSite map[int32]float64
}

// weigherOf makes the weigher of a measure, once.
func (c *Coverage) weigherOf(m Measure) *weigher {
	k := &c.cache.catchments
	k.mu.Lock()
	defer k.mu.Unlock()
	if w := k.weigh[m]; w != nil {
		return w
	}
	w := &weigher{decay: c.catchment.DecayOf(m).within(uint32(c.catchment.MinutesOf(m) * 60)), perSite: map[int32]float64{}}
	if m != Gravity {
		b := c.base()
		w.demand = make([]float64, b.len())
		for _, g := range b.groups {
			if g.Key == c.catchment.Demand {
				for i, n := range g.People {
					w.demand[i] = float64(n)
				}
			}
		}
	}
	if k.weigh == nil {
		k.weigh = map[Measure]*weigher{}
	}
	k.weigh[m] = w
	return w
}

// each is what one officer at a site adds at its own door: 1 for Gravity, else one
// over the people of the catchment, 0 where nobody lives in it.
func (w *weigher) each(site int32, seconds []uint32) float64 {
	if w.demand == nil {
		return 1
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	if x, ok := w.perSite[site]; ok {
		return x
	}
	one := catchment.World{Sites: 1, Points: len(seconds), Row: func(int) []uint32 { return seconds }}
	_, ratio := catchment.Floating(one, []float64{perPeople}, w.demand, w.decay)
	w.perSite[site] = ratio[0]
	return ratio[0]
}

// served is what a state gives every place, by the lowest and the highest number of
// officers that the statements allow, counting those that are known; open is what one
// officer at each of the others would add.
type served struct{ low, high, open []float64 }

// servedIn measures a state. O(open offices × points), once.
func (c *Coverage) servedIn(ctx context.Context, state int, m Measure) (*served, error) {
	key := pointsKey{state, m}
	k := &c.cache.catchments
	k.mu.Lock()
	out := k.points[key]
	k.mu.Unlock()
	if out != nil {
		return out, nil
	}
	b := c.base()
	if b.err != nil {
		return nil, b.err
	}
	w, n := c.weigherOf(m), b.len()
	out = &served{make([]float64, n), make([]float64, n), make([]float64, n)}
	s := &c.States[state]
	for _, site := range s.Open {
		seconds, _, err := c.Row(ctx, site)
		if err != nil {
			return nil, err
		}
		supply, each := c.SupplyOf(s, site), w.each(site, seconds)
		for i, took := range seconds {
			if took == Unreachable {
				continue
			}
			switch x := each * w.decay(took); {
			case !supply.Known:
				out.open[i] += x
			default:
				out.low[i] += float64(supply.Low) * x
				out.high[i] += float64(supply.High) * x
			}
		}
	}
	k.mu.Lock()
	if k.points == nil {
		k.points = map[pointsKey]*served{}
	}
	k.points[key] = out
	k.mu.Unlock()
	return out, nil
}
