package schedule

import (
	"math"
	"testing"
)

// What a sampler draws has the mean of its distribution, and given a time elapsed nothing below it.
func TestSampler(t *testing.T) {
	for _, d := range []Distribution{Fixed(7), Triangular(3, 5, 20), LogNormal(30, 60)} {
		s, err := NewSampler(d)
		if err != nil {
			t.Fatal(err)
		}
		into := make([]int32, 1<<16)
		s.Draw(into, NewStream(1, 2, 3, 0), 0)
		sum := 0.0
		for _, x := range into {
			sum += float64(x)
		}
		if mean := sum / float64(len(into)); math.Abs(mean-d.Mean()) > 0.02*d.Mean() {
			t.Errorf("%s: mean %g, want %g", d, mean, d.Mean())
		}
		half := make([]int32, 100)
		s.Draw(half, NewStream(1, 2, 3, 0), 500)
		for r, x := range half {
			if x != into[500+r] {
				t.Fatalf("%s: run %d differs when drawn from the middle", d, 500+r)
			}
		}
		s.DrawBeyond(half, 10, NewStream(1, 2, 3, 0), 0)
		for _, x := range half {
			if x < 11 {
				t.Errorf("%s: %d days, given more than 10", d, x)
			}
		}
	}
}

// A sampler is refused where the distribution says nothing.
func TestSamplerRefuses(t *testing.T) {
	for _, d := range []Distribution{{}, Fixed(-1), Triangular(5, 3, 9), LogNormal(0, 5)} {
		if _, err := NewSampler(d); err == nil {
			t.Errorf("%s: no error", d)
		}
	}
}
