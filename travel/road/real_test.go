package road_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/etablera/etablera/travel/container"
	"github.com/etablera/etablera/travel/graph"
	"github.com/etablera/etablera/travel/osm"
	"github.com/etablera/etablera/travel/road"
)

// data returns the path of a file of the shared data, or skips.
func data(t testing.TB, name string) string {
	t.Helper()
	root := os.Getenv("ETABLERA_DATA")
	if root == "" {
		root = filepath.Join("..", "..", "..", "shared", "data")
	}
	path := filepath.Join(root, filepath.FromSlash(name))
	if _, err := os.Stat(path); err != nil {
		t.Skipf("the shared data is not here: %v; set ETABLERA_DATA", err)
	}
	return path
}

func build(t testing.TB, path string, options road.Options, profiles ...road.Profile) []*road.Network {
	t.Helper()
	f, err := osm.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	n, err := road.Build(context.Background(), f, profiles, options)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// What becomes of real extracts: nodes and arcs before merging and after, nodes left out, bans kept.
func TestRealExtracts(t *testing.T) {
	type counts struct{ pieceNodes, pieceArcs, nodes, arcs, outside, bans int }
	of := func(n *road.Network) counts {
		c := n.Meta.Counts
		return counts{c.PieceNodes, c.PieceArcs, c.Nodes, c.Arcs, c.OutsideNodes, c.Bans}
	}
	for i, c := range []struct {
		file      string
		car, walk counts
	}{
		{"andorra.osm.pbf", counts{20979, 40613, 1476, 3104, 792, 0}, counts{37522, 75706, 1432, 3562, 7026, 0}},
		{"liechtenstein.osm.pbf", counts{28881, 58322, 3716, 8636, 2291, 2}, counts{53615, 110380, 5068, 13288, 1010, 0}},
		{"porto_portugal.osm.pbf", counts{305223, 589176, 61634, 149910, 4348, 332}, counts{325181, 704998, 66076, 185362, 11976, 0}},
		{"delaware-latest.osm.pbf", counts{304463, 599277, 66872, 163653, 7343, 485}, counts{340255, 731238, 73283, 197706, 11867, 0}},
	} {
		if testing.Short() && i > 0 {
			break
		}
		networks := build(t, data(t, "osm/"+c.file), road.Options{}, road.Car(), road.Foot())
		for j, want := range []counts{c.car, c.walk} {
			n := networks[j]
			if err := n.Graph.Check(); err != nil {
				t.Error(err)
			}
			if got := of(n); got != want {
				t.Errorf("%s, %s: %+v, want %+v", c.file, n.Meta.Profile.Name, got, want)
			}
			if to, from := reach(n, false), reach(n, true); to != n.Graph.Nodes() || from != n.Graph.Nodes() {
				t.Errorf("%s, %s: of %d nodes the first reaches %d and is reached by %d", c.file, n.Meta.Profile.Name, n.Graph.Nodes(), to, from)
			}
			if n.Meta.Source.File != c.file || n.Meta.Source.Timestamp.IsZero() {
				t.Errorf("%s: source %+v", c.file, n.Meta.Source)
			}
		}
	}
}

// Times are those that one knows, roughly: 30 km over the pass of Envalira to the border by car, 7 km down the valley to Sant Julià, and 1.6 km
// to the next parish on foot.
func TestTimesInAndorra(t *testing.T) {
	n := build(t, data(t, "osm/andorra.osm.pbf"), road.Options{}, road.Car(), road.Foot())
	minutes := func(n *road.Network, a, b [2]float64) float64 {
		from, ok1 := n.Snap(a[0], a[1], 200)
		to, ok2 := n.Snap(b[0], b[1], 200)
		if !ok1 || !ok2 {
			t.Fatalf("%v or %v is not on the network", a, b)
		}
		s := graph.NewSearch(n.Graph)
		s.Run(n.Departures(from, nil), graph.MaxDistance)
		return float64(s.To(n.Arrivals(to, nil))) / 60_000
	}
	capital, pass, south := [2]float64{42.5075, 1.5218}, [2]float64{42.5426, 1.7335}, [2]float64{42.4637, 1.4913}
	escaldes := [2]float64{42.5100, 1.5390}
	for _, c := range []struct {
		name     string
		n        *road.Network
		from, to [2]float64
		least    float64
		most     float64
	}{
		{"to Pas de la Casa by car", n[0], capital, pass, 30, 50},
		{"to Sant Julià by car", n[0], capital, south, 7, 14},
		{"to Escaldes on foot", n[1], capital, escaldes, 15, 30},
	} {
		if got := minutes(c.n, c.from, c.to); got < c.least || got > c.most {
			t.Errorf("%s: %.1f minutes, want %v to %v", c.name, got, c.least, c.most)
		}
	}
}

// On real roads as well, merging changes no time between the nodes that stay, and one core makes the same bytes as many.
func TestMergingOnRealRoads(t *testing.T) {
	if testing.Short() {
		t.Skip("many searches")
	}
	path := data(t, "osm/andorra.osm.pbf")
	for _, profile := range []road.Profile{road.Car(), road.Foot()} {
		all, merged := build(t, path, road.Options{KeepAll: true}, profile)[0], build(t, path, road.Options{}, profile)[0]
		where := make(map[[2]int32]graph.Node)
		for v := range all.Lat {
			where[[2]int32{all.Lat[v], all.Lon[v]}] = graph.Node(v)
		}
		slow, fast := graph.NewSearch(all.Graph), graph.NewSearch(merged.Graph)
		for v := 0; v < merged.Graph.Nodes(); v += 97 {
			fast.Run([]graph.Seed{graph.At(graph.Node(v))}, graph.MaxDistance)
			slow.Run([]graph.Seed{graph.At(where[[2]int32{merged.Lat[v], merged.Lon[v]}])}, graph.MaxDistance)
			for w := range merged.Graph.Nodes() {
				a, b := slow.Distance(where[[2]int32{merged.Lat[w], merged.Lon[w]}]), fast.Distance(graph.Node(w))
				if a != b {
					t.Fatalf("%s: node %d to node %d takes %d ms on all nodes and %d ms on the merged ones", profile.Name, v, w, a, b)
				}
			}
		}
	}
	f, err := osm.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var files [2]string
	for i, workers := range []int{1, 5} {
		f.Workers = workers
		n, err := road.Build(context.Background(), f, []road.Profile{road.Car(), road.Foot()}, road.Options{})
		if err != nil {
			t.Fatal(err)
		}
		files[i] = string(file(t, n...))
	}
	if files[0] != files[1] {
		t.Error("five workers made other bytes than one")
	}
}

func benchmarkBuild(b *testing.B, name string, profiles ...road.Profile) {
	path := data(b, "osm/"+name)
	info, err := os.Stat(path)
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(info.Size())
	b.ReportAllocs()
	for b.Loop() {
		build(b, path, road.Options{}, profiles...)
	}
}

func BenchmarkBuildDelawareCar(b *testing.B) {
	benchmarkBuild(b, "delaware-latest.osm.pbf", road.Car())
}
func BenchmarkBuildDelawareBoth(b *testing.B) {
	benchmarkBuild(b, "delaware-latest.osm.pbf", road.Car(), road.Foot())
}
func BenchmarkBuildPortoCar(b *testing.B) {
	benchmarkBuild(b, "porto_portugal.osm.pbf", road.Car())
}

func BenchmarkSnapDelaware(b *testing.B) {
	n := build(b, data(b, "osm/delaware-latest.osm.pbf"), road.Options{}, road.Car())[0]
	b.ReportAllocs()
	i, found := 0, 0
	for b.Loop() {
		i++
		if _, ok := n.Snap(38.5+float64(i*7919%1000)/1000*1.3, -75.7+float64(i*104729%1000)/1000*0.5, 5000); ok {
			found++
		}
	}
	b.ReportMetric(float64(found)/float64(i), "found")
}

func BenchmarkLoadDelaware(b *testing.B) {
	data := file(b, build(b, data(b, "osm/delaware-latest.osm.pbf"), road.Options{}, road.Car())...)
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		f, err := container.Parse(data)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := road.Load(f, "car"); err != nil {
			b.Fatal(err)
		}
	}
}
