package locate

import "math"

// budget is the row whose limit the choice of options respects as it is, instead of at
// a price: Σ a over the options chosen is at most the limit. With the nested counts the
// choice is then a knapsack problem with cardinalities, see [knapsack]. Other rows with
// general coefficients are priced.
type budget struct {
	row   int32
	sign  int64   // 1 where the row's Max is the limit, -1 where its Min is, turned round
	a     []int64 // per option
	limit int64
	most  int64 // prices stay at or below this, so that sums stay in int64
}

// newBudget takes the first relaxed row with general coefficients and one limit.
func (p *problem) newBudget() *budget {
	for _, r := range p.relaxed {
		row := &p.rows[r]
		general := false
		for _, a := range row.Coefficients {
			general = general || a > 1 || a < -1
		}
		above, below := row.Max != NoLimit, row.Min != -NoLimit
		if !general || above == below {
			continue
		}
		b := &budget{row: r, sign: 1, a: make([]int64, len(p.state)), limit: row.Max}
		if below {
			b.sign, b.limit = -1, -row.Min
		}
		size := 1 + abs(b.limit)
		for k, j := range row.Options {
			b.a[j] = b.sign * row.Coefficients[k]
			size += abs(b.a[j])
		}
		b.most = int64((1 << 60) / size)
		return b
	}
	return nil
}

// keeps says whether a row is kept whole, and so takes no part in what is priced.
func (d *dual) keeps(row int32) bool { return d.whole && d.p.budget != nil && d.p.budget.row == row }

// knapsack finds the cheapest choice under nested counts and one budget, by branch and
// bound on its Lagrangian relaxation: with the budget priced, a choice is a matter of
// sorting, and the best price is where the line of a choice that keeps the budget meets
// that of one that does not (Handler & Zang 1980). Nodes branch on an option that sets
// the two apart. Each price costs O(options) or O(options × log) for nested counts.
type knapsack[T number] struct {
	b      *budget
	n      *nested
	rho    []T
	root   []decided
	state  []decided // of the node at hand
	priced []T
	nodes  []sack[T]
	best   T       // of the choices met that keep the budget
	taken  []int32 // it
	some   bool    // whether there is one
	last   []int32 // the latest choice met
}

// sack is a node of the knapsack's tree.
type sack[T number] struct {
	parent, option int32 // what sets it apart from its parent
	chosen         bool
	low, price     T // no choice costs less, as this price shows
	branch         int32
	child          int32 // the first of its two; 0 for none
	ended          bool
}

func newKnapsack[T number](b *budget, n *nested, rho []T, state []decided) *knapsack[T] {
	return &knapsack[T]{b: b, n: n, rho: rho, root: state, state: make([]decided, len(state)), priced: make([]T, len(rho))}
}

// line is what a choice costs, and how far it is above the limit.
type line[T number] struct {
	cost, over T
	taken      []int32
}

// at chooses at a price of the budget; ok is false where the counts leave no choice.
func (k *knapsack[T]) at(price T) (low T, l line[T], ok bool) {
	for j := range k.priced {
		k.priced[j] = k.rho[j] + price*T(k.b.a[j])
	}
	sum, taken, ok := choose(k.n, k.priced, k.state, nil)
	if !ok {
		return 0, l, false
	}
	l = line[T]{over: -T(k.b.limit), taken: taken}
	for _, j := range taken {
		l.cost += k.rho[j]
		l.over += T(k.b.a[j])
	}
	if k.last = taken; l.over <= 0 && (!k.some || l.cost < k.best) {
		k.best, k.taken, k.some = l.cost, taken, true
	}
	return sum - price*T(k.b.limit), l, true
}

// relax bounds a node by its best price, or by the first that reaches the target.
func (k *knapsack[T]) relax(s *sack[T], target T) {
	low, above, ok := k.at(0)
	s.low, s.price, s.branch = low, 0, -1
	if !ok {
		s.low, s.ended = k.endless(), true
		return
	}
	if above.over <= 0 || low >= target {
		s.ended = true
		return
	}
	keep := func(low, price T) {
		if low > s.low {
			s.low, s.price = low, price
		}
	}
	most := T(k.b.most)
	price := min(most, max(1, T(1+math.Abs(float64(low))/float64(above.over+T(1)))))
	below := above
	for below.over > 0 {
		low, l, _ := k.at(price)
		if keep(low, price); s.low >= target {
			s.ended = true
			return
		}
		if below = l; l.over <= 0 {
			break
		}
		above = l
		if price == most { // nothing keeps the budget, as far as prices can tell
			k.split(s, above, below)
			return
		}
		price = min(price*4, most)
	}
	for range 40 {
		price = T(float64(below.cost-above.cost) / float64(above.over-below.over))
		low, l, _ := k.at(price)
		if keep(low, price); s.low >= target {
			s.ended = true
			return
		}
		same := float64(l.cost)+float64(price)*float64(l.over) >= float64(above.cost)+float64(price)*float64(above.over)-1e-9*math.Abs(float64(low))
		if same {
			break
		}
		if l.over > 0 {
			above = l
		} else {
			below = l
		}
	}
	k.split(s, above, below)
}

// endless is a bound above all others.
func (k *knapsack[T]) endless() T { return T(1 << 61) }

// split branches on the option of greatest weight in the budget that only one of two
// choices takes, or on any that is not decided.
func (k *knapsack[T]) split(s *sack[T], a, b line[T]) {
	in := make([]int8, len(k.state))
	for _, j := range a.taken {
		in[j]++
	}
	for _, j := range b.taken {
		in[j]--
	}
	most := int64(-1)
	for j, x := range in {
		if k.state[j] != open {
			continue
		}
		size := max(k.b.a[j], -k.b.a[j])
		if x == 0 {
			size = 0
		}
		if size > most {
			most, s.branch = size, int32(j)
		}
	}
	s.ended = s.branch < 0
}

// enter sets the state of a node.
func (k *knapsack[T]) enter(at int32) {
	copy(k.state, k.root)
	for ; at > 0; at = k.nodes[at].parent {
		s := &k.nodes[at]
		if k.state[s.option] = closed; s.chosen {
			k.state[s.option] = chosen
		}
	}
}

// solve works on the node of the least bound, again and again, until the best choice is
// proven, every bound reaches the target, or there are as many nodes as allowed. It
// gives what is proven. What breaks a bound by less than tiny does not count.
func (k *knapsack[T]) solve(target, tiny T, limit int) (low T) {
	k.nodes = append(k.nodes[:0], sack[T]{parent: -1, option: -1})
	k.enter(0)
	k.relax(&k.nodes[0], target)
	for {
		at, low := int32(-1), k.endless()
		for n := range k.nodes {
			if s := &k.nodes[n]; s.child == 0 && s.low < low {
				at, low = int32(n), s.low
			}
		}
		if k.some && k.best < low {
			low = k.best
		}
		if at < 0 || low >= target || k.nodes[at].ended || k.some && k.nodes[at].low >= k.best-tiny || len(k.nodes)+2 > limit {
			return low
		}
		first, option := int32(len(k.nodes)), k.nodes[at].branch
		k.nodes[at].child = first
		for _, in := range [2]bool{true, false} {
			s := sack[T]{parent: at, option: option, chosen: in, low: k.nodes[at].low, price: k.nodes[at].price}
			k.nodes = append(k.nodes, s)
			n := int32(len(k.nodes) - 1)
			k.enter(n)
			low, price := s.low, s.price
			if k.relax(&k.nodes[n], target); k.nodes[n].low < low {
				k.nodes[n].low, k.nodes[n].price = low, price
			}
		}
	}
}
