package economy

import (
	"slices"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/money"
	"github.com/etablera/etablera/internal/programme"
)

// moneyFacts are the facts that the costs are held against, by position in the snapshot.
type moneyFacts struct {
	appropriations []int           // those that count for the programme
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
		if ours[s.Appropriations[i].Mandate] {
			m.appropriations = append(m.appropriations, i)
		} else {
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

// gatherOutturn avoids counting money twice: an entry for the whole programme
// stands before those of offices, and a total before its components.
func (m *moneyFacts) gatherOutturn(s *programme.Snapshot) {
	type place struct {
		spent
		office programme.OfficeID
	}
	whole, total := map[spent]bool{}, map[place]bool{}
	for _, o := range s.Outturns {
		k := spent{o.Month, o.Kind}
		whole[k] = whole[k] || o.Office == ""
		if o.Component == programme.Total || o.Component == "" {
			total[place{k, o.Office}] = true
		}
	}
	for i, o := range s.Outturns {
		k := spent{o.Month, o.Kind}
		isTotal := o.Component == programme.Total || o.Component == ""
		if !o.Month.IsKnown() || whole[k] != (o.Office == "") || total[place{k, o.Office}] != isTotal {
			continue
		}
		m.outturn[k] = append(m.outturn[k], i)
		if !slices.Contains(m.outturnMonths, o.Month) {
			m.outturnMonths = append(m.outturnMonths, o.Month)
		}
	}
	slices.Sort(m.outturnMonths)
}

// Outturn is what was spent in a period; unknown where nothing is stated, or
// an amount in it is unknown. Kind is Establishment, Running or All.
func (e *Economy) Outturn(p Period, k Kind) programme.Amount {
	at := e.outturnAt(p, k)
	sum := programme.Amount{Known: len(at) > 0}
	for _, i := range at {
		sum = plus(sum, e.x.S.Outturns[i].Amount)
	}
	return sum
}

func plus(a, b programme.Amount) programme.Amount { return plusTimes(a, 1, b) }

// outturnAt lists the entries of a period that count, by month and kind.
func (e *Economy) outturnAt(p Period, k Kind) []int {
	var at []int
	from, to := p.Months()
	for _, m := range e.money.outturnMonths {
		if m < from || m > to {
			continue
		}
		if k == Establishment || k == All {
			at = append(at, e.money.outturn[spent{m, programme.Establishment}]...)
		}
		if k == Running || k == All {
			at = append(at, e.money.outturn[spent{m, programme.Running}]...)
		}
	}
	return at
}

// Appropriated is the appropriations of a year that count for the programme, of
// a status; of every status where it is empty. Those of the whole programme and
// of mandates with a project here count; permanent ones are carried forward,
// raised by the compensation series as far as it reaches. Unknown where nothing
// is stated for the year.
func (e *Economy) Appropriated(year int, status programme.ApproprStatus) programme.Amount {
	at := e.appropriationsAt(year, status)
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
	var at []int
	for _, i := range e.money.appropriations {
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

// LoanFrame is the ceiling for loans in a year, where stated.
func (e *Economy) LoanFrame(year int) programme.Amount {
	if i, ok := e.money.frames[year]; ok {
		return e.x.S.LoanFrames[i].Amount
	}
	return programme.Amount{}
}

// Loan is what remains at the end of a year of the loans for the programme's
// investments, which are paid off as they are written off. Where depreciation
// is unknown the loan lies between nothing and all that has been invested.
func (e *Economy) Loan(year int) programme.Amount {
	var out programme.Amount
	for sc := Low; sc <= High; sc++ {
		l := e.line(Total, sc)
		var invested, off [2]money.Ore
		n := int(civil.MonthOf(year, 12)-e.first) + 1
		if n < 12 || n > l.months {
			return programme.Amount{}
		}
		for m := range n {
			invested[0] += l.of(investLeast)[m]
			invested[1] += l.of(investMost)[m]
			off[0] += l.of(depreciateLeast)[m]
			off[1] += l.of(depreciateMost)[m]
		}
		a := programme.Amount{Low: max(0, invested[0]-off[1]), High: max(0, invested[1]-off[0]), Known: true}
		if l.unsplit > 0 {
			a = programme.Amount{High: invested[1], Known: true}
		}
		if sc == Low {
			out = a
		} else {
			out = spanOf(out, a)
		}
	}
	return out
}
