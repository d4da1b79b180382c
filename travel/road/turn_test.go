package road_test

import (
	"testing"

	"github.com/etablera/etablera/travel/road"
)

// crossing is two streets that meet at m, with a way round from the south to the west; each line has 100 m:
//
//	            n
//	            |
//	z --- w --- m --- e
//	      |     |
//	      r --- s
func crossing() *town {
	w := newTown()
	w.node("m", 0, 0)
	w.node("n", 0, 100)
	w.node("e", 100, 0)
	w.node("s", 0, -100)
	w.node("w", -100, 0)
	w.node("r", -100, -100)
	w.node("z", -200, 0)
	w.way("north", "m n", "highway=residential")
	w.way("east", "m e", "highway=residential")
	w.way("south", "s m", "highway=residential")
	w.way("west", "w m", "highway=residential")
	w.way("round", "s r w", "highway=residential")
	w.way("far", "w z", "highway=residential")
	return w
}

// A ban binds who comes in by its way, and nobody else; the way round is taken where there is one.
func TestTurnBans(t *testing.T) {
	all := []string{"s n 20000", "s e 20000", "s w 20000", "n w 20000", "e w 20000", "e s 20000", "w s 20000"}
	for _, c := range []struct {
		name           string
		set            func(*town)
		want           []string
		kept, odd, not int
		walks          bool
	}{
		{name: "none", set: func(*town) {}, want: all},
		{name: "no left turn", set: func(w *town) { w.ban("no_left_turn", "east", "m", "south") }, kept: 1,
			// Back at the end of any arm and in again is the shortest way round, or by the west.
			want: []string{"e s 40000", "e n 20000", "e w 20000", "n s 20000", "w s 20000", "s e 20000", "m s 10000", "e m 10000"}},
		{name: "only straight on", set: func(w *town) { w.ban("only_straight_on", "east", "m", "west") }, kept: 1,
			want: []string{"e w 20000", "e s 40000", "e n 40000", "n e 20000", "w n 20000"}},
		{name: "no u-turn", set: func(w *town) { w.ban("no_u_turn", "east", "m", "east") }, kept: 1, want: all},
		{name: "no exit", set: func(w *town) {
			w.ban("no_exit", "east", "m", "south")
			w.ban("no_exit", "east", "m", "north")
		}, kept: 2, want: []string{"e w 20000", "e s 40000", "e n 40000"}},
		{name: "two ways in", set: func(w *town) {
			w.ban("no_left_turn", "east", "m", "south")
			w.ban("no_right_turn", "west", "m", "south")
		}, kept: 2, want: []string{"e s 40000", "w s 20000", "n s 20000", "n w 20000"}},
		{name: "not for cars", set: func(w *town) { w.ban("no_left_turn", "east", "m", "south", "except=psv;motorcar") }, want: all},
		{name: "for cars alone", set: func(w *town) { w.ban("", "east", "m", "south", "restriction:motorcar=no_left_turn") }, kept: 1,
			want: []string{"e s 40000"}},
		{name: "conditional", set: func(w *town) { w.ban("", "east", "m", "south", "restriction:conditional=no_left_turn @ (07:00-09:00)") }, want: all},
		{name: "over a way", set: func(w *town) { w.ban("no_left_turn", "east", "way north", "south") }, want: all, odd: 0, kept: 0, not: 1},
		{name: "elsewhere", set: func(w *town) { w.ban("no_left_turn", "east", "r", "south") }, want: all, not: 1},
		{name: "give way", set: func(w *town) { w.ban("give_way", "east", "m", "south") }, want: all, odd: 1},
		{name: "on foot", set: func(w *town) { w.ban("no_left_turn", "east", "m", "south") }, want: all, walks: true},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := crossing()
			c.set(w)
			p := plain()
			p.Walks = c.walks
			for _, keep := range []bool{false, true} {
				n := w.build(t, p, road.Options{KeepAll: keep})
				n.expect(t, c.want...)
				if k := n.Meta.Counts; k.Bans != c.kept || k.OtherBans != c.odd || k.UnusedBans != c.not {
					t.Errorf("counts are %+v", k)
				}
			}
		})
	}
}

// Who begins halfway along a street comes under the ban at its end; who ends halfway is found however the node before was
// passed.
func TestBansAndPlacesAlongStreets(t *testing.T) {
	w := crossing()
	w.ban("no_left_turn", "east", "m", "south")
	w.ban("only_right_turn", "north", "m", "west")
	n := w.build(t, plain(), road.Options{})
	place := func(east, north float64) road.Place {
		p, ok := n.snap(east, north, 1)
		if !ok {
			t.Fatalf("nothing at %v, %v", east, north)
		}
		return p
	}
	east, west, south, north := place(50, 0), place(-50, 0), place(0, -50), place(0, 50)
	for _, c := range []struct {
		name     string
		from, to road.Place
		want     uint32
	}{
		{"straight on", east, west, 10000},
		{"left is banned: on to the west and back from there", east, south, 5000 + 10000 + 10000 + 5000},
		{"from the north only to the west", north, west, 10000},
		{"from the north to the east by the west", north, east, 5000 + 10000 + 10000 + 5000},
		{"into the east from the south", south, east, 10000},
		{"back on one's own street", east, east, 0},
	} {
		if got := n.between(c.from, c.to); !near(got, c.want) {
			t.Errorf("%s: %d ms, want %d", c.name, got, c.want)
		}
	}
}

// A position at a crossing with bans belongs to all its streets, whichever it is snapped to.
func TestCornerOfASplitNode(t *testing.T) {
	w := crossing()
	w.ban("only_straight_on", "east", "m", "west")
	w.ban("only_straight_on", "west", "m", "east")
	w.ban("only_straight_on", "north", "m", "south")
	w.ban("only_straight_on", "south", "m", "north")
	n := w.build(t, plain(), road.Options{})
	n.expect(t, "m n 10000", "m e 10000", "m s 10000", "m w 10000", "n m 10000", "e m 10000", "s m 10000", "w m 10000", "m m 0")
	if n.Meta.Counts.SplitNodes != 4 {
		t.Errorf("%d copies, want 4", n.Meta.Counts.SplitNodes)
	}
}

// Who is sent on by a ban turns back at the next junction, not in the middle of the street.
func TestTurningBackAtJunctionsOnly(t *testing.T) {
	w := newTown()
	w.node("m", 0, 0)
	w.node("n", 0, 100)
	w.node("e", 100, 0)
	w.node("half", -50, 0)
	w.node("w", -100, 0)
	w.way("north", "m n", "highway=residential")
	w.way("east", "m e", "highway=residential")
	w.way("west", "w half m", "highway=residential")
	w.ban("no_right_turn", "east", "m", "north")
	w.build(t, plain(), road.Options{}).expect(t, "e n 40000")
	w.build(t, plain(), road.Options{KeepAll: true}).expect(t, "e n 30000")
}

// A ban in the middle of a street holds: the node is not merged away.
func TestBanOnAStreet(t *testing.T) {
	w := newTown()
	w.node("a", 0, 0)
	w.node("m", 100, 0)
	w.node("b", 200, 0)
	w.node("c", 200, 300)
	w.node("d", 0, 300)
	w.way("am", "a m", "highway=residential")
	w.way("mb", "m b", "highway=residential")
	w.way("round", "b c d a", "highway=residential")
	w.ban("no_straight_on", "am", "m", "mb")
	w.build(t, plain(), road.Options{}).expect(t, "a b 80000", "b a 20000", "a m 10000", "m b 10000")
}
