package verify_test

import (
	"archive/zip"
	"bytes"
	"io"
	"regexp"
	"testing"

	"github.com/etablera/etablera/internal/report/verify"
	"github.com/xuri/excelize/v2"
)

// faultsOf verifies an edited form of the report against the plan that it was made from.
func faultsOf(t *testing.T, name string, content []byte) []verify.Broken {
	t.Helper()
	doc, err := verify.Read(name, content)
	if err != nil {
		t.Fatal(err)
	}
	return verify.Check(doc, planOf(t, reportDay, nil)).Broken
}

// A number that somebody edits in a table of the workbook, or in its list of
// figures, is found by the figure that it belongs to.
func TestEditedWorkbookIsFound(t *testing.T) {
	f, err := excelize.OpenReader(bytes.NewReader(reports(t)["sv.xlsx"]))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	sheets := f.GetSheetList()
	list := sheets[len(sheets)-2]
	rows, err := f.GetRows(list, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	place := regexp.MustCompile(`^(.*)!([A-Z]+[0-9]+)$`)
	for _, r := range rows[1:] {
		if len(r) < 7 || r[4] != "money" {
			continue
		}
		to := place.FindStringSubmatch(r[6])
		if to == nil {
			continue
		}
		if kind, err := f.GetCellType(to[1], to[2]); err != nil || kind == excelize.CellTypeSharedString {
			continue
		}
		if err := f.SetCellInt(to[1], to[2], 12345); err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if err := f.Write(&b); err != nil {
			t.Fatal(err)
		}
		faults := faultsOf(t, "sv.xlsx", b.Bytes())
		if len(faults) == 0 {
			t.Fatalf("%s in %s is edited, and all holds", r[0], r[6])
		}
		// Two figures may stand in one cell.
		for _, x := range faults {
			if x.Kind != verify.Form || x.Shown != "12345" {
				t.Errorf("%+v", x)
			}
		}
		return
	}
	t.Fatal("the workbook lists no amount with its place")
}

// rezip changes one part of an archive.
func rezip(t *testing.T, content []byte, part string, change func([]byte) []byte) []byte {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	out := zip.NewWriter(&b)
	for _, f := range in.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if f.Name == part {
			text = change(text)
		}
		w, err := out.Create(f.Name)
		if err == nil {
			_, err = w.Write(text)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// An amount that somebody edits in the Word file is found, and only that.
func TestEditedWordFileIsFound(t *testing.T) {
	amount := regexp.MustCompile(`>[−0-9,–]+\x{a0}mnkr</w:t></w:r></w:sdtContent>`)
	edited := rezip(t, reports(t)["sv.docx"], "word/document.xml", func(text []byte) []byte {
		at := amount.FindIndex(text)
		if at == nil {
			t.Fatal("the report shows no amount")
		}
		return bytes.Join([][]byte{text[:at[0]], []byte(`>99,99 mnkr</w:t></w:r></w:sdtContent>`), text[at[1]:]}, nil)
	})
	faults := faultsOf(t, "sv.docx", edited)
	if len(faults) != 1 || faults[0].Kind != verify.Form || faults[0].Shown != "99,99 mnkr" || len(faults[0].Forms) == 0 {
		t.Errorf("%+v", faults)
	}
}

// A report held against what was learnt later: values have changed, but nobody
// has edited the text, and no figure is called edited.
func TestReportAgainstALaterDay(t *testing.T) {
	later := planOf(t, "2023-03-01", nil)
	doc, err := verify.Read("sv.html", reports(t)["sv.html"])
	if err != nil {
		t.Fatal(err)
	}
	r := verify.Check(doc, later)
	kinds := map[verify.Kind]int{}
	for _, b := range r.Broken {
		kinds[b.Kind]++
	}
	if kinds[verify.Value] < 20 || kinds[verify.Form] > 0 || kinds[verify.Unlisted] > 0 {
		t.Errorf("%v", kinds)
	}
}
