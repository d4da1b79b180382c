package road_test

import (
	"bytes"
	"context"
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/etablera/etablera/travel/geodesy"
	"github.com/etablera/etablera/travel/graph"
	"github.com/etablera/etablera/travel/osm"
	"github.com/etablera/etablera/travel/road"
)

// fataler is what *testing.T and *rapid.T have in common.
type fataler interface {
	Helper()
	Fatalf(string, ...any)
}

// town is a small extract whose places are metres east and north of a corner near Stockholm.
type town struct {
	nodes, ways, relations strings.Builder
	ids                    map[string]int
	places                 map[string][2]float64 // metres
	count                  int
}

const townLat, townLon = 59.3, 18.0

func newTown() *town {
	return &town{ids: make(map[string]int), places: make(map[string][2]float64)}
}

// degrees returns where a point of the town lies, in the whole 10⁻⁷ degrees that an extract holds.
func degrees(east, north float64) (lat, lon float64) {
	metresNorth, metresEast := geodesy.Scale(townLat)
	return math.Round((townLat+north/metresNorth)*1e7) / 1e7, math.Round((townLon+east/metresEast)*1e7) / 1e7
}

func writeTags(b *strings.Builder, tags []string) {
	for _, tag := range tags {
		k, v, _ := strings.Cut(tag, "=")
		fmt.Fprintf(b, "<tag k=%q v=%q/>", k, v)
	}
}

// node places a node; tags are key=value.
func (w *town) node(name string, east, north float64, tags ...string) {
	w.count++
	w.ids[name] = w.count
	w.places[name] = [2]float64{east, north}
	lat, lon := degrees(east, north)
	fmt.Fprintf(&w.nodes, "<node id='%d' lat='%.9f' lon='%.9f'>", w.count, lat, lon)
	writeTags(&w.nodes, tags)
	w.nodes.WriteString("</node>\n")
}

// way lays a road through nodes, which are names parted by blanks.
func (w *town) way(name, nodes string, tags ...string) {
	w.count++
	w.ids["way "+name] = w.count
	fmt.Fprintf(&w.ways, "<way id='%d'>", w.count)
	for _, n := range strings.Fields(nodes) {
		fmt.Fprintf(&w.ways, "<nd ref='%d'/>", w.ids[n])
	}
	writeTags(&w.ways, tags)
	w.ways.WriteString("</way>\n")
}

// ban sets a turn restriction.
func (w *town) ban(value, from, via, to string, tags ...string) {
	w.count++
	fmt.Fprintf(&w.relations, "<relation id='%d'><member type='way' role='from' ref='%d'/><member type='node' role='via' ref='%d'/><member type='way' role='to' ref='%d'/>",
		w.count, w.ids["way "+from], w.ids[via], w.ids["way "+to])
	writeTags(&w.relations, append([]string{"type=restriction", "restriction=" + value}, tags...))
	w.relations.WriteString("</relation>\n")
}

func (w *town) extract(t fataler) *osm.File {
	t.Helper()
	text := "<osm version='0.6' generator='town' timestamp='2021-09-24T00:00:00Z'>\n" + w.nodes.String() + w.ways.String() + w.relations.String() + "</osm>\n"
	f, err := osm.New(bytes.NewReader([]byte(text)), int64(len(text)))
	if err != nil {
		t.Fatalf("%v", err)
	}
	return f
}

// build prepares the town for one profile.
func (w *town) build(t fataler, p road.Profile, options road.Options) *world {
	t.Helper()
	n, err := w.tryBuild(t, p, options)
	if err != nil {
		t.Fatalf("%v", err)
	}
	return n
}

// tryBuild is build for towns that may have no network.
func (w *town) tryBuild(t fataler, p road.Profile, options road.Options) (*world, error) {
	t.Helper()
	n, err := road.Build(context.Background(), w.extract(t), []road.Profile{p}, options)
	if err != nil {
		return nil, err
	}
	if err := n[0].Graph.Check(); err != nil {
		t.Fatalf("%v", err)
	}
	return &world{town: w, Network: n[0], search: graph.NewSearch(n[0].Graph)}, nil
}

// world is a town as one profile sees it.
type world struct {
	*road.Network
	town   *town
	search *graph.Search
}

// snap finds a place near a point in metres.
func (w *world) snap(east, north, limit float64) (road.Place, bool) {
	lat, lon := degrees(east, north)
	return w.Snap(lat, lon, limit)
}

func (w *world) at(t fataler, name string) road.Place {
	t.Helper()
	p := w.town.places[name]
	place, ok := w.snap(p[0], p[1], 2)
	if !ok {
		t.Fatalf("%s is not on the network", name)
	}
	return place
}

// between returns the ms from place to place.
func (w *world) between(from, to road.Place) uint32 {
	w.search.Run(w.Departures(from, nil), graph.MaxDistance)
	best := w.search.To(w.Arrivals(to, nil))
	if ms, ok := w.Direct(from, to); ok {
		best = min(best, ms)
	}
	return best
}

func (w *world) time(t fataler, from, to string) uint32 {
	t.Helper()
	return w.between(w.at(t, from), w.at(t, to))
}

// plain drives 10 m/s on residential streets, 20 m/s on primary roads and motorways, and walks 10 m/s to them: 100, 50 and 100 ms a metre.
func plain() road.Profile {
	return road.Profile{Name: "plain", Ferry: 18, Approach: 36, Roads: map[string]road.Road{
		"residential":   {Limit: 36, Share: 1},
		"primary":       {Limit: 72, Share: 1},
		"motorway":      {Limit: 72, Share: 1, NoEntry: true},
		"motorway_link": {Limit: 36, Share: 1, NoEntry: true},
	}}
}

// near says whether a time is what was expected, but for the 11 mm to which positions are kept.
func near(got, want uint32) bool {
	d := int64(got) - int64(want)
	return d >= -20 && d <= 20
}

// expect holds times between nodes against what theory says: "from to ms", or "from to -" for never.
func (w *world) expect(t *testing.T, lines ...string) {
	t.Helper()
	for _, line := range lines {
		var from, to string
		var want uint32
		if _, err := fmt.Sscan(line, &from, &to, &want); err != nil {
			t.Fatal(err)
		}
		if got := w.time(t, from, to); !near(got, want) {
			t.Errorf("%s to %s takes %d ms, want %d", from, to, got, want)
		}
	}
}
