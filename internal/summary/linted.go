package summary

import (
	"fmt"
	"io"

	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/report/lint"
)

// LintSchema names the form of a linter's answer.
const LintSchema = "etablera.lint/1"

// Findings is what the linter found in all files.
type Findings struct {
	Schema   string   `json:"schema"`
	Errors   int      `json:"errors"`
	Warnings int      `json:"warnings"`
	Notes    int      `json:"notes"`
	Files    []Linted `json:"files"`
}

// Linted is what the linter found in one file.
type Linted struct {
	File    string   `json:"file"`
	Remarks []Remark `json:"findings"`
}

// Remark is one thing that is wrong in a text, or looks so.
type Remark struct {
	Place
	Rule     string  `json:"rule"`
	Severity string  `json:"severity"`
	Key      string  `json:"key"`
	Text     string  `json:"text"`
	Excerpt  string  `json:"excerpt"`
	Related  []Place `json:"related"` // the other places that it rests on
}

// Place is a place in a text. A Word file has no lines: there Line is the number
// of the paragraph within Part, and Paragraph is true.
type Place struct {
	Line      int    `json:"line"`
	Column    int    `json:"column"`
	Paragraph bool   `json:"paragraph"`
	Part      string `json:"part"`    // "footnotes", "endnotes", or empty for the main text
	Heading   string `json:"heading"` // the nearest one above
}

// LintedOf writes out what the linter found in a file.
func LintedOf(name string, found []lint.Finding, lang locale.Lang) Linted {
	l := Linted{File: name, Remarks: []Remark{}}
	for _, f := range found {
		text := lint.Messages[f.Key].Sv
		if lang == locale.English {
			text = lint.Messages[f.Key].En
		}
		r := Remark{Place: placeOf(f.Pos), Rule: f.Rule, Severity: f.Severity.String(), Key: f.Key, Text: f.Format(text), Excerpt: f.Excerpt, Related: []Place{}}
		for _, p := range f.Related {
			r.Related = append(r.Related, placeOf(p))
		}
		l.Remarks = append(l.Remarks, r)
	}
	return l
}

func placeOf(p lint.Position) Place {
	return Place{p.Line, p.Column, p.Paragraphs, p.Part, p.Heading}
}

// String writes the place as a compiler does; in a Word file with the heading,
// because a word processor shows no numbers of paragraphs.
func (p Place) String() string {
	return lint.Position{Line: p.Line, Column: p.Column, Paragraphs: p.Paragraph, Part: p.Part, Heading: p.Heading}.String()
}

// FindingsOf counts the remarks of all files.
func FindingsOf(files []Linted) *Findings {
	f := &Findings{Schema: LintSchema, Files: []Linted{}}
	for _, l := range files {
		f.Files = append(f.Files, l)
		for _, r := range l.Remarks {
			switch r.Severity {
			case lint.Error.String():
				f.Errors++
			case lint.Warning.String():
				f.Warnings++
			default:
				f.Notes++
			}
		}
	}
	return f
}

// WriteText writes each remark with its place, the message, and the words it is about.
func (f *Findings) WriteText(w io.Writer, lang locale.Lang) error {
	t := newText(w)
	for _, l := range f.Files {
		for _, r := range l.Remarks {
			t.line("%s:%s: %s (%s)", l.File, r.Place, lang.T("severity."+r.Severity), r.Rule)
			t.line("    %s", wrap(r.Text, textWidth-4, "    "))
			if r.Excerpt != "" {
				t.line("    %s", wrap(lang.T("lint.excerpt", r.Excerpt), textWidth-4, "    "))
			}
		}
	}
	t.line("%s", lang.T("lint.found", f.Errors, f.Warnings, f.Notes))
	return t.err
}

// textWidth is the width that running text is broken to.
const textWidth = 100

// rest writes how many things have not been shown, if any.
func (t *text) rest(lang locale.Lang, key string, all, shown int, args ...any) {
	if all > shown {
		t.line("    %s", lang.T(key, append([]any{fmt.Sprint(all - shown)}, args...)...))
	}
}
