package examples_test

import (
	"testing"

	"github.com/etablera/etablera/examples"
	"github.com/etablera/etablera/internal/folder"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/sweden"
)

// register names the real world by the tables that come with the product.
func register() programme.Register {
	r := programme.Register{Regions: []string{"Stockholm", "Göteborg", "Malmö"}, AreaMunicipality: map[string]string{}}
	names := map[string]string{}
	for _, m := range sweden.Municipalities() {
		r.Municipalities = append(r.Municipalities, m.Name)
		names[m.Code] = m.Name
	}
	for _, c := range sweden.Counties() {
		r.Counties = append(r.Counties, c.Name)
	}
	for _, a := range sweden.VulnerableAreas() {
		r.Areas = append(r.Areas, a.Name)
		r.AreaMunicipality[a.Name] = names[a.Municipality]
	}
	return r
}

// read reads the example and stops the test at any error in it.
func read(t *testing.T) *programme.Snapshot {
	t.Helper()
	s, _, mistakes := folder.Read(examples.Uppdrag2021(), register())
	for _, m := range mistakes {
		if m.Severity == programme.Error {
			t.Errorf("%s: %s", m.Place, m.Text("en"))
		} else {
			t.Logf("%s: %s", m.Place, m.Text("en"))
		}
	}
	if t.Failed() {
		t.FailNow()
	}
	return s
}

// The example reads without a mistake of any kind, warnings included, against
// the product's own reference tables.
func TestReadsWithoutMistakes(t *testing.T) {
	read(t)
}
