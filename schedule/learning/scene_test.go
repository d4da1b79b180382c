package learning_test

import (
	"math"
	"testing"

	"github.com/etablera/etablera/schedule/learning"
)

// failer is a test or a property.
type failer interface {
	Helper()
	Errorf(format string, args ...any)
}

// near fails the test where got is not within tolerance of want.
func near(t failer, what string, got, want, tolerance float64) {
	t.Helper()
	if !(math.Abs(got-want) <= tolerance) {
		t.Errorf("%s: got %v, want %v ± %v", what, got, want, tolerance)
	}
}

// cell is a cell of the first activity.
func cell(t learning.Type, c learning.Condition) learning.Cell {
	return learning.Cell{Type: t, Condition: c}
}

// assume is the assumption of most tests: 40 working days, 90 at P90.
func assume(c learning.Cell, weight float64) learning.Assumption {
	return learning.Assumption{Cell: c, Median: 40, P90: 90, Weight: weight}
}

// learn fails the test where Learn does.
func learn(t testing.TB, s learning.Spec) *learning.Model {
	t.Helper()
	m, err := learning.Learn(&s)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// of returns what has been learnt of a cell.
func of(t testing.TB, m *learning.Model, c learning.Cell) learning.Learned {
	t.Helper()
	l, ok := m.Cell(c)
	if !ok {
		t.Fatalf("nothing is known of %v", c)
	}
	return l
}

// alone learns a single cell from its own outcomes.
func alone(t testing.TB, a learning.Assumption, outcomes ...learning.Outcome) learning.Learned {
	t.Helper()
	return of(t, learn(t, learning.Spec{Assumptions: []learning.Assumption{a}, Outcomes: outcomes}), a.Cell)
}

// took makes known outcomes of a cell.
func took(c learning.Cell, days ...float64) []learning.Outcome {
	var out []learning.Outcome
	for _, d := range days {
		out = append(out, learning.Took(c, d))
	}
	return out
}
