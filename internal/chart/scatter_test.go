package chart

import (
	"bytes"
	"image/png"
	"math"
	"strings"
	"testing"
)

// A scatter covers what its dots cover, and paints nearly the same picture as they do.
func TestScatterIsItsDots(t *testing.T) {
	for _, shape := range []dotShape{discDot, squareDot, ringDot} {
		s := scatter{centres: []Point{{20, 30}, {60, 45.5}, {33.3, 80}}, r: dotSize, shape: shape, colour: plum}
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
		a, err := one.PNG(2.5)
		if err != nil {
			t.Fatal(err)
		}
		b, err := many.PNG(2.5)
		if err != nil {
			t.Fatal(err)
		}
		most := 0.2
		if shape == ringDot {
			most = 0.5 // where strokes overlap, one by one they are painted darker than they are
		}
		if d := difference(t, a, b); d > most {
			t.Errorf("%v: some pixel is %.2f away from the dots painted one by one", shape, d)
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

// difference is the greatest of any channel of any pixel, 1 being black and white.
func difference(t *testing.T, a, b []byte) float64 {
	t.Helper()
	p, err := png.Decode(bytes.NewReader(a))
	if err != nil {
		t.Fatal(err)
	}
	q, err := png.Decode(bytes.NewReader(b))
	if err != nil || p.Bounds() != q.Bounds() {
		t.Fatal(err, p.Bounds(), q.Bounds())
	}
	worst := 0.0
	for y := range p.Bounds().Dy() {
		for x := range p.Bounds().Dx() {
			r, g, b, _ := p.At(x, y).RGBA()
			r2, g2, b2, _ := q.At(x, y).RGBA()
			for _, d := range []float64{float64(r) - float64(r2), float64(g) - float64(g2), float64(b) - float64(b2)} {
				worst = max(worst, math.Abs(d)/0xffff)
			}
		}
	}
	return worst
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
