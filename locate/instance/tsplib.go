package instance

import (
	"io"
	"strconv"
	"strings"
)

const maxHeading = 1 << 12 // bytes of a heading line

// readTSPLIB reads the points of a TSPLIB file.
func readTSPLIB(r io.Reader, name string) (*Instance, error) {
	s := newScanner(r, name)
	n, err := tsplibHeadings(s)
	if err != nil {
		return nil, err
	}
	most := min(n, 1<<16)
	x, y := make([]float64, 0, most), make([]float64, 0, most)
	for i := range n {
		if _, err := s.whole("the number of a point", int64(i+1), int64(i+1)); err != nil {
			return nil, err
		}
		px, err := s.coordinate("x")
		if err != nil {
			return nil, err
		}
		py, err := s.coordinate("y")
		if err != nil {
			return nil, err
		}
		x, y = append(x, px), append(y, py)
	}
	if s.next() && string(s.word) != "EOF" {
		return nil, s.fault("%.20q follows the last of %d points: EOF or nothing is right", s.word, n)
	}
	if s.err != nil {
		return nil, s.err
	}
	all := Places{N: n, X: x, Y: y}
	return &Instance{Name: name, Form: TSPLIB, Metric: Euclid, Same: true, Sites: all, Clients: all}, nil
}

// tsplibHeadings reads the lines "KEY : value" and says how many points follow.
func tsplibHeadings(s *scanner) (n int, err error) {
	planar := false
	for {
		if err := s.need("NODE_COORD_SECTION"); err != nil {
			return 0, err
		}
		key, _, joined := strings.Cut(string(s.word), ":")
		line, column := s.line, s.column
		text, err := s.restOfLine(maxHeading)
		if err != nil {
			return 0, err
		}
		if joined { // "NAME: x" and "NAME:x" are written too
			text = string(s.word[len(key)+1:]) + text
		}
		value := strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(text), ":"))
		s.line, s.column = line, column
		switch key {
		case "DIMENSION":
			if n, err = strconv.Atoi(value); err != nil || n < 1 || n > MaxSites {
				return 0, s.fault("DIMENSION is %.20q: use a whole number from 1 to %d", value, MaxSites)
			}
		case "EDGE_WEIGHT_TYPE":
			if planar = value == "EUC_2D"; !planar {
				return 0, s.fault("EDGE_WEIGHT_TYPE is %.20q: only EUC_2D is read", value)
			}
		case "NAME", "COMMENT", "TYPE", "NODE_COORD_TYPE", "DISPLAY_DATA_TYPE":
		case "NODE_COORD_SECTION":
			switch {
			case n == 0:
				return 0, s.fault("NODE_COORD_SECTION comes before DIMENSION: say first how many points there are")
			case !planar:
				return 0, s.fault("NODE_COORD_SECTION comes before EDGE_WEIGHT_TYPE : EUC_2D: say first how distances are measured")
			}
			return n, nil
		default:
			return 0, s.fault("the heading %.30q is not known: NAME, COMMENT, TYPE, DIMENSION, EDGE_WEIGHT_TYPE and NODE_COORD_SECTION are", key)
		}
	}
}
