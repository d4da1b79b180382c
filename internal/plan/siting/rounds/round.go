package rounds

import (
	"slices"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
)

// Round is one of the rounds, in the facts' order.
type Round struct {
	ID     programme.RoundID
	Name   programme.Text
	Window civil.Span
	Own    int // offices of its own
	// Size is how many it may have, after all limits; each limit says why.
	Size   Size
	Limits []Limit
	// Share is what part of its offices must open in the window, by a clause; 1 where
	// none says so.
	Share float64
}

// Limit is a reason for a round's size.
type Limit struct {
	Key  string // own, stated, asked, minimum, leaders
	Size Size   // Most −1 for none
	At   figure.Address
}

// roundsOf are the rounds of a mandate.
func (r *Rounds) roundsOf(id programme.MandateID) []Round {
	var out []Round
	for i := range r.facts.S.Rounds {
		x := &r.facts.S.Rounds[i]
		if x.Mandate == id && !slices.ContainsFunc(out, func(y Round) bool { return y.ID == x.ID }) {
			out = append(out, Round{ID: x.ID, Name: x.Name, Window: x.Window, Share: 1})
		}
	}
	return out
}

// readClauses sets what the rounds may be: as many offices as somebody asks, or as is
// stated, or as they have; and at least what the mandate says.
func (r *Rounds) readClauses() {
	for i := range r.Offices {
		if k := r.Offices[i].Round; k >= 0 {
			r.Rounds[k].Own++
		}
	}
	for k := range r.Rounds {
		x := &r.Rounds[k]
		x.Size = Size{0, len(r.Offices)}
		switch at, n := r.stated(x.ID); {
		case k < len(r.Options.Sizes):
			x.limit(Limit{Key: "asked", Size: r.Options.Sizes[k]})
		case at >= 0:
			x.limit(Limit{"stated", n, figure.FactAt("round-counts", at+1, "count")})
		default:
			x.limit(Limit{Key: "own", Size: Size{x.Own, x.Own}})
		}
		if f, at := r.facts.Round(x.ID); at >= 0 && f.Minimum.Known {
			x.limit(Limit{"minimum", Size{f.Minimum.High, -1}, figure.FactAt("rounds", x.ID, "minimum")})
		}
		for i := range r.Mandate.Clauses {
			c := &r.Mandate.Clauses[i]
			if c.Round != x.ID || c.Strength != programme.Shall {
				continue
			}
			at := func(field string) figure.Address {
				return figure.FactAt("mandates", r.Mandate.ID, "clauses", c.ID, field)
			}
			if c.Kind == programme.RoundMinimum && c.Minimum.Known {
				x.limit(Limit{"minimum", Size{c.Minimum.High, -1}, at("minimum")})
			}
			if c.Kind == programme.RoundWindow && c.Share > 0 {
				x.Share = float64(c.Share) / float64(programme.Whole)
			}
		}
	}
}

// limit narrows the size.
func (x *Round) limit(l Limit) {
	x.Limits = append(x.Limits, l)
	x.Size.Least = max(x.Size.Least, l.Size.Least)
	if l.Size.Most >= 0 {
		x.Size.Most = min(x.Size.Most, l.Size.Most)
	}
}

// stated finds how many offices a round is stated to have in all; −1 where nobody says,
// or where the counts do not add up to the offices there are.
func (r *Rounds) stated(id programme.RoundID) (at int, size Size) {
	least, most, found := 0, 0, 0
	at = -1
	for k := range r.Rounds {
		latest := -1
		for i := range r.facts.S.RoundCounts {
			c := &r.facts.S.RoundCounts[i]
			if c.Round == r.Rounds[k].ID && c.Type == "" && c.Count.Known && (latest < 0 || r.facts.S.KnownFrom(c.Provenance) >= r.facts.S.KnownFrom(r.facts.S.RoundCounts[latest].Provenance)) {
				latest = i
			}
		}
		if latest < 0 {
			continue
		}
		c := r.facts.S.RoundCounts[latest].Count
		least, most, found = least+c.Low, most+c.High, found+1
		if r.Rounds[k].ID == id {
			at, size = latest, Size{c.Low, c.High}
		}
	}
	if found < len(r.Rounds) || least > len(r.Offices) || most < len(r.Offices) {
		return -1, Size{}
	}
	return at, size
}

// maxSizes bounds how many sizes of all rounds are tried.
const maxSizes = 500

// sizes lists the sizes of all rounds that add up, and says whether these are all.
func sizes(rounds []Round, offices int) (out [][]int, all bool) {
	all = true
	var fill func(k, left int, so []int)
	fill = func(k, left int, so []int) {
		if k == len(rounds) {
			if left == 0 {
				if len(out) == maxSizes {
					all = false
					return
				}
				out = append(out, slices.Clone(so))
			}
			return
		}
		for n := max(0, rounds[k].Size.Least); n <= min(left, rounds[k].Size.Most) && all; n++ {
			fill(k+1, left-n, append(so, n))
		}
	}
	fill(0, offices, nil)
	return out, all
}
