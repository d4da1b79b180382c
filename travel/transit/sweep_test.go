package transit

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// Sites searched side by side give, event for event, what each gives alone; and a searcher forgets the site before.
func TestLanesEqualSingleSearches(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anyScene(t)
		n := s.network(t, Shortcuts{AllRounds: rapid.Bool().Draw(t, "all rounds"), AllPatterns: rapid.Bool().Draw(t, "all patterns")})
		one, eight := newSweeper(n), newWide(n)
		for range 2 {
			rides, horizon := rapid.IntRange(1, 4).Draw(t, "rides"), rapid.Int32Range(0, 150).Draw(t, "horizon")
			sites := s.sites[:min(len(s.sites), lanes)]
			all := eight.run(sites, rides, horizon)
			for i, site := range sites {
				if want := one.run(site, rides, horizon); !slices.Equal(all[i], want) {
					t.Fatalf("site %d: %v side by side, %v alone", i, all[i], want)
				}
			}
		}
	})
}

// Along a trip the arrival at the site never gets better by staying on, nor by taking a later trip of the pattern: what the
// choice of changes rests on.
func TestReachIsOrdered(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anyScene(t)
		n := s.network(t, Shortcuts{})
		reach := newSweeper(n).run(s.sites[0], rapid.IntRange(1, 4).Draw(t, "rides"), Never-1)
		tt := n.t
		for p := range Pattern(tt.Patterns()) {
			for k := range tt.Trips(p) {
				for i := range tt.Len(p) {
					e := tt.event(p, k, i)
					if i > 0 && reach[e] < reach[e-1] {
						t.Fatalf("pattern %d, trip %d: %d at call %d, %d the call before", p, k, reach[e], i, reach[e-1])
					}
					if k > 0 && reach[e] < reach[e-Event(tt.Len(p))] {
						t.Fatalf("pattern %d, call %d: %d by trip %d, %d by the one before", p, i, reach[e], k, reach[e-Event(tt.Len(p))])
					}
				}
			}
		}
	})
}

// What is kept of changes and ways to board can be done: the walk there is short enough, and one may board.
func TestWhatIsKeptCanBeDone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anyScene(t)
		n := s.network(t, Shortcuts{})
		tt := n.t
		place := make([]int32, tt.Events())
		for p := range Pattern(tt.Patterns()) {
			for e := tt.FirstEvent[p]; e < tt.FirstEvent[p+1]; e++ {
				place[e] = tt.Start[p] + int32(e-tt.FirstEvent[p])%tt.Len(p)
			}
		}
		walk := func(hops []Hop, to Stop) int32 {
			least := Never
			for _, h := range hops {
				if Stop(h.To) == to {
					least = min(least, h.Seconds)
				}
			}
			return least
		}
		for e := range tt.Events() {
			for _, to := range n.changes.to[n.changes.first[e]:n.changes.first[e+1]] {
				w := walk(s.walks[tt.Stops[place[e]]], tt.Stops[place[to]])
				if w == Never || tt.Arrive[e]+w > tt.Depart[to] || !tt.Alight[place[e]] || !tt.Board[place[to]] {
					t.Fatalf("change from event %d to %d on a walk of %d", e, to, w)
				}
			}
		}
		const from = -10
		w, err := newWays(testContext(t), n, ListsOf(s.homes), exact(from, 200), 1)
		if err != nil {
			t.Fatal(err)
		}
		for i, home := range s.homes {
			last := Never
			for _, y := range w.of(i) {
				a := walk(home, tt.Stops[place[y.event]])
				if a == Never || from+y.slot+a > tt.Depart[y.event] || y.slot < 0 || y.slot > last || !tt.Board[place[y.event]] {
					t.Fatalf("home %d leaves at %d for event %d on a walk of %d", i, from+y.slot, y.event, a)
				}
				last = y.slot
			}
		}
	})
}

// Each shortcut leaves out something in a town where there is something to leave out.
func TestShortcutsLeaveSomethingOut(t *testing.T) {
	s := town(8, 20, 30)
	kept := s.network(t, Shortcuts{}).Changes()
	noGains := s.network(t, Shortcuts{NoGains: true}).Changes()
	all := s.network(t, Shortcuts{NoGains: true, AllChanges: true}).Changes()
	if kept*3 > noGains*2 || noGains*3 > all {
		t.Errorf("%d changes kept, %d without gains, %d of all", kept, noGains, all)
	}
	n := s.network(t, Shortcuts{})
	sl := Minutes(3600, 60).slots(3600)
	ways := func(short Shortcuts) int {
		m := *n
		m.short = short
		w, err := newWays(t.Context(), &m, ListsOf(s.homes), sl, 1)
		if err != nil {
			t.Fatal(err)
		}
		return len(w.ways)
	}
	if a, b := ways(Shortcuts{}), ways(Shortcuts{AllBoarding: true, NoGains: true}); a*10 > b*9 {
		t.Errorf("%d ways to board kept of %d", a, b)
	}
}
