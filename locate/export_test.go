package locate

// CutFrom has lists cut from the number of pairs of class and list given.
func CutFrom(pairs int64) (restore func()) {
	was := trimPairs
	trimPairs = pairs
	return func() { trimPairs = was }
}
