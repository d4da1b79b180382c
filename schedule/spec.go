package schedule

// Spec is what the caller states: projects, their activities and the links between them, as seen on
// the day Now. Fill the slices directly or with the Add methods.
type Spec struct {
	// Now is the day of the status: everything before it is history. Nothing that has not started
	// starts before it, and nothing unfinished finishes before it.
	Now        int32
	Projects   []ProjectSpec
	Activities []ActivitySpec
	Links      []Link
	Factors    []FactorSpec
	Risks      []RiskSpec
}

// ProjectSpec is one project.
type ProjectSpec struct {
	// Key selects the project's random numbers. It must be unique in the Spec, and should be the
	// project's own lasting identity (a hash of its name, say), so that the project gets the same
	// numbers in every scenario that it is part of.
	Key uint64
	// Start is the activity whose start counts as the project's start.
	Start Activity
	// Milestone is the activity whose finish the project is judged by. Activities may follow it.
	Milestone Activity
}

// ActivitySpec is one activity.
type ActivitySpec struct {
	Project Project
	// Duration is its total duration in working days. It may be left out where nothing rests on it:
	// for an activity that is done, or whose remaining days are known.
	Duration Distribution
	// Release is the first day on which it may start, if there is such a day.
	Release Optional
	Status  Status
	// Common is the common cause that its duration shares with activities of other projects, and Together
	// the weight of a cause that it shares with those activities of its own project that have such a weight.
	// Their squares add up to 1 at most; the rest of the variance is the activity's own chance. They
	// correlate durations and change no distribution.
	Common   Load
	Together float64
	// Risks may add to its duration.
	Risks []Risk
}

// LinkKind says which event of the successor waits for which event of the predecessor.
type LinkKind uint8

// The kinds of link. The zero LinkKind is FinishStart.
const (
	FinishStart  LinkKind = iota // start of To  ≥ finish of From + lag
	StartStart                   // start of To  ≥ start of From + lag
	FinishFinish                 // finish of To ≥ finish of From + lag
)

// Link makes an event of To wait for an event of From, both of one project. Lag is in working days and
// may be negative (an overlap).
type Link struct {
	From, To Activity
	Kind     LinkKind
	Lag      int32
}

// AddProject appends a project that as yet has no start and no milestone.
func (s *Spec) AddProject(key uint64) Project {
	s.Projects = append(s.Projects, ProjectSpec{Key: key, Start: NoActivity, Milestone: NoActivity})
	return Project(len(s.Projects) - 1)
}

// AddActivity appends an activity.
func (s *Spec) AddActivity(a ActivitySpec) Activity {
	s.Activities = append(s.Activities, a)
	return Activity(len(s.Activities) - 1)
}

// AddLink appends a link.
func (s *Spec) AddLink(from, to Activity, kind LinkKind, lag int32) {
	s.Links = append(s.Links, Link{From: from, To: to, Kind: kind, Lag: lag})
}

// SetEnds names the activities that begin a project and fulfil it.
func (s *Spec) SetEnds(p Project, start, milestone Activity) {
	s.Projects[p].Start, s.Projects[p].Milestone = start, milestone
}
