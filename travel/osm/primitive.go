package osm

import (
	"math"
	"slices"
)

// decoder turns the content of blobs into Blocks. It keeps its memory from one to the next; each worker has one.
type decoder struct {
	block  *Block
	where  place
	groups []message
	// scale of positions: a value v is offset + v × granularity, in nanodegrees
	granularity, latOffset, lonOffset int64
	ids, lats, lons                   []int64
}

// decode reads the content of an OSMData blob. Kinds that are not wanted are skipped; the kinds that the blob holds are returned,
// wanted or not.
func (d *decoder) decode(b *Block, where place, want Kind) (holds Kind, err error) {
	content := b.text
	b.clear()
	b.text, b.where = content, where
	d.block, d.where, d.groups = b, where, d.groups[:0]
	d.granularity, d.latOffset, d.lonOffset = 100, 0, 0
	m := open(content, 0)
	for m.next() {
		switch m.key {
		case key(1, delimited):
			if len(b.spans) > 0 {
				return 0, where.inside(Damaged, m.bodyAt, "a second table of strings")
			}
			if err := d.strings(m.inner()); err != nil {
				return 0, err
			}
		case key(2, delimited):
			d.groups = append(d.groups, m.inner())
		case key(17, varint):
			d.granularity = int64(m.value)
		case key(19, varint):
			d.latOffset = int64(m.value)
		case key(20, varint):
			d.lonOffset = int64(m.value)
		}
	}
	if err := m.failed(where, "the block"); err != nil {
		return 0, err
	}
	// With these bounds no sum below can leave 64 bits.
	if d.granularity < 1 || d.granularity > 1e9 || outside(d.latOffset, 1e12) || outside(d.lonOffset, 1e12) {
		return 0, where.errorf(Damaged, "granularity %d with offsets %d and %d: 1 to 10⁹ nanodegrees and offsets within ±10¹² are read",
			d.granularity, d.latOffset, d.lonOffset)
	}
	for _, g := range d.groups {
		kind, err := d.group(g, want)
		if err != nil {
			return 0, err
		}
		holds |= kind
	}
	return holds, nil
}

func outside(v, most int64) bool { return v < -most || v > most }

// strings notes where each string of the table lies.
func (d *decoder) strings(m message) error {
	for m.next() {
		if m.key == key(1, delimited) {
			d.block.spans = append(d.block.spans, Range{uint32(m.bodyAt), uint32(m.bodyAt + len(m.body))})
		}
	}
	return m.failed(d.where, "the table of strings")
}

// group reads a group of elements, by rule of one kind.
func (d *decoder) group(m message, want Kind) (holds Kind, err error) {
	for err == nil && m.next() {
		var kind Kind
		read := (*decoder).node
		switch m.key {
		case key(1, delimited):
			kind = Nodes
		case key(2, delimited):
			kind, read = Nodes, (*decoder).dense
		case key(3, delimited):
			kind, read = Ways, (*decoder).way
		case key(4, delimited):
			kind, read = Relations, (*decoder).relation
		}
		holds |= kind
		if kind&want != 0 {
			err = read(d, m.inner())
		}
	}
	if err != nil {
		return 0, err
	}
	return holds, m.failed(d.where, "a group of elements")
}

// tagsOf reads keys and values, two packed fields of the same length, as tags.
func (d *decoder) tagsOf(keys, values []byte, what string, id int64, at int) (Range, error) {
	b := d.block
	from := uint32(len(b.tags))
	for len(keys) > 0 {
		k, n := uvarint(keys)
		v, o := uvarint(values)
		if n <= 0 || o <= 0 {
			return Range{}, d.where.inside(Damaged, at, "%s %d: a tag is cut off, or has a key and no value", what, id)
		}
		if k >= uint64(len(b.spans)) || v >= uint64(len(b.spans)) {
			return Range{}, d.where.inside(Damaged, at, "%s %d: a tag uses strings %d and %d of a table of %d", what, id, k, v, len(b.spans))
		}
		b.tags = append(b.tags, Tag{Text(k), Text(v)})
		keys, values = keys[n:], values[o:]
	}
	if len(values) > 0 {
		return Range{}, d.where.inside(Damaged, at, "%s %d: a tag has a value and no key", what, id)
	}
	return Range{from, uint32(len(b.tags))}, nil
}

// deltas reads a packed field in which each number is the difference from the one before it.
func deltas(out []int64, b []byte) ([]int64, bool) {
	out = slices.Grow(out, count(b))
	last := int64(0)
	for i := 0; i < len(b); {
		c := uint64(b[i])
		i++
		if c >= 0x80 {
			v, n := uvarint(b[i-1:])
			if n <= 0 {
				return out, false
			}
			c = v
			i += n - 1
		}
		last += zigzag(c)
		out = append(out, last)
	}
	return out, true
}

// position turns values of the file into 10⁻⁷ degrees.
func (d *decoder) position(lat, lon int64) (int32, int32, bool) {
	const most = 1 << 40 // beyond any position at any granularity ≥ 1; keeps the product within 64 bits at ≤ 10⁶
	if outside(lat, most) || outside(lon, most) {
		return 0, 0, false
	}
	a, okA := d.degrees(lat, d.latOffset, 90)
	o, okO := d.degrees(lon, d.lonOffset, 180)
	return a, o, okA && okO
}

// degrees scales one coordinate and says whether it lies within ± most degrees.
func (d *decoder) degrees(v, offset, most int64) (int32, bool) {
	if v > math.MaxInt64/(2*d.granularity) || v < -math.MaxInt64/(2*d.granularity) {
		return 0, false
	}
	nano := v*d.granularity + offset
	if outside(nano, most*1e9) {
		return 0, false
	}
	half := int64(50)
	if nano < 0 {
		half = -50
	}
	return int32((nano + half) / 100), true
}
