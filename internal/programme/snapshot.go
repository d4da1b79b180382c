package programme

import "github.com/etablera/etablera/internal/civil"

// Snapshot is all facts of a programme as known at one moment. Slices keep the
// order in which the facts were written; ids are unique within their slice.
// A Snapshot is data: whoever receives one must not change it.
type Snapshot struct {
	Programme Meta     `yaml:"programme"`
	Sources   []Source `yaml:"sources"`

	Parties  []Party   `yaml:"parties"`
	Mandates []Mandate `yaml:"mandates"`

	OfficeTypes []OfficeType `yaml:"office-types"`
	Process     []Stage      `yaml:"process"`
	Durations   []Duration   `yaml:"durations"`

	Rounds       []Round      `yaml:"rounds"`
	RoundCounts  []RoundCount `yaml:"round-counts"`
	Offices      []Office     `yaml:"offices"`
	TypeClaims   []TypeClaim  `yaml:"type-claims"`
	Levels       []Level      `yaml:"service-levels"`
	OfficeEvents []Event      `yaml:"events"`

	Projects  []Project  `yaml:"projects"`
	Progress  []Progress `yaml:"progress"`
	Baselines []Baseline `yaml:"baselines"`

	LeaderCounts []LeaderCount `yaml:"leader-counts"`
	Premises     []Offer       `yaml:"premises"`

	Submissions   []Submission   `yaml:"submissions"`
	Consultations []Consultation `yaml:"consultations"`
	Decisions     []Decision     `yaml:"decisions"`
	Competences   []Competence   `yaml:"competences"`
	Risks         []Risk         `yaml:"risks"`

	Appropriations []Appropriation `yaml:"appropriations"`
	LoanFrames     []LoanFrame     `yaml:"loan-frames"`
	Indexations    []Indexation    `yaml:"indexations"`
	Depreciations  []Depreciation  `yaml:"depreciations"`
	Outturns       []Outturn       `yaml:"outturn"`

	NetworkCounts []NetworkCount `yaml:"network-counts"`
	Areas         []AreaListing  `yaml:"areas"`
	Staff         []StaffCount   `yaml:"staff"`
	Visits        []VisitCount   `yaml:"visits"`

	AccessCriteria  []AccessCriterion `yaml:"access-criteria"`
	DemandScenarios []DemandScenario  `yaml:"demand-scenarios"`
	Scenarios       []Scenario        `yaml:"scenarios"`
}

// Meta says what the programme is and who runs it.
type Meta struct {
	ID     string  `yaml:"id"`
	Name   Text    `yaml:"name"`
	Agency PartyID `yaml:"agency"`
	Note   Text    `yaml:"note"`
	// AsOf is the day on which the plan stands when nobody says otherwise:
	// the latest day whose facts are in the folder as the owner sees it.
	AsOf civil.Date `yaml:"as-of"`
}

// Ids are short names chosen by the owner: lower case letters, digits and hyphens.
type (
	SourceID      string
	PartyID       string
	MandateID     string
	ClauseID      string
	DeliverableID string
	TypeID        string
	StageID       string
	RoundID       string
	OfficeID      string
	ProjectID     string
	BaselineID    string
)

// Source is a document or other origin of facts. Its date is the day from
// which its facts count as known.
type Source struct {
	ID      SourceID   `yaml:"id"`
	Title   string     `yaml:"title"`
	Short   Text       `yaml:"short"` // what a table calls it, where the title is long
	Issuer  string     `yaml:"issuer"`
	Date    civil.Date `yaml:"date"`
	Number  string     `yaml:"registry-number"`
	Link    string     `yaml:"link"`
	Licence string     `yaml:"licence"`
	Note    string     `yaml:"note"`
}

// Provenance says where a fact comes from. Every fact embeds one.
type Provenance struct {
	Source Citation `yaml:"source"`
	// Known is the day on which the fact became known, where that is not the
	// date of the source.
	Known civil.Date `yaml:"known"`
}

// Origin returns the provenance itself; it is how generic code reaches it.
func (p Provenance) Origin() Provenance { return p }
