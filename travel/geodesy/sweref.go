package geodesy

import "math"

// The projection SWEREF 99 TM.
const (
	centralMeridian = 15.0 // degrees
	scaleFactor     = 0.9996
	falseEasting    = 500_000.0 // metres
)

// n is the third flattening, (a − b)/(a + b), on which the series run.
const n = flattening / (2 - flattening)

// rectifying is the radius of the sphere whose meridian is as long as the ellipsoid's, times the scale.
const rectifying = scaleFactor * semiMajor / (1 + n) * (1 + n*n/4 + n*n*n*n/64 + n*n*n*n*n*n/256)

// series is a power series in n without its constant term: the factors of n, n², …, n⁶.
type series [6]float64

func (s series) sum() float64 {
	v := 0.0
	for i := len(s) - 1; i >= 0; i-- {
		v = (v + s[i]) * n
	}
	return v
}

// forward and inverse are the factors of sin 2jξ, j = 1 … 6, in Krüger's series (Karney 2011, equations 35 and 36).
var (
	forward = [6]float64{
		series{1. / 2, -2. / 3, 5. / 16, 41. / 180, -127. / 288, 7891. / 37800}.sum(),
		series{0, 13. / 48, -3. / 5, 557. / 1440, 281. / 630, -1983433. / 1935360}.sum(),
		series{0, 0, 61. / 240, -103. / 140, 15061. / 26880, 167603. / 181440}.sum(),
		series{0, 0, 0, 49561. / 161280, -179. / 168, 6601661. / 7257600}.sum(),
		series{0, 0, 0, 0, 34729. / 80640, -3418889. / 1995840}.sum(),
		series{0, 0, 0, 0, 0, 212378941. / 319334400}.sum(),
	}
	inverse = [6]float64{
		series{1. / 2, -2. / 3, 37. / 96, -1. / 360, -81. / 512, 96199. / 604800}.sum(),
		series{0, 1. / 48, 1. / 15, -437. / 1440, 46. / 105, -1118711. / 3870720}.sum(),
		series{0, 0, 17. / 480, -37. / 840, -209. / 4480, 5569. / 90720}.sum(),
		series{0, 0, 0, 4397. / 161280, -11. / 504, -830251. / 7257600}.sum(),
		series{0, 0, 0, 0, 4583. / 161280, -108847. / 3991680}.sum(),
		series{0, 0, 0, 0, 0, 20648693. / 638668800}.sum(),
	}
)

var eccentricity = math.Sqrt(eccentricity2)

// ToSWEREF returns northing and easting in metres.
func ToSWEREF(lat, lon float64) (northing, easting float64) {
	tau := conformal(math.Tan(lat * radians))
	sin, cos := math.Sincos((lon - centralMeridian) * radians)
	xi, eta := math.Atan2(tau, cos), math.Asinh(sin/math.Hypot(tau, cos))
	x, y := xi, eta
	for j, f := range forward {
		k := 2 * float64(j+1)
		x += f * math.Sin(k*xi) * math.Cosh(k*eta)
		y += f * math.Cos(k*xi) * math.Sinh(k*eta)
	}
	return rectifying * x, rectifying*y + falseEasting
}

// FromSWEREF returns latitude and longitude in degrees.
func FromSWEREF(northing, easting float64) (lat, lon float64) {
	x, y := northing/rectifying, (easting-falseEasting)/rectifying
	xi, eta := x, y
	for j, f := range inverse {
		k := 2 * float64(j+1)
		xi -= f * math.Sin(k*x) * math.Cosh(k*y)
		eta -= f * math.Cos(k*x) * math.Sinh(k*y)
	}
	sin, cos := math.Sincos(xi)
	tau := sin / math.Hypot(math.Sinh(eta), cos)
	return math.Atan(geographic(tau)) / radians, math.Atan2(math.Sinh(eta), cos)/radians + centralMeridian
}

// conformal returns the tangent of the conformal latitude, given that of the geographic one.
func conformal(tau float64) float64 {
	sigma := math.Sinh(eccentricity * math.Atanh(eccentricity*tau/math.Hypot(1, tau)))
	return tau*math.Hypot(1, sigma) - sigma*math.Hypot(1, tau)
}

// geographic undoes conformal by Newton's method, which is exact to the last bits after two or three steps.
func geographic(want float64) float64 {
	tau := want / (1 - eccentricity2)
	for range 5 {
		have := conformal(tau)
		step := (want - have) / math.Hypot(1, have) * (1 + (1-eccentricity2)*tau*tau) / ((1 - eccentricity2) * math.Hypot(1, tau))
		tau += step
		if math.Abs(step) <= 1e-15*max(1, math.Abs(tau)) {
			break
		}
	}
	return tau
}
