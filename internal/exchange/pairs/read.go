package pairs

import (
	"errors"
	"fmt"
	"io"

	"github.com/etablera/etablera/travel/matrix"
	"github.com/parquet-go/parquet-go"
)

// Kinds of mistakes of a Parquet file beside those of any table.
const (
	NotParquet  matrix.Kind = "not-parquet"
	Broken      matrix.Kind = "broken"      // the file contradicts itself or is cut off
	Unsupported matrix.Kind = "unsupported" // a compression, encoding or type that is not read
)

// Error says what is wrong with a Parquet table, where, and what would be right. Group
// and Row count from 1, the row in its group; 0 where the whole file or group is meant.
type Error struct {
	Kind      matrix.Kind
	Group     int
	Row       int64
	Column    string
	Got, Want string
}

func (e *Error) Error() string {
	return fmt.Sprintf("row group %d, row %d, column %s: %s: got %q, want %s", e.Group, e.Row, e.Column, e.Kind, e.Got, e.Want)
}

// ReadParquet reads a table of times in a Parquet file of so many bytes: the columns
// from and to, texts or whole numbers, and seconds and, if known, metres, numbers that
// may be null where there is no way. What Write writes it reads; so are the tables of
// other programs without nested columns, uncompressed or with snappy. Nothing is read
// before what the file says of its own size has been held against the limits.
// O(rows × log rows).
func ReadParquet(r io.ReaderAt, size int64, l matrix.Limits) (m *matrix.Matrix, err error) {
	if size > l.Bytes {
		return nil, &Error{Kind: matrix.TooLarge, Got: "more", Want: fmt.Sprintf("at most %d bytes", l.Bytes)}
	}
	var head [4]byte
	if n, _ := r.ReadAt(head[:], 0); n < 4 || string(head[:]) != "PAR1" {
		return nil, &Error{Kind: NotParquet, Got: string(head[:n]), Want: "a file that begins with PAR1"}
	}
	// The library is not made for files that lie.
	t := &reading{r: r, size: size, limits: l}
	defer func() {
		if p := recover(); p != nil {
			m, err = nil, t.at(&Error{Kind: Broken, Got: fmt.Sprint(p), Want: "a whole Parquet file"})
		}
	}()
	if err := checkFooter(r, size); err != nil {
		return nil, t.at(err)
	}
	file, err := parquet.OpenFile(r, size, parquet.SkipPageIndex(true), parquet.SkipBloomFilters(true))
	if err != nil {
		return nil, t.at(err)
	}
	if err := t.read(file); err != nil {
		return nil, t.at(err)
	}
	m, err = t.b.Matrix()
	if err != nil {
		t.group, t.row, t.column = 0, 0, ""
		return nil, t.at(err)
	}
	return m, nil
}

// reading is one under way, with the place it has come to.
type reading struct {
	r      io.ReaderAt
	size   int64
	limits matrix.Limits
	b      *matrix.Builder
	group  int
	row    int64
	column string
}

// at puts the place on a mistake.
func (t *reading) at(err error) error {
	var mistake *matrix.Error
	var own *Error
	switch {
	case errors.As(err, &own):
	case errors.As(err, &mistake):
		own = &Error{Kind: mistake.Kind, Got: mistake.Got, Want: mistake.Want}
	case errors.Is(err, errTooLarge):
		own = &Error{Kind: matrix.TooLarge, Got: "a page", Want: fmt.Sprintf("pages of at most %d MB", largestPage>>20)}
	default:
		own = &Error{Kind: Broken, Got: matrix.Shortened(err.Error()), Want: "a whole Parquet file"}
	}
	own.Group, own.Row, own.Column = t.group, t.row, t.column
	return own
}

// read reads all row groups.
func (t *reading) read(file *parquet.File) error {
	names := []string{"from", "to", "seconds", "metres"}
	columns, err := t.find(file, names)
	if err != nil {
		return err
	}
	meta, rows := file.Metadata(), int64(0)
	for i := range meta.RowGroups {
		n := meta.RowGroups[i].NumRows
		if n < 0 || n > int64(t.limits.Rows)-rows {
			t.group = i + 1
			return &Error{Kind: matrix.TooLarge, Got: "more", Want: fmt.Sprintf("at most %d rows", t.limits.Rows)}
		}
		rows += n
	}
	t.b = matrix.NewBuilder(t.limits, columns[3] >= 0)
	for i, group := range file.RowGroups() {
		t.group, t.row, t.column = i+1, 0, ""
		chunks := group.ColumnChunks()
		var open [4]*column
		for k, at := range columns {
			if at < 0 {
				continue
			}
			t.column = names[k]
			if err := checkPages(t.r, t.size, &meta.RowGroups[i].Columns[at].MetaData, meta.RowGroups[i].NumRows); err != nil {
				return err
			}
			open[k] = newColumn(chunks[at])
			defer open[k].close()
		}
		if err := t.rows(&open, meta.RowGroups[i].NumRows); err != nil {
			return err
		}
	}
	return nil
}

// find says where the columns stand, −1 where there are no metres.
func (t *reading) find(file *parquet.File, names []string) ([4]int, error) {
	out := [4]int{-1, -1, -1, -1}
	for k, name := range names {
		leaf, ok := file.Schema().Lookup(name)
		if !ok && name == "metres" {
			continue
		}
		t.column = name
		if !ok || !leaf.Node.Leaf() {
			return out, &Error{Kind: matrix.NoColumn, Want: "the columns from, to, seconds and, if known, metres"}
		}
		if leaf.Node.Repeated() || !readable(leaf.Node.Type().Kind(), k < 2) {
			return out, &Error{Kind: Unsupported, Got: leaf.Node.Type().String(), Want: "one text or number in each row"}
		}
		out[k] = leaf.ColumnIndex
	}
	t.column = ""
	for i := range file.Metadata().RowGroups {
		for _, at := range out {
			if at >= len(file.Metadata().RowGroups[i].Columns) {
				return out, errThrift
			}
		}
	}
	return out, nil
}

func readable(k parquet.Kind, isName bool) bool {
	switch k {
	case parquet.Int32, parquet.Int64:
		return true
	case parquet.ByteArray:
		return isName
	case parquet.Float, parquet.Double:
		return !isName
	}
	return false
}
