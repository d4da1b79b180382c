package instance

import "io"

// Limits of an OR-Library file: its matrix holds n² distances.
const (
	maxVertices = 20_000
	maxEdges    = 20_000_000
	maxEdge     = 100_000 // so that any path of a graph stays below 2³¹
)

// readPmed reads an OR-Library p-median file. Of edges that are given twice the last holds.
func readPmed(r io.Reader, name string) (*Instance, error) {
	s := newScanner(r, name)
	n, err := s.whole("the number of vertices", 1, maxVertices)
	if err != nil {
		return nil, err
	}
	edges, err := s.whole("the number of edges", 0, maxEdges)
	if err != nil {
		return nil, err
	}
	p, err := s.whole("the number of sites to open", 1, n)
	if err != nil {
		return nil, err
	}
	list := make([]edge, 0, min(edges, 1<<16)) // grows with the file, not with what its first line claims
	for range edges {
		e, err := readEdge(s, n)
		if err != nil {
			return nil, err
		}
		list = append(list, e)
	}
	if err := s.ends(); err != nil {
		return nil, err
	}
	in := &Instance{Name: name, Form: Pmed, P: int(p), Same: true, Sites: Places{N: int(n)}, Clients: Places{N: int(n)}}
	in.Rows = newGraph(int(n), lastOnly(list)).shortest()
	return in, nil
}

func readEdge(s *scanner, n int64) (e edge, err error) {
	var ends [2]int64
	for k := range ends {
		if ends[k], err = s.whole("the end of an edge", 1, n); err != nil {
			return e, err
		}
	}
	length, err := s.whole("the length of an edge", 0, maxEdge)
	return edge{int32(ends[0] - 1), int32(ends[1] - 1), length}, err
}
