package summary_test

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan"
	"github.com/etablera/etablera/internal/plan/siting"
	"github.com/etablera/etablera/internal/summary"
)

func sitingOf(t *testing.T, p *plan.Plan, lang locale.Lang) *summary.Siting {
	t.Helper()
	a, err := summary.SitingOf(context.Background(), p, lang, summary.SitingOptions{Goal: siting.Areas, Stays: true})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// The answer of the example has the sets side by side in both languages, every number
// with a text, and no key without words.
func TestSitingOfTheExample(t *testing.T) {
	for lang, want := range map[locale.Lang][]string{
		locale.Swedish: {"Bäst för varje mål för sig", "Möjliga platser: 931", "med kontoren i Fi2021/02151", "2021 års lista gäller", "Skäggetorp"},
		locale.English: {"Best for each goal by itself", "Candidate places: 931", "with the offices of Fi2021/02151", "the list of 2021 holds", "Skäggetorp"},
	} {
		a := sitingOf(t, example(), lang)
		var out bytes.Buffer
		if err := a.WriteText(&out, lang); err != nil {
			t.Fatal(err)
		}
		golden(t, "siting."+string(lang)+".txt", out.Bytes())
		for _, w := range want {
			if !strings.Contains(out.String(), w) {
				t.Errorf("%s: no %q in\n%s", lang, w, &out)
			}
		}
		for _, bad := range []string{"%!", "<nil>", "siting.", "column.", "[siting"} {
			if strings.Contains(out.String(), bad) {
				t.Errorf("%s: %q in\n%s", lang, bad, &out)
			}
		}
		d, err := summary.DrawSitingMap(context.Background(), example(), a, lang)
		if err != nil {
			t.Fatal(err)
		}
		svg, err := d.SVG()
		for _, w := range []string{"siting-map", "116", "2021"} {
			if err != nil || !strings.Contains(string(svg), w) {
				t.Errorf("%s: no %q on the map: %v", lang, w, err)
			}
		}
		if len(a.Goals) != 9 || len(a.Sets) != 10 || len(a.Rules) != 42 || len(a.Goals[5].Places) != 28 || a.Goals[5].Places[0].Stays == nil || len(a.Types) != 4 || a.Giving != nil || a.Goals[6].Lack == "" {
			t.Errorf("%s: %d goals, %d sets, %d rules", lang, len(a.Goals), len(a.Sets), len(a.Rules))
		}
	}
}

// With fewer offices than the clauses ask for the answer says what contradicts what, and
// the least that must give.
func TestSitingWithTooFewOffices(t *testing.T) {
	x := *example()
	o := x.Options
	o.Siting.Number = 20
	p, err := plan.Make(x.Facts.S, o)
	if err != nil {
		t.Fatal(err)
	}
	for _, lang := range languages {
		a, err := summary.SitingOf(context.Background(), p, lang, summary.SitingOptions{Goal: siting.Areas})
		if err != nil {
			t.Fatal(err)
		}
		if a.Giving == nil || a.Giving.Least.Text != "16" || len(a.Giving.Parts) != 17 || !a.Goals[0].Found || len(a.Goals[0].Conflict) != 1 {
			t.Errorf("%s: %+v", lang, a.Giving)
		}
		var out bytes.Buffer
		if err := a.WriteText(&out, lang); err != nil {
			t.Fatal(err)
		}
		golden(t, "siting-few."+string(lang)+".txt", out.Bytes())
	}
}
