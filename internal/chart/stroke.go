package chart

import "math"

// outline turns a stroked line into polygons that cover it: one oblong per
// straight piece and a disc at every bend, all turning the same way so that
// overlaps stay filled. Corners are therefore round, by at most half the
// stroke's width, which is below a pixel in these charts.
func outline(pts []Point, closed bool, s Style) [][]Point {
	if closed && len(pts) > 1 {
		pts = append(pts[:len(pts):len(pts)], pts[0])
	}
	var polys [][]Point
	for _, run := range dashes(pts, s.Dash.rhythm()) {
		for i := 1; i < len(run); i++ {
			if q := oblong(run[i-1], run[i], s.Width/2); q != nil {
				polys = append(polys, q)
			}
			if i > 1 || closed && s.Dash == Solid {
				polys = append(polys, ring(run[i-1], s.Width/2))
			}
		}
	}
	return polys
}

// oblong returns the rectangle of half width r around the line from a to b,
// or nil for a line without length.
func oblong(a, b Point, r float64) []Point {
	dx, dy := b.X-a.X, b.Y-a.Y
	n := math.Hypot(dx, dy)
	if n == 0 {
		return nil
	}
	ox, oy := -dy/n*r, dx/n*r
	// The order matches ring's turn (clockwise with y downwards).
	return []Point{{a.X - ox, a.Y - oy}, {b.X - ox, b.Y - oy}, {b.X + ox, b.Y + oy}, {a.X + ox, a.Y + oy}}
}

// dashes cuts a line into the runs that are drawn; the rhythm carries on
// around bends. No rhythm leaves the line whole.
func dashes(pts []Point, rhythm []float64) [][]Point {
	if len(rhythm) == 0 || len(pts) < 2 {
		return [][]Point{pts}
	}
	var runs [][]Point
	run, k, left := []Point{pts[0]}, 0, rhythm[0]
	for i := 1; i < len(pts); i++ {
		a, b := pts[i-1], pts[i]
		for n := math.Hypot(b.X-a.X, b.Y-a.Y); n > 0; n = math.Hypot(b.X-a.X, b.Y-a.Y) {
			if left > n {
				left -= n
				run = append(run, b)
				break
			}
			a = Point{a.X + (b.X-a.X)*left/n, a.Y + (b.Y-a.Y)*left/n}
			if k%2 == 0 {
				runs = append(runs, append(run, a))
			}
			k++
			run, left = []Point{a}, rhythm[k%len(rhythm)]
		}
	}
	if k%2 == 0 && len(run) > 1 {
		runs = append(runs, run)
	}
	return runs
}
