package siting

import (
	"context"
	"fmt"
	"sync"
	"time"

	"github.com/etablera/etablera/internal/plan/coverage"
	"github.com/etablera/etablera/internal/plan/timetable"
	"github.com/etablera/etablera/internal/programme"
)

// Options steer a search; the zero value is the first mandate that asks for offices,
// as many as it asks for, 30 and 60 minutes, and a gap of 0.1 per cent.
type Options struct {
	Mandate  programme.MandateID
	Number   int // offices to open
	Minutes  int // the limit of Within
	Far      int // minutes; the limit of Far
	ListYear int // of the Police list that Areas counts; the mandate's where 0
	Years    int // of running that Cost counts beside the establishment
	// PerOfficer is how many people an officer has room for; where 0, as many as each has
	// today where that is known, else Room is not searched.
	PerOfficer int
	Group      string // of the people who count; everyone where ""
	Gap        float64
	Time       time.Duration // for each goal; 0 for no limit
	Seed       uint64
}

// The usual limits.
const (
	usualMinutes = 30
	usualFar     = 60
	usualYears   = 5
	usualGap     = 0.001
)

// Siting answers for where to open. Make one with Make.
type Siting struct {
	Options Options
	// Rules are what the clauses ask of places, and the rounds of types; Unbound the
	// clauses that ask nothing of places.
	Rules   []Rule
	Unbound []Unbound
	Mandate *programme.Mandate // nil where there is none

	facts    *programme.Index
	coverage *coverage.Coverage
	access   coverage.Options
	table    *timetable.Timetable

	officersToday bool // PerOfficer follows from the facts

	mu     sync.Mutex
	world  *world
	kinds  []Kind
	giving [2]*must // of places alone, and with types
	bests  map[Goal]*Best
	scores map[string]*Score
	curves map[[2]Goal]*Curve
	stays  map[Goal]*Stays
}

// Make prepares to answer; it looks at the mandate only. access is what the coverage
// was made with, from the same facts and timetable.
func Make(x *programme.Index, t *timetable.Timetable, c *coverage.Coverage, access coverage.Options, o Options) *Siting {
	s := &Siting{Options: o, facts: x, coverage: c, access: access, table: t, bests: map[Goal]*Best{}, scores: map[string]*Score{}, curves: map[[2]Goal]*Curve{}, stays: map[Goal]*Stays{}}
	s.Mandate = mandateOf(x.S, o.Mandate)
	if s.Mandate != nil {
		s.Options.Mandate = s.Mandate.ID
		s.readClauses()
		s.addTypes()
	}
	d := &s.Options
	if d.Number == 0 {
		d.Number = s.asked()
	}
	if d.Minutes == 0 {
		d.Minutes = usualMinutes
	}
	if d.Far == 0 {
		d.Far = usualFar
	}
	if d.Years == 0 {
		d.Years = usualYears
	}
	if d.PerOfficer == 0 {
		d.PerOfficer = s.perOfficerToday()
		s.officersToday = d.PerOfficer > 0
	}
	if d.ListYear == 0 {
		d.ListYear = c.ListYear
	}
	if d.Group == "" {
		d.Group = coverage.Everyone
	}
	if d.Gap == 0 {
		d.Gap = usualGap
	}
	if d.Seed == 0 {
		d.Seed = 1
	}
	return s
}

// mandateOf is the mandate of an id, or the first that asks for a number of offices;
// nil where there is none.
func mandateOf(s *programme.Snapshot, id programme.MandateID) *programme.Mandate {
	for i := range s.Mandates {
		m := &s.Mandates[i]
		if m.ID == id {
			return m
		}
		for j := range m.Clauses {
			if id == "" && m.Clauses[j].Kind == programme.OfficesAtLeast && m.Clauses[j].Minimum.Known {
				return m
			}
		}
	}
	return nil
}

// Before is the id of the state whose offices stay: without the mandate's, or now
// where no mandate opens any.
func (s *Siting) Before() string {
	if s.Mandate != nil && s.coverage.State("before-"+string(s.Mandate.ID)) >= 0 {
		return "before-" + string(s.Mandate.ID)
	}
	return coverage.Now
}

// Own is the id of the state with the mandate's own offices, "" where it opens none.
func (s *Siting) Own() string {
	if s.Mandate != nil && s.coverage.State("after-"+string(s.Mandate.ID)) >= 0 {
		return "after-" + string(s.Mandate.ID)
	}
	return ""
}

// NoNumberError says that nobody has said how many offices to open.
type NoNumberError struct{}

func (NoNumberError) Error() string { return "no mandate says how many offices to open: give a number" }

// TooManyError says that more offices are to open than there are places.
type TooManyError struct{ Number, Places int }

func (e TooManyError) Error() string {
	return fmt.Sprintf("%d offices cannot open at %d places", e.Number, e.Places)
}

// ready makes the world once. The caller holds the lock.
func (s *Siting) ready(ctx context.Context) (*world, error) {
	if s.world != nil {
		return s.world, nil
	}
	if s.Options.Number <= 0 {
		return nil, NoNumberError{}
	}
	w, err := s.makeWorld(ctx)
	if err != nil {
		return nil, err
	}
	if n := len(w.candidates) + w.lacking; s.Options.Number > n {
		return nil, TooManyError{s.Options.Number, n}
	}
	s.world = w
	return w, nil
}
