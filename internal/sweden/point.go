package sweden

import "math"

// EarthRadius is the mean radius of the Earth in metres (IUGG).
const EarthRadius = 6371008.8

// A Point is a position in degrees, WGS 84. The zero Point is an unknown
// position: no part of Sweden is anywhere near it.
type Point struct{ Lat, Lon float64 }

// IsKnown says whether the position is known.
func (p Point) IsKnown() bool { return p != Point{} }

// Distance returns the great-circle distance between two points in metres, on
// a sphere of [EarthRadius]; within Sweden it is at most about 0.5 % from the
// distance on the ellipsoid. With an unknown point it is NaN.
//
// The haversine form keeps its precision for points that lie close together,
// where the cosine form loses it; see Sinnott, "Virtues of the Haversine",
// Sky & Telescope 68 (1984).
func Distance(a, b Point) float64 {
	if !a.IsKnown() || !b.IsKnown() {
		return math.NaN()
	}
	lat1, lat2 := a.Lat*math.Pi/180, b.Lat*math.Pi/180
	dLat := math.Sin((lat2 - lat1) / 2)
	dLon := math.Sin((b.Lon - a.Lon) * math.Pi / 360)
	h := dLat*dLat + math.Cos(lat1)*math.Cos(lat2)*dLon*dLon
	// Rounding can carry h past 1 for antipodes, and Asin of more than 1 is NaN.
	return 2 * EarthRadius * math.Asin(math.Sqrt(min(h, 1)))
}
