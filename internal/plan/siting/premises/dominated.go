package premises

import (
	"math"

	"github.com/etablera/etablera/internal/programme"
)

// measure is one thing that offers are compared by: less is better. Low and high bound
// what is not known exactly; hasNone says that nobody knows it at all.
type measure struct {
	low, high int64
	hasNone   bool
}

func exactly(n int64) measure { return measure{low: n, high: n} }

// ofTime is a time as a measure: no way there is longer than any.
func ofTime(t Time) measure {
	switch t.Why {
	case IsKnown:
		return exactly(int64(t.Seconds))
	case NoWay:
		return exactly(math.MaxInt64)
	}
	return measure{hasNone: true}
}

// measures are those of an offer, in the same order for every offer of an office.
func (s *Scores) measures(offer int) []measure {
	var out []measure
	o := &s.Offers[offer]
	for _, m := range Modes {
		for k := range s.Offices[o.Office].Targets {
			out = append(out, ofTime(s.To(offer, k, m)))
		}
		out = append(out, ofTime(s.Mean(offer, m)))
		for _, minutes := range Minutes {
			people, why := s.Within(offer, m, minutes)
			if out = append(out, exactly(-people)); why != IsKnown {
				out[len(out)-1] = measure{hasNone: true}
			}
		}
	}
	return append(out, ofRent(o.Rent), ofDay(o))
}

func ofRent(a programme.Amount) measure {
	return measure{int64(a.Low), int64(a.High), !a.Known}
}

// ofDay is the day from which the premises can be had; one that is bounded at one end
// only is not known.
func ofDay(o *Offer) measure {
	d := o.Available
	return measure{int64(d.First), int64(d.Last), !d.First.IsKnown() || !d.Last.IsKnown()}
}

// beats says whether measures are surely no worse in any and surely better in one.
func beats(a, b []measure) bool {
	better := false
	for i := range a {
		switch {
		case a[i].hasNone && b[i].hasNone:
		case a[i].hasNone != b[i].hasNone || a[i].high > b[i].low:
			return false
		case a[i].high < b[i].low:
			better = true
		}
	}
	return better
}

// dominance finds for each offer those for the same office that dominate it.
// O(offers² × measures) within an office.
func (s *Scores) dominance() [][]int {
	all := make([][]measure, len(s.Offers))
	for i := range all {
		all[i] = s.measures(i)
	}
	out := make([][]int, len(s.Offers))
	for i := range s.Offers {
		for _, j := range s.Offices[s.Offers[i].Office].Offers {
			if beats(all[j], all[i]) {
				out[i] = append(out[i], j)
			}
		}
	}
	return out
}

// DominatedBy are the positions of the offers that dominate one.
func (s *Scores) DominatedBy(offer int) []int { return s.ranked()[offer] }
