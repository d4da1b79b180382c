package locate

import (
	"math"
)

// search improves a choice by swaps, additions and removals of options. A swap is
// judged in time linear in the incoming option's list, for every outgoing option
// at once (fast interchange: Whitaker 1983; Hansen & Mladenović 1997; Resende &
// Werneck 2007). Rules that are broken weigh so much that mending them comes first.
type search struct {
	p       *problem
	cols    *columns
	state   []decided
	factor  []float64 // per measure: what a unit is worth
	weight  []float64 // per class: factor × weight
	cost    []float64 // per option
	penalty float64   // per unit by which a row is broken
	top     []float64 // per class: what it costs if nobody held serves it

	options  []int32 // chosen
	at       []int32 // per option: where in options, -1 if not chosen
	activity []int64 // per row
	first    []near  // per class: the cheapest chosen option and the next cost
	loss     []float64
	extra    []float64 // work, per option
	rows     options   // per class: the options held for it, once indexed
	work     int       // entries and options looked at by judging
	asked    int       // work when the context was last asked
}

type near struct {
	d1, d2         float64
	option, second int32 // -1: nobody
}

func newSearch(p *problem, cols *columns, state []decided) *search {
	s := &search{
		p: p, cols: cols, state: state, factor: make([]float64, len(p.measures)),
		weight: make([]float64, len(p.classes)), cost: make([]float64, len(state)), top: make([]float64, len(p.classes)),
		at: make([]int32, len(state)), activity: make([]int64, len(p.rows)), first: make([]near, len(p.classes)),
		loss: make([]float64, len(state)), extra: make([]float64, len(state)),
	}
	dearest := int32(1)
	for _, list := range cols.lists {
		for _, e := range list {
			dearest = max(dearest, e.cost)
		}
	}
	for i := range s.top {
		s.top[i] = p.classes[i].top()
		if t := cols.top[i]; t < p.classes[i].base {
			s.top[i] = 1.5 * float64(t)
		}
		if math.IsInf(s.top[i], 1) {
			s.top[i] = 4 * float64(dearest) * float64(1+len(p.classes)/4)
		}
	}
	s.worth(nil)
	return s
}

// worth sets what a unit of each measure counts: its Factor plus the price given.
func (s *search) worth(prices []float64) {
	p, total := s.p, 1.0
	for k := range p.measures {
		s.factor[k] = float64(p.measures[k].Factor)
		if prices != nil {
			s.factor[k] += prices[k]
		}
	}
	for i := range p.classes {
		s.weight[i] = float64(p.classes[i].weight) * s.factor[p.classes[i].measure]
		total += s.weight[i] * s.top[i]
	}
	for j := range s.cost {
		c := float64(p.spec.Options[j].Cost)
		for k := range p.measures {
			if p.measures[k].Costs != nil {
				c += s.factor[k] * float64(p.measures[k].Costs[j])
			}
		}
		s.cost[j] = c
		total += math.Abs(c)
	}
	s.penalty = total
}

// start takes over a choice.
func (s *search) start(options []int32) {
	for j := range s.at {
		s.at[j] = -1
	}
	clear(s.activity)
	s.options = s.options[:0]
	for _, j := range options {
		s.put(j)
	}
	s.refresh()
}

func (s *search) put(j int32) {
	s.at[j] = int32(len(s.options))
	s.options = append(s.options, j)
	for _, t := range s.p.rowsOf[j] {
		s.activity[t.row] += t.coef
	}
}

func (s *search) take(r int32) {
	k, last := s.at[r], s.options[len(s.options)-1]
	s.options[k], s.at[last] = last, k
	s.options, s.at[r] = s.options[:len(s.options)-1], -1
	for _, t := range s.p.rowsOf[r] {
		s.activity[t.row] -= t.coef
	}
}

// refresh finds each class's two cheapest options anew. O(entries of the chosen).
func (s *search) refresh() {
	for i := range s.first {
		s.first[i] = near{s.top[i], s.top[i], -1, -1}
	}
	for _, j := range s.options {
		s.loss[j] = 0
		for _, e := range s.cols.lists[s.p.listOf[j]] {
			s.first[e.class].insert(float64(e.cost), j)
		}
	}
	for i := range s.first {
		if f := &s.first[i]; f.option >= 0 {
			s.loss[f.option] += s.weight[i] * (f.d2 - f.d1)
		}
	}
}

// value is the worth of the choice as the search sees it.
func (s *search) value() float64 {
	sum := 0.0
	for i := range s.first {
		sum += s.weight[i] * s.first[i].d1
	}
	for _, j := range s.options {
		sum += s.cost[j]
	}
	for r := range s.p.rows {
		sum += s.penalty * broken(&s.p.rows[r], s.activity[r])
	}
	return sum
}

// broken is by how much a row's limits are missed.
func broken(row *Row, activity int64) float64 {
	if row.Max != NoLimit && activity > row.Max {
		return float64(activity) - float64(row.Max)
	}
	if row.Min != -NoLimit && activity < row.Min {
		return float64(row.Min) - float64(activity)
	}
	return 0
}

// rules is what the rows think of putting in and taking out; -1 for nothing.
func (s *search) rules(in, out int32) float64 {
	if in >= 0 && out >= 0 && s.p.signOf[in] == s.p.signOf[out] {
		return 0
	}
	before := s.brokenNear(in, out)
	s.shift(in, out, 1)
	after := s.brokenNear(in, out)
	s.shift(in, out, -1)
	return s.penalty * (after - before)
}

// shift moves the activities as if the options changed places.
func (s *search) shift(in, out int32, by int64) {
	if in >= 0 {
		for _, t := range s.p.rowsOf[in] {
			s.activity[t.row] += by * t.coef
		}
	}
	if out >= 0 {
		for _, t := range s.p.rowsOf[out] {
			s.activity[t.row] -= by * t.coef
		}
	}
}

// brokenNear adds up what is broken in the rows of two options, each row once.
func (s *search) brokenNear(in, out int32) float64 {
	sum := 0.0
	if in >= 0 {
		for _, t := range s.p.rowsOf[in] {
			sum += broken(&s.p.rows[t.row], s.activity[t.row])
		}
	}
	if out < 0 {
		return sum
	}
	for _, t := range s.p.rowsOf[out] {
		twice := false
		if in >= 0 {
			for _, u := range s.p.rowsOf[in] {
				twice = twice || u.row == t.row
			}
		}
		if !twice {
			sum += broken(&s.p.rows[t.row], s.activity[t.row])
		}
	}
	return sum
}

// judge finds the best option to take out when j comes in, or none (-1), and by how
// much the choice changes in value.
func (s *search) judge(j int32) (out int32, delta float64) {
	base := s.cost[j] - s.weigh(j)
	out, delta = -1, base+s.rules(j, -1)
	for _, r := range s.options {
		change := base + s.loss[r] - s.extra[r] - s.cost[r]
		s.extra[r] = 0
		if s.state[r] == chosen || change >= delta {
			continue
		}
		if change += s.rules(j, r); change < delta {
			out, delta = r, change
		}
	}
	return out, delta
}

// weigh gives what j saves when it comes in, and notes in extra, per option chosen, what
// its leaving would then cost less than its loss. Who reads extra clears it.
func (s *search) weigh(j int32) (save float64) {
	list := s.cols.lists[s.p.listOf[j]]
	s.work += len(list) + len(s.options)
	for _, e := range list {
		f, c := &s.first[e.class], float64(e.cost)
		if c >= f.d2 {
			continue
		}
		w := s.weight[e.class]
		if c < f.d1 {
			save += w * (f.d1 - c)
			if f.option >= 0 {
				s.extra[f.option] += w * (f.d2 - f.d1)
			}
		} else if f.option >= 0 {
			s.extra[f.option] += w * (f.d2 - c)
		}
	}
	return save
}
