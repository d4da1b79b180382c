package road

import "slices"

// Turn bans split a node: a piece that comes in under a ban ends at a copy of the node, from which only the permitted pieces leave. The
// search itself need not know of turns. Pieces that come in under no ban end at the node itself.

// turns are the copies of nodes that bans make for one profile.
type turns struct {
	// heads gives the copy where a movement (piece<<1 | direction) ends, if not at the piece's end.
	heads map[uint32]uint32
	// splits has a bit for each movement with a head of its own, copied one for each node with copies: there are few, and
	// most need not be looked up.
	splits, copied []uint64
	// copy c is node base+c; node of[c] is what it copies, and the pieces in banned[c] may not be entered from it.
	base   int
	of     []uint32
	banned [][]uint32
	copies map[uint32][]uint32 // the copies of a node
	unused int                 // bans whose ways are not there
}

// movement is a piece in a direction: 0 from its beginning to its end, 1 back.
func movement(piece, direction uint32) uint32 { return piece<<1 | direction }

// turnsOf finds the pieces that bans speak of. Copies are numbered after all nodes of the pieces.
func turnsOf(s *survey, p *pieces, all star, bans []ban) *turns {
	t := &turns{heads: make(map[uint32]uint32), copies: make(map[uint32][]uint32), base: p.nodes()}
	t.splits, t.copied = make([]uint64, len(p.from)/32+1), make([]uint64, p.nodes()/64+1)
	// what is banned after a movement, in the order of the file
	after := make(map[uint32][]uint32)
	var order []uint32
	for _, b := range bans {
		via := s.position(b.via)
		if via < 0 || !t.add(s, p, all.at(uint32(via)), b, after, &order) {
			t.unused++
		}
	}
	for _, m := range order {
		v := p.to[m>>1]
		if m&1 == 1 {
			v = p.from[m>>1]
		}
		c := uint32(t.base + len(t.of))
		t.of = append(t.of, v)
		list := after[m]
		slices.Sort(list)
		t.banned = append(t.banned, slices.Compact(list))
		t.heads[m] = c
		t.splits[m>>6] |= 1 << (m & 63)
		t.copies[v] = append(t.copies[v], c)
		t.copied[v>>6] |= 1 << (v & 63)
	}
	return t
}

// add notes one ban at the node with the given entries of the star, and says whether it found both its ways there.
func (t *turns) add(s *survey, p *pieces, ends []uint32, b ban, after map[uint32][]uint32, order *[]uint32) bool {
	var from, to, others []uint32
	for _, e := range ends {
		piece, end := e>>1, e&1
		id := s.wayIDs[p.way[piece]]
		// A piece whose beginning lies here comes in backwards.
		if id == b.from && p.time[1-end][piece] != closed {
			from = append(from, movement(piece, 1-end))
		}
		if p.time[end][piece] == closed {
			continue
		}
		if id == b.to {
			to = append(to, e)
		} else {
			others = append(others, e)
		}
	}
	// Where the way to come from passes through, the restriction does not say from which side.
	if len(from) != 1 || len(to) == 0 {
		return false
	}
	m := from[0]
	banned := to
	if b.only {
		banned = others
	}
	if _, seen := after[m]; !seen {
		*order = append(*order, m)
	}
	after[m] = append(after[m], banned...)
	return true
}

// head returns the node where a movement ends.
func (t *turns) head(p *pieces, m uint32) uint32 {
	if t.splits[m>>6]>>(m&63)&1 != 0 {
		return t.heads[m]
	}
	if m&1 == 0 {
		return p.to[m>>1]
	}
	return p.from[m>>1]
}

// hasCopies says whether a node is split.
func (t *turns) hasCopies(v uint32) bool { return t.copied[v>>6]>>(v&63)&1 != 0 }

// nodes returns how many nodes there are, copies included.
func (t *turns) nodes() int { return t.base + len(t.of) }

// node returns the node behind a copy.
func (t *turns) node(v uint32) uint32 {
	if int(v) >= t.base {
		return t.of[int(v)-t.base]
	}
	return v
}

// permits says whether a piece may be entered at an end (an entry of the star) from a node or copy.
func (t *turns) permits(v, entry uint32) bool {
	if int(v) < t.base {
		return true
	}
	_, banned := slices.BinarySearch(t.banned[int(v)-t.base], entry)
	return !banned
}
