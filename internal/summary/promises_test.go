package summary_test

import (
	"bytes"
	"context"
	"strings"
	"sync"
	"testing"

	"github.com/etablera/etablera/examples"
	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/folder"
	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan"
	"github.com/etablera/etablera/internal/register"
	"github.com/etablera/etablera/internal/summary"
)

// later is the plan of the example when Boden had opened, made once.
var later = sync.OnceValue(func() *plan.Plan {
	s, _, _ := folder.Read(examples.Uppdrag2021(), register.Names())
	return mustPlan(s.AsOf(civil.MustDate("2023-06-20")))
})

func historyOf(t *testing.T, p *plan.Plan, lang locale.Lang) *summary.History {
	t.Helper()
	h, err := summary.HistoryOf(context.Background(), p, lang)
	if err != nil {
		t.Fatal(err)
	}
	return h
}

func scoresOf(t *testing.T, p *plan.Plan, lang locale.Lang) *summary.Scores {
	t.Helper()
	s, err := summary.ScoresOf(context.Background(), p, lang)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// textOf writes an answer, and fails where a text is missing.
func textOf(t *testing.T, a written, lang locale.Lang) string {
	t.Helper()
	var b bytes.Buffer
	if err := a.WriteText(&b, lang); err != nil {
		t.Fatal(err)
	}
	noMissingTexts(t, b.Bytes())
	return b.String()
}

// None of the 14 days of Table 1 could be promised on the day of the report, given what is assumed; the answer
// says what is assumed, and that no outcome is known.
func TestPromisesOfTableOne(t *testing.T) {
	for _, lang := range languages {
		x := summary.PromisesOf(example(), lang)
		if x.Baseline != "delredovisning-1" || len(x.Promises) != 14 || len(x.Rounds) != 1 || len(x.Durations) == 0 || x.Risks != 0 || x.RisksInWords != 7 {
			t.Fatalf("%s: %d promises, %d rounds, %d durations, %d and %d risks", x.Baseline, len(x.Promises), len(x.Rounds), len(x.Durations), x.Risks, x.RisksInWords)
		}
		for _, p := range x.Promises {
			late := p.P80.Low.(string) > p.Date
			if p.Holds.Low != map[bool]string{true: "no", false: "yes"}[late] || (p.Probability.Low.(int64) < 800_000) != late {
				t.Errorf("%s: P80 %s, frozen %s, probability %s, holds %v", p.Office, p.P80.Text, p.Date, p.Probability.Text, p.Holds.Low)
			}
		}
		if r := x.Rounds[0]; r.All.Low.(int64) > r.Weakest.Low.(int64) || r.Weakest.Low.(int64) > r.Best.Low.(int64) {
			t.Errorf("all %s, weakest %s, best %s", r.All.Text, r.Weakest.Text, r.Best.Text)
		}
		for _, d := range x.Durations {
			if d.Basis != "assumption" || d.Finished+d.Bounded+d.Others != 0 || d.Reason == "" {
				t.Errorf("%+v", d)
			}
		}
		text := textOf(t, x, lang)
		for _, want := range map[locale.Lang][]string{locale.Swedish: {"Åre", "nej", "antagande", "Kan lovas", "20\u00a0%"}, locale.English: {"Åre", "no", "assumption", "Promisable", "20%"}}[lang] {
			if !strings.Contains(text, want) {
				t.Errorf("%s: %q is not there", lang, want)
			}
		}
	}
	// Later on, what has opened kept its day or did not.
	text := textOf(t, summary.PromisesOf(later(), locale.Swedish), locale.Swedish)
	for line := range strings.Lines(text) {
		if strings.HasPrefix(line, "Laholm") && !strings.Contains(line, "hölls\n") || strings.HasPrefix(line, "Boden") && !strings.Contains(line, "hölls inte") {
			t.Error(line)
		}
	}
	none := textOf(t, summary.PromisesOf(nothing(), locale.English), locale.English)
	if !strings.Contains(none, "No timetable with days") {
		t.Error(none)
	}
}

// The history of the example shows every day on which something became known, and how P80 of Laholm, Skäggetorp
// and Boden moved until they opened; Skäggetorp's opening was announced, and nobody has confirmed it.
func TestHistoryOfTheExample(t *testing.T) {
	h := historyOf(t, later(), locale.Swedish)
	if got := strings.Join(h.Days, " "); got != "2021-09-24 2021-09-29 2022-05-12 2022-05-31 2022-06-27 2022-12-01 2023-06-20" {
		t.Errorf("days %s", got)
	}
	states := map[string]string{}
	for _, o := range h.Offices {
		line := ""
		for i, f := range o.Forecasts {
			if f.Day != h.Days[i] {
				t.Fatalf("%s: forecast of %s in the place of %s", o.Office, f.Day, h.Days[i])
			}
			if f.State == "opened" {
				line += "o"
			} else if f.Stale {
				line += "s"
			} else {
				line += "f"
			}
			if g, ok := later().Shelf.Figure(f.Address); !ok || g.Value.Known != (f.P80 != "") {
				t.Errorf("%s is %v", f.Address, g.Value)
			}
		}
		states[string(o.ID)] = line
	}
	if states["laholm"] != "ffsoooo" || states["boden"] != "ffssffo" || states["linkoping-skaggetorp"] != "ffssffs" {
		t.Errorf("%v", states)
	}
	for _, lang := range languages {
		text := textOf(t, historyOf(t, later(), lang), lang)
		for _, want := range map[locale.Lang][]string{locale.Swedish: {"Laholm öppnade 2022-05-31 (fryst dag 2022-06-01)", "Boden öppnade 2023-06-12/2023-06-16", "aviserad till 2022-12-01"},
			locale.English: {"Laholm opened 2022-05-31", "announced for 2022-12-01"}}[lang] {
			if !strings.Contains(text, want) {
				t.Errorf("%s: %q is not there:\n%s", lang, want, text)
			}
		}
	}
}

// The two openings that are known to the month are too few to judge by, and it is said.
func TestScoresOfTheExample(t *testing.T) {
	s := scoresOf(t, later(), locale.Swedish)
	if len(s.Bands) != 5 || !s.Bands[0].TooFew || s.Bands[0].Offices.Low != int64(2) || len(s.Forecasts) == 0 || s.Bands[0].Frozen.Forecasts.Low == int64(0) {
		t.Errorf("%+v", s.Bands)
	}
	for _, f := range s.Forecasts {
		if f.Within != (f.P10.Low.(string) <= f.Opened && f.Opened <= f.P90.Low.(string)) || f.Late != (f.Opened > f.P80.Low.(string)) || f.Day >= f.Opened {
			t.Errorf("%+v", f)
		}
	}
	for lang, want := range map[locale.Lang]string{locale.Swedish: "För få att bedöma av: 2 kontor", locale.English: "Too few to judge by: 2 offices"} {
		text := textOf(t, scoresOf(t, later(), lang), lang)
		if !strings.Contains(text, want) {
			t.Errorf("%q is not there:\n%s", want, text)
		}
	}
	none := textOf(t, scoresOf(t, example(), locale.English), locale.English)
	if !strings.Contains(none, "No opening is known") {
		t.Error(none)
	}
}
