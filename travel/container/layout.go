package container

import (
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"unsafe"
)

// Limits of a file.
const (
	MaxSections = 4096
	MaxName     = 40 // bytes

	version    = 1
	headerSize = 64
	entrySize  = 64
	alignment  = 64
)

// magic begins every file. Its odd bytes show a transfer that changed line ends or dropped the eighth bit.
const magic = "\x89ETB\r\n\x1a\n"

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

func checksum(b []byte) uint32 { return crc32.Checksum(b, castagnoli) }

// Element is what an array may hold.
type Element interface {
	~uint8 | ~uint16 | ~uint32 | ~uint64 | ~int8 | ~int16 | ~int32 | ~int64 | ~float32 | ~float64
}

// entry is one section in the directory.
type entry struct {
	name   string
	width  uint32 // bytes per element: 1, 2, 4 or 8
	sum    uint32 // CRC-32C of the content
	offset uint64
	length uint64 // bytes
}

func (e entry) append(b []byte) []byte {
	var name [MaxName]byte
	copy(name[:], e.name)
	b = append(b, name[:]...)
	b = binary.LittleEndian.AppendUint32(b, e.width)
	b = binary.LittleEndian.AppendUint32(b, e.sum)
	b = binary.LittleEndian.AppendUint64(b, e.offset)
	return binary.LittleEndian.AppendUint64(b, e.length)
}

// header returns the first 64 bytes of a file of that length with that directory.
func header(sections int, size uint64, directory []byte) []byte {
	b := make([]byte, 0, headerSize)
	b = append(b, magic...)
	b = binary.LittleEndian.AppendUint32(b, version)
	b = binary.LittleEndian.AppendUint32(b, uint32(sections))
	b = binary.LittleEndian.AppendUint64(b, size)
	b = binary.LittleEndian.AppendUint32(b, checksum(directory))
	b = append(b, make([]byte, headerSize-4-len(b))...)
	return binary.LittleEndian.AppendUint32(b, checksum(b))
}

// aligned returns the next multiple of the alignment.
func aligned(n uint64) uint64 { return (n + alignment - 1) &^ (alignment - 1) }

// checkName says what is wrong with a section's name.
func checkName(name string) error {
	if name == "" || len(name) > MaxName {
		return fmt.Errorf("section name %.50q has %d bytes: use 1 to %d", name, len(name), MaxName)
	}
	for i := range len(name) {
		if name[i] <= ' ' || name[i] > '~' {
			return fmt.Errorf("section name %q: use ASCII characters without spaces", name)
		}
	}
	return nil
}

// littleEndian says whether this machine stores numbers as the file does.
var littleEndian = func() bool {
	one := uint16(1)
	return *(*byte)(unsafe.Pointer(&one)) == 1
}()

func widthOf[T Element]() uint32 {
	var zero T
	return uint32(unsafe.Sizeof(zero))
}

// bytesOf shows an array as the bytes of the file: the array's own memory where the machine is little-endian, a copy elsewhere.
func bytesOf[T Element](values []T) []byte {
	if len(values) == 0 {
		return nil
	}
	raw := unsafe.Slice((*byte)(unsafe.Pointer(&values[0])), len(values)*int(widthOf[T]()))
	if !littleEndian {
		raw = swapped(raw, int(widthOf[T]()))
	}
	return raw
}

// arrayOf shows bytes of the file as an array; they must be aligned for T.
func arrayOf[T Element](raw []byte) []T {
	if len(raw) == 0 {
		return nil
	}
	if !littleEndian {
		raw = swapped(raw, int(widthOf[T]()))
	}
	if uintptr(unsafe.Pointer(&raw[0]))%uintptr(widthOf[T]()) != 0 {
		values := make([]T, len(raw)/int(widthOf[T]()))
		copy(unsafe.Slice((*byte)(unsafe.Pointer(&values[0])), len(raw)), raw)
		return values
	}
	return unsafe.Slice((*T)(unsafe.Pointer(&raw[0])), len(raw)/int(widthOf[T]()))
}

// swapped returns a copy in which the bytes of each element stand in reverse.
func swapped(raw []byte, width int) []byte {
	out := make([]byte, len(raw))
	for i := 0; i < len(raw); i += width {
		for j := range width {
			out[i+j] = raw[i+width-1-j]
		}
	}
	return out
}
