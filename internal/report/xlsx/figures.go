package xlsx

import (
	"strings"

	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/report/document"
)

// figures lists every figure of the document: address, form, value, unit, rule
// and the cell that shows it.
func (w *writer) figures(traced []document.Traced) {
	words := w.doc.Words
	heads := []string{words.Address, words.Shown, words.Low, words.High, words.Unit, words.Rule, words.Place}
	for i, h := range heads {
		w.text(w.last, i+1, 1, h, look{head: true, right: i == 2 || i == 3})
	}
	known := map[figure.Address]bool{}
	row := 1
	for _, t := range traced {
		if !known[t.Address] {
			known[t.Address] = true
			row++
			w.figure(row, t)
		}
	}
	for _, a := range w.order {
		if !known[a] {
			row++
			w.figure(row, document.Traced{Address: a})
		}
	}
	for i, width := range []float64{60, 26, 16, 16, 10, 16, 26} {
		name := string(rune('A' + i))
		w.check(w.file.SetColWidth(w.last, name, name, width))
	}
	w.freeze(w.last, 1)
	w.print(w.last)
}

func (w *writer) figure(row int, t document.Traced) {
	w.text(w.last, 1, row, string(t.Address), look{})
	w.text(w.last, 2, row, strings.Join(w.shown[t.Address], "; "), look{})
	v, ok := parseCanonical(t.Value)
	switch {
	case ok && numeric(v):
		l := look{format: formats[v.Kind]}
		if v.Kind == figure.Money {
			l.format += `" ` + strings.ReplaceAll(document.Clean(w.doc.Words.Kronor), `"`, "") + `"`
		}
		w.number(w.last, 3, row, v, false, l)
		w.number(w.last, 4, row, v, true, l)
	case t.Value != "":
		_, rest, _ := strings.Cut(t.Value, " ")
		w.text(w.last, 3, row, rest, look{right: true})
	}
	w.text(w.last, 5, row, t.Unit, look{})
	w.text(w.last, 6, row, string(t.Rule), look{})
	if p, ok := w.places[t.Address]; ok {
		w.link(w.last, 7, row, p.sheet+"!"+p.cell, p)
	}
}
