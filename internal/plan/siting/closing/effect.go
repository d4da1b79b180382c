package closing

import (
	"context"

	"github.com/etablera/etablera/internal/plan/coverage"
	"github.com/etablera/etablera/internal/programme"
)

// Effect is what a set does, stage by stage, against the network of today.
type Effect struct {
	Open    [][]int32 // after each stage: positions in the coverage's Sites
	Shifts  [][]Shift // after each stage
	Reaches []*coverage.Reach
	Closed  []Closed
	Savings []Saving
}

// Shift is what differs for a group of people in a unit, by positions in the coverage.
type Shift struct {
	Unit, Group int
	*coverage.Shift
}

// Closed is one closure of a set.
type Closed struct {
	Office int // position in Offices
	Stage  int
	// People have the office as their nearest today. Most of them then have Alternative,
	// a site, −1 where nobody is left with an office; Longer is how much longer it takes
	// them on average, in seconds, of those who reach any; Without reach none.
	People, Without int64
	Alternative     int32
	Longer          int64
	Competence      Competence
}

// Offices are those that may close, in the order of the facts.
func (k *Closing) Offices(ctx context.Context) ([]Office, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	w, err := k.ready(ctx)
	if err != nil {
		return nil, err
	}
	return w.offices, nil
}

// effect measures a set, once; nil where there is none. The caller holds the lock.
func (k *Closing) effect(ctx context.Context, g Goal) (*Effect, error) {
	if e := k.effects[g]; e != nil {
		return e, nil
	}
	b, err := k.best(ctx, g)
	if err != nil || !b.Found {
		return nil, err
	}
	w := k.world
	before, err := k.coverage.AccessIn(k.coverage.State(coverage.Now))
	if err != nil {
		return nil, err
	}
	e := &Effect{Savings: k.savings(w, b.Closes)}
	var after *coverage.Access
	for t := range k.Stages {
		var open []int32
		for i, c := range b.Closes {
			if c > t {
				open = append(open, w.offices[i].Site)
			}
		}
		if after, err = k.coverage.Measure(ctx, open); err != nil {
			return nil, err
		}
		e.Open = append(e.Open, open)
		e.Shifts = append(e.Shifts, k.shifts(before, after))
		e.Reaches = append(e.Reaches, k.coverage.Reach(after, 0, 0))
	}
	for t := range k.Stages {
		for i, c := range b.Closes {
			if c == t {
				e.Closed = append(e.Closed, k.closed(w, i, t, b.Closes, before, after))
			}
		}
	}
	k.effects[g] = e
	return e, nil
}

// Effect measures a set, once; nil where there is none.
func (k *Closing) Effect(ctx context.Context, g Goal) (*Effect, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.effect(ctx, g)
}

// shown says whether a group in a unit is shown: everyone and the vulnerable in the country,
// everyone in categories and counties.
func (k *Closing) shown(unit, group int) bool {
	all := k.coverage.Groups()[group].Key == coverage.Everyone
	switch k.coverage.Units()[unit].Kind {
	case programme.EveryCountry:
		return all || k.coverage.Groups()[group].Key == coverage.Vulnerable
	case programme.EveryCategory, programme.EveryCounty:
		return all
	}
	return false
}

func (k *Closing) shifts(before, after *coverage.Access) (out []Shift) {
	for u := range k.coverage.Units() {
		for g := range k.coverage.Groups() {
			if k.shown(u, g) {
				out = append(out, Shift{u, g, k.coverage.Shift(before, after, u, g)})
			}
		}
	}
	return out
}

// closed finds where the people of an office turn when all stages are done.
func (k *Closing) closed(w *world, i, stage int, closes []int, before, after *coverage.Access) Closed {
	c := Closed{Office: i, Stage: stage, Alternative: -1, Competence: k.competence(w, i, stage, closes)}
	turn, longer := map[int32]int64{}, int64(0)
	for p, n := range w.people {
		if before.Nearest[p] != w.offices[i].Site || n == 0 {
			continue
		}
		c.People += int64(n)
		if after.Seconds[p] == coverage.Unreachable {
			c.Without += int64(n)
			continue
		}
		longer += int64(n) * int64(after.Seconds[p]-before.Seconds[p])
		at := after.Nearest[p]
		turn[at] += int64(n)
		if c.Alternative < 0 || turn[at] > turn[c.Alternative] || turn[at] == turn[c.Alternative] && at < c.Alternative {
			c.Alternative = at
		}
	}
	if reached := c.People - c.Without; reached > 0 {
		c.Longer = (longer + reached/2) / reached
	}
	return c
}

// WorstCounty names the county that loses the largest share by a stage of a set; "" where
// none loses.
func (k *Closing) WorstCounty(b *Best, stage int) string {
	at := b.Score.Stages[stage].Worst
	if at < 0 {
		return ""
	}
	return k.coverage.Units()[k.world.counties[at]].Name
}
