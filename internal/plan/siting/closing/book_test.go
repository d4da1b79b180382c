package closing_test

import (
	"math/rand/v2"
	"testing"

	"github.com/etablera/etablera/internal/plan/coverage"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/plan/siting/closing"
)

// Every figure of a searched plan has its inputs on the shelf and words for its label, and what
// is arithmetic comes out again.
func TestEveryFigureStandsOnItsInputs(t *testing.T) {
	s := made(rand.New(rand.NewPCG(3, 4)), 14, 60)
	for _, o := range []closing.Options{
		{Count: 5, Last: days("2025-06-30", "2026-03-31"), Assume: mnkr(2)},
		{Save: []closing.Need{{Year: 2026, Amount: mnkr(9)}}, Stages: 3},
		{Count: 5, Drop: 1, Floor: 999_999, Keep: s.ids(0, 1), Save: []closing.Need{{Year: 2025, Amount: mnkr(900)}}},
	} {
		k, shelf := s.close(t, o)
		shelf[closing.Segment] = k
		n := 0
		for a := range k.All(t.Context()) {
			n++
			f, ok := shelf.Figure(a)
			if !ok {
				t.Errorf("%s is not there", a)
				continue
			}
			says(t, a, f.Label)
			for _, note := range f.Notes {
				says(t, a, note)
			}
			if f.Rule != figure.Option && f.Rule != figure.Number && len(f.Inputs) == 0 {
				t.Errorf("%s rests on nothing", a)
			}
			var in []figure.Value
			for _, i := range f.Inputs {
				g, ok := shelf.Figure(i)
				if !ok {
					t.Fatalf("%s rests on %s, which is not there", a, i)
				}
				in = append(in, g.Value)
			}
			if v, ok := figure.Eval(f.Rule, in); ok && v != f.Value {
				t.Errorf("%s is %s, its rule gives %s", a, f.Value.Canonical(), v.Canonical())
			}
			if _, err := figure.Explain(shelf, a, 3); err != nil {
				t.Errorf("%s: %v", a, err)
			}
		}
		if n < 10 {
			t.Errorf("%+v: only %d figures", o, n)
		}
	}
}

func says(t *testing.T, a figure.Address, l figure.Label) {
	t.Helper()
	_, ours := closing.Messages[l.Key]
	_, theirs := coverage.Messages[l.Key]
	if !ours && !theirs {
		t.Errorf("%s has no words: %s", a, l.Key)
	}
}

// What is not an address of this book is not answered for.
func TestBookRefuses(t *testing.T) {
	s := made(rand.New(rand.NewPCG(3, 4)), 6, 20)
	k, _ := s.close(t, closing.Options{Count: 2, Stages: 2})
	for _, a := range []figure.Address{"closing", "closing/option", "closing/option/x", "closing/best/x/value", "closing/best/time/x", "closing/stage/0/last", "closing/stage/3/last",
		"closing/stage/01/last", "closing/need/2025", "closing/office/x/running/2025", "closing/office/o1/running/1999", "closing/set/time/x", "closing/set/time/stage/1/x",
		"closing/set/time/office/x/last", "closing/set/time/shift/1/country/sweden/all/lost/9", "closing/conflict/time/1", "closing/network/x", "closing//", "closing/set//"} {
		if f, ok := k.Figure(a); ok {
			t.Errorf("%s is there: %+v", a, f)
		}
	}
	nothing, _ := s.close(t, closing.Options{})
	if _, err := nothing.Best(t.Context(), closing.Time); err == nil {
		t.Error("nothing was asked for, and it was answered")
	}
	for a := range nothing.Addresses() {
		t.Errorf("%s is listed, though nothing was asked for", a)
	}
}
