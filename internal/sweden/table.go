package sweden

import (
	"fmt"
	"strconv"
	"strings"
)

// A row is one line of an embedded table, with its place for errors.
type row struct {
	file  string
	line  int
	cells []string
}

// readTable calls use for every row of an embedded table of tab-separated
// text whose first line is the header. The tables are part of the binary, so a
// table that does not read is a fault in the build and panics, naming the
// place.
func readTable(file, header string, use func(row)) {
	text, err := tables.ReadFile("tables/" + file)
	if err != nil {
		panic("sweden: " + err.Error())
	}
	if err := parseTable(file, string(text), header, use); err != nil {
		panic(err)
	}
}

// parseTable is readTable on text at hand. A cell that is not what its column
// holds is reported through the row's own methods, which panic with an error.
func parseTable(file, text, header string, use func(row)) (err error) {
	defer func() {
		switch p := recover().(type) {
		case nil:
		case *TableError:
			err = p
		default:
			panic(p)
		}
	}()
	columns := strings.Count(header, "\t") + 1
	line := 0
	for len(text) > 0 {
		line++
		one, rest, whole := strings.Cut(text, "\n")
		text = rest
		r := row{file, line, nil}
		switch {
		case !whole:
			r.fail("a line cut short", "every line to end with a newline")
		case line == 1 && one != header:
			r.fail(fmt.Sprintf("the header %q", one), fmt.Sprintf("%q", header))
		case line == 1:
			continue
		}
		r.cells = strings.Split(one, "\t")
		if len(r.cells) != columns {
			r.fail(fmt.Sprintf("%d cells", len(r.cells)), fmt.Sprintf("%d", columns))
		}
		use(r)
	}
	return nil
}

// A TableError says where an embedded table is not what the program expects.
type TableError struct {
	File string // name of the table
	Line int    // line in it, from 1
	Got  string // what stands there
	Want string // what would be right
}

func (e *TableError) Error() string {
	return fmt.Sprintf("sweden: tables/%s:%d: got %s, want %s", e.File, e.Line, e.Got, e.Want)
}

func (r row) fail(got, want string) { panic(&TableError{r.file, r.line, got, want}) }

// float reads cell i as a number.
func (r row) float(i int) float64 {
	f, err := strconv.ParseFloat(r.cells[i], 64)
	if err != nil {
		r.fail(fmt.Sprintf("%q", r.cells[i]), "a decimal number")
	}
	return f
}

// count reads cell i as a whole number, an empty cell being an unknown one.
func (r row) count(i int) int {
	if r.cells[i] == "" {
		return 0
	}
	n, err := strconv.Atoi(r.cells[i])
	if err != nil || n < 1 {
		r.fail(fmt.Sprintf("%q", r.cells[i]), "a whole number above zero, or nothing")
	}
	return n
}

// point reads cells i and i+1 as latitude and longitude.
func (r row) point(i int) Point { return Point{Lat: r.float(i), Lon: r.float(i + 1)} }
