package pointfile

import (
	"slices"
	"testing"
)

func TestDecodeRefuses(t *testing.T) {
	head := func(rest ...byte) []byte { return append([]byte(magic), rest...) }
	for name, data := range map[string][]byte{
		"nothing":                       nil,
		"another file":                  []byte("PK\x03\x04 and so on"),
		"the magic alone":               []byte(magic),
		"a count beyond the file":       head(0xff, 0xff, 0xff, 0xff, 0x07, 0, 0),
		"a count that is no number":     head(0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff),
		"a group of none":               head(1, 1, 0, 0, 0, 0, 0),
		"a group larger than the count": head(1, 1, 2, 0, 0, 0, 0, 0x01, 'a', 0, 0, 0),
		"a group twice":                 head(2, 1, 1, 0, 0, 0, 0, 0, 1, 0x01, 'a', 0, 0, 0),
		"an ID that shares too much":    head(1, 1, 1, 0x10, 0, 0, 0),
		"an ID too long":                head(append([]byte("\x02\x01\x02\x0faaaaaaaaaaaaaaa\x00\x00\x00"), 0xe2, 'b', 'b', 0, 0, 0)...),
		"an ID cut short":               head(1, 1, 1, 0x05, 'a', 0, 0, 0),
		"an ID twice":                   head(2, 1, 2, 0, 0, 0, 0, 0, 0, 0, 0),
		"a place that is not on Earth":  head(1, 1, 1, 0, 0xff, 0xff, 0xff, 0xff, 0x0f, 0, 0),
		"a byte too many":               head(1, 1, 1, 0, 0, 0, 0, 0),
	} {
		if got, err := Decode(data); err == nil || got != nil {
			t.Errorf("%s gave %v", name, got)
		}
	}
	if got, err := Decode(head(1, 1, 1, 0x01, 'a', 2, 1, 7)); err != nil || !slices.Equal(got, []Record{{1, "a", 1, -1, 7}}) {
		t.Errorf("a sound file gave %v, %v", got, err)
	}
}

// Whatever is read can be written again, and reads as the same.
func FuzzDecode(f *testing.F) {
	data, err := Encode([]Record{{1, "a", 5950400, 1782500, 7}, {1, "ab", -3, -4, 0}, {9, "ab", 0, 0, 1}})
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Add([]byte(magic))
	f.Add([]byte(magic + "\x01\x01\x01\x00\x00\x00\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		records, err := Decode(data)
		if err != nil {
			return
		}
		again, err := Encode(records)
		if err != nil {
			t.Fatalf("%v was read, but cannot be written: %v", records, err)
		}
		back, err := Decode(again)
		if err != nil || !slices.Equal(back, records) {
			t.Fatalf("%v came back as %v, %v", records, back, err)
		}
	})
}
