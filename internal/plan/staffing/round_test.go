package staffing

import (
	"fmt"
	"testing"

	"github.com/etablera/etablera/internal/programme"
	"pgregory.net/rapid"
)

// Round 1 of the seed: 4 flexi offices (1–2 travelling officers each), 7 small
// ones (2–5), and medium and large ones that are three together, one or two of
// each. Least: two medium and one large, 4 + 14 + 12 + 10; most: one medium and
// two large, 8 + 35 + 9 + 40.
func TestRoundOfTheSeed(t *testing.T) {
	r := round1(t).make().Rounds[0]
	if r.Need != need(40, 92, 4, 8) || r.Released != 0 || r.Contradiction || r.OnProposals != 0 {
		t.Errorf("%+v", r)
	}
}

// A decided type narrows the round; with the large office decided twice the
// composition is settled.
func TestDecidedTypesNarrowTheRound(t *testing.T) {
	s := round1(t).claim("a", programme.Decided, "large").claim("b", programme.Decided, "large")
	if r := s.make().Rounds[0]; r.Need != need(4+14+6+20, 8+35+9+40, 4, 8) {
		t.Errorf("%+v", r.Need)
	}
}

// Counts by type set proposals for single offices aside, whether they agree or not;
// without counts by type proposals hold.
func TestProposalsYieldToCounts(t *testing.T) {
	s := newScene(t).round("1").count("1", "flexi", 1, 1).count("1", "small", 2, 2)
	for _, id := range []string{"a", "b", "c"} {
		s.project(id, "1", "2022-06-01").claim(id, programme.Proposed, "flexi")
	}
	st := s.make()
	r := st.Rounds[0]
	if r.OnProposals != 0 || r.Released != 3 || !st.Offices[0].Released || r.Need != need(5, 12, 1, 2) {
		t.Errorf("%+v", r)
	}
	if got := st.Offices[0].Need; got != need(1, 2, 1, 2) {
		t.Errorf("the office's own need rests on its proposal, not %+v", got)
	}
	open := newScene(t).round("1").project("a", "1", "2022-06-01").claim("a", programme.Proposed, "flexi").make().Rounds[0]
	if open.OnProposals != 1 || open.Released != 0 || open.Need != need(1, 2, 1, 2) {
		t.Errorf("%+v", open)
	}
}

// Where decided types and counts cannot both be, the counts are set aside.
func TestContradiction(t *testing.T) {
	s := newScene(t).round("1").count("1", "flexi", 2, 2).count("1", "", 2, 2).project("a", "1", "").project("b", "1", "").
		claim("a", programme.Decided, "large").claim("b", programme.Proposed, "flexi")
	if r := s.make().Rounds[0]; !r.Contradiction || r.Need != need(11, 22, 1, 2) {
		t.Errorf("%+v", r)
	}
}

// A round that is said to have more offices than are named needs staff for all of them.
func TestOfficesWithoutName(t *testing.T) {
	s := newScene(t).round("1").count("1", "", 3, 4).count("1", "small", 1, 9).project("a", "1", "2022-06-01").claim("a", programme.Decided, "small")
	st := s.make()
	r := st.Rounds[0]
	if r.Unnamed != programme.Between(2, 3) || r.Need != need(2+1+1, 5+3*20, 0, 3*2) {
		t.Errorf("%+v", r)
	}
	if m := st.Months[0]; m.Need != need(2, 5, 0, 0) {
		t.Errorf("but only those that have opened in a month: %+v", m)
	}
}

// A type without stated staff makes the need unknown, and so does a round without types.
func TestUnknownStaff(t *testing.T) {
	s := newScene(t).round("1").project("a", "1", "2022-06-01").project("b", "1", "2022-06-01").claim("a", programme.Decided, "small")
	s.s.OfficeTypes[0].Staff = programme.Range{}
	if st := s.make(); st.Rounds[0].Need.Total.Known || st.Offices[1].Need.Total.Known || st.Offices[0].Need != need(2, 5, 0, 0) || st.Months[0].Need.Total.Known {
		t.Errorf("%+v %+v", st.Rounds[0], st.Offices)
	}
	s.s.OfficeTypes = nil
	if st := s.make(); st.Rounds[0].Need.Total.Known || st.Rounds[0].Contradiction {
		t.Errorf("%+v", st.Rounds[0])
	}
}

// The flow finds what trying every composition finds.
func TestFlowEqualsEveryComposition(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		types := rapid.IntRange(1, 4).Draw(rt, "types")
		d := &demand{low: make([]int, types), high: make([]int, types)}
		cost := make([]int, types)
		sign := rapid.SampledFrom([]int{1, -1}).Draw(rt, "sign")
		for k := range types {
			d.low[k] = rapid.IntRange(0, 2).Draw(rt, "low")
			d.high[k] = d.low[k] + rapid.IntRange(0, 3).Draw(rt, "more")
			cost[k] = sign * rapid.IntRange(0, 20).Draw(rt, "cost")
		}
		named := 0
		var counted []int
		for g := range rapid.IntRange(0, 3).Draw(rt, "groups") {
			allowed := make([]bool, types)
			for k := range allowed {
				allowed[k] = rapid.Bool().Draw(rt, fmt.Sprintf("group %d may be %d", g, k))
			}
			size := rapid.IntRange(1, 2).Draw(rt, "size")
			d.groups = append(d.groups, group{allowed, size})
			counted = append(counted, rapid.IntRange(0, size).Draw(rt, "counted"))
			named += size
		}
		d.least = named + rapid.IntRange(0, 1).Draw(rt, "unnamed")
		d.most = d.least + rapid.IntRange(0, 1).Draw(rt, "perhaps")
		unnamed := rapid.Bool().Draw(rt, "unnamed count")
		want, feasible := everyComposition(d, counted, unnamed, cost)
		got, ok := d.cheapest(counted, unnamed, cost)
		if ok != feasible || ok && got != want {
			rt.Fatalf("%d, %v; want %d, %v", got, ok, want, feasible)
		}
	})
}

// everyComposition tries every type for every office.
func everyComposition(d *demand, counted []int, unnamed bool, cost []int) (best int, ok bool) {
	type one struct {
		allowed []bool
		counts  bool
	}
	var named []one
	for g, grp := range d.groups {
		for i := range grp.size {
			named = append(named, one{grp.allowed, i < counted[g]})
		}
	}
	for n := d.least; n <= d.most; n++ {
		all := append([]one(nil), named...)
		for len(all) < n {
			all = append(all, one{nil, unnamed})
		}
		used := make([]int, len(cost))
		var try func(i, sum int)
		try = func(i, sum int) {
			if i == len(all) {
				for t := range used {
					if used[t] < d.low[t] || used[t] > d.high[t] {
						return
					}
				}
				if !ok || sum < best {
					best, ok = sum, true
				}
				return
			}
			for t := range cost {
				if all[i].allowed == nil || all[i].allowed[t] {
					c := 0
					if all[i].counts {
						c = cost[t]
					}
					used[t]++
					try(i+1, sum+c)
					used[t]--
				}
			}
		}
		try(0, 0)
	}
	return best, ok
}
