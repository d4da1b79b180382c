package lint

import (
	"slices"
	"strings"
)

// Rule sum: in a table, a row called Summa, Totalt, Total or the like must be
// the sum of the numbers above it, column by column; and a last column so called
// the sum of the numbers to its left, row by row. Subtotals (Delsumma) start a
// new sum, and a total below them may be the sum of the subtotals.
//
// Tolerance: columns with decimals, and columns of money, may differ by half a
// unit of the last digit for every number added and for the total, since each
// may be rounded; counts must agree exactly. A range ("24,65–25,625") stands for
// everything within it. A dash or an empty cell adds nothing; a column with
// any other text ("okänd") is not summed, nor is one of shares, averages or
// years.

// A grid is one table's cells by row and column.
type grid struct {
	rows [][]int // block of each cell, -1 where there is none
	cols int
}

// maxColumns bounds what is summed; wider tables are data and not for reading.
const maxColumns = 200

func checkSums(v *view) []Finding {
	var found []Finding
	blocks := v.text.Blocks
	for i := 0; i < len(blocks); i++ {
		if blocks[i].Kind != Cell || i > 0 && blocks[i-1].Table == blocks[i].Table {
			continue
		}
		g := v.grid(i)
		found = append(found, v.sumColumns(g)...)
		found = append(found, v.sumRows(g)...)
	}
	return found
}

// grid lays out the table whose first cell is block i.
func (v *view) grid(i int) grid {
	var g grid
	blocks := v.text.Blocks
	last := -1
	for t := blocks[i].Table; i < len(blocks) && blocks[i].Table == t; i++ {
		b := blocks[i]
		if b.Kind != Cell || b.Col >= maxColumns {
			continue
		}
		if b.Row != last {
			g.rows = append(g.rows, nil)
			last = b.Row
		}
		row := &g.rows[len(g.rows)-1]
		for len(*row) <= b.Col {
			*row = append(*row, -1)
		}
		if (*row)[b.Col] < 0 {
			(*row)[b.Col] = i
		}
		g.cols = max(g.cols, b.Col+1)
	}
	return g
}

func (g grid) cell(row, col int) int {
	if col < len(g.rows[row]) {
		return g.rows[row][col]
	}
	return -1
}

// label is the block of a row's first cell, or -1.
func (g grid) label(row int) int {
	for _, b := range g.rows[row] {
		if b >= 0 {
			return b
		}
	}
	return -1
}

// maxSubtotals bounds how many totals one total may be the sum of.
const maxSubtotals = 100

// An addend is what a cell holds.
type addend struct {
	interval
	decimals int
	money    bool
	state    cellState
	block    int
}

type cellState uint8

const (
	emptyCell  cellState = iota // nothing, or a dash
	numberCell                  // one number or range
	otherCell                   // anything else
)

// addend reads the cell in a block. Units and a sign may stand beside the
// number.
func (v *view) addend(block int) addend {
	a := addend{block: block}
	if block < 0 {
		return a
	}
	text := strings.TrimSpace(v.text.Blocks[block].Text)
	if strings.Trim(text, "-–—−.·") == "" {
		return a
	}
	a.state = otherCell
	b := &v.blocks[block]
	if len(b.quantities) != 1 || len(b.moments) > 0 {
		return a
	}
	q := b.quantities[0]
	if q.unit == percentUnit || q.unit == otherUnit || q.isWord || q.hedged {
		return a
	}
	sign := 1.0
	for k, t := range b.tokens {
		switch {
		case k >= q.first && k < q.last:
		case k == q.first-1 && (t.lower == "-" || t.lower == "−" || t.lower == "–"):
			sign = -1
		case units[t.lower] == moneyUnit || t.lower == "st" || t.lower == "*" || t.lower == "+":
		default:
			return a
		}
	}
	a.interval = interval{sign * q.lo, sign * q.hi}.ordered()
	a.decimals, a.money, a.state = q.decimals, q.unit == moneyUnit, numberCell
	return a
}

var notSummed = []string{"%", "procent", "percent", "andel", "share", "genomsnitt", "average", "medel", "mean", "median", "snitt",
	"per ", "förändring", "change", "index", "kvot", "ratio", "datum", "date"}
var moneyHeads = []string{"mnkr", "mkr", "tkr", "mdkr", "kronor", "kr", "sek", "kostnad", "cost", "anslag"}

// headed says that one of the words stands in the heading of a column.
func (v *view) headed(g grid, col int, words []string) bool {
	for row := range min(2, len(g.rows)) {
		b := g.cell(row, col)
		if b < 0 {
			continue
		}
		low := strings.ToLower(v.text.Blocks[b].Text) + " "
		if slices.ContainsFunc(words, func(w string) bool { return strings.Contains(low, w) }) {
			return true
		}
	}
	return false
}

func (v *view) sumColumns(g grid) []Finding {
	var found []Finding
	for col := 1; col < g.cols; col++ {
		if v.headed(g, col, notSummed) {
			continue
		}
		money := v.headed(g, col, moneyHeads)
		var parts, subtotals []addend
		for row := range g.rows {
			label := g.label(row)
			if label < 0 || label == g.cell(row, col) || v.text.Blocks[label].Header {
				continue
			}
			a := v.addend(g.cell(row, col))
			a.money = a.money || money
			switch {
			case !isTotal(v.text.Blocks[label].Text):
				if a.state == otherCell && row == 0 {
					continue // a heading row that is not marked as one
				}
				parts = append(parts, a)
			case a.state == numberCell:
				if parts, wrong := contradicted(subtotals, parts, a); wrong {
					found = append(found, v.wrongSum(parts, a, label))
				}
				if parts = nil; len(subtotals) < maxSubtotals {
					subtotals = append(subtotals, a)
				}
			default:
				parts = nil
			}
		}
	}
	return found
}

// sumRows checks a last column that is called a total.
func (v *view) sumRows(g grid) []Finding {
	last := g.cols - 1
	if last < 3 || len(g.rows) < 2 {
		return nil
	}
	head := g.cell(0, last)
	if head < 0 || !isTotal(v.text.Blocks[head].Text) {
		return nil
	}
	var found []Finding
	for row := 1; row < len(g.rows); row++ {
		total := v.addend(g.cell(row, last))
		if total.state != numberCell {
			continue
		}
		var parts []addend
		for col := 1; col < last; col++ {
			if v.headed(g, col, notSummed) {
				parts = nil
				break
			}
			parts = append(parts, v.addend(g.cell(row, col)))
		}
		if parts, wrong := contradicted(nil, parts, total); wrong {
			found = append(found, v.wrongSum(parts, total, head))
		}
	}
	return found
}

// contradicted says that a total is neither the sum of the rows since the last
// total nor that of all totals and rows since, and returns the parts that it
// should have been the sum of. Parts that cannot be summed contradict nothing.
func contradicted(subtotals, parts []addend, total addend) ([]addend, bool) {
	sum, n := total.sumOf(parts)
	if n >= 2 && sum.overlaps(total.slack()) {
		return nil, false
	}
	if len(subtotals) == 0 {
		return parts, n >= 2
	}
	all := append(slices.Clone(subtotals), parts...)
	sum, m := total.sumOf(all)
	if m < 2 || sum.overlaps(total.slack()) {
		return nil, false
	}
	if n >= 2 {
		return parts, true
	}
	return all, true
}

// sumOf adds up the parts, each with its slack; n is how many numbers there
// were, 0 if one of the parts is no number.
func (a addend) sumOf(parts []addend) (sum interval, n int) {
	rounded := a.money || a.decimals > 0
	for _, p := range parts {
		rounded = rounded || p.money || p.decimals > 0
	}
	for _, p := range parts {
		switch p.state {
		case otherCell:
			return interval{}, 0
		case numberCell:
			n++
			if rounded {
				p.interval = p.widen(p.decimals)
			}
			sum = sum.plus(p.interval)
		}
	}
	return sum, n
}

func (a addend) slack() interval {
	if a.money || a.decimals > 0 {
		return a.widen(a.decimals)
	}
	return a.interval
}

func (v *view) wrongSum(parts []addend, total addend, label int) Finding {
	low, high, decimals := 0.0, 0.0, total.decimals
	for _, p := range parts {
		low, high, decimals = low+p.lo, high+p.hi, max(decimals, p.decimals)
	}
	sum := v.number(low, decimals)
	if low != high {
		sum += "–" + v.number(high, decimals)
	}
	q := v.blocks[total.block].quantities[0]
	f := v.finding(RuleSum, Error, total.block, q.first, q.last, "lint.sum.table",
		Arg{"total", v.span(q)}, Arg{"sum", sum}, Arg{"label", v.text.Blocks[label].Text})
	for _, p := range parts {
		if p.state == numberCell && len(f.Related) < 20 {
			f.Related = append(f.Related, v.text.Position(p.block, 0))
		}
	}
	return f
}
