package sweden

import (
	"os"
	"strings"
	"testing"
)

// Every table has a source, and the notes beside the package name each publisher.
func TestSourcesCoverTheTables(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	have := map[string]bool{}
	for _, s := range Sources() {
		have[s.Table] = true
		if s.Publisher == "" || s.Title == "" {
			t.Errorf("%+v lacks a part", s)
		}
		if !strings.Contains(string(readme), s.Publisher) || !strings.Contains(string(readme), s.Licence) {
			t.Errorf("README.md does not name %s, %q", s.Publisher, s.Licence)
		}
	}
	for _, table := range []string{"Municipalities", "Counties", "Localities", "PopulationPoints", "VulnerableAreas", "MetropolitanAreas", "Holidays"} {
		if !have[table] {
			t.Errorf("%s has no source", table)
		}
	}
	if len(have) != 7 {
		t.Errorf("sources for %v: a table that this test does not know", have)
	}
}
