package compliance

import (
	"math"
	"testing"

	"github.com/etablera/etablera/internal/programme"
	"pgregory.net/rapid"
)

// What is certain decides; else the chance does, by its bounds, and when the
// window is over there is no chance left.
func TestDecide(t *testing.T) {
	unknown := math.NaN()
	for _, c := range []struct {
		name        string
		odds        odds
		over        bool
		status      Status
		probability float64
	}{
		{"enough for certain", odds{need: 2, all: 3, surely: 2}, false, Met, 1},
		{"enough for certain, though it is over", odds{need: 2, all: 3, surely: 2, never: 1}, true, Met, 1},
		{"too few left", odds{need: 2, all: 3, never: 2, high: 1}, false, NotMet, 0},
		{"likely", odds{need: 2, all: 3, low: 0.8, high: 0.8}, false, MetByPlan, 0.8},
		{"not likely enough", odds{need: 2, all: 3, low: 0.79, high: 0.79}, false, AtRisk, 0.79},
		{"likely even if the silent ones fail", odds{need: 2, all: 3, unsaid: 1, low: 0.9, high: 1}, false, MetByPlan, unknown},
		{"unlikely even if the silent ones open", odds{need: 2, all: 3, unsaid: 1, low: 0, high: 0.5}, false, AtRisk, unknown},
		{"the silent ones decide", odds{need: 2, all: 3, unsaid: 1, low: 0.5, high: 0.9}, false, Unknown, unknown},
		{"over, and not all is said", odds{need: 2, all: 3, unsaid: 2, surely: 1, low: 0, high: 1}, true, Unknown, unknown},
	} {
		status, p := c.odds.decide(0.8, c.over)
		if status != c.status || p != c.probability && !(math.IsNaN(p) && math.IsNaN(c.probability)) {
			t.Errorf("%s: %s (%v), want %s (%v)", c.name, status, p, c.status, c.probability)
		}
	}
}

// The share of a number, rounded up, is the least number that is that share.
func TestCeilShareIsTheLeast(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, n := programme.Share(rapid.IntRange(1, int(programme.Whole)).Draw(t, "share")), rapid.IntRange(1, 3000).Draw(t, "n")
		k := ceilShare(s, n)
		if int64(k)*int64(programme.Whole) < int64(s)*int64(n) || int64(k-1)*int64(programme.Whole) >= int64(s)*int64(n) || k > n {
			t.Fatalf("%s of %d is %d", s, n, k)
		}
	})
}

// The seats of the metropolitan areas, by which clauses name them, are reached
// from their municipalities.
func TestPlaces(t *testing.T) {
	p := newPlaces()
	for municipality, want := range map[string]string{"Solna": "Stockholm", "Södertälje": "Stockholm", "Stenungsund": "Göteborg", "Lund": "Malmö", "Malmö": "Malmö", "Boden": "", "": ""} {
		if got := p.region[municipality]; got != want {
			t.Errorf("%q lies in the area of %q, want %q", municipality, got, want)
		}
	}
	if got := countyOf("Boden"); got != "Norrbottens län" {
		t.Errorf("Boden lies in %q", got)
	}
	if got := countyOf("Bodn"); got != "" {
		t.Errorf("a municipality that is not there lies in %q", got)
	}
}

// An office lies in the area that its locality names, or a part of it, in its
// own municipality; it serves that area where nothing else is stated.
func TestIsIn(t *testing.T) {
	for _, c := range []struct {
		municipality, locality, area string
		in                           bool
	}{
		{"Stockholm", "Rinkeby", "Rinkeby/Tensta", true},
		{"Stockholm", "Rinkeby/Tensta", "Rinkeby/Tensta", true},
		{"Malmö", "Rinkeby", "Rinkeby/Tensta", false},
		{"Malmö", "Mobilia", "Rosengård", false},
		{"Malmö", "", "Rosengård", false},
		{"Månen", "Havet", "Havet", true},
	} {
		o := &programme.Office{Municipality: c.municipality, Locality: c.locality}
		if got := isIn(o, c.area); got != c.in {
			t.Errorf("%s, %s in %s: %v", c.municipality, c.locality, c.area, got)
		}
	}
	if got := served(&programme.Office{Municipality: "Stockholm", Locality: "Rinkeby"}); len(got) != 1 || got[0] != "Rinkeby" {
		t.Errorf("an office in Rinkeby serves %v", got)
	}
	if got := served(&programme.Office{Municipality: "Malmö", Locality: "Rinkeby"}); len(got) != 0 {
		t.Errorf("an office in another municipality's Rinkeby serves %v", got)
	}
}
