// Package pairs writes tables of travel times, one row for each pair of places, as
// CSV, JSON or Parquet, and reads those in Parquet.
//
// A table has the columns from, to and seconds; seconds are empty (null in JSON and
// Parquet) where there is no way. The CSV is what travel/matrix reads; ReadParquet makes
// the same of Parquet. In writing nothing is kept but the row at hand and what the format
// itself gathers; in reading what a file says of its own size is held against limits
// before room is made for it.
package pairs

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strconv"

	"github.com/parquet-go/parquet-go"
)

// None is the time where there is no way.
const None uint32 = 1<<32 - 1

// Formats lists what Write can write.
var Formats = []string{"csv", "json", "parquet"}

// Table is what is written: At gives the seconds from one place to another.
type Table struct {
	From, To []string
	At       func(from, to int) uint32
	// About is put before the rows of JSON, under the key "about"; nil for nothing.
	About any
}

// Write writes a table in a format.
func Write(w io.Writer, t *Table, format string) error {
	switch format {
	case "csv":
		return writeCSV(w, t)
	case "json":
		return writeJSON(w, t)
	case "parquet":
		return writeParquet(w, t)
	}
	return fmt.Errorf("no format %q; want one of %v", format, Formats)
}

func writeCSV(w io.Writer, t *Table) error {
	out := csv.NewWriter(w)
	row := []string{"from", "to", "seconds"}
	if err := out.Write(row); err != nil {
		return err
	}
	for i, from := range t.From {
		for j, to := range t.To {
			row[0], row[1], row[2] = from, to, ""
			if v := t.At(i, j); v != None {
				row[2] = strconv.FormatUint(uint64(v), 10)
			}
			if err := out.Write(row); err != nil {
				return err
			}
		}
	}
	out.Flush()
	return out.Error()
}

// pair is a row as JSON and Parquet have it.
type pair struct {
	From    string  `json:"from" parquet:"from,dict"`
	To      string  `json:"to" parquet:"to,dict"`
	Seconds *uint32 `json:"seconds" parquet:"seconds,optional"`
}

func (t *Table) pair(i, j int) pair {
	p := pair{From: t.From[i], To: t.To[j]}
	if v := t.At(i, j); v != None {
		p.Seconds = &v
	}
	return p
}

func writeJSON(w io.Writer, t *Table) error {
	out := bufio.NewWriter(w)
	about, err := json.Marshal(t.About)
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "{\"about\":%s,\n\"pairs\":[", about)
	for i := range t.From {
		for j := range t.To {
			if i+j > 0 {
				out.WriteByte(',')
			}
			row, err := json.Marshal(t.pair(i, j))
			if err != nil {
				return err
			}
			out.WriteByte('\n')
			out.Write(row)
		}
	}
	out.WriteString("\n]}\n")
	return out.Flush()
}

func writeParquet(w io.Writer, t *Table) error {
	out := parquet.NewGenericWriter[pair](w, parquet.Compression(&parquet.Snappy))
	rows := make([]pair, 0, 4096)
	for i := range t.From {
		for j := range t.To {
			rows = append(rows, t.pair(i, j))
			if len(rows) == cap(rows) {
				if _, err := out.Write(rows); err != nil {
					return err
				}
				rows = rows[:0]
			}
		}
	}
	if _, err := out.Write(rows); err != nil {
		return err
	}
	return out.Close()
}
