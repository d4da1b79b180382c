package road_test

import (
	"bytes"
	"encoding/binary"
	"math"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/etablera/etablera/travel/container"
	"github.com/etablera/etablera/travel/graph"
	"github.com/etablera/etablera/travel/road"
)

// reach counts the nodes that the first one reaches, or is reached by.
func reach(n *road.Network, back bool) int {
	g := n.Graph
	if back {
		g = g.Reverse()
	}
	s := graph.NewSearch(g)
	s.Run([]graph.Seed{graph.At(0)}, graph.MaxDistance)
	return len(s.Reached())
}

func tailOf(n *road.Network, arc int) int {
	v, _ := slices.BinarySearchFunc(n.Graph.First, graph.Arc(arc), func(first, a graph.Arc) int {
		if first <= a {
			return -1
		}
		return 1
	})
	return v - 1
}

// file returns a network as the bytes of a file.
func file(t fataler, networks ...*road.Network) []byte {
	t.Helper()
	var w container.Writer
	for _, n := range networks {
		if err := n.Write(&w); err != nil {
			t.Fatalf("%v", err)
		}
	}
	var b bytes.Buffer
	if _, err := w.WriteTo(&b); err != nil {
		t.Fatalf("%v", err)
	}
	return b.Bytes()
}

// A network that went through a file gives the same answers, and says what it rests on.
func TestStoredNetworkIsTheSame(t *testing.T) {
	w := crossing()
	w.ban("no_left_turn", "east", "m", "south")
	before := w.build(t, plain(), road.Options{})
	path := filepath.Join(t.TempDir(), "town.net")
	var c container.Writer
	if err := before.Write(&c); err != nil {
		t.Fatal(err)
	}
	if err := c.WriteFile(path); err != nil {
		t.Fatal(err)
	}
	f, err := container.Map(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if names := road.Profiles(f); !slices.Equal(names, []string{"plain"}) {
		t.Errorf("profiles are %q", names)
	}
	n, err := road.Load(f, "plain")
	if err != nil {
		t.Fatal(err)
	}
	after := &world{Network: n, town: w, search: graph.NewSearch(n.Graph)}
	for from := range w.places {
		for to := range w.places {
			if a, b := before.time(t, from, to), after.time(t, from, to); a != b {
				t.Errorf("%s to %s took %d ms and takes %d", from, to, a, b)
			}
		}
	}
	if !bytes.Equal(file(t, before.Network), file(t, n)) {
		t.Error("written again it has other bytes")
	}
	s := n.Meta.Source
	if s.Timestamp != time.Date(2021, 9, 24, 0, 0, 0, 0, time.UTC) || s.Format != "xml" || s.Program != "town" || len(s.SHA256) != 64 || s.Bytes < 1000 ||
		n.Meta.Profile.Roads["primary"].Limit != 72 || n.Meta.Counts.SplitNodes != 1 {
		t.Errorf("it rests on %+v", n.Meta)
	}
	if _, err := road.Load(f, "boat"); err == nil || !strings.Contains(err.Error(), "road/1/boat/meta") {
		t.Errorf("a profile that is not there: %v", err)
	}
}

// exercise uses every part of a network that a search would.
func exercise(n *road.Network) {
	var seeds []graph.Seed
	s := graph.NewSearch(n.Graph)
	var last road.Place
	for i := range 30 {
		lat, lon := degrees(float64(i*37%300-100), float64(i*53%300-150))
		p, ok := n.Snap(lat, lon, math.Inf(1))
		if !ok {
			continue
		}
		seeds = n.Departures(p, seeds[:0])
		s.Run(seeds, graph.MaxDistance)
		s.To(n.Arrivals(last, nil))
		n.Direct(last, p)
		last = p
	}
}

// Each array is held against the others, and the error names it.
func TestWrongNetworksAreRefused(t *testing.T) {
	w := crossing()
	w.ban("no_left_turn", "east", "m", "south")
	n := w.build(t, plain(), road.Options{}).Network
	good, err := container.Parse(file(t, n))
	if err != nil {
		t.Fatal(err)
	}
	const all = math.MaxUint32
	for _, c := range []struct {
		section string
		at      int // −1: cut the array short by one
		value   uint32
		want    string
	}{
		{"first", 1, all, "First["}, {"head", 0, 99, "Head[0] is 99"}, {"weight", 0, all, "Weight[0]"}, {"weight", 0, 7, "takes the arc's 7 ms"},
		{"lat", -1, 0, "lat has"}, {"lat", 0, 900_000_001, "lat[0]"}, {"lon", 0, 1_800_000_001, "lon[0]"}, {"twins", 0, 1, "twins: "}, {"twins", 0, 99, "twins: "},
		{"twins", -1, 0, "twins has"}, {"edge/move", 0, 1 << 20, "edge/move of arc 0"}, {"edge/move", -1, 0, "edge/move has"}, {"edge/ahead", -1, 0, "edge/ahead has"},
		{"edge/back", -1, 0, "edge/back has"}, {"edge/first", 0, 1, "edge/first leads from 1"}, {"edge/first", 1, 0, "edge 0 has points 0 to 0"},
		{"edge/first", 1, all, "edge 0 has points 0 to 4294967295"}, {"edge/lat", 0, 1 << 31, "edge/lat[0]"}, {"edge/lon", -1, 0, "edge/lon has"},
		{"edge/reached", 0, 5, "edge 0: times run from 5"}, {"edge/reached", -1, 0, "edge/reached has"}, {"edge/lines", 0, all, "edge/lines[0] is 4294967295"},
		{"edge/lines", 0, lastPoint(t, good), "not the last of its edge"},
	} {
		var out container.Writer
		for _, name := range good.Names() {
			b, err := container.Get[byte](good, name)
			if err == nil {
				container.Put(&out, name, b)
				continue
			}
			v, err := container.Get[uint32](good, name)
			if err != nil {
				t.Fatal(err)
			}
			if v = slices.Clone(v); name == "road/1/plain/"+c.section {
				if c.at < 0 {
					v = v[:len(v)-1]
				} else {
					v[c.at] = c.value
				}
			}
			container.Put(&out, name, v)
		}
		var b bytes.Buffer
		if _, err := out.WriteTo(&b); err != nil {
			t.Fatal(err)
		}
		f, err := container.Parse(b.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		if _, err := road.Load(f, "plain"); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s[%d] = %d: got %v, want %q", c.section, c.at, c.value, err, c.want)
		}
	}
}

// lastPoint returns a point at the end of an edge.
func lastPoint(t *testing.T, f *container.File) uint32 {
	first, err := container.Get[uint32](f, "road/1/plain/edge/first")
	if err != nil {
		t.Fatal(err)
	}
	return first[1] - 1
}

// Whatever numbers a file holds behind right checksums, it is refused or safe to search.
func TestHostileNetworks(t *testing.T) {
	w := crossing()
	w.ban("no_left_turn", "east", "m", "south")
	good, err := container.Parse(file(t, w.build(t, plain(), road.Options{}).Network))
	if err != nil {
		t.Fatal(err)
	}
	refused := 0
	rapid.Check(t, func(t *rapid.T) {
		target := rapid.SampledFrom(good.Names()).Draw(t, "section")
		var out container.Writer
		for _, name := range good.Names() {
			if b, err := container.Get[byte](good, name); err == nil {
				b = bytes.Clone(b)
				if name == target && len(b) > 0 {
					b[rapid.IntRange(0, len(b)-1).Draw(t, "at")] = rapid.Byte().Draw(t, "byte")
				}
				container.Put(&out, name, b)
				continue
			}
			v, err := container.Get[uint32](good, name)
			if err != nil {
				t.Fatal(err)
			}
			v = slices.Clone(v)
			if name == target {
				switch rapid.IntRange(0, 3).Draw(t, "how") {
				case 0:
					v = v[:rapid.IntRange(0, len(v)).Draw(t, "length")]
				case 1:
					v = append(v, rapid.Uint32().Draw(t, "more"))
				default:
					v[rapid.IntRange(0, len(v)-1).Draw(t, "at")] = rapid.OneOf(rapid.Uint32(), rapid.Uint32Range(0, 40)).Draw(t, "value")
				}
			}
			container.Put(&out, name, v)
		}
		var b bytes.Buffer
		if _, err := out.WriteTo(&b); err != nil {
			t.Fatal(err)
		}
		f, err := container.Parse(b.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		n, err := road.Load(f, "plain")
		if err != nil {
			refused++
			if !strings.Contains(err.Error(), "road/1/plain/") {
				t.Fatalf("the error does not say where: %v", err)
			}
			return
		}
		exercise(n)
	})
	if refused == 0 {
		t.Error("no hostile network was refused")
	}
}

// Whatever the bytes are, loading refuses them or gives a network that is safe to search.
func FuzzLoad(f *testing.F) {
	w := crossing()
	data := file(f, w.build(f, plain(), road.Options{}).Network)
	f.Add(uint16(3), uint32(5), data[:64])
	f.Add(uint16(0), uint32(0), []byte{1})
	f.Fuzz(func(t *testing.T, section uint16, at uint32, patch []byte) {
		good, err := container.Parse(data)
		if err != nil {
			t.Fatal(err)
		}
		names := good.Names()
		var out container.Writer
		for i, name := range names {
			b, err := container.Get[byte](good, name)
			var v []uint32
			if err != nil {
				if v, err = container.Get[uint32](good, name); err != nil {
					t.Fatal(err)
				}
				v = slices.Clone(v)
			}
			if b = bytes.Clone(b); i == int(section)%len(names) {
				if len(b) > 0 {
					copy(b[int(at)%len(b):], patch)
				}
				for j := 0; j+4 <= len(patch) && len(v) > 0; j += 4 {
					v[(int(at)+j/4)%len(v)] = binary.LittleEndian.Uint32(patch[j:])
				}
			}
			if v != nil {
				container.Put(&out, name, v)
			} else {
				container.Put(&out, name, b)
			}
		}
		var b bytes.Buffer
		if _, err := out.WriteTo(&b); err != nil {
			t.Fatal(err)
		}
		file, err := container.Parse(b.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		if n, err := road.Load(file, "plain"); err == nil {
			exercise(n)
		}
	})
}
