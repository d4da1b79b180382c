package sweden

// editDistance returns the Damerau–Levenshtein distance between two words: the
// least number of insertions, deletions, substitutions and exchanges of two
// neighbouring letters that turns one into the other, where letters may also
// be put in between the exchanged ones. It is a metric, which the simpler
// "restricted" distance is not.
//
// Lowrance & Wagner, "An Extension of the String-to-String Correction
// Problem", JACM 22 (1975): O(len(a)·len(b)) in time and memory.
func editDistance(a, b []rune) int {
	width := len(b) + 2
	far := len(a) + len(b) // more than any distance
	d := make([]int, (len(a)+2)*width)
	at := func(i, j int) *int { return &d[(i+1)*width+j+1] }
	*at(-1, -1) = far
	for i := range len(a) + 1 {
		*at(i, -1), *at(i, 0) = far, i
	}
	for j := range len(b) + 1 {
		*at(-1, j), *at(0, j) = far, j
	}
	lastRow := map[rune]int{} // where in a each letter was last seen
	for i := 1; i <= len(a); i++ {
		lastMatch := 0 // where in b the letter a[i-1] was last matched
		for j := 1; j <= len(b); j++ {
			k, l := lastRow[b[j-1]], lastMatch
			substitute := *at(i-1, j-1) + 1
			if a[i-1] == b[j-1] {
				substitute--
				lastMatch = j
			}
			exchange := *at(k-1, l-1) + (i - k - 1) + 1 + (j - l - 1)
			*at(i, j) = min(substitute, *at(i, j-1)+1, *at(i-1, j)+1, exchange)
		}
		lastRow[a[i-1]] = i
	}
	return *at(len(a), len(b))
}
