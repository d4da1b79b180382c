package gtfs

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
)

// recordError says why a record cannot be read: where, and what would be right.
type recordError struct {
	line, column int
	found, want  string
	code         Code
}

func (e *recordError) Error() string {
	return fmt.Sprintf("%d:%d: %s; %s", e.line, e.column, e.found, e.want)
}

// records reads comma-separated records as RFC 4180 has them, with LF or CRLF, without keeping more than one at a time. Blank
// lines are skipped. The fields are valid until the next record.
type records struct {
	r    *bufio.Reader
	max  int
	line int // number of the last line read

	buf    []byte // text of a record with quotes
	ends   []int  // end of each of its fields in buf
	fields [][]byte
	cols   []int // column of each field
	lines  []int // line of each field
}

func newRecords(r io.Reader, limit int) *records {
	c := &records{r: bufio.NewReaderSize(r, max(limit, 4096)), max: limit}
	if head, _ := c.r.Peek(3); bytes.Equal(head, []byte("\xef\xbb\xbf")) {
		_, _ = c.r.Discard(3) // they have been peeked
	}
	return c
}

// readLine returns the next line without its end, and io.EOF after the last one.
func (c *records) readLine() ([]byte, error) {
	line, err := c.r.ReadSlice('\n')
	switch {
	case errors.Is(err, bufio.ErrBufferFull) || len(line) > c.max:
		return nil, &recordError{c.line + 1, 0, "a line longer than the limit", fmt.Sprintf("want at most %d bytes", c.max), TooLarge}
	case err != nil && !errors.Is(err, io.EOF):
		return nil, err
	case err != nil && len(line) == 0:
		return nil, io.EOF
	}
	c.line++
	line = bytes.TrimSuffix(line, []byte{'\n'})
	return bytes.TrimSuffix(line, []byte{'\r'}), nil
}

// next reads a record into fields, cols and lines.
func (c *records) next() error {
	c.fields, c.cols, c.lines = c.fields[:0], c.cols[:0], c.lines[:0]
	for {
		line, err := c.readLine()
		if err != nil {
			return err
		}
		if len(line) == 0 {
			continue
		}
		if bytes.IndexByte(line, '"') >= 0 {
			return c.quoted(line)
		}
		c.plain(line)
		return nil
	}
}

func (c *records) plain(line []byte) {
	start := 0
	for {
		comma := bytes.IndexByte(line[start:], ',')
		c.cols, c.lines = append(c.cols, start+1), append(c.lines, c.line)
		if comma < 0 {
			c.fields = append(c.fields, bytes.Trim(line[start:], " \t"))
			return
		}
		c.fields = append(c.fields, bytes.Trim(line[start:start+comma], " \t"))
		start += comma + 1
	}
}

// quoted reads a record that has a quote in its first line, and the lines over which it runs.
func (c *records) quoted(line []byte) error {
	c.buf, c.ends = c.buf[:0], c.ends[:0]
	for pos := 0; ; pos++ { // one field per round; pos is at its beginning
		c.cols, c.lines = append(c.cols, pos+1), append(c.lines, c.line)
		for pos < len(line) && (line[pos] == ' ' || line[pos] == '\t') {
			pos++
		}
		if pos < len(line) && line[pos] == '"' {
			var err error
			if line, pos, err = c.inside(line, pos+1); err != nil {
				return err
			}
		} else {
			end := len(line)
			if comma := bytes.IndexByte(line[pos:], ','); comma >= 0 {
				end = pos + comma
			}
			if q := bytes.IndexByte(line[pos:end], '"'); q >= 0 {
				return &recordError{c.line, pos + q + 1, "a quote in a field that does not begin with one", `want the field in quotes, and "" for a quote`, BadRecord}
			}
			c.buf = append(c.buf, line[pos:end]...)
			pos = end
		}
		c.ends = append(c.ends, len(c.buf))
		if pos >= len(line) {
			break
		}
	}
	start := 0
	for _, end := range c.ends {
		c.fields = append(c.fields, bytes.Trim(c.buf[start:end], " \t"))
		start = end
	}
	return nil
}

// inside reads from after an opening quote to the comma or line end after the closing one.
func (c *records) inside(line []byte, pos int) ([]byte, int, error) {
	openLine, openColumn := c.line, pos
	for {
		q := bytes.IndexByte(line[pos:], '"')
		if q < 0 { // the field runs on to the next line
			c.buf = append(append(c.buf, line[pos:]...), '\n')
			var err error
			if line, err = c.readLine(); errors.Is(err, io.EOF) {
				return nil, 0, &recordError{openLine, openColumn, "a quote that is never closed", "want a closing quote; was the file cut off?", BadRecord}
			} else if err != nil {
				return nil, 0, err
			}
			if len(c.buf)+len(line) > c.max {
				return nil, 0, &recordError{openLine, openColumn, "a record longer than the limit", fmt.Sprintf("want at most %d bytes", c.max), TooLarge}
			}
			pos = 0
			continue
		}
		c.buf = append(c.buf, line[pos:pos+q]...)
		pos += q + 1
		if pos < len(line) && line[pos] == '"' {
			c.buf = append(c.buf, '"')
			pos++
			continue
		}
		after := pos
		for pos < len(line) && (line[pos] == ' ' || line[pos] == '\t') {
			pos++
		}
		if pos < len(line) && line[pos] != ',' {
			return nil, 0, &recordError{c.line, after + 1, "text after a closing quote", "want a comma or the end of the line", BadRecord}
		}
		return line, pos, nil
	}
}
