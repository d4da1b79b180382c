package gtfs

import "math"

// interpolator puts times at calls that have none.
type interpolator struct {
	stops []Stop
	way   []float64 // length from the last timed call, per call
}

// complete fills in the times of a trip whose first and last call have one, and returns how many calls had none.
func (w *interpolator) complete(calls []Call, rows []rawCall) int {
	filled := 0
	for i := 0; i < len(calls)-1; {
		j := i + 1
		for calls[j].Arrive == NoTime {
			j++
		}
		if j > i+1 {
			w.between(calls[i:j+1], rows[i:j+1])
			filled += j - i - 1
		}
		i = j
	}
	return filled
}

// between fills in the calls between a first and a last one that have times.
func (w *interpolator) between(calls []Call, rows []rawCall) {
	n := len(calls) - 1
	if !w.along(rows) && !w.across(calls) {
		w.way = w.way[:0]
		for i := range calls {
			w.way = append(w.way, float64(i))
		}
	}
	begin, span := calls[0].Depart, float64(calls[n].Arrive-calls[0].Depart)
	for i := 1; i < n; i++ {
		// A millionth of a second more, so that a share that comes out even is not rounded down a second.
		t := begin + Seconds(span*(w.way[i]/w.way[n])+1e-6)
		t = min(max(t, calls[i-1].Depart), calls[n].Arrive)
		calls[i].Arrive, calls[i].Depart = t, t
	}
}

// along measures the way by shape_dist_traveled; false where that is missing, falls or stands still.
func (w *interpolator) along(rows []rawCall) bool {
	w.way = w.way[:0]
	for i := range rows {
		d := float64(rows[i].dist) - float64(rows[0].dist)
		if math.IsNaN(d) || i > 0 && d < w.way[i-1] {
			return false
		}
		w.way = append(w.way, d)
	}
	return w.way[len(rows)-1] > 0
}

// across measures the way from stop to stop by great circles; false where all are one place or one has none.
func (w *interpolator) across(calls []Call) bool {
	w.way = append(w.way[:0], 0)
	for i := 1; i < len(calls); i++ {
		a, b := &w.stops[calls[i-1].Stop], &w.stops[calls[i].Stop]
		w.way = append(w.way, w.way[i-1]+arc(a.Lat, a.Lon, b.Lat, b.Lon))
	}
	return w.way[len(calls)-1] > 0
}

// arc is the angle between two places in radians; NaN where one is not known.
func arc(lat1, lon1, lat2, lon2 float64) float64 {
	const radian = math.Pi / 180
	x, y := math.Sin((lat2-lat1)*radian/2), math.Sin((lon2-lon1)*radian/2)
	h := x*x + math.Cos(lat1*radian)*math.Cos(lat2*radian)*y*y
	return 2 * math.Asin(math.Sqrt(min(h, 1)))
}
