package sweden

// Class is where the Police list of a year puts an area.
type Class uint8

// The classes in rising order of severity, so that they can be compared. The
// two that are no class come first.
const (
	ClassUnknown         Class = iota // the list of that year is not in the table
	NotListed                         // the list is known and the area is not on it
	Vulnerable                        // utsatt område
	RiskArea                          // riskområde
	EspeciallyVulnerable              // särskilt utsatt område
)

var classKeys = [...]string{"unknown", "not-listed", "vulnerable", "risk", "especially-vulnerable"}

// String returns the key of the class.
func (c Class) String() string {
	if int(c) < len(classKeys) {
		return classKeys[c]
	}
	return "unknown"
}

// IsListed says whether the area is on the list in any class.
func (c Class) IsListed() bool { return c >= Vulnerable }

// classLetters are the classes as the table writes them.
var classLetters = map[string]Class{"-": NotListed, "v": Vulnerable, "r": RiskArea, "e": EspeciallyVulnerable}
