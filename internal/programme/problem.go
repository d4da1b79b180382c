package programme

// Problem is a mistake in the facts, or something to look at. Path is its place
// in the snapshot (offices[3].municipality); Key and Args are the message, whose
// Swedish and English texts live in the locale.
type Problem struct {
	Path     string
	Severity Severity
	Key      string
	Args     []any
}

// Severity tells a wrong fact from one that only looks odd.
type Severity uint8

// An Error makes the facts unusable; a Warning asks a person to look.
const (
	Error Severity = iota
	Warning
)

func (s Severity) String() string {
	if s == Warning {
		return "warning"
	}
	return "error"
}

// Register is what the facts are checked against: names that exist. The caller
// fills it, so that this package needs no reference data.
type Register struct {
	Municipalities []string // names
	Counties       []string
	Regions        []string // metropolitan areas
	Areas          []string // vulnerable areas, of any list year
	// AreaMunicipality gives the municipality of an area, by name.
	AreaMunicipality map[string]string
}
