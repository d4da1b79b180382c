package premises_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/money"
	"github.com/etablera/etablera/internal/plan/siting/premises"
	"github.com/etablera/etablera/internal/programme"
)

func rent(low, high int64) programme.Amount {
	return programme.Amount{Low: money.Ore(low), High: money.Ore(high), Known: true}
}

// Of two premises in the same place the cheaper one dominates, unless what is known of
// one is not known of the other, or a rent may be either.
func TestDominatedByRentAndDay(t *testing.T) {
	day := func(text string) civil.Span { return civil.Day(civil.MustDate(text)) }
	for name, c := range map[string]struct {
		a, b  func(o *programme.Offer)
		wantA []int
		wantB []int
	}{
		"alike":           {func(*programme.Offer) {}, func(*programme.Offer) {}, nil, nil},
		"cheaper":         {func(o *programme.Offer) { o.Rent = rent(100, 100) }, func(o *programme.Offer) { o.Rent = rent(200, 200) }, nil, []int{0}},
		"perhaps cheaper": {func(o *programme.Offer) { o.Rent = rent(100, 200) }, func(o *programme.Offer) { o.Rent = rent(150, 300) }, nil, nil},
		"cheaper by far":  {func(o *programme.Offer) { o.Rent = rent(100, 150) }, func(o *programme.Offer) { o.Rent = rent(150, 300) }, nil, nil},
		"rent unknown":    {func(o *programme.Offer) { o.Rent = rent(100, 100) }, func(*programme.Offer) {}, nil, nil},
		"sooner":          {func(o *programme.Offer) { o.Available = day("2022-03-01") }, func(o *programme.Offer) { o.Available = day("2022-01-01") }, []int{1}, nil},
		"sooner but dearer": {func(o *programme.Offer) { o.Available, o.Rent = day("2022-03-01"), rent(1, 1) },
			func(o *programme.Offer) { o.Available, o.Rent = day("2022-01-01"), rent(2, 2) }, nil, nil},
		"by an open span": {func(o *programme.Offer) { o.Available = day("2022-03-01") },
			func(o *programme.Offer) { o.Available = civil.Span{Last: civil.MustDate("2022-01-01")} }, nil, nil},
		"larger":         {func(o *programme.Offer) { o.SquareMetres = programme.Exactly(200) }, func(o *programme.Offer) { o.SquareMetres = programme.Exactly(100) }, nil, nil},
		"nowhere":        {func(o *programme.Offer) { o.Position = nil }, func(o *programme.Offer) { o.Rent = rent(1, 1) }, nil, nil},
		"another office": {func(o *programme.Offer) { o.Rent = rent(1, 1) }, func(o *programme.Offer) { o.Rent, o.Office = rent(2, 2), "unchosen" }, nil, nil},
	} {
		a, b := at(t, "a", one, 0), at(t, "b", one, 0)
		c.a(&a)
		c.b(&b)
		s := premises.Make(world(a, b), premises.Options{Methods: walking()})
		if got, other := s.DominatedBy(0), s.DominatedBy(1); !slices.Equal(got, c.wantA) || !slices.Equal(other, c.wantB) {
			t.Errorf("%s: a by %v, b by %v; want %v and %v", name, got, other, c.wantA, c.wantB)
		}
	}
}

// Premises further from everything are dominated, and those with no way are further
// than any.
func TestDominatedByTravel(t *testing.T) {
	both := people(t, map[string]int32{one: 10, two: 10})
	s := premises.Make(world(at(t, "near", one, -0.001), at(t, "far", one, 0.1), at(t, "gone", one, 1)), premises.Options{Population: both,
		Methods: premises.Methods{premises.Walk: pace{mode: "walk", each: 1, reach: 50_000}}})
	for i, want := range [][]int{nil, {0}, {0, 1}} {
		if got := s.DominatedBy(i); !slices.Equal(got, want) {
			t.Errorf("%s by %v, want %v", s.Offers[i].ID, got, want)
		}
	}
	if got := value(t, s, "premises/offer/gone/dominated"); got != "words near, far" {
		t.Errorf("got %s", got)
	}
}

// To be dominated is an order: nobody dominates itself or what dominates it, who
// dominates a dominating one dominates too, and somebody is dominated by nobody. Every
// dominating one is no further from any area.
func TestDominanceIsAnOrder(t *testing.T) {
	few := people(t, map[string]int32{one: 10, two: 20})
	rapid.Check(t, func(rt *rapid.T) {
		var offers []programme.Offer
		for i := range rapid.IntRange(1, 8).Draw(rt, "offers") {
			o := at(t, string(rune('a'+i)), one, float64(rapid.IntRange(-3, 3).Draw(rt, "north"))*0.01)
			if rapid.IntRange(0, 3).Draw(rt, "rent") > 0 {
				o.Rent = rent(int64(rapid.IntRange(1, 3).Draw(rt, "low")), 3)
			}
			if rapid.IntRange(0, 5).Draw(rt, "placed") == 0 {
				o.Position = nil
			}
			offers = append(offers, o)
		}
		s := premises.Make(world(offers...), premises.Options{Methods: walking(), Population: few})
		free := false
		for i := range s.Offers {
			by := s.DominatedBy(i)
			free = free || len(by) == 0
			for _, j := range by {
				if j == i || slices.Contains(s.DominatedBy(j), i) {
					rt.Fatalf("%d and %d dominate each other", i, j)
				}
				for _, k := range s.DominatedBy(j) {
					if !slices.Contains(by, k) {
						rt.Fatalf("%d dominates %d and that %d, but not the last itself", k, j, i)
					}
				}
				for target := range 2 {
					if a, b := s.To(j, target, premises.Walk), s.To(i, target, premises.Walk); a.Why != b.Why || a.Seconds > b.Seconds {
						rt.Fatalf("%d dominates %d with %+v against %+v", j, i, a, b)
					}
				}
			}
		}
		if !free {
			rt.Fatal("everything is dominated")
		}
	})
}
