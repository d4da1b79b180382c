package sweden

import (
	"strings"
	"unicode"
)

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
	wanted := lettersOf(name)
	best, found := limit(len(want))+1, ""
	for _, c := range candidates {
		if wanted.apart(lettersOf(c)) >= best {
			continue
		}
		if d := editDistance(want, []rune(strings.ToLower(c))); d < best {
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

// letters counts the letters of a word whatever their order, several letters
// sharing a count. It rules out nearly all candidates of [Nearest] at a tenth
// of the cost of a distance.
type letters [32]int32

func lettersOf(word string) (l letters) {
	for _, r := range word {
		l[unicode.ToLower(r)%32]++
	}
	return l
}

// apart returns a number that is never more than the edit distance of the
// words: exchanges do not alter the counts, and any other change takes away
// one letter at most and adds one at most.
func (l letters) apart(m letters) int {
	more, less := 0, 0
	for i := range l {
		if d := int(l[i]) - int(m[i]); d > 0 {
			more += d
		} else {
			less -= d
		}
	}
	return max(more, less)
}
