package schedule

// Activity is the position of an activity in [Spec.Activities].
type Activity int32

// Project is the position of a project in [Spec.Projects].
type Project int32

// NoActivity stands where there is no activity.
const NoActivity Activity = -1

// NoProject stands where there is no project.
const NoProject Project = -1

// Limits keep every sum of days inside int32 without a check in the inner loops.
const (
	// MaxDay bounds the size of a day number; it is some 60,000 years.
	MaxDay = 1 << 24
	// MaxDuration bounds a duration and the size of a lag, in working days. The mass that a
	// distribution has above it is counted at it.
	MaxDuration = 1 << 15
	// MaxActivities bounds the activities of one project.
	MaxActivities = 1 << 14
)

// Optional is a whole number of days, or a day, that may be unknown. Its zero value is unknown.
type Optional struct {
	Value int32
	Known bool
}

// Known returns the optional that holds v.
func Known(v int32) Optional { return Optional{Value: v, Known: true} }
