package pointfile

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// anyRecords draws records in the order that Encode asks for.
func anyRecords(t *rapid.T) []Record {
	one := rapid.Custom(func(t *rapid.T) Record {
		return Record{
			Group:  rapid.IntRange(0, 3).Draw(t, "group") * 700_000_000,
			ID:     rapid.StringMatching(`[ab]{0,4}[a-zå]{0,5}`).Draw(t, "id"),
			Lat:    rapid.IntRange(-90*PerDegree, 90*PerDegree).Draw(t, "lat"),
			Lon:    rapid.IntRange(-180*PerDegree, 180*PerDegree).Draw(t, "lon"),
			Weight: rapid.IntRange(0, 1<<31-1).Draw(t, "weight"),
		}
	})
	records := rapid.SliceOf(one).Draw(t, "records")
	slices.SortFunc(records, order)
	return slices.CompactFunc(records, func(a, b Record) bool { return order(a, b) == 0 })
}

func order(a, b Record) int { return cmp.Or(cmp.Compare(a.Group, b.Group), cmp.Compare(a.ID, b.ID)) }

// Records come back as they were.
func TestRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		records := anyRecords(t)
		data, err := Encode(records)
		if err != nil {
			t.Fatal(err)
		}
		back, err := Decode(data)
		if err != nil || !slices.Equal(back, records) {
			t.Fatalf("%v came back as %v, %v", records, back, err)
		}
	})
}

// No beginning of a file, and no file with something after it, is taken for a whole one.
func TestCutAndLongFilesAreRefused(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		data, err := Encode(anyRecords(t))
		if err != nil {
			t.Fatal(err)
		}
		for n := range data {
			if got, err := Decode(data[:n]); err == nil {
				t.Fatalf("the first %d of %d bytes gave %v", n, len(data), got)
			}
		}
		if got, err := Decode(append(data, 0)); err == nil {
			t.Fatalf("a byte too many gave %v", got)
		}
	})
}

func TestEncodeRefuses(t *testing.T) {
	for _, c := range []struct {
		name    string
		records []Record
		want    string
	}{
		{"groups out of order", []Record{{Group: 2}, {Group: 1}}, "record 1: group 1 after 2"},
		{"a group in two places", []Record{{Group: 1}, {Group: 2}, {Group: 1, ID: "b"}}, "record 2: group 1 after 2"},
		{"IDs out of order", []Record{{ID: "b"}, {ID: "a"}}, `record 1: ID "a" after "b"`},
		{"an ID twice", []Record{{ID: "a"}, {ID: "a"}}, `record 1: ID "a" after "a"`},
		{"a long ID", []Record{{ID: strings.Repeat("a", 16)}}, "of at most 15 bytes"},
		{"a negative group", []Record{{Group: -1}}, "from 0 up"},
		{"a negative weight", []Record{{Weight: -1}}, "record 0"},
		{"a weight too large", []Record{{Weight: 1 << 31}}, "record 0"},
		{"a group too large", []Record{{Group: 1 << 31}}, "record 0"},
		{"a place north of the pole", []Record{{Lat: 90*PerDegree + 1}}, "a position on Earth"},
		{"a place west of the date line", []Record{{Lon: -180*PerDegree - 1}}, "a position on Earth"},
	} {
		data, err := Encode(c.records)
		if err == nil || data != nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q in it", c.name, err, c.want)
		}
	}
}

func TestEncodeIsCompact(t *testing.T) {
	data, err := Encode([]Record{
		{114, "5kmN4065E4760", 5950400, 1782500, 1005},
		{114, "5kmN4065E4765", 5949580, 1787650, 5088},
	})
	if err != nil {
		t.Fatal(err)
	}
	// Header 5, group 2, first record 14+4+4+2, second 2+2+2+2 and at most two more.
	if len(data) > 41 {
		t.Errorf("two points take %d bytes", len(data))
	}
}
