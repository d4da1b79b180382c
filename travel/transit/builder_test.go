package transit

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// The trips of a pattern never overtake one another, at any call; every trip is in one pattern, with its own times.
func TestPatternsAreInOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anyScene(t)
		tt := s.timetable(t)
		var names []int32
		for p := range Pattern(tt.Patterns()) {
			n := tt.Len(p)
			for k := range tt.Trips(p) {
				name := tt.Trip[tt.TripStart[p]+k]
				names = append(names, name)
				for i := range n {
					e, place, c := tt.event(p, k, i), tt.Start[p]+i, s.trips[name][i]
					if got := (Call{tt.Stops[place], tt.Arrive[e], tt.Depart[e], tt.Board[place], tt.Alight[place]}); got != c {
						t.Fatalf("trip %d, call %d: %+v, want %+v", name, i, got, c)
					}
					if k > 0 && (tt.Arrive[e] < tt.Arrive[e-Event(n)] || tt.Depart[e] < tt.Depart[e-Event(n)]) {
						t.Fatalf("pattern %d: trip %d overtakes at call %d", p, k, i)
					}
				}
			}
		}
		slices.Sort(names)
		if len(names) != len(s.trips) || len(slices.Compact(names)) != len(s.trips) {
			t.Fatalf("trips %v of %d", names, len(s.trips))
		}
	})
}

// A day run backwards twice is the day.
func TestReversedTwice(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anyScene(t)
		tt := s.timetable(t)
		w := Window{From: -20, Step: 5, Count: 20}
		again, err := NewNetwork(tt.Reversed().Reversed(), ListsOf(s.walks), Shortcuts{})
		if err != nil {
			t.Fatal(err)
		}
		a, b := times(t, s.network(t, Shortcuts{}), s.query(w, 200, 3)), times(t, again, s.query(w, 200, 3))
		for k := range a {
			if !slices.Equal(a[k], b[k]) {
				t.Fatalf("%s: %v, twice reversed %v", k, a[k], b[k])
			}
		}
	})
}

// Trips that cannot be are refused, with what would be right.
func TestBuilderRefuses(t *testing.T) {
	for _, c := range []struct {
		calls []Call
		want  string
	}{
		{[]Call{{0, 0, 0, true, true}}, "has 1 calls; want at least 2"},
		{[]Call{{0, 0, 0, true, true}, {2, 1, 1, true, true}}, "no stop 2; want 0 … 1"},
		{[]Call{{0, 0, 5, true, true}, {1, 4, 6, true, true}}, "arrives at 4, before it left the call before at 5"},
		{[]Call{{0, 0, 0, true, true}, {1, 1 << 30, 1 << 30, true, true}}, "time beyond"},
	} {
		if err := NewBuilder(2).Add(7, c.calls); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%+v: %v, want %q", c.calls, err, c.want)
		}
	}
}
