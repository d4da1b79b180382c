package visits

import (
	"cmp"

	"github.com/etablera/etablera/internal/plan/coverage"
	"github.com/etablera/etablera/internal/programme"
)

// Level is an office's service level in a state.
type Level struct {
	Hours    float64 // open hours a week; 0 where unknown
	Services int     // partner agencies; 0 where unknown
	// Pull is hours × services, each over the mean of the offices of which it is
	// known: 1 is an average office, and one of which nothing is known. An office
	// that is never open pulls nobody.
	Pull      float64
	HasHours  bool
	HasAgents bool
	hoursAt   int // position in Snapshot.Levels, −1
	agentsAt  int
}

// levels are the service levels of a state's open sites. Pull is held against the
// means of the state now, so that an office pulls the same before and after; where
// nothing is known of that state, against those of the state itself.
func (v *Visits) levels(s *coverage.State) []Level {
	out := v.stated(s)
	hours, agents := means(out)
	if s.ID != coverage.Now {
		nowHours, nowAgents := means(v.stated(&v.coverage.States[v.coverage.State(coverage.Now)]))
		hours, agents = cmp.Or(nowHours, hours), cmp.Or(nowAgents, agents)
	}
	for i := range out {
		l := &out[i]
		l.Pull = 1
		if l.HasHours {
			l.Pull *= l.Hours / cmp.Or(hours, 1)
		}
		if l.HasAgents {
			l.Pull *= float64(l.Services) / cmp.Or(agents, 1)
		}
	}
	return out
}

// stated is what is known of the levels of a state's open sites.
func (v *Visits) stated(s *coverage.State) []Level {
	out := make([]Level, len(s.Open))
	for i, site := range s.Open {
		l := &out[i]
		h, at := v.coverage.HoursOf(s, site)
		l.hoursAt = at
		if l.HasHours = h.Known; l.HasHours {
			l.Hours = float64(h.PerWeek()) / 60
		}
		l.Services, l.agentsAt = v.services(s, v.coverage.Sites[site].Office)
		l.HasAgents = l.Services > 0
	}
	return out
}

// means are the mean hours and services of the offices of which they are known, 0
// where there is none.
func means(levels []Level) (hours, agents float64) {
	knownHours, knownAgents := 0, 0
	for _, l := range levels {
		if l.HasHours {
			hours, knownHours = hours+l.Hours, knownHours+1
		}
		if l.HasAgents {
			agents, knownAgents = agents+float64(l.Services), knownAgents+1
		}
	}
	return hours / float64(max(knownHours, 1)), agents / float64(max(knownAgents, 1))
}

// services are how many partner agencies' errands an office handles on the day of a
// state, by the latest level that says so.
func (v *Visits) services(s *coverage.State, id programme.OfficeID) (n, at int) {
	at = -1
	for i := range v.facts.S.Levels {
		l := &v.facts.S.Levels[i]
		if id == "" || l.Office != id || len(l.Services) == 0 || l.From.Last.IsKnown() && l.From.Last > s.Day {
			continue
		}
		if at < 0 || l.From.Last >= v.facts.S.Levels[at].From.Last {
			n, at = len(l.Services), i
		}
	}
	return n, at
}
