package summary_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/summary"
)

func treeOf(t *testing.T, a figure.Address, depth int, lang locale.Lang) (*summary.Tree, string) {
	t.Helper()
	node, err := summary.Explain(example(), a, depth)
	if err != nil {
		t.Fatal(err)
	}
	tree := summary.TreeOf(example(), node, lang)
	var b bytes.Buffer
	if err := tree.WriteText(&b, lang); err != nil {
		t.Fatal(err)
	}
	noMissingTexts(t, b.Bytes())
	return tree, b.String()
}

// An explanation goes down to facts, and each fact names its source.
func TestExplain(t *testing.T) {
	for _, lang := range languages {
		tree, text := treeOf(t, "economy/round/omgang-1/establishment", 0, lang)
		sources := 0
		var walk func(*summary.Branch)
		walk = func(b *summary.Branch) {
			if b.Source != nil {
				sources++
				if b.Source.Title == "" || len(b.Inputs) > 0 {
					t.Errorf("%s: %+v", b.Address, b.Source)
				}
			}
			for i := range b.Inputs {
				walk(&b.Inputs[i])
			}
		}
		walk(&tree.Branch)
		if sources < 5 {
			t.Errorf("%d facts have a source", sources)
		}
		if !strings.Contains(text, "└─ ") || !strings.Contains(text, "facts/office-types/large/costs/") {
			t.Errorf("%s", text)
		}
	}
}

// A depth cuts the tree and says so.
func TestExplainToADepth(t *testing.T) {
	tree, text := treeOf(t, "economy/round/omgang-1/establishment", 1, locale.English)
	if !tree.Cut || len(tree.Inputs) > 0 || !strings.Contains(text, "raise --depth") {
		t.Errorf("%s", text)
	}
}

// A slip of the pen in an address names the address that was meant.
func TestExplainNamesANearAddress(t *testing.T) {
	for a, near := range map[figure.Address]figure.Address{
		"economy/round/omgang-1/establishmnet": "economy/round/omgang-1/establishment",
		"nothing/like/it":                      "",
	} {
		_, err := summary.Explain(example(), a, 0)
		var e *summary.NearError
		if !errors.As(err, &e) || e.Near != near || !strings.Contains(err.Error(), string(near)) {
			t.Errorf("%s: %v", a, err)
		}
	}
}

// A source is written as far as it is known, without a stray comma.
func TestSourceWithoutAPlace(t *testing.T) {
	for want, s := range map[string]summary.Source{
		"källa: Lägesrapport (2021-11-15)":          {ID: "l", Title: "Lägesrapport", Date: "2021-11-15"},
		"källa: Lägesrapport, punkt 2 (2021-11-15)": {ID: "l", Title: "Lägesrapport", Place: "punkt 2", Date: "2021-11-15"},
		"källa: l punkt 2 ()":                       {ID: "l", Place: "punkt 2"},
	} {
		var b bytes.Buffer
		tree := summary.Tree{Branch: summary.Branch{Source: &s}}
		if err := tree.WriteText(&b, locale.Swedish); err != nil || !strings.Contains(b.String(), want) {
			t.Errorf("%q is not in %q (%v)", want, b.String(), err)
		}
	}
}
