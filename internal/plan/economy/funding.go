package economy

import (
	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/programme"
)

// moneyFacts are the facts that the costs are held against, by position in the snapshot.
type moneyFacts struct {
	appropriations []int           // those that count for the programme
	lowered        []int           // those that lower the agency's whole appropriation
	elsewhere      int             // those of mandates without a project here
	frames         map[int]int     // loan frames by year
	outturn        map[spent][]int // what was spent in a month
	outturnMonths  []civil.Month   // ascending
	depreciation   int             // −1 without
}

type spent struct {
	month civil.Month
	kind  programme.CostKind
}

// gatherMoney picks the facts that hold; of several statements of one thing it
// is the latest known.
func (e *Economy) gatherMoney() {
	s := e.x.S
	m := moneyFacts{frames: map[int]int{}, outturn: map[spent][]int{}, depreciation: -1}
	later := func(a, b programme.Provenance) bool { return s.KnownFrom(a) <= s.KnownFrom(b) }
	ours := map[programme.MandateID]bool{"": true}
	for i := range e.dates.Projects {
		ours[e.dates.Projects[i].Mandate] = true
	}
	for i := range s.Appropriations {
		switch a := &s.Appropriations[i]; {
		case a.Mandate == "" && a.Amount.Known && a.Amount.High < 0:
			m.lowered = append(m.lowered, i)
		case ours[a.Mandate]:
			m.appropriations = append(m.appropriations, i)
		default:
			m.elsewhere++
		}
	}
	for i, f := range s.LoanFrames {
		if j, taken := m.frames[f.Year]; !taken || later(s.LoanFrames[j].Provenance, f.Provenance) {
			m.frames[f.Year] = i
		}
	}
	for i, d := range s.Depreciations {
		if m.depreciation < 0 || later(s.Depreciations[m.depreciation].Provenance, d.Provenance) {
			m.depreciation = i
		}
	}
	m.gatherOutturn(s)
	e.money = m
}

func (m *moneyFacts) depreciationYears(s *programme.Snapshot) programme.Range {
	if m.depreciation < 0 {
		return programme.Range{}
	}
	return s.Depreciations[m.depreciation].Years
}

// Appropriated is the appropriations of a year that count for the programme, of
// a status; of every status where it is empty. Those of the whole programme and
// of mandates with a project here count; permanent ones are carried forward,
// raised by the compensation series as far as it reaches. Unknown where nothing
// is stated for the year. A cut that names no mandate falls on the agency's
// whole appropriation, and how it is shared out nobody has said: see Lowered.
func (e *Economy) Appropriated(year int, status programme.ApproprStatus) programme.Amount {
	return e.sumOf(e.appropriationsAt(year, status), year)
}

// Lowered is the cuts of the agency's whole appropriation that are stated for a
// year, below zero; no part of Appropriated. Unknown where none is stated.
func (e *Economy) Lowered(year int) programme.Amount {
	return e.sumOf(e.entriesAt(e.money.lowered, year, ""), year)
}

func (e *Economy) sumOf(at []int, year int) programme.Amount {
	sum := programme.Amount{Known: len(at) > 0}
	for _, i := range at {
		a := e.x.S.Appropriations[i].Amount
		if a.Known {
			x := e.compensated(i, year)
			a.Low, a.High = x.low, x.high
		}
		sum = plus(sum, a)
	}
	return sum
}

func (e *Economy) appropriationsAt(year int, status programme.ApproprStatus) []int {
	return e.entriesAt(e.money.appropriations, year, status)
}

// entriesAt picks the entries that hold for a year and have a status, if one is given.
func (e *Economy) entriesAt(entries []int, year int, status programme.ApproprStatus) []int {
	var at []int
	for _, i := range entries {
		a := &e.x.S.Appropriations[i]
		// What nobody has said is granted counts as announced.
		is := programme.Announced
		if a.Status == programme.Granted {
			is = programme.Granted
		}
		if (a.Year == year || a.Permanent && a.Year < year) && (status == "" || is == status) {
			at = append(at, i)
		}
	}
	return at
}

func (e *Economy) compensated(i, year int) indexed {
	a := &e.x.S.Appropriations[i]
	return e.prices.bring(a.Amount, programme.Compensation, "", a.Year, year)
}

// Balance is appropriations less establishment and running cost: a comparison,
// for what an appropriation covers is its owner's to say.
func (e *Economy) Balance(year int) programme.Amount {
	granted, cost := e.Appropriated(year, ""), e.Between(YearOf(year), All, Total)
	if !granted.Known || !cost.Known {
		return programme.Amount{}
	}
	return programme.Amount{Low: granted.Low - cost.High, High: granted.High - cost.Low, Known: true}
}
