package examples_test

import (
	"os"
	"testing"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/folder"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/register"
)

// The reorganisation of 2025 reads without a mistake of any kind, and tells what sources
// tell: eleven closures decided on one day, two offices shut before it, a lowered
// appropriation, and a network of which the register is a part.
func TestOmstallning2025(t *testing.T) {
	s, _, mistakes := folder.Read(os.DirFS("omstallning-2025"), register.Names())
	for _, m := range mistakes {
		t.Errorf("%s: %s", m.Place, m.Text("en"))
	}
	now := s.AsOf(s.Programme.AsOf)
	if len(now.Offices) >= len(s.Offices) || len(now.Offices) < 50 {
		t.Errorf("%d offices are known on the day of the plan, %d later", len(now.Offices), len(s.Offices))
	}
	decision := civil.MustDate("2025-04-10")
	decided, shut, planned := 0, 0, 0
	for _, e := range now.OfficeEvents {
		switch {
		case e.Kind == programme.ClosingDecided && e.Date.First == decision:
			decided++
		case e.Kind == programme.ClosedDeFacto && e.Date.Last < decision:
			shut++
		case e.Kind == programme.ClosingPlanned && e.Date.IsExact():
			planned++
		}
	}
	if decided != 11 || shut != 2 || planned != 9 {
		t.Errorf("%d decided, %d shut before that, %d with a planned last day", decided, shut, planned)
	}
	saved := map[int]string{}
	for _, a := range now.Appropriations {
		saved[a.Year] = a.Amount.String()
	}
	if len(saved) != 3 || saved[2025] != "-50 mnkr" || saved[2026] != "-50 mnkr" || saved[2027] != "-50 mnkr" {
		t.Errorf("appropriations %v", saved)
	}
	counted := 0
	for _, n := range now.NetworkCounts {
		if n.Kind == programme.Counted && n.Date.String() == "2025-05" {
			counted = n.Offices.Low
		}
	}
	if counted != 148 {
		t.Errorf("the network counts %d", counted)
	}
	if len(now.Competences) != 2 || len(now.Competences[0].HearFirst) != 3 {
		t.Errorf("competences %+v", now.Competences)
	}
}
