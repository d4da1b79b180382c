package estimate

import (
	"math"
	"slices"
)

// Pair is a stretch of trunk road between two places whose length is known.
type Pair struct {
	Road, From, To string
	RoadKm         float64 // along the road
	CircleKm       float64 // great circle between the places
}

// Pairs are published road distances of European routes in Sweden beside the
// great circle between the same places.
var Pairs = []Pair{
	{"E04", "Helsingborg", "Jönköping", 241, 212.3}, {"E04", "Jönköping", "Norrköping", 170, 149.2},
	{"E04", "Norrköping", "Södertälje", 130, 106.5}, {"E04", "Södertälje", "Stockholm", 32, 29.3},
	{"E04", "Stockholm", "Sundsvall", 387, 343.0}, {"E04", "Sundsvall", "Umeå", 281, 218.1},
	{"E04", "Umeå", "Luleå", 274, 215.0}, {"E04", "Luleå", "Haparanda", 134, 94.9},
	{"E06", "Trelleborg", "Malmö", 27, 27.5}, {"E06", "Malmö", "Halmstad", 140, 119.2},
	{"E06", "Halmstad", "Göteborg", 136, 126.7}, {"E10", "Kiruna", "Luleå", 350, 266.4},
	{"E14", "Östersund", "Sundsvall", 186, 161.6}, {"E18", "Örebro", "Arboga", 42, 38.2},
	{"E18", "Arboga", "Västerås", 57, 47.3}, {"E18", "Västerås", "Stockholm", 108, 91.4},
	{"E20", "Malmö", "Helsingborg", 66, 52.6}, {"E20", "Helsingborg", "Halmstad", 84, 70.5},
	{"E20", "Göteborg", "Örebro", 287, 256.5}, {"E20", "Arboga", "Eskilstuna", 44, 38.0},
	{"E20", "Eskilstuna", "Södertälje", 81, 66.3}, {"E22", "Malmö", "Kalmar", 295, 239.0},
	{"E22", "Kalmar", "Norrköping", 254, 215.2}, {"E65", "Malmö", "Ystad", 57, 55.2},
}

// Errors is how far estimates lie from what was measured, as parts of the
// measured value.
type Errors struct {
	Pairs       int
	Bias        float64 // the mean, positive where the estimate is too long
	Median, P90 float64 // of the size
	Worst       float64 // with its sign
	WorstPair   int
}

// MeanDetour is all road over all great circle, so that a long stretch counts for
// more than a short one. The mean of the single ratios is lower, 1.178: two
// short pairs have hardly any detour between the points that stand for the towns.
func MeanDetour(pairs []Pair) float64 {
	road, circle := total(pairs)
	return road / circle
}

func total(pairs []Pair) (road, circle float64) {
	for _, p := range pairs {
		road, circle = road+p.RoadKm, circle+p.CircleKm
	}
	return road, circle
}

// Check holds the distances that a detour gives against pairs whose distance is
// known. No pairs give no errors.
func Check(pairs []Pair, detour float64) Errors {
	return check(pairs, func(int) float64 { return detour })
}

// CheckUnseen is Check with, for each pair, the detour of the other pairs: what
// to expect of a stretch that was not measured.
func CheckUnseen(pairs []Pair) Errors {
	road, circle := total(pairs)
	return check(pairs, func(i int) float64 { return (road - pairs[i].RoadKm) / (circle - pairs[i].CircleKm) })
}

func check(pairs []Pair, detour func(i int) float64) Errors {
	e := Errors{Pairs: len(pairs)}
	sizes := make([]float64, len(pairs))
	for i, p := range pairs {
		off := (p.CircleKm*detour(i) - p.RoadKm) / p.RoadKm
		e.Bias += off / float64(len(pairs))
		sizes[i] = math.Abs(off)
		if sizes[i] > math.Abs(e.Worst) {
			e.Worst, e.WorstPair = off, i
		}
	}
	slices.Sort(sizes)
	if n := len(sizes); n > 0 {
		e.Median, e.P90 = (sizes[(n-1)/2]+sizes[n/2])/2, sizes[(n*9+9)/10-1]
	}
	return e
}
