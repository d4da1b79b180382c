package instance

import (
	"io"
)

// readCovering reads a file of the covering generator: all sites, then all clients, each numbered from 0.
func readCovering(r io.Reader, name string) (*Instance, error) {
	s := newScanner(r, name)
	n, err := s.whole("the number of sites", 1, MaxSites)
	if err != nil {
		return nil, err
	}
	m, err := s.whole("the number of clients", 1, MaxClients)
	if err != nil {
		return nil, err
	}
	in := &Instance{Name: name, Form: Covering, Metric: Euclid}
	if in.Sites, in.Sites.Cost, err = readPlaces(s, "F", n, "the cost", MaxCost); err != nil {
		return nil, err
	}
	if in.Clients, in.Clients.Weight, err = readPlaces(s, "C", m, "the demand", MaxWeight); err != nil {
		return nil, err
	}
	return in, s.ends()
}

// readPlaces reads n lines "letter number x y amount".
func readPlaces(s *scanner, letter string, n int64, what string, most int64) (out Places, amounts []int64, err error) {
	size := min(n, 1<<16)
	out = Places{N: int(n), X: make([]float64, 0, size), Y: make([]float64, 0, size)}
	amounts = make([]int64, 0, size)
	for i := range n {
		if err := s.need("the line of a place"); err != nil {
			return out, nil, err
		}
		if string(s.word) != letter {
			return out, nil, s.fault("%.20q where %q of place %d is expected", s.word, letter, i)
		}
		if _, err := s.whole("the number of a place", i, i); err != nil {
			return out, nil, err
		}
		x, err := s.coordinate("x")
		if err != nil {
			return out, nil, err
		}
		y, err := s.coordinate("y")
		if err != nil {
			return out, nil, err
		}
		amount, err := s.whole(what, 0, most)
		if err != nil {
			return out, nil, err
		}
		out.X, out.Y, amounts = append(out.X, x), append(out.Y, y), append(amounts, amount)
	}
	return out, amounts, nil
}
