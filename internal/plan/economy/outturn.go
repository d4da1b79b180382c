package economy

import (
	"slices"

	"github.com/etablera/etablera/internal/programme"
)

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
