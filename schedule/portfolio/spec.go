package portfolio

import "github.com/etablera/etablera/schedule"

// Typed positions in the slices of a [Spec].
type (
	Project  int32
	Activity int32
	Team     int32
	Cause    int32
)

// Positions counted from 1, so that the zero value says "none".
type (
	Calendar int32 // 0: every day is a working day
	Clock    int32 // 0: the duration decides
	Leader   int32 // 0: nobody yet
	Choice   int32 // 0: part of the project whatever is chosen
)

// MaxDay bounds the day axis: some 179 years.
const MaxDay = 1 << 16

// Spec is what the caller states, as seen on the day Now.
type Spec struct {
	// Now is the day of the status; nothing that has not started starts before it.
	Now        int32
	Calendars  []CalendarSpec
	Clocks     []ClockSpec
	Leaders    []LeaderSpec
	Teams      []TeamSpec
	Projects   []ProjectSpec
	Activities []ActivitySpec
	Links      []Link
	Demands    []Demand
	Choices    []ChoiceSpec
	Causes     []CauseSpec
	Risks      []RiskSpec
	Rounds     []RoundSpec
	// Goals in order of importance; none means weighted lateness, then makespan.
	Goals []Goal
}

// ProjectSpec is one project.
type ProjectSpec struct {
	// Key selects the project's random numbers: unique, and lasting from scenario to scenario.
	Key  uint64
	Name string
	// Milestone is the activity whose finish the project is judged by.
	Milestone Activity
	Release   int32 // the first day on which any of it may start
	Due       schedule.Optional
	Weight    int32 // what a day past Due costs; 0 counts as 1
	// Unled projects need no leader. Leader is the one who has it or shall have it, 0 where the plan decides among
	// Leaders, or among all where that is empty.
	Unled    bool
	Leader   Leader
	Leaders  []Leader
	Handover []Handover
	Cost     Cost
}

// Handover is the decision that a project has another leader from a day on. Days rise.
type Handover struct {
	From int32
	To   Leader
}

// Cost is linear in the project's dates, in any unit: Fixed, PerDay from start to milestone, and AfterOpening for each day
// from the milestone to Until.
type Cost struct {
	Fixed, PerDay, AfterOpening int64
	Until                       int32
}

// ActivitySpec is one activity.
type ActivitySpec struct {
	Name     string
	Project  Project
	Calendar Calendar
	// Duration is its total duration in working days of Calendar; unknown where a Clock decides or it has finished.
	Duration schedule.Distribution
	// Clock makes it last as long as the clock says on the day on which it starts, and Complex is the probability of the
	// clock's extra time. The plan adds that time from a probability of one half.
	Clock    Clock
	Complex  float64
	Release  schedule.Optional
	Deadline schedule.Optional
	// Pinned is the day on which it starts whatever happens; in simulation, no earlier than that.
	Pinned            schedule.Optional
	Started, Finished schedule.Optional
	// Choice and Way say that it is done only where that way is chosen.
	Choice Choice
	Way    int32
	Causes []Cause
}

// Link makes an event of To wait for an event of From, both of one project. Lag is in calendar days, or in working days of
// LagCalendar, and may be negative. Max bounds the calendar days from From's event to To's.
type Link struct {
	From, To    Activity
	Kind        schedule.LinkKind
	Lag         int32
	LagCalendar Calendar
	Max         schedule.Optional
}

// LeaderSpec is somebody who leads at most Most projects at once (0 counts as 1). Steps change that from their day on.
type LeaderSpec struct {
	Name  string
	Most  int32
	Steps []Step
}

// TeamSpec is a renewable resource.
type TeamSpec struct {
	Name     string
	Capacity int32
	Steps    []Step
}

// Step is a new capacity from a day on.
type Step struct{ From, Capacity int32 }

// Demand is what an activity uses of a team from its start to its finish.
type Demand struct {
	Activity Activity
	Team     Team
	Amount   int32
}

// ChoiceSpec is a part of one project that can be done in one of several ways. Decided is the way that has been decided; else the
// way is a matter of chance where a way has a probability (they add up to 1; the plan takes the likeliest), and
// otherwise the plan chooses.
type ChoiceSpec struct {
	Key     uint64
	Name    string
	Ways    []WaySpec
	Decided schedule.Optional
}

// WaySpec is one way.
type WaySpec struct {
	Name        string
	Probability float64
}

// CauseSpec multiplies the durations that share it by a log-normal factor: median 1, standard deviation Spread of its logarithm.
// Causes of one Key move together, each by its own Spread.
type CauseSpec struct {
	Key    uint64
	Name   string
	Spread float64
}

// RiskSpec happens with a probability and then adds Days to each of Activities, or multiplies their durations by Factor
// (0 counts as 1). Where OnProject, it strikes
// WholeProject too: Factor multiplies all its activities, Days lengthen its milestone.
type RiskSpec struct {
	Key          uint64
	Name         string
	Probability  float64
	Days         schedule.Distribution
	Factor       float64
	Activities   []Activity
	OnProject    bool
	WholeProject Project
}

// RoundSpec is a group of projects that should all be open by a day: finish ≤ By.
type RoundSpec struct {
	Name     string
	Projects []Project
	By       int32
}

// GoalKind says what a goal counts; less is better in each.
type GoalKind uint8

// The goals.
const (
	Lateness GoalKind = iota // Σ weight × days past due
	OpenBy                   // projects whose milestone has not finished by Day
	Level                    // Σ over days from Now of (led projects under way)², least when the load is even
	Peak                     // most led projects under way on a day from Now
	Makespan                 // the day on which the last activity finishes
)

// Goal is one goal; Day is for OpenBy.
type Goal struct {
	Kind GoalKind
	Day  int32
}
