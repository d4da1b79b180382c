package coverage

import (
	"context"
	"math"
	"slices"

	"github.com/etablera/etablera/internal/programme"
)

// CatchmentChange is how the mean of a measure differs between the two states of a
// comparison for a group in a unit, from low to high; known is false where an office
// that matters has officers that nobody has stated.
//
// An office that both states have alike adds nothing to the difference, whatever
// its number of officers: the people of a catchment do not depend on the other
// offices. So the change may be known where neither mean is. An office that moves has
// the same officers before and after. O(offices that differ × points of the unit).
func (c *Coverage) CatchmentChange(comparison int, m Measure, unit, group int) (low, high float64, known bool, err error) {
	x := c.Comparisons[comparison]
	known = true
	for _, o := range c.differing(&c.States[x.Before], &c.States[x.After]) {
		var weight [2]float64
		for side, site := range o.site {
			if site >= 0 {
				if weight[side], err = c.meanWeight(m, site, unit, group); err != nil {
					return 0, 0, false, err
				}
			}
		}
		before, after := o.supply[0], o.supply[1]
		if before.Known && after.Known && !before.same(after) {
			low += weight[1]*float64(after.Low) - weight[0]*float64(before.High)
			high += weight[1]*float64(after.High) - weight[0]*float64(before.Low)
			continue
		}
		supply := after
		if o.site[1] < 0 {
			supply = before
		}
		d := weight[1] - weight[0]
		switch {
		case d == 0 && before.Known == after.Known:
		case !before.Known && o.site[0] >= 0 && weight[0] > 0, !after.Known && o.site[1] >= 0 && weight[1] > 0:
			known = false
		default:
			low += math.Min(d*float64(supply.Low), d*float64(supply.High))
			high += math.Max(d*float64(supply.Low), d*float64(supply.High))
		}
	}
	return low, high, known, nil
}

// differs is an office that two states do not have alike: its sites before and after,
// −1 where it has none, with what it offers at each.
type differs struct {
	site   [2]int32
	supply [2]Supply
}

// differing lists the offices that differ, in the order of the sites. An office that
// moves is one office with two sites.
func (c *Coverage) differing(before, after *State) []differs {
	var out []differs
	byOffice := map[programme.OfficeID]int{}
	add := func(site int32, side int, supply Supply) {
		id := c.Sites[site].Office
		at, seen := byOffice[id]
		if id == "" || !seen || out[at].site[side] >= 0 {
			at = len(out)
			out = append(out, differs{site: [2]int32{-1, -1}})
			if id != "" {
				byOffice[id] = at
			}
		}
		out[at].site[side], out[at].supply[side] = site, supply
	}
	for site := range int32(len(c.Sites)) {
		was, is := contained(before.Open, site), contained(after.Open, site)
		if !was && !is {
			continue
		}
		supplyBefore, supplyAfter := c.SupplyOf(before, site), c.SupplyOf(after, site)
		switch {
		case was && is && supplyBefore.same(supplyAfter):
		case was && is:
			out = append(out, differs{[2]int32{site, site}, [2]Supply{supplyBefore, supplyAfter}})
		case was:
			add(site, 0, supplyBefore)
		default:
			add(site, 1, supplyAfter)
		}
	}
	return out
}

func contained(rising []int32, site int32) bool {
	_, found := slices.BinarySearch(rising, site)
	return found
}

// meanWeight is what one officer at a site adds to the mean of a group in a unit.
func (c *Coverage) meanWeight(m Measure, site int32, unit, group int) (float64, error) {
	seconds, _, err := c.Row(context.Background(), site)
	if err != nil {
		return 0, err
	}
	b, w := c.base(), c.weigherOf(m)
	each, sum, people := w.each(site, seconds), 0.0, int64(0)
	for _, p := range b.units[unit].Points {
		n := b.groups[group].People[p]
		people += int64(n)
		if n > 0 && seconds[p] != Unreachable {
			sum += float64(n) * each * w.decay(seconds[p])
		}
	}
	if people == 0 {
		return 0, nil
	}
	return sum / float64(people), nil
}
