package osm_test

import (
	"bytes"
	"compress/gzip"
	"compress/zlib"
	"context"
	"encoding/binary"
	"errors"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/etablera/etablera/travel/osm"
)

// place is what every error of a file begins with.
var place = regexp.MustCompile(`^(.+: )?(blob \d+ at byte \d+|byte \d+|line \d+, column \d+)`)

// squeezed packs with zlib.
func squeezed(s string) []byte {
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	z.Write([]byte(s))
	z.Close()
	return b.Bytes()
}

// data1 is a file with one block of that content.
func data1(content msg) []byte {
	return append(headerBlock(), fileBlock("OSMData", content, false)...)
}

// A damaged or hostile file is refused with a place and a reason.
func TestDamagedPBF(t *testing.T) {
	huge := binary.BigEndian.AppendUint32(nil, 65537)
	group := func(field uint64, m msg) msg { return msg{}.bytes(field, m) }
	for _, c := range []struct {
		name string
		data []byte
		want string
	}{
		{"empty", nil, "byte 0: the file is empty"},
		{"nonsense", []byte("PK\x03\x04 and so on"), "neither PBF nor XML"},
		{"header of 65537 bytes", append(append(headerBlock(), huge...), make([]byte, 70000)...), "claims 65537 bytes: at most 65536"},
		{"no header blob", fileBlock("OSMData", block(dense), true), `the first blob is "OSMData"`},
		{"two headers", append(headerBlock(), headerBlock()...), "blob 1 at byte 107: a second OSMHeader"},
		{"history", append(headerBlock("HistoricalInformation"), fileBlock("OSMData", block(dense), true)...), `requires "HistoricalInformation"`},
		{"blob of 32 MiB and 1", append(headerBlock(), 0, 0, 0, 14, 10, 7, 'O', 'S', 'M', 'D', 'a', 't', 'a', 24, 0x81, 0x80, 0x80, 0x10), "33554433 bytes: a type and 0 to 33554432"},
		{"negative size", append(headerBlock(), withHeader("OSMData", nil)[:13]...), "the file ends within the blob's header"},
		{"LZ4", append(headerBlock(), withHeader("OSMData", msg{}.number(2, 10).bytes(6, []byte("abc")))...), "packed with LZ4"},
		{"nothing", append(headerBlock(), withHeader("OSMData", msg{}.number(2, 10))...), "holds no data"},
		{"unpacks to 32 MiB and 1", append(headerBlock(), withHeader("OSMData", msg{}.number(2, 32<<20+1).bytes(3, []byte("abc")))...), "33554433 bytes when unpacked"},
		{"damaged zlib", append(headerBlock(), withHeader("OSMData", msg{}.number(2, 10).bytes(3, []byte("abc")))...), "the packed data is damaged"},
		{"more than stated", append(headerBlock(), withHeader("OSMData", msg{}.number(2, 4).bytes(3, squeezed("12345")))...), "more data than stated"},
		{"less than stated", append(headerBlock(), withHeader("OSMData", msg{}.number(2, 6).bytes(3, squeezed("12345")))...), "not of 6 bytes"},
		{"wrong checksum", append(headerBlock(), withHeader("OSMData", msg{}.number(2, 5).bytes(3, append(squeezed("12345")[:len(squeezed("12345"))-1], 7)))...), "invalid checksum"},
		{"bomb", append(headerBlock(), fileBlock("OSMData", make([]byte, 1<<20), true)...), "is this a bomb?"},
		{"two tables", data1(append(block(dense), block(dense)...)), "a second table of strings"},
		{"granularity 0", data1(block(dense).number(17, 0)), "granularity 0"},
		{"granularity that overflows", data1(block(dense).number(17, math.MaxUint64)), "granularity -1"},
		{"offset that overflows", data1(block(dense).number(19, 1<<63)), "offsets -9223372036854775808"},
		{"fewer latitudes", data1(block(group(2, msg{}.bytes(1, deltas(1, 2)).bytes(8, deltas(1)).bytes(9, deltas(1, 2))))), "2 ids, 1 latitudes and 2 longitudes"},
		{"ids cut off", data1(block(group(2, msg{}.bytes(1, []byte{0x80})))), "one is cut off"},
		{"beyond the pole", data1(block(group(2, msg{}.bytes(1, deltas(8)).bytes(8, deltas(900000001)).bytes(9, deltas(1))))), "node 8 lies outside the earth"},
		{"node beyond the pole", data1(block(group(1, msg{}.signed(1, 8).signed(8, 1<<62).signed(9, 0)))), "node 8 lies outside the earth"},
		{"tag beyond the table", data1(block(group(2, msg{}.bytes(1, deltas(8)).bytes(8, deltas(1)).bytes(9, deltas(1)).bytes(10, packed(1, 9, 0))))), "node 8: its tags"},
		{"tags of a node too many", data1(block(group(2, msg{}.bytes(1, deltas(8)).bytes(8, deltas(1)).bytes(9, deltas(1)).bytes(10, packed(0, 0))))), "more tags than nodes"},
		{"tag without value", data1(block(group(3, msg{}.number(1, 5).bytes(2, packed(1))))), "way 5: a tag is cut off"},
		{"value without key", data1(block(group(3, msg{}.number(1, 5).bytes(3, packed(1))))), "way 5: a tag has a value and no key"},
		{"way with tag beyond the table", data1(block(group(3, msg{}.number(1, 5).bytes(2, packed(9)).bytes(3, packed(1))))), "strings 9 and 1 of a table of 9"},
		{"way with a cut list", data1(block(group(3, msg{}.number(1, 5).bytes(8, []byte{2, 0xff})))), "way 5: the list of its nodes is cut off"},
		{"member of kind 3", data1(block(group(4, msg{}.number(1, 9).bytes(8, packed(0)).bytes(9, deltas(1)).bytes(10, packed(3))))), "relation 9: a member has kind 3"},
		{"members without roles", data1(block(group(4, msg{}.number(1, 9).bytes(9, deltas(1)).bytes(10, packed(1))))), "1 members with 1 kinds and 0 roles"},
		{"role beyond the table", data1(block(group(4, msg{}.number(1, 9).bytes(8, packed(70)).bytes(9, deltas(1)).bytes(10, packed(1))))), "role 70"},
		{"group that reaches beyond", data1(block().bytes(2, []byte{0x12, 0x7f, 1})), "reaches beyond the end of its message"},
		{"field 0", data1(block().bytes(2, []byte{0x02, 0x00})), "no field begins here"},
		{"wire type 3", data1(block().bytes(2, []byte{0x0b})), "unknown wire type 3"},
	} {
		for _, workers := range []int{1, 3} {
			_, _, err := dump(c.data, workers)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("%s: got %v, want %q", c.name, err, c.want)
			} else if !place.MatchString(err.Error()) {
				t.Errorf("%s: no place in %q", c.name, err)
			}
		}
	}
}

// A file that is cut anywhere but between blobs is refused.
func TestTruncatedPBF(t *testing.T) {
	data := hand(true)
	whole := map[int]bool{len(data): true}
	for at, first := 0, true; at < len(data); first = false {
		header := int(binary.BigEndian.Uint32(data[at:]))
		if !first {
			whole[at] = true
		}
		// The last two bytes of these headers are the key and the size of the blob, or it is the last byte of two.
		size, n := binary.Uvarint(data[at+4+bytes.LastIndexByte(data[at+4:at+4+header], 24)+1:])
		if n <= 0 {
			t.Fatal("the test lost its way")
		}
		at += 4 + header + int(size)
	}
	for cut := range data {
		_, _, err := dump(data[:cut], 1)
		if whole[cut] {
			if err != nil {
				t.Errorf("cut between blobs at byte %d: %v", cut, err)
			}
			continue
		}
		var e *osm.Error
		if !errors.As(err, &e) || !place.MatchString(err.Error()) {
			t.Errorf("cut at byte %d: %v", cut, err)
		}
	}
}

// A file that claims an order which it does not keep is refused once that shows, and read where it keeps it.
func TestClaimOfOrder(t *testing.T) {
	header := fileBlock("OSMHeader", msg{}.bytes(4, []byte("OsmSchema-V0.6")).bytes(5, []byte("Sort.Type_then_ID")), true)
	file := func(groups ...msg) []byte {
		out := bytes.Clone(header)
		for _, g := range groups {
			out = append(out, fileBlock("OSMData", block(g), true)...)
		}
		return out
	}
	count := func(data []byte, want osm.Kind) (n int, err error) {
		f, err := osm.New(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatal(err)
		}
		if !f.Header().Sorted {
			t.Fatal("the claim was not seen")
		}
		err = f.Each(context.Background(), want, func(b *osm.Block) error {
			n += len(b.Nodes) + len(b.Ways) + len(b.Relations)
			return nil
		})
		return n, err
	}
	sorted := file(dense, single, single, way, way, way, tie)
	for want, n := range map[osm.Kind]int{osm.Nodes: 5, osm.Ways: 3, osm.Relations: 1, osm.Ways | osm.Relations: 4, osm.Nodes | osm.Ways: 8, osm.All: 9} {
		if got, err := count(sorted, want); err != nil || got != n {
			t.Errorf("kind %d: %d elements, want %d: %v", want, got, n, err)
		}
	}
	mixed := bytes.Clone(header)
	for _, b := range []msg{block(dense), block(single, way), block(way, tie)} {
		mixed = append(mixed, fileBlock("OSMData", b, true)...)
	}
	for want, n := range map[osm.Kind]int{osm.Nodes: 4, osm.Ways: 2, osm.Relations: 1} {
		if got, err := count(mixed, want); err != nil || got != n {
			t.Errorf("blocks of several kinds, kind %d: %d elements, want %d: %v", want, got, n, err)
		}
	}
	if _, err := count(file(dense, way, dense, tie), osm.All); err == nil || !strings.Contains(err.Error(), "blob 3") || !strings.Contains(err.Error(), "sort it") {
		t.Errorf("a file out of order gave %v", err)
	}
}

// Text files with mistakes are refused with line and column.
func TestDamagedXML(t *testing.T) {
	for _, c := range []struct{ name, data, want string }{
		{"another root", `<html><body/></html>`, "begins with <html>"},
		{"another version", `<osm version="0.5"></osm>`, `version "0.5"`},
		{"cut off", `<osm version="0.6"><node id="1" lat="1" lon="1">`, "the file ends within <node>"},
		{"crossed", `<osm version="0.6"><node id="1" lat="1" lon="1"></osm></node>`, "closes what is not open"},
		{"nothing", ` <!-- -->`, "there is no <osm>"},
		{"two roots", `<osm version="0.6"></osm><osm version="0.6"></osm>`, "a second <osm>"},
		{"no id", `<osm version="0.6"><node lat="1" lon="1"/></osm>`, `<node> has id ""`},
		{"wrong latitude", `<osm version="0.6"><node id="4" lat="91" lon="1"/></osm>`, `node 4 has lat "91"`},
		{"wrong member", `<osm version="0.6"><relation id="4"><member type="house" ref="1"/></relation></osm>`, `type "house"`},
		{"wrong reference", `<osm version="0.6"><way id="4"><nd ref="x"/></way></osm>`, `way 4: <nd> has ref "x"`},
		{"deep", `<osm version="0.6">` + strings.Repeat("<a>", 20), "more than 16 deep"},
		{"entity", `<!DOCTYPE osm [<!ENTITY a "aaaa">]><osm version="0.6"><node id="1" lat="1" lon="1"><tag k="a" v="&a;"/></node></osm>`, "invalid character entity"},
		{"endless attribute", `<osm version="0.6"><node id="1" lat="1" lon="1" user="` + strings.Repeat("x", 1<<20), "more than 1048576 bytes"},
		{"another encoding", `<?xml version="1.0" encoding="ISO-8859-1"?><osm version="0.6"></osm>`, "ISO-8859-1"},
	} {
		_, _, err := dump([]byte(c.data), 1)
		if err == nil || !strings.Contains(err.Error(), c.want) || !place.MatchString(err.Error()) {
			t.Errorf("%s: got %v, want %q", c.name, err, c.want)
		}
	}
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	z.Write([]byte(handXML))
	z.Close()
	if got, _, err := dump(packed.Bytes(), 1); err != nil || got != handText {
		t.Errorf("packed with gzip: %v\n%s", err, got)
	}
	var bomb bytes.Buffer
	z = gzip.NewWriter(&bomb)
	z.Write([]byte(`<osm version="0.6">` + strings.Repeat(`<way id="1"><nd ref="1"/><nd ref="2"/></way>`, 1<<16)))
	z.Close()
	if _, _, err := dump(bomb.Bytes(), 1); err == nil || !strings.Contains(err.Error(), "is this a bomb?") {
		t.Errorf("a bomb of %d bytes: %v", bomb.Len(), err)
	}
	for cut := range packed.Len() {
		if _, _, err := dump(packed.Bytes()[:cut], 1); err == nil || !place.MatchString(err.Error()) {
			t.Errorf("cut at byte %d: %v", cut, err)
		}
	}
}

// Odd files from elsewhere are read or refused with a place, in whatever format they pretend to be.
func TestOddFiles(t *testing.T) {
	root := data(t, "badinputs")
	seen := 0
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		if info, err := d.Info(); err != nil || info.Size() > 1<<20 || testing.Short() && !strings.Contains(path, "osm") {
			return err
		}
		content, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		seen++
		if _, _, err := dump(content, 1); err != nil && !place.MatchString(err.Error()) {
			t.Errorf("%s: no place in %v", path, err)
		} else if err != nil && strings.HasSuffix(path, "data.osm") {
			t.Logf("%s: %v", path, err)
		}
		return nil
	})
	if err != nil || seen == 0 {
		t.Errorf("%d files: %v", seen, err)
	}
}

// Cancelling ends a read, and so does a mistake of the caller's, with the caller's own error.
func TestReadsEndEarly(t *testing.T) {
	file := headerBlock()
	for range 50 {
		file = append(file, fileBlock("OSMData", block(dense), true)...)
	}
	own := errors.New("enough")
	for name, content := range map[string][]byte{"pbf": file, "xml": []byte(handXML)} {
		for _, workers := range []int{1, 4} {
			f, err := osm.New(bytes.NewReader(content), int64(len(content)))
			if err != nil {
				t.Fatal(err)
			}
			f.Workers = workers
			if err := f.Each(context.Background(), osm.All, func(*osm.Block) error { return own }); !errors.Is(err, own) {
				t.Errorf("%s, %d workers: %v", name, workers, err)
			}
			ctx, cancel := context.WithCancel(context.Background())
			cancel()
			if err := f.Each(ctx, osm.All, func(*osm.Block) error { return nil }); !errors.Is(err, context.Canceled) {
				t.Errorf("%s, %d workers: cancelled, and got %v", name, workers, err)
			}
		}
	}
}

// Whatever the bytes are, reading ends, in elements or an error with a place.
func FuzzRead(f *testing.F) {
	f.Add(hand(true))
	f.Add(hand(false))
	f.Add([]byte(handXML))
	f.Add(data1(block(dense, single, way, tie)))
	f.Fuzz(func(t *testing.T, data []byte) {
		if _, _, err := dump(data, 1); err != nil && !place.MatchString(err.Error()) {
			t.Fatalf("no place in %v", err)
		}
	})
}

// FuzzBlock fuzzes the content of a block alone, which a mutation of a whole file seldom gets to.
func FuzzBlock(f *testing.F) {
	f.Add([]byte(block(dense, single)))
	f.Add([]byte(block(way, tie)))
	f.Add([]byte(block(dense).number(17, 1000).number(19, 5)))
	f.Fuzz(func(t *testing.T, content []byte) {
		if _, _, err := dump(data1(content), 1); err != nil && !place.MatchString(err.Error()) {
			t.Fatalf("no place in %v", err)
		}
	})
}
