package osm

import (
	"encoding/binary"
	"errors"
	"io"
)

// Limits of the format, as published with it.
const (
	MaxBlobHeader = 64 << 10
	MaxBlob       = 32 << 20
)

// blob is where a blob of data lies in the file.
type blob struct {
	where place // of the four bytes that begin its header
	at    int64 // of the Blob message
	size  int   // of the Blob message
}

// index walks the blobs of a file by their headers alone. It returns the header blob and those with data.
func index(r io.ReaderAt, size int64) (head blob, data []blob, err error) {
	buffer := make([]byte, 4+256)
	for at, n := int64(0), 0; at < size; n++ {
		b, kind, err := readBlobHeader(r, place{blob: n, offset: at}, size, buffer)
		if err != nil {
			return head, nil, err
		}
		switch {
		case n == 0 && kind != "OSMHeader":
			return head, nil, b.where.errorf(NotOSM, "the first blob is %.40q: an OSMHeader is expected", kind)
		case n == 0:
			head = b
		case kind == "OSMHeader":
			return head, nil, b.where.errorf(Damaged, "a second OSMHeader: was the file joined from two?")
		case kind == "OSMData":
			data = append(data, b)
		}
		// Blobs of other types are skipped, as the format asks.
		at = b.at + int64(b.size)
	}
	return head, data, nil
}

// readBlobHeader reads the header at a place; the buffer is room for most of them.
func readBlobHeader(r io.ReaderAt, where place, size int64, buffer []byte) (blob, string, error) {
	b := blob{where: where}
	// One read takes the length and, nearly always, the header.
	got, err := r.ReadAt(buffer[:min(int64(len(buffer)), size-where.offset)], where.offset)
	if err != nil && !errors.Is(err, io.EOF) {
		return b, "", err
	}
	if got < 4 {
		return b, "", where.errorf(Truncated, "the file ends within the length of a blob's header")
	}
	length := int64(binary.BigEndian.Uint32(buffer))
	if length > MaxBlobHeader {
		return b, "", where.errorf(TooLarge, "the blob's header claims %d bytes: at most %d are allowed; is this a PBF file?", length, MaxBlobHeader)
	}
	if length > size-where.offset-4 {
		return b, "", where.errorf(Truncated, "the file ends within the blob's header of %d bytes", length)
	}
	text := buffer[4:got]
	if int64(len(text)) < length {
		text = make([]byte, length)
		if _, err := r.ReadAt(text, where.offset+4); err != nil {
			return b, "", err
		}
	}
	kind, claimed := "", int64(-1)
	m := open(text[:length], 4)
	for m.next() {
		switch m.key {
		case key(1, delimited):
			kind = limited(m.body)
		case key(3, varint):
			claimed = int64(m.value)
		}
	}
	if m.wrong != "" {
		return b, "", place{blob: where.blob, offset: where.offset}.errorf(Damaged, "the blob's header: %s", m.wrong)
	}
	if kind == "" || claimed < 0 || claimed > MaxBlob {
		return b, "", where.errorf(Damaged, "the blob's header gives type %.40q and %d bytes: a type and 0 to %d bytes are expected", kind, claimed, MaxBlob)
	}
	b.at, b.size = where.offset+4+length, int(claimed)
	if int64(b.size) > size-b.at {
		return b, "", where.errorf(Truncated, "the file ends within the blob: %d bytes are claimed and %d left", b.size, size-b.at)
	}
	return b, kind, nil
}
