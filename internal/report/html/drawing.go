package html

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
)

// safeElements are the elements of a still drawing. Whatever else SVG has runs,
// moves, embeds or fetches.
var safeElements = map[string]bool{"svg": true, "g": true, "title": true, "desc": true, "defs": true, "pattern": true, "rect": true,
	"line": true, "circle": true, "ellipse": true, "path": true, "polyline": true, "polygon": true, "text": true, "tspan": true,
	"clipPath": true, "linearGradient": true, "radialGradient": true, "stop": true, "marker": true}

// safeDrawing says whether an SVG may stand in the page: one svg element of
// still shapes and words that refers to nothing outside itself.
func safeDrawing(svg []byte) bool {
	d := xml.NewDecoder(bytes.NewReader(svg))
	elements := 0
	for {
		t, err := d.Token()
		if errors.Is(err, io.EOF) {
			return elements > 0
		}
		switch x := t.(type) {
		case xml.StartElement:
			if elements == 0 && x.Name.Local != "svg" || !safeElements[x.Name.Local] || !safeAttributes(x.Attr) {
				return false
			}
			elements++
		case xml.Directive, xml.ProcInst, xml.Comment:
			return false // the page's own parser would read them differently
		}
		if err != nil {
			return false
		}
	}
}

func safeAttributes(attrs []xml.Attr) bool {
	for _, a := range attrs {
		name, value := strings.ToLower(a.Name.Local), strings.ToLower(a.Value)
		if strings.HasPrefix(name, "on") || name == "href" || name == "src" || name == "style" {
			return false
		}
		if strings.Contains(strings.ReplaceAll(value, "url(#", ""), "url(") {
			return false
		}
	}
	return true
}
