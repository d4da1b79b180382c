package container_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/etablera/etablera/travel/container"
)

type node uint32

// sample is a small file with every kind of element, an empty section among them.
func sample(t testing.TB) []byte {
	t.Helper()
	var w container.Writer
	container.Put(&w, "road/1/head", []node{3, 1, math.MaxUint32})
	container.Put(&w, "road/1/meta", []byte(`{"source":"town.osm"}`))
	container.Put(&w, "road/1/empty", []uint32{})
	container.Put(&w, "transit/1/day", []int64{-5, 1 << 40})
	container.Put(&w, "transit/1/share", []float32{0.5})
	container.Put(&w, "transit/1/kind", []int16{-1, 2, 3})
	var b bytes.Buffer
	if n, err := w.WriteTo(&b); err != nil || n != int64(b.Len()) {
		t.Fatalf("%d bytes said to be written, %d written: %v", n, b.Len(), err)
	}
	return b.Bytes()
}

func get[T container.Element](t *testing.T, f *container.File, name string) []T {
	t.Helper()
	v, err := container.Get[T](f, name)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// What was put comes back, with its type, from memory, from a read and from a mapped file.
func TestSectionsComeBack(t *testing.T) {
	path := filepath.Join(t.TempDir(), "town.net")
	if err := os.WriteFile(path, sample(t), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, open := range map[string]func(string) (*container.File, error){"read": container.Open, "map": container.Map} {
		f, err := open(path)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if got := get[node](t, f, "road/1/head"); !slices.Equal(got, []node{3, 1, math.MaxUint32}) {
			t.Errorf("%s: head is %v", name, got)
		}
		if got := get[byte](t, f, "road/1/meta"); string(got) != `{"source":"town.osm"}` {
			t.Errorf("%s: meta is %s", name, got)
		}
		if got := get[uint32](t, f, "road/1/empty"); len(got) != 0 {
			t.Errorf("%s: the empty section holds %v", name, got)
		}
		if got := get[int64](t, f, "transit/1/day"); !slices.Equal(got, []int64{-5, 1 << 40}) {
			t.Errorf("%s: day is %v", name, got)
		}
		if got := get[float32](t, f, "transit/1/share"); !slices.Equal(got, []float32{0.5}) {
			t.Errorf("%s: share is %v", name, got)
		}
		if got := get[int16](t, f, "transit/1/kind"); !slices.Equal(got, []int16{-1, 2, 3}) {
			t.Errorf("%s: kind is %v", name, got)
		}
		if f.Size("road/1/head") != 12 || f.Size("road/2/head") != 0 || len(f.Names()) != 6 || f.Names()[1] != "road/1/meta" {
			t.Errorf("%s: sizes or names are wrong: %v", name, f.Names())
		}
		if err := f.Close(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Any arrays come back as they were, and the same sections give the same bytes.
func TestRoundTripOfAnything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		values := rapid.SliceOfN(rapid.SliceOf(rapid.Uint32()), 0, 8).Draw(t, "values")
		build := func() []byte {
			var w container.Writer
			for i, v := range values {
				container.Put(&w, strings.Repeat("x", i+1), v)
			}
			var b bytes.Buffer
			if _, err := w.WriteTo(&b); err != nil {
				t.Fatal(err)
			}
			return b.Bytes()
		}
		data := build()
		if !bytes.Equal(data, build()) {
			t.Fatal("the same sections gave other bytes")
		}
		f, err := container.Parse(data)
		if err != nil {
			t.Fatal(err)
		}
		for i, v := range values {
			got, err := container.Get[uint32](f, strings.Repeat("x", i+1))
			if err != nil || !slices.Equal(got, v) {
				t.Fatalf("section %d: %v, %v", i, got, err)
			}
		}
	})
}

// readAll opens a file and gets every section in whatever width it has.
func readAll(data []byte) error {
	f, err := container.Parse(data)
	if err != nil {
		return err
	}
	for _, name := range f.Names() {
		_, err1 := container.Get[uint8](f, name)
		_, err2 := container.Get[uint16](f, name)
		_, err4 := container.Get[uint32](f, name)
		_, err8 := container.Get[uint64](f, name)
		if err1 != nil && err2 != nil && err4 != nil && err8 != nil {
			return errors.Join(err1, err2, err4, err8)
		}
	}
	return nil
}

// Every single changed bit is noticed, and so is every length but the right one.
func TestDamageIsNoticed(t *testing.T) {
	data := sample(t)
	for i := range data {
		for bit := range 8 {
			damaged := bytes.Clone(data)
			damaged[i] ^= 1 << bit
			if readAll(damaged) == nil {
				t.Errorf("bit %d of byte %d was changed and nobody noticed", bit, i)
			}
		}
		var format *container.FormatError
		if _, err := container.Parse(data[:i]); !errors.As(err, &format) {
			t.Errorf("a file cut at byte %d gave %v", i, err)
		}
	}
	if _, err := container.Parse(append(bytes.Clone(data), 0)); err == nil {
		t.Error("a byte too much was not noticed")
	}
}

// patch writes a number into the directory or header and makes the checksums right again, as a hostile hand would.
func patch(data []byte, at int, value uint64, width int) []byte {
	out := bytes.Clone(data)
	if width == 4 {
		binary.LittleEndian.PutUint32(out[at:], uint32(value))
	} else {
		binary.LittleEndian.PutUint64(out[at:], value)
	}
	table := crc32.MakeTable(crc32.Castagnoli)
	end := min(64+64*int(binary.LittleEndian.Uint32(data[12:])), len(out))
	binary.LittleEndian.PutUint32(out[24:], crc32.Checksum(out[64:end], table))
	binary.LittleEndian.PutUint32(out[60:], crc32.Checksum(out[:60], table))
	return out
}

// A hostile file with right checksums is refused with a place, and takes no memory.
func TestHostileFilesAreRefused(t *testing.T) {
	data := sample(t)
	for _, c := range []struct {
		name      string
		at, width int
		value     uint64
		want      string
	}{
		{"version", 8, 4, 2, "layout version 2"},
		{"sections beyond the limit", 12, 4, 1 << 31, "at most 4096"},
		{"sections beyond the file", 12, 4, 4000, "within its directory"},
		{"fewer sections", 12, 4, 1, "directory's checksum"},
		{"size", 16, 8, 1 << 62, "should have 4611686018427387904 bytes"},
		{"width 3", 64 + 40, 4, 3, "elements of 3 bytes"},
		{"odd length", 64 + 56, 8, 13, "no whole number"},
		{"length beyond the file", 64 + 56, 8, 1 << 40, "within the file"},
		{"length that wraps around", 64 + 56, 8, math.MaxUint64 &^ 3, "within the file"},
		{"offset into the header", 64 + 48, 8, 0, "must begin at byte 448"},
		{"offset beyond the file", 64 + 48, 8, math.MaxUint64, "must begin at byte 448"},
		{"name with a blank", 64, 4, 0x20202020, "without spaces"},
		{"name that goes on", 64 + 36, 4, 0x41414141, "something follows"},
		{"overlap of two", 64 + 64 + 48, 8, 448, "must begin at byte 512"},
	} {
		_, err := container.Parse(patch(data, c.at, c.value, c.width))
		var format *container.FormatError
		if !errors.As(err, &format) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %q", c.name, err, c.want)
		}
	}
	if err := readAll(patch(data, 64+44, 0, 4)); err == nil || !strings.Contains(err.Error(), "checksum of section") {
		t.Errorf("a section with a wrong sum gave %v", err)
	}
}

// What is asked for wrongly is answered with what would be right.
func TestGetSaysWhatIsWrong(t *testing.T) {
	f, err := container.Parse(sample(t))
	if err != nil {
		t.Fatal(err)
	}
	var missing *container.MissingError
	if _, err := container.Get[uint32](f, "hierarchy/1/rank"); !errors.As(err, &missing) || !strings.Contains(err.Error(), "hierarchy/1/rank") {
		t.Errorf("a section that is not there: %v", err)
	}
	if _, err := container.Get[uint64](f, "road/1/head"); err == nil || !strings.Contains(err.Error(), "elements of 4 bytes where 8") {
		t.Errorf("another width: %v", err)
	}
	if f.Has("road/1/nothing") || !f.Has("road/1/head") {
		t.Error("Has is wrong")
	}
}

// Wrong names are refused when writing, and leave no file behind.
func TestWrongNamesAreNotWritten(t *testing.T) {
	for _, names := range [][]string{{""}, {"a", "a"}, {"två"}, {"a b"}, {strings.Repeat("x", container.MaxName+1)}} {
		var w container.Writer
		for _, name := range names {
			container.Put(&w, name, []uint32{1})
		}
		dir := t.TempDir()
		if err := w.WriteFile(filepath.Join(dir, "net")); err == nil {
			t.Errorf("%q was written", names)
		}
		if left, _ := os.ReadDir(dir); len(left) != 0 {
			t.Errorf("%q left %v behind", names, left)
		}
	}
}

// A file is replaced in one step: who mapped the old one still sees the old one.
func TestReplacingLeavesReadersAlone(t *testing.T) {
	path := filepath.Join(t.TempDir(), "town.net")
	write := func(v uint32) {
		var w container.Writer
		container.Put(&w, "x", []uint32{v})
		if err := w.WriteFile(path); err != nil {
			t.Fatal(err)
		}
	}
	write(1)
	old, err := container.Map(path)
	if err != nil {
		t.Fatal(err)
	}
	defer old.Close()
	write(2)
	fresh, err := container.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	if a, b := get[uint32](t, old, "x")[0], get[uint32](t, fresh, "x")[0]; a != 1 || b != 2 {
		t.Errorf("the old reader sees %d and the new one %d, want 1 and 2", a, b)
	}
}

// What is no file, or an empty one, is refused.
func TestNoFile(t *testing.T) {
	dir := t.TempDir()
	empty := filepath.Join(dir, "empty")
	if err := os.WriteFile(empty, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{dir, empty, filepath.Join(dir, "missing")} {
		if _, err := container.Open(path); err == nil {
			t.Errorf("%s was opened", path)
		}
		if _, err := container.Map(path); err == nil {
			t.Errorf("%s was mapped", path)
		}
	}
}

// Whatever is read is refused or whole, and never a panic.
func FuzzParse(f *testing.F) {
	data := sample(f)
	f.Add(data)
	f.Add(data[:100])
	f.Add(patch(data, 64+56, 1<<40, 8))
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, data []byte) {
		_ = readAll(data)
		if len(data) >= 64 { // get past the sums, which a fuzzer cannot guess
			_ = readAll(patch(data, 0, binary.LittleEndian.Uint64([]byte("\x89ETB\r\n\x1a\n")), 8))
		}
	})
}
