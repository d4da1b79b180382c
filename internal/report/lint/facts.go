package lint

import "github.com/etablera/etablera/internal/civil"

// Facts is what the caller knows. Every part may be empty: a rule without facts
// still looks for contradictions within the text.
type Facts struct {
	Places  []Place
	Windows []Window
	Counts  []Count
	Groups  []Group
	Types   []TypeCount

	// Bound says that every number in the text should be bound to a figure of
	// the manifest; only then are free numbers reported.
	Bound   bool
	Figures []Figure
}

// A Place is a name that a text may use: a municipality, a locality, a
// vulnerable area, an office. A name of several areas ("Rinkeby/Tensta") counts
// as a whole and part by part.
type Place struct {
	Name         string
	Kind         string // free text for messages, e.g. "municipality"
	Municipality string // the one that the place lies in, if known
}

// A Window is when the offices of a mandate or a round are to open.
type Window struct {
	Label string // shown in messages: "omgång 1"
	// Words bind the window to a text: dates in a sentence, or in a table or
	// list below a sentence, that holds one of them ("första omgången") belong
	// to it. A window without words binds every opening date that no other
	// window binds.
	Words []string
	Span  civil.Span // openings outside are reported one by one
	// Soft is where openings should lie as far as possible; those that do not
	// are reported once for each list, as so many of so many.
	Soft      civil.Span
	SoftLabel string // shown in messages: "första halvåret 2022"
}

// A Count is a known number of things at a time.
type Count struct {
	Words  []string   // what is counted, in every language: "servicekontor", "service offices"
	When   civil.Span // the day, month or year that it holds for
	Value  float64
	Source string // shown in messages
}

// A Group is a named list of places, such as a round.
type Group struct {
	Label string
	Words []string // phrases that name it in a text: "första omgången", "round 1"
	Size  int      // how many it has; 0 is unknown
	Names []string // as many as are known
}

// A TypeCount is how many of a group are of one type.
type TypeCount struct {
	Group  string   // label of the group; "" is all
	Words  []string // "flexikontor", "små kontor", "flexi offices"
	Lo, Hi int
}

// A Figure is a form in which the report's manifest shows a figure. One address
// may have several.
type Figure struct {
	Address string
	Shown   string // the number as the report shows it, e.g. "24,65"
}
