package coverage

import (
	"context"

	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/travel/estimate"
)

// Estimate is the Method that needs no network: great circle × detour ÷ speed.
type Estimate struct{ estimate.Parameters }

// About implements Method.
func (e Estimate) About() About {
	a := About{Key: e.Mode + "-estimate", Mode: e.Mode, IsEstimate: true, HasMetres: true}
	ground := func(key string, v figure.Value, r figure.Rule) { a.Grounds = append(a.Grounds, Ground{key, v, r}) }
	ground("detour", figure.OfRate(e.Detour), rulePairs)
	for c, kmh := range e.Speed {
		ground("speed-"+estimate.Class(c).String(), figure.OfRate(kmh), ruleAssumed)
	}
	off := estimate.CheckUnseen(estimate.Pairs)
	ground("pairs", figure.OfCount(off.Pairs), rulePairs)
	ground("error-median", figure.OfShare(off.Median), rulePairs)
	ground("error-p90", figure.OfShare(off.P90), rulePairs)
	ground("error-worst", figure.OfShare(max(off.Worst, -off.Worst)), rulePairs)
	return a
}

// To implements Method.
func (e Estimate) To(_ context.Context, points []Place, people []int32) (Rows, error) {
	at := make([]estimate.Point, len(points))
	for i, p := range points {
		at[i] = estimate.Point{Lat: p.Lat, Lon: p.Lon}
	}
	return estimatedRows{estimate.NewTargets(at, people, e.Parameters)}, nil
}

type estimatedRows struct{ *estimate.Targets }

func (r estimatedRows) Row(ctx context.Context, site Place, seconds, metres []uint32) error {
	r.Targets.Row(estimate.Point{Lat: site.Lat, Lon: site.Lon}, seconds, metres)
	return ctx.Err()
}

func (r estimatedRows) Nearest(sites []Place, first, second []int32, firstSeconds, secondSeconds []uint32) {
	at := make([]estimate.Point, len(sites))
	for i, s := range sites {
		at[i] = estimate.Point{Lat: s.Lat, Lon: s.Lon}
	}
	r.Targets.Nearest(at, first, second, firstSeconds, secondSeconds)
}
