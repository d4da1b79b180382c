package timetable

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestApportion(t *testing.T) {
	for _, c := range []struct {
		total int
		parts []float64
		want  []int
	}{
		{3, []float64{1, 2}, []int{1, 2}},
		{1, []float64{0.5, 0.5}, []int{1, 0}},
		{10, []float64{3.4, 3.4, 3.2}, []int{4, 3, 3}},
		{-2, []float64{-1.6, -0.4}, []int{-2, 0}},
		{0, []float64{12.4, -12.4}, []int{12, -12}},
		{5, []float64{4.9999999999, 1e-12}, []int{5, 0}},
	} {
		if got := apportion(c.total, c.parts); !slices.Equal(got, c.want) {
			t.Errorf("%v to %d: %v, want %v", c.parts, c.total, got, c.want)
		}
	}
}

// The rounded parts add up to the total, and each is less than one from what it was.
func TestApportionAddsUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		total := rapid.IntRange(-1000, 1000).Draw(t, "total")
		parts := rapid.SliceOfN(rapid.Float64Range(-500, 500), 0, 8).Draw(t, "parts")
		rest := float64(total)
		for _, x := range parts {
			rest -= x
		}
		parts = append(parts, rest)
		sum := 0
		for i, n := range apportion(total, parts) {
			sum += n
			if d := float64(n) - parts[i]; d <= -1.000001 || d >= 1.000001 {
				t.Errorf("%v became %d", parts[i], n)
			}
		}
		if sum != total {
			t.Errorf("%d, want %d", sum, total)
		}
	})
}
