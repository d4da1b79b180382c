package xlsx

import (
	"bytes"

	"github.com/etablera/etablera/internal/report/document"
	"github.com/xuri/excelize/v2"
)

// fataler is a test, or a round of a property.
type fataler interface {
	Helper()
	Errorf(string, ...any)
	Fatalf(string, ...any)
}

// reopen writes a document and opens what was written.
func reopen(t fataler, doc *document.Document) *excelize.File {
	t.Helper()
	data, err := Bytes(doc)
	if err != nil {
		t.Fatalf("writing: %v", err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatalf("opening: %v", err)
	}
	return f
}

// raw is what a cell stores, without its format.
func raw(t fataler, f *excelize.File, sheet, cell string) string {
	t.Helper()
	s, err := f.GetCellValue(sheet, cell, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatalf("%s!%s: %v", sheet, cell, err)
	}
	return s
}

// shown is what a program shows of a cell.
func shown(t fataler, f *excelize.File, sheet, cell string) string {
	t.Helper()
	s, err := f.GetCellValue(sheet, cell)
	if err != nil {
		t.Fatalf("%s!%s: %v", sheet, cell, err)
	}
	return s
}
