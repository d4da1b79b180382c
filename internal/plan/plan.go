// Package plan makes everything that follows from one snapshot of the facts:
// the timetable, the economy, the staffing, the counts of the network, and how
// the mandate's clauses stand; and explains any figure of it.
//
// Make is pure and deterministic: it reads no clock, file or database, and the
// same snapshot, seed and number of runs give the same plan to the byte, on any
// machine and any number of cores. Unknown facts stay unknown in the plan; what
// rests on an assumption or a proposal says so.
//
// Every part is a package of its own below this one and a figure.Book; the Shelf
// joins them, so that any number in a page, table or report has an address that
// Explain traces down to the facts and their sources.
package plan

import (
	"context"
	"fmt"
	"iter"
	"sync"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/plan/compliance"
	"github.com/etablera/etablera/internal/plan/coverage"
	"github.com/etablera/etablera/internal/plan/economy"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/plan/network"
	"github.com/etablera/etablera/internal/plan/siting"
	"github.com/etablera/etablera/internal/plan/siting/closing"
	"github.com/etablera/etablera/internal/plan/siting/premises"
	"github.com/etablera/etablera/internal/plan/siting/rounds"
	"github.com/etablera/etablera/internal/plan/staffing"
	"github.com/etablera/etablera/internal/plan/timetable"
	"github.com/etablera/etablera/internal/plan/visits"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/sweden"
)

// Options steer a plan; the zero value is the usual plan.
type Options struct {
	Seed uint64 // of the simulation; 1 where zero
	Runs int    // of the simulation; 10,000 where zero
	// Access says how times of travel are had, and on which day the network is
	// looked at.
	Access coverage.Options
	// Siting says what places are searched for, when somebody asks.
	Siting siting.Options
	// Premises says how premises on offer are scored. Where it has no methods of its
	// own they follow from Access.
	Premises premises.Options
	// Closing says what is to close, when somebody asks.
	Closing closing.Options
	// Rounds says what divisions into rounds are searched for, when somebody asks.
	Rounds rounds.Options
}

// withDefaults fills in what was left out, so that a plan states what it used.
func (o Options) withDefaults() Options {
	if o.Seed == 0 {
		o.Seed = 1
	}
	if o.Runs == 0 {
		o.Runs = 10_000
	}
	return o
}

// Plan is everything that follows from a snapshot.
type Plan struct {
	Facts      *programme.Index
	AsOf       civil.Date
	Options    Options
	Timetable  *timetable.Timetable
	Economy    *economy.Economy
	Staffing   *staffing.Staffing
	Network    *network.Network
	Compliance *compliance.Matrix
	Coverage   *coverage.Coverage
	Visits     *visits.Visits
	Siting     *siting.Siting
	Closing    *closing.Closing
	Premises   *premises.Scores
	Rounds     *rounds.Rounds
	Shelf      figure.Shelf
}

// NoDayError says that a snapshot does not say on which day it stands.
type NoDayError struct{}

func (NoDayError) Error() string {
	return "the programme does not say on which day it stands: give programme.as-of, or --as-of"
}

// DayOutsideError says that a plan cannot stand on a day outside the calendar.
type DayOutsideError struct{ Day civil.Date }

func (e DayOutsideError) Error() string {
	return fmt.Sprintf("a plan cannot stand on %s: the working calendar has the years %d to %d", e.Day, sweden.FirstYear, sweden.LastYear)
}

// yearsBefore and yearsAfter bound the calendar around the day of the plan.
const yearsBefore, yearsAfter = 30, 60

// calendars keeps the last few working calendars: they depend on nothing but
// their years, and building one costs more than planning 28 offices.
var calendars sync.Map

func calendarAround(year int) (*sweden.WorkingCalendar, error) {
	if c, ok := calendars.Load(year); ok {
		return c.(*sweden.WorkingCalendar), nil
	}
	c, err := sweden.NewWorkingCalendar(max(year-yearsBefore, sweden.FirstYear), min(year+yearsAfter, sweden.LastYear))
	if err != nil {
		return nil, err
	}
	calendars.Store(year, c)
	return c, nil
}

// Make plans a snapshot as it stands on Programme.AsOf. The snapshot must not be
// changed while the plan is in use. O(projects × activities × runs).
func Make(s *programme.Snapshot, o Options) (*Plan, error) {
	return MakeContext(context.Background(), s, o)
}

// MakeContext is Make that can be cancelled.
func MakeContext(ctx context.Context, s *programme.Snapshot, o Options) (*Plan, error) {
	if !s.Programme.AsOf.IsKnown() {
		return nil, NoDayError{}
	}
	if y := s.Programme.AsOf.Year(); y < sweden.FirstYear || y > sweden.LastYear {
		return nil, DayOutsideError{s.Programme.AsOf}
	}
	p := &Plan{Facts: programme.NewIndex(s), AsOf: s.Programme.AsOf, Options: o.withDefaults()}
	calendar, err := calendarAround(p.AsOf.Year())
	if err != nil {
		return nil, err
	}
	p.Timetable, err = timetable.MakeContext(ctx, p.Facts, calendar, timetable.Options{Seed: p.Options.Seed, Runs: p.Options.Runs})
	if err != nil {
		return nil, fmt.Errorf("timetable: %w", err)
	}
	if p.Economy, err = economy.Make(p.Facts, p.Timetable, economy.Options{}); err != nil {
		return nil, fmt.Errorf("economy: %w", err)
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	p.Staffing = staffing.Make(p.Facts, p.Timetable)
	p.Network = network.Make(p.Facts, countyOf, p.outlook)
	p.Compliance = compliance.Check(p.Facts, p.Timetable, compliance.Options{})
	p.Coverage = coverage.Make(p.Facts, p.Timetable, p.Options.Access)
	p.Visits = visits.Make(p.Facts, p.Coverage, visits.Options{})
	wish := p.Options.Siting
	wish.Seed = p.Options.Seed
	p.Siting = siting.Make(p.Facts, p.Timetable, p.Coverage, p.Options.Access, wish)
	p.Premises = premises.Make(p.Facts, p.offered())
	closings := p.Options.Closing
	closings.Seed = p.Options.Seed
	p.Closing = closing.Make(p.Facts, p.Coverage, p.Economy, closings)
	p.Rounds = rounds.Make(p.Facts, p.Timetable, p.Coverage, p.Options.Access, p.Options.Rounds)
	p.Shelf = figure.Shelf{
		figure.FactsSegment: figure.NewFacts(s),
		"timetable":         p.Timetable.Book(),
		"economy":           p.Economy,
		"staffing":          p.Staffing,
		"network":           p.Network,
		"compliance":        p.Compliance,
		coverage.Segment:    p.Coverage,
		visits.Segment:      p.Visits,
		siting.Segment:      p.Siting,
		closing.Segment:     p.Closing,
		premises.Segment:    p.Premises,
		rounds.Segment:      p.Rounds,
	}
	return p, nil
}

// offered are the options of the premises with what follows from the others.
func (p *Plan) offered() premises.Options {
	o := p.Options.Premises
	if o.Methods == nil {
		o.Methods = premises.With(p.Options.Access.Method)
	}
	if o.ListYear == 0 {
		o.ListYear = p.Coverage.ListYear
	}
	if o.Population == nil {
		o.Population = p.Options.Access.Population
	}
	return o
}

func countyOf(municipality string) string {
	m, ok := sweden.MunicipalityByName(municipality)
	if !ok {
		return ""
	}
	return m.County().Name
}

func (p *Plan) outlook(id programme.ProjectID) network.Outlook {
	i := p.Timetable.Find(id)
	if i < 0 {
		return network.Outlook{}
	}
	t := &p.Timetable.Projects[i]
	return network.Outlook{Opened: t.State == timetable.Opened, Stale: t.Stale, Reported: t.Reported}
}

// Parts lists the books of the plan in the order in which they are shown.
var Parts = []string{"network", "timetable", "economy", "staffing", "compliance", coverage.Segment, visits.Segment, siting.Segment, premises.Segment, closing.Segment, rounds.Segment, figure.FactsSegment}

// Addresses lists the figures of all parts, facts last.
func (p *Plan) Addresses() iter.Seq[figure.Address] {
	return func(yield func(figure.Address) bool) {
		for _, part := range Parts {
			for a := range p.Shelf[part].Addresses() {
				if !yield(a) {
					return
				}
			}
		}
	}
}

// Explain shows how a figure was made, down to the facts or to a depth (0: no limit).
func (p *Plan) Explain(a figure.Address, depth int) (*figure.Node, error) {
	return figure.Explain(p.Shelf, a, depth)
}
