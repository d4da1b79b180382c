package road

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/etablera/etablera/travel/container"
	"github.com/etablera/etablera/travel/graph"
)

// sectionPrefix begins the names of this package's sections; the number is the version of their meaning.
const sectionPrefix = "road/1/"

// Write puts the network into a file that is being written, under its profile's name.
func (n *Network) Write(w *container.Writer) error {
	meta, err := json.Marshal(n.Meta)
	if err != nil {
		return err
	}
	at := sectionPrefix + n.Meta.Profile.Name + "/"
	container.Put(w, at+"meta", meta)
	container.Put(w, at+"first", n.Graph.First)
	container.Put(w, at+"head", n.Graph.Head)
	container.Put(w, at+"weight", n.Graph.Weight)
	container.Put(w, at+"lat", n.Lat)
	container.Put(w, at+"lon", n.Lon)
	container.Put(w, at+"twins", n.twins)
	e := &n.edges
	container.Put(w, at+"edge/move", e.move)
	container.Put(w, at+"edge/ahead", e.time[0])
	container.Put(w, at+"edge/back", e.time[1])
	container.Put(w, at+"edge/noentry", e.noEntry)
	container.Put(w, at+"edge/first", e.first)
	container.Put(w, at+"edge/lat", e.lat)
	container.Put(w, at+"edge/lon", e.lon)
	container.Put(w, at+"edge/reached", e.reached)
	container.Put(w, at+"edge/lines", n.tree.lines)
	return nil
}

// Profiles lists the names of the networks in a file.
func Profiles(f *container.File) []string {
	var names []string
	for _, section := range f.Names() {
		rest, own := strings.CutPrefix(section, sectionPrefix)
		if name, is := strings.CutSuffix(rest, "/meta"); own && is {
			names = append(names, name)
		}
	}
	return names
}

// Load gets a network from a file. Whatever the file says, the network is one that no search can leave. It uses the file's memory: a file that
// is mapped must stay open as long.
func Load(f *container.File, profile string) (*Network, error) {
	l := loader{file: f, at: sectionPrefix + profile + "/"}
	meta := get[byte](&l, "meta")
	n := &Network{Graph: &graph.Graph{First: get[graph.Arc](&l, "first"), Head: get[graph.Node](&l, "head"), Weight: get[uint32](&l, "weight")}}
	n.Lat, n.Lon = get[int32](&l, "lat"), get[int32](&l, "lon")
	n.twins = get[graph.Node](&l, "twins")
	n.edges = edges{move: get[uint32](&l, "edge/move"), time: [2][]uint32{get[uint32](&l, "edge/ahead"), get[uint32](&l, "edge/back")},
		noEntry: get[uint8](&l, "edge/noentry"), first: get[uint32](&l, "edge/first"), lat: get[int32](&l, "edge/lat"),
		lon: get[int32](&l, "edge/lon"), reached: get[uint32](&l, "edge/reached")}
	n.tree.lines = get[uint32](&l, "edge/lines")
	if l.err != nil {
		return nil, l.err
	}
	d := json.NewDecoder(bytes.NewReader(meta))
	d.DisallowUnknownFields()
	if err := d.Decode(&n.Meta); err != nil {
		return nil, fmt.Errorf("section %q: %w", l.at+"meta", err)
	}
	if err := n.check(); err != nil {
		return nil, fmt.Errorf("section %q: %w", l.at, err)
	}
	n.finish()
	return n, nil
}

type loader struct {
	file *container.File
	at   string
	err  error
}

func get[T container.Element](l *loader, name string) []T {
	if l.err != nil {
		return nil
	}
	v, err := container.Get[T](l.file, l.at+name)
	l.err = err
	return v
}

// check holds every index against the array that it points into.
func (n *Network) check() error {
	if err := n.Graph.Check(); err != nil {
		return err
	}
	e := &n.edges
	edges, points := e.len(), len(e.lat)
	if err := n.Meta.Profile.Check(); err != nil {
		return err
	}
	for _, c := range []struct {
		name       string
		have, want int
	}{
		{"lat", len(n.Lat), n.Graph.Nodes()}, {"lon", len(n.Lon), n.Graph.Nodes()}, {"edge/move", len(e.move), n.Graph.Arcs()}, {"twins", len(n.twins), n.Graph.Nodes()},
		{"edge/ahead", len(e.time[0]), edges}, {"edge/back", len(e.time[1]), edges}, {"edge/first", len(e.first), edges + 1},
		{"edge/lon", len(e.lon), points}, {"edge/reached", len(e.reached), points},
	} {
		if c.have != c.want {
			return fmt.Errorf("%s has %d entries: %d are expected", c.name, c.have, c.want)
		}
	}
	if edges == 0 || edges >= done || e.first[0] != 0 || int(e.first[edges]) != points {
		return fmt.Errorf("edge/first leads from %d to %d: 0 to %d are expected", e.first[0], e.first[edges], points)
	}
	for a, move := range e.move {
		if int(move>>1) >= edges || e.time[move&1][move>>1] != n.Graph.Weight[a] {
			return fmt.Errorf("edge/move of arc %d is %d: an edge below %d that takes the arc's %d ms is expected", a, move, edges, n.Graph.Weight[a])
		}
	}
	if _, err := graph.Inverse(n.twins); err != nil { // what is no permutation has no rings
		return fmt.Errorf("twins: %w", err)
	}
	if err := checkPlaces("lat", n.Lat, "lon", n.Lon); err != nil {
		return err
	}
	if err := checkPlaces("edge/lat", e.lat, "edge/lon", e.lon); err != nil {
		return err
	}
	if err := e.check(); err != nil {
		return err
	}
	return n.tree.check(e)
}

// check looks at the shapes of the edges.
func (e *edges) check() error {
	for i := range e.len() {
		from, to := e.first[i], e.first[i+1]
		if to < from+2 || int(to) > len(e.reached) || to < from {
			return fmt.Errorf("edge %d has points %d to %d of %d: two or more are expected", i, from, to, len(e.reached))
		}
		if e.time[0][i] > graph.MaxDistance || e.time[1][i] > graph.MaxDistance && e.time[1][i] != closed {
			return fmt.Errorf("edge %d takes %d ms ahead and %d back: at most %d are expected", i, e.time[0][i], e.time[1][i], graph.MaxDistance)
		}
		if e.reached[from] != 0 || e.reached[to-1] != e.time[0][i] {
			return fmt.Errorf("edge %d: times run from %d to %d: 0 to %d are expected", i, e.reached[from], e.reached[to-1], e.time[0][i])
		}
		for p := from + 1; p < to; p++ {
			if e.reached[p] < e.reached[p-1] {
				return fmt.Errorf("edge %d: its time falls from %d to %d at point %d", i, e.reached[p-1], e.reached[p], p)
			}
		}
	}
	return nil
}

func checkPlaces(latName string, lat []int32, lonName string, lon []int32) error {
	for i := range lat {
		if lat[i] < -90e7 || lat[i] > 90e7 || lon[i] < -180e7 || lon[i] > 180e7 {
			return fmt.Errorf("%s[%d] and %s[%d] are %d and %d: degrees × 10⁷ on the earth are expected", latName, i, lonName, i, lat[i], lon[i])
		}
	}
	return nil
}
