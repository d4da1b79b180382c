package summary_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan"
	"github.com/etablera/etablera/internal/plan/siting/rounds"
	"github.com/etablera/etablera/internal/plan/timetable"
	"github.com/etablera/etablera/internal/summary"
)

func roundsOf(t *testing.T, p *plan.Plan, lang locale.Lang) *summary.Rounds {
	t.Helper()
	a, err := summary.RoundsOf(context.Background(), p, lang, summary.RoundsOptions{Goal: rounds.Areas, Against: rounds.Access})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// led is the example with so many leaders.
func led(t *testing.T, leaders int) *plan.Plan {
	t.Helper()
	p, err := plan.Make(facts(), plan.Options{Runs: 200, Rounds: rounds.Options{Leaders: timetable.Leaders{Count: leaders}}})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// The answer in both languages, without and with leaders, is as it was seen to be right;
// and every word has a text.
func TestRoundsText(t *testing.T) {
	for name, p := range map[string]*plan.Plan{"example": example(), "leaders": led(t, 16)} {
		for _, lang := range languages {
			var out bytes.Buffer
			if err := roundsOf(t, p, lang).WriteText(&out, lang); err != nil {
				t.Fatal(err)
			}
			noMissingTexts(t, out.Bytes())
			golden(t, fmt.Sprintf("rounds-%s.%s.txt", name, lang), out.Bytes())
		}
	}
}

// Divisions hold every office once, in a round; the own comes first and moves nobody; the
// values of a step are those of its divisions.
func TestRoundsHold(t *testing.T) {
	a := roundsOf(t, led(t, 16), locale.Swedish)
	at := map[string]*summary.RoundsDivision{}
	for k := range a.Divisions {
		d := &a.Divisions[k]
		at[d.ID] = d
		moved := int64(0)
		for _, o := range d.Offices {
			if o.Round != o.Own {
				moved++
			}
		}
		if len(d.Offices) != 28 || len(d.Rounds) != 2 || len(d.Values) != 4 || d.Moved.Low != moved || (k == 0) != (d.ID == "own") || k == 0 && moved > 0 {
			t.Errorf("%s: %d offices, %d moved, %v stated", d.ID, len(d.Offices), moved, d.Moved.Low)
		}
		if d.Values[1].Value.Low != int64(len(d.Missing)) || d.Rounds[0].P50.Low == nil {
			t.Errorf("%s: %v missing, listed %v; open %v", d.ID, d.Values[1].Value.Low, d.Missing, d.Rounds[0].P50)
		}
	}
	if len(a.Judgements) != 2 || len(a.Judgements[0].Steps) != 3 || len(a.Judgements[1].Steps) != 4 {
		t.Fatalf("%+v", a.Judgements)
	}
	for _, j := range a.Judgements {
		for _, x := range j.Steps {
			if !x.Better {
				continue
			}
			k := slices.IndexFunc(at["own"].Values, func(v summary.SitingValue) bool { return v.Goal == x.Goal })
			if at[x.Division].Values[k].Value.Low != x.Least.Low || at["own"].Values[k].Value.Low != x.Own.Low || at[x.Smallest] == nil {
				t.Errorf("%s: %+v", j.Scope, x)
			}
			if s := a.ChangeSentence(locale.Swedish, x.Smallest); !strings.Contains(s, "Nynäshamn") || !strings.Contains(s, "Kronobergs län (Omgång 1)") {
				t.Errorf("%s %s: %s", j.Scope, x.Goal, s)
			}
		}
	}
	if a.ChangeSentence(locale.Swedish, "nobody") != "" {
		t.Error("a sentence on no division")
	}
}

// The picture of a trade-off says in words where the own division is, and its table is in
// the text.
func TestDrawRounds(t *testing.T) {
	a := roundsOf(t, example(), locale.Swedish)
	d, err := summary.DrawRounds(a, locale.Swedish)
	if err != nil {
		t.Fatal(err)
	}
	svg, err := d.SVG()
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "rounds.svg", svg)
	for _, want := range []string{"Uppdragets egen fördelning har", "bevisad gräns", "utsatta områden som väntar"} {
		if !bytes.Contains(svg, []byte(want)) {
			t.Errorf("the picture does not say %q", want)
		}
	}
	none, err := summary.RoundsOf(context.Background(), example(), locale.Swedish, summary.RoundsOptions{Goal: rounds.Balance, Against: rounds.Spread})
	if err != nil || !strings.HasPrefix(none.Curve.Sentence(locale.Swedish), "Ingen avvägning") {
		t.Errorf("%v: two goals that can be had at once: %s", err, none.Curve.Sentence(locale.Swedish))
	}
}

// Nothing to divide is an error; and the answer is the same each time.
func TestRoundsAgain(t *testing.T) {
	if _, err := summary.RoundsOf(context.Background(), nothing(), locale.English, summary.RoundsOptions{Goal: rounds.Areas}); err == nil {
		t.Error("an answer on nothing")
	}
	var first []byte
	for range 2 {
		told := 0
		a, err := summary.RoundsOf(context.Background(), led(t, 16), locale.English, summary.RoundsOptions{Goal: rounds.Areas, Tell: func(_, _ int) { told++ }})
		if err != nil || told != 6 || a.Curve != nil {
			t.Fatalf("%v, told %d times", err, told)
		}
		text, err := json.Marshal(a)
		if err != nil {
			t.Fatal(err)
		}
		if first != nil && !bytes.Equal(first, text) {
			t.Error("two answers")
		}
		first = text
	}
}
