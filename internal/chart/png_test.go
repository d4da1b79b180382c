package chart

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	"image/png"
	"maps"
	"math"
	"slices"
	"testing"
)

func pngOf(t *testing.T, d *Drawing, scale float64) image.Image {
	t.Helper()
	b, err := d.PNG(scale)
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	return img
}

// at returns the colour of a device pixel.
func at(img image.Image, x, y int) color.RGBA {
	return color.RGBAModel.Convert(img.At(x, y)).(color.RGBA)
}

// inked counts pixels that are not white.
func inked(img image.Image) (n int) {
	b := img.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			if at(img, x, y) != (color.RGBA{255, 255, 255, 255}) {
				n++
			}
		}
	}
	return n
}

// Every sample's picture has the drawing's size and something on it, and is
// the same each time.
func TestPNGOfSamples(t *testing.T) {
	all := samples()
	for _, name := range slices.Sorted(maps.Keys(all)) {
		d, err := all[name].Draw()
		if err != nil {
			t.Fatal(err)
		}
		img := pngOf(t, d, 1.5)
		if w, h := int(math.Ceil(d.Width*1.5)), int(math.Ceil(d.Height*1.5)); img.Bounds() != image.Rect(0, 0, w, h) {
			t.Errorf("%s: %v, want %d by %d", name, img.Bounds(), w, h)
		}
		if share := float64(inked(img)) / float64(img.Bounds().Dx()*img.Bounds().Dy()); share < 0.01 || share > 0.6 {
			t.Errorf("%s: %.3f of it is inked", name, share)
		}
		a, _ := d.PNG(1)
		b, _ := d.PNG(1)
		if !bytes.Equal(a, b) {
			t.Errorf("%s: two pictures differ", name)
		}
	}
}

// A plain rectangle covers exactly its pixels, at every scale.
func TestPNGRect(t *testing.T) {
	d := blank()
	d.add(Rect{10, 20, 30, 40, Style{Fill: navy}})
	for _, scale := range []float64{1, 2, 3} {
		img, k := pngOf(t, d, scale), int(scale)
		if got, want := inked(img), 30*40*k*k; got != want {
			t.Errorf("scale %d: %d pixels, want %d", k, got, want)
		}
		if at(img, 10*k, 20*k) != navy.rgba() || at(img, 40*k-1, 60*k-1) != navy.rgba() {
			t.Errorf("scale %d: wrong corners", k)
		}
	}
}

// amount sums darkness, so that anti-aliased areas can be measured in px².
func amount(img image.Image) (a float64) {
	b := img.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			a += 1 - float64(at(img, x, y).R)/255
		}
	}
	return a
}

// The inked area of shapes is what geometry says.
func TestPNGAreas(t *testing.T) {
	black := Colour("#000000")
	for _, c := range []struct {
		name string
		mark Mark
		want float64
	}{
		{"disc", Circle{Point{50, 50}, 20, Style{Fill: black}}, math.Pi * 400},
		{"ring", Circle{Point{50, 50}, 20, Style{Stroke: black, Width: 2}}, math.Pi * 80},
		{"triangle", Path{[]Point{{10, 10}, {50, 10}, {10, 90}}, true, Style{Fill: black}}, 1600},
		{"line", Line{Point{10, 10}, Point{40, 50}, Style{Stroke: black, Width: 3}}, 150},
		{"dashes", Line{Point{10, 10}, Point{110, 10}, Style{Stroke: black, Width: 2, Dash: Dashed}}, 120},
		{"frame", Rect{10, 10, 50, 30, Style{Stroke: black, Width: 2}}, 319}, // 160·2 less the rounding of corners
		{"rising lines", Rect{0, 0, 60, 60, Style{Fill: white, Pattern: Diagonal, Ink: black}}, 3600 * hatchWidth * math.Sqrt2 / tile},
		{"falling lines", Rect{0, 0, 60, 60, Style{Fill: white, Pattern: BackDiagonal, Ink: black}}, 3600 * hatchWidth * math.Sqrt2 / tile},
		{"level lines", Rect{0, 0, 60, 60, Style{Fill: white, Pattern: Horizontal, Ink: black}}, 3600 * hatchWidth / tile},
		{"dots", Rect{0, 0, 60, 60, Style{Fill: white, Pattern: Dots, Ink: black}}, 100 * math.Pi * dotRadius * dotRadius},
	} {
		d := blank()
		d.add(c.mark)
		if got := amount(pngOf(t, d, 4)) / 16; math.Abs(got-c.want) > c.want*0.02 {
			t.Errorf("%s covers %.1f px², want %.1f", c.name, got, c.want)
		}
	}
}

// A text is inked where its bounds say; a halo hides what is behind it.
func TestPNGText(t *testing.T) {
	for _, anchor := range []Anchor{Start, Middle, End} {
		d := blank()
		txt := Text{At: Point{150, 50}, Text: "Öppnat gång", Size: 14, Anchor: anchor, Colour: ink}
		d.add(txt)
		img := pngOf(t, d, 2)
		b := txt.Bounds().grown(1)
		n := 0
		for y := range img.Bounds().Max.Y {
			for x := range img.Bounds().Max.X {
				if at(img, x, y).R < 200 {
					n++
					if p := (Point{float64(x) / 2, float64(y) / 2}); !(Box{p, p}).Within(b) {
						t.Fatalf("anchor %d: ink at %v, outside %v", anchor, p, b)
					}
				}
			}
		}
		if n < 300 {
			t.Errorf("anchor %d: only %d dark pixels", anchor, n)
		}
	}
	bare, haloed := blank(), blank()
	bare.add(Rect{0, 0, 300, 100, Style{Fill: navy}}, Text{At: Point{50, 50}, Text: "halo", Size: 20, Colour: navy})
	haloed.add(Rect{0, 0, 300, 100, Style{Fill: navy}}, Text{At: Point{50, 50}, Text: "halo", Size: 20, Colour: navy, Halo: true})
	if a, b := amount(pngOf(t, bare, 1)), amount(pngOf(t, haloed, 1)); b > a-50 {
		t.Errorf("a halo takes away only %.0f px²", a-b)
	}
}

// A scale that would make a useless or a huge picture is refused.
func TestPNGScale(t *testing.T) {
	d := blank()
	big := blank()
	big.Width, big.Height = 2000, 5000
	for _, c := range []struct {
		d     *Drawing
		scale float64
		isOK  bool
	}{{d, 1, true}, {d, 0.5, true}, {d, 0, false}, {d, -1, false}, {d, 9, false}, {d, math.NaN(), false}, {d, math.Inf(1), false}, {big, 3, false}} {
		_, err := c.d.PNG(c.scale)
		var e *Error
		if (err == nil) != c.isOK || err != nil && (!errors.As(err, &e) || e.Key != KeySize) {
			t.Errorf("scale %v: %v", c.scale, err)
		}
	}
}
