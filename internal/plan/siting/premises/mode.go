package premises

import (
	"slices"

	"github.com/etablera/etablera/internal/plan/coverage"
	"github.com/etablera/etablera/travel/estimate"
	"github.com/etablera/etablera/travel/prepared"
)

// The modes, in the order of showing.
const (
	Walk    = "walk"
	Transit = "transit"
	Car     = "car"
)

// Modes lists them.
var Modes = []string{Walk, Transit, Car}

// Methods are what gives the times of each mode; there are none by a mode that has no
// method.
type Methods map[string]coverage.Method

// Estimates are the methods that need no network: there is none for public transport.
func Estimates() Methods {
	return Methods{Walk: coverage.Estimate{Parameters: estimate.Walk()}, Car: coverage.Estimate{Parameters: estimate.Car()}}
}

// With are the methods where one method is given: it answers for its own mode, a
// network of roads for going on foot and by car as well, and estimates for the rest.
// A table of which nobody has said by what mode it was made answers for none.
func With(m coverage.Method) Methods {
	out := Estimates()
	if m == nil {
		return out
	}
	if n, ok := m.(coverage.Networked); ok {
		have := n.Network.Meta().Modes()
		for word, mode := range map[string]string{Walk: prepared.Walk, Car: prepared.Car} {
			if slices.Contains(have, mode) {
				other := n
				other.Mode = mode
				out[word] = other
			}
		}
	}
	if mode := m.About().Mode; slices.Contains(Modes, mode) {
		out[mode] = m
	}
	return out
}
