package locate

import "slices"

// poolSize is how many choices a search remembers.
const poolSize = 32

// remember keeps the best different choices, best first.
func (r *run) remember(c Choice) {
	at, same := slices.BinarySearchFunc(r.pool, c, compareChoices)
	if same {
		return
	}
	r.pool = slices.Insert(r.pool, at, c)
	if len(r.pool) > poolSize {
		r.pool = r.pool[:poolSize]
	}
}

func compareChoices(a, b Choice) int {
	if a.Value != b.Value {
		if a.Value < b.Value {
			return -1
		}
		return 1
	}
	return slices.Compare(a.Options, b.Options)
}

// alternatives are the choices met beside the best, within the tolerance.
func (r *run) alternatives() []Choice {
	if r.o.Tolerance <= 0 || len(r.pool) < 2 {
		return nil
	}
	limit := r.within()
	var list []Choice
	for _, c := range r.pool[1:] {
		if c.Value <= limit {
			list = append(list, c)
		}
	}
	return list
}
