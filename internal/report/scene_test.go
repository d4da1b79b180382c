package report_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/etablera/etablera/examples"
	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/folder"
	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/register"
	"github.com/etablera/etablera/internal/report"
	"github.com/etablera/etablera/internal/report/document"
	"github.com/etablera/etablera/internal/wording"
)

var update = flag.Bool("update", false, "write the golden files anew")

func TestMain(m *testing.M) {
	wording.Load()
	os.Exit(m.Run())
}

// firstReport is the day of the example's first interim report.
const firstReport = "2021-09-24"

var languages = []locale.Lang{locale.Swedish, locale.English}

// exampleAsOf reads the example as it was known on a day.
func exampleAsOf(t testing.TB, day string) *programme.Snapshot {
	t.Helper()
	s, _, mistakes := folder.Read(examples.Uppdrag2021(), register.Names())
	if folder.HasErrors(mistakes) {
		t.Fatalf("the example has mistakes: %v", mistakes)
	}
	return s.AsOf(civil.MustDate(day))
}

// plans keeps the plans of the example by day: making one is most of the time of a test.
var plans sync.Map

// examplePlan is the example's plan as of a day, shared between tests, which must not change it.
func examplePlan(t testing.TB, day string) *plan.Plan {
	t.Helper()
	if p, ok := plans.Load(day); ok {
		return p.(*plan.Plan)
	}
	p := planOf(t, exampleAsOf(t, day))
	plans.Store(day, p)
	return p
}

func planOf(t testing.TB, s *programme.Snapshot) *plan.Plan {
	t.Helper()
	p, err := plan.Make(s, plan.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// made is a report that must succeed.
func made(t testing.TB, p *plan.Plan, o report.Options) (*document.Document, *report.Manifest) {
	t.Helper()
	doc, m, err := report.Make(p, o)
	if err != nil {
		t.Fatal(err)
	}
	return doc, m
}

// exampleReport is the report that is next due on a day, shared between tests as
// its plan is.
func exampleReport(t testing.TB, day string, lang locale.Lang) (*document.Document, *report.Manifest) {
	t.Helper()
	type written struct {
		doc *document.Document
		m   *report.Manifest
	}
	key := day + "." + string(lang)
	if w, ok := reports.Load(key); ok {
		return w.(written).doc, w.(written).m
	}
	doc, m := made(t, examplePlan(t, day), report.Options{Lang: lang})
	reports.Store(key, written{doc, m})
	return doc, m
}

var reports sync.Map

// golden compares a text with the file of that name, or writes it with -update.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got == string(want) {
		return
	}
	g, w := strings.Split(got, "\n"), strings.Split(string(want), "\n")
	for i := range g {
		if i >= len(w) || g[i] != w[i] {
			t.Fatalf("%s:%d: got  %q\nwant %q\n(read the difference, then run with -update)", path, i+1, g[i], strings.Join(w[min(i, len(w)):min(i+1, len(w))], ""))
		}
	}
	t.Fatalf("%s: %d lines, want %d", path, len(g), len(w))
}
