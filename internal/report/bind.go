package report

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/report/document"
	"github.com/etablera/etablera/internal/spelling"
)

// bind shows a figure in a style and enters it in the manifest.
func (b *builder) bind(a figure.Address, style locale.Style) (document.Bound, figure.Value, error) {
	f, ok := b.plan.Shelf.Figure(a)
	if !ok {
		return document.Bound{}, figure.Value{}, &figure.NotFoundError{Address: a}
	}
	shown := b.lang.ValueAs(f.Value, style)
	if err := b.enter(f, shown, style.Decimals); err != nil {
		return document.Bound{}, f.Value, err
	}
	return document.Bound{Text: shown, Address: f.Address}, f.Value, nil
}

// enter records a figure once, with every form in which it is shown.
func (b *builder) enter(f figure.Figure, shown string, decimals int) error {
	i, known := b.entered[f.Address]
	if !known {
		tree, err := figure.Explain(b.plan.Shelf, f.Address, 0)
		if err != nil {
			return err
		}
		i = len(b.manifest.Figures)
		b.entered[f.Address], b.trees[f.Address] = i, tree
		b.manifest.Figures = append(b.manifest.Figures, ManifestFigure{ID: "f" + strconv.Itoa(i+1), Address: f.Address,
			Value: f.Value.Canonical(), Unit: f.Value.Kind.String(), Round: decimals, Rule: f.Rule, Inputs: inputsOf(tree), Hash: tree.InputHash()})
	}
	if m := &b.manifest.Figures[i]; !slices.Contains(m.Shown, shown) {
		m.Shown = append(m.Shown, shown)
	}
	return nil
}

// inputsOf are the addresses of what a figure rests on, as the figures under it
// call themselves: a record without id by its content, not by its number.
func inputsOf(tree *figure.Node) []figure.Address {
	out := []figure.Address{}
	for _, in := range tree.Inputs {
		out = append(out, in.Figure.Address)
	}
	return out
}

// cell is a table cell that shows a figure; a figure that is not there is a
// mistake in the table and ends up among the builder's errors.
func (b *builder) cell(style locale.Style, segments ...any) document.Cell {
	a := figure.At(segments...)
	bound, value, err := b.bind(a, style)
	if err != nil {
		b.errs = append(b.errs, err)
		return document.Cell{}
	}
	return document.Cell{Text: []document.Inline{bound}, Value: value}
}

// cellIf is cell where the figure exists, and an empty mark where it does not.
func (b *builder) cellIf(style locale.Style, segments ...any) document.Cell {
	if _, ok := b.plan.Shelf.Figure(figure.At(segments...)); !ok {
		return textCell("–")
	}
	return b.cell(style, segments...)
}

func textCell(s string) document.Cell {
	return document.Cell{Text: document.TextOf(s)}
}

func nameCell(s string) document.Cell {
	return document.Cell{Text: document.TextOf(s), Header: true}
}

// parseStyle reads the words after an address in a template: decimals (0 to 3),
// "long" for dates in words, "bare" without unit.
func parseStyle(words []string) (locale.Style, error) {
	s := locale.Style{Decimals: -1}
	for _, w := range words {
		switch w {
		case "0", "1", "2", "3":
			s.Decimals = int(w[0] - '0')
		case "long":
			s.Long = true
		case "bare":
			s.NoUnit = true
		default:
			return s, fmt.Errorf("%q is not a style: use 0, 1, 2, 3, long or bare", w)
		}
	}
	return s, nil
}

// fig is the template function that shows a figure by address.
func (b *builder) fig(address string, style ...string) (string, error) {
	s, err := parseStyle(style)
	if err != nil {
		return "", err
	}
	bound, _, err := b.bind(figure.Address(strings.TrimSpace(address)), s)
	if err != nil {
		return "", b.nearest(err)
	}
	return b.inline(bound), nil
}

// nearest adds to an address that is not there the one that is most like it.
func (b *builder) nearest(err error) error {
	var missing *figure.NotFoundError
	if !errors.As(err, &missing) {
		return err
	}
	var known []string
	for a := range b.plan.Addresses() {
		known = append(known, string(a))
	}
	if near, ok := spelling.Nearest(string(missing.Address), known); ok {
		return fmt.Errorf("%w: do you mean %s?", err, near)
	}
	return fmt.Errorf("%w: etablera explain lists them all", err)
}
