package instance

import (
	"math"
	"slices"
)

const earth = 6_371_008.8 // mean radius in metres (IUGG)

// Distance is how far a client has to a site, and whether the site can serve it. On listed distances it searches the client's row.
func (in *Instance) Distance(client, site int) (int64, bool) {
	switch in.Metric {
	case Euclid:
		return int64(in.straight(client, site)), true
	case GreatCircle:
		return int64(math.Round(in.straight(client, site))), true
	}
	from, to := in.Rows.Start[client], in.Rows.Start[client+1]
	if in.Rows.To == nil {
		return in.Rows.At[from+int64(site)], true
	}
	i, found := slices.BinarySearch(in.Rows.To[from:to], int32(site))
	if !found {
		return 0, false
	}
	return in.Rows.At[from+int64(i)], true
}

// Within says whether a client lies within the radius of a site: by the unrounded distance, the rim included.
func (in *Instance) Within(client, site int, radius float64) bool {
	if in.Metric == Listed {
		d, ok := in.Distance(client, site)
		return ok && float64(d) <= radius
	}
	if in.Metric == Euclid { // squares, as locate.Points compares them
		dx, dy := in.Clients.X[client]-in.Sites.X[site], in.Clients.Y[client]-in.Sites.Y[site]
		return dx*dx+dy*dy <= radius*radius
	}
	return in.straight(client, site) <= radius
}

func (in *Instance) straight(client, site int) float64 {
	x1, y1, x2, y2 := in.Clients.X[client], in.Clients.Y[client], in.Sites.X[site], in.Sites.Y[site]
	if in.Metric == GreatCircle {
		return greatCircle(y1, x1, y2, x2)
	}
	return math.Sqrt((x1-x2)*(x1-x2) + (y1-y2)*(y1-y2))
}

// greatCircle is the haversine formula, which is exact enough for near points too.
func greatCircle(lat1, lon1, lat2, lon2 float64) float64 {
	const rad = math.Pi / 180
	s, t := math.Sin((lat2-lat1)*rad/2), math.Sin((lon2-lon1)*rad/2)
	h := s*s + math.Cos(lat1*rad)*math.Cos(lat2*rad)*t*t
	return 2 * earth * math.Asin(math.Sqrt(min(1, h)))
}
