package instance

import "fmt"

// Fault says what is wrong at which place of a file. Lines and columns count from 1, columns in bytes; line 0 is the end of
// the file.
type Fault struct {
	File         string
	Line, Column int
	Text         string
}

func (f *Fault) Error() string {
	if f.Line == 0 {
		return fmt.Sprintf("%s: at the end of the file: %s", f.File, f.Text)
	}
	return fmt.Sprintf("%s:%d:%d: %s", f.File, f.Line, f.Column, f.Text)
}
