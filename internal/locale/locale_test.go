package locale

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/money"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
	"pgregory.net/rapid"
)

// Every value is written as a Swede and as a Briton would.
func TestValues(t *testing.T) {
	day := func(s string) int64 { return int64(civil.MustDate(s)) }
	for _, c := range []struct {
		v      figure.Value
		s      Style
		sv, en string
	}{
		{figure.OfMoney(2465 * money.Mnkr / 100), Style{Decimals: -1}, "24,65 mnkr", "SEK 24.65 million"},
		{figure.Between(figure.Money, 246500_0000, 256250_0000), Style{Decimals: -1}, "24,65–25,625 mnkr", "SEK 24.65–25.625 million"},
		{figure.OfMoney(2875 * money.Mnkr / 1000), Style{Decimals: -1, NoUnit: true}, "2,875", "2.875"},
		{figure.OfCount(10452326), Style{Decimals: -1}, "10 452 326", "10,452,326"},
		{figure.Between(figure.Count, 1, 2), Style{Decimals: -1}, "1–2", "1–2"},
		{figure.OfShare(0.446602), Style{Decimals: 1}, "44,7 %", "44.7%"},
		{figure.OfShare(0.0004), Style{}, "< 1 %", "< 1%"},
		{figure.OfShare(0.99999), Style{}, "> 99 %", "> 99%"},
		{figure.OfShare(0), Style{}, "0 %", "0%"},
		{figure.OfShare(1), Style{}, "100 %", "100%"},
		{figure.OfDate(civil.MustDate("2022-06-01")), Style{}, "2022-06-01", "2022-06-01"},
		{figure.OfDate(civil.MustDate("2022-06-01")), Style{Long: true}, "1 juni 2022", "1 June 2022"},
		{figure.OfDays(1), Style{}, "1 arbetsdag", "1 working day"},
		{figure.OfPeriod(-1), Style{}, "−1 dag", "−1 day"},
		{figure.Between(figure.Period, 1, 2), Style{}, "1–2 dagar", "1–2 days"},
		{figure.OfSpan(civil.Span{First: civil.MustDate("2023-01-01")}), Style{}, "från 2023-01-01", "from 2023-01-01"},
		{figure.OfSpan(civil.Span{Last: civil.MustDate("2023-01-31")}), Style{Long: true}, "senast 31 januari 2023", "by 31 January 2023"},
		{figure.Between(figure.Date, figure.NoFirst, figure.NoLast), Style{}, "okänt", "unknown"},
		{figure.Between(figure.Date, day("2023-06-12"), day("2023-06-16")), Style{}, "2023-06-12–2023-06-16", "2023-06-12–2023-06-16"},
		{figure.OfPeriod(-3), Style{Decimals: -1}, "−3 dagar", "−3 days"},
		{figure.Between(figure.Metres, 1090, 1090), Style{Decimals: -1}, "1,1 km", "1.1 km"},
		{figure.OfSeconds(1390), Style{Decimals: -1}, "23 min", "23 min"},
		{figure.Between(figure.Seconds, 90, 150), Style{Decimals: 1}, "1,5–2,5 min", "1.5–2.5 min"},
		{figure.OfRate(12.34), Style{Decimals: -1}, "12,3", "12.3"},
		{figure.OfRate(math.NaN()), Style{Decimals: -1}, "okänt", "unknown"},
		{figure.Unknown(figure.Money), Style{}, "okänt", "unknown"},
		{figure.OfWords("Boden"), Style{}, "Boden", "Boden"},
	} {
		for lang, want := range map[Lang]string{Swedish: c.sv, English: c.en} {
			if got := strings.ReplaceAll(lang.ValueAs(c.v, c.s), nbsp, " "); got != want {
				t.Errorf("%s: %s as %+v is %q, want %q", lang, c.v.Canonical(), c.s, got, want)
			}
		}
	}
}

// Grouping and decimals never change the number: the digits are those of the plain form.
func TestDecimalKeepsDigits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := rapid.Float64Range(-1e12, 1e12).Draw(t, "x")
		d := rapid.IntRange(0, 4).Draw(t, "decimals")
		plain := strings.TrimPrefix(fmt.Sprintf("%.*f", d, x), "-")
		for _, lang := range []Lang{Swedish, English} {
			got := strings.NewReplacer(nbsp, "", "−", "", ",", ".").Replace(lang.Decimal(x, d))
			if lang == English {
				got = strings.NewReplacer(",", "", "−", "").Replace(lang.Decimal(x, d))
			}
			if got != plain {
				t.Fatalf("%v in %s with %d decimals has the digits %q, want %q", x, lang, d, got, plain)
			}
		}
	})
}

// Swedish puts å, ä and ö last; English puts them with a and o.
func TestSort(t *testing.T) {
	names := []string{"Östhammar", "Ånge", "Åre", "Boden", "Ängelholm", "Arvika"}
	for lang, want := range map[Lang]string{
		Swedish: "Arvika Boden Ånge Åre Ängelholm Östhammar", English: "Ånge Ängelholm Åre Arvika Boden Östhammar",
	} {
		got := append([]string(nil), names...)
		Sort(lang, got, func(s string) string { return s })
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %v, want %s", lang, got, want)
		}
	}
}

// A key without a text is seen, and a text in one language only is Swedish.
func TestTexts(t *testing.T) {
	if got := Swedish.T("no.such.key", 1); got != "[no.such.key]" {
		t.Errorf("got %q", got)
	}
	if got := English.T("fact", programme.Text{Sv: "ombyggnad", En: "rebuilding"}); got != "rebuilding" {
		t.Errorf("got %q", got)
	}
	both := []programme.Text{{Sv: "Omgång 1", En: "Round 1"}, {Sv: "Boden"}, {Sv: "Skatteverket", En: "the Tax Agency"}}
	for lang, want := range map[Lang]string{Swedish: "Omgång 1, Boden, Skatteverket", English: "Round 1, Boden, the Tax Agency"} {
		if got := lang.T("fact", both); got != want {
			t.Errorf("%s: a list is %q, want %q", lang, got, want)
		}
		if got := lang.Label(figure.Label{Key: "fact", Args: []any{figure.Label{Key: "fact", Args: []any{both}}}}); got != want {
			t.Errorf("%s: a list in a text within a text is %q, want %q", lang, got, want)
		}
		if got := lang.T("fact", []programme.Text{}); got != "" {
			t.Errorf("%s: a list of nothing is %q", lang, got)
		}
	}
	if _, err := ParseLang("de"); err == nil {
		t.Error("German is not spoken here")
	}
}

// A date that is bounded on one side only is written in words.
func TestSpans(t *testing.T) {
	for text, want := range map[string][2]string{
		"../2021-11-01": {"senast 2021-11-01", "by 2021-11-01"}, "2021-06-01/..": {"från 2021-06-01", "from 2021-06-01"},
		"2024-09/2024-10": {"2024-09–2024-10", "2024-09–2024-10"}, "2022": {"2022", "2022"},
		"2026/2027": {"2026–2027", "2026–2027"}, "2026-01/2027-11": {"2026-01–2027-11", "2026-01–2027-11"},
		"2026-02/2027-12": {"2026-02–2027-12", "2026-02–2027-12"}, "2026-01-01/2026-12-31": {"2026", "2026"},
	} {
		span, err := civil.ParseSpan(text)
		if err != nil {
			t.Fatal(err)
		}
		if got := [2]string{Swedish.Span(span), English.Span(span)}; got != want {
			t.Errorf("%s is %q, want %q", text, got, want)
		}
	}
	if got := Swedish.Span(civil.Span{}); got != "okänt" {
		t.Errorf("an unknown span is %q", got)
	}
}

// Two texts for one key are found at the start.
func TestRegisterRefusesASecondText(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("no complaint")
		}
	}()
	Register(Messages{"unknown": {"obekant", "obscure"}})
}
