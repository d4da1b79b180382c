package summary_test

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/folder"
	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan"
	"github.com/etablera/etablera/internal/plan/siting/closing"
	"github.com/etablera/etablera/internal/register"
	"github.com/etablera/etablera/internal/summary"
)

// toClose is the example of the reorganisation with something to close.
func toClose(t *testing.T, o closing.Options) *plan.Plan {
	t.Helper()
	s, _, mistakes := folder.Read(os.DirFS("../../examples/omstallning-2025"), register.Names())
	if folder.HasErrors(mistakes) {
		t.Fatal(mistakes[0])
	}
	p, err := plan.Make(s.AsOf(s.Programme.AsOf), plan.Options{Runs: 100, Closing: o})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func closingOf(t *testing.T, lang locale.Lang, o closing.Options) *summary.Closing {
	t.Helper()
	a, err := summary.ClosingOf(t.Context(), toClose(t, o), lang, summary.ClosingOptions{Goal: closing.Time})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func three() closing.Options {
	return closing.Options{Count: 12, Last: []civil.Date{civil.MustDate("2025-06-13"), civil.MustDate("2025-12-31"), civil.MustDate("2026-12-31")}}
}

// The answer in both languages, held against what was read before.
func TestClosingText(t *testing.T) {
	for lang, name := range map[locale.Lang]string{locale.Swedish: "testdata/closing.sv.txt", locale.English: "testdata/closing.en.txt"} {
		a := closingOf(t, lang, three())
		var out bytes.Buffer
		if err := a.WriteText(&out, lang); err != nil {
			t.Fatal(err)
		}
		for _, bad := range []string{"%!", "<nil>", "closing.", "column.", "[closing"} {
			if strings.Contains(out.String(), bad) {
				t.Errorf("%s: %q in\n%s", lang, bad, &out)
			}
		}
		if *update {
			if err := os.WriteFile(name, out.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(name)
		if err != nil || !bytes.Equal(want, out.Bytes()) {
			t.Errorf("%s: %v, the text differs (-update writes it):\n%s", name, err, &out)
		}
	}
}

// What is decided is closed in every set, in the stage that its last day leaves it, and where
// the municipality is left the board decides.
func TestClosingFollowsTheFacts(t *testing.T) {
	a := closingOf(t, locale.Swedish, three())
	if len(a.Sets) != 4 || len(a.Goals) != 4 {
		t.Fatalf("%d sets, %d goals", len(a.Sets), len(a.Goals))
	}
	for _, s := range a.Sets {
		decided := 0
		for _, c := range s.Closes {
			if c.Decided {
				decided++
				if c.Stage != 1 || c.Planned == "" || c.Planned > c.Last.Text {
					t.Errorf("%s: %s in stage %d on %s, planned %s", s.Goal, c.Name, c.Stage, c.Last.Text, c.Planned)
				}
			}
			if c.Left != (c.Body == "board") || len(c.Hear) != 3 {
				t.Errorf("%s: %s leaves %v, and %s decides after %v", s.Goal, c.Name, c.Left, c.Body, c.Hear)
			}
		}
		if decided != 9 || len(s.Closes) != 12 {
			t.Errorf("%s: %d of %d were decided", s.Goal, decided, len(s.Closes))
		}
	}
	d, err := summary.DrawClosing(a, locale.Swedish)
	if err != nil {
		t.Fatal(err)
	}
	if svg, err := d.SVG(); err != nil || !bytes.Contains(svg, []byte("steg 3")) {
		t.Errorf("%v: no third stage in the drawing", err)
	}
}
