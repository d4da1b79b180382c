package compliance

import (
	"math"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/plan/timetable"
	"github.com/etablera/etablera/internal/programme"
)

// defaultSure is Options.Sure where nobody says otherwise.
const defaultSure = 0.8

// kinds holds the check of each kind of clause.
var kinds = map[programme.ClauseKind]func(*check){
	programme.OfficesAtLeast:   (*check).officesAtLeast,
	programme.OfficesIn:        (*check).officesIn,
	programme.OfficesAmong:     (*check).officesAmong,
	programme.ByArea:           (*check).byArea,
	programme.RoundMinimum:     (*check).roundMinimum,
	programme.RoundWindow:      (*check).roundWindow,
	programme.EarlyOpenings:    (*check).earlyOpenings,
	programme.Mix:              (*check).mix,
	programme.Heard:            (*check).heardParties,
	programme.HeardLocally:     (*check).heardLocally,
	programme.CoLocationSought: (*check).coLocationSought,
	programme.DeliverableDue:   (*check).deliverableDue,
	programme.Informed:         (*check).informed,
	programme.DecidedBy:        (*check).decidedBy,
}

// aboutTime are the kinds whose status is a matter of when offices open, and
// which therefore have a probability. Named municipalities are so where the
// clause states a window.
var aboutTime = map[programme.ClauseKind]bool{programme.OfficesAtLeast: true, programme.RoundWindow: true, programme.EarlyOpenings: true}

// Check holds every clause of every mandate against the facts and the
// timetable, which must be made of the same snapshot. It is pure: the day is
// the timetable's. O(clauses × projects × (runs + consultations + baselines)).
func Check(x *programme.Index, t *timetable.Timetable, o Options) *Matrix {
	if o.Sure == 0 {
		o.Sure = defaultSure
	}
	m := &Matrix{sure: o.Sure}
	all := newChecker(x, t, o.Sure)
	for i := range x.S.Mandates {
		mandate := &x.S.Mandates[i]
		if _, first := x.Mandate(mandate.ID); first != i {
			continue // two mandates of one id cannot be told apart; the facts' check says so
		}
		for j := range mandate.Clauses {
			m.Findings = append(m.Findings, all.clause(i, j))
		}
	}
	return m
}

// checker is what all checks share.
type checker struct {
	x    *programme.Index
	t    *timetable.Timetable
	now  civil.Date
	sure float64
	// progress and notOpen are what lastWords says of each project.
	progress, notOpen map[programme.ProjectID]civil.Date
	places            places
}

func newChecker(x *programme.Index, t *timetable.Timetable, sure float64) *checker {
	progress, notOpen := lastWords(x)
	return &checker{x: x, t: t, now: t.Now, sure: sure, progress: progress, notOpen: notOpen, places: newPlaces()}
}

// check is one clause under examination.
type check struct {
	*checker
	m *programme.Mandate
	c *programme.Clause
	f *Finding
}

func (all *checker) clause(i, j int) Finding {
	m := &all.x.S.Mandates[i]
	c := &m.Clauses[j]
	f := Finding{Mandate: m.ID, Clause: c.ID, MandateAt: i, ClauseAt: j, Kind: c.Kind, Strength: c.Strength,
		Status: Unknown, Probability: math.NaN(), timed: aboutTime[c.Kind] || c.Kind == programme.OfficesIn && c.Window.IsKnown()}
	k := &check{checker: all, m: m, c: c, f: &f}
	if examine, ok := kinds[c.Kind]; ok {
		examine(k)
	}
	if f.Status == Met {
		f.Needs = nil // nothing is left to change
	}
	return f
}

// field is the address of a field of the clause.
func (k *check) field(name string) figure.Address {
	return figure.FactAt("mandates", k.m.ID, "clauses", k.c.ID, name)
}

// own is the address of a figure of the finding.
func (k *check) own(path ...any) figure.Address {
	return figure.At(append([]any{"compliance", k.m.ID, k.c.ID}, path...)...)
}

// require states what is asked for.
func (k *check) require(v figure.Value, rule figure.Rule, inputs ...figure.Address) {
	k.f.Required, k.f.required = v, grounds{rule, inputs}
}

// measure states what the plan gives.
func (k *check) measure(v figure.Value, rule figure.Rule, inputs ...figure.Address) {
	k.f.Measured, k.f.measured = v, grounds{rule, inputs}
}

// unstated leaves the clause unknown for want of one of its own fields.
func (k *check) unstated(field string) {
	k.require(figure.Unknown(figure.Words), "compliance.unsaid", k.field(field))
	k.need("compliance.need.state-field", field)
}
