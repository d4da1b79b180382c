package docx

import (
	"bytes"
	"testing"

	"github.com/etablera/etablera/internal/report/document"
	"github.com/etablera/etablera/internal/report/files/sample"
	"pgregory.net/rapid"
)

// The manifest comes back byte for byte.
func TestManifest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := rapid.SliceOf(rapid.Byte()).Draw(t, "manifest")
		data, err := Bytes(&document.Document{Lang: "sv", Words: sample.Words("sv"), Manifest: want})
		if err != nil {
			t.Fatal(err)
		}
		if got, err := Manifest(data); err != nil || !bytes.Equal(got, want) {
			t.Fatalf("got %q, %v; want %q", got, err, want)
		}
	})
}

func FuzzManifest(f *testing.F) {
	data, err := Bytes(&document.Document{Lang: "sv", Words: sample.Words("sv"), Manifest: []byte("{}")})
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Add([]byte("PK"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if m, err := Manifest(data); err == nil && m == nil {
			t.Error("neither a manifest nor an error")
		}
	})
}
