package verify

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"iter"
	"strings"
	"testing"

	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/report"
)

// book is figures written down by hand.
type book map[figure.Address]figure.Figure

func (b book) Figure(a figure.Address) (figure.Figure, bool) {
	f, ok := b[a]
	f.Address = a
	return f, ok
}

func (b book) Addresses() iter.Seq[figure.Address] { return func(func(figure.Address) bool) {} }

// shelf is a plan with a sum over two facts and a date.
func shelf() figure.Shelf {
	return figure.Shelf{"t": book{
		"t/sum":  {Value: figure.OfMoney(2465000000), Rule: figure.Sum, Inputs: []figure.Address{"t/one", "t/two"}, Label: figure.Label{Key: "label"}},
		"t/one":  {Value: figure.OfMoney(2000000000), Rule: figure.Fact},
		"t/two":  {Value: figure.OfMoney(465000000), Rule: figure.Fact},
		"t/day":  {Value: figure.OfDate(738307), Rule: figure.Fact}, // 2022-06-01
		"t/many": {Value: figure.Between(figure.Count, 10, 20), Rule: figure.Fact},
		"t/name": {Value: figure.OfWords("Boden"), Rule: figure.Fact},
		"t/what": {Value: figure.Unknown(figure.Money), Rule: figure.Fact},
	}}
}

// manifestOf lists figures of a shelf as a report in Swedish shows them: pairs of
// an address and its forms, separated by semicolons.
func manifestOf(t testing.TB, s figure.Shelf, pairs ...string) *report.Manifest {
	t.Helper()
	m := &report.Manifest{Schema: report.ManifestSchema, Programme: "p", Lang: "sv", Seed: 1, Runs: 100}
	for i := 0; i < len(pairs); i += 2 {
		a := figure.Address(pairs[i])
		tree, err := figure.Explain(s, a, 0)
		if err != nil {
			t.Fatal(err)
		}
		f := tree.Figure
		m.Figures = append(m.Figures, report.ManifestFigure{ID: "f" + string(rune('1'+i/2)), Address: a, Value: f.Value.Canonical(), Unit: f.Value.Kind.String(),
			Shown: strings.Split(pairs[i+1], ";"), Rule: f.Rule, Inputs: f.Inputs, Hash: tree.InputHash()})
	}
	return m
}

func encode(t testing.TB, m *report.Manifest) []byte {
	t.Helper()
	b, err := json.Marshal(m)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// zipped packs parts, given as pairs of name and content.
func zipped(t testing.TB, pairs ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(pairs); i += 2 {
		w, err := z.Create(pairs[i])
		if err == nil {
			_, err = w.Write([]byte(pairs[i+1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// kinds writes faults in brief: kind address shown.
func kinds(list []Broken) string {
	var parts []string
	for _, b := range list {
		s := string(b.Kind) + " " + string(b.Address)
		if b.Shown != "" {
			s += " " + b.Shown
		}
		parts = append(parts, s)
	}
	return strings.Join(parts, "; ")
}
