package programme

import "github.com/etablera/etablera/internal/civil"

// counts are what is said last of a round: by type, and with an empty type in all.
type counts map[TypeID]int

// roundCounts checks that what is said of a round can all be true: the counts
// by type, the total, the minimum, and the projects. Earlier counts are history
// and are not compared with later ones.
func (v *validator) roundCounts() {
	opening := map[RoundID]int{}
	for i := range v.s.Projects {
		if p := &v.s.Projects[i]; p.Kind == Open {
			opening[p.Round]++
		}
	}
	for i := range v.s.Rounds {
		r := &v.s.Rounds[i]
		last := v.lastCounts(r.ID)
		total, ok := last[""]
		if !ok {
			v.againstProjects("rounds", i, "minimum", Range{Low: r.Minimum.Low, High: int(^uint32(0) >> 1), Known: r.Minimum.Known}, opening[r.ID])
			continue
		}
		all := v.s.RoundCounts[total].Count
		v.typesAgainstTotal(total, all, last)
		v.againstProjects("round-counts", total, "count", all, opening[r.ID])
		if r.Minimum.Known && all.Known && all.High < r.Minimum.Low {
			v.doubtful("round-counts", total, "count", "programme.total-below-minimum", all.String(), r.Minimum.Low)
		}
	}
}

func (v *validator) lastCounts(id RoundID) counts {
	last := counts{}
	for _, i := range v.x.RoundCounts(id) {
		c := &v.s.RoundCounts[i]
		if j, ok := last[c.Type]; !ok || v.from(c.Provenance) >= v.from(v.s.RoundCounts[j].Provenance) {
			last[c.Type] = i
		}
	}
	return last
}

func (v *validator) typesAgainstTotal(at int, all Range, last counts) {
	sum, n := Exactly(0), 0
	for i := range v.s.OfficeTypes {
		j, ok := last[v.s.OfficeTypes[i].ID]
		if !ok || !v.s.RoundCounts[j].Count.Known {
			continue
		}
		sum = sum.Plus(v.s.RoundCounts[j].Count)
		n++
	}
	switch {
	case n == 0 || !all.Known:
	case sum.Low > all.High:
		v.fault("round-counts", at, "count", "programme.counts-above-total", sum.Low, all.String())
	case n == len(v.s.OfficeTypes) && sum.High < all.Low:
		v.fault("round-counts", at, "count", "programme.counts-below-total", sum.High, all.String())
	}
}

func (v *validator) againstProjects(section string, i int, field string, all Range, projects int) {
	switch {
	case !all.Known || projects == 0:
	case projects > all.High:
		v.fault(section, i, field, "programme.more-projects", projects, all.String())
	case projects < all.Low:
		v.doubtful(section, i, field, "programme.fewer-projects", projects, all.Low)
	}
}

// windows checks that rounds lie within their mandates' time.
func (v *validator) windows() {
	for i := range v.s.Rounds {
		r := &v.s.Rounds[i]
		m, _ := v.x.Mandate(r.Mandate)
		if m == nil {
			continue
		}
		if isBefore(r.Window.Last, m.Window.First) || isBefore(m.Window.Last, r.Window.First) {
			v.doubtful("rounds", i, "window", "programme.outside-window", r.Window.String(), m.Window.String())
		}
	}
}

// isBefore compares two days that may be unknown, of which nothing follows.
func isBefore(a, b civil.Date) bool { return a.IsKnown() && b.IsKnown() && a < b }
