// Package compliance holds the mandate's clauses against the plan.
//
// In go the facts and the timetable; out comes one finding per clause: a
// status, the probability where the clause is about time, the evidence row by
// row, and what would change the status. Each kind of clause has a check of its
// own in a file named for it; the kinds and the fields that they read are
// described at programme.ClauseKind and in docs/clauses.md.
//
// A clause is never guessed: where the facts do not say, the status is unknown
// and the finding names what is missing. A vague word of the mandate is checked
// by the clause's stated reading, which is shown beside the status. A time that
// has passed decides a clause only by what is stated of it: an office that
// nobody has said to be open is unknown, not late, unless something stated after
// the time shows that it was not open yet.
//
// Every finding is a set of figures, which rest on the evidence:
//
//	compliance/<mandate>/<clause>/status
//	compliance/<mandate>/<clause>/{required,measured}
//	compliance/<mandate>/<clause>/probability           of the clauses about time
//	compliance/<mandate>/<clause>/class/<office>/<n>    of the n-th area that an office serves, in the list of the clause
//	compliance/<mandate>/<clause>/distance/<office>/<n> from the office to its centre, metres
//	compliance/<mandate>/<clause>/{categories,counties}/<round>
//	compliance/<mandate>/<clause>/told                  openings in the window by the latest frozen timetable
//	compliance/options/sure                             Options.Sure
package compliance

import (
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
)

// Status is how a clause stands on the day of the plan.
type Status string

// The statuses, from good to bad to undecided.
const (
	Met       Status = "met"         // already so, whatever happens
	MetByPlan Status = "met-by-plan" // so if the plan holds, with a probability where it is about time
	AtRisk    Status = "at-risk"     // the plan gives it, but with less probability than Options.Sure
	NotMet    Status = "not-met"     // the facts or the plan contradict it
	Unknown   Status = "unknown"     // the facts do not say
	NotDue    Status = "not-due"     // its day has not come and nothing is yet to be seen
)

// Statuses lists every status, in the order of legends.
var Statuses = []Status{Met, MetByPlan, AtRisk, NotMet, Unknown, NotDue}

// Matrix is the findings of all mandates' clauses, in the order of the facts.
type Matrix struct {
	Findings []Finding

	sure float64
}

// Finding is the state of one clause.
type Finding struct {
	Mandate programme.MandateID
	Clause  programme.ClauseID
	// Positions in Snapshot.Mandates and its Clauses.
	MandateAt, ClauseAt int
	Kind                programme.ClauseKind
	Strength            programme.Strength
	Status              Status
	// Probability that the clause will be met, NaN where it is not about time
	// or where a forecast is missing.
	Probability float64
	// Required and Measured are what is asked for and what the plan gives, in
	// the same unit; unknown words where the clause has no number.
	Required, Measured figure.Value
	Evidence           []Evidence
	Needs              []figure.Label // what would change the status

	required, measured grounds
	timed              bool            // a matter of when offices open
	extra              []figure.Figure // that no other part of the plan shows
}

// grounds are the rule and the inputs of a value.
type grounds struct {
	rule   figure.Rule
	inputs []figure.Address
}

// Evidence is one row under a finding: something that speaks for or against it.
type Evidence struct {
	What    figure.Label
	Subject programme.Text // an office, party, round, timetable or report, by name
	For     programme.Tri
	Address figure.Address // the figure or fact that shows it
}

// Options set the limits of statuses.
type Options struct {
	// Sure is the probability from which a planned event counts as met by the
	// plan rather than at risk; 0.8 where zero.
	Sure float64
}
