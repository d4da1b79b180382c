package portfolio

import (
	"errors"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/etablera/etablera/schedule"
)

// wrong is one way to spoil checkScene, and the whole of what has to be said about it.
type wrong struct {
	want  string
	spoil func(s *Spec)
}

// onlyMistake checks that each spoilt Spec has exactly the one mistake that it was given.
func onlyMistake(t *testing.T, cases []wrong) {
	t.Helper()
	for _, c := range cases {
		s := checkScene()
		c.spoil(s)
		_, err := Compile(s)
		var invalid *InvalidError
		if !errors.As(err, &invalid) {
			t.Errorf("error %v; want %q", err, c.want)
		} else if !slices.Equal(invalid.Mistakes, []string{c.want}) {
			t.Errorf("mistakes\n\t%s\nwant\n\t%s", strings.Join(invalid.Mistakes, "\n\t"), c.want)
		}
	}
}

// A calendar needs a week, its words, and a working day in the week that repeats.
func TestCalendarMistakes(t *testing.T) {
	onlyMistake(t, []wrong{
		{"calendars[0] (week): length is 6; want 7 … 65536", func(s *Spec) { s.Calendars[0].Length = 6 }},
		{"calendars[0] (week): length is 65537; want 7 … 65536", func(s *Spec) {
			s.Calendars[0].Length, s.Calendars[0].Bits = MaxDay+1, make([]uint64, 1025)
		}},
		{"calendars[0] (week): words of 64 bits is 0; want 1 … 65536", func(s *Spec) { s.Calendars[0].Bits = nil }},
		{"calendars[0] (never) has no working day in its last week; want one, for that week repeats", func(s *Spec) {
			s.Calendars[0] = NewCalendar("never", 14, func(int32) bool { return false })
		}},
		{"calendars[0] (once) has no working day in its last week; want one, for that week repeats", func(s *Spec) {
			s.Calendars[0] = NewCalendar("once", 14, func(d int32) bool { return d < 7 })
		}},
	})
}

// A clock says from day 0 on what holds, in whole days, in steps that rise.
func TestClockMistakes(t *testing.T) {
	clock := func(steps ...ClockStep) func(s *Spec) {
		return func(s *Spec) { s.AddClock(ClockSpec{Name: "permit", Steps: steps}) }
	}
	onlyMistake(t, []wrong{
		{"clocks[0] (permit) says nothing of day 0; want its first step from day 0", clock()},
		{"clocks[0] (permit) says nothing of day 0; want its first step from day 0", clock(ClockStep{From: 3, Days: 1})},
		{"clocks[0] (permit): days of step 0 is -1; want 0 … 3660", clock(ClockStep{Days: -1})},
		{"clocks[0] (permit): days of step 0 is 3661; want 0 … 3660", clock(ClockStep{Days: 3661})},
		{"clocks[0] (permit): extra days of step 1 is -2; want 0 … 3660", clock(ClockStep{}, ClockStep{From: 9, Extra: -2})},
		{"clocks[0] (permit): step 1 is from day 0, not after the step before", clock(ClockStep{}, ClockStep{})},
		{"clocks[0] (permit): step 2 is from day 4, not after the step before", clock(ClockStep{}, ClockStep{From: 5}, ClockStep{From: 4})},
	})
}

// Leaders and teams have a capacity that fits, changed by steps that rise.
func TestCapacityMistakes(t *testing.T) {
	onlyMistake(t, []wrong{
		{"leaders[0] (leader): capacity is -1; want 0 … 32767", func(s *Spec) { s.Leaders[0].Most = -1 }},
		{"leaders[1] (other): capacity is 32768; want 0 … 32767", func(s *Spec) { s.Leaders[1].Most = 1 << 15 }},
		{"leaders[0] (leader): capacity from step 0 is -1; want 0 … 32767", func(s *Spec) { s.Leaders[0].Steps = []Step{{5, -1}} }},
		{"leaders[0] (leader): day of step 0 is -5; want 0 … 32768", func(s *Spec) { s.Leaders[0].Steps = []Step{{-5, 1}} }},
		{"leaders[0] (leader): step 1 is from day 5, not after the step before", func(s *Spec) { s.Leaders[0].Steps = []Step{{5, 1}, {5, 2}} }},
		{"teams[0] (team): capacity is 40000; want 0 … 32767", func(s *Spec) { s.Teams[0].Capacity = 40000; s.Demands = nil }},
		{"teams[0] (team): day of step 0 is 32769; want 0 … 32768", func(s *Spec) { s.Teams[0].Steps = []Step{{MaxDay/2 + 1, 1}} }},
		{"teams[0] (team): step 1 is from day 2, not after the step before", func(s *Spec) { s.Teams[0].Steps = []Step{{8, 1}, {2, 1}} }},
	})
}

// A project has a key of its own, a milestone of its own that is always done, and leaders that exist.
func TestProjectMistakes(t *testing.T) {
	onlyMistake(t, []wrong{
		{"now is -1; want 0 … 32768", func(s *Spec) { s.Now = -1 }},
		{"now is 32769; want 0 … 32768", func(s *Spec) { s.Now = MaxDay/2 + 1 }},
		{"projects[1] (line) has the key of projects[0]; want keys that are unique", func(s *Spec) { s.Projects[1].Key = 1 }},
		{"projects[0] (line): milestone is 99; want 0 … 3", func(s *Spec) { s.Projects[0].Milestone = 99 }},
		{"projects[0] (line): milestone is -1; want 0 … 3", func(s *Spec) { s.Projects[0].Milestone = -1 }},
		{"projects[0] (line): its milestone is of project 1 or depends on a choice; want one of its own that is always done", func(s *Spec) {
			s.Projects[0].Milestone = 3
		}},
		{"projects[1] (line): its milestone is of project 1 or depends on a choice; want one of its own that is always done", func(s *Spec) {
			s.Activities[3].Choice = s.AddChoice(ChoiceSpec{Ways: []WaySpec{{Name: "only"}}})
		}},
		{"projects[0] (line): release is -3; want 0 … 32768", func(s *Spec) { s.Projects[0].Release = -3 }},
		{"projects[0] (line): due day is 40000; want 0 … 32768", func(s *Spec) { s.Projects[0].Due = schedule.Known(40000) }},
		{"projects[1] (line): weight is -1; want 0 … 1048576", func(s *Spec) { s.Projects[1].Weight = -1 }},
		{"projects[0] (line): leader is 9; want 0 … 2", func(s *Spec) { s.Projects[0].Leader = 9 }},
		{"projects[0] (line): possible leader is 0; want 1 … 2", func(s *Spec) { s.Projects[0].Leaders = []Leader{0} }},
		{"projects[0] (line): leader of a hand-over is 3; want 1 … 2", func(s *Spec) { s.Projects[0].Handover = []Handover{{9, 3}} }},
		{"projects[0] (line): day of a hand-over is -9; want 0 … 32768", func(s *Spec) { s.Projects[0].Handover = []Handover{{-9, 1}} }},
		{"projects[0] (line): hand-over 1 is on day 9, not after the one before", func(s *Spec) { s.Projects[0].Handover = []Handover{{9, 2}, {9, 1}} }},
	})
	s := checkScene()
	s.Leaders, s.Projects[0].Leaders, s.Projects[1].Leaders = nil, nil, nil
	s.Projects[1].Unled = true
	var invalid *InvalidError
	want := []string{"projects[0] (line) needs a leader and there is none; want leaders, or the project unled"}
	if _, err := Compile(s); !errors.As(err, &invalid) || !slices.Equal(invalid.Mistakes, want) {
		t.Errorf("error %v; want %v", err, want)
	}
}

// An activity belongs somewhere, lasts by one thing only, and has not done what lies ahead.
func TestActivityMistakes(t *testing.T) {
	bad := schedule.Distribution{}
	onlyMistake(t, []wrong{
		{"activities[0] (): calendar is 7; want 0 … 1", func(s *Spec) { s.Activities[0].Calendar = 7 }},
		{"activities[0] (): release is -1; want 0 … 32768", func(s *Spec) { s.Activities[0].Release = schedule.Known(-1) }},
		{"activities[1] (): deadline is 99999; want 0 … 32768", func(s *Spec) { s.Activities[1].Deadline = schedule.Known(99999) }},
		{"activities[3] (): pinned start is -1; want 0 … 32768", func(s *Spec) { s.Activities[3].Pinned = schedule.Known(-1) }},
		{"activities[2] (): probability 1.5 of a complex case; want 0 … 1", func(s *Spec) { s.Activities[2].Complex = 1.5 }},
		{"activities[2] (): probability NaN of a complex case; want 0 … 1", func(s *Spec) { s.Activities[2].Complex = math.NaN() }},
		{"activities[2] () has a duration and a clock, or neither; want one of them", func(s *Spec) { s.Activities[2].Duration = bad }},
		{"activities[2] () has a duration and a clock, or neither; want one of them", func(s *Spec) {
			s.Activities[2].Clock = s.AddClock(ClockSpec{Steps: []ClockStep{{0, 1, 0}}})
		}},
		{"activities[0] () has finished and not started; want its start", func(s *Spec) { s.Activities[0].Finished = schedule.Known(1) }},
		{"activities[0] (): start that has happened is 2; want 0 … 1", func(s *Spec) { s.Activities[0].Started = schedule.Known(2) }},
		{"activities[0] (): finish that has happened is 0; want 1 … 1", func(s *Spec) {
			s.Activities[0].Started, s.Activities[0].Finished = schedule.Known(1), schedule.Known(0)
		}},
		{"activities[0] (): choice is 1; want 0 … 0", func(s *Spec) { s.Activities[0].Choice = 1 }},
		{"activities[0] (): way is 2; want 0 … 1", func(s *Spec) {
			s.Activities[0].Choice, s.Activities[0].Way = s.AddChoice(ChoiceSpec{Ways: make([]WaySpec, 2)}), 2
		}},
		{"activities[0] (): cause is 0; want 0 … -1", func(s *Spec) { s.Activities[0].Causes = []Cause{0} }},
	})
	s := checkScene()
	s.Activities[0].Clock, s.Activities[0].Project = 4, 8
	var invalid *InvalidError
	if _, err := Compile(s); !errors.As(err, &invalid) || !slices.Contains(invalid.Mistakes, "activities[0] (): clock is 4; want 0 … 0") ||
		!slices.Contains(invalid.Mistakes, "activities[0] (): project is 8; want 0 … 1") {
		t.Errorf("error %v; want both the clock and the project named", err)
	}
}

// What a distribution has to be is said by package schedule, with the place put before it.
func TestDistributionMistakes(t *testing.T) {
	for _, c := range []struct {
		place string
		spoil func(s *Spec)
	}{
		{"activities[0] ():", func(s *Spec) { s.Activities[0].Duration = schedule.Triangular(3, 2, 1) }},
		{"activities[3] ():", func(s *Spec) { s.Activities[3].Duration = schedule.Fixed(-1) }},
		{"risks[0] (storm):", func(s *Spec) {
			s.Risks = []RiskSpec{{Name: "storm", Probability: 0.1, Days: schedule.Triangular(9, 2, 1)}}
		}},
	} {
		s := checkScene()
		c.spoil(s)
		_, err := Compile(s)
		var invalid *InvalidError
		if !errors.As(err, &invalid) || len(invalid.Mistakes) != 1 || !strings.HasPrefix(invalid.Mistakes[0], c.place) || !strings.Contains(invalid.Mistakes[0], "want") {
			t.Errorf("error %v; want one at %s", err, c.place)
		}
	}
}

// A link joins two activities of one project, forward; a demand is one that its team can meet.
func TestLinkAndDemandMistakes(t *testing.T) {
	onlyMistake(t, []wrong{
		{"links[0]: to is -4; want 0 … 3", func(s *Spec) { s.Links[0].To = -4 }},
		{"links[1]: from is 4; want 0 … 3", func(s *Spec) { s.Links[1].From = 4 }},
		{"links[2] from 0 to 2, kind 0: want two activities of one project and a kind that exists", func(s *Spec) {
			s.AddLink(0, 2, schedule.FinishStart, 0)
		}},
		{"links[2] from 1 to 1, kind 1: want two activities of one project and a kind that exists", func(s *Spec) {
			s.AddLink(1, 1, schedule.StartStart, 0)
		}},
		{"links[0] from 0 to 1, kind 3: want two activities of one project and a kind that exists", func(s *Spec) { s.Links[0].Kind = 3 }},
		{"links[0]: lag is 3661; want -3660 … 3660", func(s *Spec) { s.Links[0].Lag = 3661 }},
		{"links[0]: lag is -3661; want -3660 … 3660", func(s *Spec) { s.Links[0].Lag = -3661 }},
		{"links[0]: calendar of the lag is 2; want 0 … 1", func(s *Spec) { s.Links[0].LagCalendar = 2 }},
		{"links[0]: greatest lag is -3661; want -3660 … 65536", func(s *Spec) { s.Links[0].Max = schedule.Known(-3661) }},
		{"projects[0] (line): its links lead in a circle through activities[0] (); remove one of them", func(s *Spec) {
			s.AddLink(1, 0, schedule.FinishStart, 0)
		}},
		{"demands[0]: activity is 4; want 0 … 3", func(s *Spec) { s.Demands[0].Activity = 4 }},
		{"demands[1]: team is 1; want 0 … 0", func(s *Spec) { s.Demands[1].Team = 1 }},
		{"demands[0]: amount, where the team's last capacity is the most is 5; want 0 … 1", func(s *Spec) { s.Demands[0].Amount = 5 }},
		{"demands[0]: amount, where the team's last capacity is the most is -1; want 0 … 1", func(s *Spec) { s.Demands[0].Amount = -1 }},
		{"demands[0]: amount, where the team's last capacity is the most is 1; want 0 … 0", func(s *Spec) {
			s.Teams[0].Steps = []Step{{99, 0}}
			s.Demands = s.Demands[:1]
		}},
	})
}

// Chances are probabilities; what they strike exists.
func TestChanceMistakes(t *testing.T) {
	risk := func(r RiskSpec) func(s *Spec) {
		return func(s *Spec) { r.Name = "storm"; s.Risks = []RiskSpec{r} }
	}
	ways := func(p ...float64) func(s *Spec) {
		return func(s *Spec) {
			c := ChoiceSpec{Name: "premises"}
			for _, x := range p {
				c.Ways = append(c.Ways, WaySpec{"let", x})
			}
			s.AddChoice(c)
		}
	}
	onlyMistake(t, []wrong{
		{"choices[0] (premises): 0 ways whose probabilities add up to 0; want at least one way, and 1 or none", ways()},
		{"choices[0] (premises): 1 ways whose probabilities add up to 0.5; want at least one way, and 1 or none", ways(0.5)},
		{"choices[0] (premises): 2 ways whose probabilities add up to 1.5; want at least one way, and 1 or none", ways(0.5, 1)},
		{"choices[0] (premises): way let has probability -1; want 0 or more", ways(2, -1)},
		{"choices[0] (premises): decided way is 2; want 0 … 1", func(s *Spec) {
			s.AddChoice(ChoiceSpec{Name: "premises", Ways: make([]WaySpec, 2), Decided: schedule.Known(2)})
		}},
		{"causes[0] (prices): spread -1; want 0 … 3", func(s *Spec) { s.AddCause(CauseSpec{Name: "prices", Spread: -1}) }},
		{"causes[0] (prices): spread NaN; want 0 … 3", func(s *Spec) { s.AddCause(CauseSpec{Name: "prices", Spread: math.NaN()}) }},
		{"risks[0] (storm): probability 2, factor 0; want 0 … 1 and 0 … 100", risk(RiskSpec{Probability: 2})},
		{"risks[0] (storm): probability 0.5, factor 101; want 0 … 1 and 0 … 100", risk(RiskSpec{Probability: 0.5, Factor: 101})},
		{"risks[0] (storm): activity is 4; want 0 … 3", risk(RiskSpec{Activities: []Activity{4}})},
		{"risks[0] (storm): project is 2; want 0 … 1", risk(RiskSpec{OnProject: true, WholeProject: 2})},
		{"rounds[0] (first): project is -1; want 0 … 1", func(s *Spec) { s.Rounds = []RoundSpec{{Name: "first", Projects: []Project{-1}}} }},
		{"goals [{77 0}]: want kinds that exist", func(s *Spec) { s.Goals = []Goal{{Kind: 77}} }},
	})
}

// Several mistakes are all named, and the text says how many.
func TestAllMistakesAreNamed(t *testing.T) {
	s := checkScene()
	s.Now, s.Projects[0].Release, s.Links[0].Lag, s.Goals = -1, -1, 9999, []Goal{{Kind: 9}}
	_, err := Compile(s)
	if err == nil || !strings.HasPrefix(err.Error(), "portfolio: 4 mistakes in the specification: now is -1; want 0 … 32768; projects[0]") {
		t.Error(err)
	}
}

// What lies on the edge of what is allowed is allowed.
func TestEdgesAreValid(t *testing.T) {
	for name, change := range map[string]func(s *Spec){
		"a week":        func(s *Spec) { s.Calendars[0] = NewCalendar("week", 7, week) },
		"one way":       func(s *Spec) { s.AddChoice(ChoiceSpec{Ways: make([]WaySpec, 1), Decided: schedule.Known(0)}) },
		"certain ways":  func(s *Spec) { s.AddChoice(ChoiceSpec{Ways: []WaySpec{{Probability: 1}, {}}}) },
		"a sure risk":   func(s *Spec) { s.Risks = []RiskSpec{{Probability: 1, Factor: 100}} },
		"nobody now":    func(s *Spec) { s.Leaders[0] = LeaderSpec{Steps: []Step{{0, 1}}} },
		"no demand":     func(s *Spec) { s.Demands[0].Amount = 0 },
		"far away":      func(s *Spec) { s.Projects[0].Due = schedule.Known(MaxDay / 2) },
		"a wide spread": func(s *Spec) { s.AddCause(CauseSpec{Spread: 3}) },
	} {
		s := checkScene()
		if change(s); len(check(s)) > 0 {
			t.Errorf("%s: %v", name, check(s))
		}
	}
}
