// Package staffing says how many officers the programme needs, where, when and
// where they can come from.
//
// In go the facts (staff of each office type, type claims, counts per round, the
// register of offices) and the opening days of the timetable; out comes the need
// of every office, round and month as a range, the part of it that travels in
// from other offices, how it compares with counted staff, and for each office
// whether staff can be moved from an office nearby or must be recruited. Every
// number is a figure with an address (see Staffing.Figure).
//
// Projects of kind open need officers; a move takes its staff along. An office
// needs them from the month in which it opens. Its need is the span over the
// types that it may be: those of the claim that holds, decided or proposed, or
// all types where nobody has said. A round's need is exact over all compositions
// that agree with its counts per type and with its offices' claims: the least
// and the greatest of a minimum cost flow (Ford and Fulkerson 1962), which is
// narrower than the sum of its offices. Proposals yield where the counts leave
// no room for them; where not even decided types fit, the counts are set aside
// and the round is marked as a contradiction.
//
// Nothing is assumed of an office of which the facts say nothing: an office whose
// position is not known, or a register that lists fewer offices than have been
// counted, leaves open whether there is one nearby.
package staffing

import (
	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/plan/timetable"
	"github.com/etablera/etablera/internal/programme"
)

// DefaultRadius is how far away an office lies nearby, as the crow flies.
const DefaultRadius programme.Metres = 30_000

// Need is a number of officers in all, and how many of these travel in from an
// office where they are placed.
type Need struct{ Total, Travelling programme.Range }

var noNeed = Need{programme.Exactly(0), programme.Exactly(0)}

func (n Need) plus(m Need) Need {
	return Need{n.Total.Plus(m.Total), n.Travelling.Plus(m.Travelling)}
}

// Staffing is the need of officers of a programme.
type Staffing struct {
	Radius  programme.Metres
	Offices []Office // in the order of the timetable's projects
	Rounds  []Round
	Months  []Month
	Counted []Comparison
	// Without counts the offices that have no forecast, and so are in no month.
	Without int

	facts    *programme.Index
	table    *timetable.Timetable
	types    []officeType
	existing []site
	index    map[programme.OfficeID]int
}

// Basis says what is known of an office's type.
type Basis string

// The bases.
const (
	Decided  Basis = "decided"
	Proposed Basis = "proposed"
	Open     Basis = "open" // nobody has said
)

// Office is the need of one office.
type Office struct {
	ID      programme.OfficeID
	Name    string
	Project int // position in Timetable.Projects
	Round   programme.RoundID
	Types   []programme.TypeID // that it may be
	Basis   Basis
	// Released says that counts by type bind the round, so that the round's need
	// does not rest on the proposal for this office. Need does.
	Released bool
	Need     Need
	// From is the month of the opening at P10, P50 and P80; unknown without forecast.
	From   [3]civil.Month
	Supply Supply

	claim   int // position in Snapshot.TypeClaims, −1 if none
	round   int // position in Staffing.Rounds, −1 if in none
	allowed []bool
}

// Round is the need of a round with all its offices open.
type Round struct {
	ID      programme.RoundID
	Offices []int // positions in Staffing.Offices
	Unnamed programme.Range
	Need    Need
	// OnProposals counts the offices whose proposed type the need rests on.
	OnProposals int
	// Released counts the offices whose proposal yields to the round's counts.
	Released int
	// Contradiction is set where the counts leave no room for decided types.
	Contradiction bool

	demand *demand
}

// Month is the need at the end of a month, with every office opening at its P50;
// Early and Late with every office opening at its P10 or P80.
type Month struct {
	Month       civil.Month
	Need        Need
	Early, Late Need
	Rounds      []Need // at P50, by Staffing.Rounds
}

// Comparison holds a count of staff against the need of the office.
type Comparison struct {
	Count   int // position in Snapshot.Staff
	Office  int // position in Staffing.Offices
	Month   civil.Month
	Counted programme.Range
	// Gap is counted less needed; the low end is below zero where too few may be there.
	Low, High int
	Known     bool
}
