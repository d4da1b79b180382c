package timetable

import (
	"testing"

	"github.com/etablera/etablera/internal/programme"
)

// The most specific entry that fits holds; what nobody has stated does not hold.
func TestWhichDurationHolds(t *testing.T) {
	s := sceneOn(t, "2022-03-01").stage("lokal", programme.AgencyOwned, "10").opens()       // 0
	s.duration("lokal", "20", nil, []programme.Condition{programme.WithPermit})             // 1
	s.duration("lokal", "30", []programme.TypeID{"large", "medium"}, nil)                   // 2
	s.duration("lokal", "40", []programme.TypeID{"large"}, []programme.Condition{"permit"}) // 3
	s.duration("lokal", "", nil, []programme.Condition{"permit", "rebuild", "co-location"}) // 4
	s.duration("lokal", "15", nil, nil)                                                     // 5
	s.s.Durations[0].Known = 800000                                                         // known later than 5
	s.duration("lokal", "50", nil, []programme.Condition{"weather"})                        // 6
	claim := func(status programme.ClaimStatus, types ...programme.TypeID) *programme.TypeClaim {
		return &programme.TypeClaim{Office: "a", Types: types, Status: status}
	}
	for _, c := range []struct {
		name            string
		claim           *programme.TypeClaim
		permit, rebuild programme.Tri
		want            int
	}{
		{"nothing stated: the one known later of two", nil, programme.Unknown, programme.Unknown, 0},
		{"a permit", nil, programme.Yes, programme.Unknown, 1},
		{"no permit", nil, programme.No, programme.Unknown, 0},
		{"a type before a condition", claim(programme.Decided, "medium"), programme.Yes, programme.Unknown, 2},
		{"a type and a condition", claim(programme.Decided, "large"), programme.Yes, programme.Unknown, 3},
		{"large or medium, decided", claim(programme.Decided, "large", "medium"), programme.Yes, programme.Unknown, 2},
		{"large or small, decided", claim(programme.Decided, "large", "small"), programme.No, programme.Unknown, 0},
		{"a proposal, until somebody decides", claim(programme.Proposed, "large"), programme.Yes, programme.Unknown, 3},
		{"an entry without a distribution says nothing", nil, programme.Yes, programme.Yes, 1},
	} {
		scene := sceneOn(t, "2022-03-01").project("a")
		scene.s.Process, scene.s.Durations = s.s.Process, s.s.Durations
		scene.s.Projects[0].Permit, scene.s.Projects[0].Rebuild = c.permit, c.rebuild
		if c.claim != nil {
			scene.s.TypeClaims = []programme.TypeClaim{*c.claim}
		}
		if got := scene.only().Activities[0].Duration; got != c.want {
			t.Errorf("%s: entry %d, want %d", c.name, got, c.want)
		}
	}
}

// The note says which conditions are not stated, but only those that matter.
func TestUnclearConditions(t *testing.T) {
	s := sceneOn(t, "2022-03-01").chain("1", "1", "1").project("a")
	s.duration("lokal", "20", nil, []programme.Condition{programme.WithPermit, programme.WithCoLocation})
	s.s.Projects[0].Permit = programme.No
	if got := s.only().Unclear; len(got) != 1 || got[0] != programme.WithCoLocation {
		t.Errorf("unclear: %v", got)
	}
}
