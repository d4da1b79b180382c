package economy

import "github.com/etablera/etablera/internal/programme"

// Kind is what a cost by period is.
type Kind uint8

// The kinds. All is establishment and running together. Investment is the part
// of the establishment cost that is financed by loan, and Depreciation what it
// charges the appropriation with from the opening.
const (
	Establishment Kind = iota
	Running
	All
	Investment
	Depreciation
	kinds
)

var kindNames = [kinds]string{"establishment", "running", "all", "investment", "depreciation"}

func (k Kind) String() string { return kindNames[k] }

var kindTexts = [kinds]programme.Text{
	{Sv: "Etableringskostnad", En: "Establishment cost"},
	{Sv: "Driftskostnad", En: "Running cost"},
	{Sv: "Etablerings- och driftskostnad", En: "Establishment and running cost"},
	{Sv: "Lånefinansierad investering", En: "Investment financed by loan"},
	{Sv: "Avskrivning", En: "Depreciation"},
}

func parseKind(s string) (Kind, bool) {
	for k, name := range kindNames {
		if name == s {
			return Kind(k), true
		}
	}
	return 0, false
}

// Scenario settles what is open about types and unit costs.
type Scenario uint8

// The scenarios; the package comment says how each is made.
const (
	Low Scenario = iota
	High
)

var scenarioNames = [2]string{"low", "high"}

func (s Scenario) String() string { return scenarioNames[s] }

var scenarioTexts = [2]programme.Text{{Sv: "lägsta utfall", En: "low case"}, {Sv: "högsta utfall", En: "high case"}}

func parseScenario(s string) (Scenario, bool) {
	switch s {
	case "low":
		return Low, true
	case "high":
		return High, true
	}
	return 0, false
}

// Positions in the slices of Economy.
type (
	OfficeIndex int32
	RoundIndex  int32
	TypeIndex   int32
	// MandateIndex is a position among the mandates that have an office here.
	MandateIndex int32
)

// NoType is the type of an office that nobody has said anything of, in a
// programme without office types.
const NoType TypeIndex = -1

// Scope is whose cost: the whole programme's, a round's, a mandate's, an
// office's, or that of all offices of a type. The zero Scope is the whole programme.
type Scope struct {
	of scopeKind
	at int32
}

type scopeKind uint8

const (
	ofTotal scopeKind = iota
	ofRound
	ofType
	ofOffice
	ofMandate
)

// Total is the whole programme.
var Total = Scope{}

// OfRound is one round.
func OfRound(r RoundIndex) Scope { return Scope{ofRound, int32(r)} }

// OfType is all offices that have a type in the scenario.
func OfType(t TypeIndex) Scope { return Scope{ofType, int32(t)} }

// OfMandate is all offices that a mandate's projects open.
func OfMandate(m MandateIndex) Scope { return Scope{ofMandate, int32(m)} }

// OfOffice is one office.
func OfOffice(o OfficeIndex) Scope { return Scope{ofOffice, int32(o)} }
