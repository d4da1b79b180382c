package summary_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/etablera/etablera/examples"
	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/folder"
	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/plan/timetable"
	"github.com/etablera/etablera/internal/register"
	"github.com/etablera/etablera/internal/summary"
)

// The summary says what the plan says: its figures are those at their addresses,
// and the seed's numbers are there.
func TestPlanInBrief(t *testing.T) {
	p := example()
	s := summary.Of(p, locale.Swedish)
	if s.Schema != summary.PlanSchema || s.AsOf != "2021-09-24" || s.Runs != 200 || len(s.Rounds) < 2 || len(s.Projects) < 28 || len(s.Years) == 0 {
		t.Fatalf("%s %s %d: %d rounds, %d projects, %d years", s.Schema, s.AsOf, s.Runs, len(s.Rounds), len(s.Projects), len(s.Years))
	}
	// 24.65 or 25.625 mnkr, depending on a type that is not settled.
	if e := s.Rounds[0].Establishment; e.Low != int64(2465000000) || e.High != int64(2562500000) || e.Unit != "money" {
		t.Errorf("establishment of the first round: %+v", e)
	}
	check := func(f summary.Figure, style locale.Style) {
		t.Helper()
		g, ok := p.Shelf.Figure(f.Address)
		if !ok || g.Value.Kind.String() != f.Unit || g.Value.Known != (f.Low != nil) || locale.Swedish.ValueAs(g.Value, style) != f.Text {
			t.Errorf("%+v is %+v in the plan (%v)", f, g.Value, ok)
		}
	}
	for _, r := range s.Rounds {
		for _, f := range []summary.Figure{r.Offices, r.InWindow, r.AllInWindow, r.Minimum, r.LastOpening, r.Establishment, r.Running, r.Officers} {
			check(f, locale.Style{Decimals: -1})
		}
	}
	for _, x := range s.Projects {
		for _, f := range []summary.Figure{x.Planned, x.P10, x.P50, x.P80} {
			check(f, locale.Style{Decimals: -1})
		}
	}
	for _, y := range s.Years {
		for _, f := range []summary.Figure{y.Establishment, y.Running, y.All, y.P80, y.Balance} {
			check(f, locale.Style{Decimals: 1}) // a table of years is read across: one decimal is enough
		}
	}
}

func TestPlanText(t *testing.T) {
	for _, lang := range languages {
		s := summary.Of(example(), lang)
		var b bytes.Buffer
		if err := s.WriteText(&b, lang); err != nil {
			t.Fatal(err)
		}
		noMissingTexts(t, b.Bytes())
		for _, name := range []string{s.Name, s.Rounds[0].Name, s.Projects[0].Office, s.Years[0].All.Text} {
			if !strings.Contains(b.String(), name) {
				t.Errorf("%s: %q is not there", lang, name)
			}
		}
	}
}

// Long after the last report the plan says which forecasts are old, which offices
// have closed, and which deviations are ranges; it gives no chance of a round then.
func TestPlanTextOfALaterDay(t *testing.T) {
	s, _, _ := folder.Read(examples.Uppdrag2021(), register.Names())
	p := mustPlan(s.AsOf(civil.MustDate("2025-06-30")))
	for lang, words := range map[locale.Lang][]string{
		locale.Swedish: {"inget nytt sedan 2022-06-27", "aviserad 2022-12-01", "stängt 2025-05-30", "−151–29", "5 av 14 kontor"},
		locale.English: {"nothing new since 2022-06-27", "announced for 2022-12-01", "closed 2025-05-30", "−151–29", "5 of 14 offices"},
	} {
		sum := summary.Of(p, lang)
		var b bytes.Buffer
		if err := sum.WriteText(&b, lang); err != nil {
			t.Fatal(err)
		}
		noMissingTexts(t, b.Bytes())
		for _, w := range words {
			if !strings.Contains(b.String(), w) {
				t.Errorf("%s: %q is not there", lang, w)
			}
		}
		for _, r := range sum.Rounds {
			if strings.Contains(b.String(), r.LastOpening.Text) {
				t.Errorf("%s: the last opening of %s is shown: %s", lang, r.Name, r.LastOpening.Text)
			}
		}
		for _, x := range sum.Projects {
			if x.Stale && (x.Late != nil || x.Deviation != nil || x.DrivenBy != "" || x.Reported == "") {
				t.Errorf("%s is stale: %+v", x.Office, x)
			}
			if x.ID == "are" && (x.Late != nil || x.Deviation.Low != int64(-151) || x.Deviation.High != int64(29)) {
				t.Errorf("%+v", x.Deviation)
			}
			if x.ID == "filipstad" && x.State != timetable.Closed {
				t.Errorf("%s is %s", x.Office, x.State)
			}
		}
	}
}

// The activity that drives a project is named, not shown by its id.
func TestDriversHaveNames(t *testing.T) {
	for lang, want := range map[locale.Lang]string{locale.Swedish: "Analys och kravspecifikation", locale.English: "Analysis"} {
		for _, x := range summary.Of(example(), lang).Projects {
			if x.ID == "are" && (x.DrivenBy != "analys" || !strings.HasPrefix(x.DrivenByName, want)) {
				t.Errorf("%s: %s, %s", lang, x.DrivenBy, x.DrivenByName)
			}
		}
	}
}

// A programme without anything has a summary without anything, and lists that are
// empty rather than null.
func TestPlanOfNothing(t *testing.T) {
	s := summary.Of(nothing(), locale.English)
	var text, js bytes.Buffer
	if err := s.WriteText(&text, locale.English); err != nil || !strings.HasPrefix(text.String(), "Empty – as of 2021-09-24\n") {
		t.Errorf("%v\n%s", err, text.String())
	}
	if err := summary.WriteJSON(&js, s); err != nil {
		t.Fatal(err)
	}
	for _, list := range []string{"network", "rounds", "projects", "years", "findings"} {
		if strings.Contains(js.String(), `"`+list+`": null`) {
			t.Errorf("%s is null and no list", list)
		}
	}
}

// A figure reads as whole numbers of its unit, dates as text, and null when
// nobody knows.
func TestFigureForPrograms(t *testing.T) {
	var b bytes.Buffer
	if err := summary.WriteAddresses(&b, example(), locale.English, true); err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{`"schema": "etablera.addresses/1"`, `"unit": "date",
      "low": "20`, `"unit": "money",
      "low": 2`, `"low": null,
      "high": null,
      "text": "unknown"`} {
		if !strings.Contains(b.String(), part) {
			t.Errorf("%q is not there", part)
		}
	}
}

// The list of addresses has each once, in text as in JSON.
func TestAddresses(t *testing.T) {
	var b bytes.Buffer
	if err := summary.WriteAddresses(&b, example(), locale.Swedish, false); err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for line := range strings.Lines(b.String()) {
		a, _, _ := strings.Cut(line, " ")
		if seen[a] {
			t.Errorf("%s stands twice", a)
		}
		seen[a] = true
		if _, ok := example().Shelf.Figure(figure.Address(a)); !ok {
			t.Errorf("%q is no address", a)
		}
	}
	if len(seen) < 1000 {
		t.Errorf("%d addresses", len(seen))
	}
}
