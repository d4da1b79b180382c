package programme

import "github.com/etablera/etablera/internal/civil"

// OfficeType is a size class with its standard staff and costs.
type OfficeType struct {
	ID         TypeID     `yaml:"id"`
	Name       Text       `yaml:"name"`
	Short      Text       `yaml:"short"`  // adjective used in tables: stort, large
	Plural     Text       `yaml:"plural"` // as counted in a text: små kontor, small offices
	Staff      Range      `yaml:"staff"`
	Travelling bool       `yaml:"travelling-staff"` // officers travel in from another office
	Costs      []UnitCost `yaml:"costs"`
	Provenance
}

// Component is a part of a cost.
type Component string

// The components. Total stands where a source gives no split.
const (
	Total      Component = "total"
	Expense    Component = "expense"    // establishment: charged to the appropriation at once
	Investment Component = "investment" // establishment: financed by loan, depreciated
	StaffCost  Component = "staff"      // running, as the rest
	Rent       Component = "rent"
	IT         Component = "it"
	Security   Component = "security"
	Other      Component = "other"
)

// CostKind tells what a cost is for.
type CostKind string

// The kinds of costs: establishment is paid once, running per year of operation.
const (
	Establishment CostKind = "establishment"
	Running       CostKind = "running"
)

// UnitCost is the standard cost of an office of a type. Either a Total or all
// components of a kind are stated; an unknown amount stays unknown.
type UnitCost struct {
	Kind      CostKind  `yaml:"kind"`
	Component Component `yaml:"component"`
	Amount    Amount    `yaml:"amount"`
	// PriceYear is the price level; 0 is unknown, and such a cost is not indexed.
	PriceYear int `yaml:"price-year"`
	Provenance
}

// Appropriation is money given, or announced, for a purpose in a year. An entry
// with Permanent holds for its year and all that follow.
type Appropriation struct {
	ID        string        `yaml:"id"`
	Year      int           `yaml:"year"`
	Amount    Amount        `yaml:"amount"`
	Permanent bool          `yaml:"permanent"`
	Status    ApproprStatus `yaml:"status"`
	Purpose   Text          `yaml:"purpose"`
	Mandate   MandateID     `yaml:"mandate"`
	Provenance
}

// ApproprStatus tells what parliament has decided from what the government has announced.
type ApproprStatus string

// The stages of an appropriation.
const (
	Granted   ApproprStatus = "granted"
	Announced ApproprStatus = "announced"
)

// LoanFrame is the ceiling for loans that finance investments, by year.
type LoanFrame struct {
	Year   int    `yaml:"year"`
	Amount Amount `yaml:"amount"`
	Provenance
}

// Indexation is the growth of prices of a component from the year before to
// Year, in per mille; of all components where Component is empty. Two series
// can stand side by side: what the government compensates (PLO) and what costs
// really do.
type Indexation struct {
	Series    IndexSeries `yaml:"series"`
	Component Component   `yaml:"component"`
	Year      int         `yaml:"year"`
	PerMille  int         `yaml:"per-mille"`
	Provenance
}

// IndexSeries names a series of price growth.
type IndexSeries string

// Cost growth applies to costs; compensation (PLO) to appropriations.
const (
	CostGrowth   IndexSeries = "cost"
	Compensation IndexSeries = "compensation"
)

// Depreciation is the number of years over which an investment is written off.
type Depreciation struct {
	Years Range `yaml:"years"`
	Basis Basis `yaml:"basis"`
	Provenance
}

// Outturn is what was really spent in a month on an office, or on the whole
// programme where Office is empty.
type Outturn struct {
	Month     civil.Month `yaml:"month"`
	Office    OfficeID    `yaml:"office"`
	Kind      CostKind    `yaml:"kind"`
	Component Component   `yaml:"component"`
	Amount    Amount      `yaml:"amount"`
	Provenance
}
