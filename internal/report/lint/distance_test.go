package lint

import (
	"testing"

	"pgregory.net/rapid"
)

// Known distances, swaps of neighbours included.
func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"stenungsund", "stenungssund", 1}, {"mobilia", "mobila", 1}, {"växjö", "väjxö", 1}, {"linköping", "lidköping", 1},
		{"linköping", "norrköping", 4}, {"", "abc", 3}, {"abc", "abc", 0}, {"ca", "abc", 3},
	} {
		if got := distance([]rune(c.a), []rune(c.b), 5); got != c.want {
			t.Errorf("%s, %s: want %d, got %d", c.a, c.b, c.want, got)
		}
	}
}

// Distance is symmetric, zero only between equals, and the limit only cuts off.
func TestDistanceProperties(t *testing.T) {
	word := rapid.SliceOfN(rapid.RuneFrom([]rune("aåbö")), 0, 12)
	rapid.Check(t, func(r *rapid.T) {
		a, b := word.Draw(r, "a"), word.Draw(r, "b")
		d := distance(a, b, 20)
		if back := distance(b, a, 20); d != back {
			t.Fatalf("%q, %q: %d there, %d back", string(a), string(b), d, back)
		}
		if (d == 0) != (string(a) == string(b)) {
			t.Fatalf("%q, %q: distance %d", string(a), string(b), d)
		}
		if limit := rapid.IntRange(0, 4).Draw(r, "limit"); distance(a, b, limit) != min(d, limit+1) {
			t.Fatalf("%q, %q: %d is cut to %d at %d", string(a), string(b), d, distance(a, b, limit), limit)
		}
	})
}

// Short names are never near; an ending or a compound is the same name.
func TestNear(t *testing.T) {
	if near("nora", "mora") != 0 || near("boden", "bodan") != 1 || near("norrkopin", "norrköping") != 2 {
		t.Error("nearness does not follow the length of the names")
	}
	for _, pair := range [][2]string{{"malmö", "malmös"}, {"storstockholm", "stockholm"}, {"malmö", "malmöregionen"}} {
		if !inflects(pair[0], pair[1]) {
			t.Errorf("%v are forms of one name", pair)
		}
	}
	if inflects("mobila", "mobilia") {
		t.Error("Mobila is no form of Mobilia")
	}
}
