package constrained

// generalSearch is the heuristic for problems that are not plain: one population of activity lists, the better half
// bred by the same crossing as in search, without justification.
type generalSearch struct {
	p     *Problem
	build *stepwise
	sort  *sorter
	rnd   random
	stop  func(int, Score) bool
	tried int
	best  []int32
	score Score
}

func newGeneralSearch(p *Problem, seed uint64, stop func(int, Score) bool) *generalSearch {
	return &generalSearch{p: p, build: newStepwise(p), sort: newSorter(p.forward), rnd: random{seed}, stop: stop,
		best: make([]int32, p.forward.n), score: worst}
}

func (g *generalSearch) make(key []int64, m *member) {
	g.tried++
	m.score = worst
	if g.build.build(g.sort.byKeys(key), m.start) {
		m.score = g.p.Value(m.start)
	}
	if m.score.Less(g.score) {
		g.score = m.score
		copy(g.best, m.start)
	}
}

// dueRule is the latest start that due dates and deadlines leave, falling back on the critical path.
func (p *Problem) dueRule() []int64 {
	w, c := p.forward, p.forward.critical()
	late := make([]int64, w.n)
	for j := range late {
		a := &p.spec.Activities[j]
		late[j] = int64(c.latest[j]) + 1<<20
		if a.Due.Known {
			late[j] = min(late[j], int64(a.Due.Value-a.Duration))
		}
		if a.Project >= 0 && p.spec.Projects[a.Project].Due.Known {
			late[j] = min(late[j], int64(p.spec.Projects[a.Project].Due.Value-a.Duration))
		}
		if p.latest[j] < unbounded/2 {
			late[j] = min(late[j], int64(p.latest[j]))
		}
	}
	for k := len(w.order) - 1; k >= 0; k-- {
		j := w.order[k]
		for _, a := range w.succs(j) {
			late[j] = min(late[j], late[a.to]-int64(a.wait))
		}
	}
	for j := range late {
		late[j] <<= 8
	}
	return late
}

func (g *generalSearch) run() {
	const size = 40
	n := int(g.p.forward.n)
	key, mix := make([]int64, n), make([]int64, n)
	rules := append([][]int64{g.p.dueRule()}, g.p.forward.rules()...)
	span := float64(g.p.forward.critical().length+1) * 256 * 0.3
	members := make([]member, size)
	for i := range members {
		members[i].start = make([]int32, n)
		copy(key, rules[i%len(rules)])
		if i >= len(rules) {
			for j := range key {
				key[j] += int64(g.rnd.unit() * span)
			}
		}
		g.make(key, &members[i])
		if g.stop(g.tried, g.score) {
			return
		}
	}
	child := member{start: make([]int32, n)}
	for !g.stop(g.tried, g.score) {
		father, mother := g.pick(members), g.pick(members)
		g.cross(&members[father], &members[mother], mix)
		g.make(mix, &child)
		victim := father
		if members[father].score.Less(members[mother].score) {
			victim = mother
		}
		if !members[victim].score.Less(child.score) {
			members[victim], child = child, members[victim]
		}
	}
}

func (g *generalSearch) pick(members []member) int {
	a, b := g.rnd.below(int32(len(members))), g.rnd.below(int32(len(members)))
	if members[b].score.Less(members[a].score) {
		return int(b)
	}
	return int(a)
}

func (g *generalSearch) cross(father, mother *member, mix []int64) {
	length := int64(1)
	for j, t := range father.start {
		length = max(length, int64(t+g.p.forward.dur[j])<<8)
	}
	width := length/4 + int64(g.rnd.unit()*float64(length/2))
	lo := int64(g.rnd.unit() * float64(length-width))
	noise := g.rnd.unit() * float64(length) / 4
	for j := range mix {
		k := int64(mother.start[j]) << 8
		if f := int64(father.start[j]) << 8; f >= lo && f <= lo+width {
			k = f
		} else if k < lo {
			k -= length
		} else if k > lo+width {
			k += length
		}
		mix[j] = k + int64(g.rnd.next()&255)
		if g.rnd.next()%32 == 0 {
			mix[j] += int64((g.rnd.unit() - 0.5) * noise)
		}
	}
}
