package instance

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
)

const maxColumns = MaxSites + 2

// table reads rows of comma- or semicolon-separated values under a heading and knows where each cell stands.
type table struct {
	rows    *csv.Reader
	file    string
	heading []string
	row     []string
	decimal bool // numbers may be written with a decimal comma
	reads   error
}

func readCSV(r io.Reader, name string, begin []byte) (*Instance, error) {
	t := &table{rows: csv.NewReader(r), file: name}
	first, _, _ := bytes.Cut(bytes.TrimLeft(begin, " \t\r\n"), []byte("\n"))
	if bytes.Count(first, []byte(";")) > bytes.Count(first, []byte(",")) {
		t.rows.Comma, t.decimal = ';', true
	}
	t.rows.ReuseRecord, t.rows.TrimLeadingSpace = true, true
	if !t.next() {
		return nil, t.end("the heading")
	}
	if len(t.row) > maxColumns {
		return nil, t.fault(maxColumns, "more than %d columns", maxColumns)
	}
	t.heading = make([]string, len(t.row))
	for i, h := range t.row {
		t.heading[i] = strings.TrimSpace(h)
	}
	switch {
	case t.has("from", "to", "cost"):
		return t.pairs()
	case t.has("id", "lat", "lon"), t.has("id", "x", "y"):
		return t.points()
	case t.has("lat") || t.has("lon") || t.has("x", "y") || t.has("from") || t.has("to"):
		return nil, t.fault(0, "the heading is neither id,lat,lon nor id,x,y nor from,to,cost: columns are missing")
	}
	return t.square()
}

func (t *table) column(name string) int {
	return slices.IndexFunc(t.heading, func(h string) bool { return strings.EqualFold(h, name) })
}

func (t *table) has(names ...string) bool {
	for _, n := range names {
		if t.column(n) < 0 {
			return false
		}
	}
	return true
}

// only says which column is not among those that are known, or is there twice.
func (t *table) only(known ...string) error {
	for i, h := range t.heading {
		if !slices.ContainsFunc(known, func(k string) bool { return strings.EqualFold(k, h) }) {
			return t.fault(i, "the column %.40q is not known: use %s", h, strings.Join(known, ", "))
		}
		if t.column(h) != i {
			return t.fault(i, "the column %.40q is there twice", h)
		}
	}
	return nil
}

// next goes to the next row; at the end, or at a mistake that stays, it answers false.
func (t *table) next() bool {
	row, err := t.rows.Read()
	t.row = row
	var parse *csv.ParseError
	switch {
	case err == nil:
		return true
	case err == io.EOF:
	case errors.As(err, &parse):
		text := fmt.Sprint(parse.Err)
		if errors.Is(err, csv.ErrFieldCount) {
			text = fmt.Sprintf("%d cells where the heading has %d", len(row), len(t.heading))
		}
		t.reads = &Fault{t.file, parse.Line, parse.Column, text}
	default:
		t.reads = err
	}
	return false
}

// end is the mistake that ended the rows, or that something is missing at their end.
func (t *table) end(missing string) error {
	if t.reads == nil && missing != "" {
		return &Fault{t.file, 0, 0, missing + " is missing"}
	}
	return t.reads
}

func (t *table) fault(column int, format string, args ...any) error {
	line, at := t.rows.FieldPos(min(column, len(t.row)-1))
	return &Fault{t.file, line, at, fmt.Sprintf(format, args...)}
}

func (t *table) cell(column int) string { return strings.TrimSpace(t.row[column]) }

// name reads the name of a place, which must be there.
func (t *table) name(column int) (string, error) {
	name := t.cell(column)
	if name == "" || len(name) > MaxName {
		return "", t.fault(column, "a name of %d bytes: use 1 to %d", len(name), MaxName)
	}
	return strings.Clone(name), nil
}

func (t *table) whole(column int, most int64) (int64, error) {
	v, err := strconv.ParseInt(t.cell(column), 10, 64)
	if err != nil || v < 0 || v > most {
		return 0, t.fault(column, "%s is %.20q: use a whole number from 0 to %d", t.called(column), t.cell(column), most)
	}
	return v, nil
}

func (t *table) number(column int, most float64) (float64, error) {
	text := t.cell(column)
	if t.decimal {
		text = strings.Replace(text, ",", ".", 1)
	}
	v, err := strconv.ParseFloat(text, 64)
	if err != nil || math.IsNaN(v) || math.Abs(v) > most {
		return 0, t.fault(column, "%s is %.20q: use a number from %.0f to %.0f", t.called(column), t.cell(column), -most, most)
	}
	return v, nil
}

func (t *table) called(column int) string { return fmt.Sprintf("%.40q", t.heading[column]) }
