package economy

import "github.com/etablera/etablera/internal/plan/figure"

// unitKinds are the kinds that have a standard cost.
var unitKinds = [...]Kind{Establishment, Running}

// standing lists the figures that belong to no period.
func (e *Economy) standing(yield func(figure.Address) bool) {
	var out []figure.Address
	add := func(path ...any) { out = append(out, at(path...)) }
	add("not-phased")
	add("not-costed")
	for _, k := range unitKinds {
		add("total", k)
		add("not-phased", k)
	}
	for t := range e.Types {
		for _, k := range unitKinds {
			add("type", e.Types[t].ID, k)
			for y := e.First; y <= e.Last; y++ {
				add("type", e.Types[t].ID, k, y)
			}
		}
	}
	for i := range e.Rounds {
		r := &e.Rounds[i]
		id := r.segment()
		for _, field := range []string{"establishment", "running", "offices", "projects", "unnamed"} {
			add("round", id, field)
		}
		for n, c := range r.Compositions {
			for _, k := range unitKinds {
				add("round", id, "composition", n+1, k)
			}
			for t := range c.Count {
				add("round", id, "composition", n+1, "count", e.Types[t].ID)
			}
		}
	}
	for i := range e.Offices {
		id := e.Offices[i].ID
		for _, field := range []string{"establishment", "running", "opening", "start", "type/low", "type/high"} {
			add("office", id, field)
		}
	}
	for _, a := range out {
		if !yield(a) {
			return
		}
	}
}

// byPeriod lists the figures of every year, tertial and month.
func (e *Economy) byPeriod(yield func(figure.Address) bool) {
	for _, list := range [][]Period{e.Years(), e.Tertials(), e.Months()} {
		for _, p := range list {
			for _, a := range e.inPeriod(p) {
				if !yield(a) {
					return
				}
			}
		}
	}
}

func (e *Economy) inPeriod(p Period) []figure.Address {
	var out []figure.Address
	add := func(path ...any) { out = append(out, at(append([]any{p}, path...)...)) }
	for k := range kinds {
		add(k, "total")
		e.listSums(add, p, k, Total, "total")
		for m := range e.Mandates {
			id := e.Mandates[m].segment()
			add(k, "mandate", id)
			e.listSums(add, p, k, OfMandate(MandateIndex(m)), "mandate", id)
		}
		for r := range e.Rounds {
			add(k, "round", e.Rounds[r].segment())
		}
		for t := range e.Types {
			add(k, "type", e.Types[t].ID)
		}
		for o := range e.Offices {
			if p.Tertial == 0 && p.Month == 0 && k <= All && e.Offices[o].Opening.IsKnown() {
				add(k, "office", e.Offices[o].ID)
			}
		}
	}
	if len(e.outturnAt(p, All)) > 0 {
		add("outturn")
		for _, k := range unitKinds {
			add("outturn", k)
		}
	}
	if p.Tertial == 0 && p.Month == 0 {
		for _, field := range []string{"appropriation/granted", "appropriation/announced", "appropriation/total", "appropriation/lowered", "balance", "loan", "loan-frame", "headroom"} {
			add(field)
		}
	}
	return out
}

// listSums lists what stands beside a sum: its quantiles, and the part of it that is known.
func (e *Economy) listSums(add func(...any), p Period, k Kind, s Scope, path ...any) {
	under := func(last string) { add(append(append([]any{k}, path...), last)...) }
	if _, ok := e.QuantilesOf(p, k, s, Low); ok {
		for _, q := range quantileNames {
			under(q)
		}
	}
	if k <= All && !e.Between(p, k, s).Known {
		under("known")
	}
}
