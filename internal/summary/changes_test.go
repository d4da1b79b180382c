package summary_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan/change"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/summary"
)

// differing is a comparison with something of everything.
func differing() *change.Set {
	label := figure.Label{Key: "timetable.option.runs"}
	causes := func(n int) []change.Cause {
		var out []change.Cause
		for i := range n {
			out = append(out, change.Cause{Kind: change.Changed, Address: figure.Address(fmt.Sprintf("facts/office-types/large/costs/%d", i+1))})
		}
		return out
	}
	day := func(s string) civil.Span {
		d, err := civil.ParseSpan(s)
		if err != nil {
			panic(err)
		}
		return d
	}
	s := &change.Set{
		Before:  change.Side{ID: "p", Name: programme.Text{Sv: "Servicekontor", En: "Service offices"}, Day: civil.MustDate("2021-09-24")},
		After:   change.Side{ID: "q", Day: civil.MustDate("2022-09-24")},
		Options: []change.OptionChange{{Kind: change.Changed, Address: "timetable/option/now", Label: figure.Label{Key: "timetable.option.now"}, Before: figure.OfDate(738307), After: figure.OfDate(738308)}},
		Facts: []change.FactChange{
			{Kind: change.Added, Address: "facts/events/3", After: "{office: boden, kind: opened, date: 2022-10-03, note: " + strings.Repeat("ett ord till ", 12) + "}"},
			{Kind: change.Removed, Address: "facts/offices/are/lease-end", Before: "2025"},
			{Kind: change.Changed, Address: "facts/offices/boden/name", Before: "Boden", After: "Boden C"},
		},
		Openings: []change.OpeningChange{
			{Project: "boden", Name: "Boden", Before: day("2022-06-01"), After: day("2022-10-03"), Days: figure.OfPeriod(124)},
			{Project: "are", Name: "Åre", Before: day("2022-10"), After: day("2022-06-01"), Days: figure.Between(figure.Period, -152, -122)},
			{Project: "laholm", Name: "Laholm", After: day("2022-06-01"), Days: figure.Unknown(figure.Period)},
		},
		Rounds: []change.RoundChange{{Round: "r1", Name: programme.Text{Sv: "Omgång 1", En: "Round 1"}, Before: programme.Exactly(13), After: programme.Range{}}},
	}
	add := func(kind change.Kind, a figure.Address, before, after figure.Value, because []change.Cause, more bool) {
		s.Figures = append(s.Figures, change.FigureChange{Kind: kind, Address: a, Label: label, Before: before, After: after, Because: because, More: more})
	}
	add(change.Changed, "timetable/project/a/p50", figure.OfCount(1), figure.OfCount(2), append(causes(1), causes(1)...), false)
	add(change.Added, "timetable/round/b/in-window", figure.Value{}, figure.OfCount(2), nil, false)
	add(change.Removed, "timetable/project/c/p50", figure.OfCount(1), figure.Value{}, causes(5), false)
	add(change.Changed, "economy/2023/balance", figure.OfShare(0.8), figure.OfShare(0.8001), causes(24), true)
	for i := range 5 {
		add(change.Changed, figure.Address(fmt.Sprint("staffing/e", i)), figure.Unknown(figure.Money), figure.OfMoney(1), nil, false)
	}
	return s
}

func TestChanges(t *testing.T) {
	for _, lang := range languages {
		c := summary.ChangesOf(differing(), lang)
		var b bytes.Buffer
		if err := c.WriteText(&b, lang); err != nil {
			t.Fatal(err)
		}
		noMissingTexts(t, b.Bytes())
		fits(t, 100, b.Bytes())
		golden(t, "diff."+string(lang)+".txt", b.Bytes())
	}
	c := summary.ChangesOf(differing(), locale.English)
	if f := c.Figures[1]; f.Before != nil || f.After == nil || f.Because == nil {
		t.Errorf("an added figure: %+v", f)
	}
	if f := c.Figures[2]; f.Before == nil || f.After != nil || len(f.Because) != 5 {
		t.Errorf("a removed figure: %+v", f)
	}
	if o := c.Openings; *o[0].DaysLow != 124 || *o[1].DaysHigh != -122 || o[2].DaysLow != nil || o[1].Before != "2022-10" {
		t.Errorf("%+v", o)
	}
}

func TestNothingDiffers(t *testing.T) {
	var b bytes.Buffer
	same := change.Side{ID: "p"}
	if err := summary.ChangesOf(&change.Set{Before: same, After: same}, locale.English).WriteText(&b, locale.English); err != nil || b.String() != "from p to p\n\nNothing differs.\n" {
		t.Errorf("%q, %v", b.String(), err)
	}
}

// Real plans a year apart, as a person reads them: bounded, and every label has a text.
func TestChangesOfPlans(t *testing.T) {
	later := *facts()
	later.Programme.AsOf = civil.MustDate("2022-03-01")
	for _, lang := range languages {
		var b bytes.Buffer
		if err := summary.ChangesOf(change.Plans(example(), mustPlan(&later)), lang).WriteText(&b, lang); err != nil {
			t.Fatal(err)
		}
		noMissingTexts(t, b.Bytes())
		fits(t, 100, b.Bytes())
		if n := bytes.Count(b.Bytes(), []byte("\n")); n < 20 || n > 500 {
			t.Errorf("%s: %d lines", lang, n)
		}
		// Of the thousands of figures those are shown that people ask for first.
		for _, a := range []string{"[timetable/project/boden/p50]", "[economy/2023/all/total]"} {
			if !strings.Contains(strings.Join(strings.Fields(b.String()), " "), a) {
				t.Errorf("%s: %s is not shown", lang, a)
			}
		}
	}
}
