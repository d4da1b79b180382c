package road

// star lists for each of n nodes the pieces that touch it, as a forward star. An entry is piece<<1 | end: end 0 where the piece begins.
type star struct {
	first []uint32
	ends  []uint32
}

// newStar lays out the pieces that keep accepts.
func newStar(n int, p *pieces, keep func(piece int) bool) star {
	s := star{first: make([]uint32, n+1)}
	for i := range p.from {
		if keep(i) {
			s.first[p.from[i]+1]++
			s.first[p.to[i]+1]++
		}
	}
	for v := range n {
		s.first[v+1] += s.first[v]
	}
	next := make([]uint32, n)
	copy(next, s.first)
	s.ends = make([]uint32, s.first[n])
	for i := range p.from {
		if keep(i) {
			a, b := p.from[i], p.to[i]
			s.ends[next[a]] = uint32(i) << 1
			next[a]++
			s.ends[next[b]] = uint32(i)<<1 | 1
			next[b]++
		}
	}
	return s
}

// at returns the entries of a node.
func (s *star) at(v uint32) []uint32 { return s.ends[s.first[v]:s.first[v+1]] }
