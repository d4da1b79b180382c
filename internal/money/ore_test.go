package money

import (
	"math/big"
	"testing"

	"pgregory.net/rapid"
)

// The parts of a split add up to the whole, to the öre, and none is more than
// one öre from its exact share.
func TestSplitAddsUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := Ore(rapid.Int64Range(-1e15, 1e15).Draw(t, "amount"))
		weights := rapid.SliceOfN(rapid.Int64Range(0, 1e6), 1, 40).Draw(t, "weights")
		var sum Ore
		var total int64
		for _, w := range weights {
			total += w
		}
		for i, p := range Split(a, weights) {
			sum += p
			if total == 0 {
				continue
			}
			exact := new(big.Rat).SetFrac(new(big.Int).Mul(big.NewInt(int64(a)), big.NewInt(weights[i])), big.NewInt(total))
			off := new(big.Rat).Sub(new(big.Rat).SetInt64(int64(p)), exact)
			if off.Abs(off).Cmp(big.NewRat(1, 1)) > 0 {
				t.Fatalf("part %d is %d, more than one öre from %v", i, p, exact)
			}
		}
		if sum != a {
			t.Fatalf("parts add up to %d, not %d", sum, a)
		}
	})
}

// An amount survives its own text.
func TestTextRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := Ore(rapid.Int64().Draw(t, "amount"))
		if a == -1<<63 {
			t.Skip("one amount has no positive counterpart")
		}
		back, err := Parse(Format(a))
		if err != nil || back != a {
			t.Fatalf("%d was written %q and came back as %d, %v", a, Format(a), back, err)
		}
	})
}

// Scale agrees with exact arithmetic, rounding half away from zero.
func TestScaleIsExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := rapid.Int64Range(-1e15, 1e15).Draw(t, "a")
		num := rapid.Int64Range(-1000, 1000).Draw(t, "num")
		den := rapid.Int64Range(1, 1e6).Draw(t, "den")
		p := new(big.Int).Mul(big.NewInt(a), big.NewInt(num))
		twice := new(big.Int).Abs(p)
		twice.Mul(twice, big.NewInt(2)).Add(twice, big.NewInt(den))
		twice.Quo(twice, big.NewInt(2*den))
		if p.Sign() < 0 {
			twice.Neg(twice)
		}
		if got := Scale(Ore(a), num, den); int64(got) != twice.Int64() {
			t.Fatalf("Scale(%d, %d, %d) = %d, want %v", a, num, den, got, twice)
		}
	})
}

func TestParse(t *testing.T) {
	for text, want := range map[string]Ore{
		"1.55 mnkr": 155_000_000, "1,55 mnkr": 155_000_000, "2.875 mnkr": 287_500_000, "15.3 mnkr": 1_530_000_000,
		"54 mnkr": 54 * Mnkr, "1 550 tkr": 1550 * Tkr, "99.50 kr": 9950, "-50 mnkr": -50 * Mnkr, "0 kr": 0,
	} {
		got, err := Parse(text)
		if err != nil || got != want {
			t.Errorf("Parse(%q) = %d, %v; want %d", text, got, err, want)
		}
	}
	for _, text := range []string{"", "1.55", "mnkr", "kr", "1.555 kr", "1..5 mnkr", "1e6 kr", ".5 mnkr", "5. mnkr", "99999999999999999 mnkr", "5 usd", "٥ kr"} {
		if got, err := Parse(text); err == nil {
			t.Errorf("Parse(%q) = %d, want an error", text, got)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("1.55 mnkr")
	f.Fuzz(func(t *testing.T, s string) {
		o, err := Parse(s)
		if err != nil {
			return
		}
		if back, err := Parse(Format(o)); err != nil || back != o {
			t.Fatalf("%q is %d, written %q, read %d, %v", s, o, Format(o), back, err)
		}
	})
}
