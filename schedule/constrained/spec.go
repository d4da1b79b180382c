package constrained

import "github.com/etablera/etablera/schedule"

// Activity is the position of an activity in [Spec.Activities].
type Activity int32

// Resource is the position of a resource in [Spec.Resources].
type Resource int32

// Project is the position of a project in [Spec.Projects].
type Project int32

// None stands where there is no activity, resource or project.
const None = -1

// Limits keep every sum of days inside int32 and every capacity inside 15 bits.
const (
	// MaxActivities bounds the activities of a Spec.
	MaxActivities = 1 << 15
	// MaxCapacity bounds capacities and demands.
	MaxCapacity = 1<<15 - 1
	// MaxHorizon bounds the day before which a schedule without idle days would end: the sum of all
	// durations and positive lags, after the last release day, pinned start and change of capacity.
	MaxHorizon = 1 << 20
)

// Spec is what the caller states. Day 0 is the first day on which anything may start.
type Spec struct {
	Name       string
	Projects   []ProjectSpec
	Activities []ActivitySpec
	Links      []Link
	Resources  []ResourceSpec
	Demands    []Demand
	Holds      []Hold
}

// ProjectSpec is one project. Its due date is what it is judged by.
type ProjectSpec struct {
	Name string
	// Due is the day by which all its activities should have finished; a finish on that day is in time.
	Due schedule.Optional
	// Weight is what one day of lateness past Due costs; 0 with a known Due counts as 1.
	Weight int32
}

// ActivitySpec is one activity. It takes Duration days without interruption.
type ActivitySpec struct {
	Name     string
	Project  Project // None where it belongs to none
	Duration int32
	// Release is the first day on which it may start; 0 is no bound.
	Release int32
	// Deadline is the day by which it must have finished.
	Deadline schedule.Optional
	// Due is the day by which it should have finished, at a cost of Weight (0 counts as 1) a day.
	Due    schedule.Optional
	Weight int32
	// Pinned is the day on which it starts, whatever happens to the others.
	Pinned schedule.Optional
}

// Link makes an event of To wait for an event of From, with a lag in days that may be negative.
// A finish-finish link moves the start of To: activities do not stretch.
type Link struct {
	From, To Activity
	Kind     schedule.LinkKind
	Lag      int32
}

// ResourceSpec is a renewable resource: what is used on one day is free again on the next.
type ResourceSpec struct {
	Name string
	// Capacity is what there is from day 0 on.
	Capacity int32
	// Steps change the capacity from their day on; days rise.
	Steps []Step
}

// Step is a new capacity from a day on.
type Step struct{ From, Capacity int32 }

// Demand is what an activity uses of a resource on each day on which it runs.
type Demand struct {
	Activity Activity
	Resource Resource
	Amount   int32
}

// Hold is what a project keeps of a resource from its first start to its last finish, also on days on
// which nothing runs: its leader, say. A project all of whose activities take no time holds nothing.
type Hold struct {
	Project  Project
	Resource Resource
	Amount   int32
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

// AddLink appends a link.
func (s *Spec) AddLink(from, to Activity, kind schedule.LinkKind, lag int32) {
	s.Links = append(s.Links, Link{from, to, kind, lag})
}

// AddResource appends a resource of constant capacity.
func (s *Spec) AddResource(name string, capacity int32) Resource {
	s.Resources = append(s.Resources, ResourceSpec{Name: name, Capacity: capacity})
	return Resource(len(s.Resources) - 1)
}

// AddDemand appends a demand.
func (s *Spec) AddDemand(a Activity, r Resource, amount int32) {
	s.Demands = append(s.Demands, Demand{a, r, amount})
}

// AddHold appends a hold.
func (s *Spec) AddHold(p Project, r Resource, amount int32) {
	s.Holds = append(s.Holds, Hold{p, r, amount})
}

// weight reads the weight of a due date.
func weight(w int32) int64 {
	if w == 0 {
		return 1
	}
	return int64(w)
}
