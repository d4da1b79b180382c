package verify

import (
	"math"
	"strconv"
	"strings"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/report/document"
)

// maxDecimals is the greatest number that a template can ask for.
const maxDecimals = 3

// isForm says whether a text is one of the forms in which a report can write a
// value. Words have no forms to check by, nor has a date that is not known as an
// interval: the report then writes what the source says.
func isForm(lang locale.Lang, v figure.Value, text string) bool {
	if v.Kind == figure.Words || v.Kind == figure.Date && !v.Known {
		return true
	}
	want := spaced(text)
	for decimals := -1; decimals <= maxDecimals; decimals++ {
		for _, s := range []locale.Style{{Decimals: decimals}, {Decimals: decimals, NoUnit: true}, {Decimals: decimals, Long: true}} {
			if spaced(lang.ValueAs(v, s)) == want {
				return true
			}
		}
	}
	return v.Kind == figure.Date && isDateForm(lang, v, want)
}

func isDateForm(lang locale.Lang, v figure.Value, want string) bool {
	first, last := v.Dates()
	return want == spaced(lang.Span(civil.Span{First: first, Last: last})) ||
		first.Month() == last.Month() && want == spaced(lang.MonthName(first.Month()))
}

// dayZero is the day from which workbooks count dates.
var dayZero = civil.Of(1899, 12, 30)

// isNumber says whether a number of a workbook is an end of a value. A program
// that has saved the workbook may have changed the last binary digit.
func isNumber(v figure.Value, s Shown) bool {
	x, err := strconv.ParseFloat(s.Text, 64)
	if err != nil || !v.Known || v.Kind == figure.Words {
		return false
	}
	want := cellNumber(v, s.End)
	return math.Abs(x-want) <= 1e-12*max(math.Abs(x), math.Abs(want))
}

// cellNumber is an end of a value as a workbook stores it: kronor, parts of one,
// days from dayZero.
func cellNumber(v figure.Value, end End) float64 {
	n, high := v.Float()
	if end == HighEnd {
		n = high
	}
	if v.Kind == figure.Date && !math.IsInf(n, 0) {
		n = float64(dayZero.DaysUntil(civil.Date(n)))
	}
	return n
}

// numbers writes what a cell of a workbook shows, and what is right, in the same
// unit: the cell's own, and dates as dates.
func numbers(v figure.Value, s Shown) (shown string, right []string) {
	text := func(n float64) string {
		if v.Kind == figure.Date && math.Abs(n) < 1e7 {
			return dayZero.AddDays(int(n)).String()
		}
		return strconv.FormatFloat(n, 'f', -1, 64)
	}
	shown = s.Text
	if x, err := strconv.ParseFloat(s.Text, 64); err == nil {
		shown = text(x)
	}
	return shown, []string{text(cellNumber(v, s.End))}
}

// spaced makes every space an ordinary one and leaves out what no document can
// hold: programs change one space for another without anybody asking.
func spaced(s string) string { return strings.Join(strings.Fields(document.Clean(s)), " ") }
