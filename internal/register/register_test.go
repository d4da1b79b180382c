package register

import (
	"slices"
	"testing"

	"github.com/etablera/etablera/internal/spelling"
)

// A misspelt municipality or area finds its name, and a foreign one finds none.
func TestMisspeltNames(t *testing.T) {
	r := Names()
	for name, want := range map[string]string{
		"Stenungssund": "Stenungsund", "Linkoping": "Linköping", "BODEN": "Boden", "Östhamar": "Östhammar",
		"Södertlje": "Södertälje", "Upplands-Väsby": "Upplands Väsby", "Tinsgryd": "Tingsryd",
	} {
		if near, ok := spelling.Nearest(name, r.Municipalities); !ok || near != want {
			t.Errorf("%q suggests %q, want %q", name, near, want)
		}
	}
	for _, name := range []string{"", "København", "X"} {
		if near, ok := spelling.Nearest(name, r.Municipalities); ok {
			t.Errorf("%q suggests %q, want nothing", name, near)
		}
	}
	if near, ok := spelling.Nearest("Drottninghog", r.Areas); !ok || near != "Drottninghög" {
		t.Errorf("Drottninghog suggests %q", near)
	}
}

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
