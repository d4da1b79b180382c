package constrained

// Two parents of which a share alike of all activities stand on the same day would give a child like themselves: each of its
// keys is moved with chance mutation by up to half of shift, a share of the makespan. After patience
// generations without gain the populations are drawn anew. The father gives a window of time between narrow and wide, as shares
// of his makespan. Chosen once for all instances, by trial.
const (
	alike    = 0.8
	mutation = 0.2
	shift    = 0.7
	patience = 20
	rivals   = 3 // schedules that compete to be a parent
	narrow   = 0.1
	wide     = 0.5
)

// search is one run of the heuristic on a plain problem.
type search struct {
	p       *Problem
	sides   [2]*side // forward, mirror
	rnd     random
	tried   int
	stop    func(tried int, best int32) bool
	best    []int32
	score   Score
	keys    []int64
	other   []int64
	mix     []int64
	rival   member // the second of two children
	scratch parallelScratch
	again   bool
}

func newSearch(p *Problem, seed uint64, size int, stop func(int, int32) bool) *search {
	n := p.forward.n
	s := &search{p: p, rnd: random{seed}, stop: stop, score: worst, best: make([]int32, n)}
	s.sides[0], s.sides[1] = newSide(p.forward, p.horizon+1, size), newSide(p.mirror, p.horizon+1, size)
	s.keys, s.other, s.mix = make([]int64, n), make([]int64, n), make([]int64, n)
	s.rival.start = make([]int32, n)
	return s
}

// note counts a schedule and keeps it if it is the best.
func (s *search) note(side int, start []int32, end int32) {
	s.tried++
	if end >= s.score.Makespan {
		return
	}
	s.score = Score{Makespan: end}
	for j, t := range start {
		if side == 1 {
			t = end - t - s.p.forward.dur[j]
		}
		s.best[j] = t
	}
}

func (s *search) done() bool { return s.stop(s.tried, s.score.Makespan) }

// make builds the schedule of some keys on a side.
func (s *search) make(side int, key []int64, start []int32) int32 {
	d := s.sides[side]
	end := d.build.serial(d.sort.byKeys(key), start)
	s.note(side, start, end)
	return end
}

// seedPopulations samples the priority rules with noise, the first of each rule without, in both schemes, and justifies each
// schedule to the right for the other side.
func (s *search) seedPopulations() {
	left, right := s.sides[0], s.sides[1]
	rules := left.w.rules()
	for i := range left.members {
		if s.done() {
			return
		}
		m := &left.members[i]
		rule := rules[i%2]
		if i < 2*len(rules) && !s.again {
			rule = rules[i/2]
		}
		scale := float64(left.w.critical().length) * 256 * s.noise()
		for j := range s.keys {
			s.keys[j] = rule[j]
			if i >= 2*len(rules) || s.again {
				s.keys[j] += int64(s.rnd.unit() * scale)
			}
		}
		if i%2 == 1 {
			m.set(left, left.build.parallel(s.keys, m.start, &s.scratch))
			s.note(0, m.start, m.score.Makespan)
		} else {
			m.set(left, s.make(0, s.keys, m.start))
		}
		if s.done() {
			return
		}
		left.reflect(m, s.keys)
		r := &right.members[i]
		r.set(right, s.make(1, s.keys, r.start))
	}
}

// noise is the share of the critical path by which a sampled rule is blurred. Where few schedules can be made per
// activity, the rules are trusted more.
func (s *search) noise() float64 {
	if s.p.forward.n > largeProblem {
		return 0.3
	}
	return 1
}

// run breeds until it is told to stop.
func (s *search) run() {
	s.seedPopulations()
	best, since := s.score, 0
	for to := 0; !s.done(); to = 1 - to {
		s.generation(1-to, to)
		if since++; s.score.Less(best) {
			best, since = s.score, 0
		}
		if since >= patience {
			s.restart()
			best, since = s.score, 0
		}
	}
}

// restart draws both populations anew; the best schedule is kept outside them.
func (s *search) restart() {
	s.again = true
	s.seedPopulations()
}

// generation crosses every schedule of one side with another and puts the better child on the other side
// (Debels & Vanhoucke 2005: crossing and justifying are one pass).
func (s *search) generation(from, to int) {
	src, dst := s.sides[from], s.sides[to]
	size := int32(len(src.members))
	for i := range dst.members {
		father, mother := s.tournament(src, size), s.tournament(src, size)
		m := &dst.members[i]
		s.cross(src, father, mother)
		if s.done() {
			return
		}
		m.set(dst, s.make(to, s.mix, m.start))
		s.cross(src, mother, father)
		if s.done() {
			return
		}
		s.rival.set(dst, s.make(to, s.mix, s.rival.start))
		if s.rival.better(m) {
			*m, s.rival = s.rival, *m
		}
	}
}

func (s *search) tournament(d *side, size int32) *member {
	a := &d.members[s.rnd.below(size)]
	for range rivals - 1 {
		if b := &d.members[s.rnd.below(size)]; b.better(a) {
			a = b
		}
	}
	return a
}

// cross mixes the keys of two schedules for the other side: inside a window of time the father's order, before
// and after it the mother's.
func (s *search) cross(src *side, father, mother *member) {
	src.reflect(father, s.keys)
	src.reflect(mother, s.other)
	length := int64(father.score.Makespan) << 8
	width := int64((narrow + s.rnd.unit()*(wide-narrow)) * float64(length))
	lo := int64(s.rnd.unit() * float64(length-width))
	hi := lo + width
	for j := range s.mix {
		k := s.other[j]
		if f := s.keys[j]; f >= lo && f <= hi {
			k = f
		} else if k < lo {
			k -= length
		} else if k > hi {
			k += length
		}
		s.mix[j] = k + int64(s.rnd.next()&255)
	}
	same := 0
	for j := range s.mix {
		if d := s.keys[j] - s.other[j]; d <= 256 && d >= -256 {
			same++
		}
	}
	if float64(same) > alike*float64(len(s.mix)) {
		for j := range s.mix {
			if s.rnd.unit() < mutation {
				s.mix[j] += int64((s.rnd.unit() - 0.5) * shift * float64(length))
			}
		}
	}
}
