package premises

import (
	"encoding"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
)

// What a list of premises may hold at most.
const (
	maxBytes  = 16 << 20
	maxOffers = 10_000
	maxID     = 200
)

// A ReadError says what is wrong with a list of premises, where, and what would be
// right: Key and Args are a message of this package. Line and Column count from 1; 0
// where the whole list is meant.
type ReadError struct {
	Line, Column int
	Key          string
	Args         []any
}

func (e *ReadError) Error() string {
	return fmt.Sprintf("%d:%d: %s %v", e.Line, e.Column, e.Key, e.Args)
}

// Read reads offers from CSV: the columns id, lat and lon, and where they are there
// name, office, precision, square-metres, rent, available and rebuild, in any order and
// in the forms of a programme folder; other columns are passed over. Empty cells are
// unknown. office is the one that offers without one are for.
func Read(r io.Reader, office programme.OfficeID) ([]programme.Offer, error) {
	limited := &io.LimitedReader{R: r, N: maxBytes + 1}
	t := &table{csv: csv.NewReader(limited), column: map[string]int{}, seen: map[string]int{}, office: office}
	err := t.read()
	if limited.N <= 0 {
		return nil, &ReadError{0, 0, "premises.read.too-large", []any{maxBytes >> 20}}
	}
	if err != nil {
		return nil, err
	}
	return t.offers, nil
}

type table struct {
	csv    *csv.Reader
	column map[string]int
	seen   map[string]int
	office programme.OfficeID
	offers []programme.Offer
}

func (t *table) fail(column, key string, args ...any) error {
	line, col := t.csv.FieldPos(t.column[column])
	return &ReadError{line, col, "premises.read." + key, args}
}

func (t *table) read() error {
	head, err := t.csv.Read()
	if err != nil {
		return t.wrong(err)
	}
	head[0] = strings.TrimPrefix(head[0], "\ufeff")
	for i, name := range head {
		name = strings.TrimSpace(name)
		if _, twice := t.column[name]; twice || name == "" || !utf8.ValidString(name) {
			line, col := t.csv.FieldPos(i)
			return &ReadError{line, col, "premises.read.bad-column", []any{clip(name)}}
		}
		t.column[name] = i
	}
	for _, name := range []string{"id", "lat", "lon"} {
		if _, ok := t.column[name]; !ok {
			return &ReadError{1, 1, "premises.read.no-column", []any{name}}
		}
	}
	for {
		row, err := t.csv.Read()
		if errors.Is(err, io.EOF) && len(t.offers) > 0 {
			return nil
		}
		if err != nil {
			return t.wrong(err)
		}
		if err := t.row(row); err != nil {
			return err
		}
	}
}

func (t *table) wrong(err error) error {
	var parse *csv.ParseError
	switch {
	case errors.Is(err, io.EOF):
		return &ReadError{0, 0, "premises.read.empty", nil}
	case errors.As(err, &parse):
		return &ReadError{parse.Line, parse.Column, "premises.read.not-csv", nil}
	}
	return err
}

func (t *table) row(row []string) error {
	if len(t.offers) == maxOffers {
		return t.fail("id", "too-many", maxOffers)
	}
	o := programme.Offer{ID: t.cell(row, "id"), Name: t.cell(row, "name"), Office: programme.OfficeID(t.cell(row, "office"))}
	if o.ID == "" || len(o.ID) > maxID || !utf8.ValidString(o.ID) || strings.Contains(o.ID, "/") {
		return t.fail("id", "no-id")
	}
	if first, twice := t.seen[o.ID]; twice {
		return t.fail("id", "id-twice", clip(o.ID), first)
	}
	t.seen[o.ID], _ = t.csv.FieldPos(0)
	if o.Office == "" {
		o.Office = t.office
	}
	if o.Office == "" {
		return t.fail("id", "no-office")
	}
	var err error
	if o.Position, err = t.position(row); err != nil {
		return err
	}
	for _, c := range []struct {
		name string
		to   encoding.TextUnmarshaler
	}{{"square-metres", &o.SquareMetres}, {"rent", &o.Rent}, {"available", &o.Available}, {"rebuild", &o.Rebuild}} {
		if err := c.to.UnmarshalText([]byte(t.cell(row, c.name))); err != nil {
			return t.fail(c.name, "bad-value", clip(t.cell(row, c.name)), c.name, figure.Label{Key: "premises.form." + c.name})
		}
	}
	t.offers = append(t.offers, o)
	return nil
}

func (t *table) cell(row []string, name string) string {
	if i, ok := t.column[name]; ok {
		return strings.TrimSpace(row[i])
	}
	return ""
}

// position is nil where neither degree is given.
func (t *table) position(row []string) (*programme.Position, error) {
	if t.cell(row, "lat") == "" && t.cell(row, "lon") == "" {
		return nil, nil
	}
	p := &programme.Position{Precision: t.cell(row, "precision")}
	for _, c := range []struct {
		name string
		to   *float64
		most float64
	}{{"lat", &p.Lat, 90}, {"lon", &p.Lon, 180}} {
		text := t.cell(row, c.name)
		if text == "" {
			return nil, t.fail(c.name, "half")
		}
		x, err := strconv.ParseFloat(text, 64)
		if err != nil || !(x >= -c.most && x <= c.most) {
			return nil, t.fail(c.name, "bad-number", clip(text), -c.most, c.most)
		}
		*c.to = x
	}
	return p, nil
}

// clip keeps a hostile text from filling the message.
func clip(s string) string {
	if r := []rune(strings.ToValidUTF8(s, "?")); len(r) > 60 {
		return string(r[:60]) + "…"
	}
	return strings.ToValidUTF8(s, "?")
}
