package sweden

import "strings"

// Nearest returns the candidate that a possibly misspelt name most likely
// means, and whether any is near enough to suggest. Upper and lower case are
// the same; of candidates equally near the first wins, so the answer follows
// the order given.
//
// Near enough is at most two changes (a letter more, less, other, or exchanged
// with its neighbour), in a long name at most a quarter of its letters, and in
// a name of three letters or fewer one change: two would turn Åre into Ale.
func Nearest(name string, candidates []string) (string, bool) {
	want := []rune(strings.ToLower(name))
	best, found := limit(len(want))+1, ""
	for _, c := range candidates {
		have := []rune(strings.ToLower(c))
		if more := len(have) - len(want); more >= best || -more >= best {
			continue // the lengths alone are that far apart
		}
		if d := editDistance(want, have); d < best {
			best, found = d, c
		}
	}
	return found, best <= limit(len(want))
}

// limit returns how many changes a name of n letters may differ by.
func limit(n int) int {
	if n <= 3 {
		return 1
	}
	return max(2, n/4)
}
