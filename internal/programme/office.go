package programme

import "github.com/etablera/etablera/internal/civil"

// Category is the problem that an office solves, after Ds 2020:29: distance in
// rural places and those hit by closures, trust in vulnerable areas, capacity
// in metropolitan areas.
type Category string

// The categories; the empty one is unknown.
const (
	Rural        Category = "rural"
	Metropolitan Category = "metropolitan"
	Vulnerable   Category = "vulnerable"
)

// Office is a place where the public is served, existing or planned. What
// changes over time stands in TypeClaims, Levels and OfficeEvents.
type Office struct {
	ID           OfficeID   `yaml:"id"`
	Name         string     `yaml:"name"`
	Municipality string     `yaml:"municipality"` // its name, as in the register
	Locality     string     `yaml:"locality"`     // place within the municipality
	Position     *Position  `yaml:"position"`
	Serves       []string   `yaml:"serves"` // vulnerable areas, by name
	Categories   []Category `yaml:"categories"`
	Premises     Premises   `yaml:"premises"`
	HostParty    PartyID    `yaml:"co-located-with"`
	LeaseEnd     civil.Span `yaml:"lease-end"`
	Provenance
}

// Premises says whether the office has rooms of its own.
type Premises string

// The kinds of premises; the empty one is unknown.
const (
	OwnPremises Premises = "own"
	CoLocated   Premises = "co-located"
)

// Position is WGS 84 degrees with what is known of its precision.
type Position struct {
	Lat       float64 `yaml:"lat"`
	Lon       float64 `yaml:"lon"`
	Precision string  `yaml:"precision"` // "address", "municipal seat", "centre of area"
	Provenance
}

// TypeClaim states an office's type, or a few that it may be. The latest known
// decided claim holds; without one the latest proposal is shown as such.
type TypeClaim struct {
	Office OfficeID    `yaml:"office"`
	Types  []TypeID    `yaml:"types"`
	Status ClaimStatus `yaml:"status"`
	By     string      `yaml:"by"` // who proposed or decided
	From   civil.Date  `yaml:"from"`
	Provenance
}

// ClaimStatus is how firm a claim is.
type ClaimStatus string

// Proposed claims are shown as proposals; decided ones bind the plan.
const (
	Proposed ClaimStatus = "proposed"
	Decided  ClaimStatus = "decided"
)

// Level is an office's service level from a date until the next stated level.
type Level struct {
	Office   OfficeID     `yaml:"office"`
	From     civil.Span   `yaml:"from"`
	Hours    OpeningHours `yaml:"hours"`
	OpenDays Range        `yaml:"open-days"` // days a week, where only that is known
	Staff    Range        `yaml:"staff"`     // officers placed at the office
	Services []PartyID    `yaml:"services"`  // partner agencies whose errands are handled
	IDCards  Tri          `yaml:"id-cards"`
	Rooms    Range        `yaml:"visiting-rooms"`
	Provenance
}

// EventKind names what happened to an office.
type EventKind string

// Opening and closing have several dates that must not be mixed up: an office
// can be shut before anybody has decided that it shall be.
const (
	Inaugurated    EventKind = "inaugurated"
	Opened         EventKind = "opened"
	OpeningPlanned EventKind = "opening-planned" // announced, not yet confirmed
	ClosingDecided EventKind = "closing-decided"
	ClosingPlanned EventKind = "closing-planned" // planned last day
	ClosedDeFacto  EventKind = "closed-de-facto"
	Closed         EventKind = "closed"
	LeaseGiven     EventKind = "lease-terminated"
	Moved          EventKind = "moved"
)

// EventKinds lists every kind.
var EventKinds = []EventKind{Inaugurated, Opened, OpeningPlanned, ClosingDecided, ClosingPlanned, ClosedDeFacto, Closed, LeaseGiven, Moved}

// Event is something dated that happened, or was announced, about an office.
type Event struct {
	Office OfficeID   `yaml:"office"`
	Kind   EventKind  `yaml:"kind"`
	Date   civil.Span `yaml:"date"`
	Note   Text       `yaml:"note"`
	Provenance
}

// NetworkCount is how many offices there were, or were said to come, at a date:
// a fact of its own, because the register of offices is incomplete.
type NetworkCount struct {
	Date           civil.Span `yaml:"date"`
	Offices        Range      `yaml:"offices"`
	Municipalities Range      `yaml:"municipalities"`
	Kind           CountKind  `yaml:"kind"`
	Wording        string     `yaml:"wording"` // "nästan", "cirka", "drygt", where the source is vague
	Provenance
}

// CountKind tells a count of what was from one of what was to come.
type CountKind string

// The kinds of counts.
const (
	Counted  CountKind = "counted"
	Expected CountKind = "expected"
)

// AreaListing puts an area on, or leaves it off, the Police list of a year. It
// adds to the lists that come with the product.
type AreaListing struct {
	Name         string `yaml:"name"`
	Municipality string `yaml:"municipality"`
	ListYear     int    `yaml:"list-year"`
	Class        string `yaml:"class"` // vulnerable, risk, especially-vulnerable, none
	Provenance
}

// StaffCount is the officers at an office in a month.
type StaffCount struct {
	Office   OfficeID    `yaml:"office"`
	Month    civil.Month `yaml:"month"`
	Officers Range       `yaml:"officers"`
	Provenance
}

// VisitCount is the visits and errands at an office in a month.
type VisitCount struct {
	Office  OfficeID    `yaml:"office"`
	Month   civil.Month `yaml:"month"`
	Visits  Range       `yaml:"visits"`
	Errands Range       `yaml:"errands"`
	Provenance
}
