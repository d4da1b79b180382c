package siting

import (
	"slices"

	"github.com/etablera/etablera/internal/programme"
)

// Rule is one thing that a clause, or the rounds' counts of types, asks of the offices
// that open: between Min and Max of them lie in the municipalities of In, are of one of
// Types, and, where Near, lie within Within metres of an area on the list of ListYear.
// Only says that others must not lie in In at all.
type Rule struct {
	Clause   int                 // position in the mandate's clauses, −1 where it follows from Counts
	Counts   []int               // positions in Snapshot.RoundCounts
	Rounds   []programme.RoundID // whose least numbers of offices the rule adds up
	Types    []programme.TypeID  // any type where empty
	Place    string              // municipality or metropolitan area; "" for the whole country
	In       map[string]bool
	Near     bool
	Only     bool
	ListYear int
	Within   float64
	Min, Max int // Max −1 for no limit
}

// isNumber says whether the rule asks for a number of offices wherever they lie.
func (r *Rule) isNumber() bool { return r.In == nil && !r.Near && len(r.Types) == 0 }

// asked is how many offices the mandate asks for, 0 where it does not say.
func (s *Siting) asked() int {
	n := 0
	for _, r := range s.Rules {
		if r.isNumber() {
			n = max(n, r.Min)
		}
	}
	return n
}

// within is how near to an area an office must be to count as serving it: what the
// mandate's rules say, else the usual.
func (s *Siting) within() float64 {
	for _, r := range s.Rules {
		if r.Near {
			return r.Within
		}
	}
	return usualWithin
}

// usualWithin is in metres: some twenty minutes on foot.
const usualWithin = 1500.0

// holds says whether a candidate is one that the rule counts; unknown where its place
// only stands in for one not known.
func (r *Rule) holds(c *Candidate) programme.Tri {
	if r.In != nil && !r.In[c.Municipality] {
		return programme.No
	}
	if !r.Near {
		return programme.Yes
	}
	return c.near(r.ListYear, r.Within)
}

// Opened is an office that a set opens, and the types that it may have: one where it is
// chosen or decided, none where nobody has said.
type Opened struct {
	Candidate
	Types []programme.TypeID
}

// counts says whether a rule counts an office.
func (r *Rule) counts(o *Opened) programme.Tri {
	at := r.holds(&o.Candidate)
	if len(r.Types) == 0 || at == programme.No {
		return at
	}
	some, all := len(o.Types) == 0, len(o.Types) > 0
	for _, t := range o.Types {
		has := slices.Contains(r.Types, t)
		some, all = some || has, all && has
	}
	switch {
	case !some:
		return programme.No
	case !all:
		return programme.Unknown
	}
	return at
}

// keeps says whether what opens keeps the rule.
func (r *Rule) keeps(opened []Opened) programme.Tri {
	sure, may, wrong, unclear := 0, 0, 0, 0
	for i := range opened {
		switch r.counts(&opened[i]) {
		case programme.Yes:
			sure++
		case programme.Unknown:
			may++
		case programme.No:
			if r.Only && r.In[opened[i].Municipality] {
				wrong++
			}
		}
	}
	if r.Only {
		unclear = may
	}
	switch {
	case wrong > 0, sure+may < r.Min, r.Max >= 0 && sure > r.Max:
		return programme.No
	case sure < r.Min, r.Max >= 0 && sure+may > r.Max, unclear > 0:
		return programme.Unknown
	}
	return programme.Yes
}

// sorted is the candidates that a rule counts wherever they are, whatever their type, and
// those that it rules out.
type sorted struct{ holds, wrong []int32 }

// sort finds them for a rule by its position, once for the same candidates.
func (s *Siting) sort(w *world, k int) (holds, wrong []int32) {
	if w.sorted == nil {
		w.sorted = make([]*sorted, len(s.Rules))
	}
	if x := w.sorted[k]; x != nil {
		return x.holds, x.wrong
	}
	r := &s.Rules[k]
	for c := range w.candidates {
		switch at := r.holds(&w.candidates[c]); {
		case at == programme.Yes:
			holds = append(holds, int32(c))
		case r.Only && r.In[w.candidates[c].Municipality]:
			wrong = append(wrong, int32(c))
		}
	}
	w.sorted[k] = &sorted{holds, wrong}
	return holds, wrong
}
