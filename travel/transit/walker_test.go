package transit

import (
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/etablera/etablera/travel/osm"
	"github.com/etablera/etablera/travel/road"
	"pgregory.net/rapid"
)

// The bands of latitude lose nobody: the walks are those of measuring every pair.
func TestGreatCircleMeasuresEveryPair(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		place := rapid.Custom(func(t *rapid.T) Place {
			return Place{60 + rapid.Float64Range(-0.02, 0.02).Draw(t, "lat"), 15 + rapid.Float64Range(-0.04, 0.04).Draw(t, "lon")}
		})
		from, to := rapid.SliceOfN(place, 0, 8).Draw(t, "from"), rapid.SliceOfN(place, 0, 12).Draw(t, "to")
		g := GreatCircle{Speed: rapid.Float64Range(0.5, 3).Draw(t, "speed"), Detour: rapid.Float64Range(1, 2).Draw(t, "detour")}
		limit := rapid.Int32Range(0, 3000).Draw(t, "limit")
		l, err := g.Reach(testContext(t), from, to, limit)
		if err != nil {
			t.Fatal(err)
		}
		for i, a := range from {
			var want []Hop
			for k, b := range to {
				if s := g.seconds(a, b); s <= float64(limit) {
					want = append(want, Hop{int32(k), int32(s)})
				}
			}
			if !slices.Equal(l.From(i), want) {
				t.Fatalf("%v, want %v", l.From(i), want)
			}
		}
		turned := l.Turned(len(to)).Turned(len(from))
		if !slices.Equal(turned.Hops, l.Hops) || !slices.Equal(turned.First, l.First) {
			t.Fatalf("turned twice: %v, want %v", turned, l)
		}
	})
}

// A degree of latitude on the mean sphere is 111,195 m.
func TestMetres(t *testing.T) {
	g := GreatCircle{Speed: 1, Detour: 1}
	if got := g.Metres(Place{59.5, 15}, Place{60.5, 15}); math.Abs(got-111195) > 1 {
		t.Errorf("%f", got)
	}
	if got := g.Metres(Place{0, 179.5}, Place{0, -179.5}); math.Abs(got-111195) > 1 {
		t.Errorf("over the date line: %f", got)
	}
	if _, err := (GreatCircle{Speed: 0, Detour: 1}).Reach(t.Context(), nil, nil, 1); err == nil {
		t.Error("a speed of 0 was taken")
	}
	if m := (GreatCircle{Speed: 1, Detour: 1.3}).Method(); !strings.HasPrefix(m, "estimate:") {
		t.Errorf("an estimate does not say so: %s", m)
	}
}

// streets is an L of two streets: 1 km east along the equator, then 1 km north; and an island that is off it.
const streets = `<osm version="0.6">
<node id="1" lat="0" lon="0"/><node id="2" lat="0" lon="0.00898315"/><node id="3" lat="0.0090437" lon="0.00898315"/>
<way id="1"><nd ref="1"/><nd ref="2"/><nd ref="3"/><tag k="highway" v="residential"/></way>
</osm>`

// On foot one goes along the streets, at 5 km/h, also between two places on one street.
func TestOnFootFollowsStreets(t *testing.T) {
	path := filepath.Join(t.TempDir(), "l.osm")
	if err := os.WriteFile(path, []byte(streets), 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := osm.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	networks, err := road.Build(t.Context(), f, []road.Profile{road.Foot()}, road.Options{})
	if err != nil {
		t.Fatal(err)
	}
	w := &OnFoot{Network: networks[0], Snap: 100}
	const km = 720.0 // seconds on foot
	corner, end, half, far := Place{0, 0.00898315}, Place{0.0090437, 0.00898315}, Place{0, 0.00449158}, Place{1, 1}
	l, err := w.Reach(t.Context(), []Place{{0, 0}, half, far}, []Place{corner, end, half, far}, 1500)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range [][]float64{{km, 2 * km, km / 2}, {km / 2, 1.5 * km, 0}, nil} {
		got := l.From(i)
		if len(got) != len(want) {
			t.Fatalf("from %d: %v, want %v", i, got, want)
		}
		for k, h := range got {
			if int(h.To) != k || math.Abs(float64(h.Seconds)-want[k]) > 3 {
				t.Errorf("from %d to %d: %d s, want %.0f", i, h.To, h.Seconds, want[k])
			}
		}
	}
	if l, err = w.Reach(t.Context(), []Place{{0, 0}}, []Place{corner, end}, 800); err != nil || len(l.Hops) != 1 {
		t.Errorf("within 800 s: %v, %v", l, err)
	}
	if m := w.Method(); !strings.Contains(m, "l.osm") || !strings.Contains(m, "foot") {
		t.Errorf("method %q", m)
	}
}
