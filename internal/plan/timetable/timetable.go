// Package timetable says when each office opens, what drives the day, and how
// sure it is.
//
// In go the facts (projects, process model, durations, progress, baselines) and
// a day to stand on; out come, for each project, a working-day schedule over
// the process model with its critical path, and a forecast of the opening day
// by simulation, conditional on what has been done. A round gets the
// probability that its offices open in its window; the programme gets the curve
// of open offices by month. Nothing reads a clock: "now" is the day on which
// the snapshot stands.
//
// Durations are stated beliefs with a weight, which the outcomes of the same
// programme move (Cell, outcome.go). Activities of one office share a part of their
// chance, and what is in doubt about an activity strikes all offices alike
// (causes.go); risks that are stated in numbers may strike too. So the runs of
// several offices belong together, and joint questions have joint answers.
//
// What was forecast on an earlier day is made again from what was known then
// (AsOf), held against the openings that came (Scores), and a frozen day is told by
// how sure it was (Promise). That costs a timetable a day and is done when asked for.
//
// A project whose durations nobody has stated gets no forecast, and says which
// are missing. An office whose type is open uses the durations that name no type,
// or all of those that it may be; a type that is only proposed is used, and noted
// as a proposal. Which entries were used, and whether they are assumptions or
// experience, stands on every project.
//
// An announced opening that lies ahead governs the likely day (Project.Planned);
// the quantiles remain the model's, so that the two can be held against each
// other. A project that has not opened and that nobody has stated anything about
// for StaleDays is marked stale: its forecast is still the model's, and says more
// of the silence than of the office.
//
// Dates are civil dates; durations are working days of the Swedish calendar;
// deviations are calendar days, positive when late. The same seed gives the
// same bytes, however many cores there are.
package timetable

import (
	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/sweden"
)

// State is how far a project has come on the day of the plan.
type State string

// The states of a project.
const (
	Opened     State = "opened"
	Underway   State = "underway"
	NotStarted State = "not-started"
	// Closed and Closing are what Project.Standing says of an office that has
	// opened and since closed, or is to close; Project.State is Opened for both.
	Closed  State = "closed"
	Closing State = "closing"
)

// States lists every state that Project.Standing can give.
var States = []State{NotStarted, Underway, Opened, Closing, Closed}

// Timetable is the schedule and forecast of all opening projects of a snapshot.
type Timetable struct {
	Now      civil.Date
	Seed     uint64
	Runs     int
	Projects []Project
	Rounds   []Round
	Curve    []Point

	// Cells are the groups of activities whose durations are learnt together.
	Cells []Cell
	// Risks counts the risks that are simulated, RisksInWords those that are stated
	// without probability or days and are therefore not.
	Risks, RisksInWords int

	facts       *programme.Index
	process     *process
	calendar    *sweden.WorkingCalendar
	independent bool
	plans       *builder // what the forecast was made from, for Lead
	replays     replays
	scores      scores
	leads       leads
	samples     samples
	index       map[programme.ProjectID]int
}

// Quantiles are days by which an opening has happened with 10, 50, 80 and 90
// per cent probability. All are unknown where there is no forecast, and equal
// where the day is known.
type Quantiles struct{ P10, P50, P80, P90 civil.Date }

// Project is one establishment in the timetable.
type Project struct {
	ID       programme.ProjectID
	Position int // in Snapshot.Projects
	Office   programme.OfficeID
	Round    programme.RoundID
	Mandate  programme.MandateID
	Name     string // the office's name
	State    State

	Types        []programme.TypeID // what the office may be; empty when nothing is said
	TypesDecided bool

	Start     civil.Date // first working day of the first activity, known or planned; unknown if nobody has said
	Opened    civil.Span // the actual opening, as exactly as a source states it
	Announced civil.Span // an opening day that has been announced but not confirmed

	// Closed is the day on which an office that had opened closed, or its last day
	// as planned; unknown where it stays or nobody has said.
	Closed civil.Span

	// Reported is the day on which the latest statement of the project became
	// known: progress, a frozen timetable that names a day for it, or an
	// announcement. Unknown where there is none, or none with a day.
	Reported civil.Date
	// Stale says that the project has not opened and that Reported is more than
	// StaleDays ago.
	Stale bool

	// Planned is the announced opening where one lies ahead, else the opening if
	// everything that remains takes its likely time.
	Planned  civil.Date
	Forecast Quantiles

	Activities []Activity // in the order of the process model
	Critical   []programme.StageID
	Deviations []Deviation // one per baseline that has a date for this project
	// Lack says why there is no forecast; empty where there is one.
	Lack Lack
	// Missing lists activities without a duration, for which there is no forecast.
	Missing []programme.StageID
	// Assumed is the number of activities not yet finished whose duration rests more
	// on an assumption, or at least on nothing stated to be experience, than on outcomes.
	Assumed int
	// Unclear lists the conditions that some duration names and that nobody has
	// stated for this project. They count as not holding.
	Unclear []programme.Condition

	opensAt int   // position in Activities of the one at whose finish the office opens, −1
	closing State // Closed or Closing; empty for an office that stays
	at      projectGrounds
}

// Lack is a reason for which a project has no forecast.
type Lack string

// The reasons. A forecast needs a process that says when the office opens, a
// start that somebody has stated, and a duration for every activity that remains.
const (
	LacksProcess  Lack = "process"
	LacksStart    Lack = "start"
	LacksDuration Lack = "duration"
)

// HasForecast says whether the project has a known or forecast opening day.
func (p *Project) HasForecast() bool { return p.Forecast.P50.IsKnown() }

// Activity is one stage of one project.
type Activity struct {
	Stage    programme.StageID
	Owner    programme.Owner
	Duration int // position in Snapshot.Durations of the entry used, −1 if none
	Cell     int // position in Timetable.Cells, −1 where no duration is stated

	Start, Finish civil.Date // with likely durations
	Started       civil.Span // actual, where known
	Finished      civil.Span
	Slack         int // working days

	FinishForecast Quantiles
	Criticality    float64 // share of runs in which the activity drives the opening
	// Excess is the mean number of working days by which the activity exceeds
	// its likely duration, counted in the runs where it drives the opening.
	Excess float64

	unstarted bool // nothing says that it has begun
	done      bool // finished, or what followed it has started
	dated     bool // its dates, as far as it has come, are stated and not inferred
	waits     bool // its start rests on a duration that nobody has stated
	pending   bool // its finish does
	at        activityGrounds
}

// Deviation compares the opening with a frozen baseline: P50 (or the actual
// opening) minus the baseline, in calendar days. A baseline that names a month,
// not a day, is kept by any day of it, and exceeded from its last day on. An
// opening that is known only as a span deviates by a range, which no activity
// can answer for. A project without forecast has no deviation.
type Deviation struct {
	Baseline  programme.BaselineID
	Date      civil.Span    // what the baseline said
	Known     bool          // false where the office opened before a day, nobody has said how long before
	Low, High int           // equal where the opening is a day
	Days      int           // both of them where they are equal, else 0
	Parts     []Attribution // add up to Days; none where the deviation is not exact
}

// IsExact says whether the deviation is a number of days and not a range.
func (d *Deviation) IsExact() bool { return d.Known && d.Low == d.High }

// Attribution is the part of a deviation that an activity answers for: by how
// much it is longer than was likely when the baseline was frozen, and how much
// later it began although nothing before it stood in the way. Stage is empty
// for what no activity explains: the likely path is longer or shorter than the
// baseline assumed.
type Attribution struct {
	Stage programme.StageID
	Owner programme.Owner
	Party programme.PartyID // who stated or caused it, where known
	Days  int
}

// Round is the forecast of a round.
type Round struct {
	ID       programme.RoundID
	Projects []int // positions in Timetable.Projects
	Window   civil.Span
	Minimum  programme.Range
	// Stale counts the projects that have not opened and of which nothing new has
	// been stated for StaleDays. The probabilities below are then the model's of a
	// silence, and are not for showing.
	Stale int
	// Without counts the projects that have no forecast; with any, the
	// probabilities below are unknown (NaN), for they would say more than is known.
	Without int
	// AllInWindow is the probability that every office opens by the window's end;
	// MinimumInWindow that at least Minimum do. NaN where unknown.
	AllInWindow     float64
	MinimumInWindow float64
	// Best and Weakest are the greatest and least probability of a single office.
	// AllInWindow is below Weakest: what has to merge is later than any part of it.
	Best, Weakest float64
	// LastOpening is when the last office of the round opens.
	LastOpening Quantiles
	// InWindow counts the offices whose P50 lies in the window; InWindowBaseline
	// those of the latest frozen baseline that name a day there.
	InWindow         int
	InWindowBaseline int
}

// Point is the number of offices that the programme has opened by the end of a
// month. Moves open no further office and are not counted; closures are projects
// of their own and are not subtracted.
type Point struct {
	Month         civil.Month
	Planned       int // by Project.Planned
	Actual        int // opened for certain by then; −1 for months after Now
	P10, P50, P90 int // of the number of open offices: at least this many with 90, 50, 10 per cent probability
}

// Options steer the simulation.
type Options struct {
	Seed uint64
	Runs int // 10,000 where zero
	// Independent leaves out all common causes, so that a comparison can show what
	// they do.
	Independent bool
}

// Find returns a project's position in Projects, or −1.
func (t *Timetable) Find(id programme.ProjectID) int {
	if i, ok := t.index[id]; ok {
		return i
	}
	return -1
}
