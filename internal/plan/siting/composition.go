package siting

import (
	"context"
	"slices"

	"github.com/etablera/etablera/internal/money"
	"github.com/etablera/etablera/internal/programme"
)

// maxCompositions bounds how many ways to divide offices among types are gone through.
const maxCompositions = 1 << 20

// costOf is what a set of offices costs: from the least to the most over the types that
// they may have together, within the rounds' counts of types where any division of these
// offices keeps them. Unknown where some of the types has a cost that is. A division of
// the offices among types is possible if every set of types has room for the offices that
// can have no other, and offices enough (Hall, Journal of the London Mathematical Society
// 10 (1935) 26–30). O(divisions × 2^types).
func (s *Siting) costOf(ctx context.Context, opened []Opened, bound bool) (programme.Amount, error) {
	kinds, err := s.kindsOf(ctx)
	if err != nil || len(kinds) == 0 || len(kinds) > maxTypes {
		return programme.Amount{}, err
	}
	only := make([]int, 1<<len(kinds)) // offices by the set of types that they may have
	for i := range opened {
		set := 0
		for k := range kinds {
			if len(opened[i].Types) == 0 || slices.Contains(opened[i].Types, kinds[k].ID) {
				set |= 1 << k
				if !kinds[k].Cost.Known {
					return programme.Amount{}, nil
				}
			}
		}
		only[set]++
	}
	d := division{kinds: kinds, only: only}
	if bound {
		d.rules = s.Rules
	}
	if d.between(len(opened)); !d.sum.Known && bound {
		d.rules = nil // what has been said of the offices and of the rounds do not agree
		d.between(len(opened))
	}
	return d.sum, nil
}

// division goes through the ways to divide offices among types.
type division struct {
	kinds []Kind
	only  []int
	rules []Rule
	count []int
	tried int
	sum   programme.Amount
}

func (d *division) between(offices int) {
	d.count, d.tried, d.sum = make([]int, len(d.kinds)), 0, programme.Amount{}
	d.next(0, offices)
	if d.tried > maxCompositions {
		d.sum = programme.Amount{}
	}
}

func (d *division) next(kind, left int) {
	if kind == len(d.kinds)-1 {
		d.count[kind] = left
		if d.tried++; d.tried <= maxCompositions && d.isPossible() {
			d.add()
		}
		return
	}
	for n := 0; n <= left && d.tried <= maxCompositions; n++ {
		d.count[kind] = n
		d.next(kind+1, left-n)
	}
}

func (d *division) isPossible() bool {
	for set := 1; set < len(d.only); set++ {
		offices, bound := 0, 0
		for k, n := range d.count {
			if set>>k&1 == 1 {
				offices += n
			}
		}
		for may, n := range d.only {
			if may&^set == 0 {
				bound += n
			}
		}
		if offices < bound {
			return false
		}
	}
	for i := range d.rules {
		r := &d.rules[i]
		n := 0
		for k := range d.kinds {
			if slices.Contains(r.Types, d.kinds[k].ID) {
				n += d.count[k]
			}
		}
		if len(r.Types) > 0 && n < r.Min {
			return false
		}
	}
	return true
}

func (d *division) add() {
	low, high := money.Ore(0), money.Ore(0)
	for k, n := range d.count {
		if n > 0 {
			low, high = low+money.Ore(n)*d.kinds[k].Cost.Low, high+money.Ore(n)*d.kinds[k].Cost.High
		}
	}
	if !d.sum.Known {
		d.sum = programme.Amount{Low: low, High: high, Known: true}
	}
	d.sum.Low, d.sum.High = min(d.sum.Low, low), max(d.sum.High, high)
}

// daysOf is in how many working days the offices of a set open, added up, and the last
// of them: from the least to the most over the types that each may have. Unknown where
// one has no forecast.
func (s *Siting) daysOf(ctx context.Context, opened []Opened) (sum, last Value, err error) {
	kinds, err := s.kindsOf(ctx)
	if err != nil {
		return sum, last, err
	}
	sum, last = exactly(0), exactly(0)
	for i := range opened {
		low, high := int64(-1), int64(-1)
		for k := range kinds {
			if len(opened[i].Types) > 0 && !slices.Contains(opened[i].Types, kinds[k].ID) {
				continue
			}
			n := int64(s.days(&opened[i].Candidate, &kinds[k]))
			if n < 0 {
				return Value{}, Value{}, nil
			}
			if low < 0 {
				low = n
			}
			low, high = min(low, n), max(high, n)
		}
		if low < 0 {
			return Value{}, Value{}, nil
		}
		sum.Low, sum.High = sum.Low+low, sum.High+high
		last.Low, last.High = max(last.Low, low), max(last.High, high)
	}
	return sum, last, nil
}
