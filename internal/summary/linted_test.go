package summary_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/report"
	"github.com/etablera/etablera/internal/report/lint"
	"github.com/etablera/etablera/internal/summary"
)

func found() []lint.Finding {
	args := []lint.Arg{{Name: "change", Value: "47"}, {Name: "base", Value: "103"}, {Name: "new", Value: "149"}, {Name: "difference", Value: "46"}, {Name: "changeBase", Value: "102"}}
	return []lint.Finding{
		{Rule: "change", Severity: lint.Error, Pos: lint.Position{Line: 12, Column: 5, Heading: "Bakgrund"}, Excerpt: "från 103 till 149, en ökning med 47 kontor", Key: "lint.change.difference", Args: args,
			Related: []lint.Position{{Line: 3, Column: 1}}},
		{Rule: "place", Severity: lint.Warning, Pos: lint.Position{Line: 7, Column: 2, Paragraphs: true, Part: "footnotes", Heading: "Kontor"}, Key: "lint.place.register",
			Args: []lint.Arg{{Name: "name", Value: "Stenungssund"}, {Name: "nearest", Value: "Stenungsund"}}},
		{Rule: "bound", Severity: lint.Note, Pos: lint.Position{Line: 9, Column: 1}, Key: "lint.bound.free", Args: []lint.Arg{{Name: "number", Value: "17"}}},
	}
}

func TestLinted(t *testing.T) {
	for _, lang := range languages {
		f := summary.FindingsOf([]summary.Linted{summary.LintedOf("a.txt", found(), lang), summary.LintedOf("b.docx", nil, lang)})
		if f.Errors != 1 || f.Warnings != 1 || f.Notes != 1 || len(f.Files) != 2 {
			t.Errorf("%+v", f)
		}
		r := f.Files[0].Remarks[0]
		if r.Line != 12 || r.Column != 5 || r.Heading != "Bakgrund" || r.Rule != "change" || r.Severity != "error" || len(r.Related) != 1 || !strings.Contains(r.Text, "103") || strings.Contains(r.Text, "{") {
			t.Errorf("%+v", r)
		}
		var b bytes.Buffer
		if err := f.WriteText(&b, lang); err != nil {
			t.Fatal(err)
		}
		noMissingTexts(t, b.Bytes())
		fits(t, 100, b.Bytes())
		golden(t, "lint."+string(lang)+".txt", b.Bytes())
	}
}

// A text in which nothing is wrong says so with its counts.
func TestLintedNothing(t *testing.T) {
	var b bytes.Buffer
	if err := summary.FindingsOf(nil).WriteText(&b, locale.English); err != nil || b.String() != "Errors: 0. Warnings: 0. Notes: 0.\n" {
		t.Errorf("%q, %v", b.String(), err)
	}
}

// The linter's own findings have a text in both languages.
func TestLintOfAText(t *testing.T) {
	text, err := lint.Read("a.txt", []byte("Antalet kontor ökar från 103 till 149, det vill säga med 47 kontor. Ett ligger i Stenungssund.\n"))
	if err != nil {
		t.Fatal(err)
	}
	remarks := lint.Check(text, report.LintFacts(example().Facts.S))
	if len(remarks) == 0 {
		t.Fatal("nothing is found")
	}
	for _, lang := range languages {
		for _, r := range summary.LintedOf("a.txt", remarks, lang).Remarks {
			if r.Text == "" || strings.ContainsAny(r.Text, "{}") {
				t.Errorf("%s: %+v", lang, r)
			}
		}
	}
}
