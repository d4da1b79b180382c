package container

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"os"
)

// Kind is what is wrong with a file; it is stable and fit to be a message key.
type Kind string

// The kinds of errors.
const (
	Truncated    Kind = "truncated"     // cut off, or something was added
	NotNetwork   Kind = "not-network"   // a file of something else
	OtherVersion Kind = "other-version" // written by another version of the programme
	Checksum     Kind = "checksum"      // a sum that does not match
	Damaged      Kind = "damaged"       // what belongs together does not agree
)

// FormatError says what is wrong in a file, and where: Offset counts bytes from 0.
type FormatError struct {
	Kind   Kind
	Offset int64
	Text   string
}

func (e *FormatError) Error() string { return fmt.Sprintf("byte %d: %s", e.Offset, e.Text) }

func formatf(kind Kind, offset uint64, format string, args ...any) error {
	return &FormatError{kind, int64(offset), fmt.Sprintf(format, args...)}
}

// File is an opened file. It may be used by many goroutines, until it is closed.
type File struct {
	data    []byte
	entries []entry
	byName  map[string]int
	close   func() error
}

// Open reads a file into memory.
func Open(path string) (*File, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	f, err := Parse(data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return f, nil
}

// Map maps a file into memory where the system can, and reads it elsewhere. Arrays got from it end with Close.
func Map(path string) (*File, error) {
	data, unmap, err := mapFile(path)
	if err != nil {
		return nil, err
	}
	f, err := Parse(data)
	if err != nil {
		unmap()
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	f.close = unmap
	return f, nil
}

// Close lets go of the memory; arrays got from a mapped file must not be used afterwards.
func (f *File) Close() error {
	unmap := f.close
	f.data, f.entries, f.byName, f.close = nil, nil, nil, nil
	if unmap == nil {
		return nil
	}
	return unmap()
}

// Parse reads the directory of a file that is in memory. The data must not change while the File is in use.
func Parse(data []byte) (*File, error) {
	sections, err := checkHeader(data)
	if err != nil {
		return nil, err
	}
	f := &File{data: data, byName: make(map[string]int, sections)}
	end := uint64(headerSize + entrySize*sections)
	for i := range sections {
		at := uint64(headerSize + entrySize*i)
		e, err := f.parseEntry(data[at:at+entrySize], at)
		if err != nil {
			return nil, err
		}
		if e.offset != aligned(end) || e.offset > uint64(len(data)) || e.length > uint64(len(data))-e.offset {
			return nil, formatf(Damaged, at, "section %q claims %d bytes from byte %d: it must begin at byte %d and end within the file's %d bytes",
				e.name, e.length, e.offset, aligned(end), len(data))
		}
		for j := end; j < e.offset; j++ {
			if data[j] != 0 {
				return nil, formatf(Damaged, j, "something stands between the sections, where zeros are expected")
			}
		}
		end = e.offset + e.length
		f.byName[e.name] = len(f.entries)
		f.entries = append(f.entries, e)
	}
	if end != uint64(len(data)) {
		return nil, formatf(Truncated, end, "the last section ends here, and the file has %d bytes", len(data))
	}
	return f, nil
}

// checkHeader returns the number of sections, once header, directory and length agree.
func checkHeader(data []byte) (int, error) {
	if len(data) < headerSize {
		return 0, formatf(Truncated, uint64(len(data)), "the file ends within its header of %d bytes", headerSize)
	}
	if string(data[:len(magic)]) != magic {
		return 0, formatf(NotNetwork, 0, "this is not a prepared network: build one with `etablera network build`")
	}
	le := binary.LittleEndian
	if v := le.Uint32(data[8:]); v != version {
		return 0, formatf(OtherVersion, 8, "the file has layout version %d and this programme reads version %d: build the network again", v, version)
	}
	if le.Uint32(data[headerSize-4:]) != checksum(data[:headerSize-4]) {
		return 0, formatf(Checksum, headerSize-4, "the header's checksum does not match: the file is damaged, build it again")
	}
	sections, size := le.Uint32(data[12:]), le.Uint64(data[16:])
	if sections > MaxSections {
		return 0, formatf(Damaged, 12, "%d sections: a file has at most %d", sections, MaxSections)
	}
	if size != uint64(len(data)) {
		return 0, formatf(Truncated, 16, "the file should have %d bytes and has %d: it was cut or something was added", size, len(data))
	}
	end := headerSize + entrySize*int(sections)
	if end > len(data) {
		return 0, formatf(Truncated, uint64(len(data)), "the file ends within its directory of %d sections", sections)
	}
	if le.Uint32(data[24:]) != checksum(data[headerSize:end]) {
		return 0, formatf(Checksum, headerSize, "the directory's checksum does not match: the file is damaged, build it again")
	}
	return int(sections), nil
}

func (f *File) parseEntry(b []byte, at uint64) (entry, error) {
	le := binary.LittleEndian
	name, rest, _ := bytes.Cut(b[:MaxName], []byte{0})
	e := entry{string(name), le.Uint32(b[40:]), le.Uint32(b[44:]), le.Uint64(b[48:]), le.Uint64(b[56:])}
	if err := checkName(e.name); err != nil {
		return e, formatf(Damaged, at, "%v", err)
	}
	if len(bytes.Trim(rest, "\x00")) > 0 {
		return e, formatf(Damaged, at, "something follows the end of the section name %q", e.name)
	}
	if _, twice := f.byName[e.name]; twice {
		return e, formatf(Damaged, at, "section %q is there twice", e.name)
	}
	if e.width != 1 && e.width != 2 && e.width != 4 && e.width != 8 {
		return e, formatf(Damaged, at+40, "section %q has elements of %d bytes: 1, 2, 4 and 8 are read", e.name, e.width)
	}
	if e.length%uint64(e.width) != 0 {
		return e, formatf(Damaged, at+56, "section %q has %d bytes, which is no whole number of elements of %d bytes", e.name, e.length, e.width)
	}
	return e, nil
}

// MissingError says that a file has no section of that name.
type MissingError struct{ Name string }

func (e *MissingError) Error() string {
	return fmt.Sprintf("there is no section %q: the file was built by another version or without this part; build it again", e.Name)
}

// Names returns the names of all sections in the order of the file.
func (f *File) Names() []string {
	names := make([]string, len(f.entries))
	for i, e := range f.entries {
		names[i] = e.name
	}
	return names
}

// Has says whether there is a section of that name.
func (f *File) Has(name string) bool {
	_, ok := f.byName[name]
	return ok
}

// Size returns the length of a section in bytes, 0 where there is none.
func (f *File) Size(name string) int {
	i, ok := f.byName[name]
	if !ok {
		return 0
	}
	return int(f.entries[i].length)
}

// Get returns the array of a section after checking its sum. It must not be written to. Where there is no such
// section the error is a *MissingError, where the content is wrong a *FormatError.
func Get[T Element](f *File, name string) ([]T, error) {
	i, ok := f.byName[name]
	if !ok {
		return nil, &MissingError{name}
	}
	e := f.entries[i]
	if e.width != widthOf[T]() {
		return nil, formatf(Damaged, e.offset, "section %q has elements of %d bytes where %d are expected", name, e.width, widthOf[T]())
	}
	content := f.data[e.offset : e.offset+e.length : e.offset+e.length]
	if checksum(content) != e.sum {
		return nil, formatf(Checksum, e.offset, "the checksum of section %q does not match: the file is damaged, build it again", name)
	}
	return arrayOf[T](content), nil
}
