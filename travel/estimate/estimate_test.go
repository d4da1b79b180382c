package estimate

import (
	"encoding/csv"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"pgregory.net/rapid"
)

// places are positions within Sweden's box, with people.
func places(t *rapid.T, n int) ([]Point, []int32) {
	points, people := make([]Point, n), make([]int32, n)
	for i := range points {
		points[i] = Point{rapid.Float64Range(55, 69).Draw(t, "lat"), rapid.Float64Range(11, 24).Draw(t, "lon")}
		people[i] = rapid.Int32Range(0, 80_000).Draw(t, "people")
	}
	return points, people
}

// Distances whose answer is known: a degree of a meridian, a quarter of the
// globe, a place and itself, a metre.
func TestDistance(t *testing.T) {
	degree := EarthRadius * math.Pi / 180
	for _, c := range []struct {
		a, b         Point
		want, within float64
	}{
		{Point{60, 18}, Point{61, 18}, degree, 1e-3},
		{Point{0, 0}, Point{0, 90}, 90 * degree, 1e-3},
		{Point{0, 0}, Point{0, 180}, 180 * degree, 1},
		{Point{59, 18}, Point{59, 18}, 0, 0},
		{Point{59, 18}, Point{59 + 1/degree, 18}, 1, 1e-4},
	} {
		if got := Distance(c.a, c.b); !(math.Abs(got-c.want) <= c.within) {
			t.Errorf("%v to %v: %v m, want %v", c.a, c.b, got, c.want)
		}
	}
}

// Times that can be reckoned by hand: 70 km of rural road take an hour; a trip
// within a city is driven at the city's speed throughout; a long trip between
// two cities has two stretches of 5 km at 30 km/h.
func TestSecondsByHand(t *testing.T) {
	p := Car()
	for _, c := range []struct {
		name   string
		roadKm float64
		a, b   Class
		want   float64
	}{
		{"rural", 70, Rural, Rural, 3600},
		{"nothing", 0, City, Town, 0},
		{"within a city", 6, City, City, 720},
		{"within a town", 4, Town, Town, 360},
		{"out of a town", 2 + 35, Town, Rural, 180 + 1800},
		{"between cities", 10 + 70, City, City, 1200 + 3600},
		{"a city and its village, short", 3, City, Rural, 360},
		{"a city and a town, where the stretches meet", 7, City, Town, 600 + 180},
	} {
		if got := p.Seconds(c.roadKm*1000/p.Detour, c.a, c.b); math.Abs(got-c.want) > 1e-6 {
			t.Errorf("%s: %v s, want %v", c.name, got, c.want)
		}
	}
	if got := Walk().Seconds(4800/1.19, City, Rural); math.Abs(got-3600) > 1e-6 {
		t.Errorf("4.8 km on foot take %v s", got)
	}
}

// A trip takes as long one way as the other, and a longer one no less time,
// however the places are classed; no trip is faster than the highest speed.
func TestSecondsAreSound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := rapid.SampledFrom([]Parameters{Car(), Walk()}).Draw(t, "mode")
		a, b := Class(rapid.IntRange(0, 2).Draw(t, "a")), Class(rapid.IntRange(0, 2).Draw(t, "b"))
		d := rapid.Float64Range(0, 2e6).Draw(t, "metres")
		more := d + rapid.Float64Range(0, 1e5).Draw(t, "more")
		if p.Seconds(d, a, b) != p.Seconds(d, b, a) {
			t.Fatalf("%s %v to %v: not the same both ways", p.Mode, a, b)
		}
		if p.Seconds(more, a, b) < p.Seconds(d, a, b)-1e-9 {
			t.Fatalf("%v m take longer than %v m", d, more)
		}
		if least := d * p.Detour * 3.6 / p.Speed[Rural]; p.Seconds(d, a, b) < least-1e-6 {
			t.Fatalf("%v s, faster than %v", p.Seconds(d, a, b), least)
		}
	})
}

// The class follows from the people within five kilometres, wherever they stand.
func TestClass(t *testing.T) {
	degree := EarthRadius * math.Pi / 180
	at := func(km float64) Point { return Point{60 + km*1000/degree, 18} }
	for _, c := range []struct {
		km     float64
		people int32
		want   Class
	}{
		{0, 4_999, Rural}, {0, 5_000, Town}, {0, 49_999, Town}, {0, 50_000, City}, {4.9, 50_000, City}, {5.1, 50_000, Rural},
	} {
		if got := NewDensity([]Point{at(c.km)}, []int32{c.people}).Class(at(0)); got != c.want {
			t.Errorf("%d people %v km away make it %v, want %v", c.people, c.km, got, c.want)
		}
	}
}

// The count by bands of latitude is the count over all.
func TestDensityCountsLikeACountOverAll(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		points, people := places(t, rapid.IntRange(0, 40).Draw(t, "n"))
		here := Point{rapid.Float64Range(55, 69).Draw(t, "lat"), rapid.Float64Range(11, 24).Draw(t, "lon")}
		metres := rapid.Float64Range(0, 1e6).Draw(t, "metres")
		want := 0
		for i, p := range points {
			if here.vector().distance(p.vector()) <= metres {
				want += int(people[i])
			}
		}
		if got := NewDensity(points, people).Within(here, metres); got != want {
			t.Fatalf("%d people, want %d", got, want)
		}
	})
}

// Two nearest sites found with sites passed over are those of all rows.
func TestNearestIsThatOfAllRows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		points, people := places(t, rapid.IntRange(1, 30).Draw(t, "n"))
		sites, _ := places(t, rapid.IntRange(0, 12).Draw(t, "sites"))
		if len(sites) > 1 && rapid.Bool().Draw(t, "twice") {
			sites[len(sites)-1] = sites[0]
		}
		targets := NewTargets(points, people, rapid.SampledFrom([]Parameters{Car(), Walk()}).Draw(t, "mode"))
		n := len(points)
		first, second := make([]int32, n), make([]int32, n)
		took, took2 := make([]uint32, n), make([]uint32, n)
		targets.Nearest(sites, first, second, took, took2)
		rows := make([][]uint32, len(sites))
		for s := range sites {
			rows[s] = make([]uint32, n)
			targets.Row(sites[s], rows[s], nil)
		}
		for i := range points {
			a, b := int32(-1), int32(-1)
			best, next := uint32(math.MaxUint32), uint32(math.MaxUint32)
			for s := range sites {
				switch v := rows[s][i]; {
				case v < best:
					a, b, best, next = int32(s), a, v, best
				case v < next:
					b, next = int32(s), v
				}
			}
			if first[i] != a || second[i] != b || took[i] != best || took2[i] != next {
				t.Fatalf("point %d: %d (%d) and %d (%d), want %d (%d) and %d (%d)", i, first[i], took[i], second[i], took2[i], a, best, b, next)
			}
		}
	})
}

// A row's metres are the great circle times the detour.
func TestRowMetres(t *testing.T) {
	points := []Point{{60, 18}, {61, 18}}
	seconds, metres := make([]uint32, 2), make([]uint32, 2)
	NewTargets(points, []int32{1, 1}, Car()).Row(points[0], seconds, metres)
	want := uint32(math.Round(EarthRadius * math.Pi / 180 * 1.19))
	if metres[0] != 0 || seconds[0] != 0 || metres[1] != want || seconds[1] != uint32(math.Round(float64(want)*3.6/70)) {
		t.Errorf("%v s, %v m, want %d m", seconds, metres, want)
	}
}

// What is known of the error: the detour in use is that of the pairs to two
// decimals, and these are the errors, of pairs in use and of pairs held out.
func TestErrorOnThePairs(t *testing.T) {
	if all := MeanDetour(Pairs); math.Abs(all-Car().Detour) > 0.005 {
		t.Errorf("the detour of the pairs is %.4f, Car has %v", all, Car().Detour)
	}
	e, unseen := Check(Pairs, Car().Detour), CheckUnseen(Pairs)
	t.Logf("in use %+v, held out %+v, worst %s–%s", e, unseen, Pairs[e.WorstPair].From, Pairs[e.WorstPair].To)
	for name, c := range map[string]struct{ got, want float64 }{
		"median": {e.Median, 0.050}, "p90": {e.P90, 0.152}, "worst": {e.Worst, 0.212}, "bias": {e.Bias, 0.017},
		"held out, median": {unseen.Median, 0.052}, "held out, p90": {unseen.P90, 0.157}, "held out, worst": {unseen.Worst, 0.216},
	} {
		if math.Abs(c.got-c.want) > 0.002 {
			t.Errorf("%s is %.4f, stated as %v", name, c.got, c.want)
		}
	}
	if e.Pairs != 24 {
		t.Errorf("%d pairs", e.Pairs)
	}
	if none := Check(nil, 1.19); none != (Errors{}) {
		t.Errorf("no pairs give %+v", none)
	}
}

// The errors of pairs made up so that the answer is known.
func TestCheckByHand(t *testing.T) {
	pairs := []Pair{{RoadKm: 10, CircleKm: 10}, {RoadKm: 20, CircleKm: 10}, {RoadKm: 10, CircleKm: 12}}
	if e := Check(pairs, 1); e.WorstPair != 1 || e.Worst != -0.5 || math.Abs(e.Median-0.2) > 1e-12 || math.Abs(e.P90-0.5) > 1e-12 || math.Abs(e.Bias-(-0.1)) > 1e-12 {
		t.Errorf("%+v", e)
	}
}

// The pairs are those of the table that they were taken from.
func TestPairsAgreeWithTheData(t *testing.T) {
	dir := os.Getenv("ETABLERA_DATA")
	if dir == "" {
		dir = "../../../shared/data"
	}
	f, err := os.Open(filepath.Join(dir, "sweden", "eroad_validation_pairs.csv"))
	if err != nil {
		t.Skip("the table of pairs is not at hand: ", err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != len(Pairs)+1 {
		t.Fatalf("%d rows, want %d", len(rows)-1, len(Pairs))
	}
	for i, p := range Pairs {
		r := rows[i+1]
		road, _ := strconv.ParseFloat(r[3], 64)
		circle, _ := strconv.ParseFloat(r[4], 64)
		if want := (Pair{r[0], r[1], r[2], road, circle}); p != want {
			t.Errorf("row %d is %+v, want %+v", i+1, p, want)
		}
	}
}
