package programme

import "github.com/etablera/etablera/internal/civil"

// Scenario is a question: what if the network were changed so? Its changes are
// carried out in their order. It is no fact, so it has no source and is known on
// every day.
type Scenario struct {
	ID      string   `yaml:"id"`
	Name    Text     `yaml:"name"`
	Changes []Change `yaml:"changes"`
}

// ChangeKind is what a change does. Opening and closing are the same kind of thing.
type ChangeKind string

// The kinds of changes.
const (
	ToOpen        ChangeKind = "open"
	ToClose       ChangeKind = "close"
	ToMove        ChangeKind = "move"
	ToResize      ChangeKind = "resize"
	ToChangeHours ChangeKind = "change-hours"
)

// ChangeKinds lists every kind.
var ChangeKinds = []ChangeKind{ToOpen, ToClose, ToMove, ToResize, ToChangeHours}

// Change is one step of a scenario. Office names an office of the facts; an
// office that nobody has planned yet is opened with a Name and a Position instead.
// Open, and move, may say where; resize says which Type; change-hours says Hours.
type Change struct {
	Kind         ChangeKind   `yaml:"kind"`
	Office       OfficeID     `yaml:"office"`
	Name         string       `yaml:"name"`
	Municipality string       `yaml:"municipality"`
	Position     *Position    `yaml:"position"`
	Date         civil.Span   `yaml:"date"`
	Type         TypeID       `yaml:"type"`
	Hours        OpeningHours `yaml:"hours"`
}

// AreaUnit is a kind of area that a criterion of access must hold in, one by one.
type AreaUnit string

// The units.
const (
	EveryCountry      AreaUnit = "country"
	EveryCounty       AreaUnit = "county"
	EveryMunicipality AreaUnit = "municipality"
	EveryCategory     AreaUnit = "category"
)

// AreaUnits lists every unit, the largest first.
var AreaUnits = []AreaUnit{EveryCountry, EveryCounty, EveryMunicipality, EveryCategory}

// AccessCriterion states what access is to be: at least Share of the people of a
// Group reach an office within so many Minutes, or within a distance, in every
// unit of a kind.
type AccessCriterion struct {
	ID      string   `yaml:"id"`
	Text    Text     `yaml:"text"`
	Share   Share    `yaml:"share"`
	Group   string   `yaml:"group"` // everyone where empty
	Minutes Range    `yaml:"minutes"`
	Within  Metres   `yaml:"within"`
	Mode    string   `yaml:"mode"` // any that the times are given for where empty
	Every   AreaUnit `yaml:"every"`
	Provenance
}

// DemandScenario is how many visits the whole network is thought to have, in per
// mille of those in the year that was counted.
type DemandScenario struct {
	ID       string `yaml:"id"`
	Name     Text   `yaml:"name"`
	PerMille Range  `yaml:"per-mille"`
	Provenance
}
