package summary_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/etablera/etablera/internal/folder"
	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan/compliance"
	"github.com/etablera/etablera/internal/register"
	"github.com/etablera/etablera/internal/summary"

	"testing/fstest"
)

// Mistakes come with their places, as compilers write them; where one is an
// error there is no matrix.
func TestCheckOfMistakes(t *testing.T) {
	files := fstest.MapFS{"programme.yaml": {Data: []byte("programme:\n  id: x\n  nmae: y\n")}}
	_, _, mistakes := folder.Read(files, register.Names())
	for lang, word := range map[locale.Lang]string{locale.Swedish: "fel: ", locale.English: "error: "} {
		c := summary.CheckOf(mistakes, nil, lang)
		if c.Holds || len(c.Mistakes) == 0 || c.Mistakes[0].Key == "" || c.Mistakes[0].Text == "" {
			t.Fatalf("%+v", c)
		}
		var b bytes.Buffer
		if err := c.WriteText(&b, lang); err != nil {
			t.Fatal(err)
		}
		noMissingTexts(t, b.Bytes())
		if !strings.Contains(b.String(), "programme.yaml:3:3: "+word) {
			t.Errorf("%s", b.String())
		}
	}
}

// The matrix has every clause once, counted by status; what is not about time has
// no probability.
func TestMatrix(t *testing.T) {
	p := example()
	m := summary.MatrixOf(p, locale.Swedish)
	clauses, counted := 0, 0
	for _, mandate := range p.Facts.S.Mandates {
		clauses += len(mandate.Clauses)
	}
	for _, n := range m.Counts {
		counted += n
	}
	if len(m.Findings) != clauses || counted != clauses || clauses < 10 {
		t.Errorf("%d findings, %d counted, %d clauses", len(m.Findings), counted, clauses)
	}
	timed := 0
	for _, f := range m.Findings {
		if f.Probability != nil {
			timed++
			if *f.Probability < 0 || *f.Probability > 1 {
				t.Errorf("%s has the probability %v", f.Clause, *f.Probability)
			}
		}
		if f.Status == compliance.Unknown && len(f.Needs) == 0 {
			t.Errorf("%s is unknown and needs nothing", f.Clause)
		}
		for _, e := range f.Evidence {
			if _, ok := p.Shelf.Figure(e.Address); !ok {
				t.Errorf("%s: evidence at %q, which is not there", f.Clause, e.Address)
			}
		}
	}
	if timed == 0 || timed == len(m.Findings) {
		t.Errorf("%d of %d findings have a probability", timed, len(m.Findings))
	}
}

func TestCheckText(t *testing.T) {
	for _, lang := range languages {
		var b bytes.Buffer
		if err := summary.CheckOf(nil, summary.MatrixOf(example(), lang), lang).WriteText(&b, lang); err != nil {
			t.Fatal(err)
		}
		noMissingTexts(t, b.Bytes())
		fits(t, 116, b.Bytes())
		if n := strings.Count(b.String(), lang.T("status.met")); n == 0 {
			t.Errorf("%s: nothing is met:\n%s", lang, b.String())
		}
	}
}
