package osm

import "fmt"

// Error says what is wrong in a file, and where.
type Error struct {
	Name  string // of the file, where it has one
	Place string // blob and byte, or line and column
	Text  string // what is wrong, and what would be right
}

func (e *Error) Error() string {
	if e.Name == "" {
		return e.Place + ": " + e.Text
	}
	return e.Name + ": " + e.Place + ": " + e.Text
}

// place is a place in a file: a blob of a PBF file, or a line of an XML file.
type place struct {
	blob         int   // from 0; −1 in XML
	offset       int64 // byte of the blob's beginning in the file
	line, column int
}

func (p place) String() string {
	if p.blob < 0 {
		return fmt.Sprintf("line %d, column %d", p.line, p.column)
	}
	return fmt.Sprintf("blob %d at byte %d", p.blob, p.offset)
}

func (p place) errorf(format string, args ...any) error {
	return &Error{Place: p.String(), Text: fmt.Sprintf(format, args...)}
}

// inside names a byte of the blob's unpacked content.
func (p place) inside(at int, format string, args ...any) error {
	return &Error{Place: fmt.Sprintf("%v, byte %d of its content", p, at), Text: fmt.Sprintf(format, args...)}
}
