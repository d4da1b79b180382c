package staffing

import (
	"fmt"

	"github.com/etablera/etablera/internal/civil"
)

// The quantiles at which offices open, as positions in Office.From.
const (
	early = iota // P10
	usual        // P50
	late         // P80
)

// maxMonths bounds the months, as the timetable's curve.
const maxMonths = 30 * 12

// openBy says whether an office has opened by the end of a month at a quantile.
func (o *Office) openBy(at int, m civil.Month) bool { return o.From[at].IsKnown() && o.From[at] <= m }

// makeMonths finds the need of every month from the first opening at P10 to the
// last at P80. What a round needs changes only when one of its offices opens, so
// it is found once for each number of openings.
func (s *Staffing) makeMonths() {
	var first, last civil.Month
	for i := range s.Offices {
		if from := s.Offices[i].From; from[early].IsKnown() {
			if first == 0 || from[early] < first {
				first = from[early]
			}
			last = max(last, from[late])
		}
	}
	if !first.IsKnown() {
		return
	}
	found := map[string]Need{}
	for m := first; m <= last && m < first+maxMonths; m++ {
		month := Month{Month: m, Rounds: make([]Need, len(s.Rounds))}
		for at, into := range []*Need{early: &month.Early, usual: &month.Need, late: &month.Late} {
			*into = s.roundless(at, m)
			for r := range s.Rounds {
				need := s.needBy(found, r, at, m)
				*into = into.plus(need)
				if at == usual {
					month.Rounds[r] = need
				}
			}
		}
		s.Months = append(s.Months, month)
	}
}

// needBy is what a round needs at the end of a month.
func (s *Staffing) needBy(found map[string]Need, r, at int, m civil.Month) Need {
	round := &s.Rounds[r]
	open := make([]int, len(round.demand.groups))
	for _, i := range round.Offices {
		if o := &s.Offices[i]; o.openBy(at, m) {
			open[s.groupOf(round, o)]++
		}
	}
	key := fmt.Sprint(r, open)
	need, ok := found[key]
	if !ok {
		need = s.needOfRound(round, func(o *Office) bool { return o.openBy(at, m) }, false)
		found[key] = need
	}
	return need
}

// roundless is what the open offices need that belong to no round.
func (s *Staffing) roundless(at int, m civil.Month) Need {
	sum := noNeed
	for i := range s.Offices {
		if o := &s.Offices[i]; o.round < 0 && o.openBy(at, m) {
			sum = sum.plus(o.Need)
		}
	}
	return sum
}
