package siting

import "slices"

// Side is how a rule gives.
type Side uint8

// The sides: fewer offices than the rule asks for, more than it allows, or some where it
// wants none.
const (
	Short Side = iota
	Over
	Astray
)

// Sides names them.
var Sides = []string{"short", "over", "astray"}

// Give is by how much a rule gives, in offices: at least Low and at most High among the
// sets in which all rules together give least.
type Give struct {
	Rule int
	Side Side
	Low  int
	High int
}

// Giving is the least that must give: the fewest offices by which all rules together
// are missed, and what of that falls on each rule that gives in some such set.
type Giving struct {
	Least int
	Parts []Give
}

// alike is candidates that the rules cannot tell apart: how many there are, which rules
// count them, and which rules rule them out, as positions.
type alike struct {
	size    int
	in, out []int
}

// limits are what a rule asks of a number; max −1 for no limit.
type limits struct{ min, max int }

// miss is by how much a number misses a rule's limits.
func (l limits) miss(n int) (short, over int) {
	if l.max >= 0 {
		over = max(n-l.max, 0)
	}
	return max(l.min-n, 0), over
}

// unit is what an office missed weighs beside the part that is asked about; it exceeds
// every number of offices.
const unit = 1 << 20

// maxStates bounds the work of one question.
const maxStates = 1 << 22

// least finds the least that must give when so many of the candidates are chosen; ok is
// false where there are too few candidates or the rules overlap too much to tell. most
// is how many of each group there can be in a set in which the rules give least, and
// mostIn how many that each rule counts; it is nil where nothing must give.
//
// Groups are gone through in an order in which rules close early, and for each number
// chosen so far and each count of the rules still open the least total is kept (dynamic
// programming over the frontier). With nested rules that is O(groups × number² × Π
// limits along one chain of nested rules) for each thing asked.
func least(number int, groups []alike, rules []limits) (g Giving, most, mostIn []int, ok bool) {
	size := make([]int, len(rules))
	order := make([]int, len(groups))
	for i, a := range groups {
		order[i] = i
		for _, k := range a.in {
			size[k] += a.size
		}
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return slices.Compare(bySize(groups[a].in, size), bySize(groups[b].in, size))
	})
	f := frontier{number: number, rules: rules}
	for _, i := range order {
		f.groups = append(f.groups, groups[i])
	}
	f.prepare()
	total, ok := f.run(asked{rule: -1, group: -1, in: -1})
	if !ok {
		return g, nil, nil, false
	}
	g.Least = int(total / unit)
	most = make([]int, len(groups))
	for at, i := range order {
		with, _ := f.run(asked{rule: -1, group: at, in: -1})
		most[i] = int(total - with)
	}
	if g.Least == 0 {
		return g, most, nil, true
	}
	for k := range rules {
		with, _ := f.run(asked{rule: -1, group: -1, in: k})
		mostIn = append(mostIn, int(total-with))
		for _, side := range []Side{Short, Over, Astray} {
			high, _ := f.run(asked{k, side, -1, -1, -1})
			p := Give{Rule: k, Side: side, High: int(int64(g.Least)*unit - high)}
			if p.High == 0 {
				continue
			}
			low, _ := f.run(asked{k, side, 1, -1, -1})
			p.Low = int(low - int64(g.Least)*unit)
			g.Parts = append(g.Parts, p)
		}
	}
	return g, most, mostIn, true
}

// bySize is the rules that count a group, the widest first: sorted by it, the groups of a
// narrow rule lie together.
func bySize(in, size []int) []int {
	in = slices.Clone(in)
	slices.SortFunc(in, func(a, b int) int {
		if size[a] != size[b] {
			return size[b] - size[a]
		}
		return a - b
	})
	return in
}

// frontier is one family of rules, and the order in which they open and close.
type frontier struct {
	number int
	groups []alike
	rules  []limits
	closes [][]int // after each group: the rules that no later group counts in
	never  []int   // rules that count nothing
	always []int   // rules that count everything: they count the number
}

func (f *frontier) prepare() {
	last := make([]int, len(f.rules))
	for k := range last {
		last[k] = -1
	}
	for i, g := range f.groups {
		for _, k := range g.in {
			last[k] = i
		}
	}
	f.closes = make([][]int, len(f.groups))
	for k, i := range last {
		if !slices.ContainsFunc(f.groups, func(g alike) bool { return !slices.Contains(g.in, k) }) {
			f.always = append(f.always, k)
		} else if i < 0 {
			f.never = append(f.never, k)
		} else {
			f.closes[i] = append(f.closes[i], k)
		}
	}
}

// asked is the part that is asked about, beside the total: the side of a rule, and
// the sign with which it counts; or a group, or all that a rule counts, each of which
// counts against the total. −1 for none.
type asked struct {
	rule  int
	side  Side
	sign  int64
	group int
	in    int // a rule: each office that it counts, like each of the group
}

// price is what missing a rule costs at a count.
func (f *frontier) price(q asked, k, n int) int64 {
	short, over := f.rules[k].miss(n)
	sum := int64(short+over) * unit
	if k == q.rule && q.side == Short {
		sum += q.sign * int64(short)
	}
	if k == q.rule && q.side == Over {
		sum += q.sign * int64(over)
	}
	return sum
}

func (f *frontier) stray(q asked, out []int) int64 {
	sum := int64(len(out)) * unit
	if q.side == Astray && slices.Contains(out, q.rule) {
		sum += q.sign
	}
	return sum
}

// table is the least price for each number chosen (the fastest index) and each count of
// the open rules.
type table struct {
	open  []int // rules
	sizes []int // how many counts each open rule has
	price []int64
}

const impossible = int64(1) << 60

// run gives the least total in units, with the part asked about added by its sign.
func (f *frontier) run(q asked) (int64, bool) {
	t := &table{price: slices.Repeat([]int64{impossible}, f.number+1)}
	t.price[0] = 0
	for _, k := range f.never {
		t.price[0] += f.price(q, k, 0)
	}
	for _, k := range f.always {
		t.price[0] += f.price(q, k, f.number)
	}
	for i, g := range f.groups {
		for _, k := range g.in {
			if !slices.Contains(f.always, k) && !slices.Contains(t.open, k) && !t.opens(k, f.counts(k)) {
				return 0, false
			}
		}
		each := f.stray(q, g.out)
		if i == q.group || slices.Contains(g.in, q.in) {
			each--
		}
		t.take(g, f.number, each)
		for _, k := range f.closes[i] {
			t.shut(k, func(n int) int64 { return f.price(q, k, n) })
		}
	}
	total := t.price[f.number]
	return total, total < impossible
}

// counts is how many counts of a rule matter: beyond what it asks for they are alike,
// unless it has a limit.
func (f *frontier) counts(k int) int {
	if f.rules[k].max >= 0 {
		return f.number + 1
	}
	return min(f.rules[k].min, f.number) + 1
}

// opens adds a rule with the count 0.
func (t *table) opens(k, counts int) bool {
	if len(t.price)*counts > maxStates {
		return false
	}
	grown := slices.Repeat([]int64{impossible}, len(t.price)*counts)
	copy(grown, t.price)
	t.open, t.sizes, t.price = append(t.open, k), append(t.sizes, counts), grown
	return true
}

// shut adds what a rule costs at each of its counts, and forgets the count.
func (t *table) shut(k int, price func(n int) int64) {
	at := slices.Index(t.open, k)
	inner := len(t.price)
	for _, n := range t.sizes[at:] {
		inner /= n
	}
	n := t.sizes[at]
	outer := len(t.price) / inner / n
	left := slices.Repeat([]int64{impossible}, inner*outer)
	for o := range outer {
		for c := range n {
			more := price(c)
			for i := range inner {
				if p := t.price[(o*n+c)*inner+i]; p < impossible {
					left[o*inner+i] = min(left[o*inner+i], p+more)
				}
			}
		}
	}
	t.open, t.sizes, t.price = slices.Delete(t.open, at, at+1), slices.Delete(t.sizes, at, at+1), left
}

// take chooses any number of a group.
func (t *table) take(g alike, number int, each int64) {
	next := slices.Clone(t.price)
	count := make([]int, len(t.open))
	counted := make([]bool, len(t.open))
	for a, k := range t.open {
		counted[a] = slices.Contains(g.in, k)
	}
	for from := 0; from < len(t.price); from += number + 1 {
		rest := from / (number + 1)
		for a, n := range t.sizes {
			count[a] = rest % n
			rest /= n
		}
		for m := 1; m <= min(g.size, number); m++ {
			to, stride := 0, number+1
			for a, n := range t.sizes {
				c := count[a]
				if counted[a] {
					c = min(c+m, n-1)
				}
				to += c * stride
				stride *= n
			}
			for n := 0; n+m <= number; n++ {
				if p := t.price[from+n]; p < impossible {
					next[to+n+m] = min(next[to+n+m], p+int64(m)*each)
				}
			}
		}
	}
	t.price = next
}
