package pairs

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/etablera/etablera/travel/matrix"
	"github.com/parquet-go/parquet-go"
	"pgregory.net/rapid"
)

func readBack(b []byte, l matrix.Limits) (*matrix.Matrix, error) {
	return ReadParquet(bytes.NewReader(b), int64(len(b)), l)
}

// written is a table of rows of any type as a Parquet file.
func written[T any](t testing.TB, rows []T, options ...parquet.WriterOption) []byte {
	t.Helper()
	var out bytes.Buffer
	w := parquet.NewGenericWriter[T](&out, options...)
	if _, err := w.Write(rows); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// What is written is read again, the same as by the CSV, row by row.
func TestParquetRoundTrip(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		names := func(label string) []string {
			return rapid.SliceOfNDistinct(rapid.StringMatching(`[a-zå0-9",]{1,8}`), 1, 9, rapid.ID[string]).Draw(r, label)
		}
		tab := &Table{From: names("from"), To: names("to")}
		times := rapid.SliceOfN(rapid.Uint32Range(0, 90_000), len(tab.From)*len(tab.To), len(tab.From)*len(tab.To)).Draw(r, "seconds")
		tab.At = func(i, j int) uint32 {
			if v := times[i*len(tab.To)+j]; v < 80_000 {
				return v
			}
			return None
		}
		var text, columns bytes.Buffer
		if err := errors.Join(Write(&text, tab, "csv"), Write(&columns, tab, "parquet")); err != nil {
			r.Fatal(err)
		}
		a, err := matrix.Read(&text, matrix.Usual)
		if err != nil {
			r.Fatal(err)
		}
		b, err := readBack(columns.Bytes(), matrix.Usual)
		if err != nil {
			r.Fatal(err)
		}
		same(r, a, b)
	})
}

func same(t rapid.TB, a, b *matrix.Matrix) {
	t.Helper()
	if a.Rows() != b.Rows() || a.HasMetres() != b.HasMetres() || !slices.Equal(a.From(), b.From()) || !slices.Equal(a.To(), b.To()) {
		t.Fatalf("%d and %d rows, from %q and %q, to %q and %q", a.Rows(), b.Rows(), a.From(), b.From(), a.To(), b.To())
	}
	n := len(a.From())
	for to := range a.To() {
		as, am, bs, bm := make([]uint32, n), make([]uint32, n), make([]uint32, n), make([]uint32, n)
		a.Row(to, as, am)
		b.Row(to, bs, bm)
		if !slices.Equal(as, bs) || !slices.Equal(am, bm) {
			t.Fatalf("to %s: %v, %v and %v, %v", a.To()[to], as, am, bs, bm)
		}
	}
}

// Tables of other programs: numbers as names, decimals, distances, columns in another
// order and more of them, several row groups, no compression.
func TestParquetOfOthers(t *testing.T) {
	type other struct {
		Note    string   `parquet:"note,optional"`
		Metres  *int64   `parquet:"metres,optional"`
		Seconds *float64 `parquet:"seconds,optional"`
		To      int32    `parquet:"to"`
		From    uint64   `parquet:"from,delta"`
	}
	sec, met := 61.6, int64(1000)
	var rows []other
	for i := range 300 {
		rows = append(rows, other{From: uint64(i), To: -7, Seconds: &sec, Metres: &met}, other{From: uint64(i), To: 8})
	}
	rows[0].From = math.MaxUint64
	m, err := readBack(written(t, rows, parquet.MaxRowsPerRowGroup(100), parquet.PageBufferSize(256)), matrix.Usual)
	if err != nil {
		t.Fatal(err)
	}
	seconds, metres := make([]uint32, len(m.From())), make([]uint32, len(m.From()))
	if m.Rows() != 600 || !m.HasMetres() || m.From()[0] != "18446744073709551615" || m.Row(m.ToAt("-7"), seconds, metres) != 300 || seconds[5] != 62 || metres[5] != 1000 {
		t.Errorf("%d rows, %v", m.Rows(), m.From()[:3])
	}
	if m.Row(m.ToAt("8"), seconds, metres); seconds[5] != matrix.None || metres[5] != matrix.None {
		t.Errorf("%v %v", seconds[5], metres[5])
	}
}

type row struct {
	From    string  `parquet:"from"`
	To      string  `parquet:"to"`
	Seconds float64 `parquet:"seconds"`
}

// Every mistake is told with its kind and place.
func TestParquetMistakes(t *testing.T) {
	limits := matrix.Limits{Bytes: 1 << 20, Rows: 4, Places: 2}
	groups := parquet.MaxRowsPerRowGroup(2)
	for _, c := range []struct {
		name  string
		file  []byte
		kind  matrix.Kind
		group int
		row   int64
		col   string
	}{
		{"nothing", nil, NotParquet, 0, 0, ""},
		{"a CSV", []byte("from,to,seconds\na,b,1\n"), NotParquet, 0, 0, ""},
		{"no end", written(t, []row{{"a", "b", 1}})[:60], Broken, 0, 0, ""},
		{"no rows", written(t, []row{}), matrix.Empty, 0, 0, ""},
		{"no seconds", written(t, []struct {
			From string `parquet:"from"`
			To   string `parquet:"to"`
		}{{"a", "b"}}), matrix.NoColumn, 0, 0, "seconds"},
		{"seconds in words", written(t, []struct {
			From    string `parquet:"from"`
			To      string `parquet:"to"`
			Seconds string `parquet:"seconds"`
		}{{"a", "b", "1"}}), Unsupported, 0, 0, "seconds"},
		{"several seconds", written(t, []struct {
			From    string  `parquet:"from"`
			To      string  `parquet:"to"`
			Seconds []int32 `parquet:"seconds"`
		}{{"a", "b", []int32{1, 2}}}), Unsupported, 0, 0, "seconds"},
		{"a nested place", written(t, []struct {
			From struct {
				ID string `parquet:"id"`
			} `parquet:"from"`
			To      string  `parquet:"to"`
			Seconds float64 `parquet:"seconds"`
		}{{To: "b"}}), matrix.NoColumn, 0, 0, "from"},
		{"another compression", written(t, []row{{"a", "b", 1}}, parquet.Compression(&parquet.Gzip)), Unsupported, 1, 0, "from"},
		{"no name", written(t, []row{{"a", "b", 1}, {"a", "c", 1}, {"b", "", 1}}, groups), matrix.NoKey, 2, 1, "to"},
		{"negative", written(t, []row{{"a", "b", 1}, {"a", "c", 1}, {"b", "b", 1}, {"b", "c", -1}}, groups), matrix.Number, 2, 2, "seconds"},
		{"not a number", written(t, []row{{"a", "b", math.NaN()}}), matrix.Number, 1, 1, "seconds"},
		{"other bytes", written(t, []row{{"a\xff", "b", 1}}), matrix.NotUTF8, 1, 1, "from"},
		{"twice", written(t, []row{{"a", "b", 1}, {"a", "b", 1}}), matrix.Twice, 0, 0, ""},
		{"too many rows", written(t, slices.Repeat([]row{{"a", "b", 1}}, 5), groups), matrix.TooLarge, 3, 0, ""},
		{"too many places", written(t, []row{{"a", "b", 1}, {"b", "b", 1}, {"c", "b", 1}}), matrix.TooLarge, 1, 3, "from"},
		{"too many bytes", bytes.Repeat([]byte("PAR1"), 1<<19), matrix.TooLarge, 0, 0, ""},
	} {
		_, err := readBack(c.file, limits)
		var e *Error
		if !errors.As(err, &e) || e.Kind != c.kind || e.Group != c.group || e.Row != c.row || e.Column != c.col || e.Want == "" || !strings.Contains(err.Error(), string(c.kind)) {
			t.Errorf("%s: %v, want %s in group %d, row %d, column %q", c.name, err, c.kind, c.group, c.row, c.col)
		}
	}
}

// A file whose directory says that there is more than there can be is refused before
// room is made for it.
func TestParquetThatLies(t *testing.T) {
	good := written(t, slices.Repeat([]row{{"a", "b", 1}, {"b", "a", 2}}, 1))
	if _, err := readBack(good, matrix.Usual); err != nil {
		t.Fatal(err)
	}
	size := len(good)
	footer := int(binary.LittleEndian.Uint32(good[size-8:]))
	lies := 0
	for at := size - 8 - footer; at < size; at++ {
		for _, x := range []byte{0xff, 0xf0, 0x19, 0x7f} {
			bad := slices.Clone(good)
			if bad[at] == x {
				continue
			}
			bad[at] = x
			if _, err := readBack(bad, matrix.Limits{Bytes: 1 << 20, Rows: 1000, Places: 1000}); err != nil {
				var e *Error
				if !errors.As(err, &e) {
					t.Fatalf("byte %d as %x: %T %v", at, x, err, err)
				}
				lies++
			}
		}
	}
	if lies < footer {
		t.Errorf("only %d lies of %d bytes are noticed", lies, footer)
	}
}

// Cut off anywhere, a file is refused.
func TestParquetCutOff(t *testing.T) {
	good := written(t, []row{{"a", "b", 1}, {"b", "a", 2}})
	for n := range good {
		var e *Error
		if _, err := readBack(good[:n], matrix.Usual); !errors.As(err, &e) || e.Kind != Broken && e.Kind != NotParquet {
			t.Fatalf("%d of %d bytes: %v", n, len(good), err)
		}
	}
}

// Lists of the compact protocol that cannot be as long as they say, and structures
// without an end.
func TestWalk(t *testing.T) {
	for _, c := range []struct {
		bytes []byte
		n     int
		ok    bool
	}{
		{[]byte{0}, 1, true},
		{[]byte{0x15, 0x02, 0, 0xff}, 3, true},                                                  // field 1, an i32
		{[]byte{0x18, 3, 'a', 'b', 'c', 0}, 6, true},                                            // a text
		{[]byte{0x19, 0x25, 1, 2, 0}, 5, true},                                                  // a list of two numbers
		{[]byte{0x11, 0}, 2, true},                                                              // true
		{[]byte{0x1b, 1, 0x88, 1, 'a', 1, 'b', 0}, 8, true},                                     // a map
		{[]byte{0x1b, 0, 0}, 3, true},                                                           // an empty one
		{[]byte{0x05, 0x02, 0x02, 0}, 4, true},                                                  // the number of the field apart
		{[]byte{}, 0, false},                                                                    // nothing
		{[]byte{0x18, 9, 'a'}, 0, false},                                                        // a text cut off
		{[]byte{0x19, 0xf5, 0xff, 0xff, 0xff, 0x7f, 1, 0}, 0, false},                            // two hundred million numbers
		{[]byte{0x1b, 0xff, 0xff, 0x03, 0x55, 0}, 0, false},                                     // as many pairs
		{[]byte{0x15, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1}, 0, false}, // a number without an end
		{bytes.Repeat([]byte{0x1c}, 100), 0, false},                                             // structures in structures
		{bytes.Repeat([]byte{0x19, 0x19}, 100), 0, false},                                       // lists in lists
		{[]byte{0x1e, 0}, 0, false},                                                             // no such type
	} {
		n, err := walk(c.bytes, 1000)
		if (err == nil) != c.ok || c.ok && n != c.n {
			t.Errorf("%x: %d bytes, %v", c.bytes, n, err)
		}
	}
}

// No input breaks the reader, and what it accepts keeps its promises.
func FuzzReadParquet(f *testing.F) {
	f.Add(written(f, []row{{"a", "b", 1}, {"b", "a", 2}}))
	f.Add(written(f, slices.Repeat([]row{{"a", "b", 1}}, 3), parquet.Compression(&parquet.Snappy), parquet.MaxRowsPerRowGroup(2)))
	f.Add(written(f, []pair{{From: "a", To: "b"}}, parquet.DataPageVersion(1)))
	f.Fuzz(func(t *testing.T, b []byte) {
		m, err := readBack(b, matrix.Limits{Bytes: 1 << 16, Rows: 1000, Places: 500})
		if err != nil {
			var e *Error
			if !errors.As(err, &e) {
				t.Fatalf("%T: %v", err, err)
			}
			return
		}
		rows := 0
		for to := range m.To() {
			rows += m.Row(to, make([]uint32, len(m.From())), nil)
		}
		if rows != m.Rows() || rows == 0 {
			t.Fatalf("%d rows by place, %d in all", rows, m.Rows())
		}
	})
}

func ExampleReadParquet() {
	var file bytes.Buffer
	_ = Write(&file, &Table{From: []string{"boden"}, To: []string{"luleå"}, At: func(int, int) uint32 { return 1800 }}, "parquet")
	m, err := ReadParquet(bytes.NewReader(file.Bytes()), int64(file.Len()), matrix.Usual)
	fmt.Println(m.From(), m.To(), m.Rows(), err)
	// Output: [boden] [luleå] 1 <nil>
}
