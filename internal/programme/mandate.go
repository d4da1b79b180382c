package programme

import "github.com/etablera/etablera/internal/civil"

// Mandate is a government decision that gives the agency something to do.
type Mandate struct {
	ID           MandateID     `yaml:"id"`
	Number       string        `yaml:"registry-number"`
	Title        Text          `yaml:"title"`
	Issuer       PartyID       `yaml:"issuer"`
	Decided      civil.Span    `yaml:"decided"`
	Window       civil.Span    `yaml:"window"` // from decision to final report, for checks of dates
	Clauses      []Clause      `yaml:"clauses"`
	Deliverables []Deliverable `yaml:"deliverables"`
	Provenance
}

// Strength is how binding a clause is.
type Strength string

// shall binds; should and strive are followed up but never break the mandate.
const (
	Shall  Strength = "shall"
	Should Strength = "should"
	Strive Strength = "strive"
)

// ClauseKind names how a clause is checked; docs/clauses.md describes each and
// the fields it reads.
type ClauseKind string

// The kinds of clauses. Each names the fields of Clause that it reads.
const (
	// OfficesAtLeast: Minimum projects of kind open under the mandate.
	OfficesAtLeast ClauseKind = "offices-at-least"
	// OfficesIn: at least one project in each of Municipalities, whose office opens
	// within Window where that is stated.
	OfficesIn ClauseKind = "offices-in"
	// OfficesAmong: Count projects in the municipalities of Regions, apart from those in Except.
	OfficesAmong ClauseKind = "offices-among"
	// ByArea: the projects in each of Municipalities, and Minimum in each of
	// Regions, lie in or within Within metres of an area on the Police list of ListYear.
	ByArea ClauseKind = "by-vulnerable-area"
	// RoundMinimum: Round has at least Minimum projects.
	RoundMinimum ClauseKind = "round-minimum"
	// RoundWindow: a share of at least Share of Round's offices opens within Window.
	RoundWindow ClauseKind = "round-window"
	// EarlyOpenings: offices of Round open within Window, as many as can be;
	// Share, when stated, is what would count as met.
	EarlyOpenings ClauseKind = "early-openings"
	// Mix: every round has at least Minimum categories and MinimumRegions counties.
	Mix ClauseKind = "mix"
	// Heard: each of Parties has been given the opportunity to state an opinion.
	Heard ClauseKind = "heard"
	// HeardLocally: each project's municipality, or region when Kind of party
	// is region, has been given the opportunity.
	HeardLocally ClauseKind = "heard-locally"
	// CoLocationSought: every project has recorded whether co-location is possible.
	CoLocationSought ClauseKind = "co-location-sought"
	// DeliverableDue: Deliverable is submitted in time with its required contents.
	DeliverableDue ClauseKind = "deliverable"
	// Informed: Parties told of each change of the preliminary timetable.
	Informed ClauseKind = "informed"
	// DecidedBy: the locality of every office is decided by Body.
	DecidedBy ClauseKind = "decided-by"
)

// ClauseKinds lists every kind, in the order of the documentation.
var ClauseKinds = []ClauseKind{OfficesAtLeast, OfficesIn, OfficesAmong, ByArea, RoundMinimum, RoundWindow, EarlyOpenings,
	Mix, Heard, HeardLocally, CoLocationSought, DeliverableDue, Informed, DecidedBy}

// Clause is one checkable requirement of a mandate. Which of the fields below
// Kind are read depends on the kind; a field that a kind does not read must be empty.
type Clause struct {
	ID       ClauseID   `yaml:"id"`
	Kind     ClauseKind `yaml:"kind"`
	Strength Strength   `yaml:"strength"`
	Text     Text       `yaml:"text"` // what the clause says, in the owner's words
	// Reading says how a vague word of the mandate ("mainly") was made
	// checkable, and by whom; the compliance matrix shows it.
	Reading Text `yaml:"reading"`

	Minimum        Range         `yaml:"minimum"`
	Count          Range         `yaml:"count"`
	Round          RoundID       `yaml:"round"`
	Window         civil.Span    `yaml:"window"`
	Share          Share         `yaml:"share"`
	Municipalities []string      `yaml:"municipalities"`
	Regions        []string      `yaml:"regions"` // metropolitan areas: Stockholm, Göteborg, Malmö
	Except         []string      `yaml:"except"`
	ListYear       int           `yaml:"list-year"`
	Within         Metres        `yaml:"within"`
	MinimumRegions Range         `yaml:"minimum-counties"`
	Parties        []PartyID     `yaml:"parties"`
	PartyKind      PartyKind     `yaml:"party-kind"`
	Body           PartyID       `yaml:"body"`
	Deliverable    DeliverableID `yaml:"deliverable"`
	Provenance
}

// Deliverable is a report that is due on a date with required contents.
type Deliverable struct {
	ID       DeliverableID `yaml:"id"`
	Title    Text          `yaml:"title"`
	Due      civil.Date    `yaml:"due"`
	To       PartyID       `yaml:"to"`
	Contents []Content     `yaml:"contents"`
	Provenance
}

// Content is something that a deliverable must contain. Section names the part
// of the report that meets it: a report template declares its sections by the
// same names, so that a missing one shows.
type Content struct {
	Section string `yaml:"section"`
	Text    Text   `yaml:"text"`
}

// Submission says that a deliverable was handed in, when, and what it froze.
type Submission struct {
	Deliverable DeliverableID `yaml:"deliverable"`
	Date        civil.Date    `yaml:"date"`
	Number      string        `yaml:"registry-number"`
	Baseline    BaselineID    `yaml:"baseline"`
	Sections    []string      `yaml:"sections"` // the required contents found in it
	Provenance
}
