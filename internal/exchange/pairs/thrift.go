package pairs

import "errors"

// Parquet keeps its directory in Thrift's compact protocol, in which a list says how
// long it is before its elements come. Readers make room for what is said. walk goes
// through such bytes without making any room, and finds out whether what is said can
// be true.

var errThrift = errors.New("the directory is broken")

// The types of the compact protocol.
const (
	thriftTrue = 1 + iota
	thriftFalse
	thriftByte
	thriftI16
	thriftI32
	thriftI64
	thriftDouble
	thriftBinary
	thriftList
	thriftSet
	thriftMap
	thriftStruct
	thriftUUID
)

// deepest bounds structures within structures.
const deepest = 24

// walker reads bytes and bounds the elements of all lists together.
type walker struct {
	b    []byte
	at   int
	left int // elements
}

// walk goes through one structure at the beginning of b and says how long it is.
func walk(b []byte, elements int) (int, error) {
	w := walker{b: b, left: elements}
	if err := w.structure(0); err != nil {
		return 0, err
	}
	return w.at, nil
}

func (w *walker) byte() (byte, error) {
	if w.at >= len(w.b) {
		return 0, errThrift
	}
	w.at++
	return w.b[w.at-1], nil
}

func (w *walker) uvarint() (uint64, error) {
	var x uint64
	for shift := 0; shift < 70; shift += 7 {
		c, err := w.byte()
		if err != nil {
			return 0, err
		}
		x |= uint64(c&0x7f) << min(shift, 63)
		if c < 0x80 {
			return x, nil
		}
	}
	return 0, errThrift
}

func (w *walker) skip(n uint64) error {
	if n > uint64(len(w.b)-w.at) {
		return errThrift
	}
	w.at += int(n)
	return nil
}

func (w *walker) structure(depth int) error {
	if depth > deepest {
		return errThrift
	}
	for {
		head, err := w.byte()
		if err != nil || head == 0 {
			return err
		}
		if head>>4 == 0 { // the field's number stands apart
			if _, err := w.uvarint(); err != nil {
				return err
			}
		}
		// A field of true or false is its own type and has no bytes.
		if kind := head & 15; kind != thriftTrue && kind != thriftFalse {
			if err := w.value(kind, depth); err != nil {
				return err
			}
		}
	}
}

func (w *walker) value(kind byte, depth int) error {
	switch kind {
	case thriftTrue, thriftFalse, thriftByte:
		return w.skip(1)
	case thriftI16, thriftI32, thriftI64:
		_, err := w.uvarint()
		return err
	case thriftDouble:
		return w.skip(8)
	case thriftUUID:
		return w.skip(16)
	case thriftBinary:
		n, err := w.uvarint()
		if err != nil {
			return err
		}
		return w.skip(n)
	case thriftList, thriftSet:
		return w.list(depth)
	case thriftMap:
		return w.pairs(depth)
	case thriftStruct:
		return w.structure(depth + 1)
	}
	return errThrift
}

func (w *walker) list(depth int) error {
	head, err := w.byte()
	if err != nil {
		return err
	}
	n := uint64(head >> 4)
	if n == 15 {
		if n, err = w.uvarint(); err != nil {
			return err
		}
	}
	return w.elements(n, depth, head&15)
}

func (w *walker) pairs(depth int) error {
	n, err := w.uvarint()
	if err != nil || n == 0 {
		return err
	}
	kinds, err := w.byte()
	if err != nil {
		return err
	}
	return w.elements(n, depth, kinds>>4, kinds&15)
}

// elements goes through n times so many values.
func (w *walker) elements(n uint64, depth int, kinds ...byte) error {
	if n > uint64(w.left) || n > uint64(len(w.b)-w.at) || depth >= deepest {
		return errThrift
	}
	w.left -= int(n)
	for range n {
		for _, kind := range kinds {
			if err := w.value(kind, depth+1); err != nil {
				return err
			}
		}
	}
	return nil
}
