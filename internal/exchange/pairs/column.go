package pairs

import (
	"errors"
	"io"
	"strconv"

	"github.com/etablera/etablera/travel/matrix"
	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/format"
)

// column hands out the values of a column of a row group one by one.
type column struct {
	pages    parquet.Pages
	page     parquet.Page
	values   parquet.ValueReader
	buf      [256]parquet.Value
	at, n    int
	isSigned bool
	// last is the name of the row before, which is often that of the next.
	last     string
	lastCode int32
	hasLast  bool
}

func newColumn(c parquet.ColumnChunk) *column {
	out := &column{pages: c.Pages(), isSigned: true}
	if l := c.Type().LogicalType(); l != nil {
		if i, ok := l.Value.(*format.IntType); ok {
			out.isSigned = i.IsSigned
		}
	}
	return out
}

func (c *column) close() {
	if c.page != nil {
		parquet.Release(c.page)
	}
	c.pages.Close()
}

var errShort = errors.New("a column has fewer values than the others")

// next is the next value; it holds until the one after.
func (c *column) next() (parquet.Value, error) {
	for c.at == c.n {
		if c.values == nil {
			page, err := c.pages.ReadPage()
			if errors.Is(err, io.EOF) {
				return parquet.Value{}, errShort
			}
			if err != nil {
				return parquet.Value{}, err
			}
			c.page, c.values = page, page.Values()
		}
		n, err := c.values.ReadValues(c.buf[:])
		c.at, c.n = 0, n
		if err != nil && !errors.Is(err, io.EOF) {
			return parquet.Value{}, err
		}
		if n == 0 {
			parquet.Release(c.page)
			c.page, c.values = nil, nil
		}
	}
	c.at++
	return c.buf[c.at-1], nil
}

// name is a value as the name of a place, by its code.
func (c *column) name(code func(string) (int32, error)) (int32, error) {
	v, err := c.next()
	if err != nil {
		return 0, err
	}
	text := ""
	switch {
	case v.IsNull():
	case v.Kind() == parquet.ByteArray:
		if b := v.ByteArray(); c.hasLast && string(b) == c.last {
			return c.lastCode, nil
		} else {
			text = string(b)
		}
	case c.isSigned:
		text = strconv.FormatInt(integer(v), 10)
	default:
		text = strconv.FormatUint(unsigned(v), 10)
	}
	out, err := code(text)
	c.last, c.lastCode, c.hasLast = text, out, err == nil
	return out, err
}

// number is a value as a time or a distance; null is None.
func (c *column) number(within func(float64) (uint32, error)) (uint32, error) {
	v, err := c.next()
	if err != nil || v.IsNull() {
		return matrix.None, err
	}
	switch v.Kind() {
	case parquet.Float:
		return within(float64(v.Float()))
	case parquet.Double:
		return within(v.Double())
	}
	if !c.isSigned {
		return within(float64(unsigned(v)))
	}
	return within(float64(integer(v)))
}

func integer(v parquet.Value) int64 {
	if v.Kind() == parquet.Int32 {
		return int64(v.Int32())
	}
	return v.Int64()
}

func unsigned(v parquet.Value) uint64 {
	if v.Kind() == parquet.Int32 {
		return uint64(v.Uint32())
	}
	return v.Uint64()
}

// rows adds the rows of a group to the table.
func (t *reading) rows(open *[4]*column, rows int64) error {
	for row := range rows {
		t.row, t.column = row+1, "from"
		from, err := open[0].name(t.b.From)
		if err != nil {
			return err
		}
		t.column = "to"
		to, err := open[1].name(t.b.To)
		if err != nil {
			return err
		}
		t.column = "seconds"
		seconds, err := open[2].number(t.b.Seconds)
		if err != nil {
			return err
		}
		metres := matrix.None
		if open[3] != nil {
			t.column = "metres"
			if metres, err = open[3].number(t.b.Metres); err != nil {
				return err
			}
		}
		if err := t.b.Add(from, to, seconds, metres); err != nil {
			return err
		}
	}
	return nil
}
