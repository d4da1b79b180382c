package closing_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"testing"
	"time"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/plan/coverage"
	"github.com/etablera/etablera/internal/plan/siting/closing"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/sweden"
)

// national is a network of as many offices as the country had, at the seats of
// municipalities and in vulnerable areas, for measuring.
func national() *programme.Snapshot {
	s := made(rand.New(rand.NewPCG(1, 2)), 0, 0).facts
	s.Programme.AsOf = civil.MustDate("2025-04-10")
	rng := rand.New(rand.NewPCG(1, 2))
	all := sweden.Municipalities()
	add := func(id, name, municipality string, at sweden.Point) {
		o := programme.OfficeID(id)
		s.Offices = append(s.Offices, programme.Office{ID: o, Name: name, Municipality: municipality, Position: &programme.Position{Lat: at.Lat, Lon: at.Lon, Precision: "address"}})
		s.TypeClaims = append(s.TypeClaims, programme.TypeClaim{Office: o, Types: []programme.TypeID{programme.TypeID(fmt.Sprint("t", rng.IntN(3)))}, Status: programme.Decided})
	}
	for _, n := range rng.Perm(len(all))[:120] {
		add("k"+all[n].Code, all[n].Name, all[n].Name, all[n].SeatPoint)
	}
	for n, a := range sweden.VulnerableAreas()[:28] {
		m, _ := sweden.MunicipalityByCode(a.Municipality)
		add(fmt.Sprint("a", n), a.Name, m.Name, a.Centre)
	}
	return s
}

// The size that the agency has: measured when asked for.
func BenchmarkNational(b *testing.B) {
	facts := national()
	for _, o := range []struct {
		name string
		closing.Options
	}{
		{"count", closing.Options{Count: 35, Last: days("2025-06-13", "2025-12-31", "2026-12-31")}},
		{"path", closing.Options{Count: 35, Last: days("2025-06-13", "2025-12-31", "2026-12-31"), Save: []closing.Need{{Year: 2025, Amount: mnkr(10)}, {Year: 2026, Amount: mnkr(50)}, {Year: 2027, Amount: mnkr(80)}}}},
		{"criteria", closing.Options{Count: 35, Last: days("2025-06-13", "2025-12-31", "2026-12-31"), Drop: 30_000, KeepCounties: true}},
	} {
		for _, g := range closing.Goals {
			b.Run(o.name+"/"+string(g), func(b *testing.B) {
				for b.Loop() {
					k, _ := closeIn(b, facts, coverage.Options{}, o.Options)
					start := time.Now()
					best, err := k.Best(b.Context(), g)
					if err != nil {
						b.Fatal(err)
					}
					fmt.Fprintf(os.Stderr, "%s %s: found %v value %d bound %d gap %.4f%% rounds %d moved %d %v\n", o.name, g, best.Found, best.Value, best.Bound, 100*best.Gap, best.Rounds, best.Reordered, time.Since(start))
				}
			})
		}
	}
}
