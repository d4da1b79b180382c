package economy

import (
	"slices"

	"github.com/etablera/etablera/internal/civil"
)

// lackEstablishment marks the months of an office's work, whose cost is unknown.
func (e *Economy) lackEstablishment(l *line, s *spell) {
	w := &s.work
	var before int64
	for m := e.cal.Date(w.start).Month(); before < w.whole; m++ {
		done := w.done(e.cal.Number((m + 1).First()))
		if done != before {
			e.lack(l, Establishment, m)
		}
		before = done
	}
}

// lackRunning marks the months of an office in operation at an unknown cost.
func (e *Economy) lackRunning(l *line, s *spell) {
	last := e.last
	if s.closing.IsKnown() {
		last = min(last, s.closing.Month())
	}
	for m := s.opening.Month(); m <= last; m++ {
		e.lack(l, Running, m)
	}
}

func (e *Economy) lack(l *line, unit Kind, m civil.Month) {
	if m >= e.first && m <= e.last {
		l.lacks[int(unit)*l.months+int(m-e.first)]++
	}
}

// lacking says whether a cost of a kind in a period holds one that nobody knows.
// What is written off rests on every investment made so far.
func (e *Economy) lacking(l *line, p Period, k Kind) bool {
	from, to := p.Months()
	if k == Depreciation {
		from = e.first
	}
	some := func(unit Kind) bool {
		for m := max(from, e.first); m <= min(to, e.last); m++ {
			if l.lacks[int(unit)*l.months+int(m-e.first)] > 0 {
				return true
			}
		}
		return false
	}
	return k != Running && some(Establishment) || (k == Running || k == All) && some(Running)
}

// nothingCosted says whether nobody has stated any cost of a kind: then even a
// period in which no office could cost anything is told as unknown, for a table
// of costs with nothing behind it shows no number.
func (e *Economy) nothingCosted(k Kind) bool {
	none := func(unit Kind) bool {
		return !slices.ContainsFunc(e.Types, func(t Type) bool { return t.Unit[unit].Amount.Known })
	}
	return len(e.Offices) > 0 && (k != Running && none(Establishment) || (k == Running || k == All) && none(Running))
}

// lacksUnit says whether an office has an unknown standard cost of a kind in a scenario.
func (e *Economy) lacksUnit(of *Office, k Kind, sc Scenario) bool {
	return of.Opening.IsKnown() && !e.costs(of.Type[sc], k)
}

// within says whether an office belongs to a scope in a scenario.
func (e *Economy) within(o OfficeIndex, s Scope, sc Scenario) bool {
	of := &e.Offices[o]
	switch s.of {
	case ofRound:
		return of.Round == RoundIndex(s.at)
	case ofType:
		return of.Type[sc] == TypeIndex(s.at)
	case ofOffice:
		return o == OfficeIndex(s.at)
	case ofMandate:
		return of.mandate == MandateIndex(s.at)
	}
	return true
}

// simulatedLack says whether, in some run, an office of the scope has an unknown
// cost of a kind in a period.
func (e *Economy) simulatedLack(p Period, k Kind, s Scope, sc Scenario) bool {
	if e.nothingCosted(k) {
		return true
	}
	first, last := p.Months()
	for i := range e.Offices {
		of := &e.Offices[i]
		if !of.Opening.IsKnown() || !e.within(OfficeIndex(i), s, sc) {
			continue
		}
		earliest, latest := e.extremes(of)
		if k != Running && e.lacksUnit(of, Establishment, sc) {
			start := min(e.cal.Date(of.spell.work.start), earliest)
			end := max(latest, e.cal.Date(of.spell.work.end()))
			if start.Month() <= last && end.Month() >= first {
				return true
			}
		}
		closed := of.Closing.IsKnown() && of.Closing.Month() < first
		if k != Establishment && e.lacksUnit(of, Running, sc) && earliest.Month() <= last && !closed {
			return true
		}
	}
	return false
}

// extremes are the first and last day on which an office opens in any run.
func (e *Economy) extremes(of *Office) (first, last civil.Date) {
	first, last = of.Opening, of.Opening
	base, days := e.samples(of)
	if !base.IsKnown() {
		return first, last
	}
	for _, d := range days {
		first, last = min(first, base+civil.Date(d)), max(last, base+civil.Date(d))
	}
	return first, last
}
