package sweden

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/etablera/etablera/internal/civil"
)

// Every month lies in its tertial, and tertials follow without a gap.
func TestTertialHoldsItsMonths(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := civil.Month(rapid.IntRange(1, 12*3000).Draw(t, "month"))
		x := TertialOf(m)
		if m.First() < x.First() || m.Last() > x.Last() || x.Year != m.Year() || TertialOf(x.FirstMonth()) != x {
			t.Fatalf("%v is in %v, from %v to %v", m, x, x.First(), x.Last())
		}
		if x.Next().First() != x.Last()+1 {
			t.Fatalf("%v follows %v", x.Next(), x)
		}
	})
}

func TestTertialKnown(t *testing.T) {
	x := TertialOf(civil.MustDate("2022-08-31").Month())
	if x.String() != "2022-T2" || x.First() != civil.MustDate("2022-05-01") || x.Last() != civil.MustDate("2022-08-31") {
		t.Errorf("August 2022 is in %v, from %v to %v", x, x.First(), x.Last())
	}
	if got := (Tertial{2022, 3}).Next(); got != (Tertial{2023, 1}) {
		t.Errorf("%v follows the last of 2022", got)
	}
	if got := TertialOf(0); got.String() != "" || got != (Tertial{}) {
		t.Errorf("an unknown month is in %q", got)
	}
}
