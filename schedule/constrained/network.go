package constrained

// arc says that its activity starts at least wait days from the start of another.
type arc struct{ to, wait int32 }

// network is the activities in one direction of time. Resources are packed four to a word, 16 bits each:
// the guard bit on top of every lane is set in what is free, so that one subtraction and one mask tell
// whether a day has room on all four.
type network struct {
	n     int32
	dur   []int32
	head  []int32 // earliest start that release days give
	tail  []int32 // least distance from its start to the end of the schedule
	order []int32 // every arc leads forward in it
	place []int32 // the inverse of order

	succAt, predAt []int32
	succ, pred     []arc

	words  int32
	full   []uint64 // free when nothing runs (first capacity of each resource)
	needAt []int32
	work   []int64 // days × Σ demand/capacity, in 4096ths
	need   []need
}

type need struct {
	word int32
	lane uint64
}

const guard = 0x8000_8000_8000_8000

func (w *network) succs(j int32) []arc  { return w.succ[w.succAt[j]:w.succAt[j+1]] }
func (w *network) preds(j int32) []arc  { return w.pred[w.predAt[j]:w.predAt[j+1]] }
func (w *network) needs(j int32) []need { return w.need[w.needAt[j]:w.needAt[j+1]] }

// lane returns the word of a resource and an amount of it in its lane.
func lane(r Resource, amount int32) (int32, uint64) {
	return int32(r) / 4, uint64(amount) << (16 * (uint(r) % 4))
}

func newNetwork(s *Spec) (*network, error) {
	n := int32(len(s.Activities))
	w := &network{n: n, dur: make([]int32, n), head: make([]int32, n), tail: make([]int32, n)}
	for i := range s.Activities {
		w.dur[i], w.head[i], w.tail[i] = s.Activities[i].Duration, s.Activities[i].Release, s.Activities[i].Duration
	}
	from, to := make([]int32, len(s.Links)), make([]int32, len(s.Links))
	wait := make([]int32, len(s.Links))
	for i, l := range s.Links {
		from[i], to[i], wait[i] = int32(l.From), int32(l.To), waitOf(s, l)
	}
	w.link(from, to, wait)
	if err := w.sort(s); err != nil {
		return nil, err
	}
	w.demand(s)
	return w, nil
}

// link fills both directions of the arcs.
func (w *network) link(from, to, wait []int32) {
	w.succAt, w.succ = bucket(w.n, from, to, wait)
	w.predAt, w.pred = bucket(w.n, to, from, wait)
}

func bucket(n int32, at, to, wait []int32) ([]int32, []arc) {
	first := make([]int32, n+2)
	for _, a := range at {
		first[a+2]++
	}
	for i := int32(2); i < n+2; i++ {
		first[i] += first[i-1]
	}
	arcs := make([]arc, len(at))
	for i, a := range at {
		arcs[first[a+1]] = arc{to[i], wait[i]}
		first[a+1]++
	}
	return first[:n+1], arcs
}

// sort finds an order in which every arc leads forward, or a cycle.
func (w *network) sort(s *Spec) error {
	left := make([]int32, w.n)
	w.order = make([]int32, 0, w.n)
	for j := int32(0); j < w.n; j++ {
		left[j] = int32(len(w.preds(j)))
		if left[j] == 0 {
			w.order = append(w.order, j)
		}
	}
	for k := 0; k < len(w.order); k++ {
		for _, a := range w.succs(w.order[k]) {
			if left[a.to]--; left[a.to] == 0 {
				w.order = append(w.order, a.to)
			}
		}
	}
	if int32(len(w.order)) < w.n {
		return w.cycle(s, left)
	}
	w.place = make([]int32, w.n)
	for k, j := range w.order {
		w.place[j] = int32(k)
	}
	return nil
}

// cycle walks back from an activity that still waits until one comes again.
func (w *network) cycle(s *Spec, left []int32) error {
	seen := make([]int32, w.n)
	j := int32(0)
	for left[j] == 0 {
		j++
	}
	var walk []int32
	for seen[j] == 0 {
		walk = append(walk, j)
		seen[j] = int32(len(walk))
		for _, a := range w.preds(j) {
			if left[a.to] > 0 {
				j = a.to
				break
			}
		}
	}
	e := &CycleError{}
	walk = walk[seen[j]-1:]
	for k := len(walk) - 1; k >= 0; k-- {
		e.Cycle = append(e.Cycle, Activity(walk[k]))
		e.Names = append(e.Names, s.name(Activity(walk[k])))
	}
	return e
}

// demand packs capacities and demands; what an activity needs of one resource in several demands adds up.
func (w *network) demand(s *Spec) {
	k := int32(len(s.Resources))
	w.words = (k + 3) / 4
	w.full = make([]uint64, w.words)
	for i := range w.full {
		w.full[i] = guard
	}
	for r := range s.Resources {
		word, amount := lane(Resource(r), s.Resources[r].Capacity)
		w.full[word] += amount
	}
	per := make([][]Demand, w.n)
	for _, d := range s.Demands {
		if d.Amount > 0 && w.dur[d.Activity] > 0 {
			per[d.Activity] = append(per[d.Activity], d)
		}
	}
	w.needAt = make([]int32, w.n+1)
	w.work = make([]int64, w.n)
	for j := range per {
		first := len(w.need)
		for _, d := range per[j] {
			w.work[j] += int64(w.dur[j]) * int64(d.Amount) * 4096 / int64(max(1, s.Resources[d.Resource].Capacity))
			word, amount := lane(d.Resource, d.Amount)
			found := false
			for i := first; i < len(w.need); i++ {
				if w.need[i].word == word {
					w.need[i].lane += amount
					found = true
				}
			}
			if !found {
				w.need = append(w.need, need{word, amount})
			}
		}
		w.needAt[j+1] = int32(len(w.need))
	}
}

// mirrored returns the network with time reversed: an activity that starts at s in a schedule of length
// T starts at T − s − duration in the mirror. Release days become tails and tails release days.
func (w *network) mirrored() *network {
	m := *w
	m.head, m.tail = make([]int32, w.n), make([]int32, w.n)
	var from, to, wait []int32
	for j := int32(0); j < w.n; j++ {
		m.head[j], m.tail[j] = w.tail[j]-w.dur[j], w.head[j]+w.dur[j]
		for _, a := range w.succs(j) {
			from, to = append(from, a.to), append(to, j)
			wait = append(wait, a.wait+w.dur[a.to]-w.dur[j])
		}
	}
	m.link(from, to, wait)
	m.order, m.place = make([]int32, w.n), make([]int32, w.n)
	for k, j := range w.order {
		m.order[w.n-1-int32(k)] = j
		m.place[j] = w.n - 1 - int32(k)
	}
	return &m
}
