package xlsx

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/report/document"
	"github.com/xuri/excelize/v2"
)

// headRow is the row with the heads of the columns, below the caption.
const headRow = 2

// column is where a column of the table stands in the sheet.
type column struct {
	at      int  // counting from 1
	ranged  bool // two columns: low and high
	money   bool // every number in it is an amount
	numbers bool
}

// layout decides which columns need two, and where each stands.
func layout(t document.Table) []column {
	out, next := make([]column, len(t.Columns)), 1
	for i := range t.Columns {
		c := column{at: next, money: true}
		for _, r := range t.Rows {
			if r.Kind == document.Group || i >= len(r.Cells) || !numeric(r.Cells[i].Value) {
				continue
			}
			v := r.Cells[i].Value
			c.numbers, c.ranged, c.money = true, c.ranged || !v.IsExact(), c.money && v.Kind == figure.Money
		}
		next++
		if c.ranged {
			next++
		}
		out[i] = c
	}
	return out
}

// unit is a unit of money in a column's head.
var unit = regexp.MustCompile(`(?i)\b(SEK million|million SEK|miljoner kronor|mnkr|mkr|tkr|kronor|kr|SEK)\b`)

// inKronor is the head of a column of amounts, which are in kronor here whatever
// unit the report writes them in.
func (w *writer) inKronor(head string) string {
	if unit.MatchString(head) {
		return unit.ReplaceAllLiteralString(head, w.doc.Words.Kronor)
	}
	return head + ", " + w.doc.Words.Kronor
}

func (w *writer) table(sheet string, t document.Table) {
	w.text(sheet, 1, 1, w.caption(t), look{title: true})
	cols := layout(t)
	widths := map[int]int{}
	for i, c := range cols {
		w.columnHead(sheet, t.Columns[i], c, widths)
	}
	row := headRow + 1
	var notes []string
	for _, r := range t.Rows {
		w.row(sheet, row, t, r, cols, widths)
		for _, c := range r.Cells {
			notes = append(notes, footnotes(c.Text)...)
		}
		row++
	}
	if s := document.PlainText(t.Note); strings.TrimSpace(s) != "" {
		notes = append([]string{s}, notes...)
	}
	for _, n := range notes {
		row++
		w.text(sheet, 1, row, n, look{muted: true})
	}
	for col := 1; col <= len(widths); col++ {
		name, err := excelize.ColumnNumberToName(col)
		w.check(err)
		widths[col] = min(max(widths[col]+3, 9), 60)
		w.check(w.file.SetColWidth(sheet, name, name, float64(widths[col])))
	}
	w.heights(sheet, t, cols, widths)
	w.freeze(sheet, headRow)
	w.print(sheet)
}

// lineHeight is the height of a line of text in points.
const lineHeight = 13.5

// heights makes rows high enough for text that runs over several lines: not
// every program does so when it opens a workbook.
func (w *writer) heights(sheet string, t document.Table, cols []column, widths map[int]int) {
	for i, r := range t.Rows {
		lines := 1
		for j := range min(len(cols), len(r.Cells)) {
			if r.Kind == document.Group || numeric(r.Cells[j].Value) {
				continue
			}
			for part := range strings.SplitSeq(document.Clean(document.PlainText(r.Cells[j].Text)), "\n") {
				lines = max(lines, 1+utf8.RuneCountInString(part)*85/100/widths[cols[j].at]) // small letters are narrower than the width's digits
			}
		}
		if lines > 1 {
			// A row is at most 409 points high.
			w.check(w.file.SetRowHeight(sheet, headRow+1+i, min(lineHeight*float64(lines), 409)))
		}
	}
}

func (w *writer) caption(t document.Table) string {
	return fmt.Sprintf("%s %d  %s", w.doc.Words.Table, t.Number, document.PlainText(t.Caption))
}

// columnHead writes the head of a column, or of the two ends of a range.
func (w *writer) columnHead(sheet string, h document.Column, c column, widths map[int]int) {
	name := h.Header
	if c.numbers && c.money {
		name = w.inKronor(name)
	}
	heads := []string{name}
	if c.ranged {
		heads = []string{name + ", " + w.doc.Words.Low, name + ", " + w.doc.Words.High}
	}
	for i, s := range heads {
		w.text(sheet, c.at+i, headRow, s, look{head: true, wrap: true, right: c.numbers || h.Numeric})
		widths[c.at+i] = min(utf8.RuneCountInString(s), 22)
	}
}

func (w *writer) row(sheet string, row int, t document.Table, r document.Row, cols []column, widths map[int]int) {
	l := look{wrap: true, bold: r.Kind != document.Plain, sum: r.Kind == document.Sum}
	if r.Kind == document.Group {
		if len(r.Cells) > 0 {
			l.wrap = false
			w.cell(sheet, row, r.Cells[0], column{at: 1}, l)
		}
		return
	}
	for i, c := range cols {
		var cell document.Cell
		if i < len(r.Cells) {
			cell = r.Cells[i]
		}
		w.cell(sheet, row, cell, c, look{wrap: l.wrap, bold: l.bold, sum: l.sum, right: c.numbers || t.Columns[i].Numeric})
		length := utf8.RuneCountInString(document.PlainText(cell.Text))
		if numeric(cell.Value) {
			length = 13 // a number of kronor, or a date
		}
		widths[c.at] = max(widths[c.at], length)
		if c.ranged {
			widths[c.at+1] = max(widths[c.at+1], 13)
		}
	}
}

// cell writes a cell of the table: its number, or else its text.
func (w *writer) cell(sheet string, row int, c document.Cell, col column, l look) {
	w.note(c.Text, place{sheet, w.at(col.at, row)})
	mark := document.Mark(c.Status)
	if mark != "" {
		l.fill = fills[c.Status]
	}
	if mark == "" && numeric(c.Value) && (col.ranged || c.Value.IsExact()) {
		w.number(sheet, col.at, row, c.Value, false, l)
		if col.ranged {
			w.number(sheet, col.at+1, row, c.Value, true, l)
		}
		return
	}
	s := document.PlainText(c.Text)
	if mark != "" {
		s = mark + " " + s
	}
	w.text(sheet, col.at, row, s, l)
}

// note remembers the figures that a cell shows.
func (w *writer) note(in []document.Inline, p place) {
	for _, f := range document.Bounds(in) {
		if _, ok := w.places[f.Address]; !ok {
			w.places[f.Address] = p
		}
	}
}

func footnotes(in []document.Inline) []string {
	var out []string
	for _, i := range in {
		if f, ok := i.(document.Footnote); ok {
			out = append(out, document.PlainText(f.Text))
		}
	}
	return out
}

// freeze keeps the first rows in sight.
func (w *writer) freeze(sheet string, rows int) {
	cell := w.at(1, rows+1)
	w.check(w.file.SetPanes(sheet, &excelize.Panes{Freeze: true, YSplit: rows, TopLeftCell: cell, ActivePane: "bottomLeft",
		Selection: []excelize.Selection{{SQRef: cell, ActiveCell: cell, Pane: "bottomLeft"}}}))
}

// print sets A4 on its side, fitted to the width of the page.
func (w *writer) print(sheet string) {
	size, orientation, width, height, fit := 9, "landscape", 1, 0, true
	w.check(w.file.SetPageLayout(sheet, &excelize.PageLayoutOptions{Size: &size, Orientation: &orientation, FitToWidth: &width, FitToHeight: &height}))
	w.check(w.file.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &fit}))
}
