package locate

// impossible answers at once where a class that must be served can be served by
// nothing, or the nested counts contradict each other.
func (r *run) impossible() *Answer {
	p := r.p
	var c Conflict
	for i := range p.spec.Classes {
		g := p.merged[i]
		if p.spec.Classes[i].Weight == 0 || p.classes[g].base != Never {
			continue
		}
		served := false
		for j := 0; j < len(p.state) && !served; j++ {
			served = p.state[j] != closed && p.cost(int(g), j) != Never
		}
		if !served {
			c.Classes = append(c.Classes, int32(i))
		}
	}
	if len(c.Classes) > 0 {
		return &Answer{Infeasible: &c}
	}
	if _, _, ok := choose(p.nested.copy(), make([]float64, len(p.state)), p.state, nil); !ok {
		return &Answer{Infeasible: r.conflict()}
	}
	return nil
}

// conflict finds rules that cannot be met together and of which none can be left
// out, as far as the solver can tell with limited work on each question (QuickXplain;
// Junker 2004).
func (r *run) conflict() *Conflict {
	c := &Conflict{}
	if r.o.plain {
		return c
	}
	x := &explainer{run: r}
	for k := range r.p.rows {
		x.rules = append(x.rules, rule{'r', int32(k)})
	}
	for _, m := range r.p.capped {
		x.rules = append(x.rules, rule{'m', m})
	}
	for j, o := range r.p.spec.Options {
		if o.State != Free {
			x.rules = append(x.rules, rule{'o', int32(j)})
		}
	}
	for i, k := range r.p.spec.Classes {
		if k.Unserved == Never && k.Weight > 0 {
			x.rules = append(x.rules, rule{'c', int32(i)})
		}
	}
	for _, q := range x.explain(nil, false, x.rules) {
		switch q.kind {
		case 'r':
			c.Rows = append(c.Rows, q.index)
		case 'm':
			c.Measures = append(c.Measures, q.index)
		case 'o':
			c.Options = append(c.Options, q.index)
		case 'c':
			c.Classes = append(c.Classes, q.index)
		}
	}
	return c
}

// rule is one requirement: a row, a cap, an option's state or a class that must be served.
type rule struct {
	kind  byte
	index int32
}

type explainer struct {
	run   *run
	rules []rule
}

// explain gives a least set of rules from the list that is infeasible with those held.
func (x *explainer) explain(held []rule, fresh bool, list []rule) []rule {
	if fresh && x.infeasible(held) || len(list) == 0 {
		return nil
	}
	if len(list) == 1 {
		return list
	}
	half := len(list) / 2
	second := x.explain(concat(held, list[:half]), true, list[half:])
	first := x.explain(concat(held, second), len(second) > 0, list[:half])
	return concat(first, second)
}

func concat(a, b []rule) []rule { return append(append([]rule(nil), a...), b...) }

// infeasible asks whether the rules alone leave nothing.
func (x *explainer) infeasible(rules []rule) bool {
	s := *x.run.p.spec
	s.Rows = nil
	s.Options = append([]Option(nil), s.Options...)
	s.Classes = append([]Class(nil), s.Classes...)
	s.Measures = append([]Measure(nil), s.AllMeasures()...)
	for j := range s.Options {
		s.Options[j].State, s.Options[j].Site = Free, int32(j)
	}
	for i := range s.Classes {
		if s.Classes[i].Unserved == Never {
			s.Classes[i].Unserved = 0
		}
	}
	for m := range s.Measures {
		s.Measures[m].Capped = false
	}
	for _, q := range rules {
		switch q.kind {
		case 'r':
			s.Rows = append(s.Rows, x.run.p.rows[q.index])
		case 'm':
			s.Measures[q.index].Capped = true
		case 'o':
			s.Options[q.index].State = x.run.p.spec.Options[q.index].State
		case 'c':
			s.Classes[q.index].Unserved = Never
			if m := &s.Measures[s.Classes[q.index].Measure]; m.Factor == 0 {
				m.Factor = 1
			}
		}
	}
	a, err := Solve(x.run.ctx, &s, Options{Seed: x.run.o.Seed, Gap: 1e18, Nodes: 500, plain: true})
	return err == nil && a.Infeasible != nil
}
