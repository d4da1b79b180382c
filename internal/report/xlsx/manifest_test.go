package xlsx

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/report/document"
	"github.com/etablera/etablera/internal/report/files/sample"
	"pgregory.net/rapid"
)

// The manifest comes back whole, however long it is and whatever it holds.
func TestManifest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		filler := sample.HostileText().Draw(t, "text") + "_x0041_ 👩"
		want, err := json.MarshalIndent(map[string]any{"figures": []any{}, "filler": strings.Repeat(filler, rapid.IntRange(0, 4000).Draw(t, "times"))}, "", "\t")
		if err != nil {
			t.Fatal(err)
		}
		data, err := Bytes(&document.Document{Lang: "sv", Words: sample.Words("sv"), Manifest: want})
		if err != nil {
			t.Fatal(err)
		}
		got, err := readManifest(data)
		if err != nil || string(got) != document.Clean(string(want)) {
			t.Fatalf("%d bytes came back of %d, %v", len(got), len(want), err)
		}
	})
}

func TestManifestThatIsNotThere(t *testing.T) {
	if _, err := readManifest([]byte("PK")); err == nil {
		t.Error("read what is no workbook")
	}
	doc := oneTable(nil)
	doc.Manifest = []byte("{")
	if _, err := Bytes(doc); err == nil {
		t.Error("wrote half a manifest")
	}
}

// What figure.Value writes is read back as the same number.
func TestParseCanonical(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		kind := figure.Kind(rapid.IntRange(int(figure.Money), int(figure.Metres)).Draw(t, "kind"))
		low := rapid.Int64Range(1, 3_000_000).Draw(t, "low")
		if kind != figure.Date {
			low -= 1_500_000
		}
		v := figure.Between(kind, low, low+rapid.SampledFrom([]int64{0, 7}).Draw(t, "span"))
		if got, ok := parseCanonical(v.Canonical()); !ok || got != v {
			t.Fatalf("%s was read as %v, %v", v.Canonical(), got, ok)
		}
	})
	for _, s := range []string{"", "money", "money ?", "words Boden", "count x", "count 1..", "date 2022-13-01", "nonsense 1"} {
		if v, ok := parseCanonical(s); ok {
			t.Errorf("%q was read as %v", s, v)
		}
	}
}
