package locate

import (
	"math/rand/v2"
	"slices"
)

// eliteCover is a choice that a search came to.
type eliteCover struct {
	value   int64
	options []int32
}

const (
	elites = 8 // are kept
	shakes = 3 // places disturbed per option chosen, in one search
)

// seek looks for a better choice, in turn: on from the best, from a new start, and among
// the sites of several of the best, where what is best in each comes together. It changes
// nothing in k, so that several may seek at a time.
func (k *coverRun) seek(turn int, seed uint64) eliteCover {
	rng := rand.New(rand.NewPCG(seed, 0x5eec))
	if turn%3 == 1 && len(k.elite) > 1 && !k.part {
		return k.combine(rng)
	}
	s := newCoverSearch(k.p, k.area, k.areaState)
	if turn%3 == 2 && !k.part || len(k.elite) == 0 {
		k.begin(s, nil, rng)
		s.improve(k.ctx, shuffled(len(k.area.option), rng))
	} else {
		k.begin(s, k.elite[0].options, rng)
	}
	s.shake(k.ctx, 20+shakes*len(s.sites), rng)
	return eliteCover{s.value, s.options()}
}

// begin starts a search from a choice of options, or from one near it where something of
// it is settled otherwise; from one at random where none is given.
func (k *coverRun) begin(s *coverSearch, options []int32, rng *rand.Rand) {
	rho := make([]float64, len(k.areaState))
	for j := range rho {
		rho[j] = 1 + rng.Float64()
	}
	for _, j := range options {
		rho[j] = -1
	}
	_, taken, _ := choose(k.n.copy(), rho, k.areaState, nil)
	s.start(k.area.sitesOf(taken))
}

func shuffled(n int, rng *rand.Rand) []int32 {
	order := make([]int32, n)
	for j := range order {
		order[j] = int32(j)
	}
	rng.Shuffle(n, func(a, b int) { order[a], order[b] = order[b], order[a] })
	return order
}

// sitesOf are the sites among options, which are ascending.
func (c *covering) sitesOf(options []int32) (sites []int32) {
	for _, o := range options {
		if j, ok := slices.BinarySearch(c.option, o); ok {
			sites = append(sites, int32(j))
		}
	}
	return sites
}

// keep notes a choice among the best that differ, and offers it where it is the best.
func (k *coverRun) keep(e eliteCover) {
	at, _ := slices.BinarySearchFunc(k.elite, e.value, func(e eliteCover, v int64) int { return int(min(max(e.value-v, -1), 1)) })
	if at < len(k.elite) && slices.Equal(k.elite[at].options, e.options) {
		return
	}
	k.elite = slices.Insert(k.elite, at, e)
	k.elite = k.elite[:min(len(k.elite), elites)]
	if len(k.pool) == 0 || e.value < k.value {
		k.accept(e)
	}
}

// accept offers a choice; inside a larger search its value need not be worked out anew.
func (k *coverRun) accept(e eliteCover) {
	if !k.part {
		k.offer(e.options)
		return
	}
	k.value = min(k.value, e.value)
	k.remember(Choice{Options: e.options, Value: e.value})
}

// narrow has searches look only at the sites with a share, those whose price is lowest and
// those of the best choices; that makes fewer classes too.
func (k *coverRun) narrow() {
	use := make([]bool, len(k.state))
	for _, j := range k.d.support {
		use[k.c.option[j]] = true
	}
	order := slices.Clone(k.c.option)
	want := min(len(order), 2*len(k.d.taken))
	selectCheapest(order, k.d.rho, want)
	for _, o := range order[:want] {
		use[o] = true
	}
	for _, e := range k.elite {
		for _, o := range e.options {
			use[o] = true
		}
	}
	if state, ok := k.only(k.state, use); ok {
		k.area, k.areaState = k.c.reduce(state), state
	}
}

// only closes the open options that are not used, and says whether that leaves a choice.
func (k *coverRun) only(state []decided, use []bool) ([]decided, bool) {
	state = slices.Clone(state)
	for j, s := range state {
		if s == open && !use[j] {
			state[j] = closed
		}
	}
	_, _, ok := choose(k.n.copy(), make([]float64, len(state)), state, nil)
	return state, ok
}

// combine solves the covering of the sites that the best choice and some others have.
func (k *coverRun) combine(rng *rand.Rand) eliteCover {
	use := make([]bool, len(k.state))
	for _, e := range []int{0, 1 + rng.IntN(len(k.elite)-1), rng.IntN(len(k.elite)), rng.IntN(len(k.elite))} {
		for _, o := range k.elite[e].options {
			use[o] = true
		}
	}
	state, ok := k.only(k.areaState, use)
	if !ok {
		return k.elite[0]
	}
	sub := &coverRun{run: &run{ctx: k.ctx, p: k.p, rng: rand.New(rand.NewPCG(rng.Uint64(), 1)), o: Options{Nodes: 40}}, c: k.area.reduce(state), n: k.n.copy(), state: state, part: true}
	sub.value = k.p.worst() + 1
	sub.climb()
	if a := sub.branch(); a.Found && a.Value < k.elite[0].value {
		return eliteCover{a.Value, a.Options}
	}
	return k.elite[0]
}
