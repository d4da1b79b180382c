package locale

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/money"
	"github.com/etablera/etablera/internal/plan/figure"
)

// nbsp keeps a number and its parts on one line.
const nbsp = "\u00a0"

// Int writes a whole number with grouped digits: 10 452 326 or 10,452,326. Four
// digits stand together in Swedish, as in 2022 kontor.
func (l Lang) Int(n int64) string { return l.Decimal(float64(n), 0) }

// Decimal writes a number with a fixed number of decimals.
func (l Lang) Decimal(x float64, decimals int) string {
	text := strconv.FormatFloat(x, 'f', decimals, 64)
	sign := ""
	if rest, neg := strings.CutPrefix(text, "-"); neg {
		sign, text = "−", rest
		if strings.Trim(text, "0.") == "" {
			sign = ""
		}
	}
	whole, frac, _ := strings.Cut(text, ".")
	group, comma := nbsp, ","
	if l == English {
		group, comma = ",", "."
	}
	var b strings.Builder
	b.WriteString(sign)
	for i, c := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteString(group)
		}
		b.WriteRune(c)
	}
	if frac != "" {
		b.WriteString(comma)
		b.WriteString(frac)
	}
	return b.String()
}

// Mnkr writes an amount in million kronor with the given decimals, without unit.
func (l Lang) Mnkr(o money.Ore, decimals int) string {
	return l.Decimal(float64(o)/float64(money.Mnkr), decimals)
}

// Money writes an amount in million kronor with unit, with as many decimals as
// it has, at least two and at most three: 24,65 mnkr or SEK 24.65 million.
func (l Lang) Money(o money.Ore) string {
	decimals := 2
	if o%(money.Mnkr/100) != 0 {
		decimals = 3
	}
	return l.withUnit(l.Mnkr(o, decimals))
}

func (l Lang) withUnit(number string) string {
	if l == English {
		return "SEK" + nbsp + number + nbsp + "million"
	}
	return number + nbsp + "mnkr"
}

// Percent writes a share with the given decimals: 44,7 % or 44.7%.
func (l Lang) Percent(share float64, decimals int) string {
	text := l.share(int64(math.Round(share*1e6)), decimals)
	if l == English {
		return text + "%"
	}
	return text + nbsp + "%"
}

var months = map[Lang][12]string{
	Swedish: {"januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"},
	English: {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"},
}

// LongDate writes a date in running text: 24 september 2021, 24 September 2021.
func (l Lang) LongDate(d civil.Date) string {
	if !d.IsKnown() {
		return l.T("unknown")
	}
	y, m, day := d.Civil()
	return fmt.Sprintf("%d%s%s%s%d", day, nbsp, months[l][m-1], nbsp, y)
}

// MonthName writes a month: september 2021.
func (l Lang) MonthName(m civil.Month) string {
	y, mm := m.Civil()
	return months[l][mm-time.January] + nbsp + strconv.Itoa(y)
}

// MonthShort writes a month in few letters: sep 2021.
func (l Lang) MonthShort(m civil.Month) string {
	y, mm := m.Civil()
	return string([]rune(months[l][mm-time.January])[:3]) + nbsp + strconv.Itoa(y)
}

// Span writes a date as exactly as it is known, in ISO form.
func (l Lang) Span(s civil.Span) string {
	if !s.IsKnown() {
		return l.T("unknown")
	}
	switch {
	case !s.First.IsKnown():
		return l.T("span.until", s.Last)
	case !s.Last.IsKnown():
		return l.T("span.from", s.First)
	}
	if years, whole := wholeYears(s); whole {
		return years
	}
	return strings.Replace(s.String(), "/", "–", 1)
}

// wholeYears writes a span from the first day of a year to the last of a later
// one: 2026–2027.
func wholeYears(s civil.Span) (text string, whole bool) {
	y, m, d := s.First.Civil()
	z, n, e := s.Last.Civil()
	if m != time.January || d != 1 || n != time.December || e != 31 || y == z {
		return "", false
	}
	return fmt.Sprintf("%d–%d", y, z), true
}

// Value writes a figure in its usual form, and "okänt" when nobody knows it.
func (l Lang) Value(v figure.Value) string { return l.ValueAs(v, Style{Decimals: -1}) }

// Style says how a value is written. Decimals −1 is the usual number; Unit
// leaves the unit out when false is wanted by a table whose head states it.
type Style struct {
	Decimals int
	NoUnit   bool
	Long     bool // dates in words
}

// ValueAs writes a figure in a stated form.
func (l Lang) ValueAs(v figure.Value, s Style) string {
	if !v.Known {
		return l.T("unknown")
	}
	if v.Kind == figure.Words {
		return v.Words
	}
	if v.IsOpen() {
		return l.openDate(v, s)
	}
	low := l.number(v.Kind, v.Low, s)
	if v.Low != v.High {
		if high := l.number(v.Kind, v.High, s); high != low {
			low += "–" + high
		}
	}
	if s.NoUnit {
		return low
	}
	return l.unit(v, low)
}

// openDate writes a date that is bounded at one end at most.
func (l Lang) openDate(v figure.Value, s Style) string {
	switch first, last := v.Dates(); {
	case first.IsKnown():
		return l.T("span.from", l.number(v.Kind, v.Low, s))
	case last.IsKnown():
		return l.T("span.until", l.number(v.Kind, v.High, s))
	}
	return l.T("unknown")
}

func (l Lang) number(k figure.Kind, n int64, s Style) string {
	switch k {
	case figure.Money:
		d := s.Decimals
		if d < 0 {
			d = 2
			if money.Ore(n)%(money.Mnkr/100) != 0 {
				d = 3
			}
		}
		return l.Mnkr(money.Ore(n), d)
	case figure.Share:
		return l.share(n, max(s.Decimals, 0))
	case figure.Date:
		if s.Long {
			return l.LongDate(civil.Date(n))
		}
		return civil.Date(n).String()
	case figure.Metres:
		if n >= 1000 || n <= -1000 {
			return l.Decimal(float64(n)/1000, 1)
		}
	case figure.Seconds:
		return l.Decimal(float64(n)/60, max(s.Decimals, 0))
	case figure.Rate:
		d := s.Decimals
		if d < 0 {
			d = 1
		}
		return l.Decimal(float64(n)/1000, d)
	}
	return l.Int(n)
}

// share writes millionths as per cent. What is not quite nothing is not written
// as nothing, nor what is not quite the whole as the whole.
func (l Lang) share(n int64, decimals int) string {
	text := l.Decimal(float64(n)/1e4, decimals)
	least := math.Pow10(-decimals)
	switch {
	case n > 0 && text == l.Decimal(0, decimals):
		return "<" + nbsp + l.Decimal(least, decimals)
	case n < 1e6 && text == l.Decimal(100, decimals):
		return ">" + nbsp + l.Decimal(100-least, decimals)
	}
	return text
}

// isOne says whether a number takes its noun in the singular: 1 and −1.
func isOne(v figure.Value) bool { return v.IsExact() && (v.Low == 1 || v.Low == -1) }

func (l Lang) unit(v figure.Value, number string) string {
	switch v.Kind {
	case figure.Money:
		return l.withUnit(number)
	case figure.Share:
		if l == English {
			return number + "%"
		}
		return number + nbsp + "%"
	case figure.Days:
		if isOne(v) {
			return l.T("unit.workday", number)
		}
		return l.T("unit.workdays", number)
	case figure.Period:
		if isOne(v) {
			return l.T("unit.day", number)
		}
		return l.T("unit.days", number)
	case figure.Metres:
		if math.Abs(float64(v.Low)) >= 1000 {
			return number + nbsp + "km"
		}
		return number + nbsp + "m"
	case figure.Seconds:
		return number + nbsp + "min"
	}
	return number
}
