package division

import (
	"fmt"
	"slices"
)

// Problem is sites to be divided. Sites, rounds and lists are numbered from 0; lists
// name no site twice.
type Problem struct {
	Sites, Rounds int
	// Sizes are those that the rounds may have, each as a whole.
	Sizes [][]int
	// Days from each round's opening to the next one's: Rounds − 1 weights.
	Days []int64

	Kinds   [][]int32
	Regions [][]int32
	Waits   []Wait
	Always  int64 // what waiting costs a day however early sites open
	Targets [][]int32

	// LeastKinds and LeastRegions must have a site in every round.
	LeastKinds, LeastRegions int

	Own []int32 // a division to compare with
}

// Wait costs something a day for as long as none of its sites is open.
type Wait struct {
	Sites []int32
	Cost  int64
}

// Goal is a position in Values.
type Goal int

// The goals.
const (
	Balance Goal = iota
	Spread
	Waiting
	Unserved
	Moves
	Goals // how many there are
)

// Values is a division by all goals, or a limit on each.
type Values [Goals]int64

// NoLimit in a limit says that there is none.
const NoLimit = int64(1) << 60

// Unlimited limits nothing.
func Unlimited() Values {
	var v Values
	for g := range v {
		v[g] = NoLimit
	}
	return v
}

// Within says whether values exceed no limit.
func (v Values) Within(limit Values) bool {
	for g := range v {
		if v[g] > limit[g] {
			return false
		}
	}
	return true
}

// most bounds what sums may come to.
const most = 1 << 58

// Validate names the first thing that is wrong with a Problem.
func (p *Problem) Validate() error {
	switch {
	case p.Sites < 1 || p.Rounds < 2 || p.Rounds > 8:
		return fmt.Errorf("%d sites in %d rounds: want at least one site and 2 to 8 rounds", p.Sites, p.Rounds)
	case len(p.Days) != p.Rounds-1:
		return fmt.Errorf("%d days between %d rounds: want %d", len(p.Days), p.Rounds, p.Rounds-1)
	case len(p.Own) != p.Sites:
		return fmt.Errorf("own division of %d sites: want %d", len(p.Own), p.Sites)
	}
	for _, r := range p.Own {
		if r < 0 || int(r) >= p.Rounds {
			return fmt.Errorf("own division: round %d, want 0 to %d", r, p.Rounds-1)
		}
	}
	for _, sizes := range p.Sizes {
		sum := 0
		for _, s := range sizes {
			sum += s
			if s < 0 {
				sum = -1 << 40
			}
		}
		if len(sizes) != p.Rounds || sum != p.Sites {
			return fmt.Errorf("sizes %v: want %d that add up to %d", sizes, p.Rounds, p.Sites)
		}
	}
	return p.validateLists()
}

func (p *Problem) validateLists() error {
	lists := slices.Concat(p.Kinds, p.Regions, p.Targets)
	total, length := float64(p.Always), 0.0
	for _, d := range p.Days {
		if d < 0 {
			return fmt.Errorf("days %d between rounds: want 0 or more", d)
		}
		length += float64(d)
	}
	for i := range p.Waits {
		lists = append(lists, p.Waits[i].Sites)
		if p.Waits[i].Cost < 0 {
			return fmt.Errorf("wait %d: cost %d, want 0 or more", i, p.Waits[i].Cost)
		}
		total += float64(p.Waits[i].Cost) * float64(len(p.Waits[i].Sites)+1)
	}
	if total*max(length, 1) > most {
		return fmt.Errorf("waits add up to %.3g: want at most %.3g, measure in larger units", total*length, float64(most))
	}
	at := make([]int, p.Sites)
	for k, list := range lists {
		for _, i := range list {
			if i < 0 || int(i) >= p.Sites || at[i] == k+1 {
				return fmt.Errorf("list %d: site %d, want each once and 0 to %d", k, i, p.Sites-1)
			}
			at[i] = k + 1
		}
	}
	return nil
}
