package center

import "github.com/etablera/etablera/locate"

// The proof that there is no cover, as it grows: see [locate.Certificate]. Without keep nothing is held.

func (s *search) add() int32 {
	if !s.keep {
		return 0
	}
	s.proof.Nodes = append(s.proof.Nodes, locate.Node{Branch: -1, Open: -1, Closed: -1})
	return int32(len(s.proof.Nodes) - 1)
}

// price gives a node its multipliers.
func (s *search) price(node int32, u []int64) {
	if s.keep {
		s.proof.Nodes[node].Vector = int32(len(s.proof.Vectors))
		s.proof.Vectors = append(s.proof.Vectors, locate.Multipliers{Classes: u})
	}
}

func (s *search) join(node int32, fixed []locate.Decision, branch, open, closed int32) {
	if s.keep {
		n := &s.proof.Nodes[node]
		n.Fixed, n.Branch, n.Open, n.Closed = fixed, branch, open, closed
	}
}

// alone are multipliers for a row that no column covers that may be chosen: it alone costs more than there is room for.
func (s *search) alone(row int32) []int64 {
	u := make([]int64, s.rows)
	u[row] = (int64(s.p) + 1) * scale
	return u
}
