package change

import (
	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
)

// Kind is what happened to a thing between the two sides.
type Kind string

// The kinds of changes. A field that nobody had stated before is added.
const (
	Added   Kind = "added"
	Removed Kind = "removed"
	Changed Kind = "changed"
)

// Kinds lists every kind.
var Kinds = []Kind{Added, Removed, Changed}

// Set is everything that differs between two sides.
type Set struct {
	Before, After Side
	Facts         []FactChange
	Options       []OptionChange
	Figures       []FigureChange
	// Of baselines only.
	Openings []OpeningChange
	Rounds   []RoundChange
}

// IsEmpty says whether nothing differs.
func (s *Set) IsEmpty() bool {
	return len(s.Facts)+len(s.Options)+len(s.Figures)+len(s.Openings)+len(s.Rounds) == 0
}

// Side is one of the things compared: a programme as of a day, or a baseline as
// frozen on a day.
type Side struct {
	ID   string
	Name programme.Text
	Day  civil.Date
}

// FactChange is a record that was added or removed, or a field of a record that
// was stated, withdrawn or changed.
type FactChange struct {
	Kind Kind
	// Address is that of the record or field. A record without an id has one made
	// of its content.
	Address figure.Address
	// Before and After are the content as in a programme folder: a value, or
	// the stated fields of a record. Empty where there is none.
	Before, After string
}

// OptionChange is a choice of whoever made the plan that differs: the day, the
// seed, the number of runs.
type OptionChange struct {
	Kind          Kind
	Address       figure.Address
	Label         figure.Label
	Before, After figure.Value
}

// FigureChange is a figure whose value differs. Where it was added or removed the
// value on the other side is the zero Value.
type FigureChange struct {
	Kind          Kind
	Address       figure.Address
	Label         figure.Label
	Before, After figure.Value
	// Because lists the changed facts and options under the figure, at most
	// MaxCauses of them; More says that there are others.
	Because []Cause
	More    bool
}

// Cause is a changed fact or option, by address.
type Cause struct {
	Kind    Kind
	Address figure.Address
}

// MaxCauses bounds the causes that a figure names. A total rests on everything:
// naming it all would make a comparison grow with the square of the programme.
const MaxCauses = 24

// OpeningChange is an opening that differs between two baselines.
type OpeningChange struct {
	Project       programme.ProjectID
	Name          string // of its office; the id of the project where there is none
	Before, After civil.Span
	// Days is how much later the opening is, in calendar days: a range where a
	// date is known to the month only, unknown where there is no date on one side.
	Days figure.Value
}

// RoundChange is a round whose number of offices differs between two baselines.
type RoundChange struct {
	Round         programme.RoundID
	Name          programme.Text
	Before, After programme.Range
}
