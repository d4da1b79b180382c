package programme

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/etablera/etablera/internal/money"
)

func hasKey(problems []Problem, key string) bool {
	for _, p := range problems {
		if p.Key == "programme."+key {
			return true
		}
	}
	return false
}

// The counts of a round are wrong exactly when no choice of numbers within the
// ranges adds up to a total within its own. The published report's first round
// (4 + 7 + 1–2 + 1–2 = 14) can add up.
func TestRoundCountsAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draw := func(name string) Range {
			low := rapid.IntRange(0, 6).Draw(t, name)
			return Between(low, low+rapid.IntRange(0, 2).Draw(t, name+" wide"))
		}
		small, large, total := draw("small"), draw("large"), draw("total")
		s := sound()
		s.Projects = nil
		s.RoundCounts = []RoundCount{{Round: "omgang-1", Type: "small", Count: small, Provenance: from},
			{Round: "omgang-1", Count: total, Provenance: from}, {Round: "omgang-1", Type: "large", Count: large, Provenance: from}}
		possible := false
		for a := small.Low; a <= small.High; a++ {
			for b := large.Low; b <= large.High; b++ {
				possible = possible || a+b >= total.Low && a+b <= total.High
			}
		}
		problems := Validate(s, trial)
		if wrong := hasKey(problems, "counts-above-total") || hasKey(problems, "counts-below-total"); wrong == possible {
			t.Fatalf("%s + %s = %s: %s", small, large, total, list(problems))
		}
	})
}

// A type whose count nobody states may be anything, so that only too many is wrong.
func TestRoundCountsOfSomeTypes(t *testing.T) {
	for _, c := range []struct {
		small, total Range
		wrong        bool
	}{{Exactly(2), Exactly(14), false}, {Exactly(15), Exactly(14), true}, {Between(13, 15), Exactly(14), false}, {Exactly(15), Range{}, false}} {
		s := sound()
		s.Projects = nil
		s.RoundCounts = []RoundCount{{Round: "omgang-1", Type: "small", Count: c.small, Provenance: from}, {Round: "omgang-1", Count: c.total, Provenance: from}}
		if got := Validate(s, trial); hasKey(got, "counts-above-total") != c.wrong {
			t.Errorf("%+v: %s", c, list(got))
		}
	}
}

// Parts that are all stated must make the total; parts of which some are not
// stated must not exceed it.
func TestPartsMakeTheTotal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		amount := func(name string) Amount {
			low := money.Ore(rapid.IntRange(0, 5).Draw(t, name))
			return Amount{low, low + money.Ore(rapid.IntRange(0, 2).Draw(t, name+" wide")), rapid.Bool().Draw(t, name+" known")}
		}
		expense, investment, total := amount("expense"), amount("investment"), amount("total")
		s := sound()
		s.OfficeTypes[0].Costs = []UnitCost{{Kind: Establishment, Component: Expense, Amount: expense},
			{Kind: Establishment, Component: Total, Amount: total}, {Kind: Establishment, Component: Investment, Amount: investment}}
		possible := false
		for _, a := range choices(expense) {
			for _, b := range choices(investment) {
				possible = possible || !total.Known || a+b >= total.Low && a+b <= total.High
			}
		}
		if got := Validate(s, trial); hasKey(got, "parts-not-total") == possible {
			t.Fatalf("%v + %v = %v: %s", expense, investment, total, list(got))
		}
	})
}

// choices are the amounts that an amount may be; an unknown one may be any.
func choices(a Amount) (all []money.Ore) {
	if !a.Known {
		a.Low, a.High = 0, 20
	}
	for o := a.Low; o <= a.High; o++ {
		all = append(all, o)
	}
	return all
}

// Costs of different price levels, or known on different days, are not mixed.
func TestCostsOfOtherLevelsAreNotSummed(t *testing.T) {
	s := sound()
	one, ten := ExactAmount(money.Mnkr), ExactAmount(10*money.Mnkr)
	late := Provenance{Source: Citation{ID: "senare"}}
	s.OfficeTypes[0].Costs = []UnitCost{{Kind: Running, Component: Total, Amount: one, PriceYear: 2020}, {Kind: Running, Component: Rent, Amount: ten, PriceYear: 2022},
		{Kind: Running, Component: Total, Amount: ten, PriceYear: 2020, Provenance: late}}
	if got := list(Validate(s, trial)); got != "" {
		t.Error(got)
	}
}
