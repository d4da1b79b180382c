package siting

import (
	"context"
	"fmt"
	"slices"

	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/locate"
)

// choice is what an option of a question stands for: a candidate, and the position of
// its type, −1 where no type is chosen.
type choice struct{ at, kind int32 }

// question is a problem as it is put to the engine.
type question struct {
	spec    *locate.Spec
	choices []choice // per option; options behind them stand for offices missed
	rule    []int    // per row of the Spec: the rule it is of, −1 for none
	// scale is how often the goal counts in the objective: below it there is room to
	// prefer some places to others among what is equally good.
	scale int64
	// lacking is how many places, or types at places, have no part because what the goal
	// counts is not known of them.
	lacking int
}

// ask states the problem: an option per candidate, or per candidate and type where some
// goal depends on types, one measure per goal, rows for the number and the rules.
func (s *Siting) ask(ctx context.Context, w *world, strict bool, goals ...Goal) (*question, error) {
	q := &question{scale: 1}
	d := s.demandOf(w, goals...)
	q.spec = &locate.Spec{Classes: d.classes, Service: &d.lists}
	typed := slices.ContainsFunc(goals, Goal.isTyped)
	if !typed {
		q.places(w)
	} else if err := s.types(ctx, w, q, goals); err != nil {
		return nil, err
	}
	for m, g := range goals {
		q.spec.Measures = append(q.spec.Measures, locate.Measure{Name: string(g), Costs: s.costs(q, w, g)})
		if m == 0 {
			q.spec.Measures[m].Factor = 1
		}
		if g == Room {
			q.spec.Capacities = locate.Enforced
			for j := range q.choices {
				q.spec.Options[j].Capacity = int64(s.kinds[q.choices[j].kind].Staff.Low) * int64(s.Options.PerOfficer)
			}
		}
	}
	// A measure of nobody, under a cap that binds nothing, has the engine use its general
	// search: under many nested rules that proves a covering sooner than the one for
	// coverings alone. The engine searches from classes, so there is always one.
	q.spec.Measures = append(q.spec.Measures, locate.Measure{Name: "nobody", Capped: true, Cap: 1 << 40})
	if len(q.spec.Classes) == 0 {
		d.end(1, 1, int32(len(goals)))
		q.spec.Classes = d.classes
	}
	s.addRules(w, q, typed, strict)
	q.number(s.Options.Number)
	for m := range q.spec.Measures { // for the options that stand for offices missed
		if c := &q.spec.Measures[m].Costs; *c != nil {
			*c = append(*c, make([]int64, len(q.spec.Options)-len(*c))...)
		}
	}
	return q, nil
}

// places makes an option of each candidate.
func (q *question) places(w *world) {
	for c := range w.candidates {
		q.choices = append(q.choices, choice{int32(c), -1})
		q.spec.Options = append(q.spec.Options, locate.Option{Site: int32(c), Column: int32(c)})
	}
}

// types makes an option of each candidate with each type that it may have, of which the
// goals know what they count.
func (s *Siting) types(ctx context.Context, w *world, q *question, goals []Goal) error {
	kinds, err := s.kindsOf(ctx)
	if err != nil {
		return err
	}
	few := !slices.Contains(goals, Room) && len(goals) == 1
	if few {
		if err := s.enough(ctx, w); err != nil {
			return err
		}
	}
	for c := range w.candidates {
		if few && !w.enough[c] {
			continue
		}
		for _, k := range s.allowed(&w.candidates[c]) {
			if slices.ContainsFunc(goals, func(g Goal) bool { return !s.knows(g, &w.candidates[c], &kinds[k]) }) {
				q.lacking++
				continue
			}
			q.choices = append(q.choices, choice{int32(c), int32(k)})
			q.spec.Options = append(q.spec.Options, locate.Option{Site: int32(c), Column: int32(c), Type: int32(k)})
		}
	}
	return nil
}

// enough marks as many candidates of each kind that rules, types and forecasts cannot tell
// apart as a set can have, those of the best set for Mean first: where only the offices'
// own figures count, the others change nothing.
func (s *Siting) enough(ctx context.Context, w *world) error {
	if w.enough != nil {
		return nil
	}
	near, err := s.best(ctx, Mean)
	if err != nil {
		return err
	}
	w.enough = make([]bool, len(w.candidates))
	taken := map[string]int{}
	for _, first := range []bool{true, false} {
		for c := range w.candidates {
			x := &w.candidates[c]
			if first != slices.ContainsFunc(near.Places, func(p Opened) bool { return p.Key == x.Key }) {
				continue
			}
			like := []any{w.group[c], s.allowed(x)}
			if p := s.projectOf(x.Office); p != nil {
				like = append(like, p.Forecast.P50)
			}
			if key := fmt.Sprint(like...); taken[key] < w.most[w.group[c]] {
				taken[key]++
				w.enough[c] = true
			}
		}
	}
	return nil
}

// knows says whether what a goal counts is known of a place with a type.
func (s *Siting) knows(g Goal, c *Candidate, k *Kind) bool {
	switch g {
	case Cost:
		return k.Cost.Known
	case Time:
		return s.days(c, k) >= 0
	case Room:
		return k.Staff.Known && k.Staff.Low > 0
	}
	return true
}

// costs are what the options themselves count for a goal; nil where only the people do.
func (s *Siting) costs(q *question, w *world, g Goal) []int64 {
	if g != Cost && g != Time {
		return nil
	}
	out := make([]int64, len(q.choices))
	for j, x := range q.choices {
		if g == Cost {
			out[j] = int64(s.kinds[x.kind].Cost.High)
		} else {
			out[j] = int64(s.days(&w.candidates[x.at], &s.kinds[x.kind]))
		}
	}
	return out
}

// prefer has the places of a set chosen before others that are equally good.
func (q *question) prefer(w *world, number int, places []Candidate) {
	q.scale = int64(number) + 1
	costs := q.spec.Measures[0].Costs
	for j := range costs {
		costs[j] *= q.scale
		if j < len(q.choices) && !slices.ContainsFunc(places, func(p Candidate) bool { return p.Key == w.candidates[q.choices[j].at].Key }) {
			costs[j]++
		}
	}
}

// slack makes an option that serves nobody.
func (q *question) slack(w *world) int32 {
	j := int32(len(q.spec.Options))
	q.spec.Options = append(q.spec.Options, locate.Option{Site: int32(len(w.candidates)) + j, Column: int32(len(w.candidates))})
	return j
}

// options are those of some candidates, of the types that a rule counts where it counts
// types.
func (q *question) options(s *Siting, candidates []int32, r *Rule) []int32 {
	var out []int32
	for j, x := range q.choices {
		if _, in := slices.BinarySearch(candidates, x.at); !in {
			continue
		}
		if r == nil || len(r.Types) == 0 || slices.Contains(r.Types, s.facts.S.OfficeTypes[x.kind].ID) {
			out = append(out, int32(j))
		}
	}
	return out
}

// number has so many of the options chosen.
func (q *question) number(n int) {
	all := make([]int32, len(q.choices))
	for j := range all {
		all[j] = int32(j)
	}
	q.spec.Rows, q.rule = append(q.spec.Rows, locate.Exactly("number", int64(n), all...)), append(q.rule, -1)
}

// opened are the offices that chosen options stand for.
func (q *question) opened(s *Siting, w *world, options []int32) []Opened {
	var out []Opened
	for _, j := range options {
		if int(j) >= len(q.choices) {
			continue
		}
		x := q.choices[j]
		o := Opened{Candidate: w.candidates[x.at]}
		if x.kind >= 0 {
			o.Types = []programme.TypeID{s.kinds[x.kind].ID}
		}
		out = append(out, o)
	}
	return out
}
