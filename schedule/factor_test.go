package schedule

import (
	"math"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// pair returns two projects of one activity each, loaded on factors by the given weights.
func pair(d Distribution, a, b Load, factors ...FactorSpec) *Spec {
	s := &Spec{Factors: factors}
	for i, l := range []Load{a, b} {
		p := s.AddProject(uint64(i + 1))
		at := s.AddActivity(ActivitySpec{Project: p, Duration: d, Common: l})
		s.SetEnds(p, at, at)
	}
	return s
}

// correlation of two rows of numbers.
func correlation(x, y []float64) float64 {
	n := float64(len(x))
	var sx, sy, sxx, syy, sxy float64
	for i := range x {
		sx, sy = sx+x[i], sy+y[i]
		sxx, syy, sxy = sxx+x[i]*x[i], syy+y[i]*y[i], sxy+x[i]*y[i]
	}
	return (sxy - sx*sy/n) / math.Sqrt((sxx-sx*sx/n)*(syy-sy*sy/n))
}

// logs are the logarithms of a project's finishes.
func logs(r *Result, p Project) []float64 {
	var out []float64
	for _, d := range r.Finish.Append(nil, p) {
		out = append(out, math.Log(float64(d)))
	}
	return out
}

// Between log-normal durations of different projects the logarithms correlate by the product of the weights, and
// the distribution of each is as it was stated (Gaussian copula).
func TestFactorsCorrelateAsStated(t *testing.T) {
	const runs = 100_000
	d := LogNormal(400, 700) // long, so that rounding to days plays no part
	for _, c := range []struct {
		a, b Load
		want float64
	}{
		{Load{0, 0.6}, Load{0, 0.8}, 0.48}, {Load{0, 1}, Load{0, 1}, 1}, {Load{0, 0.5}, Load{0, -0.5}, -0.25},
		{Load{0, 0.7}, Load{}, 0}, {Load{0, 0.9}, Load{1, 0.9}, 0}, {Load{0, 0.9}, Load{2, 0.8}, 0.9 * 0.8 * 0.6},
	} {
		s := pair(d, c.a, c.b, FactorSpec{Key: 7}, FactorSpec{Key: 8}, FactorSpec{Key: 9, Loads: []Load{{0, 0.6}, {1, 0.3}}})
		r := mustSimulate(t, mustCompile(t, s), Options{Runs: runs, Seed: 4})
		near(t, "correlation", correlation(logs(r, 0), logs(r, 1)), c.want, 0.01)
		for p := range Project(2) {
			if w := furthest(r.Finish.Append(nil, p), d.CDF); w > ksLimit(runs) {
				t.Errorf("%+v: the CDF of project %d is off by %g", c, p, w)
			}
		}
	}
}

// Within a project what its activities share widens the sum: the variance of a sum of n equal normal parts grows
// from n to n + n(n−1)·ρ.
func TestTogetherWidensSums(t *testing.T) {
	d := LogNormal(1000, 1050) // narrow, so that it is nearly normal
	spread := func(weight float64) float64 {
		s := chain(d, d, d, d)
		for i := range s.Activities {
			s.Activities[i].Together = weight
		}
		r := mustSimulate(t, mustCompile(t, s), Options{Runs: 50_000, Seed: 2})
		q := r.Finish.Quantiles(0, 0.1, 0.9)
		return float64(q[1] - q[0])
	}
	alone := spread(0)
	for _, w := range []float64{0.5, 0.8, 1} {
		near(t, "widening", spread(w)/alone, math.Sqrt(1+3*w*w), 0.03)
	}
}

// A triangular and a fixed duration keep their distributions too, and so does what remains of a running one.
func TestCausesChangeNoDistribution(t *testing.T) {
	const runs = 50_000
	for _, d := range []Distribution{Triangular(10, 20, 60), Fixed(30), LogNormal(3, 9), LogNormal(60, 60)} {
		s := pair(d, Load{0, 0.7}, Load{0, -0.9}, FactorSpec{Key: 3})
		s.Activities[0].Together = 0.5
		r := mustSimulate(t, mustCompile(t, s), Options{Runs: runs})
		for p := range Project(2) {
			if w := furthest(r.Finish.Append(nil, p), d.CDF); w > ksLimit(runs) {
				t.Errorf("%v of project %d: the CDF is off by %g", d, p, w)
			}
		}
	}
	d := LogNormal(60, 120)
	s := pair(d, Load{0, 0.7}, Load{0, 0.7}, FactorSpec{Key: 3})
	s.Now = 90
	for i := range s.Activities {
		s.Activities[i].Status = Started(On(10))
	}
	r := mustSimulate(t, mustCompile(t, s), Options{Runs: runs})
	if w := furthest(r.Finish.Append(nil, 0), func(k int32) float64 { return 1 - d.Survivor(k-10)/d.Survivor(80) }); w > ksLimit(runs) {
		t.Errorf("running: the CDF is off by %g", w)
	}
	if c := correlation(logs(r, 0), logs(r, 1)); c < 0.3 {
		t.Errorf("what remains of two running activities correlates by %g", c)
	}
}

// A weight near 0 gives what no weight gives, run by run but for rounding: the same numbers are drawn.
func TestNoWeightIsNoFactor(t *testing.T) {
	d := LogNormal(60, 120)
	plain := mustSimulate(t, mustCompile(t, pair(d, Load{}, Load{})), Options{Seed: 5})
	light := mustSimulate(t, mustCompile(t, pair(d, Load{0, 1e-9}, Load{}, FactorSpec{Key: 1})), Options{Seed: 5})
	differ := 0
	for i, day := range plain.Finish.Append(nil, 0) {
		if got := light.Finish.At(0, i); got != day {
			differ++
			if max(got-day, day-got) > 1 {
				t.Fatalf("run %d: %d, without factor %d", i, got, day)
			}
		}
	}
	if differ > plain.Runs/500 {
		t.Errorf("%d of %d runs differ", differ, plain.Runs)
	}
	if !slices.Equal(plain.Finish.Append(nil, 1), light.Finish.Append(nil, 1)) {
		t.Error("the project without weight has changed")
	}
}

// The samples of a project depend neither on other projects and factors nor on workers, and another project's
// common cause is the same numbers in both networks.
func TestCommonNumbersOfFactors(t *testing.T) {
	d := LogNormal(60, 120)
	both := pair(d, Load{1, 0.8}, Load{1, 0.8}, FactorSpec{Key: 1}, FactorSpec{Key: 2})
	one := &Spec{Factors: []FactorSpec{{Key: 2}}}
	p := one.AddProject(2)
	one.AddActivity(ActivitySpec{Project: p, Duration: d, Common: Load{0, 0.8}})
	one.SetEnds(p, 0, 0)
	a := mustSimulate(t, mustCompile(t, both), Options{Runs: 3000, Workers: 1})
	b := mustSimulate(t, mustCompile(t, one), Options{Runs: 3000})
	if !slices.Equal(a.Finish.Append(nil, 1), b.Finish.Append(nil, 0)) {
		t.Error("another project and factor change the samples")
	}
	if c := mustSimulate(t, mustCompile(t, both), Options{Runs: 3000, Workers: 2}); !reflect.DeepEqual(a, c) {
		t.Error("2 workers give another result")
	}
}

// The table read by normal numbers gives the same day as the one read by probabilities, except within the
// tolerance of a step.
func TestDeviatesAgreeWithTable(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := anyDistribution().Draw(t, "d")
		tab := newTable(d)
		if tab.constant() {
			return
		}
		dev := newDeviates(tab)
		for range 30 {
			z := rapid.Float64Range(-6, 6).Draw(t, "z")
			got := dev.at(z)
			lo, hi := tab.at(min(exactAbove(z)*(1+3e-6), 1)), tab.at(exactAbove(z)*(1-3e-6))
			if got < lo || got > hi {
				t.Fatalf("%v at %g: %d, want %d … %d", d, z, got, lo, hi)
			}
		}
	})
}

// The fast normal quantile is within 1.2·10⁻⁵ of the exact one.
func TestNormalIsExactEnough(t *testing.T) {
	for i := range 200_000 {
		v := (float64(i) + 0.5) / 200_000
		if got, want := normal(v), upperNormal(v); math.Abs(got-want) > 1.2e-5 {
			t.Fatalf("normal(%g) = %g, want %g", v, got, want)
		}
	}
}

// Mistakes in factors, loads and risks are named, each once.
func TestMistakesOfChances(t *testing.T) {
	nan := math.NaN()
	for name, c := range map[string]struct {
		change func(*Spec)
		want   Code
	}{
		"two keys":           {func(s *Spec) { s.Factors = append(s.Factors, FactorSpec{Key: 1}) }, DuplicateKey},
		"on itself":          {func(s *Spec) { s.Factors[0].Loads = []Load{{0, 0.5}} }, BadLoad},
		"on none":            {func(s *Spec) { s.Factors[0].Loads = []Load{{-1, 0.5}} }, BadLoad},
		"too heavy a factor": {func(s *Spec) { s.Factors[1].Loads = []Load{{0, 1.1}} }, BadLoad},
		"NaN":                {func(s *Spec) { s.Activities[0].Together = nan }, BadLoad},
		"too heavy":          {func(s *Spec) { s.Activities[0].Common = Load{0, 0.8}; s.Activities[0].Together = 0.7 }, BadLoad},
		"no such factor":     {func(s *Spec) { s.Activities[0].Common = Load{2, 0.8} }, BadLoad},
		"no such risk":       {func(s *Spec) { s.Activities[0].Risks = []Risk{1} }, BadRisk},
		"two risks":          {func(s *Spec) { s.Risks = append(s.Risks, s.Risks[0]) }, DuplicateKey},
		"no probability":     {func(s *Spec) { s.Risks[0].Probability = nan }, BadRisk},
		"above one":          {func(s *Spec) { s.Risks[0].Probability = 1.5 }, BadRisk},
		"no impact":          {func(s *Spec) { s.Risks[0].Impact = Distribution{} }, BadRisk},
		"bad impact":         {func(s *Spec) { s.Risks[0].Impact = Triangular(3, 2, 1) }, BadRisk},
	} {
		s := pair(Fixed(1), Load{}, Load{}, FactorSpec{Key: 1}, FactorSpec{Key: 2})
		s.Risks = []RiskSpec{{Key: 1, Probability: 0.5, Impact: Fixed(3)}}
		if _, err := Compile(s); err != nil {
			t.Fatal(err)
		}
		c.change(s)
		_, err := Compile(s)
		invalid, ok := err.(*InvalidError)
		if !ok || len(invalid.Mistakes) != 1 || invalid.Mistakes[0].Code != c.want {
			t.Errorf("%s: %v, want one mistake %s", name, err, c.want)
		}
	}
}

// So is the probability above, relative to itself.
func TestNormalAboveIsExactEnough(t *testing.T) {
	for i := range 120_000 {
		z := float64(i)/10_000 - 6
		if got, want := normalAbove(z), exactAbove(z); math.Abs(got-want) > 1e-5*want {
			t.Fatalf("normalAbove(%g) = %g, want %g", z, got, want)
		}
	}
}

// The inner loop gives what reading the table at each mix gives.
func TestMixedDrawsAreTheMixes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		tab := newTable(anyDistribution().Draw(t, "d"))
		if tab.constant() {
			return
		}
		d := newDeviates(tab)
		m := &mixture{make([]float32, block), make([]float32, block), 0.5, 0.3, math.Sqrt(1 - 0.34)}
		normals(m.common, 11, 0)
		normals(m.together, 12, 0)
		got := make([]int32, block)
		drawMixed(got, d, m, 99, 500)
		skip := uint64(500)
		x := 99 + skip*golden
		for r := range got {
			if want := d.at(m.at(r, uniform(x))); got[r] != want {
				t.Fatalf("run %d: %d, want %d", r, got[r], want)
			}
			x += golden
		}
	})
}
