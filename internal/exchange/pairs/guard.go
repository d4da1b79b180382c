package pairs

import (
	"encoding/binary"
	"errors"
	"io"

	"github.com/parquet-go/parquet-go/encoding/thrift"
	"github.com/parquet-go/parquet-go/format"
)

// Bounds of a Parquet file beside those of the table in it.
const (
	largestFooter   = 4 << 20
	mostElements    = 1 << 17 // of all lists of the footer
	largestPage     = 64 << 20
	largestHeader   = 64 << 10
	largestExpanded = 200 // times what is compressed, as snappy can at most do 64
)

var errTooLarge = errors.New("a page is larger than it may be")

// checkFooter goes through the directory at the end of a file before anything is
// made of it.
func checkFooter(r io.ReaderAt, size int64) error {
	var end [8]byte
	if size < 12 {
		return errThrift
	}
	if _, err := r.ReadAt(end[:], size-8); err != nil {
		return err
	}
	length := int64(binary.LittleEndian.Uint32(end[:4]))
	if string(end[4:]) != "PAR1" || length > min(largestFooter, size-12) {
		return errThrift
	}
	footer := make([]byte, length)
	if _, err := r.ReadAt(footer, size-8-length); err != nil {
		return err
	}
	_, err := walk(footer, mostElements)
	return err
}

// oldDictionary is the encoding of a dictionary's pages in the first version of the
// format, which files are still written with.
const oldDictionary = format.Encoding(2)

// encodings are those of which a page is never much larger than it says.
var encodings = map[format.Encoding]bool{format.Plain: true, oldDictionary: true, format.RLEDictionary: true, format.DeltaBinaryPacked: true, format.DeltaLengthByteArray: true, format.ByteStreamSplit: true}

// checkPages goes through the heads of a column's pages and refuses what would take
// more room than it may, before the pages themselves are read.
func checkPages(r io.ReaderAt, size int64, c *format.ColumnMetaData, rows int64) error {
	at := c.DataPageOffset
	if d := c.DictionaryPageOffset; d > 0 && d < at {
		at = d
	}
	if at < 4 || c.TotalCompressedSize < 0 || c.TotalCompressedSize > size-at || c.NumValues != rows {
		return errThrift
	}
	switch c.Codec {
	case format.Uncompressed, format.Snappy:
	default:
		return &Error{Kind: Unsupported, Got: c.Codec.String(), Want: "uncompressed or snappy"}
	}
	left, end := rows, at+c.TotalCompressedSize
	for at < end {
		h, n, err := pageHeader(r, at, end)
		if err != nil {
			return err
		}
		at += int64(n)
		if err := checkPage(r, at, end, &h, c.Codec, &left); err != nil {
			return err
		}
		at += int64(h.CompressedPageSize)
	}
	if left != 0 {
		return errThrift
	}
	return nil
}

func pageHeader(r io.ReaderAt, at, end int64) (h format.PageHeader, n int, err error) {
	buf := make([]byte, min(largestHeader, end-at))
	if _, err := r.ReadAt(buf, at); err != nil {
		return h, 0, err
	}
	if n, err = walk(buf, 64); err != nil {
		return h, 0, err
	}
	return h, n, thrift.Unmarshal(new(thrift.CompactProtocol), buf[:n], &h)
}

func checkPage(r io.ReaderAt, at, end int64, h *format.PageHeader, codec format.CompressionCodec, left *int64) error {
	packed, plain := int64(h.CompressedPageSize), int64(h.UncompressedPageSize)
	switch {
	case packed < 0 || plain < 0 || packed > end-at:
		return errThrift
	case plain > largestPage || plain > largestExpanded*(packed+64):
		return errTooLarge
	}
	values, encoding := int64(0), format.Plain
	skipped := int64(0) // levels, which a page of the second version does not compress
	switch {
	case h.Type == format.DataPage && h.DataPageHeader.Valid:
		values, encoding = int64(h.DataPageHeader.V.NumValues), h.DataPageHeader.V.Encoding
	case h.Type == format.DataPageV2 && h.DataPageHeaderV2.Valid:
		v := &h.DataPageHeaderV2.V
		values, encoding = int64(v.NumValues), v.Encoding
		skipped = int64(v.DefinitionLevelsByteLength) + int64(v.RepetitionLevelsByteLength)
		if v.DefinitionLevelsByteLength < 0 || v.RepetitionLevelsByteLength < 0 || skipped > packed || skipped > plain {
			return errThrift
		}
	case h.Type == format.DictionaryPage && h.DictionaryPageHeader.Valid:
		if n := int64(h.DictionaryPageHeader.V.NumValues); n < 0 || n > plain {
			return errThrift
		}
	case h.Type == format.IndexPage:
	default:
		return errThrift
	}
	if !encodings[encoding] {
		return &Error{Kind: Unsupported, Got: encoding.String(), Want: "a plain, dictionary or delta encoding"}
	}
	if values < 0 || values > *left {
		return errThrift
	}
	*left -= values
	if codec == format.Snappy && packed > skipped {
		return checkSnappy(r, at+skipped, packed-skipped, plain-skipped)
	}
	return nil
}

// checkSnappy holds what a block says of its own length against what its page says.
func checkSnappy(r io.ReaderAt, at, packed, plain int64) error {
	var head [10]byte
	n := min(int64(len(head)), packed)
	if _, err := r.ReadAt(head[:n], at); err != nil {
		return err
	}
	says, k := binary.Uvarint(head[:n])
	if k <= 0 || says != uint64(plain) {
		return errThrift
	}
	return nil
}
