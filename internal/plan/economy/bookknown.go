package economy

import (
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
)

// fillKnown is the least that the offices with a known cost cost in a period. It
// stands beside a sum that is unknown, and is no estimate of it.
func (e *Economy) fillKnown(f *figure.Figure, p Period, k Kind, s Scope) bool {
	name(f, "economy.cost.known", kindTexts[k], p.text(), e.scopeText(s))
	e.notes(f, p, k, s)
	v, sc := e.KnownPart(p, k, s)
	units := []Kind{k}
	if k == All {
		units = unitKinds[:]
	}
	var in []figure.Address
	for i := range e.Offices {
		o := OfficeIndex(i)
		if !e.within(o, s, sc) {
			continue
		}
		for _, unit := range units {
			if a := e.At(p, unit, OfOffice(o), sc); a.Known && a != programme.ExactAmount(0) {
				in = append(in, e.costAt(p, unit, OfOffice(o), sc))
			}
		}
	}
	if len(in) == 0 {
		return give(f, figure.OfAmount(v), ruleNothing)
	}
	return give(f, figure.OfAmount(v), ruleKnown, in...)
}

func (e *Economy) mandateNamed(segment string) (MandateIndex, bool) {
	if segment == noRound {
		segment = ""
	}
	return e.Mandate(programme.MandateID(segment))
}

func (m *Mandate) segment() string {
	if m.ID == "" {
		return noRound
	}
	return string(m.ID)
}
