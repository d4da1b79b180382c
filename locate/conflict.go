package locate

// impossible answers at once where a class that must be served can be served by
// nothing, or the nested counts contradict each other.
func (r *run) impossible() *Answer {
	if c := r.p.helpless(); len(c.Classes) > 0 {
		return &Answer{Infeasible: c}
	}
	if _, _, ok := choose(r.p.nested.copy(), make([]float64, len(r.p.state)), r.p.state, nil); !ok {
		return &Answer{Infeasible: r.clash()}
	}
	return nil
}

// helpless names the classes that must be served and that no option left may serve,
// with the options that would serve them were they not ruled out.
func (p *problem) helpless() *Conflict {
	c, barred := &Conflict{}, make([]bool, len(p.state))
	var would []int
	for i := range p.spec.Classes {
		g := p.merged[i]
		if p.spec.Classes[i].Weight == 0 || p.classes[g].base != Never {
			continue
		}
		served := false
		would = would[:0]
		for j := 0; j < len(p.state) && !served; j++ {
			if p.cost(int(g), j) == Never {
				continue
			}
			served = p.state[j] != closed
			would = append(would, j)
		}
		if served {
			continue
		}
		c.Classes = append(c.Classes, int32(i))
		for _, j := range would {
			barred[j] = true
		}
	}
	for j, b := range barred {
		if b {
			c.Options = append(c.Options, int32(j))
		}
	}
	return c
}

// clash explains nested counts that contradict each other or the options' states. No
// service takes part, so each question costs only a choice under the counts.
func (r *run) clash() *Conflict {
	if r.o.Unexplained {
		return &Conflict{}
	}
	p := r.p
	x := &explainer{}
	for _, k := range p.nested.kept {
		x.rules = append(x.rules, rule{'r', k})
	}
	x.states(p)
	x.ask = func(rules []rule) bool {
		var rows []Row
		state := make([]decided, len(p.state))
		for _, q := range rules {
			if q.kind == 'r' {
				rows = append(rows, p.rows[q.index])
			} else {
				state[q.index] = p.state[q.index]
			}
		}
		_, _, ok := choose(newNested(rows, len(state)), make([]float64, len(state)), state, nil)
		return !ok
	}
	return x.conflict()
}

// conflict finds rules that cannot be met together and of which none can be left
// out, as far as the solver can tell with limited work on each question (QuickXplain;
// Junker 2004).
func (r *run) conflict() *Conflict {
	if r.o.Unexplained {
		return &Conflict{}
	}
	x := &explainer{ask: r.infeasible}
	for k := range r.p.rows {
		x.rules = append(x.rules, rule{'r', int32(k)})
	}
	for _, m := range r.p.capped {
		x.rules = append(x.rules, rule{'m', m})
	}
	x.states(r.p)
	for i, k := range r.p.spec.Classes {
		if k.Unserved == Never && k.Weight > 0 {
			x.rules = append(x.rules, rule{'c', int32(i)})
		}
	}
	return x.conflict()
}

// rule is one requirement: a row, a cap, an option's state or a class that must be served.
type rule struct {
	kind  byte
	index int32
}

type explainer struct {
	rules []rule
	ask   func([]rule) bool // whether these rules alone leave nothing
}

// states adds what the Spec has decided about options.
func (x *explainer) states(p *problem) {
	for j, s := range p.state {
		if s != open {
			x.rules = append(x.rules, rule{'o', int32(j)})
		}
	}
}

// conflict sorts the least set of rules by kind.
func (x *explainer) conflict() *Conflict {
	c := &Conflict{}
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

// explain gives a least set of rules from the list that is infeasible with those held.
func (x *explainer) explain(held []rule, fresh bool, list []rule) []rule {
	if fresh && x.ask(held) || len(list) == 0 {
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
func (r *run) infeasible(rules []rule) bool {
	s := *r.p.spec
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
			s.Rows = append(s.Rows, r.p.rows[q.index])
		case 'm':
			s.Measures[q.index].Capped = true
		case 'o':
			s.Options[q.index].State = r.p.spec.Options[q.index].State
		case 'c':
			s.Classes[q.index].Unserved = Never
			if m := &s.Measures[s.Classes[q.index].Measure]; m.Factor == 0 {
				m.Factor = 1
			}
		}
	}
	a, err := Solve(r.ctx, &s, Options{Seed: r.o.Seed, Gap: 1e18, Nodes: 500, Unexplained: true})
	return err == nil && a.Infeasible != nil
}
