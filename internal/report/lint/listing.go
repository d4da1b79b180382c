package lint

import (
	"strings"

	"github.com/etablera/etablera/internal/civil"
)

// A listing is a table or list of places, each with a date if it has one. In
// plain text the columns are lost: then the short lines below a caption are its
// rows, those that begin with a place in the register.
type listing struct {
	caption int // block of the caption, or of the sentence that leads it in
	rows    []listed
}

// A listed place is one row.
type listed struct {
	block int
	day   civil.Date // zero if none
	at    place      // where the date stands
}

// A place is a token of a block.
type place struct{ block, token int }

// tableNamed finds the table whose caption has a number.
func (v *view) tableNamed(number string) (listing, bool) {
	for i, b := range v.text.Blocks {
		if b.Kind != Caption {
			continue
		}
		if t := v.blocks[i].tokens; len(t) > 1 && t[1].lower == number && (t[0].lower == "tabell" || t[0].lower == "table") {
			return v.listingAt(i), true
		}
	}
	return listing{}, false
}

// listingAt reads the table at a caption: the cells below it, the cells above
// it where a caption stands below its table, or the lines below it.
func (v *view) listingAt(caption int) listing {
	blocks := v.text.Blocks
	l := listing{caption: caption}
	first := caption + 1
	if first < len(blocks) && blocks[first].Kind == Cell {
		l.rows = v.cellRows(first)
		return l
	}
	if caption > 0 && blocks[caption-1].Kind == Cell {
		from := caption - 1
		for from > 0 && blocks[from-1].Table == blocks[caption-1].Table {
			from--
		}
		l.rows = v.cellRows(from)
		return l
	}
	l.rows = v.lineRows(first)
	return l
}

// cellRows reads the rows of the table whose first cell is block i, without
// heading and total rows. A row without a date has that of the row above, as in
// a merged cell, if that one had a date in a column that this row lacks.
func (v *view) cellRows(i int) []listed {
	blocks := v.text.Blocks
	var rows []listed
	table := blocks[i].Table
	var last listed
	for i < len(blocks) && blocks[i].Table == table {
		row := blocks[i].Row
		label := blocks[i]
		r := listed{block: i}
		for ; i < len(blocks) && blocks[i].Table == table && blocks[i].Row == row; i++ {
			if ms := v.blocks[i].moments; r.day == 0 && len(ms) > 0 && ms[0].isDay() {
				r.day, r.at = ms[0].span.First, place{i, ms[0].first}
			}
		}
		if label.Header || row == 0 && r.day == 0 || isTotal(label.Text) {
			continue
		}
		if r.day == 0 {
			r.day, r.at = last.day, last.at
		}
		rows = append(rows, r)
		last = r
	}
	return rows
}

// lineRows reads rows from plain text. A dump goes row by row, so a date stands
// after the first name of the cell that it fills, and holds for the names below
// until the name right above the next date. A table whose dates come first has
// it the plain way round.
func (v *view) lineRows(first int) []listed {
	var rows []listed
	pending, datesFirst := 0, false // rows since the last date
	for i := first; i < len(v.text.Blocks) && v.isRow(i); i++ {
		if k := v.text.Blocks[i].Kind; k == Footnote || k == Furniture {
			continue
		}
		named := v.namesPlace(i)
		var day moment
		for _, m := range v.blocks[i].moments {
			if m.isDay() {
				day = m
			}
		}
		if day.last == 0 {
			if named {
				rows = append(rows, listed{block: i})
				pending++
			}
			continue
		}
		if len(rows) == 0 && !(named && day.first > 0) {
			datesFirst = true
		}
		d := listed{day: day.span.First, at: place{i, day.first}}
		ownName := named && day.first > 0 // "Linköping 22-12-01"
		v.fill(rows, pending, d, datesFirst || ownName)
		pending = 0
		if named {
			rows = append(rows, listed{block: i, day: d.day, at: d.at})
		} else {
			rows = append(rows, listed{block: -1, day: d.day, at: d.at})
		}
	}
	return dated(rows, pending)
}

// fill dates the rows before a date: all but the last belong to the date above,
// the last to this one unless the date has a name of its own.
func (v *view) fill(rows []listed, pending int, d listed, keepLast bool) {
	for n := pending; n > 0; n-- {
		r := &rows[len(rows)-n]
		if n == 1 && !keepLast {
			r.day, r.at = d.day, d.at
		} else if prev := len(rows) - n - 1; prev >= 0 {
			r.day, r.at = rows[prev].day, rows[prev].at
		}
	}
}

// dated dates the rows after the last date and drops rows that are only a date.
func dated(rows []listed, pending int) []listed {
	for n := pending; n > 0; n-- {
		if k := len(rows) - n; k > 0 {
			rows[k].day, rows[k].at = rows[k-1].day, rows[k-1].at
		}
	}
	kept := rows[:0]
	for _, r := range rows {
		if r.block >= 0 {
			kept = append(kept, r)
		}
	}
	return kept
}

// isRow says that a block of plain text may be a row of a table.
func (v *view) isRow(i int) bool {
	b := v.text.Blocks[i]
	switch b.Kind {
	case Line, ListItem, Furniture, Footnote:
		return true
	case Paragraph:
		return len(b.Text) < 60 && !strings.HasSuffix(b.Text, ".")
	}
	return false
}

// namesPlace says that a line has a place of the register as its first name, or
// one nearly so.
func (v *view) namesPlace(i int) bool {
	for _, t := range v.blocks[i].tokens {
		if t.kind != wordToken {
			continue
		}
		if !t.upper {
			return false
		}
		return v.register.holds(t.lower) || v.register.nearest(t.lower) != nil
	}
	return false
}

func isTotal(label string) bool {
	word, _, _ := strings.Cut(strings.ToLower(strings.TrimSpace(label)), " ")
	switch strings.TrimRight(word, ":.") {
	case "summa", "totalt", "total", "totals", "sum", "delsumma", "subtotal", "sammanlagt", "summering":
		return true
	}
	return false
}
