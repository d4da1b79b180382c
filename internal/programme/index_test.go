package programme

import (
	"testing"

	"github.com/etablera/etablera/internal/civil"
)

// A decided type holds before any proposal; among equals the later known holds.
func TestClaimThatHolds(t *testing.T) {
	s := &Snapshot{
		Sources: []Source{{ID: "a", Date: civil.MustDate("2020-12-18")}, {ID: "b", Date: civil.MustDate("2021-09-24")}},
		TypeClaims: []TypeClaim{
			{Office: "boden", Types: []TypeID{"medium"}, Status: Proposed, Provenance: cited("b")},
			{Office: "boden", Types: []TypeID{"small"}, Status: Proposed, Provenance: cited("a")},
			{Office: "laholm", Types: []TypeID{"flexi"}, Status: Decided, Provenance: cited("a")},
			{Office: "laholm", Types: []TypeID{"small"}, Status: Proposed, Provenance: cited("b")},
		},
	}
	x := NewIndex(s)
	for office, want := range map[OfficeID]TypeID{"boden": "medium", "laholm": "flexi"} {
		if claim, _ := x.Claim(office); claim == nil || claim.Types[0] != want {
			t.Errorf("%s: %+v holds, want %s", office, claim, want)
		}
	}
	if claim, at := x.Claim("nowhere"); claim != nil || at != -1 {
		t.Errorf("an office without claims has %+v at %d", claim, at)
	}
}

// Of two things with one id the first is found.
func TestFirstOfTwoIsFound(t *testing.T) {
	x := NewIndex(&Snapshot{Rounds: []Round{{ID: "1", Mandate: "x"}, {ID: "1", Mandate: "y"}}})
	if r, i := x.Round("1"); r == nil || r.Mandate != "x" || i != 0 {
		t.Errorf("found %+v at %d", r, i)
	}
	if _, i := x.Round("2"); i != -1 {
		t.Errorf("a round that is not there stands at %d", i)
	}
}
