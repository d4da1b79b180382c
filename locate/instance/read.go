package instance

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
)

// tooLong ends a file that is longer than MaxBytes.
type tooLong struct {
	in   io.Reader
	left int64
	file string
}

func (t *tooLong) Read(b []byte) (int, error) {
	if t.left <= 0 {
		return 0, fmt.Errorf("%s: larger than %d bytes, which is more than is read", t.file, int64(MaxBytes))
	}
	n, err := t.in.Read(b[:min(int64(len(b)), t.left)])
	t.left -= int64(n)
	return n, err
}

// headings with which a TSPLIB file may begin.
var headings = []string{"NAME", "COMMENT", "TYPE", "DIMENSION", "EDGE_WEIGHT_TYPE", "NODE_COORD_SECTION"}

// Read reads an instance of any form; the name goes into its errors. See the package comment for how forms are recognised.
func Read(r io.Reader, name string) (*Instance, error) {
	// One byte beyond MaxBytes is let through, so that a file of just that size is not refused.
	in := bufio.NewReaderSize(&tooLong{r, MaxBytes + 1, name}, 1<<16)
	if bom, _ := in.Peek(3); bytes.Equal(bom, []byte("\ufeff")) {
		_, _ = in.Discard(3)
	}
	begin, err := in.Peek(1 << 12)
	if err != nil && err != io.EOF {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	switch form := formOf(string(begin)); form {
	case Pmed:
		return readPmed(in, name)
	case Covering:
		return readCovering(in, name)
	case TSPLIB:
		return readTSPLIB(in, name)
	case PointsCSV:
		return readCSV(in, name, begin)
	}
	return nil, &Fault{name, 1, 1, "the form of the file is not known: OR-Library pmed, TSPLIB, the covering generator's and CSV are read"}
}

// formOf recognises a form by the first line that holds anything. PointsCSV stands for both kinds of CSV.
func formOf(begin string) Form {
	line, _, _ := strings.Cut(strings.TrimLeft(begin, " \t\r\n"), "\n")
	words := strings.Fields(line)
	key, _, _ := strings.Cut(line, ":")
	switch {
	case len(words) == 0:
	case slices.Contains(headings, strings.TrimSpace(key)):
		return TSPLIB
	case strings.ContainsAny(line, ",;"):
		return PointsCSV
	case strings.Trim(line, "0123456789 \t\r") != "":
	case len(words) == 2:
		return Covering
	default:
		return Pmed
	}
	return 0
}
