package road_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/etablera/etablera/travel/road"
)

// anyTown draws a town: nodes strewn about, streets of several kinds through them, in one direction or two, some barriers. It
// returns the nodes without barriers: at a barrier several dead ends are equally near.
func anyTown(t *rapid.T, bans bool) (w *town, plain []string) {
	w = newTown()
	var names []string
	for i := range rapid.IntRange(2, 20).Draw(t, "nodes") {
		name := fmt.Sprintf("n%d", i)
		var tags []string
		if rapid.IntRange(0, 19).Draw(t, "barrier") == 0 {
			tags = []string{"barrier=bollard"}
		}
		// Strewn so that no street leads over a node that it does not have.
		w.node(name, float64(400*(i%5)+i*i*37%151), float64(400*(i/5)+i*i*59%157), tags...)
		names = append(names, name)
		if tags == nil {
			plain = append(plain, name)
		}
	}
	var ways []string
	for i := range rapid.IntRange(1, 14).Draw(t, "ways") {
		through := rapid.SliceOfN(rapid.SampledFrom(names), 2, 9).Draw(t, "through")
		tags := []string{"highway=" + rapid.SampledFrom([]string{"residential", "primary"}).Draw(t, "highway")}
		switch rapid.IntRange(0, 5).Draw(t, "oneway") {
		case 0:
			tags = append(tags, "oneway=yes")
		case 1:
			tags = append(tags, "oneway=-1")
		case 2:
			tags = append(tags, "maxspeed=36", "maxspeed:forward=60")
		}
		name := fmt.Sprintf("w%d", i)
		w.way(name, strings.Join(through, " "), tags...)
		ways = append(ways, name)
	}
	if bans {
		for range rapid.IntRange(0, 8).Draw(t, "bans") {
			w.ban(rapid.SampledFrom([]string{"no_left_turn", "only_straight_on", "no_u_turn"}).Draw(t, "ban"), rapid.SampledFrom(ways).Draw(t, "from"),
				rapid.SampledFrom(names).Draw(t, "via"), rapid.SampledFrom(ways).Draw(t, "to"))
		}
	}
	return w, plain
}

// settled prepares a drawn town, and passes over those that have no network.
func settled(t *rapid.T, w *town, options road.Options) *world {
	n, err := w.tryBuild(t, plain(), options)
	var empty *road.EmptyError
	if errors.As(err, &empty) {
		t.Skip("a town without streets")
	}
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// Merging nodes away changes no time, between any places, but for the last ms of a share; with turn bans it shortens none.
func TestMergingChangesNothing(t *testing.T) {
	for _, bans := range []bool{false, true} {
		t.Run(fmt.Sprintf("bans %v", bans), func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				w, names := anyTown(t, bans)
				if len(names) == 0 {
					t.Skip("nothing but barriers")
				}
				all, merged := settled(t, w, road.Options{KeepAll: true}), settled(t, w, road.Options{})
				if merged.Graph.Nodes() > all.Graph.Nodes() || merged.Graph.Arcs() > all.Graph.Arcs() {
					t.Fatalf("merging made %d nodes of %d", merged.Graph.Nodes(), all.Graph.Nodes())
				}
				from, to := rapid.SampledFrom(names).Draw(t, "from"), rapid.SampledFrom(names).Draw(t, "to")
				a, b := w.places[from], w.places[to]
				a1, ok1 := all.snap(a[0], a[1], 100)
				a2, ok2 := merged.snap(a[0], a[1], 100)
				b1, ok3 := all.snap(b[0], b[1], 100)
				b2, ok4 := merged.snap(b[0], b[1], 100)
				if ok1 != ok2 || ok3 != ok4 {
					t.Fatalf("%s or %s is on one network and not on the other", from, to)
				}
				if !ok1 || !ok3 || a1.Metres > 0.05 || b1.Metres > 0.05 {
					return // the node is not part of the network, or streets are equally near
				}
				slow, fast := all.between(a1, b1), merged.between(a2, b2)
				if !bans && !near(fast, slow) || fast+20 < slow {
					t.Fatalf("%s to %s takes %d ms on all nodes and %d ms on the merged ones", from, to, slow, fast)
				}
			})
		})
	}
}

// Every node of a network reaches every other, whatever the town.
func TestEveryPlaceReachesEveryOther(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, _ := anyTown(t, true)
		for _, keep := range []bool{false, true} {
			n := settled(t, w, road.Options{KeepAll: keep})
			if to, from := reach(n.Network, false), reach(n.Network, true); to != n.Graph.Nodes() || from != n.Graph.Nodes() {
				t.Fatalf("of %d nodes the first reaches %d and is reached by %d", n.Graph.Nodes(), to, from)
			}
			for a, head := range n.Graph.Head {
				if tail := tailOf(n.Network, a); tail == int(head) {
					t.Fatalf("arc %d leads from node %d to itself", a, head)
				}
			}
		}
	})
}

// The same town gives the same network, to the byte.
func TestSameTownSameBytes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, _ := anyTown(t, true)
		a, b := settled(t, w, road.Options{}), settled(t, w, road.Options{})
		if string(file(t, a.Network)) != string(file(t, b.Network)) {
			t.Fatal("other bytes")
		}
	})
}
