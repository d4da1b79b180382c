package xlsx

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/report/document"
	"github.com/etablera/etablera/internal/report/files/sample"
	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"
)

// oneTable is a document with one table of the given heads and rows.
func oneTable(heads []string, rows ...document.Row) *document.Document {
	t := document.Table{Number: 1, Caption: document.TextOf("Rubrik"), Sheet: "Blad", Rows: rows}
	for _, h := range heads {
		t.Columns = append(t.Columns, document.Column{Header: h})
	}
	return &document.Document{Lang: "sv", Title: "Titel", Words: sample.Words("sv"), Body: []document.Block{t}}
}

func row(cells ...document.Cell) document.Row { return document.Row{Cells: cells} }

func valued(s string, v figure.Value) document.Cell {
	return document.Cell{Text: document.TextOf(s), Value: v}
}

// Values are numbers of the unit that people count in, shown in its form.
func TestNumbers(t *testing.T) {
	for _, c := range []struct {
		name       string
		value      figure.Value
		raw, shown string
		kind       excelize.CellType
	}{
		{"money in kronor", figure.OfMoney(2_465_000_000), "24650000", "24,650,000", excelize.CellTypeUnset},
		{"öre are kept", figure.OfMoney(12_345), "123.45", "123", excelize.CellTypeUnset},
		{"count", figure.OfCount(1234), "1234", "1,234", excelize.CellTypeUnset},
		{"share", figure.OfShare(0.447), "0.447", "44.7%", excelize.CellTypeUnset},
		{"date", figure.OfDate(civil.Of(2022, 6, 1)), "44713", "2022-06-01", excelize.CellTypeUnset},
		{"days early", figure.OfPeriod(-12), "-12", "-12", excelize.CellTypeUnset},
		{"date before the workbook's time", figure.OfDate(civil.Of(1899, 6, 1)), "text", "text", excelize.CellTypeSharedString},
		{"unknown", figure.Unknown(figure.Money), "text", "text", excelize.CellTypeSharedString},
		{"words", figure.OfWords("Boden"), "text", "text", excelize.CellTypeSharedString},
		{"nothing", figure.Value{}, "text", "text", excelize.CellTypeSharedString},
	} {
		f := reopen(t, oneTable([]string{"Kolumn"}, row(valued("text", c.value))))
		if got := raw(t, f, "Blad", "A3"); got != c.raw {
			t.Errorf("%s: stored %q, want %q", c.name, got, c.raw)
		}
		if got := shown(t, f, "Blad", "A3"); got != c.shown {
			t.Errorf("%s: shown %q, want %q", c.name, got, c.shown)
		}
		if kind, err := f.GetCellType("Blad", "A3"); err != nil || kind != c.kind {
			t.Errorf("%s: cell type %v, want %v (%v)", c.name, kind, c.kind, err)
		}
	}
}

// A column with a range in any row has two columns; exact values stand in both.
func TestRangesHaveTwoColumns(t *testing.T) {
	million := int64(100_000_000)
	f := reopen(t, oneTable([]string{"Kontor", "Kostnad, mnkr", "Antal"},
		row(valued("A", figure.Value{}), valued("1–2", figure.Between(figure.Money, million, 2*million)), valued("3", figure.OfCount(3))),
		row(valued("B", figure.Value{}), valued("5", figure.OfMoney(500_000_000)), valued("4", figure.OfCount(4))),
		row(valued("C", figure.Value{}), valued("okänt", figure.Unknown(figure.Money)), valued("–", figure.Value{}))))
	want := [][]string{{"Kontor", "Kostnad, kr, lägst", "Kostnad, kr, högst", "Antal"}, {"A", "1000000", "2000000", "3"}, {"B", "5000000", "5000000", "4"}, {"C", "okänt", "", "–"}}
	rows, err := f.GetRows("Blad", excelize.Options{RawCellValue: true})
	if err != nil || len(rows) != 5 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	for i, w := range want {
		if !slices.Equal(rows[i+1], w) {
			t.Errorf("row %d is %q, want %q", i, rows[i+1], w)
		}
	}
}

func TestUnitOfHeads(t *testing.T) {
	for in, want := range map[string]string{"Kostnad, mnkr": "Kostnad, kr", "Kostnad (mnkr)": "Kostnad (kr)", "Drift, mnkr per år": "Drift, kr per år", "Cost, SEK million": "Cost, kr", "Kostnad": "Kostnad, kr", "Marknadshyra": "Marknadshyra, kr"} {
		f := reopen(t, oneTable([]string{in}, row(valued("1", figure.OfMoney(100)))))
		if got := raw(t, f, "Blad", "A2"); got != want {
			t.Errorf("%q became %q, want %q", in, got, want)
		}
	}
}

// Text that a program could take for a formula is stored as text.
func TestNoFormulas(t *testing.T) {
	for _, s := range []string{"=1+1", "+46 8 123", "-1", "@SUM(A1)", "=HYPERLINK(\"https://example.org\")", "\t=1", "0123", "1e5", "TRUE", "2022-06-01", "a_x0041_x0042_b", "_x005F_"} {
		doc := oneTable([]string{s}, row(document.Cell{Text: document.TextOf(s)}), document.Row{Kind: document.Group, Cells: []document.Cell{{Text: document.TextOf(s)}}})
		doc.Title = s
		f := reopen(t, doc)
		for _, at := range []place{{"Blad", "A2"}, {"Blad", "A3"}, {"Blad", "A4"}, {"Innehåll", "A1"}} {
			formula, err := f.GetCellFormula(at.sheet, at.cell)
			kind, _ := f.GetCellType(at.sheet, at.cell)
			if got := raw(t, f, at.sheet, at.cell); got != s || formula != "" || err != nil || kind != excelize.CellTypeSharedString {
				t.Errorf("%q came back as %q of type %v, formula %q", s, got, kind, formula)
			}
		}
	}
}

func TestSheetNames(t *testing.T) {
	for in, want := range map[string]string{"Tidplan": "Tidplan", "Kostnader: per år / alla": "Kostnader- per år - alla", "'a'": "a", "": "", "  ": "", "[x]*?\\": "-x----",
		strings.Repeat("å", 40): strings.Repeat("å", 31), "a\x00b": "ab", strings.Repeat("👩", 20): strings.Repeat("👩", 15)} {
		if got := sheetName(in); got != want {
			t.Errorf("sheetName(%q) = %q, want %q", in, got, want)
		}
	}
	doc := oneTable(nil)
	for _, s := range []string{"blad", "Innehåll", "History", "", "_MANIFEST", strings.Repeat("x", 31), strings.Repeat("x", 40)} {
		doc.Body = append(doc.Body, document.Table{Number: len(doc.Body) + 1, Sheet: s})
	}
	want := []string{"Innehåll", "Blad", "blad (2)", "Innehåll (2)", "History (2)", "Tabell 5", "_MANIFEST (2)", strings.Repeat("x", 31), strings.Repeat("x", 27) + " (2)", "Siffror", "_manifest"}
	if got := reopen(t, doc).GetSheetList(); !slices.Equal(got, want) {
		t.Errorf("sheets %q,\nwant %q", got, want)
	}
}

func TestContentsLeadsToTheTables(t *testing.T) {
	f := reopen(t, sample.Report("sv"))
	rows, err := f.GetRows("Innehåll")
	if err != nil {
		t.Fatal(err)
	}
	links := 0
	for i := range rows {
		cell, _ := excelize.CoordinatesToCellName(1, i+1)
		if ok, target, _ := f.GetCellHyperLink("Innehåll", cell); ok {
			links++
			sheet := strings.Trim(strings.TrimSuffix(target, "!A1"), "'")
			if n, err := f.GetSheetIndex(sheet); n < 0 || err != nil {
				t.Errorf("%s leads to %q, which is not there", cell, target)
			}
		}
	}
	if links != 6 {
		t.Errorf("%d links, want one for each of 5 tables and the figures", links)
	}
	if visible, err := f.GetSheetVisible(hiddenSheet); visible || err != nil {
		t.Error("the manifest's sheet is in sight")
	}
}

// Each figure is listed with address, form, numbers and a link to its cell.
func TestFiguresAreListed(t *testing.T) {
	doc := oneTable([]string{"A"}, row(document.Cell{Text: []document.Inline{document.Bound{Text: "24,65 mnkr", Address: "economy/total"}}}))
	doc.Body = append(doc.Body, document.Paragraph{Text: []document.Inline{document.Bound{Text: "25", Address: "economy/total"}, document.Bound{Text: "1", Address: "other"}}})
	doc.Manifest = []byte(`{"figures":[{"address":"economy/total","value":"money 2465000000..2562500000","unit":"money","rule":"sum"},{"address":"x","value":"date 2022-06-01"},{"address":"y","value":"words Boden"}]}`)
	rows, err := reopen(t, doc).GetRows("Siffror", excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{{"Adress", "Visas som", "lägst", "högst", "Enhet", "Regel", "Plats"},
		{"economy/total", "24,65 mnkr; 25", "24650000", "25625000", "money", "sum", "Blad!A3"},
		{"x", "", "44713", "44713"}, {"y", "", "Boden"}, {"other", "1"}}
	for i := range want {
		if got := rows[i]; !slices.Equal(slices.DeleteFunc(got, func(s string) bool { return s == "" }), slices.DeleteFunc(slices.Clone(want[i]), func(s string) bool { return s == "" })) {
			t.Errorf("row %d is %q, want %q", i+1, got, want[i])
		}
	}
}

func TestSameBytes(t *testing.T) {
	a, err := Bytes(sample.Report("sv"))
	if err != nil {
		t.Fatal(err)
	}
	for range 3 {
		if b, err := Bytes(sample.Report("sv")); err != nil || !bytes.Equal(a, b) {
			t.Fatalf("two workbooks of one document differ (%v)", err)
		}
	}
}

// Any text gives a workbook that opens and from which it can be read back.
func TestHostileText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		doc := sample.Hostile().Draw(t, "document")
		f := reopen(t, doc)
		var texts []string
		for _, s := range f.GetSheetList() {
			rows, err := f.GetRows(s)
			if err != nil {
				t.Fatal(err)
			}
			for _, r := range rows {
				texts = append(texts, r...)
			}
		}
		for b := range doc.Blocks() {
			for in := range document.Texts(b) {
				for _, x := range document.Bounds(in) {
					if !slices.Contains(texts, document.Clean(string(x.Address))) {
						t.Errorf("the address %q is lost", x.Address)
					}
				}
			}
			table, _ := b.(document.Table)
			for _, r := range table.Rows {
				for _, c := range r.Cells {
					if s := document.Clean(document.PlainText(c.Text)); c.Status == "" && !numeric(c.Value) && !slices.Contains(texts, s) && s != "" {
						t.Errorf("the cell %q is lost", s)
					}
				}
			}
		}
	})
}

// A row with long text is high enough for its lines, and no other row is touched.
func TestRowsAreHighEnough(t *testing.T) {
	f := reopen(t, oneTable([]string{"A"}, row(document.Cell{Text: document.TextOf("kort")}), row(document.Cell{Text: document.TextOf(strings.Repeat("ord ", 40))})))
	short, err1 := f.GetRowHeight("Blad", 3)
	long, err2 := f.GetRowHeight("Blad", 4)
	if err1 != nil || err2 != nil || short >= 2*lineHeight || long < 2.5*lineHeight {
		t.Errorf("rows are %v and %v points high (%v, %v)", short, long, err1, err2)
	}
}
