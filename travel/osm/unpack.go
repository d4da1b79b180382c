package osm

import (
	"bytes"
	"compress/zlib"
	"errors"
	"io"
)

// maxPacking is how many bytes a packed byte may stand for, beyond the first packingFree: extracts are packed 2 to 4 to 1 in PBF, and up to 30 to 1 in
// XML. It keeps a small file from filling the memory of whoever gathers what is read.
const (
	maxPacking  = 100
	packingFree = 1 << 16
)

// unpacker turns blobs into their content. It keeps its memory from one to the next; each worker has one.
type unpacker struct {
	packed []byte
	source bytes.Reader
	zlib   io.ReadCloser
}

// read returns the content of a blob in the memory of out, or in new memory where that is too small.
func (u *unpacker) read(r io.ReaderAt, b blob, out []byte) ([]byte, error) {
	if cap(u.packed) < b.size {
		u.packed = make([]byte, b.size)
	}
	u.packed = u.packed[:b.size]
	if n, err := r.ReadAt(u.packed, b.at); n < b.size {
		return nil, b.where.errorf(Truncated, "%d of %d bytes could be read: %v", n, b.size, err)
	}
	return u.unpack(b, out)
}

// packings by their field in the Blob message, for those that are not read
var packings = map[uint32]string{4: "LZMA", 5: "bzip2", 6: "LZ4", 7: "Zstandard"}

func (u *unpacker) unpack(b blob, out []byte) ([]byte, error) {
	var raw, packed []byte
	size := int64(-1)
	m := open(u.packed, 0)
	for m.next() {
		switch m.key {
		case key(1, delimited):
			raw = m.body
		case key(2, varint):
			size = int64(m.value)
		case key(3, delimited):
			packed = m.body
		case key(4, delimited), key(5, delimited), key(6, delimited), key(7, delimited):
			return nil, b.where.errorf(Unsupported, "packed with %s, which is not read: write the file with zlib", packings[m.key>>3])
		}
	}
	if m.wrong != "" {
		return nil, b.where.errorf(Damaged, "byte %d of the blob: %s", m.at, m.wrong)
	}
	if raw != nil {
		return append(out[:0], raw...), nil
	}
	if packed == nil {
		return nil, b.where.errorf(Damaged, "the blob holds no data")
	}
	if size < 0 || size > MaxBlob {
		return nil, b.where.errorf(TooLarge, "the blob claims %d bytes when unpacked: 0 to %d are allowed", size, MaxBlob)
	}
	if size > maxPacking*int64(len(packed))+packingFree {
		return nil, b.where.errorf(TooLarge, "the blob claims to hold %d bytes in %d: %d to 1 is the most that is believed; is this a bomb?", size, len(packed), maxPacking)
	}
	if int64(cap(out)) < size {
		out = make([]byte, size)
	}
	out = out[:size]
	if err := u.inflate(out, packed); err != nil {
		return nil, b.where.errorf(Damaged, "the packed data is damaged, or not of %d bytes: %v", size, err)
	}
	return out, nil
}

// inflate fills out, exactly.
func (u *unpacker) inflate(out, packed []byte) error {
	u.source.Reset(packed)
	var err error
	if u.zlib == nil {
		u.zlib, err = zlib.NewReader(&u.source)
	} else {
		err = u.zlib.(zlib.Resetter).Reset(&u.source, nil)
	}
	if err != nil {
		return err
	}
	if _, err = io.ReadFull(u.zlib, out); err != nil {
		return err
	}
	// The checksum is looked at when the end is.
	var more [1]byte
	if n, err := u.zlib.Read(more[:]); n != 0 || err != io.EOF {
		if err == nil || err == io.EOF {
			return errTooLong
		}
		return err
	}
	return nil
}

var errTooLong = errors.New("more data than stated")
