package siting

import (
	"slices"

	"github.com/etablera/etablera/internal/sweden"
	"github.com/etablera/etablera/locate"
)

// Goal is one thing that a set can be best at.
type Goal string

// The goals. Each is a count of what is left to wish for, or of what it costs, so less
// is better.
const (
	Mean   Goal = "mean"   // the mean time to the nearest office
	Within Goal = "within" // people with more than Options.Minutes to it
	Far    Goal = "far"    // people with more than Options.Far to it
	Worst  Goal = "worst"  // the longest time of anybody to it
	County Goal = "county" // the share with more than Options.Minutes, in the county where it is highest
	Areas  Goal = "areas"  // vulnerable areas that no office serves
	Room   Goal = "room"   // people without an officer with room within Options.Minutes
	Cost   Goal = "cost"   // establishment, and running for Options.Years
	Time   Goal = "time"   // working days until the offices open, added up
)

// Goals lists them in the order of showing.
var Goals = []Goal{Mean, Within, Far, Worst, County, Areas, Room, Cost, Time}

// isTyped says whether a goal depends on the offices' types.
func (g Goal) isTyped() bool { return g == Room || g == Cost || g == Time }

// HasCurve says whether a trade-off can be followed for a goal: one that is a sum.
func (g Goal) HasCurve() bool { return g != Worst && g != County }

// Value is a measure of a set: from Low to High where its offices' types are open.
type Value struct {
	Low, High int64
	Known     bool
}

func exactly(n int64) Value { return Value{n, n, true} }

// demand is classes and what serves them, row by row, for one or more goals.
type demand struct {
	classes []locate.Class
	lists   locate.Lists
}

func (s *Siting) demandOf(w *world, goals ...Goal) *demand {
	d := &demand{lists: locate.Lists{Columns: len(w.candidates) + 1, Start: []int64{0}}}
	for m, g := range goals {
		switch g {
		case Mean:
			d.times(w, int32(m))
		case Within, Room:
			d.cover(w, int32(m), s.Options.Minutes)
		case Far:
			d.cover(w, int32(m), s.Options.Far)
		case Areas:
			d.areas(w, int32(m), s.Options.ListYear, s.within())
		}
	}
	return d
}

func (d *demand) end(weight, unserved int64, measure int32) {
	d.classes = append(d.classes, locate.Class{Weight: weight, Unserved: unserved, Row: int32(len(d.lists.Start) - 1), Measure: measure})
	d.lists.Start = append(d.lists.Start, int64(len(d.lists.Column)))
}

func (d *demand) entry(column int, cost int64) {
	d.lists.Column, d.lists.Costs = append(d.lists.Column, int32(column)), append(d.lists.Costs, int32(cost))
}

// times has one class per point, whose cost if nobody new serves it is the time to
// the nearest office that stays: no place farther off can matter to it.
func (d *demand) times(w *world, measure int32) {
	for i, n := range w.people {
		if n == 0 {
			continue
		}
		base := capped(w.base[i])
		for c := range w.candidates {
			if t := capped(w.times.Row(c)[i]); t < base {
				d.entry(c, t)
			}
		}
		d.end(int64(n), base, measure)
	}
}

// cover joins the points that the same places cover, which changes nothing in the
// answer.
func (d *demand) cover(w *world, measure int32, minutes int) {
	limit := uint32(minutes * 60)
	at := map[string]int{}
	var set []byte
	for i, n := range w.people {
		if n == 0 || w.base[i] <= limit {
			continue
		}
		set = set[:0]
		for c := range w.candidates {
			if w.times.Row(c)[i] <= limit {
				set = append(set, byte(c), byte(c>>8), byte(c>>16))
			}
		}
		if k, ok := at[string(set)]; ok {
			d.classes[k].Weight += int64(n)
			continue
		}
		at[string(set)] = len(d.classes)
		for k := 0; k < len(set); k += 3 {
			d.entry(int(set[k])|int(set[k+1])<<8|int(set[k+2])<<16, 0)
		}
		d.end(int64(n), 1, measure)
	}
}

// areas has one class per area of a list; a place serves it from within the limit.
func (d *demand) areas(w *world, measure int32, year int, within float64) {
	listed, _ := sweden.AreasListedIn(year)
	for _, a := range listed {
		if slices.ContainsFunc(w.fixed, func(c Candidate) bool { return c.serves(a, within) }) {
			continue
		}
		for c := range w.candidates {
			if w.candidates[c].serves(a, within) {
				d.entry(c, 0)
			}
		}
		d.end(1, 1, measure)
	}
}

// serves says whether a place is known to lie within so many metres of an area, or is
// named for it.
func (c *Candidate) serves(a sweden.Area, within float64) bool {
	if own, ok := sweden.AreaByName(c.locality); ok && c.locality != "" && own.Name == a.Name && own.Municipality == a.Municipality {
		return true
	}
	return !c.none && !c.rough && c.metresTo(a) <= within
}
