package xlsx

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/etablera/etablera/internal/report/document"
	"github.com/xuri/excelize/v2"
)

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

// maxUnpacked bounds what a workbook may unpack to when it is read back.
const maxUnpacked = 256 << 20

// Manifest reads the figure manifest out of a workbook that Write has made.
func Manifest(data []byte) ([]byte, error) {
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{UnzipSizeLimit: maxUnpacked, UnzipXMLSizeLimit: maxUnpacked})
	if err != nil {
		return nil, fmt.Errorf("the workbook cannot be read: %w", err)
	}
	defer f.Close()
	rows, err := f.GetRows(hiddenSheet)
	if err != nil {
		return nil, fmt.Errorf("the workbook holds no figure manifest: a report has it in the sheet %q", hiddenSheet)
	}
	var b strings.Builder
	for _, r := range rows {
		if len(r) > 0 {
			b.WriteString(r[0])
		}
	}
	return []byte(b.String()), nil
}
