package estimate

import "math"

// Targets are positions that trips end at, ready for many rows.
type Targets struct {
	pace    pace
	mode    string
	density *Density
	vectors []vector
	classes []Class
}

// NewTargets prepares positions, each with its people. O(n × band).
func NewTargets(points []Point, people []int32, p Parameters) *Targets {
	t := &Targets{pace: p.pace(), mode: p.Mode, density: NewDensity(points, people), vectors: make([]vector, len(points)), classes: make([]Class, len(points))}
	for i, at := range points {
		t.vectors[i], t.classes[i] = at.vector(), t.density.Class(at)
	}
	return t
}

// Len is the number of positions.
func (t *Targets) Len() int { return len(t.vectors) }

// Class is how built-up a position is.
func (t *Targets) Class(i int) Class { return t.classes[i] }

// Row writes the seconds, and unless metres is nil the metres of road, from a
// site to every position. The slices have the length Len.
func (t *Targets) Row(site Point, seconds, metres []uint32) {
	from, class := site.vector(), t.density.Class(site)
	for i := range t.vectors {
		d := from.distance(t.vectors[i])
		seconds[i] = uint32(math.Round(t.pace.seconds(d, class, t.classes[i])))
		if metres != nil {
			metres[i] = uint32(math.Round(d * t.pace.detour))
		}
	}
}

// Nearest finds for every position the two sites that are reached fastest: sites
// are named by their place in the list, −1 where there is none, and of two as
// fast the earlier comes first. Sites that cannot be among the two even at the
// highest speed are passed over by one comparison, so it costs
// O(sites × positions) multiplications and few square roots.
func (t *Targets) Nearest(sites []Point, first, second []int32, firstSeconds, secondSeconds []uint32) {
	n := t.Len()
	// bound is the least cosine between a position and a site that may still matter.
	bound := make([]float64, n)
	for i := range n {
		first[i], second[i], bound[i] = -1, -1, -2
		firstSeconds[i], secondSeconds[i] = math.MaxUint32, math.MaxUint32
	}
	for s, at := range sites {
		from, class := at.vector(), t.density.Class(at)
		for i := range n {
			v := &t.vectors[i]
			if from.x*v.x+from.y*v.y+from.z*v.z < bound[i] {
				continue
			}
			took := uint32(math.Round(t.pace.seconds(from.distance(*v), class, t.classes[i])))
			switch {
			case took < firstSeconds[i]:
				second[i], secondSeconds[i] = first[i], firstSeconds[i]
				first[i], firstSeconds[i] = int32(s), took
			case took < secondSeconds[i]:
				second[i], secondSeconds[i] = int32(s), took
			default:
				continue
			}
			if second[i] >= 0 {
				bound[i] = t.pace.horizon(secondSeconds[i])
			}
		}
	}
}

// horizon is the cosine beyond which no site is reached in less than some time.
// A second and a little more are added, so that rounding hides no site.
func (p *pace) horizon(seconds uint32) float64 {
	angle := (float64(seconds) + 1) / p.fastestPerGrid / EarthRadius
	if angle >= math.Pi {
		return -2
	}
	return math.Cos(angle) - 1e-12
}
