package vectors

import (
	"encoding/binary"
	"fmt"
	"io"
	"math"
	"os"

	"github.com/etablera/etablera/travel/graph"
)

// MaxBytes bounds one vector: 268 million entries.
const MaxBytes = 1 << 30

// Read reads a vector of 32-bit numbers; what they count is the caller's.
func Read[T ~uint32](path string) ([]T, error) {
	raw, err := read(path)
	if err != nil {
		return nil, err
	}
	out := make([]T, len(raw)/4)
	for i := range out {
		out[i] = T(binary.LittleEndian.Uint32(raw[4*i:]))
	}
	return out, nil
}

// ReadDegrees reads a vector of float32 degrees within ± most.
func ReadDegrees(path string, most float64) ([]float64, error) {
	raw, err := read(path)
	if err != nil {
		return nil, err
	}
	out := make([]float64, len(raw)/4)
	for i := range out {
		v := float64(math.Float32frombits(binary.LittleEndian.Uint32(raw[4*i:])))
		if !(v >= -most && v <= most) {
			return nil, fmt.Errorf("%s: entry %d is %v: degrees within ±%v are expected", path, i, v, most)
		}
		out[i] = v
	}
	return out, nil
}

func read(path string) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	raw, err := io.ReadAll(io.LimitReader(file, MaxBytes+1))
	if err != nil {
		return nil, err
	}
	if len(raw) > MaxBytes {
		return nil, fmt.Errorf("%s: larger than %d bytes", path, MaxBytes)
	}
	if len(raw)%4 != 0 {
		return nil, fmt.Errorf("%s: ends at byte %d, within an entry of 4 bytes", path, len(raw))
	}
	return raw, nil
}

// Network is a graph with its nodes' places.
type Network struct {
	Graph    *graph.Graph
	Lat, Lon []float64 // degrees, by node
}

// Load reads a graph from the files whose names begin with a prefix, such as "luxembourg_" for luxembourg_first_out and its like.
func Load(prefix string) (*Network, error) {
	n := &Network{Graph: new(graph.Graph)}
	var err error
	if n.Graph.First, err = Read[graph.Arc](prefix + "first_out"); err != nil {
		return nil, err
	}
	if n.Graph.Head, err = Read[graph.Node](prefix + "head"); err != nil {
		return nil, err
	}
	if n.Graph.Weight, err = Read[uint32](prefix + "travel_time"); err != nil {
		return nil, err
	}
	if err := n.Graph.Check(); err != nil {
		return nil, fmt.Errorf("%s…: %w", prefix, err)
	}
	if n.Lat, err = ReadDegrees(prefix+"latitude", 90); err != nil {
		return nil, err
	}
	if n.Lon, err = ReadDegrees(prefix+"longitude", 180); err != nil {
		return nil, err
	}
	if len(n.Lat) != n.Graph.Nodes() || len(n.Lon) != n.Graph.Nodes() {
		return nil, fmt.Errorf("%s…: %d latitudes and %d longitudes for %d nodes", prefix, len(n.Lat), len(n.Lon), n.Graph.Nodes())
	}
	return n, nil
}
