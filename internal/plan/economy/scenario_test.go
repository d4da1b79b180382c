package economy

import (
	"fmt"
	"testing"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/money"
	"github.com/etablera/etablera/internal/programme"
	"pgregory.net/rapid"
)

// drawScene draws a round of a few offices with counts; claims as told.
func drawScene(t *rapid.T, claims bool) *scene {
	s := &scene{s: programme.Snapshot{OfficeTypes: seedTypes(), Rounds: []programme.Round{{ID: "1"}}}}
	n := rapid.IntRange(1, 5).Draw(t, "offices")
	for i := range n {
		opening := ""
		if rapid.IntRange(0, 5).Draw(t, "dated") > 0 {
			opening = (date("2022-02-01") + civil.Date(rapid.IntRange(0, 500).Draw(t, "opening"))).String()
		}
		s.add(fmt.Sprint("o", i), "1", "2021-11-01", opening)
		if claims && rapid.Bool().Draw(t, "claimed") {
			status := rapid.SampledFrom([]programme.ClaimStatus{programme.Proposed, programme.Decided}).Draw(t, "status")
			s.claim(fmt.Sprint("o", i), status, rapid.SliceOfN(rapid.SampledFrom([]programme.TypeID{"large", "medium", "small", "flexi"}), 1, 2).Draw(t, "types")...)
		}
	}
	left := n
	for _, typ := range []string{"large", "medium", "small"} {
		if low := rapid.IntRange(0, min(2, left)).Draw(t, "low"); rapid.Bool().Draw(t, "counted") {
			s.count("1", typ, programme.Between(low, low+rapid.IntRange(0, 2).Draw(t, "more")))
			left -= low
		}
	}
	return s
}

// cost is what a round costs by month when its offices have given types.
func (e *Economy) costOf(assigned []TypeIndex) *line {
	l := newLine(int(e.last-e.first) + 1)
	for i := range e.Offices {
		e.phase(l, &e.Offices[i].spell, assigned[i], Low)
	}
	return l
}

// Where every office may have every type, no assignment that agrees with the
// counts has a running cost outside the two scenarios', in any month.
func TestScenariosBoundRunningCost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawScene(t, false)
		e := s.make(t)
		r := &e.Rounds[0]
		if r.Contradiction || r.Least != len(e.Offices) {
			t.Skip("counts for more offices than there are")
		}
		if r.Greedy {
			t.Fatal("a plain round is said to be settled greedily")
		}
		d := r.demandOf(e.x.S, sets(e))
		everyAssignment(sets(e), len(e.Types), func(assigned []TypeIndex, count []int) {
			for i, c := range count {
				if c < d.low[i] || c > d.high[i] {
					return
				}
			}
			l := e.costOf(assigned)
			for _, m := range e.Months() {
				c, low, high := e.read(l, m, Running).Low, e.At(m, Running, Total, Low).Low, e.At(m, Running, Total, High).Low
				// Each office is rounded for itself.
				if slack := money.Ore(len(assigned)); c < low-slack || c > high+slack {
					t.Fatalf("%v in %v costs %v, outside %v to %v", assigned, m, c, low, high)
				}
			}
		})
	})
}

func sets(e *Economy) []typeSet {
	out := make([]typeSet, len(e.Offices))
	for i := range out {
		out[i] = e.Offices[i].allowed
	}
	return out
}

// A scenario gives every office a type that it may have, and the counts hold;
// the types said to be possible are those of all assignments; as few proposals
// as can be are released.
func TestScenariosAreConsistent(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawScene(t, true)
		e := s.make(t)
		r := &e.Rounds[0]
		d := r.demandOf(e.x.S, sets(e))
		possible := make([]typeSet, len(e.Offices))
		for n := d.least; n <= d.most; n++ {
			all := sets(e)
			for len(all) < n {
				all = append(all, e.everyType())
			}
			everyAssignment(all, len(e.Types), func(assigned []TypeIndex, count []int) {
				for i, c := range count {
					if c < d.low[i] || c > d.high[i] {
						return
					}
				}
				for i := range possible {
					possible[i] |= 1 << uint(assigned[i])
				}
			})
		}
		for sc := Low; sc <= High; sc++ {
			count := append([]int(nil), r.Unnamed[sc]...)
			for i := range e.Offices {
				of := &e.Offices[i]
				count[of.Type[sc]]++
				if !of.allowed.has(of.Type[sc]) {
					t.Fatalf("%s is of type %d, which it may not be", of.ID, of.Type[sc])
				}
				var said typeSet
				for _, p := range of.Possible {
					said |= 1 << uint(p)
				}
				if said != possible[i] {
					t.Fatalf("%s may be %b, said to be %b", of.ID, possible[i], said)
				}
			}
			for i, c := range count {
				if c < d.low[i] || c > d.high[i] {
					t.Fatalf("%v: %d of type %d, want %d–%d", sc, c, i, d.low[i], d.high[i])
				}
			}
		}
		if want := fewestReleased(e, r); want != len(r.Released) {
			t.Fatalf("%d proposals released, %d would do", len(r.Released), want)
		}
	})
}

// fewestReleased tries every set of proposals to release.
func fewestReleased(e *Economy, r *Round) int {
	var soft []int
	want := make([]typeSet, len(e.Offices))
	for i := range e.Offices {
		set, decided, at := claimed(e.x, e.Offices[i].ID)
		if want[i] = set; at >= 0 && !decided {
			soft = append(soft, i)
		}
	}
	best := len(soft) + 1
	for mask := range 1 << len(soft) {
		allowed, n := append([]typeSet(nil), want...), 0
		for b, i := range soft {
			if mask>>b&1 == 1 {
				allowed[i] = e.everyType()
				n++
			}
		}
		if n < best && len(vectorsByHand(r.demandOf(e.x.S, allowed), allowed)) > 0 {
			best = n
		}
	}
	return best
}
