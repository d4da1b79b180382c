package pointfile

import (
	"encoding/binary"
	"fmt"
	"math"
)

// Decode reads what Encode wrote. Bytes that end early, go on for too long or
// give records that Encode would refuse are an error, so a damaged file is
// never half-read.
func Decode(data []byte) ([]Record, error) {
	if len(data) < len(magic) || string(data[:len(magic)]) != magic {
		return nil, fmt.Errorf("no point file: want %q first", magic)
	}
	r := reader{rest: data[len(magic):]}
	n := r.unsigned()
	// A record takes at least four bytes, so a count beyond that is a lie and
	// must not size an allocation.
	if n > len(r.rest)/4 {
		return nil, errCut
	}
	records := make([]Record, 0, n)
	ids := make([]byte, 0, 16*n)
	ends := make([]int, 0, n)
	var last Record
	var id [maxShare]byte
	idLen := 0
	for len(records) < n && !r.failed {
		delta, size := r.unsigned(), r.unsigned()
		if size < 1 || size > n-len(records) || len(records) > 0 && delta == 0 {
			return nil, errCut
		}
		last.Group += delta
		for range size {
			shared, more := r.halves()
			if shared > idLen || shared+more > maxShare || len(r.rest) < more {
				return nil, errCut
			}
			idLen = shared + copy(id[shared:], r.rest[:more])
			r.rest = r.rest[more:]
			ids = append(ids, id[:idLen]...)
			ends = append(ends, len(ids))
			last.Lat += r.signed()
			last.Lon += r.signed()
			last.Weight = r.unsigned()
			if r.failed || !last.inRange() {
				return nil, errCut
			}
			records = append(records, last)
		}
	}
	if r.failed || len(r.rest) > 0 {
		return nil, errCut
	}
	if err := name(records, string(ids), ends); err != nil {
		return nil, err
	}
	return records, nil
}

// name gives the records their IDs as parts of one string, which costs one
// allocation in place of one a record, and sees that they are in order.
func name(records []Record, ids string, ends []int) error {
	from := 0
	for i := range records {
		records[i].ID = ids[from:ends[i]]
		from = ends[i]
		if i > 0 && records[i].Group == records[i-1].Group && records[i].ID <= records[i-1].ID {
			return fmt.Errorf("record %d: ID %q after %q: want IDs in order", i, records[i].ID, records[i-1].ID)
		}
	}
	return nil
}

// A reader takes numbers off the front of rest; failed remembers any fault.
type reader struct {
	rest   []byte
	failed bool
}

func (r *reader) unsigned() int {
	u, used := binary.Uvarint(r.rest)
	if used <= 0 || u > math.MaxInt32 {
		r.failed, r.rest = true, nil
		return 0
	}
	r.rest = r.rest[used:]
	return int(u)
}

func (r *reader) signed() int {
	v, used := binary.Varint(r.rest)
	if used <= 0 || v < math.MinInt32 || v > math.MaxInt32 {
		r.failed, r.rest = true, nil
		return 0
	}
	r.rest = r.rest[used:]
	return int(v)
}

func (r *reader) halves() (high, low int) {
	if len(r.rest) == 0 {
		r.failed = true
		return 0, 0
	}
	b := r.rest[0]
	r.rest = r.rest[1:]
	return int(b >> 4), int(b & 15)
}
