package xlsx

import (
	"regexp"
	"strings"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/report/document"
	"github.com/xuri/excelize/v2"
)

// firstDay is the earliest date on which all workbook programs agree; dates are
// counted in days from dayZero.
var (
	firstDay = civil.Of(1900, 3, 1)
	dayZero  = civil.Of(1899, 12, 30)
)

// at names a cell; column and row count from 1.
func (w *writer) at(column, row int) string {
	name, err := excelize.CoordinatesToCellName(column, row)
	w.check(err)
	return name
}

// text stores a text as text: a leading = is a character like any other.
func (w *writer) text(sheet string, column, row int, s string, l look) {
	cell := w.at(column, row)
	w.check(w.file.SetCellStr(sheet, cell, shorten(literal(document.Clean(s)), excelize.TotalCellChars)))
	w.check(w.file.SetCellStyle(sheet, cell, cell, w.style(l)))
}

// coded finds what a workbook takes for a coded character, as _x0041_ for A.
var coded = regexp.MustCompile(`^_x[0-9A-Fa-f]{4}_`)

// literal writes a text so that nothing in it is taken for a coded character.
// The library leaves that undone for shared strings.
func literal(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	var b strings.Builder
	for i := range len(s) {
		if s[i] == '_' && coded.MatchString(s[i:min(len(s), i+7)]) {
			b.WriteString("_x005F")
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// number stores one end of a value as a number of its unit.
func (w *writer) number(sheet string, column, row int, v figure.Value, high bool, l look) {
	low, top := v.Float()
	n := low
	if high {
		n = top
	}
	if v.Kind == figure.Date {
		n = float64(dayZero.DaysUntil(civil.Date(n)))
	}
	cell := w.at(column, row)
	if l.format == "" {
		l.format = formats[v.Kind]
	}
	l.right = true
	w.check(w.file.SetCellFloat(sheet, cell, n, -1, 64))
	w.check(w.file.SetCellStyle(sheet, cell, cell, w.style(l)))
}

// link makes a cell's text lead to another cell of the workbook.
func (w *writer) link(sheet string, column, row int, s string, to place) {
	w.text(sheet, column, row, s, look{link: true})
	w.check(w.file.SetCellHyperLink(sheet, w.at(column, row), to.link(), "Location"))
}

// numeric says whether a value can be a number in a cell.
func numeric(v figure.Value) bool {
	if !v.Known || v.Kind == figure.Words {
		return false
	}
	return v.Kind != figure.Date || v.Low >= int64(firstDay) && v.High >= int64(firstDay) && civil.Date(v.High).Year() <= 9999
}
