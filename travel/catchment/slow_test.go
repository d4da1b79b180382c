package catchment

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// slowHuff divides demand as the definition says: point by point, site by site.
func slowHuff(w World, c Choice, demand []float64) (sites []float64, outside float64) {
	sites = make([]float64, w.Sites)
	for p := range w.Points {
		pulls, sum := make([]float64, w.Sites), c.Outside
		for s := range w.Sites {
			if took := w.Row(s)[p]; took != NoWay {
				pulls[s] = c.Attraction[s] * c.Decay(took)
			}
			sum += pulls[s]
		}
		if sum == 0 {
			outside += demand[p]
			continue
		}
		outside += demand[p] * c.Outside / sum
		for s := range pulls {
			sites[s] += demand[p] * pulls[s] / sum
		}
	}
	return sites, outside
}

// The streaming division is the definition's.
func TestHuffIsItsDefinition(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, attraction, demand := some(t)
		c := Choice{attraction, rapid.SampledFrom([]Decay{HalfTime(900), Gaussian(1200), Power(300, 2), Within(1800), Zones(Zone{600, 1}, Zone{1800, 0.3})}).Draw(t, "decay"), rapid.Float64Range(0, 2).Draw(t, "outside")}
		v := Huff(w, c, demand)
		sites, outside := slowHuff(w, c, demand)
		for s := range sites {
			if math.Abs(v.Sites[s]-sites[s]) > 1e-9*(1+sites[s]) {
				t.Fatalf("site %d: %v, want %v", s, v.Sites[s], sites[s])
			}
		}
		if math.Abs(v.Outside-outside) > 1e-9*(1+outside) {
			t.Fatalf("outside %v, want %v", v.Outside, outside)
		}
	})
}

// Twice the attraction everywhere, and of not visiting, changes no choice; twice the
// demand doubles every number.
func TestHuffScales(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, attraction, demand := some(t)
		outside := rapid.Float64Range(0, 2).Draw(t, "outside")
		twice := func(list []float64) []float64 {
			out := make([]float64, len(list))
			for i := range list {
				out[i] = 2 * list[i]
			}
			return out
		}
		one := Huff(w, Choice{attraction, HalfTime(900), outside}, demand)
		same := Huff(w, Choice{twice(attraction), HalfTime(900), 2 * outside}, demand)
		double := Huff(w, Choice{attraction, HalfTime(900), outside}, twice(demand))
		for s := range one.Sites {
			if math.Abs(one.Sites[s]-same.Sites[s]) > 1e-9 || math.Abs(2*one.Sites[s]-double.Sites[s]) > 1e-9 {
				t.Fatalf("site %d: %v, %v with twice the pull, %v with twice the people", s, one.Sites[s], same.Sites[s], double.Sites[s])
			}
		}
	})
}

// A new site never brings another one more visits, and no point less access.
func TestMoreSitesServeBetter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, attraction, demand := some(t)
		fewer := append([]float64(nil), attraction...)
		fewer[0] = 0
		c := Choice{Decay: HalfTime(900), Outside: 0.5}
		c.Attraction = attraction
		all := Huff(w, c, demand)
		c.Attraction = fewer
		some := Huff(w, c, demand)
		for s := 1; s < w.Sites; s++ {
			if all.Sites[s] > some.Sites[s]+1e-9 {
				t.Fatalf("site %d: %v with the new one, %v without", s, all.Sites[s], some.Sites[s])
			}
		}
		for p := range all.Pull {
			if all.Pull[p] < some.Pull[p]-1e-12 {
				t.Fatalf("point %d: %v with the new one, %v without", p, all.Pull[p], some.Pull[p])
			}
		}
		if all.Outside > some.Outside+1e-9 {
			t.Fatalf("%v stay at home with the new one, %v without", all.Outside, some.Outside)
		}
	})
}

// With a single zone the enhanced catchment is the plain one; with one weight for
// all of them too, for what a weight gives with one hand it takes with the other.
func TestEnhancedWithOneZoneIsPlain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, offer, people := some(t)
		plain, ratio := Floating(w, offer, people, Within(1800))
		zoned, ratio2 := Floating(w, offer, people, Zones(Zone{900, 1}, Zone{1800, 1}))
		weighted, _ := Floating(w, offer, people, Zones(Zone{1800, 0.25}))
		for p := range plain {
			if math.Abs(plain[p]-zoned[p]) > 1e-12 || math.Abs(plain[p]-weighted[p]) > 1e-9 {
				t.Fatalf("point %d: %v, %v, %v", p, plain[p], zoned[p], weighted[p])
			}
		}
		for s := range ratio {
			if ratio[s] != ratio2[s] {
				t.Fatalf("site %d: %v, %v", s, ratio[s], ratio2[s])
			}
		}
	})
}

// Decays fall, from 1 at the door, and never below nothing.
func TestDecaysFall(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := rapid.SampledFrom([]Decay{HalfTime(900), Gaussian(1200), Power(300, 2), Within(1800), Zones(Zone{600, 1}, Zone{1800, 0.3})}).Draw(t, "decay")
		s := rapid.Uint32Range(0, 100_000).Draw(t, "seconds")
		more := s + rapid.Uint32Range(0, 10_000).Draw(t, "more")
		if d.at(0) != 1 || d.at(s) < d.at(more) || d.at(more) < 0 || d.at(NoWay) != 0 {
			t.Fatalf("%v at %d s, %v at %d", d.at(s), s, d.at(more), more)
		}
	})
}
