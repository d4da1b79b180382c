package schedule

import (
	"context"
	"math"
	"testing"

	"pgregory.net/rapid"
)

// outcome is what follows from every combination of durations, weighed by its probability.
type outcome struct {
	cdf                    map[int32]float64 // day → P(milestone = day)
	mean                   float64
	meanFinish, durations  []float64
	critical, excess, wait []float64
}

// enumerate goes through every combination of durations of a single-project Spec without history and
// follows the definitions of ActivityResult by hand. Exponential in the number of activities.
func enumerate(s *Spec) outcome {
	n := len(s.Activities)
	o := outcome{cdf: map[int32]float64{}}
	for _, f := range []*[]float64{&o.meanFinish, &o.durations, &o.critical, &o.excess, &o.wait} {
		*f = make([]float64, n)
	}
	reference := make([]int32, n)
	for a, spec := range s.Activities {
		reference[a] = spec.Duration.Likely()
	}
	ref := byHand{s, reference}
	durations := make([]int32, n)
	var each func(a int, p float64)
	each = func(a int, p float64) {
		if p == 0 {
			return
		}
		if a == n {
			o.add(byHand{s, durations}, ref, p)
			return
		}
		d := s.Activities[a].Duration
		for k := d.Quantile(0); k <= d.Quantile(1); k++ {
			durations[a] = k
			each(a+1, p*(d.CDF(k)-d.CDF(k-1)))
		}
	}
	each(0, 1)
	return o
}

func (o *outcome) add(h, ref byHand, p float64) {
	s := h.spec
	m := s.Projects[0].Milestone
	o.cdf[h.finish(m)] += p
	o.mean += p * float64(h.finish(m))
	for a := range s.Activities {
		o.meanFinish[a] += p * float64(h.finish(Activity(a)))
		o.durations[a] += p * float64(h.duration[a])
	}
	a, atFinish := m, true
	for {
		if atFinish && h.finish(a) == h.start(a)+h.duration[a] {
			o.critical[a] += p
			o.excess[a] += p * float64(h.duration[a]-ref.duration[a])
			o.wait[a] -= p * float64(ref.finish(a)-ref.start(a)-ref.duration[a])
			atFinish = false
			continue
		}
		l, ok := h.driver(a, atFinish)
		if !ok {
			o.wait[a] += p * float64(h.start(a)-ref.start(a))
			return
		}
		o.wait[a] -= p * float64(ref.waited(l))
		a, atFinish = l.From, l.Kind != StartStart
	}
}

// driver returns the first link that is exactly fulfilled at the start or the finish of a.
func (h byHand) driver(a Activity, atFinish bool) (Link, bool) {
	for _, l := range h.spec.Links {
		if l.To == a && (l.Kind == FinishFinish) == atFinish && h.waited(l) == 0 {
			return l, true
		}
	}
	return Link{}, false
}

// waited returns by how many days a link is more than fulfilled.
func (h byHand) waited(l Link) int32 {
	switch l.Kind {
	case StartStart:
		return h.start(l.To) - h.start(l.From) - l.Lag
	case FinishFinish:
		return h.finish(l.To) - h.finish(l.From) - l.Lag
	}
	return h.start(l.To) - h.finish(l.From) - l.Lag
}

// fewOutcomes draws a single project whose durations have two to four values each.
func fewOutcomes() *rapid.Generator[*Spec] {
	return rapid.Custom(func(t *rapid.T) *Spec {
		s := &Spec{}
		p := s.AddProject(rapid.Uint64().Draw(t, "key"))
		for range rapid.IntRange(1, 5).Draw(t, "activities") {
			lo := float64(rapid.IntRange(0, 6).Draw(t, "min"))
			a := ActivitySpec{Project: p, Duration: Triangular(lo, lo+1, lo+3)}
			if rapid.IntRange(0, 4).Draw(t, "released") == 0 {
				a.Release = Known(rapid.Int32Range(1, 12).Draw(t, "release"))
			}
			b := s.AddActivity(a)
			for from := range b {
				if rapid.Bool().Draw(t, "linked") {
					s.AddLink(from, b, LinkKind(rapid.IntRange(0, 2).Draw(t, "kind")), rapid.Int32Range(-2, 3).Draw(t, "lag"))
				}
			}
		}
		s.SetEnds(p, 0, Activity(len(s.Activities)-1))
		return s
	})
}

// The simulation comes close to the exact distribution, criticality and attribution, found by going
// through all combinations.
func TestSimulationConvergesToEnumeration(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := fewOutcomes().Draw(t, "spec")
		n, err := Compile(s)
		if err != nil {
			t.Fatal(err)
		}
		const runs = 4000
		r, err := Simulate(context.Background(), n, Options{Runs: runs, Seed: 1})
		if err != nil {
			t.Fatal(err)
		}
		o := enumerate(s)
		// Five standard errors of a share, and of a mean of days that vary by a few: with some forty
		// comparisons in each of a hundred networks, a right engine fails once in hundreds of times.
		const share, days = 5 * 0.5 / 63, 5 * 2.5 / 63
		close := func(what string, a int, got, want, tolerance float64) {
			if math.Abs(got-want) > tolerance {
				t.Fatalf("%s of %d: %g, exactly %g\n%s", what, a, got, want, describe(s))
			}
		}
		lo, hi := r.Finish.Range(0)
		exact := 0.0
		for day := lo - 1; day <= hi; day++ {
			exact += o.cdf[day]
			close("share by day", int(day), r.Finish.ShareBy(0, day), exact, share)
		}
		close("share in range", 0, 1, exact, share)
		close("mean", 0, r.Projects[0].Mean, o.mean, days)
		for a, got := range r.Activities {
			close("mean finish", a, got.MeanFinish, o.meanFinish[a], days)
			close("mean duration", a, got.MeanDuration, o.durations[a], days)
			close("criticality", a, got.Criticality, o.critical[a], share)
			close("excess", a, got.Excess, o.excess[a], days)
			close("wait", a, got.Wait, o.wait[a], days)
		}
	})
}

// The enumeration is itself right where the answer is known: a sum and a maximum of two.
func TestEnumerationByHand(t *testing.T) {
	d := Triangular(0, 1, 2) // P(0) = P(2) = 1/8, P(1) = 3/4
	near(t, "P(0)", d.CDF(0), 0.125, 1e-12)
	series := enumerate(chain(d, d))
	near(t, "sum is 0", series.cdf[0], 1.0/64, 1e-12)
	near(t, "sum is 2", series.cdf[2], 2.0/64+9.0/16, 1e-12)
	near(t, "mean of the sum", series.mean, 2, 1e-12)
	both := enumerate(merge(d, d))
	near(t, "maximum is 0", both.cdf[0], 1.0/64, 1e-12)
	near(t, "maximum is 2", both.cdf[2], 1-49.0/64, 1e-12)
	near(t, "the first is at least the second", both.critical[0], 1.0/8+3.0/4*7.0/8+1.0/8*1.0/8, 1e-12)
}
