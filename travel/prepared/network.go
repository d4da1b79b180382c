package prepared

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"strconv"

	"github.com/etablera/etablera/travel/container"
	"github.com/etablera/etablera/travel/gtfs"
	"github.com/etablera/etablera/travel/hierarchy"
	"github.com/etablera/etablera/travel/road"
)

// Network is roads and timetables, ready for questions. It is never changed once
// it is made, so many goroutines may use it.
type Network struct {
	meta     Meta
	roads    []streets
	archives [][]byte
	feeds    []*gtfs.Feed // read when first asked for; as many as archives once they are
	file     *container.File
}

// streets are the roads of one profile with their hierarchy.
type streets struct {
	name string
	road *road.Network
	fast *hierarchy.Hierarchy
}

const metaSection = "prepared/1/meta"

func feedSection(i int) string { return "prepared/1/feed/" + strconv.Itoa(i) }

// Meta says what the network rests on. It must not be changed.
func (n *Network) Meta() *Meta { return &n.meta }

// Close lets go of the file that Open mapped.
func (n *Network) Close() error {
	if n.file == nil {
		return nil
	}
	return n.file.Close()
}

// WriteFile keeps the network; a file of that name is replaced when all is written.
func (n *Network) WriteFile(path string) error {
	var w container.Writer
	text, err := json.Marshal(&n.meta)
	if err != nil {
		return err
	}
	container.Put(&w, metaSection, text)
	for i := range n.roads {
		if err := n.roads[i].road.Write(&w); err != nil {
			return err
		}
		n.roads[i].fast.Put(&w, n.roads[i].name)
	}
	for i, data := range n.archives {
		container.Put(&w, feedSection(i), data)
	}
	return w.WriteFile(path)
}

// Open reads a network from a file. Feeds are read again when they are first asked for.
func Open(path string) (*Network, error) {
	f, err := container.Map(path)
	if err != nil {
		return nil, err
	}
	n, err := load(f)
	if err != nil {
		f.Close()
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return n, nil
}

// VersionError says that a network was built by another version of the programme.
type VersionError struct{ Have int }

func (e *VersionError) Error() string {
	return fmt.Sprintf("the network is of version %d; this program reads %d: build it anew", e.Have, Version)
}

func load(f *container.File) (*Network, error) {
	text, err := container.Get[byte](f, metaSection)
	if err != nil {
		return nil, err
	}
	n := &Network{file: f}
	if err := json.Unmarshal(text, &n.meta); err != nil {
		return nil, fmt.Errorf("section %s: %w", metaSection, err)
	}
	if n.meta.Version != Version {
		return nil, &VersionError{n.meta.Version}
	}
	n.meta.Roads = nil
	for _, name := range road.Profiles(f) {
		r, err := road.Load(f, name)
		if err != nil {
			return nil, err
		}
		h, err := hierarchy.Get(f, name)
		if err != nil {
			return nil, err
		}
		if h.Nodes() != r.Graph.Nodes() {
			return nil, fmt.Errorf("%s: the hierarchy has %d nodes and the roads %d", name, h.Nodes(), r.Graph.Nodes())
		}
		n.meta.Roads = append(n.meta.Roads, r.Meta)
		n.roads = append(n.roads, streets{name, r, h})
	}
	for i := range n.meta.Feeds {
		data, err := container.Get[byte](f, feedSection(i))
		if err != nil {
			return nil, err
		}
		n.archives = append(n.archives, data)
	}
	return n, nil
}

// streetsOf finds the roads of a mode.
func (n *Network) streetsOf(mode string) (*streets, error) {
	for i := range n.roads {
		if n.roads[i].name == mode {
			return &n.roads[i], nil
		}
	}
	return nil, &ModeError{Mode: mode, Have: n.meta.Modes()}
}

// ModeError says that a network knows nothing of a mode.
type ModeError struct {
	Mode string
	Have []string
}

func (e *ModeError) Error() string {
	return fmt.Sprintf("the network has no times for %q; it has %v", e.Mode, e.Have)
}

// feedsRead reads all feeds.
func (n *Network) feedsRead(ctx context.Context) ([]*gtfs.Feed, error) {
	if len(n.feeds) == len(n.archives) {
		return n.feeds, nil
	}
	var out []*gtfs.Feed
	for i, data := range n.archives {
		m := &n.meta.Feeds[i]
		feed, _, err := gtfs.ReadZip(ctx, m.File, bytes.NewReader(data), int64(len(data)), gtfs.Options{Tolerant: m.Tolerant})
		if err != nil {
			return nil, err
		}
		out = append(out, feed)
	}
	return out, nil
}

// noRoad lists the places that no road comes near.
func (s *streets) noRoad(places []Place, snap float64) []int {
	var out []int
	for i, p := range places {
		if _, ok := s.road.Snap(p.Lat, p.Lon, snap); !ok {
			out = append(out, i)
		}
	}
	return out
}

// Near says whether a road of the mode comes within snap metres of a place.
func (n *Network) Near(mode string, p Place, snap float64) bool {
	if mode == Transit {
		mode = Walk
	}
	s, err := n.streetsOf(mode)
	if err != nil {
		return false
	}
	_, ok := s.road.Snap(p.Lat, p.Lon, snap)
	return ok
}
