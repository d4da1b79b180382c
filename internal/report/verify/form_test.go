package verify

import (
	"testing"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan/figure"
	"pgregory.net/rapid"
)

// Every form that the locale can write is known as one of the value.
func TestFormsOfALocaleAreForms(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		k := figure.Kind(rapid.IntRange(int(figure.Money), int(figure.Metres)).Draw(t, "kind"))
		low := rapid.Int64Range(1, 1e6).Draw(t, "low")
		v := figure.Between(k, low, low+rapid.Int64Range(0, 1).Draw(t, "width")*rapid.Int64Range(0, 1e6).Draw(t, "more"))
		lang := rapid.SampledFrom([]locale.Lang{locale.Swedish, locale.English}).Draw(t, "lang")
		s := locale.Style{Decimals: rapid.IntRange(-1, maxDecimals).Draw(t, "decimals")}
		switch rapid.IntRange(0, 2).Draw(t, "style") {
		case 1:
			s.NoUnit = true
		case 2:
			s.Long = true
		}
		if text := lang.ValueAs(v, s); !isForm(lang, v, text) {
			t.Fatalf("%q is a form of %s", text, v.Canonical())
		}
	})
}

func TestIsForm(t *testing.T) {
	month := figure.Between(figure.Date, int64(civil.MustDate("2017-09-01")), int64(civil.MustDate("2017-09-30")))
	quarter := figure.Between(figure.Date, int64(civil.MustDate("2017-09-01")), int64(civil.MustDate("2017-11-30")))
	for _, c := range []struct {
		lang locale.Lang
		v    figure.Value
		text string
		want bool
	}{
		{locale.Swedish, figure.OfMoney(2465000000), "24,65 mnkr", true},
		{locale.Swedish, figure.OfMoney(2465000000), "25 mnkr", true},
		{locale.Swedish, figure.OfMoney(2465000000), "24,6", true},
		{locale.Swedish, figure.OfMoney(2465000000), "24,56 mnkr", false},
		{locale.Swedish, figure.OfMoney(2465000000), "24.65 mnkr", false},
		{locale.English, figure.OfMoney(2465000000), "SEK 24.65 million", true},
		{locale.Swedish, figure.OfShare(0.447), "45 %", true},
		{locale.Swedish, figure.OfShare(0.447), "46 %", false},
		{locale.Swedish, figure.OfCount(28), "28", true},
		{locale.Swedish, figure.OfCount(28), "29", false},
		{locale.Swedish, figure.Unknown(figure.Count), "okänt", true},
		{locale.Swedish, figure.Unknown(figure.Count), "0", false},
		{locale.Swedish, figure.Unknown(figure.Date), "tidigast 2021", true},
		{locale.Swedish, month, "september 2017", true},
		{locale.Swedish, month, "2017-09", true},
		{locale.Swedish, month, "oktober 2017", false},
		{locale.Swedish, quarter, "september 2017", false},
		{locale.Swedish, quarter, "2017-09–2017-11", true},
		{locale.Swedish, figure.OfWords("Boden"), "Bodens", true},
	} {
		if got := isForm(c.lang, c.v, c.text); got != c.want {
			t.Errorf("%q as a form of %s: %v, want %v", c.text, c.v.Canonical(), got, c.want)
		}
	}
}

// What a cell shows and what is right are written in one unit, the cell's.
func TestNumbersAreInOneUnit(t *testing.T) {
	for _, c := range []struct {
		v            figure.Value
		s            Shown
		shown, right string
	}{
		{figure.OfMoney(2465000000), Shown{Text: "23650000", End: LowEnd}, "23650000", "24650000"},
		{figure.Between(figure.Count, 10, 20), Shown{Text: "2.1E1", End: HighEnd}, "21", "20"},
		{figure.OfDate(civil.MustDate("2022-06-01")), Shown{Text: "44714", End: LowEnd}, "2022-06-02", "2022-06-01"},
		{figure.OfCount(28), Shown{Text: "x", End: LowEnd}, "x", "28"},
	} {
		if shown, right := numbers(c.v, c.s); shown != c.shown || right[0] != c.right {
			t.Errorf("%s: %q, want %q; %q, want %q", c.v.Canonical(), shown, c.shown, right, c.right)
		}
	}
}
