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
		if got, err := readManifest(data); err != nil || !bytes.Equal(got, want) {
			t.Fatalf("got %q, %v; want %q", got, err, want)
		}
	})
}
