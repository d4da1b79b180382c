package programme

import (
	"strconv"
	"strings"
)

// Stage is a main activity of the process model, passed by every project.
type Stage struct {
	ID    StageID `yaml:"id"`
	Name  Text    `yaml:"name"`
	After []Link  `yaml:"after"`
	Owner Owner   `yaml:"owner"` // whose clock it runs on
	// Opens is set on the activity at whose finish the office opens.
	Opens bool `yaml:"opens"`
	// CostWeight is the activity's part of the establishment cost; where no
	// stage has one, cost is spread evenly over the project's working days.
	CostWeight int `yaml:"cost-weight"`
	Provenance
}

// Owner is the kind of party whose decisions set an activity's pace.
type Owner string

// The owners of activities.
const (
	AgencyOwned       Owner = "agency"
	LandlordOwned     Owner = "landlord"
	MunicipalityOwned Owner = "municipality"
)

// Link says that an activity follows another. In a file it is the id alone
// (finish to start), or "id ss 5" with kind and lag in working days.
type Link struct {
	Stage StageID
	Kind  LinkKind
	Lag   int // working days, may be negative
}

// LinkKind is which ends of two activities are tied.
type LinkKind string

// The kinds of links; FinishStart is the usual one.
const (
	FinishStart  LinkKind = "fs"
	StartStart   LinkKind = "ss"
	FinishFinish LinkKind = "ff"
)

func (l Link) String() string {
	if l.Kind == FinishStart && l.Lag == 0 {
		return string(l.Stage)
	}
	s := string(l.Stage) + " " + string(l.Kind)
	if l.Lag != 0 {
		s += " " + strconv.Itoa(l.Lag)
	}
	return s
}

// MarshalText implements encoding.TextMarshaler.
func (l Link) MarshalText() ([]byte, error) { return []byte(l.String()), nil }

// UnmarshalText reads what String writes.
func (l *Link) UnmarshalText(text []byte) error {
	bad := &ValueError{Text: string(text), Want: "lokal, lokal fs 5, lokal ss -3"}
	parts := strings.Fields(string(text))
	*l = Link{Kind: FinishStart}
	switch len(parts) {
	case 3:
		n, err := strconv.ParseInt(parts[2], 10, 16)
		if err != nil {
			return bad
		}
		l.Lag = int(n)
		fallthrough
	case 2:
		l.Kind = LinkKind(parts[1])
		if l.Kind != FinishStart && l.Kind != StartStart && l.Kind != FinishFinish {
			return bad
		}
		fallthrough
	case 1:
		l.Stage = StageID(parts[0])
		return nil
	}
	return bad
}

// Duration is how long an activity takes, for the office types and under the
// conditions named. The most specific entry that fits a project holds: one that
// names the type before one that does not, one with more conditions before one with fewer.
type Duration struct {
	Activity StageID      `yaml:"activity"`
	Types    []TypeID     `yaml:"types"` // empty: all
	When     []Condition  `yaml:"when"`  // all must hold; empty: always
	Working  Distribution `yaml:"working-days"`
	Basis    Basis        `yaml:"basis"`
	Reason   Text         `yaml:"reason"`
	Outcomes Range        `yaml:"outcomes"` // how many finished activities it rests on
	// Weight says how many of the programme's own outcomes it is worth, when they are to change it. Zero:
	// nobody has said; then an experience weighs what Outcomes says, and everything else DefaultWeight.
	Weight float64 `yaml:"weight"`
	Provenance
}

// DefaultWeight is what a duration is worth, in outcomes, where nobody has said: two finished activities of the
// same kind move it halfway to what they took.
const DefaultWeight = 2

// WorthOutcomes returns how many outcomes the duration is worth.
func (d *Duration) WorthOutcomes() float64 {
	switch {
	case d.Weight > 0:
		return d.Weight
	case d.Basis == Experience && d.Outcomes.Known && d.Outcomes.Low > 0:
		return float64(d.Outcomes.Low)
	}
	return DefaultWeight
}

// Condition is something that a project may depend on.
type Condition string

// The conditions: the project's field of the same name is yes.
const (
	WithCoLocation Condition = "co-location"
	WithPermit     Condition = "permit"
	WithRebuild    Condition = "rebuild"
)

// Basis says whether a number is somebody's assumption or experience.
type Basis string

// The two kinds of basis.
const (
	Assumption Basis = "assumption"
	Experience Basis = "experience"
)

// Shape is a family of distributions.
type Shape string

// The shapes: fixed(d), triangular(min likely max), lognormal(median p90).
const (
	Fixed      Shape = "fixed"
	Triangular Shape = "triangular"
	LogNormal  Shape = "lognormal"
)

// Distribution is a duration in working days: "10", "triangular 5 8 20" or
// "lognormal 40 90" (median and 90th percentile). The empty one is unknown.
type Distribution struct {
	Shape   Shape
	A, B, C float64
}

// IsKnown says whether anybody has stated the distribution.
func (d Distribution) IsKnown() bool { return d.Shape != "" }

func (d Distribution) String() string {
	f := func(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }
	switch d.Shape {
	case Fixed:
		return f(d.A)
	case Triangular:
		return string(Triangular) + " " + f(d.A) + " " + f(d.B) + " " + f(d.C)
	case LogNormal:
		return string(LogNormal) + " " + f(d.A) + " " + f(d.B)
	}
	return ""
}

// MarshalText implements encoding.TextMarshaler.
func (d Distribution) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// maxDays bounds a duration to about a century of working days.
const maxDays = 25000

// UnmarshalText reads what String writes.
func (d *Distribution) UnmarshalText(text []byte) error {
	bad := &ValueError{Text: string(text), Want: "10, triangular 5 8 20, lognormal 40 90"}
	parts := strings.Fields(string(text))
	*d = Distribution{}
	if len(parts) == 0 {
		return nil
	}
	shape := Fixed
	if parts[0] == string(Triangular) || parts[0] == string(LogNormal) {
		shape, parts = Shape(parts[0]), parts[1:]
	}
	var v [3]float64
	if len(parts) != map[Shape]int{Fixed: 1, Triangular: 3, LogNormal: 2}[shape] {
		return bad
	}
	for i, p := range parts {
		x, err := strconv.ParseFloat(p, 64)
		// The comparison is written so that NaN fails it.
		if err != nil || !(x >= 0 && x <= maxDays) {
			return bad
		}
		v[i] = x
	}
	ordered := shape == Fixed || v[0] <= v[1] && (shape != Triangular || v[1] <= v[2]) && (shape != LogNormal || v[0] > 0)
	if !ordered {
		return bad
	}
	*d = Distribution{shape, v[0], v[1], v[2]}
	return nil
}
