package verify

import (
	"slices"

	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/report"
)

// Kind is the way in which a figure does not hold.
type Kind string

// The kinds, by how much they say: a figure is named for the first that fits.
const (
	Missing  Kind = "missing"  // the plan has no such figure any more
	Value    Kind = "value"    // the plan gives another value
	Inputs   Kind = "inputs"   // the same value, but what it rests on has changed
	Form     Kind = "shown"    // the document shows something else than the figure
	Unlisted Kind = "unlisted" // the document binds text to a figure that its manifest lacks
)

// Kinds lists every kind.
var Kinds = []Kind{Missing, Value, Inputs, Form, Unlisted}

// Broken is a figure that does not hold.
type Broken struct {
	Kind    Kind
	ID      string // in the manifest; empty for an unlisted one
	Address figure.Address
	Label   figure.Label // what the figure is; empty where the plan lacks it
	Before  string       // the value by the manifest, in canonical form
	After   figure.Value // the value by the plan; zero where it has none
	Forms   []string     // in which the report writes the figure
	Shown   string       // what the document shows, where that is what is wrong
	// Rounded says that another value would still be written in a form that the
	// report has: a reader sees no difference.
	Rounded bool
}

// Result is how a report stands against a plan.
type Result struct {
	// Programme is the id of the report's programme, Against that of the plan:
	// where they differ, little can hold.
	Programme, Against string
	Checked            int // figures of the manifest
	// Texts is the bound texts of the document. Where it is 0 only the manifest
	// could be checked: a program that saved the document may have dropped the marks.
	Texts  int
	Broken []Broken
}

// Holds says whether every figure holds.
func (r *Result) Holds() bool { return len(r.Broken) == 0 }

// Check compares a report with a plan: figures in the order of the manifest, then
// texts in that of the document, each fault once. O(figures × figures under each).
func Check(doc *Document, p *plan.Plan) Result {
	r := check(doc, p.Shelf)
	r.Against = p.Facts.S.Programme.ID
	return r
}

func check(doc *Document, shelf figure.Shelf) Result {
	m := doc.Manifest
	r := Result{Programme: m.Programme, Checked: len(m.Figures), Texts: len(doc.Shown)}
	listed := make(map[figure.Address]*report.ManifestFigure, len(m.Figures))
	for i := range m.Figures {
		f := &m.Figures[i]
		if listed[f.Address] == nil {
			listed[f.Address] = f
		}
		r.Broken = append(r.Broken, compare(f, locale.Lang(m.Lang), shelf)...)
	}
	said := map[Shown]bool{}
	for _, s := range doc.Shown {
		s.Text = spaced(s.Text)
		if said[s] {
			continue
		}
		said[s] = true
		f := listed[s.Address]
		if f != nil && agrees(s, f, shelf) {
			continue
		}
		r.Broken = append(r.Broken, otherText(s, f, shelf))
	}
	return r
}

// compare says what is wrong with a figure of the manifest, if anything.
func compare(m *report.ManifestFigure, lang locale.Lang, shelf figure.Shelf) []Broken {
	b := Broken{ID: m.ID, Address: m.Address, Before: m.Value, Forms: m.Shown}
	f, ok := shelf.Figure(m.Address)
	if !ok {
		b.Kind = Missing
		return []Broken{b}
	}
	b.Label, b.After = f.Label, f.Value
	if f.Value.Canonical() != m.Value {
		b.Kind = Value
		b.Rounded = f.Value.Kind != figure.Words && slices.ContainsFunc(m.Shown, func(form string) bool { return isForm(lang, f.Value, form) })
		return []Broken{b}
	}
	var out []Broken
	tree, err := figure.Explain(shelf, m.Address, 0)
	if err != nil || tree.InputHash() != m.Hash {
		b.Kind = Inputs
		out = append(out, b)
	}
	for _, form := range m.Shown {
		if !isForm(lang, f.Value, form) {
			b.Kind, b.Shown = Form, form
			b.Forms = []string{lang.Value(f.Value)}
			out = append(out, b)
		}
	}
	return out
}

// agrees says whether a text is one of the forms that the manifest lists. A
// number in a workbook is held against the value while the plan still gives it;
// afterwards the value is what is reported.
func agrees(s Shown, m *report.ManifestFigure, shelf figure.Shelf) bool {
	if s.End == AsText {
		return slices.ContainsFunc(m.Shown, func(form string) bool { return spaced(form) == s.Text })
	}
	f, ok := shelf.Figure(m.Address)
	return !ok || f.Value.Canonical() != m.Value || isNumber(f.Value, s)
}

// otherText is the fault of a text that shows no form of its figure.
func otherText(s Shown, m *report.ManifestFigure, shelf figure.Shelf) Broken {
	b := Broken{Kind: Unlisted, Address: s.Address, Shown: s.Text}
	if f, ok := shelf.Figure(s.Address); ok {
		b.Label, b.After = f.Label, f.Value
	}
	if m != nil {
		b.Kind, b.ID, b.Before, b.Forms = Form, m.ID, m.Value, m.Shown
		if s.End != AsText {
			b.Shown, b.Forms = numbers(b.After, s)
		}
	}
	return b
}
