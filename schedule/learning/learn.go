package learning

// Spec is what the caller knows: one assumption for each cell, and the outcomes so far in any order.
type Spec struct {
	Assumptions []Assumption
	Outcomes    []Outcome
	Pooling     Pooling // zero: DefaultPooling
}

// Model is what has been learnt. It is never changed afterwards and may be used by many goroutines.
type Model struct {
	cells    []Learned
	position map[Cell]int
	doubts   [][]float64 // by position: correlations with the cells of the same activity, in their order
	within   []int       // by position: place among the cells of the activity
}

// Learn computes what is to be expected of every cell that has an assumption. An error is an
// InvalidError. The result depends on the set of outcomes and not on their order.
//
// O(outcomes + cells³) in each activity where all durations are known. Each outcome that is only bounded
// adds an integral of 64 points per round, of ten to some tens of rounds.
func Learn(s *Spec) (*Model, error) {
	if err := validate(s); err != nil {
		return nil, err
	}
	m := &Model{cells: make([]Learned, len(s.Assumptions)), position: make(map[Cell]int, len(s.Assumptions)),
		doubts: make([][]float64, len(s.Assumptions)), within: make([]int, len(s.Assumptions))}
	pooling := s.Pooling.scaled()
	gathered := gather(s.Assumptions, s.Outcomes)
	for _, members := range byActivity(s.Assumptions) {
		fit := newFit(s.Assumptions, gathered, members, pooling)
		fit.run()
		doubts := correlations(posterior(fit.covariance, fit.weights))
		for k, i := range members {
			m.cells[i], m.doubts[i], m.within[i] = fit.learned(k), doubts[k], k
		}
	}
	for i, a := range s.Assumptions {
		m.position[a.Cell] = i
	}
	return m, nil
}

// byActivity returns the positions of the assumptions of each activity, in the order in which they stand.
func byActivity(assumptions []Assumption) [][]int {
	group := map[Activity]int{}
	var out [][]int
	for i, a := range assumptions {
		g, ok := group[a.Cell.Activity]
		if !ok {
			g = len(out)
			group[a.Cell.Activity] = g
			out = append(out, nil)
		}
		out[g] = append(out[g], i)
	}
	return out
}

// Cells returns what has been learnt of every cell, in the order of the assumptions. The slice is the
// caller's.
func (m *Model) Cells() []Learned { return append([]Learned(nil), m.cells...) }

// Cell returns what has been learnt of one cell; false where nothing was assumed of it.
func (m *Model) Cell(c Cell) (Learned, bool) {
	i, ok := m.position[c]
	if !ok {
		return Learned{}, false
	}
	return m.cells[i], true
}

// Doubt returns how what is in doubt about two cells is correlated, once the outcomes have had their say: 1 for a
// cell and itself, 0 for cells of different activities, of which nothing is assumed, or that are beyond doubt.
// With [Learned.Doubt] it says how offices that are forecast together are too early or too late together.
func (m *Model) Doubt(b, c Cell) float64 {
	i, ok := m.position[b]
	j, known := m.position[c]
	if !ok || !known || b.Activity != c.Activity {
		return 0
	}
	return m.doubts[i][m.within[j]]
}

// covariance returns the covariance of the cells' means before any outcome. Taking the lesser of two doubts
// for what is shared, and not their geometric mean, keeps a cell with a narrow assumption from moving one
// with a wide one by more than it has itself moved. (The matrix of minima is that of Brownian motion, and its
// product with that of shares is positive semi-definite by Schur.)
func covariance(assumptions []Assumption, p Pooling) [][]float64 {
	l := make([][]float64, len(assumptions))
	doubts := make([]float64, len(assumptions))
	for i, a := range assumptions {
		doubts[i] = a.doubt()
	}
	for i, a := range assumptions {
		l[i] = make([]float64, len(assumptions))
		for j, b := range assumptions {
			l[i][j] = p.shared(a.Cell, b.Cell) * min(doubts[i], doubts[j])
		}
	}
	return l
}
