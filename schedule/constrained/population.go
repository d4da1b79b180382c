package constrained

// member is a schedule of a population. Most schedules share their makespan with others: among those the one whose
// work lies earlier has more room at its end, which the next pass can use.
type member struct {
	start []int32
	score Score
	late  int64 // Σ start × work, see network.work
}

// set takes up what a pass has put into start.
func (m *member) set(s *side, end int32) {
	m.score, m.late = Score{Makespan: end}, 0
	for j, t := range m.start {
		m.late += s.w.work[j] * int64(t)
	}
}

// better tells whether m is to be preferred as a parent.
func (m *member) better(o *member) bool {
	if m.score.Makespan != o.score.Makespan {
		return m.score.Makespan < o.score.Makespan
	}
	return m.late < o.late
}

// side is one of the two populations: schedules pushed to the left, or (in the mirror) to the right.
type side struct {
	w       *network
	build   *builder
	sort    *sorter
	members []member
}

func newSide(w *network, days int32, size int) *side {
	s := &side{w: w, build: newBuilder(w, days), sort: newSorter(w)}
	s.members = make([]member, size)
	for i := range s.members {
		s.members[i] = member{start: make([]int32, w.n), score: worst}
	}
	return s
}

// reflect writes the keys that a schedule of one side has on the other: the starts of its mirror image.
func (s *side) reflect(m *member, key []int64) {
	for j, t := range m.start {
		key[j] = int64(m.score.Makespan-t-s.w.dur[j]) << 8
	}
}
