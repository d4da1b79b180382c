package locate

import (
	"math/rand/v2"
	"slices"
)

// eliteCover is a choice of sites that a search came to.
type eliteCover struct {
	value   int64
	options []int32
}

const (
	elites     = 8 // are kept
	elitePlain = 3 // searches before choices are combined
	shakes     = 3 // places disturbed per site chosen
)

// seek looks for better choices: in turn from a new start, and among the sites of several
// of the best choices met, where what is best in each comes together.
func (k *coverRun) seek(round int) {
	if round%elitePlain == 2 && len(k.elite) > 1 && !k.part {
		k.combine()
		return
	}
	if round%elitePlain == 1 && !k.part {
		k.begin(k.sample())
		k.s.improve(k.ctx, k.shuffled())
	}
	k.s.shake(k.ctx, 20+shakes*len(k.s.sites), k.rng)
	k.keep(k.s.value, k.s.options())
}

// focus narrows the search to the sites with a share, those whose price is lowest and
// those of the best choices; that makes fewer classes too.
func (k *coverRun) narrow() {
	keep := make([]bool, len(k.state))
	for _, j := range k.d.support {
		keep[k.c.option[j]] = true
	}
	order := slices.Clone(k.c.option)
	want := min(len(order), 2*len(k.d.taken))
	selectCheapest(order, k.d.rho, want)
	for _, o := range order[:want] {
		keep[o] = true
	}
	for _, e := range k.elite {
		for _, o := range e.options {
			keep[o] = true
		}
	}
	state := slices.Clone(k.state)
	for j, s := range state {
		if s == open && !keep[j] {
			state[j] = closed
		}
	}
	if _, _, ok := choose(k.n, make([]float64, len(state)), state, nil); ok {
		options := k.s.options()
		k.area, k.areaState = k.c.reduce(state), state
		k.begin(options)
	}
}

// keep notes a choice among the best that differ.
func (k *coverRun) keep(value int64, options []int32) {
	at, _ := slices.BinarySearchFunc(k.elite, value, func(e eliteCover, v int64) int { return int(min(max(e.value-v, -1), 1)) })
	if at < len(k.elite) && slices.Equal(k.elite[at].options, options) {
		return
	}
	k.elite = slices.Insert(k.elite, at, eliteCover{value, options})
	k.elite = k.elite[:min(len(k.elite), elites)]
}

// combine solves the covering of the sites that the best choice and some others have, and
// goes on from what it finds.
func (k *coverRun) combine() {
	use := make([]bool, len(k.state))
	mark := func(e int) {
		for _, o := range k.elite[e].options {
			use[o] = true
		}
	}
	mark(0)
	for range 3 {
		mark(k.rng.IntN(len(k.elite)))
	}
	state := slices.Clone(k.areaState)
	for j, s := range state {
		if s == open && !use[j] {
			state[j] = closed
		}
	}
	if _, _, ok := choose(k.n, make([]float64, len(state)), state, nil); !ok {
		return
	}
	sub := &coverRun{run: &run{ctx: k.ctx, p: k.p, rng: rand.New(rand.NewPCG(k.rng.Uint64(), 1)), o: Options{Nodes: 40}}, c: k.area.reduce(state), n: k.n.copy(), state: state, part: true}
	sub.value = k.p.worst() + 1
	sub.climb()
	a := sub.branch()
	if a.Found {
		k.begin(a.Options)
		k.keep(k.s.value, k.s.options())
	}
}
