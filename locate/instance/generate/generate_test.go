package generate

import (
	"cmp"
	"errors"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"github.com/etablera/etablera/locate"
	"github.com/etablera/etablera/locate/instance"
)

var small = Size{Points: 400, Sites: 30, Junctions: 300, Nearest: 6, Open: 4}

// The same seed gives the same instance, another seed another.
func TestSeeds(t *testing.T) {
	for name, make := range map[string]func(seed uint64) any{
		"covering":  func(seed uint64) any { return Covering(seed, 20, 100) },
		"clustered": func(seed uint64) any { return Clustered(seed, 20, 100, 7) },
		"network": func(seed uint64) any {
			s, err := Network(seed, small)
			if err != nil {
				t.Fatal(err)
			}
			return s
		},
	} {
		if !reflect.DeepEqual(make(1), make(1)) || reflect.DeepEqual(make(1), make(2)) {
			t.Errorf("%s does not follow its seed", name)
		}
	}
}

// distance is the greatest between two samples' shares below a value (Kolmogorov and Smirnov).
func distance[T cmp.Ordered](a, b []T) (most float64) {
	a, b = slices.Sorted(slices.Values(a)), slices.Sorted(slices.Values(b))
	i, j := 0, 0
	for i < len(a) && j < len(b) {
		v := min(a[i], b[j])
		for i < len(a) && a[i] == v {
			i++
		}
		for j < len(b) && b[j] == v {
			j++
		}
		most = max(most, math.Abs(float64(i)/float64(len(a))-float64(j)/float64(len(b))))
	}
	return most
}

// critical is what the distance of samples of one distribution exceeds once in a thousand times.
func critical(m, n int) float64 { return 1.95 * math.Sqrt(float64(m+n)/float64(m*n)) }

// Our covering instances are distributed as the published one: coordinates, costs, demands, and how much a site covers.
func TestCoveringIsAsPublished(t *testing.T) {
	dir := os.Getenv("ETABLERA_DATA")
	if dir == "" {
		dir = "../../../../shared/data"
	}
	f, err := os.Open(filepath.Join(dir, "mclp", "GRID_INST_n100_m1000_d1_100_f10_100_s1.dat"))
	if errors.Is(err, os.ErrNotExist) {
		t.Skip("no shared data: set ETABLERA_DATA")
	}
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	theirs, err := instance.Read(f, "published")
	if err != nil {
		t.Fatal(err)
	}
	ours := Covering(1, 100, 1000)
	for name, d := range map[string][2]float64{
		"site x":    {distance(ours.Sites.X, theirs.Sites.X), critical(100, 100)},
		"site y":    {distance(ours.Sites.Y, theirs.Sites.Y), critical(100, 100)},
		"client x":  {distance(ours.Clients.X, theirs.Clients.X), critical(1000, 1000)},
		"client y":  {distance(ours.Clients.Y, theirs.Clients.Y), critical(1000, 1000)},
		"costs":     {distance(ours.Sites.Cost, theirs.Sites.Cost), critical(100, 100)},
		"demands":   {distance(ours.Clients.Weight, theirs.Clients.Weight), critical(1000, 1000)},
		"a coverer": {distance(covered(ours), covered(theirs)), critical(100, 100)},
	} {
		if d[0] > d[1] {
			t.Errorf("%s: distance %.3f, more than %.3f", name, d[0], d[1])
		}
	}
	for i, x := range append(slices.Clone(ours.Sites.X), ours.Clients.Y...) {
		if x < 0 || x > side || math.Abs(x*1e6-math.Round(x*1e6)) > 1e-6 {
			t.Fatalf("coordinate %d is %v", i, x)
		}
	}
	if slices.Min(ours.Sites.Cost) < 10 || slices.Max(ours.Sites.Cost) > 100 || slices.Min(ours.Clients.Weight) != 1 || slices.Max(ours.Clients.Weight) != 100 {
		t.Error("costs or demands outside their range")
	}
}

// covered is how many clients each site covers within 5.5.
func covered(in *instance.Instance) []int {
	out := make([]int, in.Sites.N)
	for j := range out {
		for i := range in.Clients.N {
			if in.Within(i, j, 5.5) {
				out[j]++
			}
		}
	}
	return out
}

// The largest town has far more clients than its share of the area.
func TestClustered(t *testing.T) {
	in := Clustered(3, 50, 20_000, 40)
	cells := map[[2]int]int{}
	for i := range in.Clients.N {
		cells[[2]int{int(in.Clients.X[i] / 50), int(in.Clients.Y[i] / 50)}]++
	}
	most := 0
	for _, n := range cells {
		most = max(most, n)
	}
	if most < 5*in.Clients.N/400 {
		t.Errorf("the fullest cell of 400 has %d of %d", most, in.Clients.N)
	}
}

// Fast equals slow: the grid finds the nearest that a look at all points finds.
func TestGrid(t *testing.T) {
	random := rand.New(rand.NewPCG(4, 4))
	x, y := make([]float64, 300), make([]float64, 300)
	for i := range x {
		x[i], y[i] = random.Float64()*width, random.Float64()*length/10
	}
	g := newGrid(x, y)
	for i := range x {
		want := []int32{}
		for j := range i {
			want = append(want, int32(j))
		}
		slices.SortFunc(want, func(a, b int32) int {
			return cmp.Or(cmp.Compare(math.Hypot(x[a]-x[i], y[a]-y[i]), math.Hypot(x[b]-x[i], y[b]-y[i])), cmp.Compare(a, b))
		})
		if got := g.near(x[i], y[i], 3, -1); !slices.Equal(got, want[:min(3, len(want))]) {
			t.Fatalf("point %d: %v, want %v", i, got, want[:min(3, len(want))])
		}
		g.put(int32(i))
	}
}

// Fast equals slow: each junction knows its nearest sites by Floyd's three loops, and everything hangs together.
func TestNearest(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 5))
	r := newRoads(random, 120)
	const never = 1 << 40
	d := make([][]int64, 120)
	for v := range d {
		d[v] = make([]int64, 120)
		for w := range d[v] {
			if d[v][w] = never; v == w {
				d[v][w] = 0
			}
		}
	}
	for e := range r.a {
		a, b := r.a[e], r.b[e]
		d[a][b] = min(d[a][b], int64(r.d[e]))
		d[b][a] = d[a][b]
	}
	for k := range d {
		for v := range d {
			for w := range d {
				d[v][w] = min(d[v][w], d[v][k]+d[k][w])
			}
		}
	}
	at := random.Perm(120)[:25]
	near := r.nearest(at, 7)
	for v := range d {
		far := []int64{}
		for _, s := range at {
			far = append(far, d[v][s])
		}
		slices.Sort(far)
		if near.count[v] != 7 {
			t.Fatalf("junction %d knows %d sites", v, near.count[v])
		}
		for k := range 7 {
			if got := int64(near.far[v*7+k]); got != far[k] || d[v][at[near.site[v*7+k]]] != got {
				t.Fatalf("junction %d, site %d: %d, want %d", v, k, got, far[k])
			}
		}
	}
}

// A network with lists that are cut holds the same distances as one that knows all sites, below the cost of leaving a point
// unserved, and nothing that was cut is nearer.
func TestNetworkCutsNothingNearer(t *testing.T) {
	cut, err := Network(9, small)
	if err != nil {
		t.Fatal(err)
	}
	all := small
	all.Nearest = all.Sites
	full, err := Network(9, all)
	if err != nil {
		t.Fatal(err)
	}
	listed := 0
	for i, c := range cut.Classes {
		if full.Classes[i].Unserved != locate.Never || full.Classes[i].Weight != c.Weight {
			t.Fatalf("point %d of the full network: %+v", i, full.Classes[i])
		}
		for j := range small.Sites {
			got, want := cut.Cost(i, j), full.Cost(i, j)
			if got != locate.Never {
				listed++
				if got != want {
					t.Fatalf("point %d, site %d: %d, want %d", i, j, got, want)
				}
			} else if want < c.Unserved {
				t.Fatalf("point %d: site %d at %d was cut, though unserved costs %d", i, j, want, c.Unserved)
			}
		}
	}
	if listed < small.Points || listed >= small.Points*small.Sites {
		t.Errorf("%d distances listed", listed)
	}
	if _, err := Network(1, Size{Points: 1, Sites: 5, Junctions: 2, Nearest: 1, Open: 1}); err == nil {
		t.Error("more sites than junctions were accepted")
	}
}
