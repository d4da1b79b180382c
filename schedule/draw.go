package schedule

import "math"

// block is how many runs are computed together. Activity by activity over a block of runs, the loops
// are short and free of branches that depend on the network, and everything stays in the first cache.
const block = 256

// draw fills the rows of slot i for runs run0 … run0+count−1 with what chance decides: the duration,
// and the actual start and finish where they are known as spans only. m is what common causes add to the
// chance; it is read for slots that are mixed.
func (n *Network) draw(d *dates, i int32, seed, key uint64, m *mixture, run0, count int) {
	sl := &n.slots[i]
	at := d.row(i)
	start, finish, duration := d.start[at:at+count], d.finish[at:at+count], d.duration[at:at+count]
	if sl.state != NotStarted {
		drawSpan(start, sl.start, stream(seed, key, sl.ordinal, forStart), run0)
	}
	own := stream(seed, key, sl.ordinal, forDuration)
	switch {
	case sl.state == Done:
		drawSpan(finish, sl.finish, stream(seed, key, sl.ordinal, forFinish), run0)
		for r := range finish {
			finish[r] = max(finish[r], start[r])
			duration[r] = finish[r] - start[r]
		}
		return
	case sl.remaining.Known:
		for r := range duration {
			duration[r] = n.now + sl.remaining.Value - start[r]
		}
		return
	case sl.state == Running && sl.mixed:
		drawMixedBeyond(duration, n.table[sl.table], m, start, n.now, own, run0)
	case sl.state == Running:
		drawBeyond(duration, n.table[sl.table], start, n.now, own, run0)
	case sl.mixed && !n.table[sl.table].constant():
		drawMixed(duration, n.deviates[sl.table], m, own, run0)
	default:
		drawDurations(duration, n.table[sl.table], own, run0)
	}
	n.strike(duration, i, seed, key, run0)
}

func drawSpan(into []int32, s Span, from uint64, run0 int) {
	if s.Lo == s.Hi {
		fill(into, s.Lo)
		return
	}
	days := float64(s.Hi - s.Lo + 1)
	x := from + uint64(run0)*golden
	for r := range into {
		into[r] = s.Lo + int32(uniform(x)*days)
		x += golden
	}
}

func drawDurations(into []int32, t *table, from uint64, run0 int) {
	if t.constant() {
		fill(into, t.first)
		return
	}
	guide, tail, scale, first := t.guide, t.tail, t.scale, t.first
	stop := len(tail) - 1
	x := from + uint64(run0)*golden
	for r := range into {
		v := uniform(x)
		x += golden
		k := int(guide[int(v*scale)])
		// The first step is taken by the sign of the difference: whether it is needed is a matter of
		// chance, so a branch on it would be guessed wrong again and again.
		k += int(math.Float64bits(v-float64(tail[k])) >> 63)
		for float64(tail[k]) > v {
			k++
		}
		if k == stop {
			into[r] = t.dist.beyond(v, first+int32(k))
			continue
		}
		into[r] = first + int32(k)
	}
}

// drawBeyond draws total durations given that they exceed what has elapsed since the start: the inverse
// distribution function at a number uniform on (CDF(elapsed), 1), counted from the upper end.
func drawBeyond(into []int32, t *table, start []int32, now int32, from uint64, run0 int) {
	x := from + uint64(run0)*golden
	var memory survivors
	for r := range into {
		elapsed := now - start[r]
		left := memory.of(t, elapsed)
		if left == 0 {
			into[r] = elapsed + 1
		} else {
			into[r] = max(t.at(uniform(x)*left), elapsed+1)
		}
		x += golden
	}
}

// survivors remembers the survivor probabilities of the days that a start known as a span makes possible: some
// few, again and again.
type survivors struct {
	day  [32]int32 // plus one, so that 0 is none
	left [32]float64
}

func (s *survivors) of(t *table, elapsed int32) float64 {
	k := elapsed & 31
	if s.day[k] != elapsed+1 {
		s.day[k], s.left[k] = elapsed+1, t.dist.Survivor(elapsed)
	}
	return s.left[k]
}

func fill(into []int32, v int32) {
	for i := range into {
		into[i] = v
	}
}

// forwardBlock does for count runs together what forward does for one. The two must agree.
func (n *Network) forwardBlock(d *dates, i int32, count int) {
	sl := &n.slots[i]
	if sl.state == Done {
		return
	}
	at := d.row(i)
	start, finish, duration := d.start[at:at+count], d.finish[at:at+count], d.duration[at:at+count]
	links := n.in(i)
	if sl.state == NotStarted {
		fill(start, sl.bound)
		for k := range links {
			if l := &links[k]; l.kind != FinishFinish {
				raise(start, d.events(l, count), l.lag)
			}
		}
	}
	for r := range finish {
		finish[r] = start[r] + duration[r]
	}
	for k := range links {
		if l := &links[k]; l.kind == FinishFinish {
			raise(finish, d.events(l, count), l.lag)
		}
	}
}

// events returns the row that a link reads, without its lag.
func (d *dates) events(l *inLink, count int) []int32 {
	at := d.row(l.pred)
	if l.kind == StartStart {
		return d.start[at : at+count]
	}
	return d.finish[at : at+count]
}

func raise(days, events []int32, lag int32) {
	for r, e := range events {
		days[r] = max(days[r], e+lag)
	}
}
