package division

import "testing"

// six sites in two rounds of three: kinds {0,1,2,3} and {4,5}, regions {0,1}, {2}, {3,4,5},
// a wait of 5 for 0 or 4, targets {5} and {1,2}.
func six() *Problem {
	return &Problem{Sites: 6, Rounds: 2, Sizes: [][]int{{3, 3}}, Days: []int64{2}, Own: []int32{0, 0, 0, 1, 1, 1},
		Kinds: [][]int32{{0, 1, 2, 3}, {4, 5}}, Regions: [][]int32{{0, 1}, {2}, {3, 4, 5}},
		Waits: []Wait{{[]int32{0, 4}, 5}}, Always: 7, Targets: [][]int32{{5}, {1, 2}}}
}

// Worked out by hand. Shares are 2 and 1: of the first division the kinds have 3 and 1, and
// 0 and 2, so that each differs by 1 in each round, held as 6 times 4. Both larger regions
// miss a round; the wait is served at once; target {5} waits 2 days.
func TestMeasure(t *testing.T) {
	for _, c := range []struct {
		division []int32
		want     Values
	}{
		{[]int32{0, 0, 0, 1, 1, 1}, Values{Balance: 24, Spread: 2, Waiting: 14, Unserved: 2}},
		{[]int32{0, 1, 0, 1, 1, 0}, Values{Balance: 0, Spread: 0, Waiting: 14, Unserved: 0, Moves: 2}},
		{[]int32{1, 1, 0, 0, 1, 0}, Values{Balance: 0, Spread: 1, Waiting: 24, Unserved: 0, Moves: 4}},
		{[]int32{1, 1, 1, 0, 0, 0}, Values{Balance: 24, Spread: 2, Waiting: 14, Unserved: 2, Moves: 6}},
	} {
		p := six()
		got := p.Measure(c.division)
		if got != c.want {
			t.Errorf("%v is %v, want %v", c.division, got, c.want)
		}
	}
}

// A mix asks for kinds and regions in every round.
func TestAllowed(t *testing.T) {
	p := six()
	p.LeastKinds, p.LeastRegions = 2, 2
	for _, c := range []struct {
		division []int32
		want     bool
	}{
		{[]int32{0, 0, 0, 1, 1, 1}, false}, // one kind in round 0
		{[]int32{0, 1, 0, 1, 1, 0}, true},
		{[]int32{0, 0, 1, 1, 1, 0}, true},
		{[]int32{0, 0, 0, 0, 1, 1}, false}, // sizes 4 and 2
		{[]int32{1, 1, 1, 0, 0, 1}, false}, // one region in round 0, and sizes 2 and 4
		{[]int32{1, 1, 0, 0, 0, 1}, true},
	} {
		if got := p.Allowed(c.division); got != c.want {
			t.Errorf("%v: %v", c.division, got)
		}
	}
}

// Each mistake is named.
func TestValidate(t *testing.T) {
	for name, spoil := range map[string]func(*Problem){
		"no sites":           func(p *Problem) { p.Sites = 0 },
		"one round":          func(p *Problem) { p.Rounds = 1 },
		"days":               func(p *Problem) { p.Days = nil },
		"days below 0":       func(p *Problem) { p.Days[0] = -1 },
		"own too short":      func(p *Problem) { p.Own = p.Own[1:] },
		"own round":          func(p *Problem) { p.Own[0] = 2 },
		"sizes do not add":   func(p *Problem) { p.Sizes = [][]int{{3, 4}} },
		"size below 0":       func(p *Problem) { p.Sizes = [][]int{{-1, 7}} },
		"three sizes":        func(p *Problem) { p.Sizes = [][]int{{1, 2, 3}} },
		"site outside":       func(p *Problem) { p.Kinds[0][0] = 6 },
		"site twice":         func(p *Problem) { p.Targets[1][1] = 1 },
		"cost below 0":       func(p *Problem) { p.Waits[0].Cost = -1 },
		"too much":           func(p *Problem) { p.Waits[0].Cost = 1 << 58 },
		"two regions of one": func(p *Problem) { p.Regions[1] = []int32{2, 0} },
	} {
		p := six()
		spoil(p)
		if _, err := Solve(t.Context(), p, Balance, Unlimited(), Options{}); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
