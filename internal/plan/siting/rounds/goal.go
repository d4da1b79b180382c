package rounds

import (
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/locate/division"
)

// Goal is one thing that a division can be best at.
type Goal string

// The goals. Each is a count of what is left to wish for, so less is better.
const (
	Balance Goal = "balance"
	Spread  Goal = "spread"
	Access  Goal = "access"
	Areas   Goal = "areas"
)

// Goals lists them in the order of showing.
var Goals = []Goal{Balance, Spread, Access, Areas}

// engine is the goal's place in the engine's values.
func (g Goal) engine() division.Goal {
	switch g {
	case Balance:
		return division.Balance
	case Spread:
		return division.Spread
	case Access:
		return division.Waiting
	}
	return division.Unserved
}

func isGoal(g string) bool {
	for _, known := range Goals {
		if string(known) == g {
			return true
		}
	}
	return false
}

// Label says in words what a goal counts.
func (g Goal) Label() figure.Label { return figure.Label{Key: "rounds.goal." + string(g)} }

// valueOf is a goal's value as a figure.
func (w *world) valueOf(g Goal, v int64) figure.Value {
	length := int64(0)
	for _, d := range w.problem.Days {
		length += d
	}
	switch {
	case g == Balance:
		return figure.OfRate(float64(v) / float64(w.problem.Sites))
	case g == Spread, g == Areas && length == 1:
		return figure.OfCount(int(v))
	case length == 0 || g == Access && w.people == 0:
		return figure.Unknown(map[Goal]figure.Kind{Access: figure.Seconds, Areas: figure.Rate}[g])
	case g == Areas:
		return figure.OfRate(float64(v) / float64(length))
	}
	return figure.OfSeconds(int(v / (length * w.people)))
}
