package xlsx

import (
	"fmt"
	"strings"
	"unicode/utf16"

	"github.com/etablera/etablera/internal/report/document"
)

// maxName is the length of a sheet's name in UTF-16 units.
const maxName = 31

// hiddenSheet holds the figure manifest.
const hiddenSheet = "_manifest"

// name makes the sheets: contents, one per table, figures.
func (w *writer) name() {
	taken := map[string]bool{hiddenSheet: true, "history": true} // Excel keeps "History" to itself
	unique := func(wanted, otherwise string) string {
		base := sheetName(wanted)
		if base == "" {
			base = sheetName(otherwise)
		}
		name := base
		for n := 2; taken[strings.ToLower(name)]; n++ {
			suffix := fmt.Sprintf(" (%d)", n)
			name = strings.TrimSpace(shorten(base, maxName-len(suffix))) + suffix
		}
		taken[strings.ToLower(name)] = true
		return name
	}
	w.first = unique(w.doc.Words.Contents, "1")
	w.last = unique(w.doc.Words.Figures, "2")
	for b := range w.doc.Blocks() {
		if t, ok := b.(document.Table); ok {
			w.tables = append(w.tables, t)
			w.sheets = append(w.sheets, unique(t.Sheet, fmt.Sprintf("%s %d", w.doc.Words.Table, t.Number)))
		}
	}
	w.check(w.file.SetSheetName("Sheet1", w.first))
	for _, s := range append(append([]string{}, w.sheets...), w.last) {
		_, err := w.file.NewSheet(s)
		w.check(err)
	}
}

// sheetName makes a text fit for the name of a sheet; the result may be empty.
func sheetName(s string) string {
	s = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`:\/?*[]`, r) {
			return '-'
		}
		if r == '\n' || r == '\t' {
			return ' '
		}
		return r
	}, document.Clean(s))
	return strings.Trim(shorten(strings.Trim(s, " '"), maxName), " '")
}

// shorten cuts a text to n UTF-16 units.
func shorten(s string, n int) string {
	units := 0
	for i, r := range s {
		if units += utf16.RuneLen(r); units > n {
			return s[:i]
		}
	}
	return s
}

// quoteSheet writes a sheet's name as a reference needs it.
func quoteSheet(name string) string { return "'" + strings.ReplaceAll(name, "'", "''") + "'" }
