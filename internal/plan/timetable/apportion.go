package timetable

import (
	"cmp"
	"math"
	"slices"
)

// apportion rounds parts to whole numbers that add up to total, by largest
// remainder: each is at most one from what it was. The parts must add up to
// total but for the last bits. Of equal remainders the first part gets more.
func apportion(total int, parts []float64) []int {
	// A whole number that has lost its last bits is still that number.
	const whole = 1e-9
	out, order, left := make([]int, len(parts)), make([]int, len(parts)), total
	for i, x := range parts {
		out[i], order[i] = int(math.Floor(x+whole)), i
		left -= out[i]
	}
	remainder := func(i int) float64 { return parts[i] - float64(out[i]) }
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(remainder(j), remainder(i)) })
	for k := 0; left > 0; k, left = (k+1)%len(order), left-1 {
		out[order[k]]++
	}
	return out
}
