package xlsx

import (
	"bytes"
	"fmt"
	"strings"

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

// readManifest reads the figure manifest out of a workbook.
func readManifest(data []byte) ([]byte, error) {
	f, err := excelize.OpenReader(bytes.NewReader(data))
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
