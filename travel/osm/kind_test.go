package osm_test

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/etablera/etablera/travel/osm"
)

// Every mistake has a kind, and a place in numbers that agrees with its words.
func TestErrorKinds(t *testing.T) {
	for _, c := range []struct {
		text         string
		kind         osm.ErrorKind
		line, column int
	}{
		{"<osm version=\"0.6\">\n<way id=\"1\">", osm.Truncated, 2, 0},
		{"<osm version=\"0.6\">\n\n<node id=\"1.5\" lat=\"1\" lon=\"1\"/></osm>", osm.Number, 3, 0},
		{"<osm version=\"0.6\"><node id=\"1\" lat=\"1\" lon=\"181\"/></osm>", osm.Position, 1, 0},
		{"<osm version=\"0.6\"><node id=\"1\" lat=\"north\" lon=\"1\"/></osm>", osm.Position, 1, 0},
		{"<osm version=\"0.7\"></osm>", osm.Version, 1, 0},
		{"<gpx></gpx>", osm.NotOSM, 1, 0},
		{"<osm version=\"0.6\"><way id=\"1\"><nd ref=\"x\"/></way></osm>", osm.Number, 1, 0},
		{"<osm version=\"0.6\"><relation id=\"1\"><member type=\"road\" ref=\"1\"/></relation></osm>", osm.Damaged, 1, 0},
		{"<osm version=\"0.6\">\n" + strings.Repeat("<a>", 200) + "</osm>", osm.TooLarge, 2, 0},
	} {
		f, err := osm.New(strings.NewReader(c.text), int64(len(c.text)))
		if err == nil {
			err = f.Each(context.Background(), osm.All, func(*osm.Block) error { return nil })
		}
		var e *osm.Error
		if !errors.As(err, &e) || e.Kind != c.kind || e.Where.Line != c.line || e.Where.Column < 1 {
			t.Errorf("%.60q: %v, want %s on line %d", c.text, err, c.kind, c.line)
		}
	}
}

// A binary file cut off anywhere says so, with the blob in which it ends.
func TestCutOffKinds(t *testing.T) {
	head := []byte("\x00\x00\x00\x0d\x0a\x09OSMHeader\x18\x04")
	for n := 2; n <= len(head); n++ {
		_, err := osm.New(bytes.NewReader(head[:n]), int64(n))
		var e *osm.Error
		if !errors.As(err, &e) || e.Kind != osm.Truncated || e.Where.Blob != 0 || e.Where.Offset != 0 || e.Where.Line != 0 {
			t.Errorf("%d bytes: %v", n, err)
		}
	}
}
