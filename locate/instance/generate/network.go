package generate

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"

	"github.com/etablera/etablera/locate"
)

// The country, in metres.
const (
	width  = 400_000
	length = 1_550_000
)

// Size is how large a road network is made.
type Size struct {
	Points, Sites int
	Junctions     int // of roads; sites are at junctions
	Nearest       int // how many of the nearest sites a junction knows
	Open          int // sites to open
}

// National is the size of a country like Sweden.
var National = Size{Points: 700_000, Sites: 3_000, Junctions: 40_000, Nearest: 80, Open: 300}

// Network makes a p-median of points along roads. A junction is joined to the nearest of those before it, which makes few long roads
// and many short ones, and to its two nearest of all; a road is 1.05 to 1.5 times as long as the line between its ends. A point lies somewhere on a
// road, some way off it, and reaches a site by the nearer end.
//
// A point lists the sites that it reaches for less than any site that its ends do not know. That limit is its cost if unserved. So the
// optimum is never above that of the problem with all sites listed, and equals it where nothing is left unserved.
func Network(seed uint64, size Size) (*locate.Spec, error) {
	if size.Sites < 1 || size.Sites > size.Junctions || size.Nearest < 1 || size.Open < 1 || size.Open > size.Sites || size.Points < 1 {
		return nil, fmt.Errorf("generate: %+v: sites are at junctions, and at most all are open", size)
	}
	random := rand.New(rand.NewPCG(seed, 0x726f616473))
	r := newRoads(random, size.Junctions)
	at := random.Perm(size.Junctions)[:size.Sites]
	slices.Sort(at) // junctions of towns come first: so do their sites
	near := r.nearest(at, min(size.Nearest, size.Sites))
	return r.points(random, near, size), nil
}

// roads are junctions with the roads that leave them, side by side.
type roads struct {
	x, y    []float64
	a, b, d []int32 // ends and length of each road
	start   []int32
	to      []int32
	far     []int32
}

func newRoads(random *rand.Rand, n int) *roads {
	r := &roads{x: make([]float64, n), y: make([]float64, n)}
	towns := min(n, 400)
	for i := range n {
		k := int(float64(towns) * math.Pow(random.Float64(), 2)) // early towns are larger
		if i < towns || random.IntN(4) == 0 {
			r.x[i], r.y[i] = random.Float64()*width, random.Float64()*length
			continue
		}
		spread := 3_000 + 12_000/math.Sqrt(float64(k+1))
		r.x[i] = min(width, max(0, r.x[k]+random.NormFloat64()*spread))
		r.y[i] = min(length, max(0, r.y[k]+random.NormFloat64()*spread))
	}
	g := newGrid(r.x, r.y)
	for i := range n {
		if before := g.near(r.x[i], r.y[i], 1, -1); len(before) > 0 {
			r.join(random, int32(i), before[0])
		}
		g.put(int32(i))
	}
	for i := range n {
		for _, j := range g.near(r.x[i], r.y[i], 2, int32(i)) {
			r.join(random, int32(i), j)
		}
	}
	r.arrange(n)
	return r
}

func (r *roads) join(random *rand.Rand, a, b int32) {
	straight := math.Hypot(r.x[a]-r.x[b], r.y[a]-r.y[b])
	r.a, r.b = append(r.a, a), append(r.b, b)
	r.d = append(r.d, int32(math.Ceil(straight*(1.05+0.45*random.Float64()))))
}

func (r *roads) arrange(n int) {
	r.start, r.to, r.far = make([]int32, n+1), make([]int32, 2*len(r.a)), make([]int32, 2*len(r.a))
	for e := range r.a {
		r.start[r.a[e]+1]++
		r.start[r.b[e]+1]++
	}
	for v := range n {
		r.start[v+1] += r.start[v]
	}
	free := slices.Clone(r.start)
	for e, a := range r.a {
		b := r.b[e]
		r.to[free[a]], r.far[free[a]] = b, r.d[e]
		r.to[free[b]], r.far[free[b]] = a, r.d[e]
		free[a]++
		free[b]++
	}
}
