package chart

import "strings"

// heading draws what stands above a picture, wrapped to its width, from y down, and gives
// where it ends. The first line is the title.
func (d *Drawing) heading(y float64, lines []string) float64 {
	for i, line := range lines {
		size, colour := sizeSmall, muted
		if i == 0 {
			size, colour = sizeBody, ink
		}
		for _, part := range wrapped(clean(line), d.Width-2*margin, size, i == 0) {
			y += lineStep
			d.text(Point{margin, y - 3}, part, d.Width-2*margin+0.01, Text{Size: size, Bold: i == 0, Colour: colour})
		}
	}
	if len(lines) > 0 {
		y += 6
	}
	return y
}

// wrapped breaks a text between words into lines no wider than so many pixels; a longer
// word has a line of its own.
func wrapped(text string, width, size float64, bold bool) []string {
	var out []string
	line := ""
	for _, word := range strings.Fields(text) {
		longer := strings.TrimSpace(line + " " + word)
		if line != "" && TextWidth(longer, size, bold) > width {
			out, longer = append(out, line), word
		}
		line = longer
	}
	if line != "" {
		out = append(out, line)
	}
	return out
}
