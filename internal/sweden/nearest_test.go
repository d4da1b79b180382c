package sweden

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestNearest(t *testing.T) {
	names := []string{"Åre", "Ale", "Boden", "Borås", "Sölvesborg", "Upplands Väsby", "Östra Göinge"}
	for _, c := range []struct {
		name, why, want string
	}{
		{"Boden", "the name itself", "Boden"},
		{"boden", "another case", "Boden"},
		{"Bodden", "one letter more", "Boden"},
		{"Bodn", "one letter less", "Boden"},
		{"Bdoen", "two letters exchanged", "Boden"},
		{"Solvesborj", "two letters other", "Sölvesborg"},
		{"Upplandvesby", "three changes in a name of twelve", "Upplands Väsby"},
		{"Oestra Gøinge", "three changes in a name of thirteen", "Östra Göinge"},
		{"Are", "one change in a short name, the first of two as near", "Åre"},
		{"Ax", "two changes in a short name", ""},
		{"Axx", "two changes in a name of three", ""},
		{"", "nothing", ""},
		{"Haparanda", "another place", ""},
		{"Bo", "half a name", ""},
	} {
		got, ok := Nearest(c.name, names)
		if got != c.want || ok != (c.want != "") {
			t.Errorf("%s: %q suggests %q, want %q", c.why, c.name, got, c.want)
		}
	}
	if got, ok := Nearest("Boden", nil); ok {
		t.Errorf("no candidates, but %q", got)
	}
}

// Nearest gives the first of the nearest candidates, and only one near enough.
func TestNearestEqualsTryingAll(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		name := string(word.Draw(t, "name"))
		var candidates []string
		for _, w := range rapid.SliceOfN(word, 0, 6).Draw(t, "candidates") {
			candidates = append(candidates, string(w))
		}
		distance := func(c string) int { return editDistance([]rune(name), []rune(c)) }
		got, ok := Nearest(name, candidates)
		best := limit(len([]rune(name))) + 1
		for _, c := range candidates {
			best = min(best, distance(c))
		}
		first := slices.IndexFunc(candidates, func(c string) bool { return distance(c) == best && best <= limit(len([]rune(name))) })
		if ok != (first >= 0) || ok && got != candidates[first] {
			t.Fatalf("%q, %v; the best distance is %d", got, ok, best)
		}
	})
}

// Counting letters never rules out a candidate that is near.
func TestLettersApartIsALowerBound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := rapid.StringN(0, 12, -1).Draw(t, "a"), rapid.StringN(0, 12, -1).Draw(t, "b")
		lower := func(s string) []rune { return []rune(strings.ToLower(s)) }
		if bound, d := lettersOf(a).apart(lettersOf(b)), editDistance(lower(a), lower(b)); bound > d {
			t.Fatalf("%d apart by letters, %d changes", bound, d)
		}
	})
}
