package economy

import (
	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/money"
	"github.com/etablera/etablera/internal/programme"
)

// LoanFrame is the ceiling for loans in a year, where stated.
func (e *Economy) LoanFrame(year int) programme.Amount {
	if i, ok := e.money.frames[year]; ok {
		return e.x.S.LoanFrames[i].Amount
	}
	return programme.Amount{}
}

// Loan is what remains at the end of a year of the loans for the programme's
// investments, which are paid off as they are written off; unknown where an
// establishment cost is. Where only depreciation is, the loan lies between nothing and all that has been invested.
func (e *Economy) Loan(year int) programme.Amount {
	var out programme.Amount
	for sc := Low; sc <= High; sc++ {
		l := e.line(Total, sc)
		if e.nothingCosted(Establishment) || e.lacking(l, YearOf(year), Depreciation) {
			return programme.Amount{}
		}
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

// Headroom is a year's loan frame less the programme's loans at its end. The
// frame also covers the agency's other loans.
func (e *Economy) Headroom(year int) programme.Amount {
	frame, loan := e.LoanFrame(year), e.Loan(year)
	if !frame.Known || !loan.Known {
		return programme.Amount{}
	}
	return programme.Amount{Low: frame.Low - loan.High, High: frame.High - loan.Low, Known: true}
}
