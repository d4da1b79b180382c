package geodesy

import "math"

// GreatCircle returns the distance in metres along a sphere of the earth's mean radius.
func GreatCircle(lat1, lon1, lat2, lon2 float64) float64 {
	a, b := math.Sin((lat2-lat1)*radians/2), math.Sin((lon2-lon1)*radians/2)
	h := a*a + math.Cos(lat1*radians)*math.Cos(lat2*radians)*b*b
	return 2 * MeanRadius * math.Asin(math.Sqrt(min(1, h)))
}

// Scale returns how many metres a degree of latitude and a degree of longitude measure at a latitude, on the ellipsoid.
func Scale(lat float64) (north, east float64) {
	sin, cos := math.Sincos(lat * radians)
	w2 := 1 - eccentricity2*sin*sin
	across := semiMajor / math.Sqrt(w2) // radius of curvature in the prime vertical
	return across * (1 - eccentricity2) / w2 * radians, across * cos * radians
}

// Near returns the distance in metres between points that are near each other.
func Near(lat1, lon1, lat2, lon2 float64) float64 {
	north, east := Scale((lat1 + lat2) / 2)
	return math.Hypot((lat2-lat1)*north, (lon2-lon1)*east)
}
