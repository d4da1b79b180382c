package chart

// The names of the bars, the names of their groups, and two rows of figures
// stand below the bars as a small table: over the bars the figures would meet
// whiskers and limits.

// heads returns the width of the rows' headings.
func (l *barsLayout) heads() float64 {
	w := TextWidth(clean(l.Legend.Sum), sizeSmall, true)
	if l.HasLimits {
		w = max(w, TextWidth(clean(l.Legend.Limit), sizeSmall, false))
	}
	return w
}

// table writes the rows from y down and returns where they end.
func (l *barsLayout) table(y float64) float64 {
	y = l.names(y)
	y = l.groups(y)
	n := len(l.Bars.Bars)
	sums, limits := make([]cell, n), make([]cell, n)
	for i, b := range l.Bars.Bars {
		if v, isWhole := b.sum(); isWhole {
			sums[i].text = clean(l.Value(v))
		} else {
			sums[i] = cell{clean(l.UnknownSum), true}
		}
		if b.Limit.IsKnown {
			limits[i].text = clean(l.Value(b.Limit.Value))
		} else {
			limits[i] = cell{clean(l.UnknownLimit), true}
		}
	}
	y = l.figures(y, l.Legend.Sum, true, sums)
	if l.HasLimits {
		y = l.figures(y, l.Legend.Limit, false, limits)
	}
	return y
}

// names writes the bars' labels: under every bar if they fit, else in lines if
// the bars stand wide, else under every second, third … bar.
func (l *barsLayout) names(y float64) float64 {
	w := 0.0
	for _, b := range l.Bars.Bars {
		w = max(w, TextWidth(clean(b.Label), sizeSmall, false))
	}
	lines, step := 1, 1
	if w > l.slot-6 && l.slot >= 44 {
		lines = 3
	} else if w > l.slot-6 {
		step = labelled(l.slot, min(w, 3*l.slot))
	}
	used := 1
	for i := 0; i < len(l.Bars.Bars); i += step {
		// The last of several may reach beyond the bars, where no room is.
		span := min(float64(step)*l.slot, 2*(l.plot.Max.X-l.centre(i)), 2*(l.centre(i)-margin))
		parts := wrap(l.Bars.Bars[i].Label, sizeSmall, false, span-6, lines)
		used = max(used, len(parts))
		for k, part := range parts {
			l.d.text(Point{l.centre(i), y + float64(k+1)*(lineStep-1)}, part, span-6, Text{Size: sizeSmall, Anchor: Middle, Colour: muted})
		}
	}
	return y + float64(used)*(lineStep-1) + 5
}

// runs calls f for each run of bars that are alike.
func (l *barsLayout) runs(alike func(i, k int) bool, f func(i, last int, from, to float64)) {
	for i := 0; i < len(l.Bars.Bars); {
		k := i + 1
		for k < len(l.Bars.Bars) && alike(i, k) {
			k++
		}
		f(i, k-1, l.centre(i)-l.slot/2+3, l.centre(k-1)+l.slot/2-3)
		i = k
	}
}

func (l *barsLayout) groups(y float64) float64 {
	hasGroups := false
	l.runs(func(i, k int) bool { return l.Bars.Bars[i].Group == l.Bars.Bars[k].Group }, func(i, _ int, from, to float64) {
		s := clean(l.Bars.Bars[i].Group)
		if s == "" || to <= from {
			return
		}
		hasGroups = true
		l.d.add(Line{Point{from, y + 1}, Point{to, y + 1}, Style{Stroke: axis, Width: 1}})
		l.d.text(Point{(from + to) / 2, y + lineStep}, s, to-from, Text{Size: sizeSmall, Anchor: Middle, Colour: muted})
	})
	if !hasGroups {
		return y
	}
	return y + lineStep + 6
}

// A cell is one figure of a row, or the caller's words for one that is not known.
type cell struct {
	text      string
	isUnknown bool
}

// figures writes a row below a thin line. If one number does not fit, none is
// written, so that none seems to be missing, and the words for what is not
// known may spread; a row with nothing in it is left out. Neighbours that are
// not known share their words.
func (l *barsLayout) figures(y float64, head string, isBold bool, cells []cell) float64 {
	fits := true
	for _, c := range cells {
		fits = fits && (c.isUnknown || TextWidth(c.text, sizeSmall, isBold) <= l.slot-5)
	}
	var row Drawing // holds the row's marks until it is known that there are any
	bottom := y + lineStep
	runs := l.unknownRuns(cells, !fits)
	for i, c := range cells {
		at := Point{l.centre(i), y + lineStep}
		if !c.isUnknown && fits {
			row.text(at, c.text, l.slot, Text{Size: sizeSmall, Bold: isBold, Anchor: Middle})
		}
	}
	for _, r := range runs {
		for k, s := range wrap(cells[r.bar].text, sizeSmall, false, r.room, 3) {
			at := Point{r.at, y + lineStep + float64(k)*(lineStep-1)}
			bottom = max(bottom, at.Y)
			row.text(at, s, r.room+0.01, Text{Size: sizeSmall, Anchor: Middle, Colour: muted})
		}
	}
	if len(row.Marks) == 0 {
		return y
	}
	l.d.add(Line{Point{margin, y + 1}, Point{l.plot.Max.X, y + 1}, Style{Stroke: grid, Width: 1}})
	l.d.text(Point{margin, y + lineStep}, head, l.plot.Min.X-margin-6, Text{Size: sizeSmall, Bold: isBold})
	l.d.add(row.Marks...)
	return bottom + 6
}

// An unknownRun is where the words for neighbouring unknown cells stand.
type unknownRun struct {
	bar      int // the first
	from, to float64
	at, room float64
}

// unknownRuns finds the runs; where no numbers are written they may spread as
// far as halfway to the next run.
func (l *barsLayout) unknownRuns(cells []cell, maySpread bool) (rs []unknownRun) {
	l.runs(func(i, k int) bool { return cells[i].isUnknown && cells[k].isUnknown }, func(i, _ int, from, to float64) {
		if cells[i].isUnknown {
			rs = append(rs, unknownRun{i, from, to, (from + to) / 2, to - from + 1})
		}
	})
	for i := range rs {
		left, right := l.plot.Min.X, l.plot.Max.X
		if i > 0 {
			left = (rs[i-1].to+rs[i].from)/2 + 3
		}
		if i+1 < len(rs) {
			right = (rs[i].to+rs[i+1].from)/2 - 3
		}
		if maySpread {
			rs[i].room = max(rs[i].room, 2*min(rs[i].at-left, right-rs[i].at))
		}
	}
	return rs
}
