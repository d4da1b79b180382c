package osm

import "fmt"

// ErrorKind is what is wrong; it is stable and fit to be a message key.
type ErrorKind string

// The kinds of errors.
const (
	Truncated   ErrorKind = "truncated"   // the file ends too early
	TooLarge    ErrorKind = "too-large"   // beyond a bound, or unbelievably packed
	NotOSM      ErrorKind = "not-osm"     // empty, or something else than an extract
	Version     ErrorKind = "version"     // another version of the format
	Unsupported ErrorKind = "unsupported" // a feature or packing that is not read
	Disordered  ErrorKind = "disordered"  // not sorted as the file says
	Position    ErrorKind = "position"    // not on the earth
	Number      ErrorKind = "number"      // not a whole number
	Damaged     ErrorKind = "damaged"     // what belongs together does not agree
)

// Error says what is wrong in a file, and where.
type Error struct {
	Kind  ErrorKind
	Name  string // of the file, where it has one
	Place string // blob and byte, or line and column
	Where Where  // the same in numbers
	Text  string // what is wrong, and what would be right
}

// Where is a place in numbers. In XML Line and Column count from 1; in PBF Line is 0, Blob counts from 0 and begins at
// byte Offset of the file.
type Where struct {
	Blob         int
	Offset       int64
	Line, Column int
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

func (p place) errorf(kind ErrorKind, format string, args ...any) error {
	return &Error{Kind: kind, Place: p.String(), Where: p.where(), Text: fmt.Sprintf(format, args...)}
}

func (p place) where() Where {
	if p.blob < 0 {
		return Where{Line: p.line, Column: p.column}
	}
	return Where{Blob: p.blob, Offset: p.offset}
}

// inside names a byte of the blob's unpacked content.
func (p place) inside(kind ErrorKind, at int, format string, args ...any) error {
	return &Error{Kind: kind, Place: fmt.Sprintf("%v, byte %d of its content", p, at), Where: p.where(), Text: fmt.Sprintf(format, args...)}
}
