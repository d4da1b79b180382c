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

// sets are the types that each office may have.
func sets(e *Economy) []typeSet {
	out := make([]typeSet, len(e.Offices))
	for i := range out {
		if out[i] = e.Offices[i].claimed; e.Rounds[0].Yielding && !e.Offices[i].Decided {
			out[i] = e.everyType()
		}
	}
	return out
}

// A scenario gives every office a type that it may have, and the counts hold;
// the types said to be possible are those of all assignments; as few proposals
// yield as the composition allows.
func TestScenariosAreConsistent(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawScene(t, true)
		e := s.make(t)
		r := &e.Rounds[0]
		d := r.demandOf(e.x.S, sets(e))
		possible, fewest := enumerate(e, d)
		for sc := Low; sc <= High; sc++ {
			count, yielding := append([]int(nil), r.Unnamed[sc]...), 0
			for i := range e.Offices {
				of := &e.Offices[i]
				count[of.Type[sc]]++
				yielding += b2i(!of.claimed.has(of.Type[sc]))
				if !sets(e)[i].has(of.Type[sc]) {
					t.Fatalf("%s is of type %d, which it may not be", of.ID, of.Type[sc])
				}
				var said typeSet
				for _, p := range of.Possible {
					said |= 1 << uint(p)
				}
				want := possible[i]&of.claimed | 1<<uint(of.Type[Low]) | 1<<uint(of.Type[High])
				if said != want || said&^possible[i] != 0 {
					t.Fatalf("%s may be %b, said to be %b", of.ID, want, said)
				}
			}
			if want, ok := fewest[fmt.Sprint(count)]; !ok || want != yielding {
				t.Fatalf("%v: %d proposals yield in %v, %d would do (%v)", sc, yielding, count, want, ok)
			}
		}
		if len(r.Compositions) != len(fewest) {
			t.Fatalf("%d compositions, want %d", len(r.Compositions), len(fewest))
		}
	})
}

// enumerate tries every assignment that meets a demand: the types that each
// office has in any, and for each composition the fewest proposals that yield.
func enumerate(e *Economy, d *demand) (possible []typeSet, fewest map[string]int) {
	possible, fewest = make([]typeSet, len(e.Offices)), map[string]int{}
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
			yielding := 0
			for i := range possible {
				possible[i] |= 1 << uint(assigned[i])
				yielding += b2i(!e.Offices[i].claimed.has(assigned[i]))
			}
			key := fmt.Sprint(count)
			if have, ok := fewest[key]; !ok || yielding < have {
				fewest[key] = yielding
			}
		})
	}
	return possible, fewest
}
