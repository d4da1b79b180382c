package change

import (
	"fmt"
	"strings"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/spelling"
)

// UnknownBaselineError says that a programme has no such baseline, and which it has.
type UnknownBaselineError struct {
	Wanted, Near programme.BaselineID
	Known        []programme.BaselineID
}

func (e *UnknownBaselineError) Error() string {
	if len(e.Known) == 0 {
		return fmt.Sprintf("no baseline has the id %q: the programme has none; to compare programmes, name two folders", e.Wanted)
	}
	known := make([]string, len(e.Known))
	for i, id := range e.Known {
		known[i] = string(id)
	}
	text := fmt.Sprintf("no baseline has the id %q, and no folder is called that: the baselines are %s", e.Wanted, strings.Join(known, ", "))
	if e.Near != "" {
		text += fmt.Sprintf("; do you mean %s?", e.Near)
	}
	return text
}

func baseline(x *programme.Index, id programme.BaselineID) (*programme.Baseline, error) {
	if b, _ := x.Baseline(id); b != nil {
		return b, nil
	}
	e := &UnknownBaselineError{Wanted: id}
	var names []string
	for i := range x.S.Baselines {
		e.Known = append(e.Known, x.S.Baselines[i].ID)
		names = append(names, string(x.S.Baselines[i].ID))
	}
	near, _ := spelling.Nearest(string(id), names)
	e.Near = programme.BaselineID(near)
	return nil, e
}

// Baselines says which openings and sizes of rounds differ between two frozen
// baselines of a programme. O(openings).
func Baselines(x *programme.Index, before, after programme.BaselineID) (*Set, error) {
	a, err := baseline(x, before)
	if err != nil {
		return nil, err
	}
	b, err := baseline(x, after)
	if err != nil {
		return nil, err
	}
	s := &Set{Before: Side{string(a.ID), a.Name, a.Frozen}, After: Side{string(b.ID), b.Name, b.Frozen}}
	pairs(a.Openings, b.Openings, func(o programme.BaselineOpening) (programme.ProjectID, civil.Span) { return o.Project, o.Opening },
		func(id programme.ProjectID, was, is civil.Span) {
			s.Openings = append(s.Openings, OpeningChange{id, officeOf(x, id), was, is, later(was, is)})
		})
	pairs(a.Rounds, b.Rounds, func(r programme.BaselineRound) (programme.RoundID, programme.Range) { return r.Round, r.Offices },
		func(id programme.RoundID, was, is programme.Range) {
			change := RoundChange{Round: id, Name: programme.Text{Sv: string(id)}, Before: was, After: is}
			if r, _ := x.Round(id); r != nil {
				change.Name = r.Name
			}
			s.Rounds = append(s.Rounds, change)
		})
	return s, nil
}

// pairs calls each for every key whose value differs between two lists: those of
// the first in its order, then those that only the second has. Of two entries
// with one key the first holds.
func pairs[T any, K, V comparable](a, b []T, of func(T) (K, V), each func(K, V, V)) {
	values := func(list []T) ([]K, map[K]V) {
		var order []K
		m := make(map[K]V, len(list))
		for _, t := range list {
			k, v := of(t)
			if _, taken := m[k]; !taken {
				m[k] = v
				order = append(order, k)
			}
		}
		return order, m
	}
	orderA, was := values(a)
	orderB, is := values(b)
	for _, k := range orderA {
		if was[k] != is[k] {
			each(k, was[k], is[k])
		}
	}
	var none V
	for _, k := range orderB {
		if _, both := was[k]; !both && is[k] != none {
			each(k, none, is[k])
		}
	}
}

// officeOf is the name of a project's office.
func officeOf(x *programme.Index, id programme.ProjectID) string {
	if p, _ := x.Project(id); p != nil {
		if o, _ := x.Office(p.Office); o != nil && o.Name != "" {
			return o.Name
		}
	}
	return string(id)
}

// later is how many days the second date lies after the first.
func later(was, is civil.Span) figure.Value {
	v, ok := figure.Eval(figure.Difference, []figure.Value{figure.OfSpan(is), figure.OfSpan(was)})
	if !ok || !v.Known {
		return figure.Unknown(figure.Period)
	}
	return v
}
