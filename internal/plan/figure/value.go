package figure

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/money"
	"github.com/etablera/etablera/internal/programme"
)

// Kind is the unit of a value.
type Kind uint8

// The units, with what Low and High count.
const (
	Words   Kind = iota // a name or a sentence, in Value.Words
	Money               // öre
	Count               // offices, officers, municipalities …
	Share               // millionths of a whole: probabilities and percentages
	Date                // civil.Date
	Days                // working days
	Period              // calendar days, negative when early
	Metres              // metres
	Seconds             // seconds, which people read as minutes
	Rate                // thousandths: how many of one thing there are for each of another

	lastKind = Rate
)

var kindNames = [...]string{"words", "money", "count", "share", "date", "days", "period", "metres", "seconds", "rate"}

func (k Kind) String() string { return kindNames[k] }

// Value is a number of a unit, known exactly (Low = High), as a range, or not
// at all. The zero Value is unknown words.
type Value struct {
	Kind      Kind
	Known     bool
	Low, High int64
	Words     string
}

// Unknown is the value of something nobody has stated.
func Unknown(k Kind) Value { return Value{Kind: k} }

// OfWords is a value in words; empty words are unknown.
func OfWords(s string) Value { return Value{Kind: Words, Known: s != "", Words: s} }

// OfMoney is an exact amount.
func OfMoney(o money.Ore) Value { return Between(Money, int64(o), int64(o)) }

// OfCount is an exact count.
func OfCount(n int) Value { return Between(Count, int64(n), int64(n)) }

// OfShare is a part of a whole, rounded to the millionth; NaN is unknown.
func OfShare(p float64) Value {
	if math.IsNaN(p) || math.IsInf(p, 0) {
		return Unknown(Share)
	}
	n := int64(math.Round(p * 1e6))
	return Between(Share, n, n)
}

// OfDate is a day; an unknown date is an unknown value.
func OfDate(d civil.Date) Value {
	if !d.IsKnown() {
		return Unknown(Date)
	}
	return Between(Date, int64(d), int64(d))
}

// NoFirst and NoLast stand for the end of a date that nobody has bounded: "from
// 1 January 2023" is a date between that day and NoLast. They lie before and
// after every day, so the least, greatest and span of dates come out right.
const (
	NoFirst int64 = math.MinInt32
	NoLast  int64 = math.MaxInt32
)

// OfSpan is a date known to lie within a span, which may be open at one end.
func OfSpan(s civil.Span) Value {
	if !s.IsKnown() {
		return Unknown(Date)
	}
	v := Between(Date, NoFirst, NoLast)
	if s.First.IsKnown() {
		v.Low = int64(s.First)
	}
	if s.Last.IsKnown() {
		v.High = int64(s.Last)
	}
	return v
}

// OfDays is a number of working days.
func OfDays(n int) Value { return Between(Days, int64(n), int64(n)) }

// OfPeriod is a number of calendar days.
func OfPeriod(n int) Value { return Between(Period, int64(n), int64(n)) }

// OfSeconds is a time of travel.
func OfSeconds(n int) Value { return Between(Seconds, int64(n), int64(n)) }

// OfMetres is a distance.
func OfMetres(n int) Value { return Between(Metres, int64(n), int64(n)) }

// OfRate is how many there are for each, rounded to the thousandth; NaN is unknown.
func OfRate(r float64) Value {
	if math.IsNaN(r) || math.IsInf(r, 0) {
		return Unknown(Rate)
	}
	n := int64(math.Round(r * 1e3))
	return Between(Rate, n, n)
}

// OfAmount is a fact's amount.
func OfAmount(a programme.Amount) Value {
	return Value{Kind: Money, Known: a.Known, Low: int64(a.Low), High: int64(a.High)}
}

// OfRange is a fact's whole number.
func OfRange(r programme.Range) Value {
	return Value{Kind: Count, Known: r.Known, Low: int64(r.Low), High: int64(r.High)}
}

// Between is a value of a unit known to lie between two bounds.
func Between(k Kind, low, high int64) Value { return Value{Kind: k, Known: true, Low: low, High: high} }

// IsExact says whether the number itself is known.
func (v Value) IsExact() bool { return v.Known && v.Low == v.High }

// Ore returns both ends of an amount.
func (v Value) Ore() (low, high money.Ore) { return money.Ore(v.Low), money.Ore(v.High) }

// IsOpen says whether a date has an end that nobody has bounded.
func (v Value) IsOpen() bool {
	return v.Known && v.Kind == Date && (v.Low == NoFirst || v.High == NoLast)
}

// Dates returns both ends of a date; an end that nobody has bounded is unknown.
func (v Value) Dates() (first, last civil.Date) {
	if v.Low != NoFirst {
		first = civil.Date(v.Low)
	}
	if v.High != NoLast {
		last = civil.Date(v.High)
	}
	return first, last
}

// Float returns both ends as numbers of the unit that people use: kronor,
// pieces, parts of one, days, seconds. The open end of a date is infinite.
func (v Value) Float() (low, high float64) {
	if v.Kind == Date && v.Known {
		low, high = float64(v.Low), float64(v.High)
		if v.Low == NoFirst {
			low = math.Inf(-1)
		}
		if v.High == NoLast {
			high = math.Inf(1)
		}
		return low, high
	}
	scale := 1.0
	switch v.Kind {
	case Money:
		scale = 1e2
	case Share:
		scale = 1e6
	case Rate:
		scale = 1e3
	}
	return float64(v.Low) / scale, float64(v.High) / scale
}

// Canonical writes the value the same way on every machine and in every
// language; manifests and hashes hold this form: "money 2465000000",
// "count 1..2", "date 2022-06-01", "date 2023-01-01..", "words Boden", "share ?".
func (v Value) Canonical() string {
	name := v.Kind.String()
	switch {
	case !v.Known:
		return name + " ?"
	case v.Kind == Words:
		return name + " " + v.Words
	case v.Kind == Date && v.Low == v.High:
		return name + " " + civil.Date(v.Low).String()
	case v.Kind == Date:
		first, last := v.Dates()
		return name + " " + first.String() + ".." + last.String()
	case v.Low == v.High:
		return fmt.Sprintf("%s %d", name, v.Low)
	}
	return fmt.Sprintf("%s %d..%d", name, v.Low, v.High)
}

// ParseNumber reads a number in the form that Canonical writes. Words, unknown
// values and anything else are not numbers.
func ParseNumber(canonical string) (Value, bool) {
	name, rest, _ := strings.Cut(canonical, " ")
	low, high, ranged := strings.Cut(rest, "..")
	if !ranged {
		high = low
	}
	for k := Money; k <= lastKind; k++ {
		if k.String() != name {
			continue
		}
		a, ok1 := parseEnd(k, low, NoFirst, ranged)
		b, ok2 := parseEnd(k, high, NoLast, ranged)
		if !ok1 || !ok2 {
			return Value{}, false
		}
		return Between(k, a, b), true
	}
	return Value{}, false
}

func parseEnd(k Kind, s string, open int64, ranged bool) (int64, bool) {
	if k != Date {
		n, err := strconv.ParseInt(s, 10, 64)
		return n, err == nil
	}
	if s == "" {
		return open, ranged
	}
	d, err := civil.ParseDate(s)
	return int64(d), err == nil && d.IsKnown()
}
