package sample

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"

	"github.com/etablera/etablera/internal/report/document"
)

// picture is a bar chart of no particular meaning in both forms.
func picture(id string, number, width, height int, caption, alt, sentence string) document.Picture {
	navy := color.RGBA{0x12, 0x39, 0x5e, 0xff}
	canvas := image.NewRGBA(image.Rect(0, 0, width, height))
	draw.Draw(canvas, canvas.Bounds(), image.White, image.Point{}, draw.Src)
	var svg bytes.Buffer
	fmt.Fprintf(&svg, `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="%[1]s-t" viewBox="0 0 %[2]d %[3]d" width="%[2]d" height="%[3]d">`, id, width, height)
	fmt.Fprintf(&svg, `<title id="%s-t">%s</title><rect width="%d" height="%d" fill="#ffffff"/>`, id, alt, width, height)
	for i := range 12 {
		h := (height - 40) * (i + 2) / 14
		bar := image.Rect(20+i*(width-40)/12, height-20-h, 20+i*(width-40)/12+(width-40)/16, height-20)
		draw.Draw(canvas, bar, image.NewUniform(navy), image.Point{}, draw.Src)
		fmt.Fprintf(&svg, `<rect x="%d" y="%d" width="%d" height="%d" fill="#12395e"/>`, bar.Min.X, bar.Min.Y, bar.Dx(), bar.Dy())
	}
	svg.WriteString("</svg>\n")
	var raster bytes.Buffer
	// Encoding into memory cannot fail.
	_ = png.Encode(&raster, canvas)
	return document.Picture{ID: id, Number: number, Caption: document.TextOf(caption), Alt: alt,
		Sentence: document.TextOf(sentence), SVG: svg.Bytes(), PNG: raster.Bytes(), Width: width, Height: height}
}
