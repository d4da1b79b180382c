package report_test

import (
	"strings"
	"testing"

	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan/timetable"
	"github.com/etablera/etablera/internal/report"
)

// Long after the last word of most offices, the report says how many have opened
// and closed, and for the rest that nothing is known: no chance, no last day, no
// deviation and nothing that drives them.
func TestAReportOfALaterDay(t *testing.T) {
	p := examplePlan(t, "2025-06-30")
	for lang, words := range map[locale.Lang][]string{
		locale.Swedish: {"5 av dem är kända som öppnade", "har 2 därefter stängts: Filipstad", "inget nytt sedan 2022-06-27", "aviserad 2022-12-01", "stängt 2025-05-30", "−151–29"},
		locale.English: {"5 of them are known to have opened", "2 have since closed: Filipstad", "nothing new since 2022-06-27", "announced for 2022-12-01", "closed 2025-05-30", "−151–29"},
	} {
		doc, m := made(t, p, report.Options{Lang: lang, Deliverable: "slutredovisning"})
		readsWell(t, doc)
		text := dump(doc)
		for _, w := range words {
			if !strings.Contains(text, w) {
				t.Errorf("%s: %q is not there", lang, w)
			}
		}
		for _, f := range m.Figures {
			seg := f.Address.Segments()
			if seg[0] != timetable.Segment {
				continue
			}
			if seg[1] == "round" && (strings.HasPrefix(seg[3], "probability") || strings.HasPrefix(seg[3], "last")) {
				t.Errorf("%s: shows %s", lang, f.Address)
			}
			if len(seg) > 3 && (seg[3] == "deviation" || seg[3] == "activity") && p.Timetable.Projects[index(t, p.Timetable, seg[2])].Stale {
				t.Errorf("%s: shows %s of a project that nothing is known of", lang, f.Address)
			}
		}
	}
}

func index(t *testing.T, tt *timetable.Timetable, id string) int {
	t.Helper()
	for i := range tt.Projects {
		if string(tt.Projects[i].ID) == id {
			return i
		}
	}
	t.Fatalf("no project %s", id)
	return -1
}
