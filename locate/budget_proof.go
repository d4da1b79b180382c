package locate

import "context"

// sacks is the knapsack of a bound: the choice of options at the bound's prices, with
// the budget not priced but kept. base is what the options' costs are added to.
func (e *exact) sacks(b *budget, n *nested, state []decided) (k *knapsack[int64], base int64) {
	price := b.sign * e.rows[b.row]
	rho := make([]int64, len(e.rho))
	for j := range rho {
		rho[j] = e.rho[j] - price*b.a[j]
	}
	return newKnapsack(b, n, rho, state), e.base + price*b.limit
}

// sackNodes bounds the work on one knapsack in floating point.
const sackNodes = 12

// proofNodes bounds the work on one knapsack in a proof: it is not to cost much more
// than an evaluation of the dual, or some milliseconds.
func (p *problem) proofNodes(cols *columns) int {
	entries := 0
	for _, list := range cols.lists {
		entries += len(list)
	}
	return min(max((200_000+entries)/(20*len(p.state)+1), 20), 400)
}

// first evaluates the root's multipliers again. Where there is a budget it is kept from
// there on, and the multipliers are improved for that.
func (t *tree) first(ctx context.Context, k *task, a *ascent, upper, target float64) {
	a.d.whole = t.p.budget != nil && k.bound < t.upper
	a.run(ctx, 1, upper, target)
	if a.d.whole {
		a.theta, a.patience = 0.1, 10
		a.run(ctx, 80, upper, target)
	}
	a.d.whole = false
}

// proveBudget shows that no choice that keeps the budget costs less than the goal, at
// the classes' prices of this bound: the knapsack's tree then becomes part of the
// certificate, each of its leaves with a price of the budget of its own. It gives that
// tree, whether it proves the goal, and the bound that was reached.
func (e *exact) proveBudget(n *nested, state []decided, goal int64, limit int) (k *knapsack[int64], proven bool, bound int64) {
	b := e.p.budget
	if b == nil || !e.likely || e.size > 1<<60 {
		return nil, false, e.bound()
	}
	k, base := e.sacks(b, n, state)
	if abs(base) > 1<<60 || float64(e.scale)*abs(goal) > 1<<60 {
		return nil, false, e.bound()
	}
	target := e.scale*(goal-1) + 1 - base
	low := k.solve(target, 0, limit)
	if low >= target {
		return k, true, goal
	}
	return k, false, max(e.bound(), ceilDiv(base+low, e.scale))
}

// emit writes a knapsack's tree into the certificate, in place of a node.
func (t *tree) emit(at int32, v *Multipliers, k *knapsack[int64]) {
	b := t.p.budget
	vectors := map[int64]int32{} // by price
	var write func(at, s int32)
	write = func(at, s int32) {
		x := &k.nodes[s]
		if x.child == 0 {
			vector, ok := vectors[x.price]
			if !ok {
				m := *v // the classes' prices are shared
				m.Rows = append([]int64(nil), v.Rows...)
				m.Rows[b.row] = b.sign * x.price
				t.cert.Vectors = append(t.cert.Vectors, m)
				vector = int32(len(t.cert.Vectors) - 1)
				vectors[x.price] = vector
			}
			t.cert.Nodes[at].Vector = vector
			return
		}
		first := int32(len(t.cert.Nodes))
		t.cert.Nodes = append(t.cert.Nodes, Node{Branch: -1}, Node{Branch: -1})
		node := &t.cert.Nodes[at]
		node.Branch, node.Open, node.Closed = x.branch, first, first+1
		write(first, x.child)
		write(first+1, x.child+1)
		t.cert.Nodes[at].Vector = t.cert.Nodes[first].Vector // prices must be there, and need prove nothing
	}
	t.memory += int64(8 * (len(v.Classes) + len(k.nodes)*len(v.Rows)))
	write(at, 0)
}

// finishBudget is the choice of options in floating point with the budget kept.
func (d *dual) finishBudget() {
	b := d.p.budget
	k := newKnapsack(b, d.nested, d.rho, d.state)
	tiny := 1e-9 * (1 + max(d.value, -d.value))
	low := k.solve(k.endless(), tiny, sackNodes)
	if d.taken = k.last; k.some {
		d.taken = k.taken
	}
	price := k.nodes[0].price
	d.at.rows[b.row] = float64(b.sign) * price
	for j, a := range b.a {
		d.rho[j] += price * float64(a)
	}
	d.value = d.constant() + low
	d.slopes()
}
