package road_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"github.com/etablera/etablera/travel/geodesy"
	"github.com/etablera/etablera/travel/road"
)

// A place meets the nearest point of a street, not its nearest node, and the approach takes its time.
func TestSnapToTheMiddleOfAStreet(t *testing.T) {
	w := newTown()
	w.node("a", 0, 0)
	w.node("b", 500, 0)
	w.node("c", 1000, 0)
	w.way("ab", "a b", "highway=residential")
	w.way("bc", "b c", "highway=primary")
	n := w.build(t, plain(), road.Options{})
	p, ok := n.snap(250, 30, 50)
	if !ok || math.Abs(p.Metres-30) > 0.05 || !near(p.Approach, 3000) || p.Edge != 0 {
		t.Fatalf("%+v %v", p, ok)
	}
	// Half of the first 500 m take 25 s of 75 s, whichever way the edge runs.
	if want := 25.0 / 75; math.Abs(p.Share-want) > 0.001 && math.Abs(p.Share-(1-want)) > 0.001 {
		t.Errorf("share %v, want %v or what is left of it", p.Share, want)
	}
	lat, lon := degrees(250, 0)
	if d := geodesy.Near(p.Lat, p.Lon, lat, lon); d > 0.05 {
		t.Errorf("the point lies %v m off", d)
	}
	if got := n.between(p, n.at(t, "c")); !near(got, 3000+25000+25000) {
		t.Errorf("to c it takes %d ms, want 53000", got)
	}
	if got := n.between(n.at(t, "a"), p); !near(got, 3000+25000) {
		t.Errorf("from a it takes %d ms, want 28000", got)
	}
	other, _ := n.snap(350, -20, 50)
	if got := n.between(p, other); !near(got, 3000+10000+2000) {
		t.Errorf("along the street it takes %d ms, want 15000", got)
	}
}

// The limit is kept, and what is no position meets nothing.
func TestSnapLimit(t *testing.T) {
	n := block().build(t, plain(), road.Options{})
	for _, c := range []struct {
		east, north, limit float64
		want               bool
	}{
		{50, -9, 10, true}, {50, -11, 10, false}, {-200, 0, 99, false}, {-200, 0, 101, true}, {50, 50, 49, false}, {50, 50, 51, true}, {0, 0, 0, false},
	} {
		if _, ok := n.snap(c.east, c.north, c.limit); ok != c.want && c.limit > 0 {
			t.Errorf("%+v: %v", c, ok)
		}
	}
	for _, c := range [][3]float64{{math.NaN(), 18, 100}, {59, math.NaN(), 100}, {59, 18, math.NaN()}, {91, 18, 1e9}, {59, 181, 1e9}, {59, 18, -1}} {
		if p, ok := n.Snap(c[0], c[1], c[2]); ok {
			t.Errorf("%v met %+v", c, p)
		}
	}
	if _, ok := n.Snap(-59, -162, math.Inf(1)); !ok {
		t.Error("without a limit the other side of the earth meets the town")
	}
}

// Nobody gets on or off in the middle of a one-way street against its direction.
func TestSnapOnAOneWayStreet(t *testing.T) {
	n := block("oneway=yes").build(t, plain(), road.Options{})
	south, ok := n.snap(50, -5, 10) // halfway from a to b
	if !ok {
		t.Fatal("nothing near")
	}
	a, b := n.at(t, "a"), n.at(t, "b")
	for _, c := range []struct {
		name     string
		from, to road.Place
		want     uint32
	}{
		{"a to it", a, south, 5500}, {"it to b", south, b, 5500}, {"b to it", b, south, 35500}, {"it to a", south, a, 35500}, {"it to itself", south, south, 1000},
	} {
		if got := n.between(c.from, c.to); !near(got, c.want) {
			t.Errorf("%s: %d ms, want %d", c.name, got, c.want)
		}
	}
	ahead, _ := n.snap(30, -5, 10)
	if got := n.between(south, ahead); !near(got, 1000+40000-2000) {
		t.Errorf("to a place 20 m back it takes %d ms, want once round: 39000", got)
	}
}

// Along a common street the way is direct, in the directions that are open.
func TestDirect(t *testing.T) {
	for _, c := range []struct {
		tags []string
		back bool
	}{{nil, true}, {[]string{"oneway=yes"}, false}} {
		w := newTown()
		w.node("a", 0, 0)
		w.node("b", 100, 0)
		w.node("c", 100, 100)
		w.way("ab", "a b", append([]string{"highway=residential"}, c.tags...)...)
		w.way("bca", "b c a", "highway=residential")
		w.node("x", -100, 0)
		w.node("y", 200, 0)
		w.way("xa", "x a", "highway=residential")
		w.way("by", "b y", "highway=residential")
		n := w.build(t, plain(), road.Options{})
		west, _ := n.snap(30, 0, 5)
		east, _ := n.snap(70, 0, 5)
		other, _ := n.snap(-50, 0, 5)
		if ms, ok := n.Direct(west, east); !ok || !near(ms, 4000) {
			t.Errorf("%v: %d ms %v", c.tags, ms, ok)
		}
		if ms, ok := n.Direct(east, west); ok != c.back || ok && !near(ms, 4000) {
			t.Errorf("%v: back %d ms %v", c.tags, ms, ok)
		}
		if _, ok := n.Direct(west, other); ok {
			t.Errorf("%v: a way along two streets is direct", c.tags)
		}
	}
}

// A position a hand's breadth from a corner is at the corner, whichever street is nearest there.
func TestSnapAtACorner(t *testing.T) {
	n := block("oneway=yes").build(t, plain(), road.Options{})
	x := n.at(t, "x")
	for _, at := range [][2]float64{{0, 0.4}, {0.4, 0}, {-0.4, 0}, {0.3, -5}} {
		p, ok := n.snap(at[0], at[1], 10)
		if !ok {
			t.Fatal("nothing near")
		}
		approach := uint32(math.Round(p.Metres * 100))
		if to, from := n.between(x, p), n.between(p, x); !near(to, 10000+approach) || !near(from, 10000+approach) {
			t.Errorf("%v: %d ms from the street and %d ms to it, want %d", at, to, from, 10000+approach)
		}
	}
}

// grid is a town of k × k streets, 100 m apart, with some bent lines on the way.
func grid(k int) *town {
	w := newTown()
	name := func(i, j int) string { return string(rune('a'+i)) + string(rune('a'+j)) }
	for i := range k {
		for j := range k {
			w.node(name(i, j), float64(100*i), float64(100*j))
			w.node(name(i, j)+"bend", float64(100*i+50), float64(100*j+(i*7+j*13)%40))
		}
	}
	for i := range k {
		for j := range k {
			if i+1 < k {
				w.way("east"+name(i, j), name(i, j)+" "+name(i, j)+"bend "+name(i+1, j), "highway=residential")
			}
			if j+1 < k {
				w.way("north"+name(i, j), name(i, j)+" "+name(i, j+1), "highway=residential")
			}
		}
	}
	return w
}

// The tree finds what looking at every line finds.
func TestSnapEqualsLookingAtEverything(t *testing.T) {
	w := grid(12)
	n := w.build(t, plain(), road.Options{})
	type line struct{ a, b [2]float64 }
	var lines []line
	for i := range 12 {
		for j := range 12 {
			at := [2]float64{float64(100 * i), float64(100 * j)}
			bend := [2]float64{float64(100*i + 50), float64(100*j + (i*7+j*13)%40)}
			if i+1 < 12 {
				lines = append(lines, line{at, bend}, line{bend, [2]float64{at[0] + 100, at[1]}})
			}
			if j+1 < 12 {
				lines = append(lines, line{at, [2]float64{at[0], at[1] + 100}})
			}
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		x, y := rapid.Float64Range(-300, 1500).Draw(t, "east"), rapid.Float64Range(-300, 1500).Draw(t, "north")
		want := math.Inf(1)
		for _, l := range lines {
			dx, dy := l.b[0]-l.a[0], l.b[1]-l.a[1]
			f := min(1, max(0, ((x-l.a[0])*dx+(y-l.a[1])*dy)/(dx*dx+dy*dy)))
			want = min(want, math.Hypot(l.a[0]+f*dx-x, l.a[1]+f*dy-y))
		}
		p, ok := n.snap(x, y, 1000)
		if !ok || math.Abs(p.Metres-want) > 0.05+want*1e-3 {
			t.Fatalf("%v %v m, want %v m", ok, p.Metres, want)
		}
		lat, lon := degrees(x, y)
		if d := geodesy.Near(lat, lon, p.Lat, p.Lon); math.Abs(d-p.Metres) > 1.05+want*1e-3 { // a metre for what counts as a corner
			t.Fatalf("the point lies %v m away, and %v m are stated", d, p.Metres)
		}
		if _, beyond := n.snap(x, y, max(0, want-1)); beyond && want > 1 {
			t.Fatal("a limit below the distance was not kept")
		}
	})
}

// In a grid of streets the time between corners is their distance in the manner of Manhattan, bends aside.
func TestGrid(t *testing.T) {
	n := grid(10).build(t, plain(), road.Options{})
	n.expect(t, "aa aj 90000", "cb ch 60000", "ha hj 90000")
	if got := n.time(t, "aa", "ja"); got < 90_000 || got > 110_000 {
		t.Errorf("along bent streets it takes %d ms", got)
	}
}
