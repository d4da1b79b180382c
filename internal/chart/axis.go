package chart

import "math"

// Ticks returns round values that divide the range from lo to hi: multiples of
// 1, 2 or 5 times a power of ten, the first at or below lo and the last at or
// above hi, at most most+1 of them where most ≥ 2. With whole set the step is never
// below 1, for counts. A range without length is widened first; one that is
// not finite, or reaches beyond ±1e15, has no ticks.
func Ticks(lo, hi float64, most int, whole bool) []float64 {
	if !(math.Abs(lo) <= largest && math.Abs(hi) <= largest) {
		return nil
	}
	if hi < lo {
		lo, hi = hi, lo
	}
	if hi-lo <= math.Max(math.Abs(lo), math.Abs(hi))*1e-12+1e-100 {
		pad := math.Max(math.Abs(lo)*0.1, 1)
		if lo == 0 {
			hi = 1
		} else {
			lo, hi = lo-pad, hi+pad
		}
	}
	most = max(most, 2)
	power := int(math.Floor(math.Log10((hi-lo)/float64(most)))) - 1
	for ; ; power++ {
		if whole && power < 0 {
			continue
		}
		for _, m := range [...]float64{1, 2, 5} {
			first, last := math.Floor(per(lo, m, power)), math.Ceil(per(hi, m, power))
			if n := int(last - first); n <= most {
				ticks := make([]float64, n+1)
				for i := range ticks {
					ticks[i] = times(first+float64(i), m, power)
				}
				return ticks
			}
		}
	}
}

// per and times divide and multiply by m·10^power; a negative power divides by
// the whole number 10^-power, so that the third tenth is 0.3 and not
// 0.30000000000000004.
func per(v, m float64, power int) float64 {
	if power < 0 {
		return v * math.Pow10(-power) / m
	}
	return v / (m * math.Pow10(power))
}

func times(v, m float64, power int) float64 {
	if v == 0 {
		return 0 // never -0, which formats as such
	}
	if power < 0 {
		return v * m / math.Pow10(-power)
	}
	return v * m * math.Pow10(power)
}

// A scale maps values to places, both ends included.
type scale struct{ lo, hi, from, to float64 }

func (s scale) at(v float64) float64 {
	return s.from + (v-s.lo)/(s.hi-s.lo)*(s.to-s.from)
}

// ticksFor returns the ticks that suit an upright axis of the given height.
func ticksFor(lo, hi, height float64, whole bool) []float64 {
	return Ticks(lo, hi, int(height/38), whole)
}

// widest returns the greatest width among the values' texts.
func widest(vs []float64, format func(float64) string, size float64) float64 {
	w := 0.0
	for _, v := range vs {
		w = math.Max(w, TextWidth(format(v), size, false))
	}
	return w
}

// either returns the first format unless it is missing.
func either(f, g func(float64) string) func(float64) string {
	if f != nil {
		return f
	}
	return g
}

// labelled returns the step at which labels along a level axis, spaced gap px
// apart and at most w px wide, keep clear of each other.
func labelled(gap, w float64) int {
	if gap <= 0 {
		return 1
	}
	return max(1, int(math.Ceil((w+8)/gap)))
}

// upright draws the axis at the left of a plot: thin level lines, their values
// to the left, no upright line. It returns the scale.
func (d *Drawing) upright(ticks []float64, format func(float64) string, plot Box) scale {
	s := scale{ticks[0], ticks[len(ticks)-1], plot.Max.Y, plot.Min.Y}
	room := plot.Min.X - 8 - margin
	for i, v := range ticks {
		style := Style{Stroke: grid, Width: 1}
		if i == 0 {
			style.Stroke = axis
		}
		y := s.at(v)
		d.add(Line{Point{plot.Min.X, y}, Point{plot.Max.X, y}, style})
		d.text(Point{plot.Min.X - 8, y + sizeSmall*0.35}, format(v), room, Text{Size: sizeSmall, Anchor: End, Colour: muted})
	}
	return s
}

// margin is the white edge around every drawing, in px.
const margin = 10.0
