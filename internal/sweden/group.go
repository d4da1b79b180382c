package sweden

// A Group is the class of a municipality in the grouping of 2017 by Sveriges
// Kommuner och Regioner: a letter for the main group (A metropolitan, B larger
// towns, C smaller towns and rural) and a digit.
type Group string

var groupNames = map[Group]string{
	"A1": "Storstäder",
	"A2": "Pendlingskommun nära storstad",
	"B3": "Större stad",
	"B4": "Pendlingskommun nära större stad",
	"B5": "Lågpendlingskommun nära större stad",
	"C6": "Mindre stad/tätort",
	"C7": "Pendlingskommun nära mindre stad/tätort",
	"C8": "Landsbygdskommun",
	"C9": "Landsbygdskommun med besöksnäring",
}

// Name returns the Swedish name of the group, "" for one that does not exist.
func (g Group) Name() string { return groupNames[g] }

// IsRural says whether the group is one of the two rural ones.
func (g Group) IsRural() bool { return g == "C8" || g == "C9" }
