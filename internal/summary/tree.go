package summary

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/spelling"
)

// TreeSchema names the form of an explanation.
const TreeSchema = "etablera.explain/1"

// Tree is an explanation.
type Tree struct {
	Schema string `json:"schema"`
	Branch
}

// Branch is a figure with what it rests on.
type Branch struct {
	Label string `json:"label"`
	Figure
	Rule     string   `json:"rule"`
	RuleText string   `json:"ruleText"`
	Source   *Source  `json:"source,omitempty"`
	Notes    []string `json:"notes,omitempty"`
	Repeated bool     `json:"repeated,omitempty"` // shown in full earlier in the tree
	Cut      bool     `json:"cut,omitempty"`      // there is more below the asked depth
	Inputs   []Branch `json:"inputs,omitempty"`
}

// Source is where a fact comes from.
type Source struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	Date  string `json:"date"`
	Place string `json:"place"`
}

// text is the title and the place, as far as there are such.
func (s *Source) text() string {
	switch {
	case s.Title == "":
		return strings.TrimSpace(s.ID + " " + s.Place)
	case s.Place == "":
		return s.Title
	}
	return s.Title + ", " + s.Place
}

// NearError says that an address has no figure, and which address is near.
type NearError struct {
	Address, Near figure.Address
}

func (e *NearError) Error() string {
	if e.Near == "" {
		return fmt.Sprintf("no figure has the address %q; without an address, explain lists them all", e.Address)
	}
	return fmt.Sprintf("no figure has the address %q: do you mean %s?", e.Address, e.Near)
}

// Explain explains a figure; for an address that has none it names a near one.
func Explain(p *plan.Plan, a figure.Address, depth int) (*figure.Node, error) {
	node, err := p.Explain(a, depth)
	var notFound *figure.NotFoundError
	if !errors.As(err, &notFound) {
		return node, err
	}
	var known []string
	for k := range p.Addresses() {
		known = append(known, string(k))
	}
	near, _ := spelling.Nearest(string(a), known)
	return nil, &NearError{a, figure.Address(near)}
}

// TreeOf writes out an explanation.
func TreeOf(p *plan.Plan, n *figure.Node, lang locale.Lang) *Tree {
	return &Tree{TreeSchema, branchOf(p, n, lang)}
}

func branchOf(p *plan.Plan, n *figure.Node, lang locale.Lang) Branch {
	f := n.Figure
	b := Branch{Label: lang.Label(f.Label), Figure: valueOf(f.Address, f.Value, lang), Rule: string(f.Rule),
		RuleText: lang.T("rule." + string(f.Rule)), Repeated: n.Repeated, Cut: n.Cut}
	if id := f.Origin.Source.ID; id != "" {
		b.Source = &Source{ID: string(id), Place: f.Origin.Source.Place}
		if src, _ := p.Facts.Source(id); src != nil {
			b.Source.Title, b.Source.Date = src.Title, src.Date.String()
		}
	}
	for _, note := range f.Notes {
		b.Notes = append(b.Notes, lang.Label(note))
	}
	for _, in := range n.Inputs {
		b.Inputs = append(b.Inputs, branchOf(p, in, lang))
	}
	return b
}

// WriteText draws the tree.
func (t *Tree) WriteText(w io.Writer, lang locale.Lang) error {
	out := newText(w)
	t.Branch.write(out, lang, "", "", nil)
	return out.err
}

// write draws a branch. Notes that the figure above it has shown are left out:
// what a sum rests on, its parts rest on too.
func (b *Branch) write(t *text, lang locale.Lang, first, rest string, shown []string) {
	line := b.Text
	if b.Label != "" && b.Source == nil {
		line = b.Label + ": " + b.Text
	}
	t.line("%s%s  [%s]", first, line, b.Address)
	var below []string
	switch {
	case b.Source != nil:
		below = append(below, lang.T("explain.source", b.Source.text(), b.Source.Date))
	case b.Repeated:
		below = append(below, lang.T("explain.repeated"))
	default:
		below = append(below, "= "+b.RuleText)
	}
	if b.Cut {
		below = append(below, lang.T("explain.cut"))
	}
	for _, n := range b.Notes {
		if !slices.Contains(shown, n) {
			below = append(below, lang.T("explain.note", n))
		}
	}
	bar := "│ "
	if len(b.Inputs) == 0 {
		bar = "  "
	}
	for _, l := range below {
		t.line("%s%s%s", rest, bar, l)
	}
	for i := range b.Inputs {
		if i < len(b.Inputs)-1 {
			b.Inputs[i].write(t, lang, rest+"├─ ", rest+"│  ", b.Notes)
		} else {
			b.Inputs[i].write(t, lang, rest+"└─ ", rest+"   ", b.Notes)
		}
	}
}

// AddressesSchema names the form of the list of addresses.
const AddressesSchema = "etablera.addresses/1"

// Addresses is every figure that a plan lists.
type Addresses struct {
	Schema  string  `json:"schema"`
	Figures []Named `json:"figures"`
}

// WriteAddresses lists every figure of a plan with its value.
func WriteAddresses(w io.Writer, p *plan.Plan, lang locale.Lang, asJSON bool) error {
	all := Addresses{Schema: AddressesSchema, Figures: []Named{}}
	t := newText(w)
	for a := range p.Addresses() {
		f, ok := p.Shelf.Figure(a)
		if !ok {
			return &figure.NotFoundError{Address: a}
		}
		if asJSON {
			all.Figures = append(all.Figures, Named{lang.Label(f.Label), valueOf(a, f.Value, lang)})
			continue
		}
		t.line("%-60s  %s", a, strings.ReplaceAll(valueOf(a, f.Value, lang).Text, "\n", " "))
	}
	if asJSON {
		return WriteJSON(w, all)
	}
	return t.err
}
