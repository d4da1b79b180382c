package economy

import (
	"testing"

	"github.com/etablera/etablera/internal/programme"
)

// The first round has two compositions, whose exact costs the report lacks.
func TestSeedRoundCosts(t *testing.T) {
	e := seed().make(t)
	r := e.Rounds[0]
	if len(r.Compositions) != 2 || !r.Complete {
		t.Fatalf("compositions: %+v", r.Compositions)
	}
	for i, want := range []Composition{
		{[]int{1, 2, 7, 4}, amount("24.65 mnkr"), amount("57.3 mnkr")},
		{[]int{2, 1, 7, 4}, amount("25.625 mnkr"), amount("64.6 mnkr")},
	} {
		got := r.Compositions[i]
		if got.Establishment != want.Establishment || got.Running != want.Running || got.Count[large] != want.Count[large] {
			t.Errorf("composition %d: %+v, want %+v", i, got, want)
		}
	}
	// The first whole year of operation costs what the round costs a year.
	want := programme.Amount{Low: ore("57.3 mnkr"), High: ore("64.6 mnkr"), Known: true}
	if got := e.Between(YearOf(2023), Running, Total); got != want {
		t.Errorf("running 2023 is %v, want %v", got, want)
	}
}
