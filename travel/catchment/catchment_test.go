package catchment

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// world makes a world of a table of minutes, one row per site; negative is no way.
func world(minutes ...[]float64) World {
	w := World{Sites: len(minutes)}
	if len(minutes) > 0 {
		w.Points = len(minutes[0])
	}
	rows := make([][]uint32, len(minutes))
	for s, row := range minutes {
		for _, m := range row {
			took := uint32(NoWay)
			if m >= 0 {
				took = uint32(m * 60)
			}
			rows[s] = append(rows[s], took)
		}
	}
	w.Row = func(s int) []uint32 { return rows[s] }
	return w
}

func near(t *testing.T, what string, got, want []float64) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%s: %v, want %v", what, got, want)
	}
	for i := range got {
		if math.Abs(got[i]-want[i]) > 1e-9 {
			t.Errorf("%s: %v, want %v", what, got, want)
			return
		}
	}
}

const minute = 60

// Decays at times for which the answer is known.
func TestDecays(t *testing.T) {
	for _, c := range []struct {
		name    string
		d       Decay
		seconds uint32
		want    float64
	}{
		{"at the door", HalfTime(600), 0, 1}, {"one half-time", HalfTime(600), 600, 0.5}, {"three", HalfTime(600), 1800, 0.125},
		{"within", Within(600), 600, 1}, {"beyond", Within(600), 601, 0},
		{"a standard deviation", Gaussian(600), 600, math.Exp(-0.5)},
		{"least time", Power(60, 2), 30, 1}, {"twice the least time, squared", Power(60, 2), 120, 0.25},
		{"first zone", Zones(Zone{600, 1}, Zone{1200, 0.5}), 600, 1}, {"second zone", Zones(Zone{600, 1}, Zone{1200, 0.5}), 601, 0.5}, {"no zone", Zones(Zone{600, 1}, Zone{1200, 0.5}), 1201, 0},
		{"no way", HalfTime(600), NoWay, 0},
	} {
		if got := c.d.at(c.seconds); math.Abs(got-c.want) > 1e-12 {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

// Two sites offering 10 and 20, three points.
func TestCumulativeAndGravity(t *testing.T) {
	w := world([]float64{5, 15, 25}, []float64{25, 15, -1})
	near(t, "cumulative, 15 minutes", Cumulative(w, []float64{10, 20}, 15*minute), []float64{10, 30, 0})
	near(t, "gravity, half-time 5 minutes", Gravity(w, []float64{10, 20}, HalfTime(5*minute)), []float64{10.0/2 + 20.0/32, 10.0/8 + 20.0/8, 10.0 / 32})
}

// The two-step floating catchment area by hand: one doctor at A for 100 + 100
// people, two at B for 100 + 300; the middle point is in both catchments.
func TestFloatingByHand(t *testing.T) {
	w := world([]float64{5, 5, 60}, []float64{60, 5, 5})
	access, ratio := Floating(w, []float64{1, 2}, []float64{100, 100, 300}, Within(30*minute))
	near(t, "ratio", ratio, []float64{1.0 / 200, 2.0 / 400})
	near(t, "access", access, []float64{1.0 / 200, 1.0/200 + 2.0/400, 2.0 / 400})
	// Enhanced: the middle point counts half for both.
	w = world([]float64{5, 15, 60}, []float64{60, 15, 5})
	access, ratio = Floating(w, []float64{1, 2}, []float64{100, 100, 300}, Zones(Zone{10 * minute, 1}, Zone{30 * minute, 0.5}))
	near(t, "enhanced ratio", ratio, []float64{1.0 / 150, 2.0 / 350})
	near(t, "enhanced access", access, []float64{1.0 / 150, 0.5/150 + 1.0/350, 2.0 / 350})
	// A site that nobody reaches serves nobody.
	access, ratio = Floating(world([]float64{-1}), []float64{5}, []float64{100}, Within(minute))
	near(t, "nobody", append(access, ratio...), []float64{0, 0})
}

// Two equal sites, people half-way: half each; with the pull of one site outside, a
// third each; a site twice as large gets twice as many.
func TestHuffByHand(t *testing.T) {
	w := world([]float64{10}, []float64{10})
	for _, c := range []struct {
		attraction []float64
		outside    float64
		want       []float64 // to the sites, outside
	}{
		{[]float64{1, 1}, 0, []float64{60, 60, 0}},
		{[]float64{1, 1}, 0.5, []float64{40, 40, 40}},
		{[]float64{2, 1}, 0, []float64{80, 40, 0}},
		{[]float64{1, 0}, 0, []float64{120, 0, 0}},
		{[]float64{0, 0}, 0, []float64{0, 0, 120}},
	} {
		v := Huff(w, Choice{c.attraction, HalfTime(10 * minute), c.outside}, []float64{120})
		near(t, "huff", append(v.Sites, v.Outside), c.want)
	}
	v := Huff(world([]float64{0}, []float64{10}), Choice{[]float64{1, 1}, HalfTime(10 * minute), 0}, []float64{120})
	near(t, "one half-time further", v.Sites, []float64{80, 40})
	near(t, "no way", []float64{Huff(world([]float64{-1}), Choice{[]float64{1}, HalfTime(1), 0.1}, []float64{7}).Outside}, []float64{7})
}

// Where visits go when one of three closes, and where those of a new one come from.
func TestFlowsByHand(t *testing.T) {
	w := world([]float64{10}, []float64{10}, []float64{20})
	all, without := Choice{[]float64{1, 1, 1}, HalfTime(10 * minute), 0}, Choice{[]float64{0, 1, 1}, HalfTime(10 * minute), 0}
	demand := []float64{150}
	// Pulls are 1/2, 1/2, 1/4: 60, 60 and 30 visits; those of the first go 2 to 1.
	closing := Flows(w, all, without, demand)
	near(t, "from the closed", closing[0], []float64{0, 40, 20, 0})
	opening := Flows(w, without, all, demand)
	near(t, "from the second to the new", []float64{opening[1][0], opening[2][0], opening[3][0]}, []float64{40, 20, 0})
	// With a pull outside, some are new and some stop.
	all.Outside, without.Outside = 0.25, 0.25
	demand = []float64{300} // pulls 1/2, 1/2, 1/4 and 1/4 outside: 100, 100, 50, 50; without the first 150, 75, 75
	near(t, "from the closed, with a choice to stay", Flows(w, all, without, demand)[0], []float64{0, 50, 25, 25})
	near(t, "new visitors", []float64{Flows(w, without, all, demand)[3][0]}, []float64{25})
}

// The scale makes the sums agree; a perfect forecast leaves nothing.
func TestScale(t *testing.T) {
	if s, r, ok := Scale([]float64{1, 3}, []float64{10, 30}); !ok || s != 10 || r != 0 {
		t.Errorf("%v %v %v", s, r, ok)
	}
	if s, r, ok := Scale([]float64{2, 2}, []float64{10, 30}); !ok || s != 10 || r != 0.5 {
		t.Errorf("%v %v %v", s, r, ok)
	}
	if _, _, ok := Scale(nil, nil); ok {
		t.Error("a scale of nothing")
	}
}

// some draws a world, attractions and demand.
func some(t *rapid.T) (World, []float64, []float64) {
	sites, points := rapid.IntRange(1, 6).Draw(t, "sites"), rapid.IntRange(1, 8).Draw(t, "points")
	table := make([][]float64, sites)
	for s := range table {
		for range points {
			table[s] = append(table[s], float64(rapid.IntRange(-1, 90).Draw(t, "minutes")))
		}
	}
	attraction, demand := make([]float64, sites), make([]float64, points)
	for s := range attraction {
		attraction[s] = float64(rapid.IntRange(0, 5).Draw(t, "attraction"))
	}
	for p := range demand {
		demand[p] = float64(rapid.IntRange(0, 1000).Draw(t, "demand"))
	}
	return world(table...), attraction, demand
}

// Demand is conserved; what is offered is what is received; no number is negative.
func TestConservation(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, attraction, demand := some(t)
		outside := rapid.Float64Range(0, 2).Draw(t, "outside")
		v := Huff(w, Choice{attraction, HalfTime(900), outside}, demand)
		sum, want := v.Outside, 0.0
		for _, x := range v.Sites {
			sum += x
		}
		for _, x := range demand {
			want += x
		}
		if math.Abs(sum-want) > 1e-6 {
			t.Fatalf("%v of %v", sum, want)
		}
		access, ratio := Floating(w, attraction, demand, HalfTime(900))
		got, offered := 0.0, 0.0
		for p := range access {
			got += access[p] * demand[p]
		}
		for s := range ratio {
			if ratio[s] > 0 {
				offered += attraction[s]
			}
		}
		if math.Abs(got-offered) > 1e-6 {
			t.Fatalf("%v received of %v offered", got, offered)
		}
	})
}

// Flows are the difference of the two divisions: what leaves a site less what
// reaches it is what it loses. No change, no flow.
func TestFlowsAreTheDifference(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, attraction, demand := some(t)
		other := make([]float64, len(attraction))
		for s := range other {
			other[s] = float64(rapid.IntRange(0, 5).Draw(t, "other"))
		}
		outside := rapid.Float64Range(0, 2).Draw(t, "outside")
		before, after := Choice{attraction, HalfTime(900), outside}, Choice{other, HalfTime(900), outside}
		flows := Flows(w, before, after, demand)
		was, is := Huff(w, before, demand), Huff(w, after, demand)
		for s := range attraction {
			net := 0.0
			for k := range flows {
				net += flows[k][s] - flows[s][k]
				if flows[s][k] < 0 {
					t.Fatalf("a flow of %v", flows[s][k])
				}
			}
			if math.Abs(net-(is.Sites[s]-was.Sites[s])) > 1e-6 {
				t.Fatalf("site %d: %v comes, %v more visits", s, net, is.Sites[s]-was.Sites[s])
			}
		}
		for _, row := range Flows(w, before, before, demand) {
			for _, x := range row {
				if x != 0 {
					t.Fatalf("a flow of %v though nothing changed", x)
				}
			}
		}
	})
}

// A table changes no number, within it or beyond.
func TestTabulated(t *testing.T) {
	d := HalfTime(600)
	table := Tabulated(d, 1000)
	for _, s := range []uint32{0, 1, 999, 1000, 1001, 50_000} {
		if table(s) != d(s) {
			t.Errorf("%d s: %v, want %v", s, table(s), d(s))
		}
	}
}
