package sweden

import (
	"slices"
	"testing"
)

func TestMetropolitanAreas(t *testing.T) {
	want := map[string]struct {
		core        string
		members     int
		inhabitants int // by the population table; each a plain sum
	}{
		"stockholm": {"0180", 26, 2_415_139},
		"goteborg":  {"1480", 13, 1_058_278},
		"malmo":     {"1280", 12, 756_970},
	}
	areas := MetropolitanAreas()
	if len(areas) != 3 {
		t.Fatalf("%d areas, want 3", len(areas))
	}
	for _, a := range areas {
		w, people := want[a.Key], 0
		for _, code := range a.Municipalities {
			m, ok := MunicipalityByCode(code)
			if of, in := MetropolitanAreaOf(code); !ok || !in || of.Key != a.Key {
				t.Errorf("%s in %s: %v, found in %q", code, a.Name, m.Name, of.Name)
			}
			people += m.Population
		}
		if len(a.Municipalities) != w.members || people != w.inhabitants || !slices.Contains(a.Municipalities, w.core) || !slices.IsSorted(a.Municipalities) {
			t.Errorf("%s: %d municipalities of %d people, want %+v", a.Name, len(a.Municipalities), people, w)
		}
	}
	for _, code := range []string{"", "0380", "2582", "9999"} {
		if a, in := MetropolitanAreaOf(code); in {
			t.Errorf("%q is in %s", code, a.Name)
		}
	}
}

// The groups A1 and A2 of SKR are drawn by commuting and SCB's areas by more
// than that. They must agree but for the municipalities named here, so that a
// wrong code in either is seen.
func TestMetropolitanAreasAgainstTheGroups(t *testing.T) {
	onlyCommuting := []string{"0305", "1443"}                                   // Håbo, Bollebygd
	onlySCB := []string{"0140", "0181", "0188", "1267", "1281", "1285", "1419"} // Nykvarn, Södertälje, Norrtälje, Höör, Lund, Eslöv, Tjörn
	var commuting, scb []string
	for _, m := range Municipalities() {
		byGroup := m.Group == "A1" || m.Group == "A2"
		_, byArea := MetropolitanAreaOf(m.Code)
		switch {
		case byGroup && !byArea:
			commuting = append(commuting, m.Code)
		case byArea && !byGroup:
			scb = append(scb, m.Code)
		}
	}
	if !slices.Equal(commuting, onlyCommuting) || !slices.Equal(scb, onlySCB) {
		t.Errorf("only in the groups: %v, want %v; only in the areas: %v, want %v", commuting, onlyCommuting, scb, onlySCB)
	}
}
