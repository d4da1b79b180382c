package docx

import (
	"fmt"
	"strings"

	"github.com/etablera/etablera/internal/report/document"
)

// togetherRows is how long a table may be to be kept on one page.
const togetherRows = 10

// tints are the backgrounds and marks' colours of statuses. They only support
// the mark and the text.
var tints = map[string][2]string{
	"met": {"E6F1EA", "1B6B3A"}, "plan": {"E4EEF7", "1F5A8C"}, "risk": {"FBF0DC", "8A5A00"},
	"failed": {"F9E5E6", "A4262C"}, "unknown": {"ECEEF0", "4A5560"}, "later": {"F6F7F8", "4A5560"},
}

func (w *writer) table(t document.Table, o orientation) {
	label := w.label(w.doc.Words.Table, "Table", t.Number)
	w.add("Caption", properties{}, w.marked(t.ID, label)+run("  ", "")+w.inlines(t.Caption, false))
	if len(t.Columns) > 0 {
		w.grid(t, o)
	}
	if len(t.Note) > 0 {
		w.add("TableNote", properties{}, w.inlines(t.Note, false))
		return
	}
	w.add("TableEnd", properties{}, "")
}

// label is "Table 3" with a field that lets Word number and list tables. The
// number is the document's own.
func (w *writer) label(word, sequence string, number int) string {
	return run(word+"\u00a0", format(true, false)) +
		fmt.Sprintf(`<w:fldSimple w:instr=" SEQ %s \* ARABIC \r %d ">%s</w:fldSimple>`, sequence, number, run(fmt.Sprint(number), format(true, false)))
}

func (w *writer) grid(t document.Table, o orientation) {
	widths := columnWidths(t, o.width())
	var b strings.Builder
	fmt.Fprintf(&b, `<w:tbl><w:tblPr><w:tblStyle w:val="ReportTable"/><w:tblW w:w="%d" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/><w:tblCaption w:val="%s"/></w:tblPr><w:tblGrid>`,
		o.width(), escape(document.PlainText(t.Caption)))
	for _, width := range widths {
		fmt.Fprintf(&b, `<w:gridCol w:w="%d"/>`, width)
	}
	b.WriteString("</w:tblGrid>\n" + `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>`)
	for i, c := range t.Columns {
		style := "TableHead"
		if c.Numeric {
			style = "TableHeadNumber"
		}
		b.WriteString(cell(widths[i], `<w:tcBorders><w:bottom w:val="single" w:sz="6" w:space="0" w:color="12395E"/></w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="F0F4F8"/>`, `<w:vAlign w:val="bottom"/>`,
			paragraph(style, properties{}, run(c.Header, ""))))
	}
	b.WriteString("</w:tr>\n")
	for i, r := range t.Rows {
		// A short table stays on one page, and the note with the last rows of any.
		keep := len(t.Rows) <= togetherRows && (i < len(t.Rows)-1 || len(t.Note) > 0) || r.Kind == document.Group ||
			i == 0 || i == len(t.Rows)-2 || i == len(t.Rows)-1 && len(t.Note) > 0
		b.WriteString(w.row(t, r, widths, keep))
	}
	b.WriteString(`</w:tbl>`)
	w.nodes = append(w.nodes, node{raw: b.String()})
}

func (w *writer) row(t document.Table, r document.Row, widths []int, keep bool) string {
	var b strings.Builder
	b.WriteString(`<w:tr><w:trPr><w:cantSplit/></w:trPr>`)
	if r.Kind == document.Group {
		total := 0
		for _, width := range widths {
			total += width
		}
		var text []document.Inline
		if len(r.Cells) > 0 {
			text = r.Cells[0].Text
		}
		b.WriteString(cell(total, fmt.Sprintf(`<w:gridSpan w:val="%d"/><w:shd w:val="clear" w:color="auto" w:fill="F7F9FB"/>`, len(widths)), "",
			paragraph("TableGroup", properties{}, w.inlines(text, false))) + "</w:tr>\n")
		return b.String()
	}
	for i := range widths {
		var c document.Cell
		if i < len(r.Cells) {
			c = r.Cells[i]
		}
		b.WriteString(w.cell(c, t.Columns[i].Numeric, r.Kind == document.Sum, keep, widths[i]))
	}
	b.WriteString("</w:tr>\n")
	return b.String()
}

func (w *writer) cell(c document.Cell, numeric, sum, keep bool, width int) string {
	style, before, content := "TableText", "", w.inlines(c.Text, sum)
	if numeric {
		style = "TableNumber"
	}
	if sum {
		before = `<w:tcBorders><w:top w:val="single" w:sz="6" w:space="0" w:color="12395E"/></w:tcBorders>`
	}
	if mark := document.Mark(c.Status); mark != "" {
		tint := tints[c.Status]
		before += `<w:shd w:val="clear" w:color="auto" w:fill="` + tint[0] + `"/>`
		content = run(mark+"\u00a0", `<w:color w:val="`+tint[1]+`"/>`) + content
	}
	return cell(width, before, "", paragraph(style, properties{keepNext: keep}, content))
}

// cell is a table cell; before and after are properties on either side of where
// the format wants margins to stand.
func cell(width int, before, after, content string) string {
	return fmt.Sprintf(`<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/>%s%s</w:tcPr>%s</w:tc>`, width, before, after, content)
}
