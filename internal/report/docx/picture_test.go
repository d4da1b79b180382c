package docx

import (
	"bytes"
	"image/png"
	"strings"
	"testing"

	"github.com/etablera/etablera/internal/report/document"
	"github.com/etablera/etablera/internal/report/files/sample"
)

func TestSizeKeepsProportionsAndPage(t *testing.T) {
	for _, c := range []struct {
		name          string
		width, height int
		o             orientation
		cx, cy        int // twips
	}{
		{"as wide as the text", 720, 360, upright, textWidth, textWidth / 2},
		{"half", 360, 360, upright, textWidth / 2, textWidth / 2},
		{"too wide", 1440, 720, upright, textWidth, textWidth / 2},
		{"too high", 720, 7200, upright, 1100, uprightHeight},
		{"sideways", 1440, 720, sideways, 13600, sidewaysHeight},
		{"no size", 0, 0, upright, 12, 12},
	} {
		cx, cy := size(document.Picture{Width: c.width, Height: c.height}, c.o)
		if cx != c.cx*twipEMU || cy != c.cy*twipEMU {
			t.Errorf("%s: %d × %d twips, want %d × %d", c.name, cx/twipEMU, cy/twipEMU, c.cx, c.cy)
		}
	}
}

func TestBlankIsAPicture(t *testing.T) {
	if im, err := png.Decode(bytes.NewReader([]byte(blank()))); err != nil || im.Bounds().Dx() != 1 {
		t.Errorf("%v", err)
	}
}

// A drawing comes with what can be shown of it, and never in a form that breaks
// the file.
func TestPictureForms(t *testing.T) {
	svg, broken := []byte(`<svg xmlns="http://www.w3.org/2000/svg"/>`), []byte(`<svg><g></svg>`)
	for _, c := range []struct {
		name       string
		svg, png   []byte
		media      string
		hasDrawing bool
	}{
		{"both", svg, []byte(blank()), "picture1.png picture1.svg", true},
		{"bitmap", nil, []byte(blank()), "picture1.png", true},
		{"broken drawing", broken, []byte(blank()), "picture1.png", true},
		{"other XML", []byte("<html/>"), []byte(blank()), "picture1.png", true},
		{"drawing only", svg, nil, "picture1.png picture1.svg", true},
		{"neither", nil, nil, "", false},
	} {
		doc := &document.Document{Lang: "sv", Words: sample.Words("sv"), Body: []document.Block{document.Picture{Number: 1, Alt: "Så här & så", SVG: c.svg, PNG: c.png, Width: 10, Height: 10}}}
		parts := unpack(t, doc)
		checkDocument(t, parts)
		var media []string
		for _, m := range []string{"picture1.png", "picture1.svg"} {
			if parts["word/media/"+m] != "" {
				media = append(media, m)
			}
		}
		if got := strings.Join(media, " "); got != c.media {
			t.Errorf("%s: media %q, want %q", c.name, got, c.media)
		}
		if got := strings.Contains(parts["word/document.xml"], "<w:drawing>"); got != c.hasDrawing {
			t.Errorf("%s: drawing %v", c.name, got)
		}
		if !strings.Contains(parts["word/document.xml"], "Så här &amp; så") {
			t.Errorf("%s: the alternative text is lost", c.name)
		}
	}
}
