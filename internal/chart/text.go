package chart

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/text/unicode/norm"
)

// How far the Go fonts reach above and below the baseline, per unit of size,
// for the letters of Swedish and English.
const (
	ascent  = 0.95
	descent = 0.22
)

// Widths are taken at this many pixels per em: the fonts' own units, so that
// nothing is rounded.
const emUnits = 2048

// fonts holds the regular and the bold font, parsed once. An sfnt.Font may be
// used from several goroutines as long as each has its own buffer.
var fonts = sync.OnceValue(func() (f [2]*sfnt.Font) {
	for i, ttf := range [][]byte{goregular.TTF, gobold.TTF} {
		var err error
		if f[i], err = sfnt.Parse(ttf); err != nil {
			panic("chart: embedded font: " + err.Error())
		}
	}
	return f
})

func fontOf(bold bool) *sfnt.Font {
	if bold {
		return fonts()[1]
	}
	return fonts()[0]
}

// TextWidth returns the width of a text in px at the given size in px.
func TextWidth(s string, size float64, bold bool) float64 {
	var buf sfnt.Buffer
	f, units := fontOf(bold), fixed.Int26_6(0)
	for _, r := range drawable(s, f, &buf) {
		gi, err := f.GlyphIndex(&buf, r)
		if err != nil {
			gi = 0
		}
		adv, err := f.GlyphAdvance(&buf, gi, fixed.I(emUnits), font.HintingNone)
		if err == nil {
			units += adv
		}
	}
	return float64(units) / 64 / emUnits * size
}

// drawable composes letters with their marks and puts a plain no-break space
// where the font lacks one of the finer spaces that number formats use.
func drawable(s string, f *sfnt.Font, buf *sfnt.Buffer) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Zs, r) {
			if gi, err := f.GlyphIndex(buf, r); err != nil || gi == 0 {
				return '\u00a0'
			}
		}
		return r
	}, clean(s))
}

// clean makes a text fit for one line of any picture: valid UTF-8, composed,
// without control characters, which XML 1.0 forbids.
func clean(s string) string {
	return norm.NFC.String(strings.Map(func(r rune) rune {
		switch {
		case r == '\u00ad' || r == '\u200b' || r == '\ufeff':
			return -1 // invisible hints for breaking lines
		case unicode.IsControl(r) || r == '\u2028' || r == '\u2029':
			return ' '
		case r == '\ufffe' || r == '\uffff':
			return utf8.RuneError
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd")))
}

// Elide shortens a text to at most max px with an ellipsis, and returns ""
// where not even one letter and the ellipsis fit.
func Elide(s string, size float64, bold bool, max float64) string {
	s = strings.TrimSpace(clean(s))
	if TextWidth(s, size, bold) <= max {
		return s
	}
	rs := []rune(s)
	lo, hi := 0, len(rs)
	for lo < hi {
		mid := (lo + hi + 1) / 2
		if TextWidth(elided(rs[:mid]), size, bold) <= max {
			lo = mid
		} else {
			hi = mid - 1
		}
	}
	if lo == 0 {
		return ""
	}
	return elided(rs[:lo])
}

// elided ends the text in an ellipsis, without a space, a comma or a bracket
// hanging before it.
func elided(rs []rune) string {
	return strings.TrimRightFunc(string(rs), func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune(",;:.–-(", r)
	}) + "…"
}

// wrap breaks a text at spaces into at most n lines of at most max px; the
// last line, or a single word that is too long, is elided.
func wrap(s string, size float64, bold bool, max float64, n int) []string {
	var lines []string
	rest := strings.Fields(clean(s))
	for len(rest) > 0 {
		if len(lines) == n-1 {
			return append(lines, Elide(strings.Join(rest, " "), size, bold, max))
		}
		k := 1
		for k < len(rest) && TextWidth(strings.Join(rest[:k+1], " "), size, bold) <= max {
			k++
		}
		lines = append(lines, Elide(strings.Join(rest[:k], " "), size, bold, max))
		rest = rest[k:]
	}
	return lines
}

// type sizes in px.
const (
	sizeBody  = 12.5 // labels of rows, legend
	sizeSmall = 11.5 // axes, notes, values
	lineStep  = 15.0 // from one baseline of small text to the next
)

// label makes a text of at most max px; ok is false where it does not fit at all.
func label(at Point, s string, max float64, t Text) (Text, bool) {
	s = strings.TrimSpace(clean(s))
	t.At, t.Text = at, Elide(s, t.Size, t.Bold, max)
	if t.Text != s {
		t.Full = s
	}
	if t.Colour == "" {
		t.Colour = ink
	}
	return t, t.Text != ""
}

// text adds a text of at most max px to the drawing.
func (d *Drawing) text(at Point, s string, max float64, t Text) {
	if t, ok := label(at, s, max, t); ok {
		d.add(t)
	}
}
