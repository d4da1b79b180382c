package instance

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"strconv"
)

const maxToken = 64

// scanner takes words from a text of blanks and lines, and knows where each stands. Its error, once there, stays.
type scanner struct {
	in           *bufio.Reader
	file         string
	word         []byte
	line, column int // of the word
	atLine, at   int // of the next byte
	err          error
}

func newScanner(r io.Reader, file string) *scanner {
	return &scanner{in: bufio.NewReaderSize(r, 1<<16), file: file, atLine: 1, at: 1, word: make([]byte, 0, maxToken)}
}

func (s *scanner) fault(format string, args ...any) error {
	return &Fault{s.file, s.line, s.column, fmt.Sprintf(format, args...)}
}

func (s *scanner) byte() (byte, bool) {
	c, err := s.in.ReadByte()
	if err != nil {
		if err != io.EOF {
			s.err = fmt.Errorf("%s: %w", s.file, err)
		}
		return 0, false
	}
	if s.at++; c == '\n' {
		s.atLine, s.at = s.atLine+1, 1
	}
	return c, true
}

// next goes to the next word. At the end of the text it answers false, and the place is line 0.
func (s *scanner) next() bool {
	s.word = s.word[:0]
	for {
		line, column := s.atLine, s.at
		c, ok := s.byte()
		switch {
		case !ok && len(s.word) > 0:
			return s.err == nil
		case !ok:
			s.line, s.column = 0, 0
			return false
		case c == ' ' || c == '\t' || c == '\r' || c == '\n':
			if len(s.word) > 0 {
				if c == '\n' { // the next word is on another line: let restOfLine see the end of this one
					_ = s.in.UnreadByte()
					s.atLine, s.at = line, column
				}
				return true
			}
			continue
		}
		if len(s.word) == 0 {
			s.line, s.column = line, column
		}
		if len(s.word) == maxToken {
			s.err = s.fault("the word %.20q… is longer than %d bytes: use a number", s.word, maxToken)
			return false
		}
		s.word = append(s.word, c)
	}
}

// restOfLine takes what is left of the line, without its end.
func (s *scanner) restOfLine(most int) (string, error) {
	var out []byte
	for {
		c, ok := s.byte()
		if !ok || c == '\n' {
			return string(out), s.err
		}
		if len(out) == most {
			return "", s.fault("the line is longer than %d bytes", most)
		}
		out = append(out, c)
	}
}

// need goes to the next word, which must be there.
func (s *scanner) need(what string) error {
	if s.next() {
		return nil
	}
	if s.err != nil {
		return s.err
	}
	return s.fault("%s is missing", what)
}

// whole reads a whole number from least to most.
func (s *scanner) whole(what string, least, most int64) (int64, error) {
	if err := s.need(what); err != nil {
		return 0, err
	}
	v, err := strconv.ParseInt(string(s.word), 10, 64)
	if err != nil || v < least || v > most {
		return 0, s.fault("%s is %.20q: use a whole number from %d to %d", what, s.word, least, most)
	}
	return v, nil
}

// coordinate reads a finite number that is not too large.
func (s *scanner) coordinate(what string) (float64, error) {
	if err := s.need(what); err != nil {
		return 0, err
	}
	v, err := strconv.ParseFloat(string(s.word), 64)
	if err != nil || math.IsNaN(v) || math.Abs(v) > maxCoord {
		return 0, s.fault("%s is %.20q: use a number from %.0f to %.0f", what, s.word, -maxCoord, maxCoord)
	}
	return v, nil
}

// ends says that nothing may follow.
func (s *scanner) ends() error {
	if s.next() {
		return s.fault("%.20q follows the last number that is expected: remove it", s.word)
	}
	return s.err
}
