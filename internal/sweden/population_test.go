package sweden

import (
	"cmp"
	"slices"
	"strconv"
	"testing"

	"github.com/etablera/etablera/internal/sweden/pointfile"
)

func TestPopulationPointsAddUp(t *testing.T) {
	points := PopulationPoints()
	if len(points) != 15_494 {
		t.Fatalf("%d points, want 15,494", len(points))
	}
	total := 0
	for _, m := range Municipalities() {
		sum := 0
		for _, p := range PopulationPointsIn(m.Code) {
			sum += p.Population
			// 220 km is more than half the length of Kiruna, the longest.
			if p.Municipality != m.Code || !(Distance(p.Point, m.Centre) < 220_000) {
				t.Errorf("%+v is not in %s", p, m.Name)
			}
		}
		if sum != m.Population {
			t.Errorf("%s: the points add up to %d, want %d", m.Name, sum, m.Population)
		}
		total += sum
	}
	if total != 10_452_326 {
		t.Errorf("%d people, want 10,452,326", total)
	}
}

func TestPopulationPointsAreSorted(t *testing.T) {
	points := PopulationPoints()
	for i, p := range points[1:] {
		q := points[i]
		if cmp.Or(cmp.Compare(q.Municipality, p.Municipality), cmp.Compare(q.ID, p.ID)) >= 0 {
			t.Fatalf("%+v comes after %+v", p, q)
		}
	}
	if got := PopulationPointsIn("9999"); len(got) != 0 {
		t.Errorf("a municipality that does not exist has %d points", len(got))
	}
	// A caller that appends to a part must not write into the next municipality.
	part := PopulationPointsIn("0114")
	if cap(part) != len(part) {
		t.Error("a part can be appended to in place")
	}
}

// Not a figure nor a fraction of a degree is lost on the way.
func TestPopulationPointsAgreeWithTheData(t *testing.T) {
	records := readData(t, "demand_points_refined.csv")
	if len(records) != len(PopulationPoints()) {
		t.Fatalf("%d points, %d in the data", len(PopulationPoints()), len(records))
	}
	for _, r := range records {
		in := PopulationPointsIn(r["municipality_code"])
		i, ok := slices.BinarySearchFunc(in, r["id"], func(p PopulationPoint, id string) int { return cmp.Compare(p.ID, id) })
		lat, _ := strconv.ParseFloat(r["lat"], 64)
		lon, _ := strconv.ParseFloat(r["lon"], 64)
		if !ok || strconv.Itoa(in[i].Population) != r["pop2021"] || (in[i].Point != Point{lat, lon}) {
			t.Fatalf("no point equal to %v", r)
		}
	}
}

func BenchmarkDecodePopulationPoints(b *testing.B) {
	data, _ := tables.ReadFile("tables/points.bin")
	for b.Loop() {
		if _, err := pointfile.Decode(data); err != nil {
			b.Fatal(err)
		}
	}
}
