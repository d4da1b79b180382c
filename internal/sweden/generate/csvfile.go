package main

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// A record is one line of a CSV file, its cells found by the name of the column.
type record struct {
	file    string
	line    int
	columns []string
	cells   []string
	fault   *error // the first fault of the file, kept so that every cell can be read without asking
}

// readCSV calls use for each record of a file, in order, and returns the first
// fault found with its place.
func readCSV(folder, file string, columns []string, use func(record)) error {
	f, err := os.Open(filepath.Join(folder, file))
	if err != nil {
		return err
	}
	defer f.Close()
	return readRecords(f, file, columns, use)
}

func readRecords(from io.Reader, file string, columns []string, use func(record)) error {
	in := csv.NewReader(from)
	header, err := in.Read()
	if err != nil {
		return fmt.Errorf("%s:1: no header: %w", file, err)
	}
	for _, c := range columns {
		if !slices.Contains(header, c) {
			return fmt.Errorf("%s:1: no column %q among %s", file, c, strings.Join(header, ", "))
		}
	}
	for {
		cells, err := in.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		line, _ := in.FieldPos(0)
		var fault error
		use(record{file, line, header, cells, &fault})
		if fault != nil {
			return fault
		}
	}
}

// fail keeps a fault of the record.
func (r record) fail(format string, args ...any) {
	if *r.fault == nil {
		*r.fault = fmt.Errorf("%s:%d: %s", r.file, r.line, fmt.Sprintf(format, args...))
	}
}

// text returns a cell that may be empty. A tab or a line break in it would
// break the table to be written and is a fault.
func (r record) text(column string) string {
	cell := r.cells[slices.Index(r.columns, column)]
	if strings.ContainsAny(cell, "\t\n\r") {
		r.fail("%s %q: want no tab or line break", column, cell)
	}
	return cell
}

// name returns a cell that must not be empty.
func (r record) name(column string) string {
	cell := r.text(column)
	if cell == "" {
		r.fail("%s is empty: want a text", column)
	}
	return cell
}

// count returns a cell that is a whole number, zero or more.
func (r record) count(column string) int {
	n, err := strconv.Atoi(r.text(column))
	if err != nil || n < 0 {
		r.fail("%s %q: want a whole number, 0 or more", column, r.text(column))
	}
	return n
}

// number returns a cell that is a decimal number within bounds, as written.
func (r record) number(column string, low, high float64) string {
	cell := r.text(column)
	f, err := strconv.ParseFloat(cell, 64)
	if err != nil || !(f >= low && f <= high) { // so that NaN is a fault too
		r.fail("%s %q: want a number from %v to %v", column, cell, low, high)
	}
	return cell
}

// latitude and longitude return a position within Sweden, as written.
func (r record) latitude(column string) string  { return r.number(column, 55, 70) }
func (r record) longitude(column string) string { return r.number(column, 10, 25) }

// code returns a cell of n digits.
func (r record) code(column string, n int) string {
	cell := r.text(column)
	if len(cell) != n || strings.Trim(cell, "0123456789") != "" {
		r.fail("%s %q: want %d digits", column, cell, n)
	}
	return cell
}

// municipality returns the code of a municipality that exists.
func (r record) municipality(known map[string]int) string {
	code := r.code("municipality_code", 4)
	if _, ok := known[code]; !ok {
		r.fail("municipality_code %q: no such municipality", code)
	}
	return code
}
