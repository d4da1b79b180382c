package report_test

import (
	"bytes"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/report"
	"github.com/etablera/etablera/internal/report/document"
)

// The same plan makes the same document, to the byte of every picture.
func TestSamePlanSameReport(t *testing.T) {
	for _, lang := range languages {
		one, m1 := exampleReport(t, firstReport, lang)
		two, m2 := made(t, planOf(t, exampleAsOf(t, firstReport)), report.Options{Lang: lang})
		if !reflect.DeepEqual(one, two) || !reflect.DeepEqual(m1, m2) || !bytes.Equal(one.Manifest, two.Manifest) {
			t.Errorf("%s: two reports of one plan differ", lang)
		}
	}
}

// Another seed is another simulation, and the report says which it was.
func TestSeedStands(t *testing.T) {
	p, err := plan.Make(exampleAsOf(t, firstReport), plan.Options{Seed: 7, Runs: 500})
	if err != nil {
		t.Fatal(err)
	}
	doc, m := made(t, p, report.Options{Lang: locale.Swedish})
	if m.Seed != 7 || m.Runs != 500 || !strings.Contains(dump(doc), "i 500 omgångar med frö 7 och") {
		t.Errorf("seed %d, runs %d", m.Seed, m.Runs)
	}
}

// Every figure of the manifest is there in the plan with the same value, rests
// on nothing that is missing, and stands in the document in one of its forms;
// and the document shows no figure that the manifest lacks.
func TestManifestResolves(t *testing.T) {
	for _, day := range []string{firstReport, "2022-12-31", "2025-06-30"} {
		p := examplePlan(t, day)
		for _, lang := range languages {
			doc, m := exampleReport(t, day, lang)
			shown := shownIn(doc)
			for i, f := range m.Figures {
				in, ok := p.Shelf.Figure(f.Address)
				switch {
				case !ok:
					t.Errorf("%s: no figure has the address", f.Address)
				case in.Value.Canonical() != f.Value || in.Value.Kind.String() != f.Unit || in.Rule != f.Rule:
					t.Errorf("%s: %s by %s, the plan says %s by %s", f.Address, f.Value, f.Rule, in.Value.Canonical(), in.Rule)
				case f.ID != fmt.Sprintf("f%d", i+1) || len(f.Shown) == 0:
					t.Errorf("%s: id %s, %d forms", f.Address, f.ID, len(f.Shown))
				}
				tree, err := p.Explain(f.Address, 0)
				if err != nil {
					t.Errorf("%s: %v", f.Address, err)
				} else if tree.InputHash() != f.Hash {
					t.Errorf("%s: hash %s, the inputs give %s", f.Address, f.Hash, tree.InputHash())
				}
				for _, form := range f.Shown {
					if !shown[f.Address][form] {
						t.Errorf("%s: the document nowhere writes %q", f.Address, form)
					}
				}
			}
			for a, forms := range shown {
				for form := range forms {
					if !listed(m, a, form) {
						t.Errorf("%s: the manifest does not list %q", a, form)
					}
				}
			}
		}
	}
}

func listed(m *report.Manifest, a figure.Address, form string) bool {
	for _, f := range m.Figures {
		if f.Address == a {
			for _, s := range f.Shown {
				if s == form {
					return true
				}
			}
		}
	}
	return false
}

// shownIn is every form in which a document writes each figure, footnotes included.
func shownIn(doc *document.Document) map[figure.Address]map[string]bool {
	out := map[figure.Address]map[string]bool{}
	for _, x := range boundIn(doc) {
		if out[x.Address] == nil {
			out[x.Address] = map[string]bool{}
		}
		out[x.Address][x.Text] = true
	}
	return out
}

// ownGrounds are the rules of figures that rest on no fact: what was chosen or
// assumed, and the tables that come with the product.
var ownGrounds = []figure.Rule{figure.Option, figure.Reference, "coverage.pairs", "visits.assumed"}

// A figure that rests on facts names at least one source in its tree.
func TestFiguresHaveSources(t *testing.T) {
	p := examplePlan(t, firstReport)
	_, m := exampleReport(t, firstReport, locale.Swedish)
	for _, f := range m.Figures {
		if slices.Contains(ownGrounds, f.Rule) || strings.HasPrefix(string(f.Address), "facts/sources/") {
			continue
		}
		tree, err := p.Explain(f.Address, 0)
		if err != nil {
			t.Fatal(err)
		}
		found := false
		tree.Walk(func(n *figure.Node) { found = found || n.Figure.Origin.Source.ID != "" })
		if !found && len(tree.Inputs) > 0 && tree.Inputs[0].Figure.Rule == figure.Reference {
			continue
		}
		if !found && !strings.HasSuffix(f.Value, " 0") {
			t.Errorf("%s = %s rests on no source", f.Address, f.Value)
		}
	}
}

// A manifest reads back as it was written, and one of another form is refused.
func TestManifestReadsBack(t *testing.T) {
	doc, m := exampleReport(t, firstReport, locale.Swedish)
	back, err := report.DecodeManifest(bytes.NewReader(doc.Manifest))
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(back, m) {
		t.Error("the manifest reads back as another one")
	}
	for _, bad := range []string{"", "{}", "[]", `{"schema":"etablera.manifest/99"}`, `{"schema":"etablera.manifest/1","figures":[{"decimals":"x"}]}`} {
		if _, err := report.DecodeManifest(strings.NewReader(bad)); err == nil || !strings.Contains(err.Error(), "manifest") {
			t.Errorf("%s: got %v", bad, err)
		}
	}
}

func FuzzDecodeManifest(f *testing.F) {
	f.Add([]byte(`{"schema":"etablera.manifest/1","figures":[{"id":"f1","address":"a/b","value":"count 1"}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		m, err := report.DecodeManifest(bytes.NewReader(data))
		if (m == nil) == (err == nil) {
			t.Fatalf("%v and %v", m, err)
		}
		if m == nil {
			return
		}
		again, err := m.Encode()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := report.DecodeManifest(bytes.NewReader(again)); err != nil {
			t.Fatal(err)
		}
	})
}
