package programme

import "github.com/etablera/etablera/internal/civil"

// Round is a group of establishments with an opening window.
type Round struct {
	ID      RoundID    `yaml:"id"`
	Name    Text       `yaml:"name"`
	Mandate MandateID  `yaml:"mandate"`
	Window  civil.Span `yaml:"window"`
	Minimum Range      `yaml:"minimum"` // offices
	Provenance
}

// RoundCount states how many offices of a type a round has, or, with an empty
// Type, how many in all. Counts bind the round even where nobody has said which
// office has which type.
type RoundCount struct {
	Round RoundID `yaml:"round"`
	Type  TypeID  `yaml:"type"`
	Count Range   `yaml:"count"`
	Provenance
}

// ProjectKind is what a project does to its office.
type ProjectKind string

// The kinds of projects.
const (
	Open   ProjectKind = "open"
	Close  ProjectKind = "close"
	Move   ProjectKind = "move"
	Resize ProjectKind = "resize"
)

// Project is the work that opens, closes, moves or resizes one office.
type Project struct {
	ID      ProjectID   `yaml:"id"`
	Kind    ProjectKind `yaml:"kind"`
	Office  OfficeID    `yaml:"office"`
	Mandate MandateID   `yaml:"mandate"`
	Round   RoundID     `yaml:"round"`
	Leader  string      `yaml:"leader"` // a role or a staff id, never a person's name
	Team    []Member    `yaml:"team"`
	// What the project depends on; unknown until somebody has looked.
	CoLocation Tri     `yaml:"co-location"`
	Permit     Tri     `yaml:"permit"`
	Rebuild    Tri     `yaml:"rebuild"`
	Landlord   PartyID `yaml:"landlord"`
	Permitter  PartyID `yaml:"permit-authority"`
	Provenance
}

// Member is a department's part in a project's team.
type Member struct {
	Department string `yaml:"department"`
	Role       Text   `yaml:"role"`
}

// Progress is a dated statement of one activity of one project: planned,
// started, finished, or how much is left. The latest known statement of each
// field holds.
type Progress struct {
	Project       ProjectID  `yaml:"project"`
	Activity      StageID    `yaml:"activity"`
	PlannedStart  civil.Span `yaml:"planned-start"`
	PlannedFinish civil.Span `yaml:"planned-finish"`
	Started       civil.Span `yaml:"started"`
	Finished      civil.Span `yaml:"finished"`
	Remaining     Days       `yaml:"remaining"` // working days from the day of the statement
	Cause         Text       `yaml:"cause"`
	CausedBy      PartyID    `yaml:"caused-by"`
	Provenance
}

// Baseline is a preliminary timetable as frozen in a report. It is never
// changed: a new report freezes a new one.
type Baseline struct {
	ID          BaselineID        `yaml:"id"`
	Name        Text              `yaml:"name"`
	Frozen      civil.Date        `yaml:"frozen"`
	Deliverable DeliverableID     `yaml:"deliverable"`
	Rounds      []BaselineRound   `yaml:"rounds"`
	Openings    []BaselineOpening `yaml:"openings"`
	Provenance
}

// BaselineRound is how many offices a round was to have.
type BaselineRound struct {
	Round   RoundID `yaml:"round"`
	Offices Range   `yaml:"offices"`
}

// BaselineOpening is the day on which a project was to open its office.
type BaselineOpening struct {
	Project ProjectID  `yaml:"project"`
	Opening civil.Span `yaml:"opening"`
}
