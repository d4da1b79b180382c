package road_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/etablera/etablera/travel/graph"
	"github.com/etablera/etablera/travel/osm"
	"github.com/etablera/etablera/travel/road"
)

// A straight street takes its length over its speed, and its inner nodes are merged away.
func TestStraightStreet(t *testing.T) {
	w := newTown()
	w.node("a", 0, 0)
	w.node("b", 400, 0)
	w.node("c", 1000, 0)
	w.node("d", 1000, 500)
	w.way("ac", "a b c", "highway=residential")
	w.way("cd", "c d", "highway=primary")
	n := w.build(t, plain(), road.Options{})
	n.expect(t, "a b 40000", "a c 100000", "b c 60000", "a d 125000", "d a 125000", "d b 85000", "b b 0")
	if n.Graph.Nodes() != 2 || n.Graph.Arcs() != 2 {
		t.Errorf("%d nodes and %d arcs after merging, want 2 and 2", n.Graph.Nodes(), n.Graph.Arcs())
	}
	c := n.Meta.Counts
	if c.Ways != 2 || c.Pieces != 3 || c.PieceNodes != 4 || c.PieceArcs != 6 || c.Edges != 1 {
		t.Errorf("counts are %+v", c)
	}
	all := w.build(t, plain(), road.Options{KeepAll: true})
	if all.Graph.Nodes() != 4 || all.Graph.Arcs() != 6 {
		t.Errorf("%d nodes and %d arcs without merging, want 4 and 6", all.Graph.Nodes(), all.Graph.Arcs())
	}
}

// block is a square of 100 m with one side per way, and a street that leads to it.
func block(tags ...string) *town {
	w := newTown()
	w.node("a", 0, 0)
	w.node("b", 100, 0)
	w.node("c", 100, 100)
	w.node("d", 0, 100)
	w.node("x", -100, 0)
	w.way("xa", "x a", "highway=residential")
	w.way("ring", "a b c d a", append([]string{"highway=residential"}, tags...)...)
	return w
}

// One-way streets bind those who drive, in the direction that the tag says, and not those who walk.
func TestOneWay(t *testing.T) {
	for _, c := range []struct {
		name   string
		tags   []string
		ab, ba uint32
	}{
		{"two ways", nil, 10000, 10000},
		{"yes", []string{"oneway=yes"}, 10000, 30000},
		{"1", []string{"oneway=1"}, 10000, 30000},
		{"reverse", []string{"oneway=-1"}, 30000, 10000},
		{"roundabout", []string{"junction=roundabout"}, 10000, 30000},
		{"circular", []string{"junction=circular"}, 10000, 30000},
		{"roundabout both ways", []string{"junction=roundabout", "oneway=no"}, 10000, 10000},
		{"motorway", []string{"highway=motorway"}, 5000, 15000},
	} {
		w := block(c.tags...)
		p := plain()
		p.Roads["motorway"] = road.Road{Limit: 72, Share: 1} // that places on it can be snapped to
		n := w.build(t, p, road.Options{})
		if ab, ba := n.time(t, "a", "b"), n.time(t, "b", "a"); !near(ab, c.ab) || !near(ba, c.ba) {
			t.Errorf("%s: %d ms and %d ms back, want %d and %d", c.name, ab, ba, c.ab, c.ba)
		}
		p.Walks = true
		if ba := w.build(t, p, road.Options{}).time(t, "b", "a"); !near(ba, min(c.ab, 10000)) {
			t.Errorf("%s: %d ms back on foot", c.name, ba)
		}
	}
}

// A ring without any junction is a network all the same.
func TestRingAlone(t *testing.T) {
	w := newTown()
	w.node("a", 0, 0)
	w.node("b", 100, 0)
	w.node("c", 100, 100)
	w.node("d", 0, 100)
	w.way("ring", "a b c d a", "highway=residential", "oneway=yes")
	n := w.build(t, plain(), road.Options{})
	n.expect(t, "a c 20000", "c a 20000", "b a 30000", "a d 30000", "d a 10000")
	if n.Graph.Nodes() != 2 {
		t.Errorf("%d nodes, want 2", n.Graph.Nodes())
	}
}

// strait is a ferry of 1000 m between two streets.
func strait(tags ...string) *town {
	w := newTown()
	w.node("a", 0, 0)
	w.node("b", 100, 0)
	w.node("m", 700, 0)
	w.node("c", 1100, 0)
	w.node("d", 1300, 0)
	w.way("ab", "a b", "highway=residential")
	w.way("ferry", "b m c", append([]string{"route=ferry"}, tags...)...)
	w.way("cd", "c d", "highway=residential")
	return w
}

// A ferry takes its stated duration, however long its line; without one, its length over the assumed speed.
func TestFerry(t *testing.T) {
	for _, c := range []struct {
		name string
		tags []string
		want uint32
	}{
		{"by speed", nil, 30_000 + 200_000},
		{"minutes", []string{"duration=20"}, 30_000 + 1_200_000},
		{"hours and minutes", []string{"duration=01:05"}, 30_000 + 3_900_000},
		{"ISO 8601", []string{"duration=PT45M"}, 30_000 + 2_700_000},
		{"nonsense", []string{"duration=soon"}, 30_000 + 200_000},
		{"cars named", []string{"motor_vehicle=yes", "foot=yes"}, 30_000 + 200_000},
	} {
		n := strait(c.tags...).build(t, plain(), road.Options{})
		if got := n.time(t, "a", "d"); !near(got, c.want) {
			t.Errorf("%s: %d ms, want %d", c.name, got, c.want)
		}
		if back := n.time(t, "d", "a"); !near(back, c.want) {
			t.Errorf("%s: %d ms back, want %d", c.name, back, c.want)
		}
		if _, ok := n.snap(700, 0, 100); ok {
			t.Errorf("%s: a journey begins at sea", c.name)
		}
	}
	// A ferry for passengers parts the town; the longer shore is the one with more nodes or, here, the one found first.
	p := plain()
	for _, tags := range [][]string{{"foot=yes"}, {"motor_vehicle=no"}, {"access=private"}} {
		n := strait(tags...).build(t, p, road.Options{})
		if n.Meta.Counts.OutsideNodes != 2 && n.Meta.Counts.OutsideNodes != 3 {
			t.Errorf("%v: %d nodes are outside", tags, n.Meta.Counts.OutsideNodes)
		}
	}
	p.Walks = true
	if got := strait("foot=yes").build(t, p, road.Options{}).time(t, "a", "d"); !near(got, 230_000) {
		t.Errorf("on foot it takes %d ms", got)
	}
}

// gate is a straight street with a node in its middle, and a longer way round.
func gate(tags ...string) *town {
	w := newTown()
	w.node("a", 0, 0)
	w.node("g", 100, 0, tags...)
	w.node("b", 200, 0)
	w.node("c", 200, 300)
	w.node("d", 0, 300)
	w.way("agb", "a g b", "highway=residential")
	w.way("round", "b c d a", "highway=residential")
	return w
}

// Barriers part the road for those whom they stop, and both sides can still be reached.
func TestBarriers(t *testing.T) {
	for _, c := range []struct {
		tags      []string
		car, walk uint32
	}{
		{nil, 20000, 20000},
		{[]string{"barrier=bollard"}, 80000, 20000},
		{[]string{"barrier=bollard", "motor_vehicle=yes"}, 20000, 20000},
		{[]string{"barrier=gate"}, 20000, 20000},
		{[]string{"barrier=gate", "access=private"}, 80000, 80000},
		{[]string{"barrier=gate", "access=private", "foot=yes"}, 80000, 20000},
		{[]string{"barrier=gate", "locked=yes"}, 80000, 80000},
		{[]string{"barrier=lift_gate", "motor_vehicle=no"}, 80000, 20000},
		{[]string{"highway=crossing", "name=Bron"}, 20000, 20000},
	} {
		car, walker := plain(), plain()
		walker.Walks = true
		n := gate(c.tags...).build(t, car, road.Options{})
		if got := n.time(t, "a", "b"); !near(got, c.car) {
			t.Errorf("%v: by car %d ms, want %d", c.tags, got, c.car)
		}
		if got := gate(c.tags...).build(t, walker, road.Options{}).time(t, "a", "b"); !near(got, c.walk) {
			t.Errorf("%v: on foot %d ms, want %d", c.tags, got, c.walk)
		}
		west, ok1 := n.snap(90, 1, 5)
		east, ok2 := n.snap(110, 1, 5)
		want := uint32(2000 + 200)
		if c.car > 20000 {
			want = 9000 + 80000 + 9000 + 200
		}
		if !ok1 || !ok2 || !near(n.between(west, east), want) {
			t.Errorf("%v: from one side to the other takes %d ms, want %d", c.tags, n.between(west, east), want)
		}
	}
}

// What cannot be reached or left is no part of the network, and is counted.
func TestOnlyWhatReachesEverything(t *testing.T) {
	w := block()
	w.node("i", 5000, 0)
	w.node("j", 5100, 0)
	w.node("k", 0, -100)
	w.node("l", 0, 200)
	w.way("island", "i j", "highway=residential")
	w.way("out", "a k", "highway=residential", "oneway=yes")
	w.way("in", "l d", "highway=residential", "oneway=yes")
	n := w.build(t, plain(), road.Options{})
	if n.Meta.Counts.OutsideNodes != 4 {
		t.Errorf("%d nodes outside, want i, j, k and l", n.Meta.Counts.OutsideNodes)
	}
	for _, name := range []string{"i", "k", "l"} {
		p := w.places[name]
		if place, ok := n.snap(p[0], p[1], 50); ok {
			t.Errorf("%s meets the network at %+v", name, place)
		}
	}
	if place, ok := n.snap(0, -100, 150); !ok || !near(uint32(place.Metres*1000), 100_000) {
		t.Errorf("k is to meet the network at a, 100 m away: %+v %v", place, ok)
	}
}

// An extract without roads says so.
func TestNoRoads(t *testing.T) {
	w := newTown()
	w.node("a", 0, 0)
	w.node("b", 100, 0)
	w.way("house", "a b", "building=yes")
	w.way("path", "a b", "highway=path")
	var empty *road.EmptyError
	if _, err := road.Build(context.Background(), w.extract(t), []road.Profile{plain()}, road.Options{}); !errors.As(err, &empty) {
		t.Errorf("got %v", err)
	}
	if _, err := road.Build(context.Background(), w.extract(t), nil, road.Options{}); err == nil {
		t.Error("no profile was no mistake")
	}
}

// Nodes that the extract does not hold end the road there.
func TestRoadsEndAtTheExtract(t *testing.T) {
	w := block()
	w.ids["far"] = 999
	w.way("out", "b far", "highway=residential")
	n := w.build(t, plain(), road.Options{})
	if n.Meta.Counts.MissingPieces != 1 {
		t.Errorf("%d pieces missing, want 1", n.Meta.Counts.MissingPieces)
	}
	n.expect(t, "x c 30000")
}

// Building tells how far it has come, up to the end, and gives the extract's own progress back.
func TestBuildProgress(t *testing.T) {
	f := block().extract(t)
	f.Progress = func(float64) {}
	last := -1.0
	_, err := road.Build(context.Background(), f, []road.Profile{plain(), road.Car()}, road.Options{Progress: func(share float64) {
		if share < last {
			t.Errorf("%v after %v", share, last)
		}
		last = share
	}})
	if err != nil || last != 1 || f.Progress == nil {
		t.Errorf("the last was %v: %v", last, err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := road.Build(ctx, f, []road.Profile{plain()}, road.Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled, and got %v", err)
	}
}

// The order of an extract does not matter: ways before nodes, and nodes in any order, give the same network.
func TestAnyOrderOfTheExtract(t *testing.T) {
	w := crossing()
	lines := strings.Split(strings.TrimSpace(w.nodes.String()+w.ways.String()), "\n")
	want := w.build(t, plain(), road.Options{})
	for _, shuffle := range []func(){
		func() { slices.Reverse(lines) },
		func() { slices.Sort(lines) },
		func() { lines = append(lines[5:], lines[:5]...) },
	} {
		shuffle()
		text := "<osm version='0.6'>" + strings.Join(lines, "\n") + "</osm>"
		f, err := osm.New(strings.NewReader(text), int64(len(text)))
		if err != nil {
			t.Fatal(err)
		}
		n, err := road.Build(context.Background(), f, []road.Profile{plain()}, road.Options{})
		if err != nil {
			t.Fatal(err)
		}
		got := &world{Network: n[0], town: w, search: graph.NewSearch(n[0].Graph)}
		for from := range w.places {
			for to := range w.places {
				if a, b := want.time(t, from, to), got.time(t, from, to); a != b {
					t.Errorf("%s to %s takes %d ms, and %d in the usual order", from, to, b, a)
				}
			}
		}
	}
}

// Both profiles of one build are what each would be alone.
func TestProfilesDoNotMeet(t *testing.T) {
	w := gate("barrier=bollard")
	w.ban("no_left_turn", "agb", "b", "round")
	both, err := road.Build(context.Background(), w.extract(t), []road.Profile{road.Car(), road.Foot()}, road.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for i, p := range []road.Profile{road.Car(), road.Foot()} {
		if alone := w.build(t, p, road.Options{}); string(file(t, alone.Network)) != string(file(t, both[i])) {
			t.Errorf("%s: other bytes when built together", p.Name)
		}
	}
}
