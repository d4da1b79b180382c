package rounds

import (
	"context"
	"sync"

	"github.com/etablera/etablera/internal/plan/coverage"
	"github.com/etablera/etablera/internal/plan/timetable"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/locate/division"
)

// Options steer a search; the zero value is the first mandate with rounds, the sizes that
// are stated for them or that they have, and the leaders that are stated.
type Options struct {
	Mandate programme.MandateID
	Sizes   []Size // of each round in the facts' order; nil for those stated
	Leaders timetable.Leaders
	Nodes   int // of each search; the engine's usual where 0
}

// Size is how many offices a round may have.
type Size struct{ Least, Most int }

// Rounds answers for the rounds of a mandate. Make one with Make.
type Rounds struct {
	Options Options
	Mandate *programme.Mandate // nil where none has two rounds
	Offices []Office
	Rounds  []Round
	Leaders timetable.Leaders // Count 0 where unknown

	facts    *programme.Index
	table    *timetable.Timetable
	coverage *coverage.Coverage
	access   coverage.Options

	mu        sync.Mutex
	world     *world
	divisions map[string]*Division
	judged    map[Scope]*Judgement
	bests     map[Goal]*Best
	curves    map[[2]Goal]*Curve
}

// Make prepares to answer; it looks at the mandate only. access is what the coverage was
// made with, from the same facts and timetable.
func Make(x *programme.Index, t *timetable.Timetable, c *coverage.Coverage, access coverage.Options, o Options) *Rounds {
	r := &Rounds{Options: o, facts: x, table: t, coverage: c, access: access,
		divisions: map[string]*Division{}, judged: map[Scope]*Judgement{}, bests: map[Goal]*Best{}, curves: map[[2]Goal]*Curve{}}
	r.Leaders = o.Leaders
	if r.Leaders.Count == 0 {
		r.Leaders, _ = t.LeadersStated()
	}
	r.Leaders.Each = max(1, r.Leaders.Each)
	for i := range x.S.Mandates {
		m := &x.S.Mandates[i]
		if (o.Mandate == "" || m.ID == o.Mandate) && r.Mandate == nil {
			if rounds := r.roundsOf(m.ID); len(rounds) >= 2 {
				r.Mandate, r.Rounds = m, rounds
			}
		}
	}
	if r.Mandate != nil {
		r.readOffices()
		r.readClauses()
	}
	return r
}

// Usable says whether there is something to divide, else a NoRoundsError or an
// UnplacedError.
func (r *Rounds) Usable() error {
	if r.Mandate == nil || len(r.Offices) == 0 {
		return NoRoundsError{}
	}
	for i := range r.Offices {
		if r.Offices[i].Round < 0 {
			return UndividedError{r.Offices[i].Name}
		}
	}
	return nil
}

// NoRoundsError says that no mandate has two rounds with offices.
type NoRoundsError struct{}

func (NoRoundsError) Error() string { return "no mandate has two rounds with offices to divide" }

// UndividedError says that an office of the mandate is in no round.
type UndividedError struct{ Office string }

func (e UndividedError) Error() string { return "in no round of the mandate: " + e.Office }

// SizesError says that the rounds cannot have any sizes that keep all limits.
type SizesError struct{ Rounds []Round }

func (SizesError) Error() string { return "no sizes of the rounds keep all limits" }

// ready makes the world once. The caller holds the lock.
func (r *Rounds) ready(ctx context.Context) (*world, error) {
	if r.world != nil {
		return r.world, nil
	}
	if err := r.Usable(); err != nil {
		return nil, err
	}
	w, err := r.makeWorld(ctx)
	if err == nil {
		r.world = w
	}
	return w, err
}

func (r *Rounds) limits() division.Options { return division.Options{Nodes: r.Options.Nodes} }
