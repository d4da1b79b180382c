package siting

import (
	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/plan/coverage"
	"github.com/etablera/etablera/internal/programme"
)

// perOfficerToday is how many inhabitants there are for each officer of the network
// now; 0 where the officers of some open office are not known, or offices are missing.
func (s *Siting) perOfficerToday() int {
	now := &s.coverage.States[s.coverage.State(coverage.Now)]
	officers, offices := 0, 0
	for _, list := range [][]int32{now.Open, now.Unplaced} {
		for _, site := range list {
			n := s.officersAt(s.coverage.Sites[site].Office, now.Day)
			if !n.IsExact() {
				return 0
			}
			officers, offices = officers+n.Low, offices+1
		}
	}
	f, ok := s.coverage.Figure(countedNowAt)
	if officers == 0 || ok && f.Value.Known && (int64(offices) < f.Value.Low || int64(offices) > f.Value.High) {
		return 0
	}
	people := int64(0)
	for _, n := range s.coverage.Population().People {
		people += int64(n)
	}
	return int(people / int64(officers))
}

// officersAt is the latest statement of how many officers an office has.
func (s *Siting) officersAt(id programme.OfficeID, day civil.Date) (n programme.Range) {
	var month civil.Month
	for i := range s.facts.S.Staff {
		c := &s.facts.S.Staff[i]
		if c.Office == id && c.Officers.Known && c.Month.First() <= day && c.Month >= month {
			n, month = c.Officers, c.Month
		}
	}
	if n.Known {
		return n
	}
	for i := range s.facts.S.Levels {
		l := &s.facts.S.Levels[i]
		if l.Office == id && l.Staff.Known && (!l.From.Last.IsKnown() || l.From.Last <= day) {
			n = l.Staff
		}
	}
	return n
}
