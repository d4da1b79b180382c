package lint

import (
	"math"
	"strconv"
	"strings"
)

// An interval is what a number, as written, may stand for.
type interval struct{ lo, hi float64 }

const epsilon = 1e-9

func (a interval) overlaps(b interval) bool { return a.lo <= b.hi+epsilon && b.lo <= a.hi+epsilon }
func (a interval) plus(b interval) interval { return interval{a.lo + b.lo, a.hi + b.hi} }

// widen allows for the rounding of the last digit written.
func (a interval) widen(decimals int) interval {
	half := 0.5 * math.Pow10(-decimals)
	return interval{a.lo - half, a.hi + half}
}

// interval returns what the quantity may be. Counts of things are exact unless
// the words around them say otherwise; amounts, shares and decimals are rounded
// in their last digit.
func (q quantity) interval() interval {
	i := interval{q.min, q.max}
	if q.unit != noUnit || q.decimals > 0 {
		return i.widen(q.decimals)
	}
	return i
}

// number writes x with at most decimals decimals, as the text's language does.
func (v *view) number(x float64, decimals int) string {
	if math.IsInf(x, 0) || math.IsNaN(x) {
		return "–"
	}
	s := strconv.FormatFloat(x, 'f', decimals, 64)
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	if s == "-0" {
		s = "0"
	}
	if v.lang == swedish {
		s = strings.Replace(s, ".", ",", 1)
	}
	return s
}

// span writes a quantity as "14" or "28–29".
func (v *view) span(q quantity) string {
	if q.lo == q.hi {
		return v.number(q.lo, q.decimals)
	}
	return v.number(q.lo, q.decimals) + "–" + v.number(q.hi, q.decimals)
}
