package siting_test

import (
	"fmt"
	"os"
	"testing"
	"time"

	"github.com/etablera/etablera/internal/plan/coverage"
	"github.com/etablera/etablera/internal/plan/siting"
)

func TestProbe(t *testing.T) {
	if os.Getenv("PROBE") == "" {
		t.Skip()
	}
	n := 0
	fmt.Sscan(os.Getenv("PROBE"), &n)
	s, _ := siteOf(t, exampleFacts(t), coverage.Options{}, siting.Options{Number: n, PerOfficer: 10000})
	for _, r := range s.Rules {
		if r.Clause < 0 {
			fmt.Println(r.Types, r.Min)
		}
	}
	for _, g := range siting.Goals {
		if g == siting.Room || os.Getenv("ONLY") != "" && os.Getenv("ONLY") != string(g) {
			continue
		}
		at := time.Now()
		fmt.Println(g)
		b, err := s.Best(t.Context(), g)
		if err != nil {
			t.Error(err)
			continue
		}
		types := map[string]int{}
		for _, p := range b.Places {
			types[fmt.Sprint(p.Types)]++
		}
		fmt.Println(g, b.Found, b.Value, b.Bound, b.Gap, b.Lack, b.Conflict, b.Giving.Least, len(b.Places), types, time.Since(at))
		at = time.Now()
		x, err := s.Score(t.Context(), siting.BestID(g))
		if err != nil || x == nil {
			t.Error(err)
			continue
		}
		fmt.Println("   ", x.Values, x.Last, time.Since(at))
	}
	at := time.Now()
	x, err := s.Score(t.Context(), s.Own())
	fmt.Println("own", x.Values, x.Last, err, time.Since(at))
	g, _ := s.Giving(t.Context())
	fmt.Println(g)
}
