package economy

import (
	"fmt"
	"time"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/plan/timetable"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/sweden"
)

// Options steer the economy. The zero Options are the usual ones.
type Options struct {
	// LastYear is the last year shown; zero: the first whole year after the
	// last opening, by the plan and with 90 per cent probability.
	LastYear int
	// Cores is how many the simulation may use; zero: all. The result is the same.
	Cores int
}

// Economy is the cost of a programme over a horizon of whole years.
type Economy struct {
	First, Last int // years, both included
	Types       []Type
	Rounds      []Round
	Offices     []Office // one per opening project, in the timetable's order
	Mandates    []Mandate

	// NotPhased are the offices without any date: costed per year, in no period.
	NotPhased []OfficeIndex
	// NotCosted are offices that may have a type whose cost nobody has stated,
	// or for which there is no type at all: sums that they are in may be unknown.
	NotCosted []OfficeIndex
	// Repeated are projects that open an office which an earlier one opens: not costed again.
	Repeated []programme.ProjectID

	DepreciationYears programme.Range

	x           *programme.Index
	dates       Dates
	cal         *sweden.WorkingCalendar
	prices      prices
	first, last civil.Month
	lines       []*line // (total, rounds, types, mandates) × scenario
	spread      spread
	spreads     []spread // by mandate; nil where one mandate has every office
	money       moneyFacts
	officeAt    map[programme.OfficeID]OfficeIndex
	roundAt     map[programme.RoundID]RoundIndex
	total       rests
}

// Office is one establishment in the economy.
type Office struct {
	Project programme.ProjectID
	ID      programme.OfficeID
	Name    string
	Round   RoundIndex

	mandate MandateIndex

	Start, Opening civil.Date
	Closing        civil.Date // last day in operation, where a closing is known
	Basis          Basis

	Decided  bool // the type claim that holds binds
	Proposed bool // it is a proposal
	Released bool // a proposal that yields to the round's counts in a scenario
	Possible []TypeIndex
	Type     [2]TypeIndex // by scenario

	claimed   typeSet // by the claim that holds; every type without one
	claimAt   int     // position in TypeClaims, −1 without
	closingAt int     // position in OfficeEvents, −1 without
	project   int     // position in Dates.Projects
	spell     spell
}

// Round is a round with what its offices may come to be. The last Round, with
// an empty ID, holds the projects without a round, where there are any.
type Round struct {
	ID      programme.RoundID
	Name    programme.Text
	Offices []OfficeIndex
	// Least and Most are how many offices it has in all, named or not.
	Least, Most int
	// Compositions are in ascending order of running cost; Complete says
	// whether all are listed.
	Compositions []Composition
	Complete     bool
	// Unnamed counts, by scenario and type, the offices that no project names.
	Unnamed [2][]int
	// Yielding: counts by type go before proposed types. Released are
	// the offices whose proposal yields in a scenario: as few as can be in each.
	Yielding bool
	Released []OfficeIndex
	// Contradiction: counts and decided types cannot both hold; the counts were set aside.
	Contradiction bool
	// Greedy: the scenarios are consistent, but need not be outermost in every period.
	Greedy bool

	countAt []int // by type, positions in RoundCounts, −1 without
	totalAt int
	rests   rests
}

// Mandate is a mandate with an office here; an empty ID holds the projects
// without one. They stand in the order of the timetable's projects.
type Mandate struct {
	ID    programme.MandateID
	Name  programme.Text
	rests rests
}

// Make computes the economy of a programme on the dates of its timetable.
func Make(x *programme.Index, t *timetable.Timetable, o Options) (*Economy, error) {
	return OnDates(x, Dates{Projects: t.Projects, Runs: t.Runs, Samples: t.Samples}, o)
}

// OnDates is Make on dates from elsewhere: a scenario, or a timetable of one's own.
func OnDates(x *programme.Index, d Dates, o Options) (*Economy, error) {
	if len(x.S.OfficeTypes) > maxTypes {
		return nil, fmt.Errorf("economy: %d office types: at most %d can be told apart", len(x.S.OfficeTypes), maxTypes)
	}
	e := &Economy{x: x, dates: d, prices: newPrices(x.S)}
	e.gatherOffices()
	if err := e.layHorizon(o); err != nil {
		return nil, err
	}
	e.priceTypes()
	e.gatherMoney()
	e.DepreciationYears = e.money.depreciationYears(x.S)
	for i := range e.Rounds {
		r := &e.Rounds[i]
		if len(e.Types) == 0 {
			r.Least, r.Most, r.Complete = len(r.Offices), len(r.Offices), true
			continue
		}
		demand := e.reconcile(r)
		r.Least, r.Most = demand.least, demand.most
		e.settle(r, demand)
	}
	e.phaseAll()
	e.spread = e.simulate(Total, o.Cores)
	if len(e.Mandates) > 1 {
		for m := range e.Mandates {
			e.spreads = append(e.spreads, e.simulate(OfMandate(MandateIndex(m)), o.Cores))
		}
	}
	e.summarise()
	return e, nil
}

func (e *Economy) everyType() typeSet { return typeSet(1)<<uint(len(e.x.S.OfficeTypes)) - 1 }

// gatherOffices takes the offices that the timetable opens, and the rounds.
func (e *Economy) gatherOffices() {
	e.officeAt, e.roundAt = map[programme.OfficeID]OfficeIndex{}, map[programme.RoundID]RoundIndex{}
	for i := range e.x.S.Rounds {
		r := &e.x.S.Rounds[i]
		if _, taken := e.roundAt[r.ID]; !taken {
			e.addRound(r.ID, r.Name)
		}
	}
	for i := range e.dates.Projects {
		p := &e.dates.Projects[i]
		if _, taken := e.officeAt[p.Office]; taken {
			e.Repeated = append(e.Repeated, p.ID)
			continue
		}
		round, ok := e.roundAt[p.Round]
		if !ok {
			if round, ok = e.roundAt[""]; !ok {
				round = e.addRound("", programme.Text{Sv: "Utan omgång", En: "Without a round"})
			}
		}
		of := Office{Project: p.ID, ID: p.Office, Name: p.Name, Round: round, mandate: e.mandateOf(p.Mandate), Start: p.Start, Type: [2]TypeIndex{NoType, NoType}, project: i}
		of.claimed, of.Decided, of.claimAt = claimed(e.x, p.Office)
		of.Proposed = of.claimAt >= 0 && !of.Decided
		of.Opening, of.Basis = openingOf(p)
		if of.Closing, of.closingAt = closingOf(e.x, p.Office); of.Closing < of.Opening {
			of.Closing, of.closingAt = 0, -1
		}
		at := OfficeIndex(len(e.Offices))
		e.officeAt[p.Office] = at
		e.Offices = append(e.Offices, of)
		e.Rounds[round].Offices = append(e.Rounds[round].Offices, at)
		if !of.Opening.IsKnown() {
			e.NotPhased = append(e.NotPhased, at)
		}
	}
}

// mandateOf finds a mandate, or adds it.
func (e *Economy) mandateOf(id programme.MandateID) MandateIndex {
	if m, ok := e.Mandate(id); ok {
		return m
	}
	m := Mandate{ID: id, Name: programme.Text{Sv: "utan uppdrag", En: "without a mandate"}}
	if id != "" {
		m.Name = programme.Text{Sv: string(id), En: string(id)}
	}
	for i := range e.x.S.Mandates {
		if s := &e.x.S.Mandates[i]; s.ID == id && s.Title.Sv != "" {
			m.Name = s.Title
		}
	}
	e.Mandates = append(e.Mandates, m)
	return MandateIndex(len(e.Mandates) - 1)
}

func (e *Economy) addRound(id programme.RoundID, name programme.Text) RoundIndex {
	r := Round{ID: id, Name: name}
	r.countAt, r.totalAt = statedCounts(e.x, id)
	at := RoundIndex(len(e.Rounds))
	e.roundAt[id] = at
	e.Rounds = append(e.Rounds, r)
	return at
}

// newYear is the first day of a year.
func newYear(year int) civil.Date { return civil.Of(year, time.January, 1) }
