package html

import (
	"fmt"

	"github.com/etablera/etablera/internal/report/document"
)

// wideColumns is how many columns make a table too wide for an upright page.
const wideColumns = 7

// table is a table in a region that scrolls by keyboard where it does not fit.
func (w *writer) table(t document.Table) {
	w.tables++
	caption, class := fmt.Sprintf("_caption-%d", w.tables), "scroll"
	if len(t.Columns) >= wideColumns {
		class = "scroll wide"
	}
	w.printf("<div class=\"%s\" role=\"region\" aria-labelledby=\"%s\" tabindex=\"0\">\n<table%s>\n", class, caption, w.id(t.ID))
	w.printf("<caption id=\"%s\"><strong>%s %d</strong> %s</caption>\n", caption, escape(w.doc.Words.Table), t.Number, w.inlines(t.Caption))
	w.printf("<thead>\n<tr>")
	for _, c := range t.Columns {
		w.printf("%s", columnHead(c))
	}
	w.printf("</tr>\n</thead>\n<tbody>\n")
	for i, r := range t.Rows {
		if r.Kind == document.Group && i > 0 {
			w.printf("</tbody>\n<tbody>\n")
		}
		w.row(t, r)
	}
	w.printf("</tbody>\n</table>\n</div>\n")
	if len(t.Note) > 0 {
		w.printf("<p class=\"note\">%s</p>\n", w.inlines(t.Note))
	}
}

func columnHead(c document.Column) string {
	width, class := "", ""
	if c.Numeric {
		class = ` class="number"`
	}
	if c.Width > 0 {
		width = fmt.Sprintf(` style="width:%d%%"`, min(c.Width, 100))
	}
	if !filled(c.Header) {
		return "<td" + class + width + "></td>" // a head without words is no head
	}
	return `<th scope="col"` + class + width + ">" + escape(c.Header) + "</th>"
}

func (w *writer) row(t document.Table, r document.Row) {
	switch r.Kind {
	case document.Group:
		text := ""
		if len(r.Cells) > 0 {
			text = w.inlines(r.Cells[0].Text)
		}
		w.printf("<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"%d\">%s</th></tr>\n", max(1, len(t.Columns)), text)
		return
	case document.Sum:
		w.printf("<tr class=\"sum\">")
	default:
		w.printf("<tr>")
	}
	for i := range t.Columns {
		var c document.Cell
		if i < len(r.Cells) {
			c = r.Cells[i]
		}
		w.cell(c, t.Columns[i].Numeric)
	}
	w.printf("</tr>\n")
}

func (w *writer) cell(c document.Cell, numeric bool) {
	class, text := "", w.inlines(c.Text)
	if numeric {
		class = ` class="number"`
	}
	if mark := document.Mark(c.Status); mark != "" {
		class = ` class="status ` + c.Status + `"`
		text = `<span class="mark" aria-hidden="true">` + mark + `</span> ` + text
	}
	if c.Header && filled(text) {
		w.printf("<th scope=\"row\"%s>%s</th>", class, text)
		return
	}
	w.printf("<td%s>%s</td>", class, text)
}
