package road

import "slices"

// streets are the edges between the nodes at which something can be decided: chains of pieces with all nodes in between merged away. Ahead is
// always open; back may be closed.
type streets struct {
	from, to []uint32    // nodes of the pieces, without regard to copies
	moves    [][2]uint32 // the first and the last movement of the chain, ahead
	time     [2][]uint32
	noEntry  []bool
	// the nodes of edge e are shape[first[e]] … shape[first[e+1]−1], both ends included, and reached gives the ms from its
	// beginning to each.
	first   []uint32
	shape   []uint32
	reached []uint32
}

func (s *streets) len() int { return len(s.from) }

// merger joins the pieces within the component.
type merger struct {
	survey *survey
	pieces *pieces
	turns  *turns
	inside []bool
	uses   []use
	all    star // of the pieces that are kept
	merge  bool
	kept   []bool // nodes that are not merged away
	out    streets
	chain  []uint32
}

// open says whether a movement can be part of a journey within the component.
func (m *merger) open(move uint32) bool {
	piece, direction := move>>1, move&1
	if m.pieces.time[direction][piece] == closed || !m.inside[m.turns.head(m.pieces, move)] {
		return false
	}
	v := m.begin(move)
	if m.inside[v] {
		return true
	}
	return m.turns.hasCopies(v) && slices.ContainsFunc(m.turns.copies[v], func(c uint32) bool { return m.inside[c] && m.turns.permits(c, move) })
}

// begin and end are the nodes of a movement, without regard to copies.
func (m *merger) begin(move uint32) uint32 {
	if move&1 == 0 {
		return m.pieces.from[move>>1]
	}
	return m.pieces.to[move>>1]
}

func (m *merger) end(move uint32) uint32 { return m.begin(move ^ 1) }

// run makes the streets. Pieces that are closed in one direction, because it leads out of the component, are closed from here on.
func (m *merger) run() *streets {
	p := m.pieces
	for s := range p.from {
		ahead, back := m.open(movement(uint32(s), 0)), m.open(movement(uint32(s), 1))
		if !ahead {
			p.time[0][s] = closed
		}
		if !back {
			p.time[1][s] = closed
		}
	}
	m.all = newStar(p.nodes(), p, func(s int) bool { return p.time[0][s] != closed || p.time[1][s] != closed })
	m.kept = make([]bool, p.nodes())
	for v := range m.kept {
		m.kept[v] = len(m.all.at(uint32(v))) > 0 && !(m.merge && m.through(uint32(v)))
	}
	m.out.first = []uint32{0}
	// Every piece has an end in the shape, and every edge one more.
	m.out.shape, m.out.reached = make([]uint32, 0, len(p.from)+len(p.from)/4), make([]uint32, 0, len(p.from)+len(p.from)/4)
	walked := make([]bool, len(p.from))
	for v := range m.kept {
		if m.kept[v] {
			m.chains(uint32(v), walked)
		}
	}
	// What is left are rings without any junction.
	for v := range m.kept {
		if ends := m.all.at(uint32(v)); len(ends) > 0 && !walked[ends[0]>>1] {
			m.kept[v] = true
			m.chains(uint32(v), walked)
		}
	}
	return &m.out
}

// through says whether a node can be merged away: it joins two pieces, and who comes in by one can only leave by the other, or
// turn back, which no shortest path does.
func (m *merger) through(v uint32) bool {
	ends := m.all.at(v)
	if len(ends) != 2 || ends[0]>>1 == ends[1]>>1 || m.turns.hasCopies(v) {
		return false
	}
	a, b := ends[0], ends[1]
	time := func(e, direction uint32) uint32 { return m.pieces.time[direction][e>>1] }
	outA, inA, outB, inB := time(a, a&1), time(a, 1-a&1), time(b, b&1), time(b, 1-b&1)
	if (inA == closed) != (outB == closed) || (inB == closed) != (outA == closed) {
		return false
	}
	wayA, wayB := m.pieces.way[a>>1], m.pieces.way[b>>1]
	if wayA == wayB {
		return true
	}
	if m.uses[wayA].noEntry != m.uses[wayB].noEntry {
		return false
	}
	// A place along a street is kept as a share of its time ahead, which holds for the way back only where both take equally long.
	oneWay := inA == closed || outA == closed
	return oneWay || inA == outA && inB == outB
}

// chains follows every chain that begins at a kept node and was not walked yet.
func (m *merger) chains(v uint32, walked []bool) {
	for _, e := range m.all.at(v) {
		if walked[e>>1] {
			continue
		}
		m.chain = m.chain[:0]
		for move := e; ; {
			m.chain = append(m.chain, move)
			walked[move>>1] = true
			w := m.end(move)
			if m.kept[w] {
				break
			}
			ends := m.all.at(w)
			next := ends[0]
			if next>>1 == move>>1 {
				next = ends[1]
			}
			move = next
		}
		if m.end(m.chain[len(m.chain)-1]) == v {
			// A loop has a node of its own, so that no arc leads from a node to itself.
			half := len(m.chain) / 2
			m.kept[m.end(m.chain[half-1])] = true
			m.emit(m.chain[:half])
			m.emit(m.chain[half:])
			continue
		}
		m.emit(m.chain)
	}
}

// emit adds an edge, turned so that ahead is open.
func (m *merger) emit(chain []uint32) {
	o := &m.out
	if m.pieces.time[chain[0]&1][chain[0]>>1] == closed {
		slices.Reverse(chain)
		for i := range chain {
			chain[i] ^= 1
		}
	}
	first, last := chain[0], chain[len(chain)-1]
	var sum [2]uint32
	o.shape, o.reached = append(o.shape, m.begin(first)), append(o.reached, 0)
	for _, move := range chain {
		piece, direction := move>>1, move&1
		sum[0] = add(sum[0], m.pieces.time[direction][piece])
		sum[1] = add(sum[1], m.pieces.time[1-direction][piece])
		o.shape, o.reached = append(o.shape, m.end(move)), append(o.reached, sum[0])
	}
	o.first = append(o.first, uint32(len(o.shape)))
	o.from, o.to = append(o.from, m.begin(first)), append(o.to, m.end(last))
	o.moves = append(o.moves, [2]uint32{first, last})
	o.time[0], o.time[1] = append(o.time[0], sum[0]), append(o.time[1], sum[1])
	o.noEntry = append(o.noEntry, m.uses[m.pieces.way[first>>1]].noEntry)
}
