package matrix

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
)

// Limits bound what is read.
type Limits struct {
	Bytes  int64
	Rows   int
	Places int // on either side
}

// Usual are the limits of a table of 3,000 offices and 115,000 points within
// reach of some of them.
var Usual = Limits{Bytes: 2 << 30, Rows: 50_000_000, Places: 1_000_000}

// Kind is what is wrong with a table.
type Kind string

// The kinds of mistakes.
const (
	NotCSV   Kind = "not-csv"   // quotes or the number of columns
	NoColumn Kind = "no-column" // a column is missing, or there twice
	NoKey    Kind = "no-key"    // a place without a name
	Number   Kind = "number"    // not a whole number within bounds
	Twice    Kind = "twice"     // a pair that stands there before
	TooLarge Kind = "too-large" // beyond a limit
	NotUTF8  Kind = "not-utf8"
	Empty    Kind = "empty" // no rows
)

// Error says what is wrong, where, and what would be right. Line and Column count
// from 1, the column in bytes; 0 where the whole table is meant.
type Error struct {
	Kind         Kind
	Line, Column int
	Got, Want    string
}

func (e *Error) Error() string {
	return fmt.Sprintf("%d:%d: %s: got %q, want %s", e.Line, e.Column, e.Kind, e.Got, e.Want)
}

// longest bounds a time in seconds, 30 days, and a distance in metres.
const (
	longestSeconds = 30 * 24 * 3600
	longestMetres  = 20_000_000
	longestKey     = 200
)

// Read reads a table.
func Read(r io.Reader, l Limits) (*Matrix, error) {
	counted := &counter{r: r, left: l.Bytes}
	c := csv.NewReader(counted)
	c.ReuseRecord = true
	reading := &reading{csv: c, b: NewBuilder(l, false)}
	err := reading.all()
	if counted.exceeded {
		return nil, &Error{TooLarge, 0, 0, "more", fmt.Sprintf("at most %d bytes", l.Bytes)}
	}
	if err != nil {
		return nil, err
	}
	return reading.b.Matrix()
}

type reading struct {
	csv                       *csv.Reader
	b                         *Builder
	from, to, seconds, metres int // columns, −1
}

func (r *reading) fail(k Kind, column int, got, want string) error {
	line, col := r.csv.FieldPos(column)
	return &Error{k, line, col, Shortened(got), want}
}

func (r *reading) all() error {
	head, err := r.csv.Read()
	if errors.Is(err, io.EOF) {
		return &Error{Empty, 0, 0, "", "a head and rows"}
	}
	if err != nil {
		return wrong(err)
	}
	if err := r.head(slices.Clone(head)); err != nil {
		return err
	}
	for {
		row, err := r.csv.Read()
		switch {
		case errors.Is(err, io.EOF) && len(r.b.m.cells) == 0:
			return &Error{Empty, 0, 0, "", "at least one row"}
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return wrong(err)
		}
		if err := r.row(row); err != nil {
			return err
		}
	}
}

func wrong(err error) error {
	var parse *csv.ParseError
	if errors.As(err, &parse) {
		return &Error{NotCSV, parse.Line, parse.Column, parse.Err.Error(), "CSV with the same number of columns in every row"}
	}
	return err
}

func (r *reading) head(head []string) error {
	head[0] = strings.TrimPrefix(head[0], "\ufeff")
	for _, want := range []struct {
		name string
		at   *int
		need bool
	}{{"from", &r.from, true}, {"to", &r.to, true}, {"seconds", &r.seconds, true}, {"metres", &r.metres, false}} {
		*want.at = slices.Index(head, want.name)
		if *want.at < 0 && want.need {
			return r.fail(NoColumn, 0, strings.Join(head, ","), "the columns from, to, seconds and, if known, metres")
		}
		if i := *want.at; i >= 0 && slices.Contains(head[i+1:], want.name) {
			return r.fail(NoColumn, i, want.name, "each column once")
		}
	}
	r.b.m.hasMetres = r.metres >= 0
	return nil
}

func (r *reading) row(row []string) error {
	if r.b.isFull() {
		return r.placed(r.b.full(), 0)
	}
	from, err := r.key(row, r.from, r.b.From)
	if err != nil {
		return err
	}
	to, err := r.key(row, r.to, r.b.To)
	if err != nil {
		return err
	}
	c := cell{to: to, from: from, metres: None}
	if c.seconds, err = r.number(row, r.seconds, longestSeconds); err != nil {
		return err
	}
	if r.metres >= 0 {
		if c.metres, err = r.number(row, r.metres, longestMetres); err != nil {
			return err
		}
	}
	r.b.m.cells = append(r.b.m.cells, c)
	return nil
}

func (r *reading) key(row []string, column int, place func(string) (int32, error)) (int32, error) {
	i, err := place(row[column])
	return i, r.placed(err, column)
}

// placed says where a mistake of the builder stands.
func (r *reading) placed(err error, column int) error {
	var mistake *Error
	if errors.As(err, &mistake) {
		return r.fail(mistake.Kind, column, mistake.Got, mistake.Want)
	}
	return err
}

// number reads seconds or metres, which may have decimals; empty is None.
func (r *reading) number(row []string, column int, most float64) (uint32, error) {
	text := strings.TrimSpace(row[column])
	if text == "" {
		return None, nil
	}
	x, err := strconv.ParseFloat(text, 64)
	if err != nil || !(x >= 0 && x <= most) {
		return 0, r.fail(Number, column, row[column], numberWanted(most))
	}
	return uint32(math.Round(x)), nil
}

// counter reads no more than so many bytes.
type counter struct {
	r        io.Reader
	left     int64
	exceeded bool
}

func (c *counter) Read(p []byte) (int, error) {
	if c.left <= 0 {
		// One byte more tells a table that fits exactly from one that does not.
		var one [1]byte
		if n, _ := c.r.Read(one[:]); n > 0 {
			c.exceeded = true
		}
		return 0, io.EOF
	}
	if int64(len(p)) > c.left {
		p = p[:c.left]
	}
	n, err := c.r.Read(p)
	c.left -= int64(n)
	return n, err
}
