package examples_test

import (
	"testing"

	"github.com/etablera/etablera/examples"
	"github.com/etablera/etablera/internal/folder"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/register"
)

// read reads the example and stops the test at any mistake in it, warnings included.
func read(t *testing.T) *programme.Snapshot {
	t.Helper()
	s, _, mistakes := folder.Read(examples.Uppdrag2021(), register.Names())
	for _, m := range mistakes {
		t.Errorf("%s: %s: %s", m.Place, m.Severity, m.Text("en"))
	}
	if t.Failed() {
		t.FailNow()
	}
	return s
}

// The example reads without a mistake of any kind against the product's own
// reference tables.
func TestReadsWithoutMistakes(t *testing.T) {
	read(t)
}

// The programme to begin from is free of mistakes, and stands on a day.
func TestStartReads(t *testing.T) {
	s, _, mistakes := folder.Read(examples.Start(), register.Names())
	for _, m := range mistakes {
		t.Errorf("%s: %s", m.Place, m.Text("en"))
	}
	if !s.Programme.AsOf.IsKnown() || len(s.Projects) != 1 || len(s.Durations) != len(s.Process) {
		t.Errorf("as of %v, %d projects, %d durations for %d stages", s.Programme.AsOf, len(s.Projects), len(s.Durations), len(s.Process))
	}
}
