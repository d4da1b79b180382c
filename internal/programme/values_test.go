package programme

import (
	"encoding"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"github.com/etablera/etablera/internal/money"
)

// form is a value with a text form of its own.
type form interface {
	encoding.TextMarshaler
	comparable
}

// reads checks that each text is read as the value and written as the canonical text.
func reads[T form](t *testing.T, cases map[string]T, canonical map[string]string) {
	t.Helper()
	for text, want := range cases {
		got := new(T)
		if err := any(got).(encoding.TextUnmarshaler).UnmarshalText([]byte(text)); err != nil {
			t.Errorf("%T %q: %v", *got, text, err)
			continue
		}
		if *got != want {
			t.Errorf("%T %q is read as %+v, want %+v", *got, text, *got, want)
		}
		written, err := want.MarshalText()
		expect, other := canonical[text]
		if !other {
			expect = text
		}
		if err != nil || string(written) != expect {
			t.Errorf("%T %+v is written %q, want %q (%v)", want, want, written, expect, err)
		}
	}
}

// refuses checks that each text is an error.
func refuses[T form](t *testing.T, texts ...string) {
	t.Helper()
	for _, text := range texts {
		got := new(T)
		if err := any(got).(encoding.TextUnmarshaler).UnmarshalText([]byte(text)); err == nil {
			t.Errorf("%T %q is read as %+v, want an error", *got, text, *got)
		}
	}
}

func TestRangeText(t *testing.T) {
	reads(t, map[string]Range{"": {}, "0": Exactly(0), "5": Exactly(5), "10-20": Between(10, 20), "10–20": Between(10, 20), "1 - 2": Between(1, 2), "5-5": Exactly(5)},
		map[string]string{"10–20": "10-20", "1 - 2": "1-2", "5-5": "5"})
	refuses[Range](t, "-5", "5-", "-", "20-10", "1-2-3", "fem", "1.5", "99999999999", " ", "5,10")
}

// The sum of ranges is known only where all of them are.
func TestRangePlus(t *testing.T) {
	if got := Exactly(11).Plus(Between(1, 2)).Plus(Between(1, 2)); got != Between(13, 15) {
		t.Errorf("the first round has %s offices, want 13-15", got)
	}
	if got := Exactly(11).Plus(Range{}); got.Known || got != (Range{}) {
		t.Errorf("a sum with something unknown is %+v", got)
	}
	if Between(1, 2).IsExact() || !Exactly(2).IsExact() || (Range{}).IsExact() {
		t.Error("only a single known number is exact")
	}
}

func TestAmountText(t *testing.T) {
	reads(t, map[string]Amount{"": {}, "0 kr": ExactAmount(0), "1.55 mnkr": ExactAmount(1_550_000_00), "0.9 mnkr - 3.2 mnkr": {900_000_00, 3_200_000_00, true},
		"-5 tkr - -3 tkr": {-5000_00, -3000_00, true}, "1,55 mnkr": ExactAmount(1_550_000_00), "900 tkr – 3,2 mnkr": {900_000_00, 3_200_000_00, true}},
		map[string]string{"1,55 mnkr": "1.55 mnkr", "0.9 mnkr - 3.2 mnkr": "900 tkr - 3.2 mnkr", "900 tkr – 3,2 mnkr": "900 tkr - 3.2 mnkr"})
	refuses[Amount](t, "60", "mnkr", "3 mnkr - 2 mnkr", "1 mnkr-2 mnkr", "1 mnkr - ", "NaN kr")
}

func TestTriText(t *testing.T) {
	reads(t, map[string]Tri{"": Unknown, "no": No, "yes": Yes, "false": No, "true": Yes}, map[string]string{"false": "no", "true": "yes"})
	refuses[Tri](t, "maybe", "Yes", "1", " ")
}

func TestCitationText(t *testing.T) {
	reads(t, map[string]Citation{"": {}, "delred1": {ID: "delred1"}, "delred1 avsnitt 2.2, tabell 1": {"delred1", "avsnitt 2.2, tabell 1"}, "  a   b ": {"a", "b"}},
		map[string]string{"  a   b ": "a b"})
}

// Text falls back to Swedish and never the other way.
func TestTextIn(t *testing.T) {
	both, swedish, english := Text{"ja", "yes"}, Text{Sv: "ja"}, Text{En: "yes"}
	for _, c := range []struct {
		text     Text
		lang, is string
	}{{both, "sv", "ja"}, {both, "en", "yes"}, {swedish, "en", "ja"}, {english, "sv", ""}, {english, "en", "yes"}} {
		if got := c.text.In(c.lang); got != c.is {
			t.Errorf("%+v in %s is %q, want %q", c.text, c.lang, got, c.is)
		}
	}
}

func TestValueErrorNamesWhatWouldBeRight(t *testing.T) {
	err := new(Range).UnmarshalText([]byte("två"))
	if err == nil || err.Error() != `"två" is not one of: 5, 10-20` {
		t.Error(err)
	}
}

// What was written is read back, whatever the value.
func TestValuesRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := rapid.IntRange(0, 1<<31-1).Draw(t, "a"), rapid.IntRange(0, 1<<31-1).Draw(t, "b")
		m, n := money.Ore(rapid.Int64Range(-1e16, 1e16).Draw(t, "m")), money.Ore(rapid.Int64Range(-1e16, 1e16).Draw(t, "n"))
		roundTrip(t, Between(min(a, b), max(a, b)))
		roundTrip(t, Amount{min(m, n), max(m, n), true})
		roundTrip(t, Share(rapid.IntRange(0, int(Whole)).Draw(t, "share")))
		roundTrip(t, Metres(rapid.IntRange(0, 2_000_000).Draw(t, "metres")))
		roundTrip(t, Days{rapid.IntRange(0, 65535).Draw(t, "days"), true})
		roundTrip(t, Link{"lokal", rapid.SampledFrom([]LinkKind{FinishStart, StartStart, FinishFinish}).Draw(t, "kind"), rapid.IntRange(-32768, 32767).Draw(t, "lag")})
		x, y := rapid.Float64Range(0.01, 25000).Draw(t, "x"), rapid.Float64Range(0.01, 25000).Draw(t, "y")
		roundTrip(t, Distribution{LogNormal, min(x, y), max(x, y), 0})
		roundTrip(t, Distribution{Triangular, min(x, y), (x + y) / 2, max(x, y)})
		roundTrip(t, Distribution{Fixed, x, 0, 0})
	})
}

func roundTrip[T form](t *rapid.T, v T) {
	text, err := v.MarshalText()
	if err != nil {
		t.Fatal(err)
	}
	got := new(T)
	if err := any(got).(encoding.TextUnmarshaler).UnmarshalText(text); err != nil || *got != v {
		t.Fatalf("%s %+v is written %q and read as %+v (%v)", reflect.TypeFor[T](), v, text, *got, err)
	}
}
