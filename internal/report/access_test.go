package report_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan/coverage"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/report"
	"github.com/etablera/etablera/internal/report/document"
)

// The chapter on access shows, for the country and its groups and for each county,
// every limit without and with the mandate's offices.
func TestAccessIsComplete(t *testing.T) {
	_, m := exampleReport(t, firstReport, locale.Swedish)
	known := map[figure.Address]bool{}
	for _, f := range m.Figures {
		known[f.Address] = true
	}
	want := []figure.Address{"coverage/method/error-p90", "coverage/before-uppdrag-2021/offices", "coverage/before-uppdrag-2021/counted", "coverage/population"}
	for _, state := range []string{"before-uppdrag-2021", "after-uppdrag-2021"} {
		for _, limit := range coverage.Minutes {
			for _, g := range coverage.PlaceGroups {
				want = append(want, figure.At("coverage", state, "country/sweden", g, "share", limit))
			}
			for _, u := range examplePlan(t, firstReport).Coverage.UnitsOf(programme.EveryCounty) {
				want = append(want, figure.At("coverage", state, "county", u.Key, "all/share", limit))
			}
			want = append(want, figure.At("coverage", state, "country/sweden/all/within", limit))
		}
	}
	for _, u := range examplePlan(t, firstReport).Coverage.UnitsOf(programme.EveryCounty) {
		want = append(want, figure.At("coverage/change/mandate-uppdrag-2021/county", u.Key, "all/gained"))
	}
	for _, a := range want {
		if !known[a] {
			t.Errorf("the report does not show %s", a)
		}
	}
	if len(want) < 290 {
		t.Errorf("only %d figures looked for", len(want))
	}
}

// section is the text of a report from one heading to the next of its level.
func section(t *testing.T, d *document.Document, from, to string) string {
	t.Helper()
	_, rest, ok := strings.Cut(dump(d), "{#"+from+"}")
	text, _, too := strings.Cut(rest, "{#"+to+"}")
	if !ok || !too {
		t.Fatalf("there is no section from %s to %s", from, to)
	}
	return text
}

// What the numbers rest on is said in the text: that only a part of the network is
// known, that nobody has counted it, or, where all is known, neither; and then also
// how much time is gained. Without a known place nothing is said of times.
func TestAccessSaysWhatItRestsOn(t *testing.T) {
	for name, c := range map[string]struct {
		change    func(*programme.Snapshot)
		says, not []string
	}{
		"a part":    {func(*programme.Snapshot) {}, []string{"Only a part", "of 6 offices", "gave 116", "an estimate", "at most 16%", "too large"}, []string{"On the mean", "nobody has stated"}},
		"uncounted": {func(s *programme.Snapshot) { s.NetworkCounts = nil }, []string{"Only a part", "nobody has stated how many"}, []string{"On the mean"}},
		"whole": {func(s *programme.Snapshot) {
			for i := range s.NetworkCounts {
				s.NetworkCounts[i].Offices = programme.Range{Low: 5, High: 5, Known: true}
			}
		}, []string{"an estimate", "On the mean", "min"}, []string{"Only a part", "too large"}},
		"nowhere": {func(s *programme.Snapshot) {
			for i := range s.Offices {
				s.Offices[i].Position = nil
			}
		}, []string{"cannot be said"}, []string{"an estimate", "tabell-access", "figur-access"}},
	} {
		t.Run(name, func(t *testing.T) {
			s := exampleAsOf(t, firstReport)
			c.change(s)
			doc, _ := made(t, planOf(t, s), report.Options{Lang: locale.English})
			text := section(t, doc, "access", "visits")
			for _, w := range c.says {
				if !strings.Contains(text, w) {
					t.Errorf("it does not say %q", w)
				}
			}
			for _, w := range c.not {
				if strings.Contains(text, w) {
					t.Errorf("it says %q", w)
				}
			}
		})
	}
}

// A day that the forecast keeps with four chances in five can be promised; an
// office that has opened has no day to promise.
func TestPromises(t *testing.T) {
	s := exampleAsOf(t, firstReport)
	slices.SortStableFunc(s.Baselines, func(a, b programme.Baseline) int { return int(a.Frozen) - int(b.Frozen) })
	last := &s.Baselines[len(s.Baselines)-1]
	late := civil.MustDate("2024-12-31")
	last.Openings[0].Opening = civil.Span{First: late, Last: late}
	doc, m := made(t, planOf(t, s), report.Options{Lang: locale.English})
	text := section(t, doc, "timetable-round-1", "timetable-round-2")
	if strings.Count(text, "| yes") != 1 || strings.Count(text, "| no\n") != 13 || !strings.Contains(text, "1 of the 14 preliminary days can be promised") {
		t.Errorf("%s", text)
	}
	holds := fmt.Sprintf("timetable/project/%s/promise/%s/holds", last.Openings[0].Project, last.ID)
	if !slices.ContainsFunc(m.Figures, func(f report.ManifestFigure) bool { return string(f.Address) == holds && f.Value == "words yes" }) {
		t.Errorf("no figure %s that says yes", holds)
	}
	for _, old := range []string{"2025-06-30"} {
		doc, _ := exampleReport(t, old, locale.Swedish)
		if strings.Contains(dump(doc), "tabell-promises") {
			t.Errorf("%s: days are promised that are long past", old)
		}
	}
}
