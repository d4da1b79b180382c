package sweden

import (
	"slices"
	"strconv"
	"strings"
	"testing"
)

func TestCountiesDivideTheMunicipalities(t *testing.T) {
	list := Counties()
	if len(list) != 21 || !slices.IsSortedFunc(list, func(a, b County) int { return strings.Compare(a.Code, b.Code) }) {
		t.Fatalf("%d counties, want 21 sorted by code", len(list))
	}
	var all []Municipality
	for _, c := range list {
		members := c.Municipalities()
		for _, m := range members {
			if m.County() != c {
				t.Errorf("%s counts %s, which lies in %s", c.Name, m.Name, m.County().Name)
			}
		}
		all = append(all, members...)
		if byName, ok := CountyByName(c.Name); !ok || byName != c {
			t.Errorf("%s is not found by name", c.Name)
		}
	}
	if !slices.Equal(all, Municipalities()) {
		t.Error("the counties together are not all municipalities once")
	}
}

func TestCountyKnownFigures(t *testing.T) {
	c, ok := CountyByCode("01")
	if !ok || c.Name != "Stockholms län" || c.Short != "Stockholm" || len(c.Municipalities()) != 26 || c.Population() != 2_415_139 {
		t.Errorf("01 is %+v with %d people", c, c.Population())
	}
	if gotland, _ := CountyByName("Gotlands län"); len(gotland.Municipalities()) != 1 {
		t.Errorf("Gotland has %d municipalities", len(gotland.Municipalities()))
	}
	for _, code := range []string{"", "02", "1", "99"} {
		if c, ok := CountyByCode(code); ok || len(County{Code: code}.Municipalities()) > 0 {
			t.Errorf("%q found %s", code, c.Name)
		}
	}
	if _, ok := CountyByName("Stockholm"); ok {
		t.Error("the short name is not the name")
	}
}

func TestCountiesAgreeWithTheData(t *testing.T) {
	for _, r := range readData(t, "counties.csv") {
		c, ok := CountyByCode(r["county_code"])
		if !ok || c.Name != r["name"] || c.Short != r["short"] || strconv.Itoa(c.Population()) != r["population_2021"] {
			t.Errorf("got %+v, want %v", c, r)
		}
	}
}
