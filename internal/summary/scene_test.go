package summary_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/etablera/etablera/examples"
	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/folder"
	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/register"
	"github.com/etablera/etablera/internal/wording"
)

var update = flag.Bool("update", false, "write the golden files and schemas anew")

func TestMain(m *testing.M) {
	wording.Load()
	os.Exit(m.Run())
}

// facts are the example's as of its report.
func facts() *programme.Snapshot {
	s, _, _ := folder.Read(examples.Uppdrag2021(), register.Names())
	return s.AsOf(civil.MustDate("2021-09-24"))
}

// example is the plan of the example on the day of its report, made once.
var example = sync.OnceValue(func() *plan.Plan { return mustPlan(facts()) })

func mustPlan(s *programme.Snapshot) *plan.Plan {
	p, err := plan.Make(s, plan.Options{Runs: 200})
	if err != nil {
		panic(err)
	}
	return p
}

// nothing is the plan of a programme that has only a name and a day.
func nothing() *plan.Plan {
	return mustPlan(&programme.Snapshot{Programme: programme.Meta{ID: "empty", Name: programme.Text{Sv: "Tomt", En: "Empty"}, AsOf: civil.MustDate("2021-09-24")}})
}

var languages = []locale.Lang{locale.Swedish, locale.English}

// golden holds a text against the file of that name.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s differs (write it anew with -update):\n%s", file, got)
	}
}

// fits fails for lines that are wider than a terminal, tables and addresses apart.
func fits(t *testing.T, width int, text []byte) {
	t.Helper()
	for line := range bytes.Lines(text) {
		line = bytes.TrimRight(line, "\n")
		if n := utf8.RuneCount(line); n > width && bytes.Count(line, []byte(" ")) > 6 {
			t.Errorf("%d wide: %s", n, line)
		}
		if bytes.HasSuffix(line, []byte(" ")) {
			t.Errorf("ends in a space: %q", line)
		}
	}
}

// noMissingTexts fails where a key was printed instead of its text.
func noMissingTexts(t *testing.T, text []byte) {
	t.Helper()
	for _, word := range bytes.Fields(text) {
		word = bytes.Trim(word, ",.:;()")
		if len(word) > 2 && word[0] == '[' && word[len(word)-1] == ']' && bytes.Contains(word, []byte(".")) && !bytes.Contains(word, []byte("/")) {
			t.Errorf("no text for %s", word)
		}
	}
	if bytes.Contains(text, []byte("%!")) {
		t.Errorf("a text and its arguments do not fit: %s", text[bytes.Index(text, []byte("%!")):][:40])
	}
}
