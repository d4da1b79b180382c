package docx

import (
	"encoding/xml"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"io"
	"strings"

	"github.com/etablera/etablera/internal/report/document"
)

// Measures of pictures: 720 px are the width of the text on an upright page.
const (
	fullPixels     = 720
	twipEMU        = 635
	uprightHeight  = 11000 // twips that a picture may be high
	sidewaysHeight = 6800
)

// blank is a bitmap of one white pixel, for a drawing that exists as SVG only.
func blank() string {
	white := image.NewGray(image.Rect(0, 0, 1, 1))
	white.SetGray(0, 0, color.Gray{Y: 255})
	var b strings.Builder
	_ = png.Encode(&b, white) // a builder never fails
	return b.String()
}

func (w *writer) picture(p document.Picture, o orientation) {
	svg := ""
	if wellFormed(p.SVG) {
		svg = string(p.SVG)
	}
	bitmap, err := p.Bitmap()
	if err != nil && w.failed == nil {
		w.failed = fmt.Errorf("picture %d: %w", p.Number, err)
	}
	if len(bitmap) > 0 || svg != "" {
		w.add("Picture", properties{}, w.drawing(p, string(bitmap), svg, o))
	} else if filled(p.Alt) {
		w.add("Notice", properties{keepNext: true}, run(p.Alt, ""))
	}
	label := w.label(w.doc.Words.Picture, "Figure", p.Number)
	keep := len(p.Sentence) > 0
	w.add("PictureCaption", properties{keepNext: keep}, w.marked(p.ID, label)+run("  ", "")+w.inlines(p.Caption, false))
	if keep {
		w.add("PictureText", properties{}, w.inlines(p.Sentence, false))
	}
}

// size is the drawn size in EMU: to scale with the text, but never beyond the page.
func size(p document.Picture, o orientation) (cx, cy int) {
	width, height := max(p.Width, 1), max(p.Height, 1)
	limit := uprightHeight
	if o == sideways {
		limit = sidewaysHeight
	}
	cx = min(textWidth*width/fullPixels, o.width())
	cy = cx * height / width
	if cy > limit {
		cx, cy = limit*width/height, limit
	}
	return max(cx, 1) * twipEMU, max(cy, 1) * twipEMU
}

// drawing is an inline picture: the PNG, and the SVG for programs that show it.
func (w *writer) drawing(p document.Picture, raster, svg string, o orientation) string {
	if raster == "" {
		raster = blank()
	}
	extension := ""
	n := w.id()
	bitmap := w.addMedia(fmt.Sprintf("picture%d.png", n), raster)
	if svg != "" {
		extension = `<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="` +
			w.addMedia(fmt.Sprintf("picture%d.svg", n), svg) + `"/></a:ext></a:extLst>`
	}
	cx, cy := size(p, o)
	title := escape(document.PlainText(p.Caption))
	return fmt.Sprintf(`<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="%[1]d" cy="%[2]d"/><wp:docPr id="%[3]d" name="%[4]s %[5]d" descr="%[6]s" title="%[7]s"/>`+
		`<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>`+
		`<pic:nvPicPr><pic:cNvPr id="%[3]d" name="%[4]s %[5]d" descr="%[6]s"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="%[8]s">%[9]s</a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill>`+
		`<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="%[1]d" cy="%[2]d"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`,
		cx, cy, n, escape(w.doc.Words.Picture), p.Number, escape(p.Alt), title, bitmap, extension)
}

func (w *writer) addMedia(name, data string) string {
	w.media = append(w.media, part{name: "word/media/" + name, data: data})
	return w.main.add(officeRel+"image", "media/"+name)
}

// wellFormed says whether a drawing can be read as XML: one that cannot would
// make the whole file unreadable to some programs.
func wellFormed(svg []byte) bool {
	d := xml.NewDecoder(strings.NewReader(string(svg)))
	elements := 0
	for {
		t, err := d.Token()
		if errors.Is(err, io.EOF) {
			return elements > 0
		}
		if err != nil {
			return false
		}
		if e, ok := t.(xml.StartElement); ok {
			if elements == 0 && e.Name.Local != "svg" {
				return false
			}
			elements++
		}
	}
}
