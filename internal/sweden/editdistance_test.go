package sweden

import (
	"testing"

	"pgregory.net/rapid"
)

func TestEditDistanceKnownAnswers(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"", "", 0}, {"", "abc", 3}, {"abc", "abc", 0},
		{"kitten", "sitting", 3}, {"Boden", "Bodne", 1}, {"Malmö", "Malmo", 1},
		{"ca", "abc", 2},        // the restricted distance gives 3
		{"a cat", "an abct", 3}, // the restricted distance gives 4
		{"åäö", "öäå", 2},
	} {
		if got := editDistance([]rune(c.a), []rune(c.b)); got != c.want {
			t.Errorf("%q to %q: %d changes, want %d", c.a, c.b, got, c.want)
		}
	}
}

// Words of few different letters are the hard ones: matches and exchanges abound.
var word = rapid.SliceOfN(rapid.SampledFrom([]rune("abå")), 0, 7)

func TestEditDistanceIsAMetric(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b, c := word.Draw(t, "a"), word.Draw(t, "b"), word.Draw(t, "c")
		ab := editDistance(a, b)
		if ab != editDistance(b, a) || (ab == 0) != (string(a) == string(b)) {
			t.Fatalf("%d one way, %d the other", ab, editDistance(b, a))
		}
		if ac := editDistance(a, c); ac > ab+editDistance(b, c) {
			t.Fatalf("%d directly, %d over the middle word", ac, ab+editDistance(b, c))
		}
	})
}

// Any one change gives a distance of one at most, and it is found by trying
// every change, one after the other, that no fewer do.
func TestEditDistanceEqualsSearch(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := rapid.SliceOfN(rapid.SampledFrom([]rune("ab")), 0, 4).Draw(t, "a")
		b := rapid.SliceOfN(rapid.SampledFrom([]rune("ab")), 0, 4).Draw(t, "b")
		if got, want := editDistance(a, b), searchDistance(string(a), string(b)); got != want {
			t.Fatalf("%q to %q: %d changes, %d by search", string(a), string(b), got, want)
		}
	})
}

// searchDistance finds the distance by breadth-first search over all words of
// the letters a and b up to one letter longer than the two given.
func searchDistance(from, to string) int {
	longest := max(len(from), len(to)) + 1
	seen, front := map[string]bool{from: true}, []string{from}
	for steps := 0; ; steps++ {
		var next []string
		for _, w := range front {
			if w == to {
				return steps
			}
			for _, v := range neighbours(w) {
				if len(v) <= longest && !seen[v] {
					seen[v] = true
					next = append(next, v)
				}
			}
		}
		front = next
	}
}

func neighbours(w string) (all []string) {
	for i := range len(w) + 1 {
		for _, letter := range []string{"a", "b"} {
			all = append(all, w[:i]+letter+w[i:])
			if i < len(w) {
				all = append(all, w[:i]+letter+w[i+1:])
			}
		}
		if i < len(w) {
			all = append(all, w[:i]+w[i+1:])
		}
		if i+1 < len(w) {
			all = append(all, w[:i]+w[i+1:i+2]+w[i:i+1]+w[i+2:])
		}
	}
	return all
}
