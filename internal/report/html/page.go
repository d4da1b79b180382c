package html

import (
	"strings"
	"unicode"

	"github.com/etablera/etablera/internal/report/document"
)

// policy forbids the page everything but its own style and pictures.
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"

func (w *writer) page() {
	d := w.doc
	w.printf("<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n", escape(d.Lang))
	w.printf("<meta http-equiv=\"Content-Security-Policy\" content=\"%s\">\n", policy)
	w.printf("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"generator\" content=\"Etablera\">\n")
	if filled(d.Issuer) {
		w.printf("<meta name=\"author\" content=\"%s\">\n", escape(d.Issuer))
	}
	w.printf("<title>%s</title>\n", escape(w.windowTitle()))
	w.printf("<style>\n%s%s</style>\n</head>\n<body>\n", style, w.printedFoot())
	w.printf("<a class=\"skip\" href=\"#_text\">%s</a>\n", escape(d.Words.Skip))
	w.head()
	w.contents()
	w.printf("<main id=\"_text\" tabindex=\"-1\">\n")
	if len(d.Letter) > 0 {
		w.printf("<section class=\"letter\">\n")
		for _, b := range d.Letter {
			w.block(b)
		}
		w.printf("</section>\n")
	}
	for _, b := range d.Body {
		w.block(b)
	}
	w.endnotes()
	w.printf("</main>\n")
	w.foot()
	w.manifest()
	w.printf("</body>\n</html>\n")
}

func filled(s string) bool { return strings.TrimSpace(document.Clean(s)) != "" }

// windowTitle names the report in a tab or a list of results.
func (w *writer) windowTitle() string {
	var parts []string
	for _, s := range []string{w.doc.Title, w.doc.Subtitle, w.doc.Issuer} {
		if filled(s) {
			parts = append(parts, s)
		}
	}
	if len(parts) == 0 {
		return w.doc.Words.Contents
	}
	return strings.Join(parts, " – ")
}

func (w *writer) head() {
	d := w.doc
	w.printf("<header class=\"cover\">\n")
	if filled(d.Issuer) {
		w.printf("<p class=\"issuer\">%s</p>\n", escape(d.Issuer))
	}
	if filled(d.Title) {
		w.printf("<h1>%s</h1>\n", escape(d.Title))
	}
	if filled(d.Subtitle) {
		w.printf("<p class=\"subtitle\">%s</p>\n", escape(d.Subtitle))
	}
	if filled(d.Kind) && d.Kind != d.Subtitle {
		w.printf("<p class=\"subtitle\">%s</p>\n", escape(d.Kind))
	}
	facts := [][2]string{{d.Words.Date, w.date()}, {d.Words.Number, d.Number}, {d.Words.Mandate, d.Mandate}, {d.Words.Recipient, d.To}}
	open := false
	for _, f := range facts {
		if !filled(f[1]) {
			continue
		}
		if !open {
			w.printf("<dl>\n")
			open = true
		}
		w.printf("<div><dt>%s</dt><dd>%s</dd></div>\n", escape(f[0]), escape(f[1]))
	}
	if open {
		w.printf("</dl>\n")
	}
	w.printf("</header>\n")
}

func (w *writer) date() string {
	if !w.doc.Date.IsKnown() {
		return ""
	}
	return w.doc.Date.String()
}

func (w *writer) foot() {
	var parts []string
	for _, s := range []string{w.doc.Issuer, w.doc.Kind, w.doc.Number, w.date()} {
		if filled(s) {
			parts = append(parts, escape(s))
		}
	}
	w.printf("<footer>\n<p>%s</p>\n</footer>\n", strings.Join(parts, " · "))
}

// printedFoot numbers the pages of a printout, for browsers that can.
func (w *writer) printedFoot() string {
	return "@page { @bottom-right { content: \"" + letters(w.doc.Words.Page) + " \" counter(page) \" " + letters(w.doc.Words.Of) +
		" \" counter(pages); font: 8pt Arial, sans-serif; color: #4a5560; } }\n"
}

// letters keeps what needs no escaping in a style sheet.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || r == ' ' {
			return r
		}
		return -1
	}, s)
}

// contents lists the headings of the body. Levels that are skipped open no list.
func (w *writer) contents() {
	var items strings.Builder
	for _, b := range w.doc.Body {
		h, ok := b.(document.Heading)
		if !ok || w.ids[h.ID] == "" {
			continue
		}
		number := ""
		if filled(h.Number) {
			number = `<span class="number">` + escape(h.Number) + `</span> `
		}
		items.WriteString(`<li class="level` + string(rune('0'+min(max(h.Level, 1), 3))) + `"><a href="#` + w.ids[h.ID] + `">` + number + escape(document.PlainText(h.Text)) + "</a></li>\n")
	}
	if items.Len() == 0 {
		return
	}
	w.printf("<nav class=\"contents\" aria-labelledby=\"_contents\">\n<h2 id=\"_contents\">%s</h2>\n<ol>\n%s</ol>\n</nav>\n", escape(w.doc.Words.Contents), items.String())
}
