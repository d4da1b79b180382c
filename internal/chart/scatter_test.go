package chart

import (
	"bytes"
	"math"
	"strings"
	"testing"
)

// A scatter covers what its dots cover, and paints the same picture as they do.
func TestScatterIsItsDots(t *testing.T) {
	for _, shape := range []dotShape{discDot, squareDot, ringDot} {
		s := scatter{centres: []Point{{20, 30}, {60, 45.5}, {33.3, 80}}, r: 4, shape: shape, colour: plum}
		many := Options{ID: "a", Lang: "sv", Title: "t", Width: 300}.drawing()
		one := Options{ID: "a", Lang: "sv", Title: "t", Width: 300}.drawing()
		many.Height, one.Height = 100, 100
		one.add(s)
		for _, at := range s.centres {
			many.add(s.dot(at))
			if b := s.dot(at).Bounds(); !b.Within(s.Bounds()) {
				t.Errorf("%v: %v lies outside %v", shape, b, s.Bounds())
			}
		}
		a, err := one.PNG(2)
		if err != nil {
			t.Fatal(err)
		}
		if b, err := many.PNG(2); err != nil || !bytes.Equal(a, b) {
			t.Errorf("%v: another picture than its dots (%v)", shape, err)
		}
		svg, err := one.SVG()
		if err != nil {
			t.Fatal(err)
		}
		if n := strings.Count(string(svg), "M"); n != 3 || strings.Count(string(svg), "<path") != 1 {
			t.Errorf("%v: %s", shape, svg)
		}
	}
}

// A scatter without dots, or with one nowhere, is refused.
func TestScatterRefuses(t *testing.T) {
	for _, s := range []scatter{{r: 1, colour: plum}, {centres: []Point{{math.Inf(1), 1}}, r: 1, colour: plum}, {centres: []Point{{1, 1}}, r: 1, colour: "plum"}} {
		d := Options{ID: "a", Lang: "sv", Title: "t", Width: 300}.drawing()
		d.Height = 10
		d.add(s)
		if err := d.Check(); err == nil {
			t.Errorf("%+v is accepted", s)
		}
	}
}
