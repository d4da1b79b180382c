package learning_test

import (
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/etablera/etablera/schedule/learning"
)

var (
	nan = math.NaN()
	inf = math.Inf(1)
)

// mistakesOf returns what Learn objects to.
func mistakesOf(t *testing.T, s learning.Spec) []learning.Mistake {
	t.Helper()
	m, err := learning.Learn(&s)
	if err == nil {
		return nil
	}
	var invalid *learning.InvalidError
	if !errors.As(err, &invalid) {
		t.Fatalf("%v is no InvalidError", err)
	}
	if m != nil {
		t.Error("a model in spite of mistakes")
	}
	return invalid.Mistakes
}

// Every number of an assumption that is none is named with its place.
func TestWrongAssumptionsAreNamed(t *testing.T) {
	at := learning.Cell{Activity: 4, Type: 1, Condition: 2}
	for _, c := range []struct {
		median, p90, weight, spread float64
		want                        learning.Code
	}{
		{0, 90, 1, 0, learning.BadMedian},
		{-3, 90, 1, 0, learning.BadMedian},
		{2e5, 3e5, 1, 0, learning.BadMedian},
		{40, 40, 1, 0, learning.BadP90},
		{40, 30, 1, 0, learning.BadP90},
		{40, nan, 1, 0, learning.BadP90},
		{40, inf, 1, 0, learning.BadP90},
		{40, 90, 0, 0, learning.BadWeight},
		{40, 90, -1, 0, learning.BadWeight},
		{40, 90, nan, 0, learning.BadWeight},
		{40, 90, 1e10, 0, learning.BadWeight},
		{40, 90, 1, 0.5, learning.BadWeight},
		{40, 90, 1, -1, learning.BadWeight},
		{40, 90, 1, nan, learning.BadWeight},
		{40, 90, math.Inf(-1), 0, learning.BadWeight},
	} {
		wrong := learning.Assumption{Cell: at, Median: c.median, P90: c.p90, Weight: c.weight, SpreadWeight: c.spread}
		got := mistakesOf(t, learning.Spec{Assumptions: []learning.Assumption{assume(here, 1), wrong}})
		found := false
		for _, m := range got {
			found = found || m.Code == c.want && m.Assumption == 1 && m.Outcome == -1 && m.Cell == at
		}
		if !found {
			t.Errorf("%+v: mistakes %v, want %q at assumption 1", wrong, got, c.want)
		}
	}
	if got := mistakesOf(t, learning.Spec{Assumptions: []learning.Assumption{{Cell: at, Median: nan, P90: nan, Weight: nan, SpreadWeight: nan}}}); len(got) != 4 {
		t.Errorf("%d mistakes, want one for each number: %v", len(got), got)
	}
}

// An outcome that is no duration is named, as is one of a cell that nobody assumed anything of.
func TestWrongOutcomesAreNamed(t *testing.T) {
	for _, o := range []learning.Outcome{
		learning.Took(here, 0), learning.Took(here, -5), learning.Took(here, nan), learning.Took(here, inf),
		learning.Took(here, 1e6), learning.Took(here, 1e-9),
		learning.TookBetween(here, 9, 7), learning.TookBetween(here, -1, 7), learning.TookBetween(here, nan, 7),
		learning.TookBetween(here, 3, nan), learning.TookBetween(here, 3, 1e6), learning.TookBetween(here, 0, 1e-9),
		learning.TookBetween(here, math.Inf(-1), 4),
		learning.StillRunning(here, -1), learning.StillRunning(here, nan), learning.StillRunning(here, 1e6),
	} {
		got := mistakesOf(t, learning.Spec{
			Assumptions: []learning.Assumption{assume(here, 1)},
			Outcomes:    []learning.Outcome{learning.Took(here, 5), o},
		})
		if len(got) != 1 || got[0].Code != learning.BadDays || got[0].Outcome != 1 || got[0].Cell != here {
			t.Errorf("%+v: mistakes %v, want one of its days", o, got)
		}
	}
	got := mistakesOf(t, learning.Spec{Outcomes: []learning.Outcome{learning.Took(cell(7, 0), 5)}})
	if len(got) != 1 || got[0].Code != learning.NoAssumption || got[0].Outcome != 0 {
		t.Errorf("mistakes %v, want that nothing is assumed", got)
	}
}

// What lies on a limit is right.
func TestLimitsAreRight(t *testing.T) {
	for _, o := range []learning.Outcome{
		learning.Took(here, learning.MinDays), learning.Took(here, learning.MaxDays), learning.TookBetween(here, 0, 1),
		learning.StillRunning(here, 0), learning.StillRunning(here, learning.MaxDays),
		learning.TookBetween(here, 0, learning.MaxDays),
	} {
		l := alone(t, assume(here, 1), o)
		if !(l.Learnt.Median > 0 && l.Learnt.P90 > l.Learnt.Median && !math.IsInf(l.Learnt.P90, 0)) {
			t.Errorf("%+v gives %+v", o, l.Learnt)
		}
	}
	for _, weight := range []float64{0.01, 1e9, inf} {
		if got := mistakesOf(t, learning.Spec{Assumptions: []learning.Assumption{assume(here, weight)}}); got != nil {
			t.Errorf("weight %v: %v", weight, got)
		}
	}
}

// Shares that cannot be shares are named.
func TestWrongPoolingIsNamed(t *testing.T) {
	for _, c := range []struct {
		pooling learning.Pooling
		want    string
	}{
		{learning.Pooling{Activity: -1, Type: 1, Cell: 1}, "activity"},
		{learning.Pooling{Type: nan, Cell: 1}, "type"},
		{learning.Pooling{Condition: inf, Cell: 1}, "condition"},
		{learning.Pooling{Cell: 2}, "cell"},
		{learning.Pooling{Spread: 0.5}, "all 0"},
		{learning.Pooling{Cell: 1, Spread: 1.5}, "spread"},
		{learning.Pooling{Cell: 1, Spread: nan}, "spread"},
	} {
		got := mistakesOf(t, learning.Spec{Pooling: c.pooling})
		if len(got) != 1 || got[0].Code != learning.BadShare || !strings.Contains(got[0].Found, c.want) {
			t.Errorf("%+v: mistakes %v, want one that names %q", c.pooling, got, c.want)
		}
	}
}

// The message says where, what and what would be right, all mistakes in one go.
func TestMessagesSayWhatWouldBeRight(t *testing.T) {
	spec := learning.Spec{
		Assumptions: []learning.Assumption{assume(here, 1), assume(here, 2)},
		Outcomes:    []learning.Outcome{learning.Took(learning.Cell{Activity: 2, Type: 3, Condition: 4}, 0)},
		Pooling:     learning.Pooling{Cell: 1, Spread: 2},
	}
	_, err := learning.Learn(&spec)
	want := `learning: pooling: share: the share spread is 2; it is between 0 and 1
assumption 1 (activity 0, type 0, condition 0): duplicate: assumption 0 is about the same cell; state one for each cell
outcome 0 (activity 2, type 3, condition 4): days: it took 0; a duration is 0.001 to 100000 working days
outcome 0 (activity 2, type 3, condition 4): no-assumption: nothing is assumed of its cell; state a median and a P90 for it`
	if err == nil || err.Error() != want {
		t.Errorf("got\n%v\nwant\n%s", err, want)
	}
}

// Any numbers at all give either mistakes or a model without a NaN.
func FuzzLearnNeverGivesNonsense(f *testing.F) {
	f.Add(40.0, 90.0, 2.0, 0.0, 30.0, 50.0, 10.0)
	f.Add(1e-3, 1e5, 1e9, 1e9, 1e5, 1e5, 1e5)
	f.Add(99999.0, 1e5, 0.01, 1.0, 1e-3, 1e-3, 0.0)
	f.Add(10.0, 10.0000001, 0.01, 1.0, 1e-3, 1e5, 1e5)
	f.Fuzz(func(t *testing.T, median, p90, weight, spread, lo, hi, elapsed float64) {
		m, err := learning.Learn(&learning.Spec{
			Assumptions: []learning.Assumption{
				{Cell: here, Median: median, P90: p90, Weight: weight, SpreadWeight: spread},
				assume(cell(1, 0), 2),
			},
			Outcomes: []learning.Outcome{
				learning.TookBetween(here, lo, hi), learning.StillRunning(here, elapsed), learning.Took(cell(1, 0), 30),
			},
		})
		if err != nil {
			return
		}
		for _, l := range m.Cells() {
			for _, x := range []float64{l.Forecast.Location, l.Forecast.Scale, l.Weights.Own, l.Weights.Pooled, l.Weights.Assumption} {
				if math.IsNaN(x) || math.IsInf(x, 0) {
					t.Fatalf("%+v", l)
				}
			}
			if math.IsNaN(l.Forecast.Freedom) || !(l.Forecast.Scale > 0) {
				t.Fatalf("%+v", l)
			}
		}
	})
}
