package portfolio

import "github.com/etablera/etablera/schedule"

// AddCalendar appends a calendar.
func (s *Spec) AddCalendar(c CalendarSpec) Calendar {
	s.Calendars = append(s.Calendars, c)
	return Calendar(len(s.Calendars))
}

// AddClock appends an external clock.
func (s *Spec) AddClock(c ClockSpec) Clock {
	s.Clocks = append(s.Clocks, c)
	return Clock(len(s.Clocks))
}

// AddLeader appends a leader.
func (s *Spec) AddLeader(l LeaderSpec) Leader {
	s.Leaders = append(s.Leaders, l)
	return Leader(len(s.Leaders))
}

// AddPool appends k equal leaders, each of whom leads at most most projects at once.
func (s *Spec) AddPool(name string, k int, most int32) {
	for range k {
		s.AddLeader(LeaderSpec{Name: name, Most: most})
	}
}

// AddTeam appends a team.
func (s *Spec) AddTeam(t TeamSpec) Team {
	s.Teams = append(s.Teams, t)
	return Team(len(s.Teams) - 1)
}

// AddProject appends a project.
func (s *Spec) AddProject(p ProjectSpec) Project {
	s.Projects = append(s.Projects, p)
	return Project(len(s.Projects) - 1)
}

// AddActivity appends an activity.
func (s *Spec) AddActivity(a ActivitySpec) Activity {
	s.Activities = append(s.Activities, a)
	return Activity(len(s.Activities) - 1)
}

// AddLink appends a link without a maximum.
func (s *Spec) AddLink(from, to Activity, kind schedule.LinkKind, lag int32) {
	s.Links = append(s.Links, Link{From: from, To: to, Kind: kind, Lag: lag})
}

// AddDemand appends a demand.
func (s *Spec) AddDemand(a Activity, t Team, amount int32) {
	s.Demands = append(s.Demands, Demand{a, t, amount})
}

// AddChoice appends a choice.
func (s *Spec) AddChoice(c ChoiceSpec) Choice {
	s.Choices = append(s.Choices, c)
	return Choice(len(s.Choices))
}

// AddCause appends a common cause.
func (s *Spec) AddCause(c CauseSpec) Cause {
	s.Causes = append(s.Causes, c)
	return Cause(len(s.Causes) - 1)
}
