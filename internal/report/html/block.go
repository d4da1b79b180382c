package html

import (
	"encoding/base64"
	"fmt"

	"github.com/etablera/etablera/internal/report/document"
)

func (w *writer) block(b document.Block) {
	switch x := b.(type) {
	case document.Heading:
		w.heading(x)
	case document.Paragraph:
		class := ""
		if x.Style == "lead" {
			class = ` class="lead"`
		}
		w.printf("<p%s>%s</p>\n", class, w.inlines(x.Text))
	case document.List:
		w.list(x)
	case document.Table:
		w.table(x)
	case document.Picture:
		w.picture(x)
	case document.Notice:
		w.printf("<p class=\"notice\" role=\"note\">%s</p>\n", w.inlines(x.Text))
	case document.PageBreak:
		w.printf("<div class=\"page\"></div>\n")
	}
}

// heading writes a heading one level below the report's title. No level is
// skipped on the way down, since readers who move by headings would miss one.
func (w *writer) heading(h document.Heading) {
	w.level = min(min(max(h.Level, 1), 3)+1, w.level+1)
	number := ""
	if filled(h.Number) {
		number = `<span class="number">` + escape(h.Number) + `</span> `
	}
	w.printf("<h%[1]d%[2]s>%[3]s%[4]s</h%[1]d>\n", w.level, w.id(h.ID), number, w.inlines(h.Text))
}

func (w *writer) list(l document.List) {
	if len(l.Items) == 0 {
		return
	}
	tag := "ul"
	if l.Ordered {
		tag = "ol"
	}
	w.printf("<%s>\n", tag)
	for _, item := range l.Items {
		w.printf("<li>%s</li>\n", w.inlines(item))
	}
	w.printf("</%s>\n", tag)
}

// narrowWidth is that of pictures, in px, that fit on a narrow screen as they are.
const narrowWidth = 400

// picture is a drawing with its alternative text, caption and sentence. On a
// narrow screen the drawing scrolls: shrunk, its words could not be read.
func (w *writer) picture(p document.Picture) {
	drawing := ""
	if safeDrawing(p.SVG) {
		drawing = fmt.Sprintf(`<div role="img" aria-label="%s">%s</div>`, escape(p.Alt), document.Clean(string(p.SVG)))
	} else if bitmap, err := p.Bitmap(); err == nil && len(bitmap) > 0 {
		drawing = fmt.Sprintf(`<img alt="%s" width="%d" height="%d" src="data:image/png;base64,%s">`, escape(p.Alt), p.Width, p.Height, base64.StdEncoding.EncodeToString(bitmap))
	} else if filled(p.Alt) {
		drawing = "<p>" + escape(p.Alt) + "</p>"
	}
	label := fmt.Sprintf("%s %d", escape(w.doc.Words.Picture), p.Number)
	w.printf("<figure%s>\n", w.id(p.ID))
	if drawing != "" {
		class := "drawing"
		if p.Width > 0 && p.Width <= narrowWidth {
			class += " narrow"
		}
		w.printf("<div class=\"%s\" role=\"region\" aria-label=\"%s\" tabindex=\"0\">%s</div>\n", class, label, drawing)
	}
	w.printf("<figcaption><strong>%s</strong> %s</figcaption>\n", label, w.inlines(p.Caption))
	if len(p.Sentence) > 0 {
		w.printf("<p class=\"sentence\">%s</p>\n", w.inlines(p.Sentence))
	}
	w.printf("</figure>\n")
}
