package sweden

import (
	"cmp"
	"slices"
	"strconv"
	"testing"
)

// The number of areas by class and list, as published.
func TestListTotals(t *testing.T) {
	for _, c := range []struct{ year, vulnerable, risk, especially int }{
		{2015, 31, 7, 15}, {2017, 32, 6, 23}, {2019, 28, 10, 22}, {2021, 28, 14, 19}, {2023, 27, 15, 17},
	} {
		got := map[Class]int{}
		listed, known := AreasListedIn(c.year)
		for _, a := range listed {
			got[a.ClassIn(c.year)]++
		}
		if !known || got[Vulnerable] != c.vulnerable || got[RiskArea] != c.risk || got[EspeciallyVulnerable] != c.especially || len(got) != 3 {
			t.Errorf("%d: %v, want %+v", c.year, got, c)
		}
	}
}

// The mandate of 2021 speaks of 22 areas in Storstockholm without Södertälje,
// 9 in Göteborg and 4 in Malmö: the list of 2019.
func TestMandateCountsByTheListOf2019(t *testing.T) {
	count := func(year int, in func(Area) bool) (n int) {
		listed, _ := AreasListedIn(year)
		for _, a := range listed {
			if in(a) {
				n++
			}
		}
		return n
	}
	stockholm := func(a Area) bool { return a.Municipality[:2] == "01" && a.Municipality != "0181" }
	goteborg := func(a Area) bool { return a.Municipality == "1480" }
	malmo := func(a Area) bool { return a.Municipality == "1280" }
	for _, c := range []struct{ year, stockholm, goteborg, malmo int }{{2019, 22, 9, 4}, {2021, 25, 8, 4}} {
		if s, g, m := count(c.year, stockholm), count(c.year, goteborg), count(c.year, malmo); s != c.stockholm || g != c.goteborg || m != c.malmo {
			t.Errorf("%d: %d, %d and %d areas, want %+v", c.year, s, g, m, c)
		}
	}
}

func TestClassIn(t *testing.T) {
	for _, c := range []struct {
		name string
		year int
		want Class
	}{
		{"Gottsunda", 2015, Vulnerable},
		{"Gottsunda", 2021, EspeciallyVulnerable},
		{"Gottsunda", 2023, RiskArea},
		{"Klockaretorpet", 2019, Vulnerable},
		{"Klockaretorpet", 2021, NotListed},
		{"Årby", 2021, NotListed},
		{"Årby", 2023, Vulnerable},
		{"Årby", 2020, ClassUnknown},
		{"Årby", 2025, ClassUnknown},
		{"Årby", 0, ClassUnknown},
	} {
		a, ok := AreaByName(c.name)
		if got := a.ClassIn(c.year); !ok || got != c.want {
			t.Errorf("%s in the list of %d: %v, want %v", c.name, c.year, got, c.want)
		}
	}
	if listed, known := AreasListedIn(2020); known || listed != nil {
		t.Errorf("2020 has no list, got %d areas", len(listed))
	}
}

func TestAreaByName(t *testing.T) {
	for name, want := range map[string]string{
		"Drottninghög": "Dalhem/Drottninghög/Fredriksberg", "Rinkeby-Tensta": "Rinkeby/Tensta", "Tensta": "Rinkeby/Tensta",
		"Rinkeby/Tensta": "Rinkeby/Tensta", "Seved": "Södra Sofielund (Seved)", "Södra Sofielund": "Södra Sofielund (Seved)",
		"Rosengård": "Rosengård söder om Amiralsgatan", "Valsta": "Sigtuna/Valsta", "Råslätt": "Råslätt",
		"Sigtuna": "", "": "", "/": "", "Mobilia": "", "råslätt": "",
	} {
		if a, ok := AreaByName(name); a.Name != want || ok != (want != "") {
			t.Errorf("%q found %q, want %q", name, a.Name, want)
		}
	}
}

func TestAreaNamesAreWhatAreaByNameFinds(t *testing.T) {
	names := AreaNames()
	if !slices.IsSorted(names) {
		t.Error("not sorted")
	}
	for _, name := range names {
		if _, ok := AreaByName(name); !ok {
			t.Errorf("%q is not found", name)
		}
	}
}

func TestAreasAreSound(t *testing.T) {
	list := VulnerableAreas()
	if len(list) != 69 {
		t.Errorf("%d areas, want 69", len(list))
	}
	for i, a := range list {
		if i > 0 && cmp.Or(cmp.Compare(list[i-1].Municipality, a.Municipality), cmp.Compare(list[i-1].Name, a.Name)) >= 0 {
			t.Errorf("%s comes after %s", a.Name, list[i-1].Name)
		}
		m, ok := MunicipalityByCode(a.Municipality)
		if !ok || !(Distance(a.Centre, m.Centre) < 30_000) || a.AreaKm2 <= 0 || a.AreaKm2 > 10 {
			t.Errorf("%+v is not a part of %s", a, m.Name)
		}
		if !slices.ContainsFunc(ListYears(), func(y int) bool { return a.ClassIn(y).IsListed() }) {
			t.Errorf("%s is on no list", a.Name)
		}
	}
}

func TestAreasAgreeWithTheData(t *testing.T) {
	classes := map[string]Class{"": NotListed, "utsatt område": Vulnerable, "riskområde": RiskArea, "särskilt utsatt område": EspeciallyVulnerable}
	for _, r := range readData(t, "utsatta_omraden.csv") {
		a, ok := AreaByName(r["name"])
		lat, _ := strconv.ParseFloat(r["lat"], 64)
		lon, _ := strconv.ParseFloat(r["lon"], 64)
		km2, _ := strconv.ParseFloat(r["area_km2"], 64)
		if !ok || a.Municipality != r["municipality_code"] || (a.Centre != Point{lat, lon}) || a.AreaKm2 != km2 {
			t.Errorf("got %+v, want %v", a, r)
		}
		for _, y := range ListYears() {
			if want := classes[r["class_"+strconv.Itoa(y)]]; a.ClassIn(y) != want {
				t.Errorf("%s in %d: %v, want %v", a.Name, y, a.ClassIn(y), want)
			}
		}
	}
}
