package register

import (
	"slices"
	"testing"
)

// The names that the 2021 mandate uses are all there.
func TestNamesOfTheMandate(t *testing.T) {
	r := Names()
	if len(r.Municipalities) != 290 || len(r.Counties) != 21 || len(r.Regions) != 3 {
		t.Errorf("%d municipalities, %d counties, %d metropolitan areas", len(r.Municipalities), len(r.Counties), len(r.Regions))
	}
	for _, name := range []string{"Askersund", "Åre", "Östhammar", "Stenungsund"} {
		if !slices.Contains(r.Municipalities, name) {
			t.Errorf("no municipality %s", name)
		}
	}
	for _, name := range []string{"Stockholm", "Göteborg", "Malmö"} {
		if !slices.Contains(r.Regions, name) {
			t.Errorf("no metropolitan area %s among %v", name, r.Regions)
		}
	}
	if got := r.AreaMunicipality["Gottsunda"]; got != "Uppsala" {
		t.Errorf("Gottsunda lies in %q", got)
	}
}
