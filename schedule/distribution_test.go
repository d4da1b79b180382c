package schedule

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// Quantiles of small cases can be worked out by hand.
func TestQuantile(t *testing.T) {
	for _, c := range []struct {
		d    Distribution
		p    float64
		want int32
	}{
		{Fixed(12), 0, 12},
		{Fixed(12), 0.5, 12},
		{Fixed(12), 1, 12},
		{Fixed(0), 0.9, 0},
		{Triangular(0, 10, 20), 0, 0},
		{Triangular(0, 10, 20), 0.5, 10},
		{Triangular(0, 10, 20), 1, 20},
		{Triangular(0, 0, 100), 0.75, 50},   // 1−(1−x/100)² = 0.75
		{Triangular(0, 100, 100), 0.25, 50}, // (x/100)² = 0.25
		{Triangular(7, 7, 7), 0.3, 7},
		{Triangular(7.4, 7.4, 7.4), 0.3, 7},
		{LogNormal(60, 120), 0.5, 60},
		{LogNormal(60, 120), 0.9, 120},
		{LogNormal(60, 120), 0.1, 30}, // log-symmetric about the median
		{LogNormal(60, 60), 0.99, 60},
		{LogNormal(60, 120), 0, 0},
		{LogNormal(60, 120), 1, MaxDuration},
	} {
		if got := c.d.Quantile(c.p); got != c.want {
			t.Errorf("%v.Quantile(%g) = %d, want %d", c.d, c.p, got, c.want)
		}
	}
}

// The quantile is the smallest day whose CDF reaches p, found here by trying every day.
func TestQuantileInvertsCDF(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := anyDistribution().Draw(t, "d")
		p := rapid.Float64Range(0.001, 0.999).Draw(t, "p")
		q := d.Quantile(p)
		const slack = 1e-9 // p may fall on a step of the CDF
		if d.CDF(q) < p-slack {
			t.Fatalf("%v: CDF(%d) = %g is below %g", d, q, d.CDF(q), p)
		}
		if q > 0 && d.CDF(q-1) > p+slack {
			t.Fatalf("%v: CDF(%d) = %g reaches %g already", d, q-1, d.CDF(q-1), p)
		}
	})
}

// The search over the survivor function and the inverse in closed form are two ways to one answer.
func TestSearchAgreesWithInverse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := anyDistribution().Draw(t, "d")
		p := rapid.Float64Range(0.0001, 0.9999).Draw(t, "p")
		from := rapid.Int32Range(0, 3).Draw(t, "from")
		got, want := d.beyond(1-p, from), max(d.Quantile(p), from)
		if got != want && math.Abs(d.Survivor(min(got, want))-(1-p)) > 1e-9 {
			t.Fatalf("%v at %g: search %d, inverse %d", d, p, got, want)
		}
	})
}

// A CDF rises from 0 to 1, and Survivor is its complement.
func TestCDFIsADistribution(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := anyDistribution().Draw(t, "d")
		if got := d.CDF(-1); got != 0 {
			t.Fatalf("CDF(−1) = %g", got)
		}
		if got := d.CDF(MaxDuration); got != 1 {
			t.Fatalf("CDF(MaxDuration) = %g", got)
		}
		last := 0.0
		for k := int32(0); k < 400; k++ {
			f := d.CDF(k)
			if f < last || f > 1 {
				t.Fatalf("CDF(%d) = %g after %g", k, f, last)
			}
			if s := d.Survivor(k); math.Abs(f+s-1) > 1e-12 {
				t.Fatalf("CDF(%d) + Survivor = %g", k, f+s)
			}
			last = f
		}
	})
}

// Rounding to whole days moves the mean of a smooth distribution by next to nothing, so the mean must
// agree with the textbook's.
func TestMean(t *testing.T) {
	for _, c := range []struct {
		d    Distribution
		want float64
	}{
		{Fixed(17), 17},
		{Fixed(0), 0},
		{Triangular(10, 20, 60), 30},
		{Triangular(0, 5, 100), 35},
		{Triangular(20, 100, 100), 220.0 / 3},
		{Triangular(9, 9, 9), 9},
		{LogNormal(60, 120), 60 * math.Exp(math.Pow(math.Log(2)/z90, 2)/2)},
		{LogNormal(100, 130), 100 * math.Exp(math.Pow(math.Log(1.3)/z90, 2)/2)},
		{LogNormal(25, 25), 25},
	} {
		near(t, "mean of "+c.d.String(), c.d.Mean(), c.want, 0.03)
	}
}

// The second moment: the textbook's variance plus 1/12 for rounding (Sheppard's correction).
func TestVariance(t *testing.T) {
	variance := func(d Distribution) float64 {
		mean, sum := d.Mean(), 0.0
		for k := int32(0); k < 4000; k++ {
			x := float64(k) - mean
			sum += x * x * (d.Survivor(k-1) - d.Survivor(k))
		}
		return sum
	}
	a, b, c := 10.0, 20.0, 60.0
	near(t, "triangular", variance(Triangular(a, b, c)), (a*a+b*b+c*c-a*b-a*c-b*c)/18+1.0/12, 0.1)
	s2 := math.Pow(math.Log(2)/z90, 2)
	near(t, "log-normal", variance(LogNormal(60, 120)), 3600*math.Exp(s2)*(math.Exp(s2)-1)+1.0/12, 0.1)
}

// What is left of a duration is conditioned on what has elapsed.
func TestQuantileBeyond(t *testing.T) {
	for _, c := range []struct {
		d       Distribution
		p       float64
		elapsed int32
		want    int32
	}{
		{Fixed(10), 0.5, 4, 10},
		{Fixed(10), 0.5, 9, 10},
		{Fixed(10), 0.5, 10, 11}, // overdue: tomorrow is all that can be said
		{Fixed(10), 0.5, 25, 26},
		{Fixed(10), 0.5, -3, 10},
		{Triangular(0, 0, 100), 0.75, 0, 50},
		// Beyond 50.5 it is triangular over 50.5 … 100 again, falling from its left end.
		{Triangular(0, 0, 100), 0.75, 50, 75},
		{Triangular(0, 0, 100), 1, 50, 100},
		{Triangular(0, 0, 100), 0.5, 100, 101},
		{LogNormal(60, 120), 0, 80, 81},
		{LogNormal(60, 60), 0.5, 59, 60},
		{LogNormal(60, 60), 0.5, 60, 61},
		{LogNormal(60, 120), 0.5, MaxDuration + 5, MaxDuration + 6},
	} {
		if got := c.d.QuantileBeyond(c.p, c.elapsed); got != c.want {
			t.Errorf("%v.QuantileBeyond(%g, %d) = %d, want %d", c.d, c.p, c.elapsed, got, c.want)
		}
	}
}

// By definition: P(D ≤ q | D > e) ≥ p, and one day less does not reach it.
func TestQuantileBeyondIsConditional(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := anyDistribution().Draw(t, "d")
		e := rapid.Int32Range(0, 200).Draw(t, "elapsed")
		p := rapid.Float64Range(0.01, 0.99).Draw(t, "p")
		q := d.QuantileBeyond(p, e)
		if q <= e {
			t.Fatalf("total %d does not exceed the %d days elapsed", q, e)
		}
		left := d.Survivor(e)
		if left == 0 {
			return
		}
		given := func(k int32) float64 { return (left - d.Survivor(k)) / left }
		if given(q) < p-1e-9 || q > e+1 && given(q-1) > p+1e-9 {
			t.Fatalf("%v beyond %d at %g: %d, where the conditional CDF is %g after %g", d, e, p, q, given(q), given(q-1))
		}
	})
}

// The longer an activity has run, the longer it will have run in all.
func TestQuantileBeyondRisesWithElapsed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := anyDistribution().Draw(t, "d")
		p := rapid.Float64Range(0.01, 0.99).Draw(t, "p")
		last := int32(0)
		for e := int32(0); e < 150; e++ {
			q := d.QuantileBeyond(p, e)
			if q < last {
				t.Fatalf("%v at %g: %d beyond %d, but %d beyond %d", d, p, q, e, last, e-1)
			}
			last = q
		}
	})
}

func TestLikely(t *testing.T) {
	for _, c := range []struct {
		d    Distribution
		want int32
	}{
		{Fixed(3), 3}, {Triangular(5, 9, 40), 9}, {Triangular(5, 9.6, 40), 10}, {LogNormal(41.7, 90), 42},
	} {
		if got := c.d.Likely(); got != c.want {
			t.Errorf("%v.Likely() = %d, want %d", c.d, got, c.want)
		}
	}
}

func TestDistributionText(t *testing.T) {
	for _, c := range []struct {
		d    Distribution
		want string
	}{
		{Distribution{}, "unknown"},
		{Fixed(5), "fixed(5)"},
		{Triangular(1, 2.5, 9), "triangular(1, 2.5, 9)"},
		{LogNormal(60, 120), "lognormal(median 60, p90 120)"},
	} {
		if got := c.d.String(); got != c.want {
			t.Errorf("String() = %q, want %q", got, c.want)
		}
		if c.d.IsZero() != (c.want == "unknown") {
			t.Errorf("%v.IsZero() = %v", c.d, c.d.IsZero())
		}
	}
}
