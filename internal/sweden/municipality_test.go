package sweden

import (
	"slices"
	"strconv"
	"strings"
	"testing"
)

func TestMunicipalitiesAreWhole(t *testing.T) {
	list := Municipalities()
	if len(list) != 290 {
		t.Fatalf("%d municipalities, want 290", len(list))
	}
	if !slices.IsSortedFunc(list, func(a, b Municipality) int { return strings.Compare(a.Code, b.Code) }) {
		t.Error("not sorted by code")
	}
	sum := 0
	for _, m := range list {
		sum += m.Population
		if m.County().Name == "" || m.Group.Name() == "" || m.Seat == "" || m.Population == 0 {
			t.Errorf("%s %s lacks a part: %+v", m.Code, m.Name, m)
		}
		// Jokkmokk and Kiruna are the largest: no seat or centre can be 200 km off.
		if d := Distance(m.SeatPoint, m.Centre); !(d < 60_000) {
			t.Errorf("%s: the seat lies %.0f m from where people live", m.Name, d)
		}
		byCode, ok1 := MunicipalityByCode(m.Code)
		byName, ok2 := MunicipalityByName(m.Name)
		if !ok1 || !ok2 || byCode != m || byName != m {
			t.Errorf("%s is not found by its code and its name", m.Name)
		}
	}
	if sum != 10_452_326 {
		t.Errorf("%d people, want SCB's 10,452,326", sum)
	}
}

func TestMunicipalityKnownFigures(t *testing.T) {
	boden, ok := MunicipalityByName("Boden")
	if !ok || boden.Code != "2582" || boden.County().Name != "Norrbottens län" || boden.Seat != "Boden" {
		t.Errorf("Boden is %+v", boden)
	}
	if m, ok := MunicipalityByCode("0180"); !ok || m.Name != "Stockholm" || m.Group != "A1" {
		t.Errorf("0180 is %+v", m)
	}
	for _, name := range []string{"", "stockholm", "Stockholms kommun", "Stenungssund", "180"} {
		if m, ok := MunicipalityByName(name); ok {
			t.Errorf("%q found %s, want nothing", name, m.Name)
		}
	}
	if _, ok := MunicipalityByCode("180"); ok {
		t.Error("a code of three digits found something")
	}
}

// The table says what the data say.
func TestMunicipalitiesAgreeWithTheData(t *testing.T) {
	number := func(text string) float64 {
		f, err := strconv.ParseFloat(text, 64)
		if err != nil {
			t.Fatal(err)
		}
		return f
	}
	for _, r := range readData(t, "municipalities.csv") {
		want := Municipality{
			Code: r["municipality_code"], Name: r["name"], Population: int(number(r["population_2021"])),
			LandKm2: number(r["land_km2"]), Group: Group(r["skr_group_2017"]), Seat: r["seat_name"],
			SeatPoint: Point{number(r["seat_lat"]), number(r["seat_lon"])},
			Centre:    Point{number(r["popw_lat"]), number(r["popw_lon"])},
		}
		got, _ := MunicipalityByCode(want.Code)
		if got != want || got.Group.Name() != r["skr_group_name"] || got.County().Name != r["county_name"] {
			t.Errorf("got %+v, want %+v", got, r)
		}
	}
}
