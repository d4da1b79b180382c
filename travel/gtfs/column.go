package gtfs

import (
	"errors"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
)

// table reads one file of a feed row by row, by the names in its first line.
type table struct {
	file    string
	records *records
	names   []string
	problem func(droppable bool, p Problem)
	// bad says that something in the current row cannot be used.
	bad bool
	// fatal says that the file cannot be read on.
	fatal bool
}

// column is the position of a named column in a table; −1 where the file has none.
type column int

func newTable(file string, r io.Reader, limit int, problem func(bool, Problem)) *table {
	t := &table{file: file, records: newRecords(r, limit), problem: problem}
	if !t.read() {
		if !t.fatal {
			t.fail(Problem{File: file, Line: 1, Code: BadRecord, Found: "the file is empty", Want: "want a line of column names"})
		}
		return t
	}
	for i, f := range t.records.fields {
		name := string(f)
		for _, other := range t.names {
			if name == other && name != "" {
				t.fail(Problem{File: file, Line: 1, Column: t.records.cols[i], Field: name, Code: DuplicateName, Found: "the column is there twice"})
			}
		}
		t.names = append(t.names, name)
	}
	return t
}

func (t *table) fail(p Problem) {
	t.fatal = true
	t.problem(false, p)
}

// read reads a record, and returns false at the end or where the file cannot be read on.
func (t *table) read() bool {
	if t.fatal {
		return false
	}
	err := t.records.next()
	var bad *recordError
	switch {
	case err == nil:
		return true
	case errors.Is(err, io.EOF):
	case errors.As(err, &bad):
		t.fail(Problem{File: t.file, Line: bad.line, Column: bad.column, Code: bad.code, Found: bad.found, Want: bad.want})
	case errors.Is(err, errTooLarge):
		t.fail(Problem{File: t.file, Line: t.records.line + 1, Code: TooLarge, Found: "more bytes than the limit"})
	default:
		t.fail(Problem{File: t.file, Line: t.records.line + 1, Code: BadArchive, Found: err.Error(), Want: "want a whole file; was it cut off or damaged?"})
	}
	return false
}

// next reads a row; one with another number of fields than the head is reported and passed over.
func (t *table) next() bool {
	for t.read() {
		t.bad = false
		n, want := len(t.records.fields), len(t.names)
		surplus := false
		for i := want; i < n; i++ {
			surplus = surplus || len(t.records.fields[i]) > 0
		}
		if n >= want && !surplus {
			return true
		}
		t.problem(true, Problem{File: t.file, Line: t.records.lines[0], Code: BadRecord,
			Found: fmt.Sprintf("%d fields", n), Want: fmt.Sprintf("want %d, as in the first line; was the file cut off?", want)})
	}
	return false
}

// optional finds a column, or −1.
func (t *table) optional(name string) column {
	for i, n := range t.names {
		if n == name {
			return column(i)
		}
	}
	return -1
}

// must finds a column that has to be there.
func (t *table) must(name string) column {
	c := t.optional(name)
	if c < 0 && !t.fatal {
		t.fail(Problem{File: t.file, Line: 1, Field: name, Code: MissingColumn,
			Found: "no such column among " + clip(strings.Join(t.names, ","))})
	}
	return c
}

func clip(s string) string {
	if len(s) > 200 {
		s = s[:200] + "…"
	}
	return strings.ToValidUTF8(s, "\uFFFD")
}

// text is the value of a column in the current row, empty where there is none.
func (t *table) text(c column) []byte {
	if c < 0 {
		return nil
	}
	return t.records.fields[c]
}

// str is text as a string of valid UTF-8.
func (t *table) str(c column) string { return strings.ToValidUTF8(string(t.text(c)), "\uFFFD") }

// at is the place of a column in the current row.
func (t *table) at(c column) Problem {
	p := Problem{File: t.file, Line: t.records.lines[0]}
	if c >= 0 {
		p.Line, p.Column, p.Field = t.records.lines[c], t.records.cols[c], t.names[c]
	}
	return p
}

// wrong reports the value of a column, and marks the row.
func (t *table) wrong(c column, code Code, want string) {
	t.report(c, code, want, Problem{})
}

// misread reports a value that has not the form it should have.
func (t *table) misread(c column, form Form, lo, hi float64, want string) {
	t.report(c, BadValue, want, Problem{Form: form, Low: lo, High: hi})
}

func (t *table) report(c column, code Code, want string, about Problem) {
	p := t.at(c)
	p.Code, p.Found, p.Want = code, strconv.Quote(clip(string(t.text(c)))), want
	p.Form, p.Low, p.High = about.Form, about.Low, about.High
	t.bad = true
	t.problem(true, p)
}

// id is a value that must not be empty.
func (t *table) id(c column) string {
	if len(t.text(c)) == 0 {
		t.wrong(c, MissingValue, "want a value")
	}
	return t.str(c)
}

// number reads a whole number from lo to hi; an empty value is the default.
func (t *table) number(c column, lo, hi, byDefault int) int {
	b := t.text(c)
	if len(b) == 0 {
		return byDefault
	}
	n, ok := whole(b)
	if !ok || n < lo || n > hi {
		t.misread(c, WholeForm, float64(lo), float64(hi), fmt.Sprintf("want a whole number from %d to %d", lo, hi))
		return byDefault
	}
	return n
}

// needed reads a whole number that must be there.
func (t *table) needed(c column, lo, hi int) int {
	if len(t.text(c)) == 0 {
		t.wrong(c, MissingValue, "want a whole number")
		return lo
	}
	return t.number(c, lo, hi, lo)
}

// decimal reads a number from lo to hi; an empty value is NaN.
func (t *table) decimal(c column, lo, hi float64) float64 {
	b := t.text(c)
	if len(b) == 0 {
		return math.NaN()
	}
	x, err := strconv.ParseFloat(string(b), 64)
	if err != nil || !(lo <= x && x <= hi) {
		t.misread(c, NumberForm, lo, hi, fmt.Sprintf("want a number from %g to %g", lo, hi))
		return math.NaN()
	}
	return x
}

// date reads a day; an empty value is no date.
func (t *table) date(c column, need bool) Date {
	b := t.text(c)
	if len(b) == 0 && !need {
		return 0
	}
	d, ok := dateOf(b)
	if !ok {
		t.misread(c, DateForm, 0, 0, "want a date as 20190513")
	}
	return d
}

// clock reads a time; an empty value is NoTime.
func (t *table) clock(c column) Seconds {
	b := t.text(c)
	if len(b) == 0 {
		return NoTime
	}
	s, ok := clock(b)
	if !ok {
		t.misread(c, TimeForm, 0, 0, "want a time as 08:05:00, up to 240 hours")
	}
	return s
}
