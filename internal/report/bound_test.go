package report_test

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/report"
	"github.com/etablera/etablera/internal/report/docx"
	"github.com/etablera/etablera/internal/report/html"
	"github.com/etablera/etablera/internal/report/lint"
	"github.com/etablera/etablera/internal/report/verify"
)

// linted is what the linter says of a report that it holds against its manifest.
func linted(t *testing.T, day, name string, content []byte, m *report.Manifest) []lint.Finding {
	t.Helper()
	text, err := lint.Read(name, content)
	if err != nil {
		t.Fatal(err)
	}
	facts := report.LintFacts(examplePlan(t, day).Facts.S)
	facts.Bound, facts.Figures = true, report.LintFigures(m)
	return lint.Check(text, facts)
}

// Every number in our own report is bound to a figure, in every language, on
// every day, as a page and as a Word file.
func TestEveryNumberIsBound(t *testing.T) {
	for _, day := range []string{firstReport, "2022-12-31", "2025-06-30"} {
		for _, lang := range languages {
			doc, m := exampleReport(t, day, lang)
			page, err := html.Bytes(doc)
			if err != nil {
				t.Fatal(err)
			}
			word, err := docx.Bytes(doc)
			if err != nil {
				t.Fatal(err)
			}
			for name, content := range map[string][]byte{"report.html": page, "report.docx": word} {
				for _, f := range linted(t, day, name, content, m) {
					if f.Rule == lint.RuleBound {
						t.Errorf("%s %s %s:%s: %s", day, lang, name, f.Pos, f.Excerpt)
					}
				}
			}
		}
	}
}

// The linter finds no mistake in our own reports. What it remarks on is told by
// its key: openings that the forecast puts outside the mandate's window are news.
func TestOurReportsHaveNoErrors(t *testing.T) {
	news := map[string]bool{"lint.date.outside": true, "lint.date.soft": true}
	for _, day := range []string{firstReport, "2022-12-31", "2025-06-30"} {
		for _, lang := range languages {
			doc, m := exampleReport(t, day, lang)
			page, err := html.Bytes(doc)
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range linted(t, day, "report.html", page, m) {
				switch {
				case f.Severity == lint.Error, day == firstReport && !news[f.Key]:
					t.Errorf("%s %s %s: %s %s: %s", day, lang, f.Pos, f.Severity, f.Key, f.Excerpt)
				case !news[f.Key]:
					t.Logf("%s %s %s: %s %s: %s", day, lang, f.Pos, f.Severity, f.Key, f.Excerpt)
				}
			}
		}
	}
}

// boundText finds what a page shows for a figure.
func boundText(address string) *regexp.Regexp {
	return regexp.MustCompile(`(<data [^>]*data-address="` + regexp.QuoteMeta(address) + `"[^>]*>)([^<]*)(</data>)`)
}

// A number that somebody has changed in the finished page is found, by the
// linter and by verify, and named by its address.
func TestAChangedNumberIsFound(t *testing.T) {
	p := examplePlan(t, firstReport)
	doc, m := exampleReport(t, firstReport, locale.Swedish)
	page, err := html.Bytes(doc)
	if err != nil {
		t.Fatal(err)
	}
	whole, err := verify.Read("r.html", page)
	if err != nil {
		t.Fatal(err)
	}
	if r := verify.Check(whole, p); !r.Holds() {
		t.Fatalf("the report does not hold before anybody has touched it: %+v", r.Broken[0])
	}
	for address, other := range map[string]string{
		"network/growth":                                     "47",
		"network/growth-share":                               "45,7\u00a0%",
		"economy/round/omgang-1/running":                     "57,30–64,06\u00a0mnkr",
		"timetable/project/boden/p50":                        "2022-11-14",
		"timetable/round/omgang-1/last-p80":                  "28\u00a0oktober\u00a02023",
		"facts/mandates/uppdrag-2021/decided":                "26\u00a0maj\u00a02021",
		"facts/office-types/large/staff":                     "10–21",
		"timetable/project/boden/deviation/delredovisning-1": "−43",
	} {
		at := boundText(address)
		if !at.Match(page) {
			t.Errorf("the page does not show %s", address)
			continue
		}
		done := false
		edited := at.ReplaceAllFunc(page, func(found []byte) []byte {
			if done {
				return found
			}
			done = true
			return at.ReplaceAll(found, []byte("${1}"+other+"${3}"))
		})
		if bytes.Equal(edited, page) {
			t.Errorf("%s: %q is what stood there", address, other)
			continue
		}
		read, err := verify.Read("r.html", edited)
		if err != nil {
			t.Fatal(err)
		}
		r := verify.Check(read, p)
		if len(r.Broken) != 1 || string(r.Broken[0].Address) != address || r.Broken[0].Kind != verify.Form {
			t.Errorf("%s: verify says %+v", address, r.Broken)
		}
		found := 0
		for _, f := range linted(t, firstReport, "r.html", edited, m) {
			if f.Rule == lint.RuleBound {
				found++
				if f.Arg("address") != address {
					t.Errorf("%s: the linter names %s", address, f.Arg("address"))
				}
			}
		}
		if found != 1 {
			t.Errorf("%s: the linter has %d findings", address, found)
		}
	}
}

// A number typed into a template is found where it stands.
func TestATypedNumberIsFound(t *testing.T) {
	doc, err := withReport(t, "# A\n\nDet finns {{fig \"network/first\"}} kontor och 112 till.\n")
	if err != nil {
		t.Fatal(err)
	}
	m, err := report.DecodeManifest(bytes.NewReader(doc.Manifest))
	if err != nil {
		t.Fatal(err)
	}
	page, err := html.Bytes(doc)
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, f := range linted(t, firstReport, "r.html", page, m) {
		if f.Rule == lint.RuleBound {
			found = append(found, f.Arg("number"))
		}
	}
	if strings.Join(found, " ") != "112" {
		t.Errorf("the linter finds %q", found)
	}
}
