package change

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
	"pgregory.net/rapid"
)

// counts returns facts with one number each, by id.
func counts(sizes []int) *programme.Snapshot {
	s := &programme.Snapshot{}
	for i, n := range sizes {
		s.Appropriations = append(s.Appropriations, programme.Appropriation{ID: fmt.Sprint("a", i), Year: n})
	}
	return s
}

func yearOf(i int) figure.Address { return figure.FactAt("appropriations", fmt.Sprint("a", i), "year") }

// reach is the plain way: every fact reached, each path by itself.
func reach(figures map[figure.Address]figure.Figure, a figure.Address, out map[figure.Address]bool) {
	f, ok := figures[a]
	if !ok {
		out[a] = true
		return
	}
	for _, in := range f.Inputs {
		reach(figures, in, out)
	}
}

// The causes of a figure are exactly the changed facts that can be reached from
// it, in the order of the facts, cut at MaxCauses.
func TestCausesAreWhatIsReached(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		nFacts, nFigures := rapid.IntRange(1, 60).Draw(t, "facts"), rapid.IntRange(1, 12).Draw(t, "figures")
		before, after := make([]int, nFacts), make([]int, nFacts)
		for i := range before {
			before[i] = 1
			after[i] = rapid.IntRange(1, 2).Draw(t, "year")
		}
		was, is := map[figure.Address]figure.Figure{}, map[figure.Address]figure.Figure{}
		for i := range nFigures {
			var in []figure.Address
			for range rapid.IntRange(0, 9).Draw(t, "inputs") {
				if to := rapid.IntRange(-nFacts, i-1).Draw(t, "to"); to < 0 {
					in = append(in, yearOf(-to-1))
				} else {
					in = append(in, figure.At("t", to))
				}
			}
			was[figure.At("t", i)], is[figure.At("t", i)] = sum(i, in...), sum(i+1, in...)
		}
		set := compare(made(counts(before), was), made(counts(after), is), []string{"t"})
		if len(set.Figures) != nFigures {
			t.Fatalf("%d figures changed, want %d", len(set.Figures), nFigures)
		}
		for _, x := range set.Figures {
			reached := map[figure.Address]bool{}
			reach(was, x.Address, reached)
			var want []Cause
			for _, f := range set.Facts {
				if reached[f.Address] {
					want = append(want, Cause{f.Kind, f.Address})
				}
			}
			more := len(want) > MaxCauses
			if !slices.Equal(x.Because, want[:min(len(want), MaxCauses)]) || x.More != more {
				t.Fatalf("%s: %s (more: %v), want %s", x.Address, because(x.Because), x.More, because(want))
			}
		}
	})
}

// A tower of figures that each rest twice on the one below has 2^60 paths; each
// figure is asked for a bounded number of times all the same.
func TestEachFigureIsWalkedOnce(t *testing.T) {
	const height = 60
	asked := 0
	tower := func(n int) side {
		figures := map[figure.Address]figure.Figure{"t/000": sum(n, yearOf(0))}
		for i := 1; i <= height; i++ {
			below := figure.Address(fmt.Sprintf("t/%03d", i-1))
			figures[figure.Address(fmt.Sprintf("t/%03d", i))] = sum(n, below, below)
		}
		s := counts([]int{n})
		return side{s, figure.Shelf{"t": book{figures, &asked}, figure.FactsSegment: figure.NewFacts(s)}}
	}
	set := compare(tower(1), tower(2), []string{"t"})
	if len(set.Figures) != height+1 || because(set.Figures[height].Because) != "changed "+string(yearOf(0)) {
		t.Errorf("%d figures, the last because of %s", len(set.Figures), because(set.Figures[height].Because))
	}
	if limit := 8 * (height + 1); asked > limit {
		t.Errorf("figures were asked for %d times, want at most %d", asked, limit)
	}
}

// A book at fault may have a figure that rests on itself.
func TestCirclesEnd(t *testing.T) {
	circle := func(n int) side {
		return made(counts([]int{n}), map[figure.Address]figure.Figure{"t/a": sum(n, "t/b"), "t/b": sum(n, "t/a", yearOf(0), "t/nowhere")})
	}
	set := compare(circle(1), circle(2), []string{"t"})
	if len(set.Figures) != 2 || because(set.Figures[0].Because) != "changed "+string(yearOf(0)) {
		t.Errorf("%+v", set.Figures)
	}
}

// Sets of causes are united as sets are.
func TestPlusIsUnion(t *testing.T) {
	numbers := rapid.Custom(func(t *rapid.T) causes {
		all := rapid.SliceOfN(rapid.Int32Range(0, 80), 0, 60).Draw(t, "numbers")
		return sorted(all)
	})
	rapid.Check(t, func(t *rapid.T) {
		a, b := numbers.Draw(t, "a"), numbers.Draw(t, "b")
		all := map[int32]bool{}
		for _, n := range append(slices.Clone(a), b...) {
			all[n] = true
		}
		want := slices.Sorted(maps.Keys(all))
		if got := a.plus(b); !slices.Equal(got, causes(want[:min(len(want), maxKept)])) {
			t.Fatalf("%v + %v = %v", a, b, got)
		}
	})
}

// As many causes as are named are all of them; one more is said to be left out.
func TestCausesUpToTheLimit(t *testing.T) {
	for n, more := range map[int]bool{MaxCauses: false, MaxCauses + 1: true} {
		fan := func(year int) side {
			years, all := make([]int, n), sum(year)
			for i := range years {
				years[i] = year
				all.Inputs = append(all.Inputs, yearOf(i))
			}
			return made(counts(years), map[figure.Address]figure.Figure{"t/all": all})
		}
		x := compare(fan(1), fan(2), []string{"t"}).Figures[0]
		if len(x.Because) != MaxCauses || x.More != more {
			t.Errorf("of %d causes %d are named (more: %v)", n, len(x.Because), x.More)
		}
	}
}
