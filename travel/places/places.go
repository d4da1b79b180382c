// Package places reads lists of named positions.
//
// In goes CSV, UTF-8, with the columns id, lat and lon (WGS 84 degrees) in any order;
// other columns are passed over. Out come the places in the order of the file.
// Reading is bounded, takes O(rows), and stops at the first mistake with its line and
// column.
package places

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Place is a named position in WGS 84 degrees.
type Place struct {
	ID       string
	Lat, Lon float64
}

// MaxBytes and MaxRows bound a file.
const (
	MaxBytes = 256 << 20
	MaxRows  = 2_000_000
)

// Kind is what is wrong with a list.
type Kind string

// The kinds of mistakes.
const (
	NotCSV   Kind = "not-csv"   // quotes or the number of columns
	NoColumn Kind = "no-column" // a column is missing, or there twice
	NoID     Kind = "no-id"     // a place without a name
	Twice    Kind = "twice"     // a name that stands there before
	Degrees  Kind = "degrees"   // no number of degrees within bounds
	TooLarge Kind = "too-large"
	NotUTF8  Kind = "not-utf8"
	Empty    Kind = "empty"
)

// Error says what is wrong, and where; lines and columns count from 1, columns in
// bytes, 0 where the whole list is meant.
type Error struct {
	Kind         Kind
	Line, Column int
	Got          string
}

func (e *Error) Error() string { return fmt.Sprintf("%d:%d: %s: %q", e.Line, e.Column, e.Kind, e.Got) }

type reader struct {
	csv          *csv.Reader
	id, lat, lon int
	seen         map[string]struct{}
}

// Read reads a list.
func Read(r io.Reader) ([]Place, error) {
	limited := &io.LimitedReader{R: r, N: MaxBytes + 1}
	in := &reader{csv: csv.NewReader(limited), seen: map[string]struct{}{}}
	in.csv.ReuseRecord = true
	out, err := in.all()
	if limited.N == 0 {
		return nil, &Error{Kind: TooLarge}
	}
	return out, err
}

func (r *reader) all() ([]Place, error) {
	if err := r.head(); err != nil {
		return nil, err
	}
	var out []Place
	for {
		row, err := r.csv.Read()
		switch {
		case errors.Is(err, io.EOF) && len(out) == 0:
			return nil, &Error{Kind: Empty}
		case errors.Is(err, io.EOF):
			return out, nil
		case err != nil:
			return nil, notCSV(err)
		case len(out) == MaxRows:
			return nil, &Error{Kind: TooLarge}
		}
		p, err := r.place(row)
		if err != nil {
			return nil, err
		}
		out = append(out, p)
	}
}

func (r *reader) head() error {
	head, err := r.csv.Read()
	if errors.Is(err, io.EOF) {
		return &Error{Kind: Empty}
	}
	if err != nil {
		return notCSV(err)
	}
	at := map[string]int{"id": -1, "lat": -1, "lon": -1}
	for i, name := range head {
		name = strings.ToLower(strings.TrimSpace(strings.TrimPrefix(name, "\ufeff")))
		if before, wanted := at[name]; wanted && before >= 0 {
			return r.fail(NoColumn, i, name)
		} else if wanted {
			at[name] = i
		}
	}
	r.id, r.lat, r.lon = at["id"], at["lat"], at["lon"]
	if r.id < 0 || r.lat < 0 || r.lon < 0 {
		return &Error{NoColumn, 1, 1, strings.Join(head, ",")}
	}
	return nil
}

func (r *reader) place(row []string) (Place, error) {
	p := Place{ID: strings.Clone(strings.TrimSpace(row[r.id]))}
	if p.ID == "" {
		return p, r.fail(NoID, r.id, row[r.id])
	}
	if !utf8.ValidString(p.ID) {
		return p, r.fail(NotUTF8, r.id, p.ID)
	}
	if _, twice := r.seen[p.ID]; twice {
		return p, r.fail(Twice, r.id, p.ID)
	}
	r.seen[p.ID] = struct{}{}
	var ok bool
	if p.Lat, ok = degrees(row[r.lat], 90); !ok {
		return p, r.fail(Degrees, r.lat, row[r.lat])
	}
	if p.Lon, ok = degrees(row[r.lon], 180); !ok {
		return p, r.fail(Degrees, r.lon, row[r.lon])
	}
	return p, nil
}

func degrees(text string, most float64) (float64, bool) {
	v, err := strconv.ParseFloat(strings.TrimSpace(text), 64)
	return v, err == nil && math.Abs(v) <= most // false for NaN
}

func (r *reader) fail(k Kind, column int, got string) error {
	line, col := r.csv.FieldPos(column)
	if utf8.RuneCountInString(got) > 60 {
		got = string([]rune(got)[:60]) + "…"
	}
	return &Error{k, line, col, got}
}

func notCSV(err error) error {
	var e *csv.ParseError
	if errors.As(err, &e) {
		return &Error{NotCSV, e.Line, e.Column, e.Err.Error()}
	}
	return err
}
