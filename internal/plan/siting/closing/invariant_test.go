package closing_test

import (
	"math/rand/v2"
	"testing"

	"github.com/etablera/etablera/internal/money"
	"github.com/etablera/etablera/internal/plan/siting/closing"
	"github.com/etablera/etablera/internal/programme"
	"pgregory.net/rapid"
)

// Whatever is asked of whatever network: what is said of a set agrees with what it closes,
// and what closes stays closed, so that after each stage nobody is better off than before it.
func TestInvariants(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		rng := rand.New(rand.NewPCG(rapid.Uint64().Draw(rt, "world"), 1))
		s := made(rng, rapid.IntRange(4, 12).Draw(rt, "offices"), rapid.IntRange(1, 25).Draw(rt, "points"))
		o := asked(rng, s)
		o.Gap = 0
		k, _ := s.close(t, o)
		g := rapid.SampledFrom(closing.Goals).Draw(rt, "goal")
		best, err := k.Best(t.Context(), g)
		if err != nil {
			rt.Fatal(err)
		}
		if !best.Found {
			return
		}
		if best.Bound > best.Value || best.Bound < 0 || best.Kept > best.KeptBound {
			rt.Fatalf("value %d below the bound %d, or kept %d above %d", best.Value, best.Bound, best.Kept, best.KeptBound)
		}
		e, err := k.Effect(t.Context(), g)
		if err != nil {
			rt.Fatal(err)
		}
		for n := range k.Stages {
			if n > 0 && (len(e.Open[n]) > len(e.Open[n-1]) || best.Score.Stages[n].Extra < best.Score.Stages[n-1].Extra) {
				rt.Fatalf("after stage %d more is open, or it is nearer", n+1)
			}
			for _, shift := range e.Shifts[n] {
				if shift.GainedSeconds != 0 || shift.FirstReached != 0 {
					rt.Fatalf("somebody gains by closing: %+v", shift.Shift)
				}
			}
		}
		savesEnough(rt, k, e)
		decided(rt, s, k, best, e)
	})
}

// savesEnough holds the certain savings against the path.
func savesEnough(t *rapid.T, k *closing.Closing, e *closing.Effect) {
	for _, need := range k.Needs {
		for _, saved := range e.Savings {
			if saved.Year == need.Year && saved.Saved.Low < need.Amount.High-money.Krona {
				t.Fatalf("%d: %v saved, %v asked", need.Year, saved.Saved, need.Amount)
			}
		}
	}
}

// decided holds who decides against the rule: the board where the closures up to and with a
// stage leave the municipality without an office.
func decided(t *rapid.T, s *scene, k *closing.Closing, best *closing.Best, e *closing.Effect) {
	for _, c := range e.Closed {
		left := 0
		for i, at := range best.Closes {
			if s.facts.Offices[i].Municipality == s.facts.Offices[c.Office].Municipality && at > c.Stage {
				left++
			}
		}
		want := programme.Director
		if left == 0 {
			want = programme.Board
		}
		if c.Competence.Kind != want || c.Competence.Left != (left == 0) || len(c.Competence.Hear) != 3 || best.Closes[c.Office] != c.Stage {
			t.Fatalf("%d offices are left, and %s decides: %+v", left, c.Competence.Kind, c)
		}
	}
}

// To keep more never costs: with one closure less nobody loses more by the best set found.
func TestKeepingMoreNeverCosts(t *testing.T) {
	rng := rand.New(rand.NewPCG(11, 12))
	for range 40 {
		s := made(rng, 5+rng.IntN(5), 20)
		before := int64(-1)
		for n := 1; n < 5; n++ {
			k, _ := s.close(t, closing.Options{Count: n, Last: days("2025-06-30"), Gap: 1e-9})
			best, err := k.Best(t.Context(), closing.Time)
			if err != nil || !best.Found || best.Value < before {
				t.Fatalf("%v: %d closures cost %d, one less %d", err, n, best.Value, before)
			}
			before = best.Value
		}
	}
}

// The same input and seed give the same answer.
func TestSameAnswer(t *testing.T) {
	s := made(rand.New(rand.NewPCG(5, 6)), 20, 80)
	o := closing.Options{Count: 8, Last: days("2025-06-30", "2026-03-31"), Save: []closing.Need{{Year: 2026, Amount: mnkr(10)}}}
	for _, g := range closing.Goals {
		a, _ := s.close(t, o)
		b, _ := s.close(t, o)
		x, err := a.Best(t.Context(), g)
		if err != nil {
			t.Fatal(err)
		}
		y, _ := b.Best(t.Context(), g)
		if x.Value != y.Value || x.Bound != y.Bound || len(x.Closes) != len(y.Closes) {
			t.Errorf("%s: %+v and %+v", g, x, y)
		}
		for i := range x.Closes {
			if x.Closes[i] != y.Closes[i] {
				t.Errorf("%s: office %d closes in stages %d and %d", g, i, x.Closes[i], y.Closes[i])
			}
		}
	}
}
