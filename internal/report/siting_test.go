package report_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/plan/siting"
	"github.com/etablera/etablera/internal/plan/siting/rounds"
	"github.com/etablera/etablera/internal/report"
)

// The appendix on other places comes only where it is asked for. Then it shows every
// goal without the mandate's offices, with them and at best, with the bound, and what
// each choice costs in the other goals; and the trace is one letter further on.
func TestSitingAppendix(t *testing.T) {
	p := planOf(t, exampleAsOf(t, firstReport))
	doc, _ := made(t, p, report.Options{Lang: locale.Swedish})
	if text := dump(doc); strings.Contains(text, "{#siting") || !strings.Contains(text, "Bilaga B: Så är siffrorna framtagna") {
		t.Error("the appendix is there though nobody asked for it")
	}
	for lang, trace := range map[locale.Lang]string{locale.Swedish: "Bilaga C: Så är siffrorna framtagna", locale.English: "Appendix C:"} {
		doc, m := made(t, p, report.Options{Lang: lang, Siting: true})
		if text := dump(doc); !strings.Contains(text, "{#siting") || !strings.Contains(text, trace) {
			t.Errorf("%s: no appendix, or the trace has another letter", lang)
		}
		known := map[figure.Address]bool{}
		for _, f := range m.Figures {
			known[f.Address] = true
		}
		for _, g := range rounds.Goals {
			for _, a := range []figure.Address{figure.At(rounds.Segment, "division", rounds.Own, g), figure.At(rounds.Segment, "best", g, "value"), figure.At(rounds.Segment, "best", g, "bound")} {
				if !known[a] {
					t.Errorf("%s: %s is not in the report", lang, a)
				}
			}
		}
		if !known[figure.At(rounds.Segment, "verdict", rounds.Known)] {
			t.Errorf("%s: nothing says whether the own division is dominated", lang)
		}
		for _, g := range siting.Goals {
			if _, searched := p.Shelf.Figure(figure.At(siting.Segment, "best", g, "value")); !searched {
				continue // nobody has said how many people an officer has room for
			}
			want := []figure.Address{figure.At(siting.Segment, "best", g, "value"), figure.At(siting.Segment, "best", g, "bound"), figure.At(siting.Segment, "best", g, "gap")}
			for _, other := range siting.Goals {
				if g == siting.County || g == siting.Room {
					continue // the tables of sets leave them out
				}
				if _, ok := p.Shelf.Figure(figure.At(siting.Segment, "best", other, "value")); !ok {
					continue
				}
				want = append(want, figure.At(siting.Segment, "set", siting.BestID(other), g))
			}
			for _, set := range []string{p.Siting.Before(), p.Siting.Own()} {
				want = append(want, figure.At(siting.Segment, "set", set, g))
			}
			for _, a := range want {
				if _, ok := p.Shelf.Figure(a); ok && !known[a] {
					t.Errorf("%s: %s is not in the report", lang, a)
				}
			}
		}
	}
}

// A report that is called off while it searches says so, and nothing is made.
func TestSitingCalledOff(t *testing.T) {
	p := planOf(t, exampleAsOf(t, firstReport))
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if doc, _, err := report.MakeContext(ctx, p, report.Options{Lang: locale.Swedish, Siting: true}); !errors.Is(err, context.Canceled) || doc != nil {
		t.Errorf("document %v, error %v", doc != nil, err)
	}
}
