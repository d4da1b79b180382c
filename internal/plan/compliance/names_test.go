package compliance

import (
	"reflect"
	"slices"
	"testing"

	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/plan/timetable"
	"github.com/etablera/etablera/internal/programme"
	"pgregory.net/rapid"
)

// A thing that nobody has named goes by its id, though not in a language in
// which it has a name.
func TestCalled(t *testing.T) {
	for _, c := range []struct{ name, want programme.Text }{
		{programme.Text{Sv: "Omgång 1", En: "Round 1"}, programme.Text{Sv: "Omgång 1", En: "Round 1"}},
		{programme.Text{Sv: "Omgång 1"}, programme.Text{Sv: "Omgång 1"}},
		{programme.Text{En: "Round 1"}, programme.Text{Sv: "r1", En: "Round 1"}},
		{programme.Text{}, programme.Text{Sv: "r1"}},
	} {
		if got := called(c.name, programme.RoundID("r1")); got != c.want {
			t.Errorf("%+v is called %+v, want %+v", c.name, got, c.want)
		}
	}
}

// Parties and rounds that are among the facts have their name, others their id.
func TestNamesOfTheFacts(t *testing.T) {
	finance, first := programme.Text{Sv: "Finans", En: "Finance"}, programme.Text{Sv: "Omgång 1", En: "Round 1"}
	all := &checker{x: programme.NewIndex(&programme.Snapshot{
		Parties: []programme.Party{{ID: "fi", Name: finance}, {ID: "ssc"}},
		Rounds:  []programme.Round{{ID: "r1", Name: first}, {ID: "r2"}},
	})}
	for id, want := range map[programme.PartyID]programme.Text{"fi": finance, "ssc": {Sv: "ssc"}, "nobody": {Sv: "nobody"}} {
		if got := all.partyText(id); got != want {
			t.Errorf("the party %s is called %+v, want %+v", id, got, want)
		}
	}
	for id, want := range map[programme.RoundID]programme.Text{"r1": first, "r2": {Sv: "r2"}, "r3": {Sv: "r3"}} {
		if got := all.roundName(id); got != want {
			t.Errorf("the round %s is called %+v, want %+v", id, got, want)
		}
	}
	ps := []*timetable.Project{{Name: "Boden", Office: "b"}, {Office: "lulea"}}
	if got := names(ps); !slices.Equal(got, []programme.Text{{Sv: "Boden"}, {Sv: "lulea"}}) {
		t.Errorf("the offices are called %v", got)
	}
}

// A long list of names is cut, and says how many it leaves out.
func TestListed(t *testing.T) {
	var few []programme.Text
	for _, n := range []string{"a", "b", "c", "d", "e", "f", "g", "h"} {
		few = append(few, programme.Text{Sv: n, En: n + n})
	}
	if got := listed(few); !reflect.DeepEqual(got, few) {
		t.Errorf("%v", got)
	}
	label, ok := listed(append(few, plain("i"))).(figure.Label)
	if !ok || len(label.Args) != 2 || !reflect.DeepEqual(label.Args[0], few[:7]) || label.Args[1] != 2 {
		t.Errorf("%v", label)
	}
}

// Each thing is kept once, all are kept, and in the order of first mention.
func TestOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		things := rapid.SliceOf(rapid.IntRange(0, 5)).Draw(t, "things")
		got := once(things)
		last := -1
		for i, g := range got {
			if slices.Contains(got[:i], g) {
				t.Fatalf("%d is named twice in %v", g, got)
			}
			at := slices.Index(things, g)
			if at <= last {
				t.Fatalf("%v is not the order of %v", got, things)
			}
			last = at
		}
		for _, x := range things {
			if !slices.Contains(got, x) {
				t.Fatalf("%d is missing from %v", x, got)
			}
		}
	})
}
