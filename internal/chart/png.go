package chart

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"math"
	"slices"

	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
)

// maxPixels bounds the memory of a picture: 4 bytes each, so about 200 MB.
const maxPixels = 50_000_000

// PNG paints the drawing on white at scale device pixels per CSS pixel; 2 or 3
// suits a document that is printed. Letters are set in the Go fonts.
func (d *Drawing) PNG(scale float64) ([]byte, error) {
	if err := d.Check(); err != nil {
		return nil, err
	}
	w, h := math.Ceil(d.Width*scale), math.Ceil(d.Height*scale)
	if !(scale >= 0.5 && scale <= 8 && w*h <= maxPixels) {
		c := &checks{id: d.ID}
		c.bad("scale", KeySize, number(scale), "0.5 to 8, and at most 50 million pixels")
		return nil, c.err()
	}
	c := &canvas{img: image.NewRGBA(image.Rect(0, 0, int(w), int(h))), scale: scale, faces: map[faceKey]font.Face{}}
	draw.Draw(c.img, c.img.Bounds(), image.White, image.Point{}, draw.Src)
	for _, m := range d.Marks {
		if err := c.mark(m); err != nil {
			return nil, err
		}
	}
	var out bytes.Buffer
	if err := png.Encode(&out, c.img); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

type faceKey struct {
	size float64
	bold bool
}

type canvas struct {
	img   *image.RGBA
	scale float64
	ras   vector.Rasterizer
	faces map[faceKey]font.Face
}

func (c *canvas) mark(m Mark) error {
	switch m := m.(type) {
	case Rect:
		c.shape([]Point{{m.X, m.Y}, {m.X + m.W, m.Y}, {m.X + m.W, m.Y + m.H}, {m.X, m.Y + m.H}}, true, m.Style)
	case Line:
		c.shape([]Point{m.From, m.To}, false, m.Style)
	case Path:
		c.shape(m.Points, m.Closed, m.Style)
	case Circle:
		c.shape(ring(m.Centre, m.R), true, m.Style)
	case scatter:
		c.scatter(m)
	case Text:
		return c.text(m)
	case Group:
		for _, k := range m.Marks {
			if err := c.mark(k); err != nil {
				return err
			}
		}
	}
	return nil
}

// ring approximates a circle closely enough for any scale allowed here.
func ring(o Point, r float64) []Point { return polygon(o, r, 48) }

// polygon has its corners on a circle.
func polygon(o Point, r float64, corners int) []Point {
	pts := make([]Point, corners)
	for i := range pts {
		s, co := math.Sincos(2 * math.Pi * float64(i) / float64(len(pts)))
		pts[i] = Point{o.X + r*co, o.Y + r*s}
	}
	return pts
}

// smallCorners are enough for a circle of a few device pixels.
const smallCorners = 16

// scatter paints each dot in one go, from one outline that is moved about.
func (c *canvas) scatter(s scatter) {
	var outline [][]Point
	switch r := s.r; s.shape {
	case squareDot:
		outline = [][]Point{{{-r, -r}, {r, -r}, {r, r}, {-r, r}}}
	case ringDot:
		inner := polygon(Point{}, r-ringWidth/2, smallCorners)
		slices.Reverse(inner) // what turns the other way is a hole
		outline = [][]Point{polygon(Point{}, r+ringWidth/2, smallCorners), inner}
	default:
		outline = [][]Point{polygon(Point{}, r, smallCorners)}
	}
	moved := make([][]Point, len(outline))
	for k := range outline {
		moved[k] = make([]Point, len(outline[k]))
	}
	src := image.NewUniform(s.colour.rgba())
	for _, at := range s.centres {
		for k := range outline {
			for i, p := range outline[k] {
				moved[k][i] = Point{at.X + p.X, at.Y + p.Y}
			}
		}
		c.fill(moved, src)
	}
}

func (c *canvas) shape(pts []Point, closed bool, s Style) {
	if s.Fill != "" {
		var src image.Image = image.NewUniform(s.Fill.rgba())
		if s.Pattern != None {
			src = hatched{s.Pattern, s.Fill.rgba(), s.Ink.rgba(), c.scale}
		}
		c.fill([][]Point{pts}, src)
	}
	if s.Stroke != "" && s.Width > 0 {
		c.fill(outline(pts, closed, s), image.NewUniform(s.Stroke.rgba()))
	}
}

// fill paints the union of the polygons, which must all turn the same way.
// Only the part of the canvas that they cover is touched.
func (c *canvas) fill(polys [][]Point, src image.Image) {
	b := Box{Point{math.Inf(1), math.Inf(1)}, Point{math.Inf(-1), math.Inf(-1)}}
	for _, p := range polys {
		for _, q := range p {
			b = union(b, Box{q, q})
		}
	}
	if math.IsInf(b.Min.X, 0) {
		return
	}
	r := image.Rect(
		int(math.Floor(b.Min.X*c.scale)), int(math.Floor(b.Min.Y*c.scale)),
		int(math.Ceil(b.Max.X*c.scale))+1, int(math.Ceil(b.Max.Y*c.scale))+1,
	).Intersect(c.img.Bounds())
	if r.Empty() {
		return
	}
	c.ras.Reset(r.Dx(), r.Dy())
	// Nudged strokes may reach a hair outside; the rasteriser wants them inside.
	at := func(q Point) (x, y float32) {
		x = float32(math.Min(math.Max(q.X*c.scale-float64(r.Min.X), 0), float64(r.Dx())))
		y = float32(math.Min(math.Max(q.Y*c.scale-float64(r.Min.Y), 0), float64(r.Dy())))
		return x, y
	}
	for _, p := range polys {
		for i, q := range p {
			if x, y := at(q); i == 0 {
				c.ras.MoveTo(x, y)
			} else {
				c.ras.LineTo(x, y)
			}
		}
		c.ras.ClosePath()
	}
	c.ras.Draw(c.img, r, src, r.Min)
}

// hatched is an endless picture of a pattern, anti-aliased by the distance
// from the nearest line or dot. It draws what svgWriter.pattern describes.
type hatched struct {
	pattern   Pattern
	fill, ink color.RGBA
	scale     float64
}

func (hatched) ColorModel() color.Model { return color.RGBAModel }
func (hatched) Bounds() image.Rectangle { return image.Rect(-1e9, -1e9, 1e9, 1e9) }

func (h hatched) At(px, py int) color.Color {
	x, y := (float64(px)+0.5)/h.scale, (float64(py)+0.5)/h.scale
	var inside float64 // px inside the edge of the inked area
	switch h.pattern {
	case Diagonal:
		inside = hatchWidth/2 - toMultiple(x+y)/math.Sqrt2
	case BackDiagonal:
		inside = hatchWidth/2 - toMultiple(x-y)/math.Sqrt2
	case Cross:
		inside = hatchWidth/2 - math.Min(toMultiple(x+y), toMultiple(x-y))/math.Sqrt2
	case Horizontal:
		inside = hatchWidth/2 - toMultiple(y-tile/2)
	case Dots:
		inside = dotRadius - math.Hypot(toMultiple(x-tile/2), toMultiple(y-tile/2))
	}
	share := math.Min(math.Max(inside*h.scale+0.5, 0), 1)
	mix := func(a, b uint8) uint8 { return uint8(math.Round(float64(a)*(1-share) + float64(b)*share)) }
	return color.RGBA{mix(h.fill.R, h.ink.R), mix(h.fill.G, h.ink.G), mix(h.fill.B, h.ink.B), 0xff}
}

// toMultiple returns the distance from v to the nearest multiple of the tile.
func toMultiple(v float64) float64 {
	return math.Abs(v - tile*math.Round(v/tile))
}

func (c *canvas) face(size float64, bold bool) (font.Face, error) {
	k := faceKey{size, bold}
	if f := c.faces[k]; f != nil {
		return f, nil
	}
	f, err := opentype.NewFace(fontOf(bold), &opentype.FaceOptions{Size: size * c.scale, DPI: 72, Hinting: font.HintingNone})
	if err != nil {
		return nil, err
	}
	c.faces[k] = f
	return f, nil
}

func (c *canvas) text(t Text) error {
	face, err := c.face(t.Size, t.Bold)
	if err != nil {
		return err
	}
	var buf sfnt.Buffer
	s := drawable(t.Text, fontOf(t.Bold), &buf)
	dr := font.Drawer{Dst: c.img, Face: face}
	x := t.At.X * c.scale
	switch w := float64(dr.MeasureString(s)) / 64; t.Anchor {
	case Middle:
		x -= w / 2
	case End:
		x -= w
	}
	put := func(dx, dy float64, col Colour) {
		dr.Src = image.NewUniform(col.rgba())
		dr.Dot = fixed.Point26_6{X: fix(x + dx), Y: fix(t.At.Y*c.scale + dy)}
		dr.DrawString(s)
	}
	if t.Halo {
		for _, p := range ring(Point{}, haloWidth*c.scale) {
			put(p.X, p.Y, white)
		}
	}
	put(0, 0, t.Colour)
	return nil
}

func fix(v float64) fixed.Int26_6 { return fixed.Int26_6(math.Round(v * 64)) }
