package folder

import (
	"encoding/csv"
	"errors"
	"io"
	"path"
	"reflect"
	"strings"
	"unicode/utf8"
)

// table reader of one CSV file.
type csvReader struct {
	*decoder
	section recordField
	columns []column
	lines   lineIndex
	names   []string
}

// column is the field that a column fills; one with an empty name is skipped,
// because its heading was wrong.
type column struct {
	name  string
	index []int
	form  form
}

// csvFile reads a file whose name, up to the first dot, is that of a section.
func (r *reading) csvFile(file int32, text string) {
	d := r.decoder(file, 0)
	all := sections()
	base := path.Base(r.places.files[file])
	name, _, _ := strings.Cut(base, ".")
	i, known := all.byName[name]
	start := spot{file, 1, 1}
	switch {
	case !known:
		d.lose(d.unknownName(start, "folder.unknown-table", name, tableNames(), base))
		return
	case !all.fields[i].isTable():
		d.complain(start, "folder.not-a-table", name)
		return
	}
	c := &csvReader{decoder: d, section: all.fields[i], lines: newLineIndex(text)}
	c.read(text)
}

func tableNames() (names []string) {
	for _, f := range sections().fields {
		if f.isTable() {
			names = append(names, f.name)
		}
	}
	return names
}

// separator is the semicolon or comma that there is more of in the heading.
func separator(text string) rune {
	head, _, _ := strings.Cut(text, "\n")
	if strings.Count(head, ";") >= strings.Count(head, ",") {
		return ';'
	}
	return ','
}

func (c *csvReader) read(text string) {
	in := csv.NewReader(strings.NewReader(text))
	in.Comma = separator(text)
	in.FieldsPerRecord = -1
	in.ReuseRecord = true
	v := reflect.ValueOf(c.snapshot).Elem().FieldByIndex(c.section.index)
	n := c.places.root.field(c.section.name)
	if n == nil {
		n = c.places.root.addField(c.section.name, spot{c.file, 1, 1})
	}
	var t *table
	for {
		cells, err := in.Read()
		switch {
		case err == io.EOF:
			return
		case err != nil:
			c.syntax(err)
			// A heading that cannot be read leaves nothing to read the rows by.
			if t == nil {
				return
			}
		case t == nil:
			if !c.heading(in, cells) {
				return
			}
			t = &table{first: v.Len(), columns: c.names}
			n.tables = append(n.tables, t)
		case v.Len() >= maxRecords:
			c.complain(c.cell(in, 0), "folder.too-many-records", c.section.name, maxRecords)
			return
		default:
			if c.row(in, cells, v, t) {
				n.items = append(n.items, nil)
			}
		}
	}
}

func (c *csvReader) syntax(err error) {
	var bad *csv.ParseError
	if !errors.As(err, &bad) {
		return
	}
	c.lose(c.section.name)
	key, line, column := "folder.csv-quote", bad.Line, bad.Column
	if errors.Is(bad.Err, csv.ErrQuote) {
		// The end of the text is where the reader gave up; the quote that was
		// opened is nearer to where the mistake is.
		key, line, column = "folder.csv-unclosed", bad.StartLine, 1
	}
	c.complain(c.lines.spot(c.file, line, column), key)
}

// heading finds the field of each column.
func (c *csvReader) heading(in *csv.Reader, cells []string) bool {
	if len(cells) > maxColumns {
		c.complain(spot{c.file, 1, 1}, "folder.too-many-columns", maxColumns)
		return false
	}
	known := map[string]column{}
	var names []string
	for _, f := range recordOf(c.section.typ.Elem()).fields {
		names = append(names, f.name)
		if f.form != aBilingual {
			known[f.name] = column{f.name, f.index, f.form}
			continue
		}
		names = append(names, f.name+"-en")
		known[f.name] = column{f.name, append(f.index[:len(f.index):len(f.index)], 0), aString}
		known[f.name+"-en"] = column{f.name + "-en", append(f.index[:len(f.index):len(f.index)], 1), aString}
	}
	seen := map[string]bool{}
	for i, cell := range cells {
		name := strings.TrimSpace(cell)
		col, ok := known[name]
		switch {
		case name == "":
			c.complain(c.cell(in, i), "folder.column-without-name")
		case seen[name]:
			c.complain(c.cell(in, i), "folder.column-twice", shorten(name))
			col = column{}
		case !ok:
			c.unknownName(c.cell(in, i), "folder.unknown-column", name, names, c.section.name)
		}
		seen[name] = true
		c.columns = append(c.columns, col)
		c.names = append(c.names, col.name)
	}
	return true
}

// row appends one record and the places of its cells. A row with too few cells,
// or too many, is left out: nobody knows which cell belongs to which column, and
// what they would say of it would be echoes.
func (c *csvReader) row(in *csv.Reader, cells []string, v reflect.Value, t *table) bool {
	if len(cells) != len(c.columns) {
		c.complain(c.cell(in, 0), "folder.row-length", len(cells), len(c.columns))
		c.lose(c.section.name)
		return false
	}
	v.Grow(1)
	v.SetLen(v.Len() + 1)
	record := v.Index(v.Len() - 1)
	for i, col := range c.columns {
		at := c.cell(in, i)
		t.spots = append(t.spots, at)
		if col.name == "" {
			continue
		}
		if bad := setScalar(record.FieldByIndex(col.index), col.form, cells[i]); bad != nil {
			c.complain(at, bad.key, shortenAll(bad.args)...)
		}
	}
	return true
}

func (c *csvReader) cell(in *csv.Reader, i int) spot {
	line, column := in.FieldPos(i)
	return c.lines.spot(c.file, line, column)
}

// lineIndex turns the byte columns of the CSV reader into columns of characters.
type lineIndex struct {
	text   string
	starts []int32
}

func newLineIndex(text string) lineIndex {
	l := lineIndex{text, []int32{0}}
	for i := range len(text) {
		if text[i] == '\n' {
			l.starts = append(l.starts, int32(i+1))
		}
	}
	return l
}

func (l lineIndex) spot(file int32, line, column int) spot {
	if line < 1 || line > len(l.starts) {
		return spot{file, 1, 1}
	}
	rest := l.text[l.starts[line-1]:]
	before := rest[:min(max(0, column-1), len(rest))]
	return spot{file, int32(line), int32(utf8.RuneCountInString(before) + 1)}
}
