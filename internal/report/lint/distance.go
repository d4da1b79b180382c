package lint

import (
	"math/bits"
	"strings"
	"unicode/utf8"
)

// distance is the number of letters put in, left out, changed, or swapped with
// their neighbour that turn a into b (Damerau 1964; the restricted form, where
// no letter is touched twice), or limit+1 if that is more than limit. It takes
// O(len(a)·limit) time for short limits and no memory beyond three rows.
func distance(a, b []rune, limit int) int {
	if len(a) < len(b) {
		a, b = b, a
	}
	if len(a)-len(b) > limit {
		return limit + 1
	}
	var store [3][64]int
	if len(b)+1 > len(store[0]) {
		return limit + 1 // no place has a name of 64 letters
	}
	two, one, now := store[0][:len(b)+1], store[1][:len(b)+1], store[2][:len(b)+1]
	for j := range one {
		one[j] = j
	}
	for i := 1; i <= len(a); i++ {
		now[0] = i
		least := i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			d := min(now[j-1]+1, one[j]+1, one[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				d = min(d, two[j-2]+1)
			}
			now[j] = d
			least = min(least, d)
		}
		if least > limit {
			return limit + 1
		}
		two, one, now = one, now, two
	}
	return min(one[len(b)], limit+1)
}

// Names shorter than shortName are too close to too many words to be compared;
// names of longName letters may differ in two.
const (
	shortName = 5
	longName  = 9
)

// near returns the distance between two words if it is small for their length,
// and 0 if they are the same or not near.
func near(a, b string) int {
	x, y := []rune(a), []rune(b)
	n := min(len(x), len(y))
	if n < shortName || a == b {
		return 0
	}
	limit := 1
	if n >= longName {
		limit = 2
	}
	if bits.OnesCount64(letters(a)^letters(b)) > 2*limit {
		return 0
	}
	if d := distance(x, y, limit); d <= limit {
		return d
	}
	return 0
}

// letters marks which letters a word has: each edit changes at most two marks.
func letters(s string) uint64 {
	var m uint64
	for _, r := range s {
		m |= 1 << (uint32(r) % 64)
	}
	return m
}

// inflects says that one of two words is the other with an ending or as part of
// a compound: Malmös, Malmöbo, Stockholmsområdet.
func inflects(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	rest, ok := strings.CutPrefix(b, a)
	if !ok {
		rest, ok = strings.CutSuffix(b, a)
		return ok && utf8.RuneCountInString(rest) >= 3
	}
	switch rest {
	case "s", "en", "n", "et", "ar", "er", "or", "a", "are", "na", "e":
		return true
	}
	return utf8.RuneCountInString(rest) >= 2
}
