package programme

import "github.com/etablera/etablera/internal/civil"

// Party is anybody who decides, is heard, or whose clock a project runs on.
type Party struct {
	ID   PartyID   `yaml:"id"`
	Name Text      `yaml:"name"`
	Kind PartyKind `yaml:"kind"`
	// Municipality or County, by name, where the party stands for one.
	Municipality string `yaml:"municipality"`
	County       string `yaml:"county"`
	Provenance
}

// PartyKind is what a party is in relation to the programme.
type PartyKind string

// The kinds of parties.
const (
	Government   PartyKind = "government"
	Ministry     PartyKind = "ministry"
	OwnAgency    PartyKind = "agency"
	Board        PartyKind = "board"
	Director     PartyKind = "director-general"
	Partner      PartyKind = "partner-agency"
	CountyBoard  PartyKind = "county-board"
	PoliceKind   PartyKind = "police"
	Delegation   PartyKind = "delegation"
	Municipality PartyKind = "municipality"
	Region       PartyKind = "region"
	Landlord     PartyKind = "landlord"
	OtherParty   PartyKind = "other"
)

// PartyKinds lists every kind.
var PartyKinds = []PartyKind{Government, Ministry, OwnAgency, Board, Director, Partner, CountyBoard, PoliceKind, Delegation,
	Municipality, Region, Landlord, OtherParty}

// Consultation is an opportunity to state an opinion, or information given.
type Consultation struct {
	ID       string            `yaml:"id"`
	Kind     ConsultationKind  `yaml:"kind"`
	Parties  []PartyID         `yaml:"parties"`
	Every    PartyKind         `yaml:"every"` // all parties of a kind that the rounds or projects concern
	Mandate  MandateID         `yaml:"mandate"`
	Rounds   []RoundID         `yaml:"rounds"`
	Projects []ProjectID       `yaml:"projects"`
	Subject  Text              `yaml:"subject"`
	State    ConsultationState `yaml:"state"`
	Invited  civil.Span        `yaml:"invited"`
	Held     civil.Span        `yaml:"held"` // from when to when the dialogue took place; an open end goes on
	Opinion  Text              `yaml:"opinion"`
	Done     Text              `yaml:"done"` // what was done about the opinion
	Provenance
}

// ConsultationState is how far a consultation has come on the day of its source.
type ConsultationState string

// The states, in order.
const (
	ConsultationPlanned ConsultationState = "planned"
	ConsultationInvited ConsultationState = "invited"
	ConsultationOngoing ConsultationState = "ongoing"
	ConsultationHeld    ConsultationState = "held"
)

// ConsultationKind tells hearing somebody from informing them.
type ConsultationKind string

// The kinds of consultations.
const (
	Dialogue    ConsultationKind = "dialogue"
	Opinion     ConsultationKind = "opinion"
	Information ConsultationKind = "information"
)

// Decision is a formal decision with the grounds and those who were heard.
type Decision struct {
	ID      string     `yaml:"id"`
	Body    PartyID    `yaml:"body"`
	Kind    Matter     `yaml:"matter"`
	Date    civil.Span `yaml:"date"`
	Number  string     `yaml:"registry-number"`
	Offices []OfficeID `yaml:"offices"`
	Rounds  []RoundID  `yaml:"rounds"`
	Subject Text       `yaml:"subject"`
	Grounds Text       `yaml:"grounds"`
	Heard   []PartyID  `yaml:"heard"`
	Provenance
}

// Matter is what a decision is about, and what a rule of competence governs.
type Matter string

// The matters.
const (
	MatterLocality     Matter = "locality" // in which places the agency has offices
	MatterClosure      Matter = "closure"  // closing an office where another remains in the municipality
	MatterLastClosure  Matter = "closure-leaves-municipality"
	MatterReport       Matter = "report"
	MatterOrganisation Matter = "organisation"
	MatterOther        Matter = "other"
)

// Matters lists every matter.
var Matters = []Matter{MatterLocality, MatterClosure, MatterLastClosure, MatterReport, MatterOrganisation, MatterOther}

// Competence says which body decides in a matter, and who must be heard first.
type Competence struct {
	Matter    Matter      `yaml:"matter"`
	Body      PartyID     `yaml:"body"`
	HearFirst []PartyKind `yaml:"hear-first"`
	Text      Text        `yaml:"text"`
	Provenance
}

// Risk is something that may delay or dearen the programme, stated by somebody. Where its probability, what it
// adds to an activity and that activity are stated it is part of every forecast; otherwise it is words.
type Risk struct {
	ID       string    `yaml:"id"`
	Text     Text      `yaml:"text"`
	Activity StageID   `yaml:"activity"`
	Owner    Owner     `yaml:"owner"`
	Response Text      `yaml:"response"`
	Rounds   []RoundID `yaml:"rounds"`
	// Probability that it happens, and how many working days the activity then takes more.
	Probability Share        `yaml:"probability"`
	Working     Distribution `yaml:"working-days"`
	// Common says that it happens to all projects that it concerns or to none; otherwise to each on its own.
	Common bool `yaml:"common"`
	Provenance
}

// IsQuantified says whether enough is stated of the risk to simulate it.
func (r *Risk) IsQuantified() bool {
	return r.Probability > 0 && r.Working.IsKnown() && r.Activity != ""
}
