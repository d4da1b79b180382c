package economy

import (
	"slices"

	"github.com/etablera/etablera/internal/money"
	"github.com/etablera/etablera/internal/programme"
)

// phaseAll adds every office to the lines of its round, type and the whole.
func (e *Economy) phaseAll() {
	months := int(e.last-e.first) + 1
	e.lines = make([]*line, 2*(1+len(e.Rounds)+len(e.Types)+len(e.Mandates)))
	for i := range e.lines {
		e.lines[i] = newLine(months)
	}
	one := newLine(months)
	for i := range e.Offices {
		of := &e.Offices[i]
		for sc := Low; sc <= High; sc++ {
			one.clear()
			e.phase(one, &of.spell, of.Type[sc], sc)
			e.line(Total, sc).add(one)
			e.line(OfRound(of.Round), sc).add(one)
			if of.Type[sc] != NoType {
				e.line(OfType(of.Type[sc]), sc).add(one)
			}
			e.line(OfMandate(of.mandate), sc).add(one)
		}
		if e.uncosted(of, All) {
			e.NotCosted = append(e.NotCosted, OfficeIndex(i))
		}
	}
}

// uncosted says whether an office may have a type with an unknown cost of a
// kind, or has no type to go by.
func (e *Economy) uncosted(of *Office, k Kind) bool {
	return len(of.Possible) == 0 || slices.ContainsFunc(of.Possible, func(t TypeIndex) bool { return !e.costs(t, k) })
}

// line finds the amounts of a scope by month. An office's are computed anew: a
// plan of thousands of offices keeps the sums only.
func (e *Economy) line(s Scope, sc Scenario) *line {
	at := 0
	switch s.of {
	case ofRound:
		at = 1 + int(s.at)
	case ofType:
		at = 1 + len(e.Rounds) + int(s.at)
	case ofMandate:
		at = 1 + len(e.Rounds) + len(e.Types) + int(s.at)
	case ofOffice:
		of := &e.Offices[s.at]
		l := newLine(int(e.last-e.first) + 1)
		e.phase(l, &of.spell, of.Type[sc], sc)
		return l
	}
	return e.lines[2*at+int(sc)]
}

// At returns a scope's cost of a kind in a period, in one scenario. It is exact
// for establishment, running and all; investment is a range where the split of
// an establishment cost is unknown, and depreciation is then unknown. A period
// outside the horizon is unknown, and so is the cost by period of an office
// without a date, and of an office or type when nobody has stated the type's.
// A round, a mandate and the whole go on without the first, and are unknown in
// the periods in which an office costs an amount that nobody has stated.
func (e *Economy) At(p Period, k Kind, s Scope, sc Scenario) programme.Amount {
	if s.of == ofType && !e.costs(TypeIndex(s.at), k) || s.of == ofOffice && !e.dated(&e.Offices[s.at], k, sc) {
		return programme.Amount{}
	}
	l := e.line(s, sc)
	if e.nothingCosted(k) || e.lacking(l, p, k) {
		return programme.Amount{}
	}
	return e.read(l, p, k)
}

// KnownPart is the least that the offices with known costs cost in a period:
// what can be said of a sum that is unknown for want of the others.
func (e *Economy) KnownPart(p Period, k Kind, s Scope) (programme.Amount, Scenario) {
	low, high := e.read(e.line(s, Low), p, k), e.read(e.line(s, High), p, k)
	if low.Known && high.Known && high.Low < low.Low {
		return high, High
	}
	return low, Low
}

// costs says whether what a kind of cost rests on is known of a type.
func (e *Economy) costs(t TypeIndex, k Kind) bool {
	if t == NoType {
		return false
	}
	u := &e.Types[t].Unit
	return (k == Running || u[Establishment].Amount.Known) && (k != Running && k != All || u[Running].Amount.Known)
}

// Between returns the cost over both scenarios.
func (e *Economy) Between(p Period, k Kind, s Scope) programme.Amount {
	return spanOf(e.At(p, k, s, Low), e.At(p, k, s, High))
}

func spanOf(a, b programme.Amount) programme.Amount {
	if !a.Known || !b.Known {
		return programme.Amount{}
	}
	return programme.Amount{Low: min(a.Low, b.Low), High: max(a.High, b.High), Known: true}
}

// read sums the money of a line over a period.
func (e *Economy) read(l *line, p Period, k Kind) programme.Amount {
	from, to := p.Months()
	if from < e.first || to > e.last {
		return programme.Amount{}
	}
	sum := func(m measure) (total money.Ore) {
		for _, a := range l.of(m)[from-e.first : to-e.first+1] {
			total += a
		}
		return total
	}
	switch k {
	case Establishment:
		return programme.ExactAmount(sum(establishing))
	case Running:
		return programme.ExactAmount(sum(running))
	case All:
		return programme.ExactAmount(sum(establishing) + sum(running))
	case Investment:
		return programme.Amount{Low: sum(investLeast), High: sum(investMost), Known: true}
	}
	if l.unsplit > 0 {
		return programme.Amount{}
	}
	return programme.Amount{Low: sum(depreciateLeast), High: sum(depreciateMost), Known: true}
}

// Years lists the years of the horizon.
func (e *Economy) Years() []Period {
	var out []Period
	for y := e.First; y <= e.Last; y++ {
		out = append(out, YearOf(y))
	}
	return out
}

// Tertials lists the tertials of the horizon.
func (e *Economy) Tertials() []Period {
	var out []Period
	for y := e.First; y <= e.Last; y++ {
		for t := 1; t <= 3; t++ {
			out = append(out, TertialOf(y, t))
		}
	}
	return out
}

// Months lists the months of the horizon.
func (e *Economy) Months() []Period {
	var out []Period
	for m := e.first; m <= e.last; m++ {
		out = append(out, MonthOf(m))
	}
	return out
}

// Office finds an office by id.
func (e *Economy) Office(id programme.OfficeID) (OfficeIndex, bool) {
	i, ok := e.officeAt[id]
	return i, ok
}

// Round finds a round by id.
func (e *Economy) Round(id programme.RoundID) (RoundIndex, bool) {
	i, ok := e.roundAt[id]
	return i, ok
}

// Mandate finds a mandate by id.
func (e *Economy) Mandate(id programme.MandateID) (MandateIndex, bool) {
	for i := range e.Mandates {
		if e.Mandates[i].ID == id {
			return MandateIndex(i), true
		}
	}
	return 0, false
}

// Type finds an office type by id.
func (e *Economy) Type(id programme.TypeID) (TypeIndex, bool) {
	_, i := e.x.Type(id)
	return TypeIndex(i), i >= 0
}
