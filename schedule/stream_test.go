package schedule

import (
	"math"
	"testing"
)

// The numbers of a seed are part of the package's promise: results must not change between versions.
func TestStreamIsPinned(t *testing.T) {
	for _, c := range []struct {
		seed, key uint64
		ordinal   uint32
		use       purpose
		want      uint64
	}{
		{0, 0, 0, forDuration, 0x238275bc38fcbe91},
		{1, 0, 0, forDuration, 0xb18a02f46d8d86c3},
		{0, 1, 0, forDuration, 0x44e5b98100c67fb0},
		{0, 0, 1, forDuration, 0xb6e88ae2c24cc74f},
		{0, 0, 0, forStart, 0x2f32a78496c67c60},
		{2021, 28, 6, forFinish, 0xefd62d56b4420cac},
	} {
		if got := stream(c.seed, c.key, c.ordinal, c.use); got != c.want {
			t.Errorf("stream(%d, %d, %d, %d) = %#x, want %#x", c.seed, c.key, c.ordinal, c.use, got, c.want)
		}
	}
}

// SplitMix64 from 0 gives the published first numbers.
func TestMixIsSplitMix64(t *testing.T) {
	x := uint64(0)
	for i, want := range []uint64{0xE220A8397B1DCDAF, 0x6E789E6AA1B965F4, 0x06C45D188009454F} {
		x += golden
		if got := mix(x); got != want {
			t.Errorf("number %d is %#x, want %#x", i, got, want)
		}
	}
}

// Every number lies strictly between 0 and 1, also those made from the extreme bits.
func TestUniformIsOpen(t *testing.T) {
	for _, bits := range []uint64{0, math.MaxUint64} {
		if u := unit(bits); !(u > 0 && u < 1) {
			t.Errorf("%#x gives %g", bits, u)
		}
	}
	x := stream(5, 5, 5, forDuration)
	for range 100_000 {
		if u := uniform(x); !(u > 0 && u < 1) {
			t.Fatalf("%g", u)
		}
		x += golden
	}
}

// Moments and evenness of one stream; independence of neighbouring ones.
func TestUniformMoments(t *testing.T) {
	const n = 200_000
	streams := []uint64{
		stream(1, 1, 0, forDuration), stream(2, 1, 0, forDuration), stream(1, 2, 0, forDuration),
		stream(1, 1, 1, forDuration), stream(1, 1, 0, forStart), stream(1, 1, 0, forFinish),
	}
	for i, a := range streams {
		var sum, square float64
		var bins [64]float64
		for r := range uint64(n) {
			u := uniform(a + r*golden)
			sum += u
			square += u * u
			bins[int(u*64)]++
		}
		near(t, "mean", sum/n, 0.5, 0.004)
		near(t, "mean square", square/n, 1.0/3, 0.004)
		chi := 0.0
		for _, b := range bins {
			chi += (b - n/64.0) * (b - n/64.0) / (n / 64.0)
		}
		if chi > 120 { // 63 degrees of freedom; exceeded once in 10⁵
			t.Errorf("stream %d: chi-square %g", i, chi)
		}
		for j, b := range streams[:i] {
			var product float64
			for r := range uint64(n) {
				product += (uniform(a+r*golden) - 0.5) * (uniform(b+r*golden) - 0.5)
			}
			if c := product / n * 12; math.Abs(c) > 0.015 {
				t.Errorf("streams %d and %d correlate by %g", i, j, c)
			}
		}
	}
}
