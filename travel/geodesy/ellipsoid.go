package geodesy

import "math"

// The ellipsoid GRS 80; that of WGS 84 differs by 0.1 mm in its smaller axis.
const (
	semiMajor  = 6378137.0 // metres
	flattening = 1 / 298.257222101
	// MeanRadius is R₁ = (2a + b)/3 of GRS 80, in metres.
	MeanRadius = 6371008.7714

	eccentricity2 = flattening * (2 - flattening)
	radians       = math.Pi / 180
)
