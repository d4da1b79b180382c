package figure

import (
	"errors"
	"iter"
	"math"
	"slices"
	"testing"

	"github.com/etablera/etablera/internal/civil"
	"pgregory.net/rapid"
)

// shelfOf is a book of given figures.
type shelfOf map[Address]Figure

func (s shelfOf) Figure(a Address) (Figure, bool) { f, ok := s[a]; return f, ok }
func (s shelfOf) Addresses() iter.Seq[Address]    { return slices.Values([]Address(nil)) }

func fact(a Address, v Value) Figure { return Figure{Address: a, Value: v, Rule: Fact} }

// The sum, least, greatest and span of ranges hold every choice of numbers within the ranges.
func TestRangeArithmeticHolds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 6).Draw(t, "n")
		in, pick := make([]Value, n), make([]Value, n)
		for i := range in {
			a := rapid.Int64Range(-1e9, 1e9).Draw(t, "low")
			b := a + rapid.Int64Range(0, 1e6).Draw(t, "width")
			x := rapid.Int64Range(a, b).Draw(t, "x")
			in[i], pick[i] = Between(Money, a, b), Between(Money, x, x)
		}
		for _, r := range []Rule{Sum, Least, Greatest, Span} {
			whole, _ := Eval(r, in)
			part, ok := Eval(r, pick)
			if !ok || part.Low < whole.Low || part.High > whole.High {
				t.Fatalf("%s: %v lies outside %v", r, part, whole)
			}
		}
		if n >= 2 {
			whole, _ := Eval(Difference, in[:2])
			if d := pick[0].Low - pick[1].Low; d < whole.Low || d > whole.High {
				t.Fatalf("difference %d lies outside %v", d, whole)
			}
		}
		k := rapid.Int64Range(0, 40).Draw(t, "k")
		m := k + rapid.Int64Range(0, 5).Draw(t, "more")
		whole, _ := Eval(Product, []Value{Between(Count, k, m), in[0]})
		if p := k * pick[0].Low; p < whole.Low || p > whole.High {
			t.Fatalf("product %d lies outside %v", p, whole)
		}
	})
}

// What rests on something unknown is unknown; what cannot be added is refused.
func TestEvalRefuses(t *testing.T) {
	if v, ok := Eval(Sum, []Value{OfCount(3), Unknown(Count)}); !ok || v.Known {
		t.Errorf("3 + unknown = %v, %v", v, ok)
	}
	for _, c := range []struct {
		rule Rule
		in   []Value
	}{
		{Sum, []Value{OfCount(3), OfDays(3)}}, {Sum, []Value{OfWords("a"), OfWords("b")}}, {Sum, nil},
		{Difference, []Value{OfCount(1)}}, {Ratio, []Value{OfCount(1), OfCount(0)}}, {"economy.phase", []Value{OfCount(1)}},
		{"economy.phase", []Value{Unknown(Count)}},
	} {
		if v, ok := Eval(c.rule, c.in); ok {
			t.Errorf("%s of %v = %v, want a refusal", c.rule, c.in, v)
		}
	}
}

func TestExplainShowsSharedInputsOnce(t *testing.T) {
	s := shelfOf{
		"t/top": {Address: "t/top", Rule: Sum, Inputs: []Address{"t/a", "t/b"}},
		"t/a":   {Address: "t/a", Rule: Sum, Inputs: []Address{"t/f", "t/c"}},
		"t/b":   {Address: "t/b", Rule: Sum, Inputs: []Address{"t/c"}},
		"t/c":   {Address: "t/c", Rule: Same, Inputs: []Address{"t/f"}},
		"t/f":   fact("t/f", OfCount(3)),
	}
	n, err := Explain(Shelf{"t": s}, "t/top", 0)
	if err != nil {
		t.Fatal(err)
	}
	if again := n.Inputs[1].Inputs[0]; !again.Repeated || again.Inputs != nil {
		t.Errorf("t/c stands twice in full: %+v", again)
	}
	cut, _ := Explain(Shelf{"t": s}, "t/top", 2)
	if !cut.Inputs[0].Cut {
		t.Error("depth 2 should end under the second level")
	}
	before := n.InputHash()
	s["t/f"] = fact("t/f", OfCount(4))
	if after, _ := Explain(Shelf{"t": s}, "t/top", 0); after.InputHash() == before {
		t.Error("a changed fact leaves the hash as it was")
	}
}

func TestExplainNamesWhatIsMissing(t *testing.T) {
	s := Shelf{"t": shelfOf{"t/top": {Address: "t/top", Rule: Sum, Inputs: []Address{"t/gone"}}}}
	var missing *MissingInputError
	if _, err := Explain(s, "t/top", 0); !errors.As(err, &missing) || missing.Input != "t/gone" {
		t.Errorf("got %v", err)
	}
	var notFound *NotFoundError
	if _, err := Explain(s, "x/y", 0); !errors.As(err, &notFound) {
		t.Errorf("got %v", err)
	}
}

func TestCanonical(t *testing.T) {
	for want, v := range map[string]Value{
		"money 2465000000": OfMoney(2465000000), "count 1..2": Between(Count, 1, 2), "share ?": Unknown(Share), "seconds 1800": OfSeconds(1800), "metres 60..70": Between(Metres, 60, 70), "rate 12340": OfRate(12.34),
		"date 2022-06-01..": OfSpan(civil.Span{First: 738307}), "date ..2022-06-01": OfSpan(civil.Span{Last: 738307}), "date ?": OfSpan(civil.Span{}),
		"date 2022-06-01": OfDate(738307), "words Boden": OfWords("Boden"), "share 812300": OfShare(0.8123),
	} {
		if got := v.Canonical(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
		if back, ok := ParseNumber(want); ok != (v.Known && v.Kind != Words) || ok && back != v {
			t.Errorf("%q is read as %+v (%v)", want, back, ok)
		}
	}
}

// A date bounded at one end is known at that end: it compares as it should, and
// nobody can say how far it lies from another.
func TestHalfOpenDates(t *testing.T) {
	day, from, until := OfDate(738307), OfSpan(civil.Span{First: 738300}), OfSpan(civil.Span{Last: 738310})
	for _, c := range []struct {
		rule Rule
		in   []Value
		want string
	}{
		{Span, []Value{day, from}, "date 2022-05-25.."},
		{Span, []Value{from, until}, "date .."},
		{Least, []Value{day, until}, "date ..2022-06-01"},
		{Greatest, []Value{day, until}, "date 2022-06-01..2022-06-04"},
		{Least, []Value{day, from}, "date 2022-05-25..2022-06-01"},
		{Greatest, []Value{day, from}, "date 2022-06-01.."},
		{Difference, []Value{from, day}, "period ?"},
		{Difference, []Value{day, until}, "period ?"},
		{Same, []Value{from}, "date 2022-05-25.."},
	} {
		if v, ok := Eval(c.rule, c.in); !ok || v.Canonical() != c.want {
			t.Errorf("%s of %v = %s (%v), want %s", c.rule, c.in, v.Canonical(), ok, c.want)
		}
	}
	first, last := from.Dates()
	low, high := from.Float()
	if first != 738300 || last != 0 || low != 738300 || !math.IsInf(high, 1) || from.IsExact() || !from.IsOpen() || day.IsOpen() {
		t.Errorf("from %s to %s, %g to %g", first, last, low, high)
	}
	first, last = until.Dates()
	low, high = until.Float()
	if first != 0 || last != 738310 || !math.IsInf(low, -1) || high != 738310 {
		t.Errorf("from %s to %s, %g to %g", first, last, low, high)
	}
}
