package transit

import (
	"context"
	"fmt"
	"math"
	"slices"
)

// Place is a point in WGS 84 degrees.
type Place struct{ Lat, Lon float64 }

// Walker finds who can be reached on foot.
type Walker interface {
	// Reach lists, for each place of from, the places of to within the limit in seconds, in their order.
	Reach(ctx context.Context, from, to []Place, limit int32) (*Lists, error)
	// Method says in a few words how the times come about, for results that rest on them.
	Method() string
}

// GreatCircle estimates walks: the great circle, times a detour, at a speed. It is an estimate, and says so.
type GreatCircle struct {
	Speed  float64 // metres per second
	Detour float64 // the way on foot per metre as the crow flies
}

// Method implements Walker.
func (g GreatCircle) Method() string {
	return fmt.Sprintf("estimate: great circle × %.2f at %.1f km/h", g.Detour, g.Speed*3.6)
}

// earthRadius is the mean radius in metres.
const earthRadius = 6371008.8

// Metres is the length of the great circle from a to b.
func (g GreatCircle) Metres(a, b Place) float64 {
	const radian = math.Pi / 180
	x, y := math.Sin((b.Lat-a.Lat)*radian/2), math.Sin((b.Lon-a.Lon)*radian/2)
	h := x*x + math.Cos(a.Lat*radian)*math.Cos(b.Lat*radian)*y*y
	return 2 * earthRadius * math.Asin(math.Sqrt(min(h, 1)))
}

// seconds is the time from a to b, rounded up.
func (g GreatCircle) seconds(a, b Place) float64 {
	return math.Ceil(g.Metres(a, b) * g.Detour / g.Speed)
}

// Reach implements Walker. Targets are taken in bands of latitude, so that few pairs are measured in vain.
func (g GreatCircle) Reach(ctx context.Context, from, to []Place, limit int32) (*Lists, error) {
	if !(g.Speed > 0) || !(g.Detour >= 1) {
		return nil, fmt.Errorf("transit: walking at %g m/s with a detour of %g; want a speed above 0 and a detour of at least 1", g.Speed, g.Detour)
	}
	order := make([]int32, len(to))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortStableFunc(order, func(a, b int32) int {
		switch {
		case to[a].Lat < to[b].Lat:
			return -1
		case to[a].Lat > to[b].Lat:
			return 1
		}
		return 0
	})
	// A hair more than the limit, for what rounding may take away.
	band := (float64(limit) + 1) * g.Speed / g.Detour / earthRadius * 180 / math.Pi
	l := &Lists{First: []int32{0}}
	for i, p := range from {
		if i&0xff == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		k, _ := slices.BinarySearchFunc(order, p.Lat-band, func(t int32, lat float64) int {
			if to[t].Lat < lat {
				return -1
			}
			return 1
		})
		begin := len(l.Hops)
		for ; k < len(order) && to[order[k]].Lat <= p.Lat+band; k++ {
			if s := g.seconds(p, to[order[k]]); s <= float64(limit) {
				l.Hops = append(l.Hops, Hop{order[k], int32(s)})
			}
		}
		slices.SortFunc(l.Hops[begin:], func(a, b Hop) int { return int(a.To - b.To) })
		l.First = append(l.First, int32(len(l.Hops)))
	}
	return l, nil
}
