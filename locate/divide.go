package locate

import (
	"math"
	"slices"
)

// division says who serves whom when capacities bind.
type division struct {
	shares [][]share // per option chosen: classes of the problem
	unit   []int64   // per class: what a unit pays for service and room, in the objective
	short  int64     // weight that must be served and is not
	parts  []part    // per period
}

// part is the division of one period; its classes and options are those of the lists.
type part struct {
	*transport
	classes, serving []int32
}

// divide finds the cheapest division of all classes among the options, period by period.
func (p *problem) divide(options []int32) *division {
	d := &division{shares: make([][]share, len(options)), unit: make([]int64, len(p.classes))}
	for _, at := range p.periods {
		t, classes, serving := p.transport(at, options)
		t.solve()
		for k, s := range serving {
			for _, x := range t.flow[k] {
				d.shares[s] = append(d.shares[s], share{classes[x.class], x.weight})
			}
		}
		for _, x := range t.flow[t.m] {
			if p.classes[classes[x.class]].left == Never {
				d.short += x.weight
			}
		}
		for k, i := range classes {
			d.unit[i] = t.unit(k)
		}
		d.parts = append(d.parts, part{t, classes, serving})
	}
	for _, list := range d.shares {
		slices.SortFunc(list, func(a, b share) int { return int(a.class - b.class) })
	}
	return d
}

// transport lays out one period: its classes and the options that serve in it.
func (p *problem) transport(period int32, options []int32) (t *transport, classes, serving []int32) {
	for i := range p.classes {
		if c := &p.classes[i]; c.period == period && c.weight > 0 {
			classes = append(classes, int32(i))
		}
	}
	t = &transport{n: len(classes)}
	for k, j := range options {
		if l := &p.serves[p.listOf[j]]; l.at(period) {
			serving = append(serving, int32(k))
			room := int64(Never)
			if l.capacity > 0 {
				room = l.capacity
			}
			t.room = append(t.room, room)
		}
	}
	t.m = len(serving)
	t.weight, t.cost = make([]int64, t.n), make([]int64, t.n*(t.m+1))
	worst := punish(t.m, p.dearest())
	inShards(t.n, func(_, from, to int) {
		for n := from; n < to; n++ {
			c := &p.classes[classes[n]]
			f := p.measures[c.measure].Factor
			t.weight[n] = c.weight
			row := t.cost[n*(t.m+1) : (n+1)*(t.m+1)]
			for k, s := range serving {
				if row[k] = p.cost(int(classes[n]), int(options[s])); row[k] != Never {
					row[k] *= f
				}
			}
			if row[t.m] = worst; c.left != Never {
				row[t.m] = c.left * f
			}
		}
	})
	return t, classes, serving
}

// dearest is at least what any unit of service costs in the objective.
func (p *problem) dearest() int64 {
	most := int64(1)
	for m := range p.measures {
		most = max(most, p.measures[m].Factor)
	}
	return int64(min(float64(most)*float64(p.most), math.MaxInt64/16))
}

// charge adds what the classes cost in the division to the measures.
func (p *problem) charge(d *division, options []int32, measures []int64) {
	rest := make([]int64, len(p.classes))
	for i := range p.classes {
		rest[i] = p.classes[i].weight
	}
	for k, list := range d.shares {
		for _, s := range list {
			rest[s.class] -= s.weight
			measures[p.classes[s.class].measure] += s.weight * p.cost(int(s.class), int(options[k]))
		}
	}
	for i, w := range rest {
		if c := &p.classes[i]; w > 0 && c.left != Never {
			measures[c.measure] += w * c.left
		}
	}
}

// Divide gives the cheapest division of the classes of a Spec among the options
// chosen, by their capacities (0 for no limit), whether or not those are [Enforced];
// ok says that every class that must be served is. The Spec must be valid.
func Divide(s *Spec, options []int32) (flows []Flow, ok bool) {
	c := *s
	c.Capacities = Enforced
	p := compile(&c)
	options = slices.Clone(options)
	slices.Sort(options)
	d := p.divide(options)
	return p.flows(d, options), d.short == 0
}

// flows hands the shares of merged classes to the classes of the Spec in their order.
func (p *problem) flows(d *division, options []int32) []Flow {
	type source struct {
		option int32
		weight int64
	}
	from := make([][]source, len(p.classes))
	for k, list := range d.shares {
		for _, s := range list {
			from[s.class] = append(from[s.class], source{options[k], s.weight})
		}
	}
	var flows []Flow
	for i, c := range p.spec.Classes {
		left := c.Weight
		for list := &from[p.merged[i]]; left > 0 && len(*list) > 0; {
			x := &(*list)[0]
			w := min(left, x.weight)
			flows = append(flows, Flow{int32(i), x.option, w})
			left -= w
			if x.weight -= w; x.weight == 0 {
				*list = (*list)[1:]
			}
		}
	}
	return flows
}
