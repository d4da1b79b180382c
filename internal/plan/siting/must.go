package siting

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"github.com/etablera/etablera/locate"
)

// must is the least by which the rules must give, and where it is told.
type must struct {
	Giving
	told bool
	// group is which candidates the rules cannot tell apart, by candidate; most how many
	// of each group a set that keeps the rules, or misses them least, can have.
	group, most []int
	mostIn      map[int]int // of offices that each rule counts, where some must give
}

// mustGive finds the least that must give of the rules on places, and with types of those
// on types too, once. Places and types give apart: any place may have some type.
func (s *Siting) mustGive(w *world, typed bool) *must {
	at := 0
	if typed {
		at = 1
	}
	if s.giving[at] != nil {
		return s.giving[at]
	}
	m := s.giveOf(w)
	if typed {
		t := s.giveTypes(w)
		m.Least += t.Least
		m.Parts = append(slices.Clone(m.Parts), t.Parts...)
		m.told = m.told && t.told
		m.mostIn = maps.Clone(m.mostIn)
		maps.Copy(m.mostIn, t.mostIn)
	}
	s.giving[at] = &m
	return &m
}

// giveOf is the least that must give of the rules that say how many offices there are
// and where.
func (s *Siting) giveOf(w *world) must {
	var rules []limits
	var of []int
	in, out := make([][]int, len(w.candidates)), make([][]int, len(w.candidates))
	for k := range s.Rules {
		r := &s.Rules[k]
		if len(r.Types) > 0 {
			continue
		}
		holds, wrong := s.sort(w, k)
		for _, c := range holds {
			in[c] = append(in[c], len(rules))
		}
		for _, c := range wrong {
			out[c] = append(out[c], len(rules))
		}
		rules, of = append(rules, limits{r.Min, r.Max}), append(of, k)
	}
	var groups []alike
	at, group := map[string]int{}, make([]int, len(w.candidates))
	for c := range w.candidates {
		key := fmt.Sprint(in[c], out[c])
		g, ok := at[key]
		if !ok {
			g, at[key] = len(groups), len(groups)
			groups = append(groups, alike{in: in[c], out: out[c]})
		}
		groups[g].size++
		group[c] = g
	}
	g, most, counted, told := least(s.Options.Number, groups, rules)
	if !told {
		most = slices.Repeat([]int{s.Options.Number}, len(groups))
	}
	return must{renumbered(g, of), told, group, most, byRule(counted, of)}
}

// giveTypes is that for the rules on types.
func (s *Siting) giveTypes(*world) must {
	var rules []limits
	var of []int
	groups := make([]alike, len(s.facts.S.OfficeTypes))
	for t := range groups {
		groups[t].size = s.Options.Number
	}
	for k := range s.Rules {
		if len(s.Rules[k].Types) == 0 {
			continue
		}
		for _, id := range s.Rules[k].Types {
			if t := s.typeAt(id); t >= 0 {
				groups[t].in = append(groups[t].in, len(rules))
			}
		}
		rules, of = append(rules, limits{s.Rules[k].Min, s.Rules[k].Max}), append(of, k)
	}
	if len(groups) == 0 {
		return must{told: true}
	}
	g, _, in, told := least(s.Options.Number, groups, rules)
	return must{Giving: renumbered(g, of), told: told, mostIn: byRule(in, of)}
}

func byRule(n, of []int) map[int]int {
	out := map[int]int{}
	for i, x := range n {
		out[of[i]] = x
	}
	return out
}

func renumbered(g Giving, of []int) Giving {
	for i := range g.Parts {
		g.Parts[i].Rule = of[g.Parts[i].Rule]
	}
	return g
}

// part is by how much a side of a rule gives.
func (m *must) part(rule int, side Side) Give {
	for _, p := range m.Parts {
		if p.Rule == rule && p.Side == side {
			return p
		}
	}
	return Give{Rule: rule, Side: side}
}

// addRules has a question keep the rules, or miss them by no more in all than must be.
// Where some must give, a loose question only has each rule give no more, and count no
// more offices, than it does in any set in which they give least: that is quick to answer,
// and mostly enough. A strict one counts what is given.
func (s *Siting) addRules(w *world, q *question, typed, strict bool) {
	m := s.mustGive(w, typed)
	if !m.told {
		m = &must{}
	}
	if m.Least > 0 && strict {
		s.addStrictly(w, q, m, typed)
		return
	}
	for k := range s.Rules {
		r := &s.Rules[k]
		if len(r.Types) > 0 && !typed {
			continue
		}
		holds, wrong := s.sort(w, k)
		row := locate.AtLeast(fmt.Sprint(k), int64(r.Min-m.part(k, Short).High), q.options(s, holds, r)...)
		if r.Max >= 0 {
			row.Max = int64(r.Max + m.part(k, Over).High)
		}
		if in, ok := m.mostIn[k]; ok && m.Least > 0 {
			row.Max = min(row.Max, int64(in))
		}
		q.spec.Rows, q.rule = append(q.spec.Rows, row), append(q.rule, k)
		if m.part(k, Astray).High == 0 {
			for _, j := range q.options(s, wrong, nil) {
				q.spec.Options[j].State = locate.Forbidden
			}
		}
	}
}

// missed is by how much a choice misses the rules that its question is to keep.
func (s *Siting) missed(w *world, q *question, options []int32, typed bool) int {
	total := 0
	for k := range s.Rules {
		r := &s.Rules[k]
		if len(r.Types) > 0 && !typed {
			continue
		}
		holds, wrong := s.sort(w, k)
		n := 0
		for _, j := range options {
			if int(j) >= len(q.choices) {
				continue
			}
			x := q.choices[j]
			if _, in := slices.BinarySearch(holds, x.at); in && (len(r.Types) == 0 || slices.Contains(r.Types, s.facts.S.OfficeTypes[x.kind].ID)) {
				n++
			}
			if _, out := slices.BinarySearch(wrong, x.at); out {
				total++
			}
		}
		short, over := limits{r.Min, r.Max}.miss(n)
		total += short + over
	}
	return total
}

// solve answers a question: loosely, and strictly where the loose answer misses the rules
// by more than must be. make states it either way.
func (s *Siting) solve(ctx context.Context, w *world, typed bool, o locate.Options, make func(strict bool) (*question, error)) (*question, *locate.Answer, error) {
	m := s.mustGive(w, typed)
	if m.Least > 0 && o.Nodes == 0 {
		o.Nodes = giveNodes
	}
	q, err := make(false)
	if err != nil || q == nil {
		return nil, nil, err
	}
	a, err := locate.Solve(ctx, q.spec, o)
	if err != nil || !a.Found || m.Least == 0 || s.missed(w, q, a.Options, typed) <= m.Least {
		return q, a, err
	}
	if q, err = make(true); err != nil {
		return nil, nil, err
	}
	a, err = locate.Solve(ctx, q.spec, o)
	return q, a, err
}

// addStrictly counts what is given. What each rule must give in any case is taken off its
// limits; for the rest there are options that stand for an office missed, of which no more
// are chosen than are left to give.
func (s *Siting) addStrictly(w *world, q *question, m *must, typed bool) {
	left, slack := int64(m.Least), locate.Row{Name: "give", Min: -locate.NoLimit}
	for _, p := range m.Parts {
		left -= int64(p.Low)
	}
	pay := func(option int32, units int64) {
		if k := slices.Index(slack.Options, option); k >= 0 {
			slack.Coefficients[k] += units
			return
		}
		slack.Options, slack.Coefficients = append(slack.Options, option), append(slack.Coefficients, units)
	}
	for k := range s.Rules {
		r := &s.Rules[k]
		if len(r.Types) > 0 && !typed {
			continue
		}
		holds, wrong := s.sort(w, k)
		options := q.options(s, holds, r)
		short, over, astray := m.part(k, Short), m.part(k, Over), m.part(k, Astray)
		row := locate.AtLeast(fmt.Sprint(k), int64(r.Min-short.Low), slices.Clone(options)...)
		for range short.High - short.Low {
			j := q.slack(w)
			row.Options = append(row.Options, j)
			pay(j, 1)
		}
		if over.High > over.Low {
			upper := locate.AtMost(fmt.Sprint(k), int64(r.Max+over.Low), slices.Clone(options)...)
			upper.Coefficients = slices.Repeat([]int64{1}, len(options))
			for range over.High - over.Low {
				j := q.slack(w)
				upper.Options, upper.Coefficients = append(upper.Options, j), append(upper.Coefficients, -1)
				pay(j, 1)
			}
			q.spec.Rows, q.rule = append(q.spec.Rows, upper), append(q.rule, k)
		} else if r.Max >= 0 && short.High > short.Low {
			q.spec.Rows, q.rule = append(q.spec.Rows, locate.AtMost(fmt.Sprint(k), int64(r.Max+over.Low), options...)), append(q.rule, k)
		} else if r.Max >= 0 {
			row.Max = int64(r.Max + over.Low)
		}
		q.spec.Rows, q.rule = append(q.spec.Rows, row), append(q.rule, k)
		for _, j := range q.options(s, wrong, nil) {
			if astray.High == 0 {
				q.spec.Options[j].State = locate.Forbidden
			} else {
				pay(j, 1)
			}
		}
		if astray.Low > 0 {
			left += int64(astray.Low) // it is counted on the places themselves
		}
	}
	if len(slack.Options) > 0 {
		slack.Max = left
		q.spec.Rows, q.rule = append(q.spec.Rows, slack), append(q.rule, -1)
	}
}

// conflict names rules that cannot be kept together, though all but any one of them can,
// as far as the engine can tell.
func (s *Siting) conflict(ctx context.Context, w *world) ([]int, error) {
	q := &question{spec: &locate.Spec{Service: &locate.Lists{Columns: len(w.candidates) + 1, Start: []int64{0}}}}
	q.places(w)
	for k := range s.Rules {
		r := &s.Rules[k]
		if len(r.Types) > 0 {
			continue
		}
		holds, wrong := s.sort(w, k)
		row := locate.AtLeast(fmt.Sprint(k), int64(r.Min), q.options(s, holds, r)...)
		if r.Max >= 0 {
			row.Max = int64(r.Max)
		}
		q.spec.Rows, q.rule = append(q.spec.Rows, row), append(q.rule, k)
		for _, j := range wrong {
			q.spec.Options[j].State = locate.Forbidden
		}
	}
	q.number(s.Options.Number)
	a, err := locate.Solve(ctx, q.spec, locate.Options{Seed: s.Options.Seed, Nodes: curveNodes})
	if err != nil || a.Infeasible == nil {
		return nil, err
	}
	var out []int
	for _, row := range a.Infeasible.Rows {
		if int(row) < len(q.rule) && q.rule[row] >= 0 && !slices.Contains(out, q.rule[row]) {
			out = append(out, q.rule[row])
		}
	}
	return out, ctx.Err()
}
