package docx

import (
	"slices"
	"strings"
	"testing"

	"github.com/etablera/etablera/internal/report/document"
	"pgregory.net/rapid"
)

func columns(widths ...int) document.Table {
	var t document.Table
	for _, w := range widths {
		t.Columns = append(t.Columns, document.Column{Width: w})
	}
	return t
}

func TestColumnWidths(t *testing.T) {
	word := columns(50, 50)
	word.Rows = []document.Row{{Cells: []document.Cell{{}, {Text: document.TextOf(strings.Repeat("x", 40))}}}}
	for _, c := range []struct {
		name  string
		table document.Table
		total int
		want  []int
	}{
		{"none", columns(), 1000, nil},
		{"one", columns(0), 5000, []int{5000}},
		{"stated", columns(20, 30, 50), 5000, []int{1000, 1500, 2500}},
		{"even", columns(0, 0, 0, 0), 4000, []int{1000, 1000, 1000, 1000}},
		{"the rest is shared", columns(50, 0, 0), 4000, []int{2000, 1000, 1000}},
		{"shares that are not of a hundred", columns(1, 3), 4000, []int{1000, 3000}},
		{"a word fits already", word, 20000, []int{10000, 10000}},
	} {
		if got := columnWidths(c.table, c.total); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

// A narrow column grows until its longest word fits.
func TestColumnGrowsForItsWord(t *testing.T) {
	table := columns(90, 10)
	table.Rows = []document.Row{{Cells: []document.Cell{{Text: document.TextOf("a b")}, {Text: document.TextOf("Kontorsutveckling")}}}}
	if got := columnWidths(table, 8844); got[1] < 17*charWidth || got[0]+got[1] != 8844 {
		t.Errorf("widths %v", got)
	}
}

// The widths always add up to the table's, and no column vanishes.
func TestColumnWidthsAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var table document.Table
		row := document.Row{}
		for range rapid.IntRange(1, 14).Draw(t, "columns") {
			table.Columns = append(table.Columns, document.Column{Header: rapid.String().Draw(t, "head"), Width: rapid.IntRange(0, 60).Draw(t, "width")})
			row.Cells = append(row.Cells, document.Cell{Text: document.TextOf(strings.Repeat("x", rapid.IntRange(0, 200).Draw(t, "word")))})
		}
		table.Rows = []document.Row{row}
		sum := 0
		for _, w := range columnWidths(table, wideWidth) {
			if w <= 0 {
				t.Fatalf("a column of width %d", w)
			}
			sum += w
		}
		if sum != wideWidth {
			t.Fatalf("the widths add up to %d, not %d", sum, wideWidth)
		}
	})
}

// A date is not broken: its column is as wide as the whole of it.
func TestDatesFit(t *testing.T) {
	table := columns(95, 5)
	table.Rows = []document.Row{{Cells: []document.Cell{{}, {Text: document.TextOf("2021-09-24")}}}}
	if got := columnWidths(table, 8844)[1]; got < 10*charWidth+cellEdges {
		t.Errorf("a column of %d twips for a date", got)
	}
	table.Rows[0].Cells[1].Text = document.TextOf("Malung-Sälen")
	if got := columnWidths(table, 8844)[1]; got >= 12*charWidth+cellEdges {
		t.Errorf("a column of %d twips for a name that may be broken", got)
	}
}
