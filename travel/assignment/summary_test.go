package assignment

import (
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/etablera/etablera/travel/graph"
)

// byHand answers a question by sorting all places.
func byHand(a *Assignment, q Question) Summary {
	type place struct {
		distance uint32
		weight   float64
	}
	var all []place
	s := Summary{Within: make([]float64, len(q.Limits)), Quantiles: make([]uint32, len(q.Levels))}
	for p, w := range q.Weights {
		near := a.Nearest(p)
		if q.Rank == Second {
			near = a.Second(p)
		}
		all = append(all, place{near.Distance, w})
		s.Total += w
		if near.Distance == graph.Unreachable {
			continue
		}
		s.Reached += w
		s.Mean += w * float64(near.Distance)
		for i, limit := range q.Limits {
			if near.Distance <= limit {
				s.Within[i] += w
			}
		}
	}
	if s.Reached > 0 {
		s.Mean /= s.Reached
	}
	slices.SortFunc(all, func(a, b place) int { return int(int64(a.distance) - int64(b.distance)) })
	for i, level := range q.Levels {
		s.Quantiles[i] = graph.Unreachable
		var sum float64
		for _, p := range all {
			if sum += p.weight; p.weight > 0 && sum >= level*s.Total {
				s.Quantiles[i] = p.distance
				break
			}
		}
	}
	return s
}

// Sums, mean and quantiles are those of the sorted list, for both ranks and any whole weights.
func TestSummaryEqualsSorting(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		places := rapid.IntRange(0, 40).Draw(t, "places")
		a := New(places)
		for s := range rapid.IntRange(0, 3).Draw(t, "sites") {
			if err := a.Open(graph.Site(s), drawRow(t, places)); err != nil {
				t.Fatal(err)
			}
		}
		q := Question{
			Rank:   rapid.SampledFrom([]Rank{First, Second}).Draw(t, "rank"),
			Limits: rapid.SliceOf(rapid.Uint32Range(0, 8)).Draw(t, "limits"),
			Levels: append(rapid.SliceOf(rapid.Float64Range(0, 1)).Draw(t, "levels"), 0, 0.5, 1),
		}
		for range places {
			q.Weights = append(q.Weights, float64(rapid.IntRange(0, 4).Draw(t, "weight")))
		}
		got, err := a.Summarize(q)
		if err != nil {
			t.Fatal(err)
		}
		want := byHand(a, q)
		if got.Total != want.Total || got.Reached != want.Reached || got.Mean != want.Mean ||
			!slices.Equal(got.Within, want.Within) || !slices.Equal(got.Quantiles, want.Quantiles) {
			t.Fatalf("%+v, want %+v", got, want)
		}
	})
}

// Four villages on a line of known distances.
func TestSummaryOfFourVillages(t *testing.T) {
	a := New(4)
	for s, row := range [][]uint32{{0, 10, 20, graph.Unreachable}, {30, 20, 10, graph.Unreachable}} {
		if err := a.Open(graph.Site(s), row); err != nil {
			t.Fatal(err)
		}
	}
	weights := []float64{100, 50, 30, 20}
	s, err := a.Summarize(Question{Weights: weights, Limits: []uint32{0, 9, 10}, Levels: []float64{0.5, 0.51, 0.9, 0.91}})
	if err != nil || s.Total != 200 || s.Reached != 180 || s.Mean != 800.0/180 ||
		!slices.Equal(s.Within, []float64{100, 100, 180}) || !slices.Equal(s.Quantiles, []uint32{0, 10, 10, graph.Unreachable}) {
		t.Errorf("%+v, %v", s, err)
	}
	s, err = a.Summarize(Question{Rank: Second, Weights: weights, Levels: []float64{0, 0.9}})
	if err != nil || s.Mean != (100*30+50*20+30*20)/180.0 || !slices.Equal(s.Quantiles, []uint32{20, 30}) {
		t.Errorf("%+v, %v", s, err)
	}
}

// Weights and levels that mean nothing are refused with their place.
func TestSummarizeRefuses(t *testing.T) {
	a := New(2)
	for _, c := range []struct {
		q    Question
		want string
	}{
		{Question{Weights: []float64{1}}, "1 weights; expected one for each of 2 places"},
		{Question{Weights: []float64{1, -1}}, "place 1 weighs -1"},
		{Question{Weights: []float64{math.NaN(), 1}}, "place 0 weighs NaN"},
		{Question{Weights: []float64{1, 1}, Levels: []float64{0.5, 1.5}}, "level 1 is 1.5"},
		{Question{Weights: []float64{1, 1}, Levels: []float64{math.NaN()}}, "level 0 is NaN"},
	} {
		if _, err := a.Summarize(c.q); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%v, want %q", err, c.want)
		}
	}
}
