package summary

import (
	"fmt"
	"io"
	"strings"

	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/report/verify"
)

// VerifySchema names the form of a verification's answer.
const VerifySchema = "etablera.verify/1"

// Verified is how a report stands against a plan made anew.
type Verified struct {
	Schema    string         `json:"schema"`
	Report    string         `json:"report"`
	Programme string         `json:"programme"` // of the report
	Against   string         `json:"against"`   // programme of the plan
	Holds     bool           `json:"holds"`
	Checked   int            `json:"checked"` // figures of the manifest
	Texts     int            `json:"texts"`   // bound texts and numbers of the document itself
	Broken    []BrokenFigure `json:"broken"`
}

// BrokenFigure is a figure that does not hold.
type BrokenFigure struct {
	Kind    verify.Kind    `json:"kind"`
	ID      string         `json:"id"` // in the manifest, empty where it lacks the figure
	Address figure.Address `json:"address"`
	Label   string         `json:"label"`
	Before  string         `json:"before"` // value by the manifest, in canonical form
	After   *Figure        `json:"after"`  // value by the plan; null where it has none
	Forms   []string       `json:"forms"`  // in which the report may write it
	Shown   string         `json:"shown"`  // what the document shows, where that is what is wrong
	Text    string         `json:"text"`   // the fault in words
}

// VerifiedOf writes out the result of a verification.
func VerifiedOf(name string, r verify.Result, lang locale.Lang) *Verified {
	v := &Verified{Schema: VerifySchema, Report: name, Programme: r.Programme, Against: r.Against, Holds: r.Holds(),
		Checked: r.Checked, Texts: r.Texts, Broken: []BrokenFigure{}}
	for _, b := range r.Broken {
		out := BrokenFigure{Kind: b.Kind, ID: b.ID, Address: b.Address, Label: labelOf(b.Label, lang), Before: b.Before,
			Forms: append([]string{}, b.Forms...), Shown: b.Shown, Text: brokenText(b, lang)}
		if b.Kind != verify.Missing && b.After != (figure.Value{}) {
			after := valueOf(b.Address, b.After, lang)
			out.After = &after
		}
		v.Broken = append(v.Broken, out)
	}
	return v
}

// labelOf is a label's text, empty for a figure that has none.
func labelOf(l figure.Label, lang locale.Lang) string {
	if l.Key == "" {
		return ""
	}
	return lang.Label(l)
}

func brokenText(b verify.Broken, lang locale.Lang) string {
	// In the usual form, as the value now is: a report may leave the unit out.
	before := b.Before
	if v, ok := figure.ParseNumber(b.Before); ok {
		before = lang.Value(v)
	} else if len(b.Forms) > 0 {
		before = b.Forms[0]
	}
	switch b.Kind {
	case verify.Value:
		after := lang.Value(b.After)
		if b.Rounded || before == after {
			before, after = b.Before, b.After.Canonical()
		}
		return lang.T("verify.value", before, after)
	case verify.Inputs:
		return lang.T("verify.inputs")
	case verify.Missing:
		return lang.T("verify.missing", before)
	case verify.Form:
		return lang.T("verify.shown", b.Shown, strings.Join(b.Forms, ", "))
	}
	return lang.T("verify.unlisted", b.Shown)
}

// brokenShown bounds the figures printed for a person; JSON has them all.
const brokenShown = 50

// WriteText writes what does not hold, figure by figure.
func (v *Verified) WriteText(w io.Writer, lang locale.Lang) error {
	t := newText(w)
	if v.Programme != v.Against {
		t.line("%s", wrap(lang.T("verify.programme", v.Programme, v.Against), textWidth, ""))
	}
	if v.Texts == 0 && v.Checked > 0 {
		t.line("%s", wrap(lang.T("verify.manifest-only"), textWidth, ""))
	}
	if v.Holds {
		t.line("%s", lang.T("verify.holds", v.Report, v.Checked))
		return t.err
	}
	for _, b := range v.Broken[:min(len(v.Broken), brokenShown)] {
		head := string(b.Address)
		if b.Label != "" {
			head = fmt.Sprintf("%s [%s]", b.Label, b.Address)
		}
		t.line("✕ %s", wrap(strings.TrimSpace(b.ID+" "+head), textWidth-2, "  "))
		t.line("    %s", wrap(b.Text, textWidth-4, "    "))
	}
	t.rest(lang, "verify.more", len(v.Broken), brokenShown)
	key := "verify.broken"
	if v.faulty() == 1 {
		key = "verify.one-broken"
	}
	t.line("%s", lang.T(key, v.Report, v.faulty(), v.Checked))
	return t.err
}

// faulty counts figures with a fault; one may have several.
func (v *Verified) faulty() int {
	seen := map[figure.Address]bool{}
	for _, b := range v.Broken {
		seen[b.Address] = true
	}
	return len(seen)
}
