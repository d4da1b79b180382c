package closing

import (
	"cmp"
	"context"
	"math/rand/v2"
	"slices"
)

// search improves a plan of closures by exchange: two offices change stages, or, where the
// path decides the stages, one takes another. What rules are broken counts before what the
// goal costs. A class of a set pays from the stage in which the last of the set closes,
// so a move costs the classes of the offices moved.
type search struct {
	k      *Closing
	w      *world
	closes []int
	stages int
	free   bool    // whether the numbers of the stages may change
	late   bool    // whether offices close as late as can be: then none closes that did not
	pays   []int64 // per stage that the last of a set closes in, the number of stages for none
	best   []int

	hits    []hit
	of      [][]int32 // per office: its classes
	cost    int64
	also    int64 // the second sum
	caps    []demand
	capsOf  [][][2]int32 // per office: cap and class
	lost    []int64      // per cap
	saved   []int64      // per need: in whole kronor, for certain
	certain [][][]int64  // per need, office and stage
	units   [][]int32    // offices of a county or municipality that must keep one
	unitsOf [][]int32
	staying []int // per unit
	work    int
}

// maxWork bounds a search by the classes looked at, which is the same on every machine.
const maxWork = 30_000_000

func (k *Closing) newSearch(w *world, hits []hit, caps []demand, pays []int64) *search {
	s := &search{k: k, w: w, stages: len(k.Stages), free: k.free(), pays: pays, hits: hits, caps: caps,
		of: make([][]int32, len(w.offices)), capsOf: make([][][2]int32, len(w.offices)), lost: make([]int64, len(caps)),
		saved: make([]int64, len(k.Needs)), unitsOf: make([][]int32, len(w.offices)), closes: make([]int, len(w.offices))}
	for n, h := range hits {
		for _, i := range h.set {
			s.of[i] = append(s.of[i], int32(n))
		}
	}
	for c, d := range caps {
		for n, h := range d.hits {
			for _, i := range h.set {
				s.capsOf[i] = append(s.capsOf[i], [2]int32{int32(c), int32(n)})
			}
		}
	}
	for n := range k.Needs {
		s.certain = append(s.certain, make([][]int64, len(w.offices)))
		for i := range w.offices {
			for c := 0; c <= s.stages; c++ {
				s.certain[n][i] = append(s.certain[n][i], k.certain(w.offices[i].ID, c, k.Needs[n].Year))
			}
		}
	}
	s.layUnits()
	return s
}

// layUnits lists who must keep an office.
func (s *search) layUnits() {
	at := map[string]int{}
	add := func(key string, i int) {
		u, ok := at[key]
		if !ok {
			u = len(s.units)
			at[key] = u
			s.units = append(s.units, nil)
		}
		s.units[u] = append(s.units[u], int32(i))
		s.unitsOf[i] = append(s.unitsOf[i], int32(u))
	}
	for i := range s.w.offices {
		o := &s.w.offices[i]
		if s.k.Options.KeepCounties && o.County != "" {
			add("county "+o.County, i)
		}
		if s.k.Options.KeepMunicipalities && o.Municipality != "" && s.w.beside[o.Municipality] == 0 {
			add("municipality "+o.Municipality, i)
		}
	}
	s.staying = make([]int, len(s.units))
}

// last is the stage in which the last of a set closes.
func (s *search) last(set []int32) int {
	out := 0
	for _, i := range set {
		out = max(out, s.closes[i])
	}
	return out
}

// start takes over a plan.
func (s *search) start(closes []int) {
	copy(s.closes, closes)
	s.cost, s.also = 0, 0
	clear(s.lost)
	clear(s.saved)
	clear(s.staying)
	for _, h := range s.hits {
		s.cost += h.weight * s.pays[s.last(h.set)]
		s.also += h.also * s.pays[s.last(h.set)]
	}
	for c, d := range s.caps {
		for _, h := range d.hits {
			if s.last(h.set) < s.stages {
				s.lost[c] += h.weight
			}
		}
	}
	for i, c := range s.closes {
		for n := range s.saved {
			s.saved[n] += s.certain[n][i][c]
		}
		if c == s.stages {
			for _, u := range s.unitsOf[i] {
				s.staying[u]++
			}
		}
	}
}

// set moves an office to a stage.
func (s *search) set(i, stage int) {
	was := s.closes[i]
	if was == stage {
		return
	}
	count := func(sign int64) {
		for _, n := range s.of[i] {
			h := &s.hits[n]
			pays := sign * s.pays[s.last(h.set)]
			s.cost += h.weight * pays
			s.also += h.also * pays
			s.work += len(h.set)
		}
		for _, x := range s.capsOf[i] {
			if was != s.stages && stage != s.stages {
				break
			}
			h := &s.caps[x[0]].hits[x[1]]
			if s.last(h.set) < s.stages {
				s.lost[x[0]] += sign * h.weight
			}
			s.work += len(h.set)
		}
	}
	count(-1)
	s.closes[i] = stage
	count(1)
	for n := range s.saved {
		s.saved[n] += s.certain[n][i][stage] - s.certain[n][i][was]
	}
	for _, u := range s.unitsOf[i] {
		if was == s.stages {
			s.staying[u]--
		}
		if stage == s.stages {
			s.staying[u]++
		}
	}
}

// broken is by how much rules are broken.
func (s *search) broken() int64 {
	sum := int64(0)
	for c := range s.caps {
		sum += max(0, s.lost[c]-s.caps[c].limit)
	}
	for n := range s.saved {
		sum += max(0, s.k.Needs[n].kronor()-s.saved[n])
	}
	for _, n := range s.staying {
		if n == 0 {
			sum += 1_000_000
		}
	}
	return sum
}

// may says whether an office may close in a stage, or stay.
func (s *search) may(i, stage int) bool {
	o := &s.w.offices[i]
	switch {
	case s.late && (stage == s.stages) != (s.closes[i] == s.stages):
		return false
	case o.Kept:
		return stage == s.stages
	case o.Must && o.forced >= 0:
		return stage == o.forced
	case o.Must:
		return stage < s.stages
	}
	return true
}

// value orders plans: rules first, then how early offices close where that is asked, then
// the goal, and of those equally good for it the one with least extra time.
type value struct{ broken, early, cost, also int64 }

func (a value) less(b value) bool {
	return cmp.Or(cmp.Compare(a.broken, b.broken), cmp.Compare(a.early, b.early), cmp.Compare(a.cost, b.cost), cmp.Compare(a.also, b.also)) < 0
}

func (s *search) value() value {
	v := value{broken: s.broken(), cost: s.cost, also: s.also}
	if s.late {
		v.early = -s.k.kept(s.closes)
	}
	return v
}

// improve exchanges until nothing helps.
func (s *search) improve(ctx context.Context, rng *rand.Rand) {
	order := rng.Perm(len(s.closes))
	for moved := true; moved && ctx.Err() == nil && s.work < maxWork; {
		moved = false
		for _, i := range order {
			if s.better(i, order) {
				moved = true
			}
		}
	}
}

// better makes the first move of an office that helps, with any other.
func (s *search) better(i int, order []int) bool {
	now := s.value()
	try := func(undo func()) bool {
		if s.value().less(now) {
			return true
		}
		undo()
		return false
	}
	a := s.closes[i]
	if s.free && a < s.stages {
		for b := range s.stages {
			if b == a || !s.may(i, b) {
				continue
			}
			s.set(i, b)
			if try(func() { s.set(i, a) }) {
				return true
			}
		}
	}
	for _, j := range order {
		b := s.closes[j]
		if a >= b || !s.may(i, b) || !s.may(j, a) {
			continue
		}
		s.set(i, b)
		s.set(j, a)
		if try(func() { s.set(j, b); s.set(i, a) }) {
			return true
		}
	}
	return false
}

// greedy closes the offices that cost least one after the other, stage by stage.
func (s *search) greedy(counts []int) {
	start := make([]int, len(s.closes))
	for i := range start {
		start[i] = s.stages
		if o := &s.w.offices[i]; o.Must {
			start[i] = max(o.forced, 0)
		}
	}
	s.start(start)
	closed := 0
	for t, want := range counts {
		for _, c := range s.closes {
			if c == t {
				closed++
			}
		}
		if want < 0 {
			continue
		}
		for closed < want {
			best, at := value{}, -1
			for i := range s.closes {
				if s.closes[i] != s.stages || !s.may(i, t) {
					continue
				}
				s.set(i, t)
				if v := s.value(); at < 0 || v.less(best) {
					best, at = v, i
				}
				s.set(i, s.stages)
			}
			if at < 0 {
				return
			}
			s.set(at, t)
			closed++
		}
		for closed > want { // too many that must close: some of them later
			i := -1
			for n := range s.w.offices {
				if o := &s.w.offices[n]; o.Must && o.forced < 0 && s.closes[n] == t {
					i = n
				}
			}
			if i < 0 || t+1 >= s.stages {
				return
			}
			s.set(i, t+1)
			closed--
		}
	}
}

// run searches from a plan, or from the greedy one with nil, and leaves the best plan found; it
// says whether the plan keeps all rules.
func (s *search) run(ctx context.Context, from []int, counts []int) bool {
	rng := rand.New(rand.NewPCG(s.k.Options.Seed, 0xc105e))
	if from == nil {
		s.greedy(counts)
	} else {
		s.start(from)
	}
	if !s.counted(counts) {
		return false
	}
	s.work = 0
	s.improve(ctx, rng)
	best, plan := s.value(), slices.Clone(s.closes)
	for kick := 0; kick < 200 && s.work < maxWork && ctx.Err() == nil; kick++ {
		for range 2 + rng.IntN(3) {
			i, j := rng.IntN(len(s.closes)), rng.IntN(len(s.closes))
			if t := rng.IntN(s.stages); s.free && s.closes[i] < s.stages && s.may(i, t) {
				s.set(i, t)
			}
			if a, b := s.closes[i], s.closes[j]; a != b && s.may(i, b) && s.may(j, a) {
				s.set(i, b)
				s.set(j, a)
			}
		}
		s.improve(ctx, rng)
		if v := s.value(); v.less(best) {
			best, plan = v, slices.Clone(s.closes)
		} else {
			s.start(plan)
		}
	}
	s.start(plan)
	s.best = plan
	return best.broken == 0
}

// counted says whether as many have closed after each stage as there should.
func (s *search) counted(counts []int) bool {
	for t, want := range counts {
		closed := 0
		for _, c := range s.closes {
			if c <= t {
				closed++
			}
		}
		if want >= 0 && closed != want {
			return false
		}
	}
	return true
}
