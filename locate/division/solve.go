package division

import (
	"cmp"
	"context"
	"slices"
)

// Options steer Solve; the zero value is usable.
type Options struct {
	Nodes int // at most so many nodes of the search; 0 means DefaultNodes
}

// DefaultNodes take some seconds.
const DefaultNodes = 10_000_000

// Answer is the best division found, and what is proven of it.
type Answer struct {
	Found    bool
	Division []int32 // round of each site
	Values   Values
	Bound    int64 // no division within the limits has less of the goal; NoLimit where there is none at all
	Proven   bool  // nothing is better; where nothing is found, that there is none
	Nodes    int   // looked at
}

// Gap is how far the goal's value may lie above the least, as a share of it.
func (a *Answer) Gap(of Goal) float64 {
	if a.Proven || !a.Found {
		return 0
	}
	return float64(a.Values[of]-a.Bound) / float64(max(a.Values[of], 1))
}

// Solve finds the division with the least of a goal whose other values exceed no limit.
// The error is that of a Problem that is not valid, or of the context.
func Solve(ctx context.Context, p *Problem, of Goal, limit Values, o Options) (*Answer, error) {
	if err := p.Validate(); err != nil {
		return nil, err
	}
	l, err := lay(p, of == Waiting || limit[Waiting] < NoLimit, of == Moves || limit[Moves] < NoLimit)
	if err != nil {
		return nil, err
	}
	if o.Nodes == 0 {
		o.Nodes = DefaultNodes
	}
	s := &search{ctx: ctx, l: l, of: of, limit: limit, budget: o.Nodes}
	tables, all := l.tables(limit[Balance])
	s.offer(p.Own)
	if len(tables) > 0 {
		s.bounds(tables)
		switch of {
		case Spread, Moves:
			all = s.deepen(tables) && all
		default:
			all = s.through(tables) && all
		}
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	a := &Answer{Found: s.best != nil, Division: s.best, Values: s.values, Bound: s.bound, Proven: all, Nodes: s.nodes}
	switch {
	case all && a.Found:
		a.Bound = a.Values[of]
	case all:
		a.Bound = NoLimit
	case len(tables) == maxTables:
		a.Bound = 0
	}
	a.Proven = a.Proven || a.Found && a.Bound >= a.Values[of]
	return a, nil
}

// bounds makes the sums that the search is bounded by: of the goal, and of each limit.
func (s *search) bounds(tables []table) {
	l, p := s.l, s.l.p
	asked := func(g Goal) bool { return s.of == g || s.limit[g] < NoLimit }
	var extra []*linear
	var goal *linear
	add := func(g Goal, f *linear) {
		f.limit = s.limit[g]
		if s.of == g {
			goal = f
			return
		}
		s.linears = append(s.linears, f)
		if g != Waiting {
			extra = append(extra, f)
		}
	}
	if asked(Moves) {
		add(Moves, l.moves())
	}
	if asked(Unserved) && len(p.Targets) > 0 {
		add(Unserved, s.targets(tables))
	}
	if asked(Waiting) {
		s.waits = newWaits(p)
		f, classes := l.linear(), p.classes(p.Waits)
		if s.of != Waiting {
			extra = nil
		}
		target, from := s.guess(tables)
		f.cover = newCover(p, classes, f.ascend(classes, p.Always*p.length(), tables, target, from, extra, s.meet))
		add(Waiting, f)
	}
	if goal != nil {
		s.goal = goal
		s.linears = slices.Insert(s.linears, 0, goal)
	}
}

// meet offers a division that was met while pricing.
func (s *search) meet(division []int32) {
	if s.of == Waiting && (s.best == nil || s.waits.of(division) < s.values[Waiting]) {
		s.offer(division)
	}
}

// guess is a value of waiting that prices can aim at: of a good division.
func (s *search) guess(tables []table) (float64, []int32) {
	p := s.l.p
	limit, of := s.limit, s.of
	if of != Waiting {
		limit, of = Unlimited(), Waiting
	}
	division := slices.Clone(p.Own)
	if s.best != nil && s.of == Waiting {
		division = slices.Clone(s.best)
	}
	if !p.Allowed(division) {
		s.l.any(tables[0], division)
	}
	v := p.descend(division, of, limit)
	if s.of == Waiting {
		s.offer(division)
	}
	return float64(v[Waiting]), division
}

// any fills in some division with these counts.
func (l *layout) any(t table, division []int32) {
	f := l.linear()
	f.tabulate()
	f.cheapest(t.counts, division)
}

func (l *layout) moves() *linear {
	f := l.linear()
	for i, r := range l.p.Own {
		for q := range l.p.Rounds {
			if int32(q) != r {
				f.cost[i*l.p.Rounds+q] = 1
			}
		}
	}
	f.tabulate()
	return f
}

// unit is what a day of a target counts where its price may be a part of it.
const unit = 64

// targets are exact where each has one site; else they are priced.
func (s *search) targets(tables []table) *linear {
	l, p := s.l, s.l.p
	f, several := l.linear(), false
	waits := make([]Wait, len(p.Targets))
	for k, list := range p.Targets {
		waits[k] = Wait{list, unit}
		several = several || len(list) > 1
	}
	classes, prices := p.classes(waits), []int64(nil)
	f.scale = unit
	if !several {
		for _, c := range classes {
			prices = append(prices, c.weight)
		}
		f.price(classes, prices, 0)
		f.tabulate()
		return f
	}
	division := slices.Clone(p.Own)
	if !p.Allowed(division) {
		l.any(tables[0], division)
	}
	aim := p.descend(division, Unserved, Unlimited())[Unserved]
	f.cover = newCover(p, classes, f.ascend(classes, 0, tables, float64(aim*unit), division, nil, func(d []int32) {
		if s.of == Unserved {
			s.offer(d)
		}
	}))
	return f
}

// offer notes a division if it is allowed, within the limits and better.
func (s *search) offer(division []int32) {
	p := s.l.p
	v := p.Measure(division)
	if (s.best == nil || v[s.of] < s.values[s.of]) && v.Within(s.limit) && p.Allowed(division) {
		s.best, s.values = slices.Clone(division), v
	}
}

// through searches all tables, the most promising first; it says whether it came to the end.
func (s *search) through(tables []table) bool {
	type promise struct {
		at    int
		least int64
	}
	order := make([]promise, len(tables))
	for k := range tables {
		order[k] = promise{k, tables[k].balance}
		if s.of != Balance {
			order[k].least = 0
			if s.goal != nil {
				order[k].least = s.goal.atLeast(tables[k].counts)
			}
		}
	}
	slices.SortStableFunc(order, func(a, b promise) int { return cmp.Compare(a.least, b.least) })
	if s.best == nil && s.of != Waiting {
		s.begin(tables[order[0].at])
	}
	for _, x := range order {
		s.bound = x.least
		if s.best != nil && x.least >= s.values[s.of] {
			s.bound = s.values[s.of]
			return true
		}
		if !s.table(tables[x.at]) {
			return false
		}
	}
	return true
}

// begin looks for a first division by swaps.
func (s *search) begin(t table) {
	division := slices.Clone(s.l.p.Own)
	s.l.any(t, division)
	s.l.p.descend(division, s.of, s.limit)
	s.offer(division)
}

// deepen asks for ever more of the goal until a division is found.
func (s *search) deepen(tables []table) bool {
	limit, most := s.limit, s.limit[s.of]
	s.best = nil
	if s.goal != nil {
		s.bound = never
		for k := range tables {
			s.bound = min(s.bound, s.goal.atLeast(tables[k].counts))
		}
	}
	end := min(most, int64(max(s.l.p.Sites, s.l.p.Rounds*len(s.l.p.Regions))))
	for ; s.bound <= end; s.bound++ {
		s.limit = limit
		s.limit[s.of] = s.bound
		if s.goal != nil {
			s.goal.limit = s.bound
		}
		for k := range tables {
			if !s.table(tables[k]) {
				s.offer(s.l.p.Own)
				return false
			}
			if s.best != nil {
				return true
			}
		}
	}
	return true
}
