package locate

// CutFrom has lists cut from the number of pairs of class and list given.
func CutFrom(pairs int64) (restore func()) {
	was := trimPairs
	trimPairs = pairs
	return func() { trimPairs = was }
}

// PlainCover has coverings solved like any other problem.
func PlainCover() (restore func()) {
	plainCover = true
	return func() { plainCover = false }
}

// IsCovering says whether the Spec is solved as a covering.
func IsCovering(s *Spec) bool { return newCovering(compile(s)) != nil }
