package chart

import (
	"bytes"
	"encoding/xml"
	"math"
	"strconv"
	"strings"
)

// fontStack names fonts that readers have; nothing is fetched.
const fontStack = "Inter, 'Liberation Sans', Arial, sans-serif"

// SVG writes the drawing as one svg element that stands alone or inside a
// page. All looks are attributes, so a strict content security policy lets
// them through; a page scales the picture with svg{max-width:100%;height:auto}.
func (d *Drawing) SVG() ([]byte, error) {
	if err := d.Check(); err != nil {
		return nil, err
	}
	w := &svgWriter{id: d.ID}
	for _, m := range d.Marks {
		w.mark(m)
	}
	var out bytes.Buffer
	head := &svgWriter{id: d.ID}
	size := [2]string{px(d.Width), px(d.Height)}
	head.open("svg", "xmlns", "http://www.w3.org/2000/svg", "role", "img", "lang", d.Lang, "xml:lang", d.Lang,
		"aria-labelledby", d.labelledBy(), "viewBox", "0 0 "+size[0]+" "+size[1], "width", size[0], "height", size[1],
		"font-family", fontStack)
	head.element("title", d.Title, "id", d.ID+"-title")
	if d.Desc != "" {
		head.element("desc", d.Desc, "id", d.ID+"-desc")
	}
	if len(w.patterns) > 0 {
		head.open("defs")
		for i, p := range w.patterns {
			head.pattern(w.patternID(i), p)
		}
		head.close("defs")
	}
	head.leaf("rect", "width", size[0], "height", size[1], "fill", string(white))
	out.Write(head.buf.Bytes())
	out.Write(w.buf.Bytes())
	out.WriteString("</svg>\n")
	return out.Bytes(), nil
}

func (d *Drawing) labelledBy() string {
	if d.Desc == "" {
		return d.ID + "-title"
	}
	return d.ID + "-title " + d.ID + "-desc"
}

// A hatch is what two fills must share to be one SVG pattern.
type hatch struct {
	pattern   Pattern
	fill, ink Colour
}

type svgWriter struct {
	id       string
	buf      bytes.Buffer
	patterns []hatch
}

func (w *svgWriter) patternID(i int) string { return w.id + "-p" + strconv.Itoa(i) }

// open, leaf and close write tags; attributes come as name and value in turn,
// and an attribute with an empty value is left out.
func (w *svgWriter) open(name string, attrs ...string) { w.tag(name, ">\n", attrs) }
func (w *svgWriter) leaf(name string, attrs ...string) { w.tag(name, "/>\n", attrs) }
func (w *svgWriter) close(name string)                 { w.buf.WriteString("</" + name + ">\n") }

func (w *svgWriter) tag(name, end string, attrs []string) {
	w.buf.WriteString("<" + name)
	for i := 0; i+1 < len(attrs); i += 2 {
		if attrs[i+1] != "" {
			w.buf.WriteString(" " + attrs[i] + `="` + escape(attrs[i+1]) + `"`)
		}
	}
	w.buf.WriteString(end)
}

func (w *svgWriter) element(name, text string, attrs ...string) {
	w.tag(name, ">", attrs)
	w.buf.WriteString(escape(text))
	w.close(name)
}

func escape(s string) string {
	var b strings.Builder
	// A strings.Builder never fails.
	_ = xml.EscapeText(&b, []byte(clean(s)))
	return b.String()
}

// px writes a length with at most two decimals.
func px(v float64) string {
	v = math.Round(v*100) / 100
	if v == 0 {
		return "0" // and never -0
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}

func (w *svgWriter) mark(m Mark) {
	switch m := m.(type) {
	case Rect:
		w.leaf("rect", append([]string{"x", px(m.X), "y", px(m.Y), "width", px(m.W), "height", px(m.H)}, w.style(m.Style)...)...)
	case Line:
		w.leaf("line", append([]string{"x1", px(m.From.X), "y1", px(m.From.Y), "x2", px(m.To.X), "y2", px(m.To.Y)}, w.style(m.Style)...)...)
	case Circle:
		w.leaf("circle", append([]string{"cx", px(m.Centre.X), "cy", px(m.Centre.Y), "r", px(m.R)}, w.style(m.Style)...)...)
	case Path:
		w.path(m)
	case scatter:
		w.scatter(m)
	case Text:
		w.text(m)
	case Group:
		w.open("g")
		if m.Title != "" {
			w.element("title", m.Title)
		}
		for _, k := range m.Marks {
			w.mark(k)
		}
		w.close("g")
	}
}

func (w *svgWriter) path(m Path) {
	var pts strings.Builder
	for i, p := range m.Points {
		if i > 0 {
			pts.WriteByte(' ')
		}
		pts.WriteString(px(p.X) + "," + px(p.Y))
	}
	name := "polyline"
	if m.Closed {
		name = "polygon"
	}
	w.leaf(name, append([]string{"points", pts.String()}, w.style(m.Style)...)...)
}

func (w *svgWriter) style(s Style) []string {
	attrs := []string{"fill", "none"}
	switch {
	case s.Pattern != None:
		attrs[1] = "url(#" + w.patternID(w.hatch(hatch{s.Pattern, s.Fill, s.Ink})) + ")"
	case s.Fill != "":
		attrs[1] = string(s.Fill)
	}
	if s.Stroke == "" {
		return attrs
	}
	var dash []string
	for _, v := range s.Dash.rhythm() {
		dash = append(dash, px(v))
	}
	return append(attrs, "stroke", string(s.Stroke), "stroke-width", px(s.Width), "stroke-dasharray", strings.Join(dash, " "))
}

func (w *svgWriter) hatch(h hatch) int {
	for i, p := range w.patterns {
		if p == h {
			return i
		}
	}
	w.patterns = append(w.patterns, h)
	return len(w.patterns) - 1
}

// text writes a halo as a second text behind the first: paint-order would be
// shorter, but word processors draw such an edge over the letters.
func (w *svgWriter) text(m Text) {
	attrs := []string{"x", px(m.At.X), "y", px(m.At.Y), "font-size", px(m.Size)}
	if m.Bold {
		attrs = append(attrs, "font-weight", "700")
	}
	if m.Anchor != Start {
		attrs = append(attrs, "text-anchor", [...]string{"start", "middle", "end"}[m.Anchor])
	}
	if m.Halo {
		w.element("text", m.Text, append(attrs[:len(attrs):len(attrs)], "aria-hidden", "true",
			"fill", string(white), "stroke", string(white), "stroke-width", px(2*haloWidth), "stroke-linejoin", "round")...)
	}
	attrs = append(attrs, "fill", string(m.Colour))
	if m.Full == "" {
		w.element("text", m.Text, attrs...)
		return
	}
	w.tag("text", ">", attrs)
	w.buf.WriteString("<title>" + escape(m.Full) + "</title>" + escape(m.Text))
	w.close("text")
}

// haloWidth is how far a halo reaches beyond the letters, in px.
const haloWidth = 1.5

// pattern writes one tile. The PNG writer draws the same lines from the same
// origin by formula; see hatched.
func (w *svgWriter) pattern(id string, h hatch) {
	t := px(tile)
	w.open("pattern", "id", id, "patternUnits", "userSpaceOnUse", "width", t, "height", t)
	w.leaf("rect", "width", t, "height", t, "fill", string(h.fill))
	stroke := func(d string) {
		w.leaf("path", "d", d, "fill", "none", "stroke", string(h.ink), "stroke-width", px(hatchWidth))
	}
	const rising, falling = "M-1,1L1,-1M0,6L6,0M5,7L7,5", "M-1,5L1,7M0,0L6,6M5,-1L7,1"
	switch h.pattern {
	case Diagonal:
		stroke(rising)
	case BackDiagonal:
		stroke(falling)
	case Cross:
		stroke(rising + falling)
	case Horizontal:
		stroke("M0,3L6,3")
	case Dots:
		w.leaf("circle", "cx", "3", "cy", "3", "r", px(dotRadius), "fill", string(h.ink))
	}
	w.close("pattern")
}

// Measures of the hatching, in px; the tile's paths above rest on a tile of 6.
const (
	tile       = 6.0
	hatchWidth = 1.4
	dotRadius  = 1.5
)
