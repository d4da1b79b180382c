package geodesy_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"github.com/etablera/etablera/travel/geodesy"
)

// The grid agrees with PROJ (EPSG:4326 to EPSG:3006) within a millimetre.
func TestSWEREFAgreesWithPROJ(t *testing.T) {
	for _, c := range []struct{ lat, lon, north, east float64 }{
		{59.3293, 18.0686, 6580743.0083, 674571.8664},
		{66, 24, 7349217.6675, 907351.9808},
		{60, 18, 6655205.4835, 667294.8211},
		{55.6, 13, 6163377.1163, 373988.3716},
	} {
		north, east := geodesy.ToSWEREF(c.lat, c.lon)
		if math.Abs(north-c.north) > 0.001 || math.Abs(east-c.east) > 0.001 {
			t.Errorf("%v° N %v° E: N %.4f E %.4f, want N %.4f E %.4f", c.lat, c.lon, north, east, c.north, c.east)
		}
		lat, lon := geodesy.FromSWEREF(c.north, c.east)
		if math.Abs(lat-c.lat) > 2e-9 || math.Abs(lon-c.lon) > 2e-9 {
			t.Errorf("N %v E %v: %.10f° %.10f°, want %v° %v°", c.north, c.east, lat, lon, c.lat, c.lon)
		}
	}
}

// There and back again is where one was, far beyond Sweden.
func TestSWEREFThereAndBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lat := rapid.Float64Range(-89, 89).Draw(t, "lat")
		lon := rapid.Float64Range(-15, 45).Draw(t, "lon")
		lat2, lon2 := geodesy.FromSWEREF(geodesy.ToSWEREF(lat, lon))
		if math.Abs(lat2-lat) > 1e-9 || math.Abs(lon2-lon) > 1e-9 {
			t.Fatalf("%v° %v° came back as %v° %v°", lat, lon, lat2, lon2)
		}
	})
}

// On the central meridian the easting is the false easting, and east and west of it the grid is a mirror.
func TestSWEREFIsSymmetric(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lat := rapid.Float64Range(-89, 89).Draw(t, "lat")
		off := rapid.Float64Range(0, 20).Draw(t, "degrees from the central meridian")
		n1, e1 := geodesy.ToSWEREF(lat, 15+off)
		n2, e2 := geodesy.ToSWEREF(lat, 15-off)
		if math.Abs(n1-n2) > 1e-6 || math.Abs(e1-500_000+e2-500_000) > 1e-6 {
			t.Fatalf("N %v E %v and N %v E %v", n1, e1, n2, e2)
		}
		if _, e := geodesy.ToSWEREF(lat, 15); math.Abs(e-500_000) > 1e-6 {
			t.Fatalf("easting %v on the central meridian", e)
		}
	})
}

// A short step measures the same on the ellipsoid and in the grid, but for the grid's scale.
func TestNearAgreesWithTheGrid(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lat := rapid.Float64Range(55, 69).Draw(t, "lat")
		lon := rapid.Float64Range(14.9, 15.1).Draw(t, "lon")
		dLat := rapid.Float64Range(-0.01, 0.01).Draw(t, "north")
		dLon := rapid.Float64Range(-0.01, 0.01).Draw(t, "east")
		n1, e1 := geodesy.ToSWEREF(lat, lon)
		n2, e2 := geodesy.ToSWEREF(lat+dLat, lon+dLon)
		grid := math.Hypot(n2-n1, e2-e1) / 0.9996 // close to the central meridian the scale is this
		if d := geodesy.Near(lat, lon, lat+dLat, lon+dLon); math.Abs(d-grid) > 1e-6*grid+1e-4 {
			t.Fatalf("%v m, and %v m in the grid", d, grid)
		}
	})
}

// Distances that are known from the definition of the sphere.
func TestGreatCircle(t *testing.T) {
	quarter := math.Pi / 2 * geodesy.MeanRadius
	for _, c := range []struct{ lat1, lon1, lat2, lon2, want float64 }{
		{0, 0, 0, 90, quarter},
		{0, 0, 90, 0, quarter},
		{-90, 17, 90, -40, 2 * quarter},
		{0, 179, 0, -179, quarter / 45},
		{60, 15, 60, 15, 0},
	} {
		if d := geodesy.GreatCircle(c.lat1, c.lon1, c.lat2, c.lon2); math.Abs(d-c.want) > 1e-6*max(1, c.want) {
			t.Errorf("%v: %v m, want %v m", c, d, c.want)
		}
	}
}

// A metric is symmetric and knows the triangle inequality; the ellipsoid is within 0.6 % of the sphere.
func TestGreatCircleIsAMetric(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var lat, lon [3]float64
		for i := range lat {
			lat[i] = rapid.Float64Range(-90, 90).Draw(t, "lat")
			lon[i] = rapid.Float64Range(-180, 180).Draw(t, "lon")
		}
		d := func(i, j int) float64 { return geodesy.GreatCircle(lat[i], lon[i], lat[j], lon[j]) }
		if math.Abs(d(0, 1)-d(1, 0)) > 1e-6 || d(0, 2) > d(0, 1)+d(1, 2)+1e-6 {
			t.Fatalf("%v %v %v", d(0, 1), d(1, 2), d(0, 2))
		}
		la, lo := rapid.Float64Range(-70, 70).Draw(t, "lat"), lon[0]
		sphere, ellipsoid := geodesy.GreatCircle(la, lo, la+0.05, lo+0.05), geodesy.Near(la, lo, la+0.05, lo+0.05)
		if math.Abs(sphere-ellipsoid) > 0.006*sphere {
			t.Fatalf("%v m on the sphere, %v m on the ellipsoid", sphere, ellipsoid)
		}
	})
}

// Over 50 km the step on the tangent plane stays within one part in 10,000, held against the sum of its thousand parts along the
// way, which is the geodesic to far less than that.
func TestNearOverALongWay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lat1, lon1 := rapid.Float64Range(-69, 69).Draw(t, "lat"), rapid.Float64Range(-170, 170).Draw(t, "lon")
		angle := rapid.Float64Range(0, 2*math.Pi).Draw(t, "direction")
		north, east := geodesy.Scale(lat1)
		lat2, lon2 := lat1+45_000*math.Sin(angle)/north, lon1+45_000*math.Cos(angle)/east
		// The great circle by the chord on the unit sphere, cut into a thousand parts.
		vector := func(lat, lon float64) [3]float64 {
			la, lo := lat*math.Pi/180, lon*math.Pi/180
			return [3]float64{math.Cos(la) * math.Cos(lo), math.Cos(la) * math.Sin(lo), math.Sin(la)}
		}
		a, b := vector(lat1, lon1), vector(lat2, lon2)
		length, la, lo := 0.0, lat1, lon1
		for i := 1; i <= 1000; i++ {
			f := float64(i) / 1000
			x, y, z := a[0]+f*(b[0]-a[0]), a[1]+f*(b[1]-a[1]), a[2]+f*(b[2]-a[2])
			la2, lo2 := math.Atan2(z, math.Hypot(x, y))*180/math.Pi, math.Atan2(y, x)*180/math.Pi
			length += geodesy.Near(la, lo, la2, lo2)
			la, lo = la2, lo2
		}
		if d := geodesy.Near(lat1, lon1, lat2, lon2); math.Abs(d-length) > 1e-4*length {
			t.Fatalf("%v m in one step, %v m in a thousand", d, length)
		}
	})
}
