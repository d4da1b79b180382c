package spelling

import (
	"testing"

	"pgregory.net/rapid"
)

// A slip of the pen finds the name that was meant; a wholly different word finds none.
func TestNearest(t *testing.T) {
	places := []string{"Boden", "Borgholm", "Stenungsund", "Södertälje", "Åre", "Åmål", "Malmö", "Mora", "Upplands-Bro", "omgang-1"}
	for _, c := range []struct{ name, want string }{
		{"Stenungssund", "Stenungsund"},
		{"Stenugnsund", "Stenungsund"},
		{"stenungsund", "Stenungsund"},
		{"Sodertalje", "Södertälje"},
		{"Bodn", "Boden"},
		{"Are", "Åre"},
		{"Upplands Bro", "Upplands-Bro"},
		{"Malmo", "Malmö"},
		{"Kiruna", ""},
		{"x", ""},
		{"", ""},
		{"Boden", ""},    // the name itself is no correction
		{"omgang-3", ""}, // another number is another thing
	} {
		got, ok := Nearest(c.name, places)
		if got != c.want || ok != (c.want != "") {
			t.Errorf("Nearest(%q) = %q, %v; want %q", c.name, got, ok, c.want)
		}
	}
}

// The distance is symmetric, zero for equal words and at most the longer length.
func TestSlipsIsADistance(t *testing.T) {
	word := rapid.SliceOfN(rapid.SampledFrom([]rune("abcåäöÅ-")), 0, 9)
	rapid.Check(t, func(t *rapid.T) {
		a, b := word.Draw(t, "a"), word.Draw(t, "b")
		d := slips(a, b)
		if d != slips(b, a) {
			t.Fatalf("%d one way, %d the other", d, slips(b, a))
		}
		if slips(a, a) != 0 || d > max(len(a), len(b)) || d < abs(len(a)-len(b)) {
			t.Fatalf("distance %d between %q and %q", d, string(a), string(b))
		}
	})
}
