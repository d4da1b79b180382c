package docx

import (
	"strings"

	"github.com/etablera/etablera/internal/report/document"
)

// cover is the first page: who, what, when, to whom.
func (w *writer) cover() {
	d := w.doc
	w.add("CoverIssuer", properties{}, run(d.Issuer, ""))
	w.add("Title", properties{}, run(d.Title, ""))
	if filled(d.Subtitle) {
		w.add("Subtitle", properties{}, run(d.Subtitle, ""))
	}
	if filled(d.Kind) && d.Kind != d.Subtitle {
		w.add("Subtitle", properties{}, run(d.Kind, ""))
	}
	date := ""
	if d.Date.IsKnown() {
		date = d.Date.String()
	}
	style := "CoverFactFirst"
	for _, fact := range [][2]string{{d.Words.Date, date}, {d.Words.Number, d.Number}, {d.Words.Mandate, d.Mandate}, {d.Words.Recipient, d.To}} {
		if filled(fact[1]) {
			w.add(style, properties{}, run(fact[0], `<w:color w:val="4A5560"/>`)+run("\t"+fact[1], ""))
			style = "CoverFact"
		}
	}
}

// letter is the covering letter, on a page of its own under the agency's name.
func (w *writer) letter() {
	if len(w.doc.Letter) == 0 {
		return
	}
	d := w.doc
	date := ""
	if d.Date.IsKnown() {
		date = "\t" + d.Date.String()
	}
	w.breakNext = true
	w.add("LetterHead", properties{}, run(d.Issuer, format(true, false))+run(date, ""))
	second := ""
	if filled(d.Number) {
		second = "\t" + d.Words.Number + " " + d.Number
	}
	w.add("LetterHeadLast", properties{}, run(second, ""))
	for _, b := range d.Letter {
		if _, ok := b.(document.Table); ok {
			w.block(b, upright)
			continue
		}
		w.block(b, front)
	}
	w.breakNext = false
}

func filled(s string) bool { return strings.TrimSpace(s) != "" }
