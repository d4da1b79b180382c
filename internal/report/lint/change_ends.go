package lint

import "github.com/etablera/etablera/internal/civil"

// ends finds the values before and after a change.
func (v *view) ends(c *change, s sentence) {
	tokens := v.tokens(s)
	for k, q := range s.quantities {
		if q.unit == percentUnit || q.first == 0 || tokens[q.first-1].lower != "från" && tokens[q.first-1].lower != "from" {
			continue
		}
		for _, r := range s.quantities[k+1:] {
			if w := tokens[r.first-1].lower; (w == "till" || w == "to") && r.unit != percentUnit {
				c.base, c.new = &stated{q, s.block}, &stated{r, s.block}
				return
			}
		}
	}
	v.endsBefore(c, s)
}

// endsBefore looks for the values in the sentences before, and in the same one
// before the change. Only counts of the same family with nothing that narrows
// them down are candidates.
func (v *view) endsBefore(c *change, s sentence) {
	kin := ""
	if c.by != nil {
		kin = c.by.family
	}
	heading := v.text.Blocks[s.block].heading
	var all []stated
	var when [][]moment
	for i := max(0, c.sentence-lookBack); i <= c.sentence; i++ {
		o := v.sentences[i]
		if v.text.Blocks[o.block].heading != heading || v.text.Blocks[o.block].Kind == Footnote && o.block != s.block {
			continue
		}
		for _, q := range o.quantities {
			if i == c.sentence && q.first >= c.after || q.unit != noUnit || q.isNew() || !q.plainHead() || q.article ||
				q.family == "" || kin != "" && q.family != kin || q.lo != q.hi {
				continue
			}
			all, when = append(all, stated{q, o.block}), append(when, o.moments)
		}
	}
	year := v.comparedWith(s)
	base := -1
	for i := range all {
		if year.IsKnown() && hasYear(when[i], year) {
			base = i
			break
		}
	}
	last := len(all) - 1
	switch {
	case base >= 0 && last > base:
		c.base, c.new = &all[base], &all[last]
	case base < 0 && len(all) == 2 && all[0].lo != all[1].lo:
		c.base, c.new = &all[0], &all[1]
	}
}

// comparedWith returns the first day of the year in "jämfört med 2017".
func (v *view) comparedWith(s sentence) civil.Date {
	tokens := v.tokens(s)
	for _, m := range s.moments {
		for k := m.first - 1; k >= max(s.first, m.first-3); k-- {
			switch tokens[k].lower {
			case "jämfört", "sedan", "än", "compared", "since", "than":
				return m.span.First
			}
		}
	}
	return 0
}

func hasYear(ms []moment, d civil.Date) bool {
	for _, m := range ms {
		if m.span.First.Year() == d.Year() {
			return true
		}
	}
	return false
}

// judge recomputes a change and says what does not agree.
func (v *view) judge(c change) (Finding, bool) {
	if c.base == nil || c.new == nil {
		return Finding{}, false
	}
	b, n := c.base.interval(), c.new.interval()
	if b.lo <= 0 {
		return Finding{}, false
	}
	diff := interval{c.sign * (n.lo - b.hi), c.sign * (n.hi - b.lo)}
	share := interval{c.sign * 100 * (n.lo/b.hi - 1), c.sign * 100 * (n.hi/b.lo - 1)}
	diff, share = diff.ordered(), share.ordered()
	wrongBy := c.by != nil && !c.by.interval().overlaps(diff)
	wrongShare := c.percent != nil && !c.percent.interval().overlaps(share)
	if !wrongBy && !wrongShare {
		return Finding{}, false
	}
	d := c.new.lo - c.base.lo
	args := []Arg{
		{"base", v.span(c.base.quantity)}, {"new", v.span(c.new.quantity)},
		{"difference", v.number(c.sign*d, max(c.base.decimals, c.new.decimals))},
		{"share", v.number(c.sign*100*d/c.base.lo, max(1, percentDecimals(c)))},
	}
	at, key := c.by, "lint.change.difference"
	if c.by != nil {
		old := c.new.lo - c.sign*c.by.lo
		args = append(args, Arg{"change", v.span(c.by.quantity)}, Arg{"changeBase", v.number(old, c.base.decimals)})
		if old > 0 {
			args = append(args, Arg{"changeShare", v.number(100*c.by.lo/old, 1)})
		}
	}
	if c.percent != nil {
		args = append(args, Arg{"percent", v.span(c.percent.quantity)})
		if wrongBy {
			key = "lint.change.differenceAndShare"
		}
	}
	if !wrongBy {
		at, key = c.percent, "lint.change.share"
	} else if wrongShare {
		key = "lint.change.both"
	}
	f := v.finding(RuleChange, Error, at.block, at.first, at.last, key, args...)
	for _, o := range []*stated{c.base, c.new, c.by, c.percent} {
		if o != nil && o != at {
			f.Related = append(f.Related, v.position(o.block, o.first))
		}
	}
	return f, true
}

func percentDecimals(c change) int {
	if c.percent == nil {
		return 0
	}
	return c.percent.decimals
}

func (a interval) ordered() interval {
	if a.lo > a.hi {
		a.lo, a.hi = a.hi, a.lo
	}
	return a
}
