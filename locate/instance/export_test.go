package instance

// The small texts of the tables, for the tests from outside.
const (
	SmallPmed     = smallPmed
	SmallTSPLIB   = smallTSPLIB
	SmallCovering = smallCovering
	SmallPoints   = smallPoints
	SmallPlane    = smallPlane
	SmallPairs    = smallPairs
	SmallSquare   = smallSquare
)
