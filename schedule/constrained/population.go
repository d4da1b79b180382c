package constrained

// member is a schedule of a population.
type member struct {
	start []int32
	score Score
}

// side is one of the two populations: schedules pushed to the left, or (in the mirror) to the right.
type side struct {
	w       *network
	build   *builder
	sort    *sorter
	members []member
	spare   []int32
}

func newSide(w *network, days int32, size int) *side {
	s := &side{w: w, build: newBuilder(w, days), sort: newSorter(w), spare: make([]int32, w.n)}
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
