package closing

import (
	"time"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/money"
	"github.com/etablera/etablera/internal/plan/economy"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
)

// typesOf are the types that an office may have by the claim that holds; none where
// nobody has said.
func (k *Closing) typesOf(id programme.OfficeID) []programme.TypeID {
	claim, _ := k.facts.Claim(id)
	if claim == nil {
		return nil
	}
	return claim.Types
}

// typeAt is the address of a type's running cost in the prices of a year; outside the
// economy's years those of the nearest one hold.
func (k *Closing) typeAt(t programme.TypeID, year int) figure.Address {
	year = min(max(year, k.economy.First), k.economy.Last)
	return figure.At(economy.Segment, "type", t, economy.Running, year)
}

// Running is what an office costs in a year: over the types that it may have; unknown
// where nobody has stated a type, or the cost of one. Assumed says that somebody has
// assumed it instead.
func (k *Closing) Running(id programme.OfficeID, year int) (cost programme.Amount, assumed bool) {
	for n, t := range k.typesOf(id) {
		f, ok := k.economy.Figure(k.typeAt(t, year))
		if !ok || !f.Value.Known {
			return k.Options.Assume, k.Options.Assume.Known
		}
		low, high := f.Value.Ore()
		if n == 0 {
			cost = programme.Amount{Low: low, High: high, Known: true}
		}
		cost.Low, cost.High = min(cost.Low, low), max(cost.High, high)
	}
	if !cost.Known {
		return k.Options.Assume, k.Options.Assume.Known
	}
	return cost, false
}

// part is how much of a year lies after a day, in days, and the days of the year.
func part(last civil.Date, year int) (days, of int64) {
	first, next := civil.Of(year, time.January, 1), civil.Of(year+1, time.January, 1)
	from := min(max(last.AddDays(1), first), next)
	return int64(from.DaysUntil(next)), int64(first.DaysUntil(next))
}

// saved is what closing an office after a stage saves in a year: the part of the
// year's cost that its days have.
func (k *Closing) saved(id programme.OfficeID, stage, year int) (a programme.Amount, assumed bool) {
	cost, assumed := k.Running(id, year)
	if !cost.Known {
		return cost, false
	}
	days, of := part(k.Stages[stage].Last, year)
	return programme.Amount{Low: money.Scale(cost.Low, days, of), High: money.Scale(cost.High, days, of), Known: true}, assumed
}

// certain is what closing an office after a stage saves for certain in a year, in whole
// kronor rounded down; stage may be the number of stages: then it stays.
func (k *Closing) certain(id programme.OfficeID, stage, year int) int64 {
	if stage >= len(k.Stages) {
		return 0
	}
	a, _ := k.saved(id, stage, year)
	return int64(a.Low / money.Krona)
}

// kronor is what a need asks for in whole kronor, rounded up; the high end, so that it is
// met for certain.
func (n *Need) kronor() int64 {
	return int64((n.Amount.High + money.Krona - 1) / money.Krona)
}

// Saving is what a set saves in a year.
type Saving struct {
	Year    int
	Saved   programme.Amount // of the offices whose cost is known or assumed
	Assumed int              // offices whose cost is assumed
	Unknown int              // offices whose cost nobody knows: they add to it
}

func (k *Closing) savings(w *world, closes []int) []Saving {
	var out []Saving
	for _, y := range k.Years() {
		s := Saving{Year: y, Saved: programme.Amount{Known: true}}
		for i, stage := range closes {
			if stage >= len(k.Stages) {
				continue
			}
			a, assumed := k.saved(w.offices[i].ID, stage, y)
			switch days, _ := part(k.Stages[stage].Last, y); {
			case days == 0:
			case !a.Known:
				s.Unknown++
			case assumed:
				s.Assumed++
			}
			s.Saved.Low += a.Low
			s.Saved.High += a.High
		}
		out = append(out, s)
	}
	return out
}
