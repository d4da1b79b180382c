package xlsx

import "github.com/etablera/etablera/internal/report/document"

// chunk is how much of the manifest a cell takes, in UTF-16 units. A cell holds
// 32,767, and a text full of what looks like coded characters nearly doubles.
const chunk = 16000

// manifest stores the figure manifest in a sheet that no menu shows, cut into
// cells of column A.
func (w *writer) manifest() {
	_, err := w.file.NewSheet(hiddenSheet)
	w.check(err)
	rest := document.Clean(string(w.doc.Manifest))
	for row := 1; rest != ""; row++ {
		piece := shorten(rest, chunk)
		w.check(w.file.SetCellStr(hiddenSheet, w.at(1, row), literal(piece)))
		rest = rest[len(piece):]
	}
	w.check(w.file.SetSheetVisible(hiddenSheet, false, true))
	w.file.SetActiveSheet(0)
}
