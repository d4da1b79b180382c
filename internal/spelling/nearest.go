// Package spelling finds what a misspelt name was most likely meant to be, so that
// a message can say what would be right. It knows no names of its own. The distance
// is the optimal string alignment distance with letters folded that people type for
// one another (å and a, capital and small); see F. J. Damerau, A technique for
// computer detection and correction of spelling errors, CACM 7 (1964) 171–176.
package spelling

import "strings"

// Nearest returns the candidate that name was most likely meant to be: the one
// with the fewest slips of the pen (a letter added, dropped, changed, or two
// neighbours swapped), the first of equals. ok is false when none is close
// enough to be worth asking about: more than one slip for every three letters,
// or more than three in all. O(len(candidates) · len(name)²).
func Nearest(name string, candidates []string) (nearest string, ok bool) {
	letters := []rune(name)
	if len(letters) > maxLetters {
		return "", false
	}
	best := min(3, max(1, len(letters)/3)) + 1
	for _, c := range candidates {
		if other := []rune(c); c != "" && c != name && abs(len(other)-len(letters)) < best {
			// Another number is another thing: omgang-3 is hardly omgang-1 misspelt.
			if d := slips(letters, other); d < best && digits(c) == digits(name) {
				nearest, best = c, d
			}
		}
	}
	return nearest, nearest != ""
}

// maxLetters bounds what is worth comparing: nobody misspells a text.
const maxLetters = 120

func abs(n int) int { return max(n, -n) }

// slips is the optimal string alignment distance: Damerau–Levenshtein in which
// no part of a word is edited twice. A letter in the wrong case, or without its
// dots and rings, is no slip, so that such a candidate wins over any other.
func slips(a, b []rune) int {
	two, one, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range one {
		one[j] = j
	}
	for i := range a {
		row[0] = i + 1
		for j := range b {
			change := 1
			if fold(a[i]) == fold(b[j]) {
				change = 0
			}
			row[j+1] = min(one[j+1]+1, row[j]+1, one[j]+change)
			if i > 0 && j > 0 && fold(a[i]) == fold(b[j-1]) && fold(a[i-1]) == fold(b[j]) {
				row[j+1] = min(row[j+1], two[j-1]+1)
			}
		}
		two, one, row = one, row, two
	}
	return one[len(b)]
}

// digits returns the digits of a name.
func digits(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, s)
}

// fold makes the letters equal that people type for one another.
func fold(r rune) rune {
	switch r {
	case 'Å', 'å', 'Ä', 'ä', 'A':
		return 'a'
	case 'Ö', 'ö', 'O':
		return 'o'
	case 'É', 'é', 'È', 'è', 'E':
		return 'e'
	case '_', ' ':
		return '-'
	}
	if r >= 'A' && r <= 'Z' {
		return r + 'a' - 'A'
	}
	return r
}
