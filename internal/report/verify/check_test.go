package verify

import (
	"testing"

	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/report"
)

// A report that nobody has touched holds; each kind of fault is named for what
// it is, and nothing else is.
func TestCheck(t *testing.T) {
	for _, c := range []struct {
		name   string
		plan   func(book)
		report func(*report.Manifest)
		shown  []Shown
		want   string
	}{
		{name: "holds", shown: []Shown{{Address: "t/sum", Text: "24,65 mnkr"}, {Address: "t/day", Text: "1 juni 2022"}}},
		{
			name: "a fact has another value", want: "value t/sum; value t/one",
			plan: func(b book) {
				b["t/one"] = figure.Figure{Value: figure.OfMoney(1), Rule: figure.Fact}
				b["t/sum"] = figure.Figure{Value: figure.OfMoney(465000001), Rule: figure.Sum, Inputs: []figure.Address{"t/one", "t/two"}}
			},
		},
		{
			name: "two facts have changed and their sum has not", want: "inputs t/sum; value t/one",
			plan: func(b book) {
				b["t/one"] = figure.Figure{Value: figure.OfMoney(2000000001), Rule: figure.Fact}
				b["t/two"] = figure.Figure{Value: figure.OfMoney(464999999), Rule: figure.Fact}
			},
		},
		{name: "a figure is gone", want: "missing t/day", plan: func(b book) { delete(b, "t/day") }},
		{name: "an input is gone: a fault of the product", want: "inputs t/sum", plan: func(b book) { delete(b, "t/two") }},
		{
			name: "a number in the text is edited", want: "shown t/sum 24,56 mnkr",
			shown: []Shown{{Address: "t/sum", Text: "24,65 mnkr"}, {Address: "t/sum", Text: "24,56 mnkr"}, {Address: "t/sum", Text: "24,56\u00a0mnkr"}},
		},
		{name: "spaces of another kind are no edit", shown: []Shown{{Address: "t/sum", Text: " 24,65\u202fmnkr\n"}, {Address: "t/sum", Text: "24,65"}}},
		{name: "the text names a figure that the manifest lacks", want: "unlisted t/two 4,65 mnkr", shown: []Shown{{Address: "t/two", Text: "4,65 mnkr"}}},
		{
			name: "text and manifest are edited alike", want: "shown t/sum 26,45 mnkr",
			report: func(m *report.Manifest) { m.Figures[0].Shown = []string{"24,65 mnkr", "26,45 mnkr"} },
			shown:  []Shown{{Address: "t/sum", Text: "26,45 mnkr"}},
		},
		{
			name: "the manifest's value is edited", want: "value t/day",
			report: func(m *report.Manifest) { m.Figures[1].Value = "date 2022-06-02" },
		},
		{
			name:  "numbers of a workbook",
			shown: []Shown{{"t/sum", "24650000", LowEnd}, {"t/sum", "24650000", HighEnd}, {"t/many", "10", LowEnd}, {"t/many", "2e1", HighEnd}, {"t/day", "44713", LowEnd}},
		},
		{
			name: "edited numbers of a workbook", want: "shown t/sum 24650001; shown t/many 10; shown t/day 2022-06-02; shown t/name 7; shown t/what 0",
			shown: []Shown{{"t/sum", "24650001", LowEnd}, {"t/many", "10", HighEnd}, {"t/day", "44714", LowEnd}, {"t/name", "7", LowEnd}, {"t/what", "0", LowEnd}},
		},
		{
			name: "a number is not held against a value that has changed", want: "value t/sum",
			plan: func(b book) {
				f := b["t/sum"]
				f.Value = figure.OfMoney(1)
				b["t/sum"] = f
			},
			shown: []Shown{{"t/sum", "24650000", LowEnd}},
		},
	} {
		s := shelf()
		doc := &Document{Manifest: manifestOf(t, s, "t/sum", "24,65 mnkr;24,65", "t/day", "1 juni 2022;2022-06-01", "t/one", "20,00 mnkr", "t/many", "10–20", "t/name", "Boden", "t/what", "okänt"), Shown: c.shown}
		if c.plan != nil {
			c.plan(s["t"].(book))
		}
		if c.report != nil {
			c.report(doc.Manifest)
		}
		r := check(doc, s)
		if got := kinds(r.Broken); got != c.want || r.Holds() != (c.want == "") || r.Checked != 6 || r.Texts != len(c.shown) {
			t.Errorf("%s: %q (%d figures, %d texts), want %q", c.name, got, r.Checked, r.Texts, c.want)
		}
	}
}

// A fault says what the figure is, what it was, what it is now, and how the
// report may write it.
func TestBrokenSaysWhatIsRight(t *testing.T) {
	s := shelf()
	doc := &Document{Manifest: manifestOf(t, s, "t/sum", "24,65 mnkr"), Shown: []Shown{{Address: "t/sum", Text: "25 mnkr"}, {Address: "t/one", Text: "20"}, {Address: "t/lost", Text: "1"}}}
	r := check(doc, s)
	if len(r.Broken) != 3 {
		t.Fatalf("%s", kinds(r.Broken))
	}
	if b := r.Broken[0]; b.ID != "f1" || b.Label.Key != "label" || b.Before != "money 2465000000" || b.After != figure.OfMoney(2465000000) || b.Forms[0] != "24,65 mnkr" {
		t.Errorf("%+v", b)
	}
	if b := r.Broken[1]; b.ID != "" || b.After != figure.OfMoney(2000000000) {
		t.Errorf("%+v", b)
	}
	if b := r.Broken[2]; b.Kind != Unlisted || b.After.Known {
		t.Errorf("%+v", b)
	}
}

// A value that has changed by less than the report shows is said to be rounded.
func TestChangeWithinTheRounding(t *testing.T) {
	for öre, want := range map[int64]bool{2465000001: true, 2465400000: true, 2475000000: false} {
		s := shelf()
		doc := &Document{Manifest: manifestOf(t, s, "t/one", "20,00 mnkr", "t/sum", "24,65 mnkr")}
		s["t"].(book)["t/sum"] = figure.Figure{Value: figure.Between(figure.Money, öre, öre), Rule: figure.Fact}
		if r := check(doc, s); len(r.Broken) != 1 || r.Broken[0].Rounded != want {
			t.Errorf("%d: %+v", öre, r.Broken)
		}
	}
}
