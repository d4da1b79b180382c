package programme

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/etablera/etablera/internal/money"
)

// Text is a name or sentence in Swedish and, where somebody has written it, in
// English. In a file it is one string (Swedish) or a map {sv: …, en: …}.
type Text struct {
	Sv string `yaml:"sv"`
	En string `yaml:"en"`
}

// In returns the text in the language "sv" or "en"; Swedish where there is no English.
func (t Text) In(lang string) string {
	if lang == "en" && t.En != "" {
		return t.En
	}
	return t.Sv
}

// Citation is a source and the place in it, written "delred1 avsnitt 2.2, tabell 1":
// the first word is the id of the source, the rest is the place.
type Citation struct {
	ID    SourceID
	Place string
}

func (c Citation) String() string { return strings.TrimSpace(string(c.ID) + " " + c.Place) }

// MarshalText implements encoding.TextMarshaler.
func (c Citation) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (c *Citation) UnmarshalText(text []byte) error {
	id, place, _ := strings.Cut(strings.TrimSpace(string(text)), " ")
	*c = Citation{SourceID(id), strings.TrimSpace(place)}
	return nil
}

// Tri is yes, no or unknown.
type Tri uint8

// The zero Tri is unknown.
const (
	Unknown Tri = iota
	No
	Yes
)

var triTexts = [...]string{"", "no", "yes"}

func (t Tri) String() string { return triTexts[t] }

// MarshalText implements encoding.TextMarshaler.
func (t Tri) MarshalText() ([]byte, error) { return []byte(t.String()), nil }

// UnmarshalText reads yes, no, true, false and the empty text.
func (t *Tri) UnmarshalText(text []byte) error {
	switch string(text) {
	case "":
		*t = Unknown
	case "no", "false":
		*t = No
	case "yes", "true":
		*t = Yes
	default:
		return &ValueError{Text: string(text), Want: "yes, no"}
	}
	return nil
}

// A ValueError says what was read where a value of some form was expected.
type ValueError struct{ Text, Want string }

func (e *ValueError) Error() string { return fmt.Sprintf("%q is not one of: %s", e.Text, e.Want) }

// Range is a whole number that may be known only to lie between two bounds,
// both included. The zero Range is unknown; use Exactly or Between to make one.
type Range struct {
	Low, High int
	Known     bool
}

// Exactly returns the range of one number.
func Exactly(n int) Range { return Range{n, n, true} }

// Between returns the range from low to high.
func Between(low, high int) Range { return Range{low, high, true} }

// IsExact says whether the number itself is known.
func (r Range) IsExact() bool { return r.Known && r.Low == r.High }

// Plus adds two ranges; the sum with something unknown is unknown.
func (r Range) Plus(s Range) Range {
	if !r.Known || !s.Known {
		return Range{}
	}
	return Between(r.Low+s.Low, r.High+s.High)
}

// String writes 5 or 10-20, and "" when unknown.
func (r Range) String() string {
	switch {
	case !r.Known:
		return ""
	case r.Low == r.High:
		return strconv.Itoa(r.Low)
	}
	return strconv.Itoa(r.Low) + "-" + strconv.Itoa(r.High)
}

// MarshalText implements encoding.TextMarshaler.
func (r Range) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText reads 5, 10-20 or 10–20; the empty text is unknown.
func (r *Range) UnmarshalText(text []byte) error {
	s := strings.ReplaceAll(string(text), "–", "-")
	if s == "" {
		*r = Range{}
		return nil
	}
	low, high, isRange := strings.Cut(s, "-")
	if !isRange {
		high = low
	}
	a, err1 := strconv.ParseUint(strings.TrimSpace(low), 10, 31)
	b, err2 := strconv.ParseUint(strings.TrimSpace(high), 10, 31)
	if err1 != nil || err2 != nil || a > b {
		return &ValueError{Text: string(text), Want: "5, 10-20"}
	}
	*r = Between(int(a), int(b))
	return nil
}

// Amount is money that may be unknown or known only to lie between two bounds.
// The zero Amount is unknown.
type Amount struct {
	Low, High money.Ore
	Known     bool
}

// ExactAmount returns a known amount.
func ExactAmount(o money.Ore) Amount { return Amount{o, o, true} }

// String writes 1.55 mnkr or 0.9 mnkr - 3.2 mnkr, and "" when unknown.
func (a Amount) String() string {
	switch {
	case !a.Known:
		return ""
	case a.Low == a.High:
		return money.Format(a.Low)
	}
	return money.Format(a.Low) + " - " + money.Format(a.High)
}

// MarshalText implements encoding.TextMarshaler.
func (a Amount) MarshalText() ([]byte, error) { return []byte(a.String()), nil }

// UnmarshalText reads what String writes; the empty text is unknown.
func (a *Amount) UnmarshalText(text []byte) error {
	s := strings.ReplaceAll(string(text), "–", "-")
	if s == "" {
		*a = Amount{}
		return nil
	}
	low, high, isRange := strings.Cut(s, " - ")
	if !isRange {
		high = low
	}
	l, err := money.Parse(low)
	if err != nil {
		return err
	}
	h, err := money.Parse(high)
	if err != nil {
		return err
	}
	if l > h {
		return &ValueError{Text: string(text), Want: "0.9 mnkr - 3.2 mnkr"}
	}
	*a = Amount{l, h, true}
	return nil
}
