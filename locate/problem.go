package locate

import (
	"math"
	"slices"
)

// problem is a Spec laid out for the solver: classes that ask alike are one, rows
// are divided into those that every choice respects and those that are priced.
type problem struct {
	spec     *Spec
	rows     []Row // as AllRows
	measures []Measure
	nested   *nested
	relaxed  []int32 // rows that are priced
	capped   []int32 // measures that are priced
	classes  []class
	merged   []int32   // per class of the Spec: its class here
	state    []decided // per option, by the Spec
	listOf   []int32   // per option: which list of classes it serves
	serves   []served  // per list
	byColumn [][]int32 // per column: its lists
	signOf   []int32   // per option: options with the same sign are in the same rows alike
	rowsOf   [][]term  // per option: the rows that it is in
	most     int64     // at least every unit cost
	periods  []int32   // those in which classes ask, ascending
	enforced bool      // capacities bind
	backup   bool      // some class pays its second nearest
	budget   *budget   // nil where there is none
}

// beyond says that the nearest option does not settle who serves a class.
func (p *problem) beyond() bool { return p.enforced || p.backup }

type class struct {
	weight, left  int64 // left: unit cost if nobody serves
	base          int64 // unit cost that is never exceeded: left, or the nearest open for certain
	row, period   int32
	measure, from int32 // from: the open option that base comes from, -1 for unserved
	second        bool  // pays its second nearest
}

// served is what tells two options' lists apart.
type served struct {
	column, from, until int32
	capacity            int64 // 0 for no limit, or where capacities do not bind
}

type term struct {
	row  int32
	coef int64
}

// compile expects a Spec that has passed Validate.
func compile(s *Spec) *problem {
	p := &problem{spec: s, rows: s.AllRows(), measures: s.AllMeasures(), enforced: s.Capacities == Enforced}
	p.nested = newNested(p.rows, len(s.Options))
	kept := make([]bool, len(p.rows))
	for _, r := range p.nested.kept {
		kept[r] = true
	}
	p.rowsOf = make([][]term, len(s.Options))
	for r, row := range p.rows {
		if !kept[r] {
			p.relaxed = append(p.relaxed, int32(r))
		}
		for k, j := range row.Options {
			a := int64(1)
			if row.Coefficients != nil {
				a = row.Coefficients[k]
			}
			if a != 0 {
				p.rowsOf[j] = append(p.rowsOf[j], term{int32(r), a})
			}
		}
	}
	for m := range p.measures {
		if p.measures[m].Capped {
			p.capped = append(p.capped, int32(m))
		}
	}
	p.compileOptions()
	p.compileClasses()
	p.budget = p.newBudget()
	return p
}

func (p *problem) compileOptions() {
	_, columns := p.spec.Service.Size()
	p.byColumn = make([][]int32, columns)
	p.state = make([]decided, len(p.spec.Options))
	p.listOf = make([]int32, len(p.spec.Options))
	at := map[served]int32{}
	signs := map[string]int32{}
	p.signOf = make([]int32, len(p.spec.Options))
	for j, o := range p.spec.Options {
		switch o.State {
		case Open:
			p.state[j] = chosen
		case Forbidden:
			p.state[j] = closed
		}
		key := served{column: o.Column, from: o.From, until: o.Until}
		if p.enforced {
			key.capacity = o.Capacity
		}
		l, ok := at[key]
		if !ok {
			l = int32(len(p.serves))
			at[key] = l
			p.serves = append(p.serves, key)
			p.byColumn[o.Column] = append(p.byColumn[o.Column], l)
		}
		p.listOf[j] = l
		sign := make([]byte, 0, 64)
		for _, t := range p.rowsOf[j] {
			for _, x := range [2]int64{int64(t.row), t.coef} {
				for b := 0; b < 64; b += 8 {
					sign = append(sign, byte(x>>b))
				}
			}
		}
		if _, ok := signs[string(sign)]; !ok {
			signs[string(sign)] = int32(len(signs))
		}
		p.signOf[j] = signs[string(sign)]
	}
}

func (p *problem) compileClasses() {
	type key struct {
		unserved             int64
		row, period, measure int32
		second               bool
	}
	at := make(map[key]int32, len(p.spec.Classes))
	p.most = 1
	rows, _ := p.spec.Service.Size()
	for row := range rows {
		p.most = max(p.most, farthest(p.spec.Service, row))
	}
	p.merged = make([]int32, len(p.spec.Classes))
	for i, c := range p.spec.Classes {
		if c.Unserved != Never {
			p.most = max(p.most, c.Unserved)
		}
		k := key{c.Unserved, c.Row, c.Period, c.Measure, c.Order == 2}
		p.backup = p.backup || k.second
		g, ok := at[k]
		if !ok {
			g = int32(len(p.classes))
			at[k] = g
			p.classes = append(p.classes, class{left: c.Unserved, base: c.Unserved, row: c.Row, period: c.Period, measure: c.Measure, from: -1, second: k.second})
			if !slices.Contains(p.periods, c.Period) {
				p.periods = append(p.periods, c.Period)
			}
		}
		p.merged[i] = g
		p.classes[g].weight += c.Weight
	}
	slices.Sort(p.periods)
	for j := range p.spec.Options {
		if p.state[j] != chosen || p.enforced {
			continue
		}
		for i := range p.classes {
			if cost := p.cost(i, j); cost < p.classes[i].base && !p.classes[i].second {
				p.classes[i].base, p.classes[i].from = cost, int32(j)
			}
		}
	}
}

// cost is what a unit of the class costs from the option, or Never.
func (p *problem) cost(i, j int) int64 {
	c, l := &p.classes[i], &p.serves[p.listOf[j]]
	if !l.at(c.period) {
		return Never
	}
	return p.spec.Service.Cost(int(c.row), int(l.column))
}

func (s *served) at(period int32) bool {
	return period >= s.from && (s.until == 0 || period < s.until)
}

// base as a float; a class without one may price itself without limit.
func (c *class) top() float64 {
	if c.base == Never {
		return math.Inf(1)
	}
	return float64(c.base)
}
