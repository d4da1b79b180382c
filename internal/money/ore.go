// Package money counts in whole öre, so that the sum of the parts is the whole.
//
// An Ore is an exact amount; it has no unknown value: what may be unknown is a
// programme.Amount or a pointer. Nothing here rounds silently: a division is
// always a Split, whose parts add up to what was split, or a Scale, which says
// how it rounds.
package money

import (
	"fmt"
	"math"
	"math/big"
	"math/bits"
	"strconv"
	"strings"
)

// Ore is an amount of Swedish money in öre; 100 öre are one krona.
type Ore int64

// Krona, thousand (tkr) and million kronor (mnkr).
const (
	Krona Ore = 100
	Tkr   Ore = 1000 * Krona
	Mnkr  Ore = 1000 * Tkr
)

// Scale returns a·num/den rounded half away from zero. den must be positive.
// The product is exact in 128 bits; a result outside int64 panics, because a
// public budget of 92 quadrillion kronor is a mistake and not a figure.
func Scale(a Ore, num, den int64) Ore {
	if den <= 0 {
		panic("money: Scale with a denominator that is not positive")
	}
	neg := (a < 0) != (num < 0)
	hi, lo := bits.Mul64(abs(int64(a)), abs(num))
	lo, carry := bits.Add64(lo, uint64(den)/2, 0)
	hi += carry
	if hi >= uint64(den) {
		panic("money: Scale overflows")
	}
	q, _ := bits.Div64(hi, lo, uint64(den))
	if q > math.MaxInt64 {
		panic("money: Scale overflows")
	}
	if neg {
		return -Ore(q)
	}
	return Ore(q)
}

func abs(n int64) uint64 {
	if n < 0 {
		return uint64(-n)
	}
	return uint64(n)
}

// Split divides a over the weights so that the parts add up to a to the öre:
// the running total after part i is a·(w₀+…+wᵢ)/Σw rounded, so no part is more
// than one öre from its exact share. Weights must not be negative; when all are
// zero the whole goes to the last part. An empty slice of weights gives nil.
// O(len(weights)).
func Split(a Ore, weights []int64) []Ore {
	if len(weights) == 0 {
		return nil
	}
	parts := make([]Ore, len(weights))
	SplitInto(parts, a, weights)
	return parts
}

// SplitInto is Split without allocation; parts and weights have equal length.
func SplitInto(parts []Ore, a Ore, weights []int64) {
	var sum int64
	for _, w := range weights {
		if w < 0 {
			panic("money: negative weight")
		}
		sum += w
	}
	if sum == 0 {
		clear(parts)
		parts[len(parts)-1] = a
		return
	}
	var seen int64
	var given Ore
	for i, w := range weights {
		seen += w
		upTo := Scale(a, seen, sum)
		parts[i] = upTo - given
		given = upTo
	}
}

// String writes the amount in kronor with a decimal point where needed, for
// files and logs; pages and reports use the locale's form.
func (o Ore) String() string {
	sign := ""
	u := abs(int64(o))
	if o < 0 {
		sign = "-"
	}
	if u%100 == 0 {
		return sign + strconv.FormatUint(u/100, 10) + " kr"
	}
	return fmt.Sprintf("%s%d.%02d kr", sign, u/100, u%100)
}

// A FormatError says what was read where an amount was expected.
type FormatError struct{ Text string }

func (e *FormatError) Error() string {
	return fmt.Sprintf("%q is not an amount: write it as 1.55 mnkr, 1550 tkr or 1550000 kr", e.Text)
}

// units in the order in which Format tries them: the largest that leaves at
// most three decimals is the one a person would have written.
var units = []struct {
	name string
	size Ore
}{{"mnkr", Mnkr}, {"tkr", Tkr}, {"kr", Krona}}

// Format writes the amount as Parse reads it: 1.55 mnkr, 12.5 tkr, 99.50 kr.
func Format(o Ore) string {
	u := abs(int64(o))
	for _, unit := range units {
		size := uint64(unit.size)
		if u < size && unit.size != Krona || u*1000%size != 0 && unit.size != Krona {
			continue
		}
		text := strconv.FormatUint(u/size, 10)
		if frac := u % size; frac != 0 {
			places := len(strconv.FormatUint(size, 10)) - 1
			text += "." + strings.TrimRight(fmt.Sprintf("%0*d", places, frac), "0")
		}
		if o < 0 {
			text = "-" + text
		}
		return text + " " + unit.name
	}
	panic("unreachable: every amount is a number of öre")
}

// Parse reads an amount with its unit: "1.55 mnkr", "1,55 mnkr", "1550 tkr",
// "1550000 kr". Spaces may group the digits. More decimals than öre is an error.
func Parse(s string) (Ore, error) {
	bad := &FormatError{Text: s}
	text := strings.TrimSpace(s)
	for _, unit := range units {
		number, ok := strings.CutSuffix(text, unit.name)
		// "mnkr" and "tkr" end in "kr": the number must end in a digit.
		if number = strings.TrimRight(number, " \u00a0"); !ok || number == "" || number[len(number)-1] > '9' {
			continue
		}
		return parseNumber(number, unit.size, bad)
	}
	return 0, bad
}

func parseNumber(number string, size Ore, bad error) (Ore, error) {
	neg := false
	if rest, ok := strings.CutPrefix(number, "-"); ok {
		neg, number = true, rest
	}
	number = strings.NewReplacer(" ", "", "\u00a0", "", ",", ".").Replace(number)
	whole, frac, hasFrac := strings.Cut(number, ".")
	if whole == "" || len(whole) > 17 || hasFrac && frac == "" || len(frac) > 8 {
		return 0, bad
	}
	for _, c := range whole + frac {
		if c < '0' || c > '9' {
			return 0, bad
		}
	}
	n, _ := new(big.Int).SetString(whole+frac, 10)
	n.Mul(n, big.NewInt(int64(size)))
	n, rest := n.QuoRem(n, new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(len(frac))), nil), new(big.Int))
	if rest.Sign() != 0 || !n.IsInt64() {
		return 0, bad
	}
	if neg {
		n.Neg(n)
	}
	return Ore(n.Int64()), nil
}

// MarshalText implements encoding.TextMarshaler with Format.
func (o Ore) MarshalText() ([]byte, error) { return []byte(Format(o)), nil }

// UnmarshalText implements encoding.TextUnmarshaler with Parse.
func (o *Ore) UnmarshalText(text []byte) (err error) {
	*o, err = Parse(string(text))
	return err
}
