package programme

import (
	"math"
	"slices"
	"testing"

	"github.com/etablera/etablera/internal/civil"
)

// keysOf validates and returns the keys of what is found under a section.
func keysOf(s *Snapshot, validate func(*validator)) []string {
	v := newValidator(s, Register{})
	validate(v)
	var out []string
	for _, p := range v.problems {
		out = append(out, p.Path+" "+p.Key)
	}
	return out
}

// A weight is a number of outcomes; unstated it is the default's, or what an experience rests on.
func TestWeights(t *testing.T) {
	for w, want := range map[float64]bool{0: false, 0.1: false, 3: false, 10_000: false, 0.01: true, -1: true, 1e5: true, math.NaN(): true} {
		s := &Snapshot{Durations: []Duration{{Activity: "lokal", Weight: w}}}
		if got := keysOf(s, (*validator).weights); (len(got) == 1 && got[0] == "durations[0].weight programme.weight") != want {
			t.Errorf("weight %v: %v", w, got)
		}
	}
	for want, d := range map[float64]Duration{
		2: {Basis: Assumption, Outcomes: Exactly(9)}, 9: {Basis: Experience, Outcomes: Exactly(9)}, 4: {Basis: Experience, Outcomes: Exactly(9), Weight: 4},
		7: {Basis: Experience, Outcomes: Between(7, 12)},
	} {
		if got := d.WorthOutcomes(); got != want {
			t.Errorf("%+v is worth %v, want %v", d, got, want)
		}
	}
}

// A risk with some numbers, but not enough of them, is asked about; one in words alone is as good as any.
func TestHalfStatedRisks(t *testing.T) {
	ten := Distribution{Fixed, 10, 0, 0}
	for name, c := range map[string]struct {
		risk Risk
		want []string
	}{
		"in words":      {Risk{ID: "r", Activity: "lokal"}, nil},
		"whole":         {Risk{ID: "r", Activity: "lokal", Probability: Whole / 5, Working: ten, Common: true}, nil},
		"no days":       {Risk{ID: "r", Activity: "lokal", Probability: Whole}, []string{"risks[0].working-days programme.risk-half"}},
		"no chance":     {Risk{ID: "r", Activity: "lokal", Working: ten}, []string{"risks[0].probability programme.risk-half"}},
		"no activity":   {Risk{ID: "r", Probability: Whole, Working: ten}, []string{"risks[0].activity programme.risk-half"}},
		"common, alone": {Risk{ID: "r", Activity: "lokal", Common: true}, []string{"risks[0].probability programme.risk-half"}},
	} {
		if got := keysOf(&Snapshot{Risks: []Risk{c.risk}}, (*validator).risks); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

// Validate looks at both.
func TestValidateLooksAtWeightsAndRisks(t *testing.T) {
	s := &Snapshot{Durations: []Duration{{Weight: -1}}, Risks: []Risk{{ID: "r", Probability: Whole}}, Programme: Meta{AsOf: civil.Date(738000)}}
	found := 0
	for _, p := range Validate(s, Register{}) {
		if p.Key == "programme.weight" || p.Key == "programme.risk-half" {
			found++
		}
	}
	if found != 2 {
		t.Errorf("%d found, want 2", found)
	}
}
