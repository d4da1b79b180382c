package osm

import (
	"encoding/binary"
	"testing"

	"pgregory.net/rapid"
)

// Numbers come back from their code, and what is cut off or too long is refused, as the standard library does.
func TestNumbers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := rapid.Uint64().Draw(t, "v")
		b := binary.AppendUvarint(nil, v)
		if got, n := uvarint(b); got != v || n != len(b) {
			t.Fatalf("%d came back as %d of %d bytes", v, got, n)
		}
		if _, n := uvarint(b[:len(b)-1]); n > 0 {
			t.Fatal("a number that is cut off was read")
		}
		s := int64(v)
		if got := zigzag(uint64(s<<1) ^ uint64(s>>63)); got != s {
			t.Fatalf("%d came back as %d", s, got)
		}
		raw := rapid.SliceOfN(rapid.Byte(), 0, 12).Draw(t, "raw")
		want, m := binary.Uvarint(raw)
		if got, n := uvarint(raw); n > 0 != (m > 0) || n > 0 && (got != want || n != m) {
			t.Fatalf("%x: %d of %d bytes, want %d of %d", raw, got, n, want, m)
		}
	})
}

// Degrees are read exactly, to the seventh decimal, rounded half away from zero.
func TestParseDegrees(t *testing.T) {
	for s, want := range map[string]int32{
		"59.3293": 593293000, "-0.00000005": -1, "0.00000004": 0, "0.00000015": 2, "180": 1800000000, "-180.0000000": -1800000000, "1.": 10000000,
		".5": 5000000, "+7": 70000000, "42.51289770": 425128977, "0000000001.5": 15000000, "1.55130774999": 15513077, "12.34567899": 123456790,
	} {
		if got, ok := parseDegrees(s, 180); !ok || got != want {
			t.Errorf("%q: %d %v, want %d", s, got, ok, want)
		}
	}
	for _, s := range []string{"", ".", "-", "180.0000001", "181", "1e2", "NaN", "1,5", " 1", "1.2.3", "99999999999999999999", "0x10", "--1"} {
		if got, ok := parseDegrees(s, 180); ok {
			t.Errorf("%q was read as %d", s, got)
		}
	}
}

// Positions scale by granularity and offset, and those beyond the earth are refused without overflow.
func TestPositions(t *testing.T) {
	for _, c := range []struct {
		granularity, latOffset, lonOffset, lat, lon int64
		wantLat, wantLon                            int32
		ok                                          bool
	}{
		{100, 0, 0, 593293000, 180686000, 593293000, 180686000, true},
		{1, 0, 0, 59329300049, -149, 593293000, -1, true},
		{1000, 59_000_000_000, 18_000_000_000, 329300, 68600, 593293000, 180686000, true},
		{100, 0, 0, 900000001, 0, 0, 0, false},
		{100, 0, 0, 0, -1800000001, 0, 0, false},
		{100, 0, 0, 900000000, 1800000000, 900000000, 1800000000, true},
		{1_000_000_000, 0, 0, 1 << 62, 0, 0, 0, false},
		{1_000_000_000, 1e12, -1e12, -1 << 63, 1<<63 - 1, 0, 0, false},
	} {
		d := decoder{granularity: c.granularity, latOffset: c.latOffset, lonOffset: c.lonOffset}
		lat, lon, ok := d.position(c.lat, c.lon)
		if ok != c.ok || ok && (lat != c.wantLat || lon != c.wantLon) {
			t.Errorf("%+v: %d %d %v", c, lat, lon, ok)
		}
	}
}
