package docx

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/etablera/etablera/internal/report/document"
)

// wideColumns is how many columns a table has that may lie sideways.
const wideColumns = 7

// isWide says whether a table is too wide for an upright page: it has many
// columns, and their longest words do not fit beside each other.
func isWide(t document.Table) bool {
	if len(t.Columns) < wideColumns {
		return false
	}
	sum := 0
	for _, need := range longestWords(t, textWidth) {
		sum += need
	}
	return sum > textWidth
}

// charWidth is about what a character of a table's text takes, and cellEdges
// what a cell takes on both sides together, in twips.
const (
	charWidth = 98
	cellEdges = 220
)

// columnWidths shares out a width among columns: by the shares that the table
// states, evenly where it states none. A column whose longest word does not fit
// then grows, at the expense of those that have room to spare.
func columnWidths(t document.Table, total int) []int {
	n := len(t.Columns)
	if n == 0 {
		return nil
	}
	widths, needs := make([]int, n), longestWords(t, total)
	stated, open := 0, 0
	for _, c := range t.Columns {
		stated += max(c.Width, 0)
		if c.Width <= 0 {
			open++
		}
	}
	even := 100 / n
	if open > 0 {
		even = max((100-stated)/open, 5)
	}
	sum := stated + open*even
	for i, c := range t.Columns {
		share := c.Width
		if share <= 0 {
			share = even
		}
		widths[i] = total * share / sum
	}
	fit(widths, needs)
	used := 0
	for _, w := range widths {
		used += w
	}
	widths[n-1] += total - used
	return widths
}

// fit moves width from columns that have more than they need to those that have
// less, as far as it goes.
func fit(widths, needs []int) {
	missing, spare := 0, 0
	for i := range widths {
		if d := needs[i] - widths[i]; d > 0 {
			missing += d
		} else {
			spare -= d
		}
	}
	if missing == 0 || spare == 0 {
		return
	}
	moved := min(missing, spare)
	for i := range widths {
		if d := needs[i] - widths[i]; d > 0 {
			widths[i] += d * moved / missing
		} else {
			widths[i] += d * moved / spare
		}
	}
}

// hyphen is a hyphen at which a word may be broken; a date is not broken.
var hyphen = regexp.MustCompile(`(\pL)-(\pL)`)

// longestWords is the width that each column needs for its longest word, but at
// most 30 per cent of the whole: longer words are broken.
func longestWords(t document.Table, total int) []int {
	needs := make([]int, len(t.Columns))
	for i := range needs {
		needs[i] = charWidth + cellEdges
	}
	need := func(i int, text string, unit int) {
		for word := range strings.FieldsFuncSeq(hyphen.ReplaceAllString(text, "$1- $2"), func(r rune) bool { return r == ' ' || r == '\n' || r == '\t' }) {
			needs[i] = max(needs[i], min(utf8.RuneCountInString(word)*unit+cellEdges, total*3/10))
		}
	}
	for i, c := range t.Columns {
		need(i, c.Header, charWidth+6)
	}
	for _, r := range t.Rows {
		if r.Kind == document.Group {
			continue
		}
		for i := range min(len(r.Cells), len(needs)) {
			need(i, document.PlainText(r.Cells[i].Text), charWidth)
		}
	}
	return needs
}
