package osm

import "fmt"

// wire types of Protocol Buffers
const (
	varint    = 0
	fixed64   = 1
	delimited = 2
	fixed32   = 5
)

// message walks the fields of one Protocol Buffers message.
//
//	for m.next() {
//		switch m.key { … }
//	}
//	if m.wrong != "" { … }
//
// A message that is wrong ends early, with the reason in wrong and the place in at.
type message struct {
	data []byte
	at   int // of the next field in data
	base int // of data in the blob's content

	key    uint32 // field number << 3 | wire type, of the current field
	value  uint64 // of a varint
	body   []byte // of a field of bytes
	bodyAt int    // where the body begins in the blob's content
	wrong  string
}

// key makes what message.key is compared with.
func key(field, wire uint32) uint32 { return field<<3 | wire }

func open(data []byte, base int) message { return message{data: data, base: base} }

// inner opens the current field, which is bytes, as a message.
func (m *message) inner() message { return message{data: m.body, base: m.bodyAt} }

// next moves to the next field.
func (m *message) next() bool {
	if m.at >= len(m.data) {
		return false
	}
	k, n := uvarint(m.data[m.at:])
	if n <= 0 || k>>3 == 0 || k>>32 != 0 {
		return m.fail("no field begins here")
	}
	m.key = uint32(k)
	begin := m.at + n
	switch m.key & 7 {
	case varint:
		v, n := uvarint(m.data[begin:])
		if n <= 0 {
			return m.fail("a number is cut off or has more than 64 bits")
		}
		m.value, m.at = v, begin+n
	case delimited:
		v, n := uvarint(m.data[begin:])
		if n <= 0 || v > uint64(len(m.data)-begin-n) {
			return m.fail("a field reaches beyond the end of its message")
		}
		m.bodyAt = m.base + begin + n
		m.body = m.data[begin+n : begin+n+int(v)]
		m.at = begin + n + int(v)
	case fixed64, fixed32:
		size := 8
		if m.key&7 == fixed32 {
			size = 4
		}
		if len(m.data)-begin < size {
			return m.fail("a number is cut off")
		}
		m.at = begin + size
	default:
		return m.fail(fmt.Sprintf("field %d has the unknown wire type %d", m.key>>3, m.key&7))
	}
	return true
}

func (m *message) fail(wrong string) bool {
	m.wrong = wrong
	return false
}

// failed returns the error of a message that ended early.
func (m *message) failed(p place, what string) error {
	if m.wrong == "" {
		return nil
	}
	return p.inside(Damaged, m.base+m.at, "%s: %s", what, m.wrong)
}

// uvarint reads a number; n ≤ 0 where it is cut off or too long.
func uvarint(b []byte) (v uint64, n int) {
	if len(b) > 0 && b[0] < 0x80 {
		return uint64(b[0]), 1
	}
	var shift uint
	for i, c := range b {
		if i == 9 && c > 1 {
			return 0, -1
		}
		if c < 0x80 {
			return v | uint64(c)<<shift, i + 1
		}
		v |= uint64(c&0x7f) << shift
		shift += 7
	}
	return 0, 0
}

// zigzag undoes the code that gives small negative numbers few bytes.
func zigzag(v uint64) int64 { return int64(v>>1) ^ -int64(v&1) }

// count returns how many numbers a packed field holds: as many as bytes without the continuation bit.
func count(b []byte) int {
	n := 0
	for _, c := range b {
		if c < 0x80 {
			n++
		}
	}
	return n
}
