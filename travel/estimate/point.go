package estimate

import "math"

// EarthRadius is the mean radius of the Earth in metres (IUGG).
const EarthRadius = 6371008.8

// Point is a position in degrees, WGS 84.
type Point struct{ Lat, Lon float64 }

// vector is a position as a unit vector: the distance between two of them needs
// one inverse sine and no cosine.
type vector struct{ x, y, z float64 }

func (p Point) vector() vector {
	lat, lon := p.Lat*math.Pi/180, p.Lon*math.Pi/180
	return vector{math.Cos(lat) * math.Cos(lon), math.Cos(lat) * math.Sin(lon), math.Sin(lat)}
}

// distance is the great-circle distance in metres. It goes by the chord, which
// keeps its precision for places that lie close together.
func (a vector) distance(b vector) float64 {
	half := math.Sqrt(a.chord2(&b)) / 2
	return 2 * EarthRadius * math.Asin(math.Min(half, 1))
}

// Distance is the great-circle distance between two positions in metres.
func Distance(a, b Point) float64 { return a.vector().distance(b.vector()) }

// chord2 is the square of the straight line between two positions, in radii.
func (a *vector) chord2(b *vector) float64 {
	dx, dy, dz := a.x-b.x, a.y-b.y, a.z-b.z
	return dx*dx + dy*dy + dz*dz
}
