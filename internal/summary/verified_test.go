package summary_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/report/verify"
	"github.com/etablera/etablera/internal/summary"
)

// broken is one fault of each kind.
func broken() verify.Result {
	label := figure.Label{Key: "timetable.option.runs"}
	money := func(kind verify.Kind, id string, after figure.Value, shown string) verify.Broken {
		return verify.Broken{Kind: kind, ID: id, Address: figure.Address("economy/" + id), Label: label, Before: "money 2465000000", After: after,
			Forms: []string{"24,65 mnkr", "24,65"}, Shown: shown}
	}
	gone := money(verify.Missing, "f3", figure.Value{}, "")
	gone.Label = figure.Label{}
	unlisted := money(verify.Unlisted, "", figure.OfCount(28), "29")
	unlisted.Forms, unlisted.Before = nil, ""
	return verify.Result{Programme: "p", Against: "p", Checked: 120, Texts: 300, Broken: []verify.Broken{
		money(verify.Value, "f1", figure.OfMoney(2562500000), ""),
		money(verify.Value, "f2", figure.OfMoney(2465000001), ""),
		gone,
		money(verify.Inputs, "f4", figure.OfMoney(2465000000), ""),
		money(verify.Form, "f5", figure.OfMoney(2465000000), "24,56 mnkr"),
		unlisted,
	}}
}

func TestVerified(t *testing.T) {
	for _, lang := range languages {
		v := summary.VerifiedOf("rapport.docx", broken(), lang)
		if v.Holds || v.Checked != 120 || v.Texts != 300 || len(v.Broken) != 6 {
			t.Fatalf("%+v", v)
		}
		for i, after := range []bool{true, true, false, true, true, true} {
			if (v.Broken[i].After != nil) != after || v.Broken[i].Text == "" || v.Broken[i].Forms == nil {
				t.Errorf("%+v", v.Broken[i])
			}
		}
		var b bytes.Buffer
		if err := v.WriteText(&b, lang); err != nil {
			t.Fatal(err)
		}
		noMissingTexts(t, b.Bytes())
		fits(t, 100, b.Bytes())
		golden(t, "verify."+string(lang)+".txt", b.Bytes())
	}
}

// A value that changed by less than its form shows is written out, or the text
// would say that 24,65 has become 24,65.
func TestChangeWithinTheRounding(t *testing.T) {
	r := broken()
	r.Broken[1].Rounded = true
	v := summary.VerifiedOf("x", r, locale.Swedish)
	if text := v.Broken[1].Text; !strings.Contains(text, "money 2465000000") || !strings.Contains(text, "money 2465000001") {
		t.Error(text)
	}
}

// All is well; a report of another programme; more than anybody reads.
func TestVerifiedText(t *testing.T) {
	write := func(r verify.Result) string {
		var b bytes.Buffer
		if err := summary.VerifiedOf("r.html", r, locale.English).WriteText(&b, locale.English); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	if got := write(verify.Result{Programme: "p", Against: "p", Checked: 120, Texts: 3}); got != "r.html: all 120 figures hold.\n" {
		t.Errorf("%q", got)
	}
	if got := write(verify.Result{Programme: "p", Against: "p", Checked: 120}); !strings.HasPrefix(got, "Only the figure manifest has been checked") {
		t.Errorf("%q", got)
	}
	if got := write(verify.Result{Programme: "p", Against: "q", Checked: 1}); !strings.Contains(got, "about the programme “p”") {
		t.Errorf("%q", got)
	}
	many := verify.Result{Checked: 200}
	for i := range 120 {
		many.Broken = append(many.Broken, verify.Broken{Kind: verify.Inputs, Address: figure.Address(fmt.Sprint("t/", i/2))})
	}
	got := write(many)
	if n := strings.Count(got, "✕"); n != 50 || !strings.Contains(got, "… and 70 more") || !strings.HasSuffix(got, "r.html: 60 figures of 200 do not hold.\n") {
		t.Errorf("%d lines\n%s", n, got)
	}
}

// One figure is spoken of in the singular, and a value in the form with its unit
// though the report leaves it out.
func TestOneFigureThatDoesNotHold(t *testing.T) {
	r := verify.Result{Programme: "p", Against: "p", Checked: 12, Texts: 1, Broken: []verify.Broken{
		{Kind: verify.Value, ID: "f1", Address: "timetable/x", Before: "period 28", After: figure.OfPeriod(-62), Forms: []string{"28"}}}}
	for lang, want := range map[locale.Lang][]string{
		locale.Swedish: {"var 28 dagar, är nu −62 dagar", "r: fel på 1 siffra av 12."},
		locale.English: {"was 28 days, is now −62 days", "r: 1 figure of 12 does not hold."},
	} {
		var b bytes.Buffer
		if err := summary.VerifiedOf("r", r, lang).WriteText(&b, lang); err != nil {
			t.Fatal(err)
		}
		for _, w := range want {
			if !strings.Contains(b.String(), w) {
				t.Errorf("%q is not in %q", w, b.String())
			}
		}
	}
}
