package constrained

// builder makes schedules on one network: it holds what one goroutine needs, so that nothing is allocated
// per schedule.
type builder struct {
	w    *network
	days int32      // length of the free arrays
	used int32      // days that differ from full
	free [][]uint64 // word, day
}

func newBuilder(w *network, days int32) *builder {
	b := &builder{w: w, free: make([][]uint64, w.words)}
	b.grow(min(days, 1024))
	return b
}

func (b *builder) grow(days int32) {
	for k := range b.free {
		more := make([]uint64, days)
		n := copy(more, b.free[k])
		for i := n; i < len(more); i++ {
			more[i] = b.w.full[k]
		}
		b.free[k] = more
	}
	b.days = days
}

func (b *builder) clear() {
	for k, free := range b.free {
		for i := range free[:min(b.used, b.days)] {
			free[i] = b.w.full[k]
		}
	}
	b.used = 0
}

// fit returns the first day from est on at which activity j has room for its whole length. Looking from
// the end of the window backwards skips furthest after a full day.
func (b *builder) fit(j, est int32) int32 {
	w, d := b.w, b.w.dur[j]
	needs := w.needs(j)
	if len(needs) == 0 {
		return est
	}
	t := est
	for {
		if t+d > b.days {
			b.grow(2 * (t + d))
		}
		moved := false
		for _, n := range needs {
			free := b.free[n.word]
			for u := t + d - 1; u >= t; u-- {
				if (free[u]-n.lane)&guard != guard {
					t, moved = u+1, true
					break
				}
			}
			if moved {
				break
			}
		}
		if !moved {
			return t
		}
	}
}

// take occupies what activity j needs from day t on.
func (b *builder) take(j, t int32) {
	end := t + b.w.dur[j]
	for _, n := range b.w.needs(j) {
		free := b.free[n.word][t:end]
		for i := range free {
			free[i] -= n.lane
		}
	}
	b.used = max(b.used, end)
}

// serial is the serial schedule generation scheme (Kolisch & Hartmann 2006): each activity in the given
// order, in which every arc leads forward, as early as its links and the resources allow. It fills start
// and returns the makespan. O(n·(links + days looked at)).
func (b *builder) serial(order, start []int32) int32 {
	b.clear()
	w := b.w
	end := int32(0)
	for _, j := range order {
		est := w.head[j]
		for _, a := range w.preds(j) {
			est = max(est, start[a.to]+a.wait)
		}
		t := b.fit(j, est)
		b.take(j, t)
		start[j] = t
		end = max(end, t+w.tail[j])
	}
	return end
}
