package osm

import (
	"math"
	"slices"
	"time"
)

// Header is what a file says of itself. What it does not say is zero.
type Header struct {
	Format    string // "pbf", "xml", "xml.gz" or "xml.bz2"
	Program   string // that wrote the file
	Source    string
	Timestamp time.Time // the state of the database that the file shows, in UTC; in XML, where it is stated
	Bounds    Bounds
	// Sorted: nodes come before ways before relations, as the file says.
	Sorted bool
}

// Bounds is a box in 10⁻⁷ degrees; it is zero where it is unknown.
type Bounds struct{ South, West, North, East int32 }

// features of a file that this package can read; a file that requires others is refused.
var features = []string{"OsmSchema-V0.6", "DenseNodes"}

// parseHeader reads the content of an OSMHeader blob.
func parseHeader(content []byte, where place) (Header, error) {
	h := Header{Format: "pbf"}
	m := open(content, 0)
	for m.next() {
		switch m.key {
		case key(1, delimited):
			if err := h.Bounds.parse(m.inner(), where); err != nil {
				return h, err
			}
		case key(4, delimited):
			if !slices.Contains(features, string(m.body)) {
				return h, where.errorf(Unsupported, "the file requires %.40q, which is not read; files with %q are", m.body, features)
			}
		case key(5, delimited):
			h.Sorted = h.Sorted || string(m.body) == "Sort.Type_then_ID"
		case key(16, delimited):
			h.Program = limited(m.body)
		case key(17, delimited):
			h.Source = limited(m.body)
		case key(32, varint):
			if m.value > 0 && m.value < math.MaxUint32 {
				h.Timestamp = time.Unix(int64(m.value), 0).UTC()
			}
		}
	}
	return h, m.failed(where, "the header")
}

// limited keeps what goes into messages and metadata short.
func limited(b []byte) string { return string(b[:min(len(b), 200)]) }

func (b *Bounds) parse(m message, where place) error {
	for m.next() {
		side := int32(zigzag(m.value) / 100) // from nanodegrees
		switch m.key {
		case key(1, varint):
			b.West = side
		case key(2, varint):
			b.East = side
		case key(3, varint):
			b.North = side
		case key(4, varint):
			b.South = side
		}
	}
	return m.failed(where, "the bounds in the header")
}
