package xlsx

import (
	"slices"

	"github.com/etablera/etablera/internal/report/document"
)

// contents is the first sheet: what this is, and a link to each table.
func (w *writer) contents() {
	d, row := w.doc, 1
	w.text(w.first, 1, row, d.Title, look{title: true})
	for _, s := range []string{d.Subtitle, d.Issuer} {
		row++
		w.text(w.first, 1, row, s, look{})
	}
	date := ""
	if d.Date.IsKnown() {
		date = d.Date.String()
	}
	for _, f := range [][2]string{{d.Words.Date, date}, {d.Words.Number, d.Number}, {d.Words.Mandate, d.Mandate}} {
		if f[1] != "" {
			row++
			w.text(w.first, 1, row, f[0]+": "+f[1], look{muted: true})
		}
	}
	row++
	for i, t := range w.tables {
		row++
		w.link(w.first, 1, row, w.caption(t), place{w.sheets[i], "A1"})
	}
	row++
	w.link(w.first, 1, row, d.Words.Figures, place{w.last, "A1"})
	w.check(w.file.SetColWidth(w.first, "A", "A", 90))
	w.collect()
}

// collect lists the figures of the whole document, each with the forms in which
// it is written.
func (w *writer) collect() {
	for b := range w.doc.Blocks() {
		for in := range document.Texts(b) {
			for _, f := range document.Bounds(in) {
				forms := w.shown[f.Address]
				if forms == nil {
					w.order = append(w.order, f.Address)
				}
				if !slices.Contains(forms, f.Text) {
					w.shown[f.Address] = append(forms, f.Text)
				}
			}
		}
	}
}
