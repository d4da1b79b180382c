package road

import (
	"fmt"
	"math"

	"github.com/etablera/etablera/travel/graph"
)

// fan is how many boxes or lines one box of the tree holds.
const fan = 16

// tree finds the line nearest to a place: a packed R-tree (Kamel & Faloutsos 1993) over the straight lines of all edges on which journeys may
// begin, ordered along Hilbert's curve by their middles. It is made in O(n log n) and holds 5 bytes a line.
type tree struct {
	// lines gives for each line the number of its first point in edges.lat; the second follows it.
	lines []uint32
	// levels[0] has one box for each fan lines, levels[i+1] one for each fan boxes of levels[i], the last level one.
	levels [][]box
}

// box is south, west, north, east in 10⁻⁷ degrees.
type box struct{ south, west, north, east int32 }

var nowhere = box{math.MaxInt32, math.MaxInt32, math.MinInt32, math.MinInt32}

func (b box) with(o box) box {
	return box{min(b.south, o.south), min(b.west, o.west), max(b.north, o.north), max(b.east, o.east)}
}

// orderLines lists the lines of all edges on which journeys may begin, along Hilbert's curve.
func orderLines(e *edges) []uint32 {
	most := len(e.lat) - e.len()
	lines, lat, lon := make([]uint32, 0, most), make([]int32, 0, most), make([]int32, 0, most)
	for i := range e.len() {
		if e.noEntry[i] != 0 {
			continue
		}
		for p := e.first[i]; p+1 < e.first[i+1]; p++ {
			lines = append(lines, p)
			lat = append(lat, int32((int64(e.lat[p])+int64(e.lat[p+1]))/2))
			lon = append(lon, int32((int64(e.lon[p])+int64(e.lon[p+1]))/2))
		}
	}
	sorted := make([]uint32, len(lines))
	for i, o := range graph.ByPlace(lon, lat) {
		sorted[i] = lines[o]
	}
	return sorted
}

// check says whether lines lists lines of edges, each by a point that is not the last of its edge.
func (t *tree) check(e *edges) error {
	last := make([]bool, len(e.lat))
	for _, end := range e.first[1:] {
		last[end-1] = true
	}
	for i, p := range t.lines {
		if int(p) >= len(last) || last[p] {
			return fmt.Errorf("edge/lines[%d] is %d: a point below %d that is not the last of its edge is expected", i, p, len(last))
		}
	}
	return nil
}

// build makes the boxes over the lines.
func (t *tree) build(e *edges) {
	t.levels = nil
	sorted := t.lines
	level := make([]box, (len(sorted)+fan-1)/fan)
	for i := range level {
		level[i] = nowhere
		for _, p := range sorted[i*fan : min((i+1)*fan, len(sorted))] {
			level[i] = level[i].with(box{e.lat[p], e.lon[p], e.lat[p], e.lon[p]}).with(box{e.lat[p+1], e.lon[p+1], e.lat[p+1], e.lon[p+1]})
		}
	}
	for len(level) > 0 {
		t.levels = append(t.levels, level)
		if len(level) == 1 {
			break
		}
		above := make([]box, (len(level)+fan-1)/fan)
		for i := range above {
			above[i] = nowhere
			for _, b := range level[i*fan : min((i+1)*fan, len(level))] {
				above[i] = above[i].with(b)
			}
		}
		level = above
	}
}

// plane measures squared metres around one place, on the tangent plane there.
type plane struct {
	lat, lon    float64 // of the place, 10⁻⁷ degrees
	north, east float64 // metres per 10⁻⁷ degree
}

// toBox returns the squared distance to a box, 0 inside it.
func (p *plane) toBox(b box) float64 {
	dy := max(float64(b.south)-p.lat, p.lat-float64(b.north), 0) * p.north
	dx := max(float64(b.west)-p.lon, p.lon-float64(b.east), 0) * p.east
	return dx*dx + dy*dy
}

// toLine returns the squared distance to a line and how far along it the nearest point lies, 0 … 1.
func (p *plane) toLine(lat1, lon1, lat2, lon2 int32) (squared, along float64) {
	ay, ax := (float64(lat1)-p.lat)*p.north, (float64(lon1)-p.lon)*p.east
	dy, dx := (float64(lat2)-p.lat)*p.north-ay, (float64(lon2)-p.lon)*p.east-ax
	if length := dx*dx + dy*dy; length > 0 {
		along = min(1, max(0, -(ax*dx+ay*dy)/length))
	}
	x, y := ax+along*dx, ay+along*dy
	return x*x + y*y, along
}

// nearest returns the line nearest to a place within a squared distance: its first point and how far along the line. Of lines
// equally near, the one with the lower point counts.
func (t *tree) nearest(e *edges, p *plane, within float64) (point uint32, along, squared float64, ok bool) {
	if len(t.levels) == 0 {
		return 0, 0, 0, false
	}
	best := within
	var search func(level, i int)
	search = func(level, i int) {
		if level < 0 {
			for _, a := range t.lines[i*fan : min((i+1)*fan, len(t.lines))] {
				d, f := p.toLine(e.lat[a], e.lon[a], e.lat[a+1], e.lon[a+1])
				if d < best || d == best && (!ok || a < point) {
					point, along, best, ok = a, f, d, true
				}
			}
			return
		}
		boxes := t.levels[level]
		from, to := i*fan, min((i+1)*fan, len(boxes))
		// Nearer boxes first, by repeated choice: there are few.
		var near [fan]float64
		for j := from; j < to; j++ {
			near[j-from] = p.toBox(boxes[j])
		}
		for range to - from {
			j := 0
			for k := 1; k < to-from; k++ {
				if near[k] < near[j] {
					j = k
				}
			}
			if near[j] > best {
				return
			}
			near[j] = math.Inf(1)
			search(level-1, from+j)
		}
	}
	search(len(t.levels)-1, 0)
	return point, along, best, ok
}
