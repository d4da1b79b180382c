// Package pointfile writes many weighted points into few bytes, and reads them
// back: the form in which the population points lie in the repository.
//
// In go records sorted by group and ID; out comes a byte string that depends on
// the records alone, about ten bytes a point. There is no general compressor
// in it, so that the bytes stay the same whichever Go release writes them.
//
// Layout: the four bytes of the magic, the number of records, then for each
// group its number less the one before, its number of records, and for each
// record the ID (a byte whose high half is how many bytes it shares with the
// ID before and whose low half is how many follow, then those), latitude and
// longitude as differences from the record before, and the weight. Numbers are
// the variable-length integers of encoding/binary.
package pointfile

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
)

// PerDegree is the number of units of Lat and Lon in a degree.
const PerDegree = 100_000

const magic = "EPF1"

// maxShare is the largest count that half a byte holds.
const maxShare = 15

// A Record is one point.
type Record struct {
	Group    int    // what the point belongs to, zero or more
	ID       string // unique within the group, at most 15 bytes
	Lat, Lon int    // degrees times PerDegree
	Weight   int    // zero or more
}

func (r Record) inRange() bool {
	return r.Group >= 0 && r.Group <= math.MaxInt32 && r.Weight >= 0 && r.Weight <= math.MaxInt32 &&
		r.Lat >= -90*PerDegree && r.Lat <= 90*PerDegree && r.Lon >= -180*PerDegree && r.Lon <= 180*PerDegree
}

// Encode writes records, which must be sorted by Group, then ID, each pair once.
func Encode(records []Record) ([]byte, error) {
	out := binary.AppendUvarint([]byte(magic), uint64(len(records)))
	var last Record
	for from := 0; from < len(records); {
		to := from + 1
		for to < len(records) && records[to].Group == records[from].Group {
			to++
		}
		group := records[from].Group
		if group < last.Group {
			return nil, fmt.Errorf("record %d: group %d after %d: want groups in order, from 0 up", from, group, last.Group)
		}
		out = binary.AppendUvarint(out, uint64(group-last.Group))
		out = binary.AppendUvarint(out, uint64(to-from))
		for i, r := range records[from:to] {
			if len(r.ID) > maxShare || i > 0 && r.ID <= last.ID {
				return nil, fmt.Errorf("record %d: ID %q after %q: want IDs in order, of at most %d bytes",
					from+i, r.ID, last.ID, maxShare)
			}
			if !r.inRange() {
				return nil, fmt.Errorf("record %d: %+v: want a position on Earth, and group and weight from 0 to %d", from+i, r, math.MaxInt32)
			}
			shared := sharedPrefix(last.ID, r.ID)
			out = append(out, byte(shared<<4|(len(r.ID)-shared)))
			out = append(out, r.ID[shared:]...)
			out = binary.AppendVarint(out, int64(r.Lat-last.Lat))
			out = binary.AppendVarint(out, int64(r.Lon-last.Lon))
			out = binary.AppendUvarint(out, uint64(r.Weight))
			last = r
		}
		from = to
	}
	return out, nil
}

func sharedPrefix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

// errCut is the fault of bytes that end too early or hold a number too large.
var errCut = errors.New("the file is cut short or damaged: generate it anew")
