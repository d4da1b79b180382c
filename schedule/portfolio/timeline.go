package portfolio

// timeline is what is free of a leader or a team, day by day; beyond the last day it is tail.
type timeline struct {
	free []int16
	tail int16
	base []int16 // what is free when nothing is planned
}

func newTimeline(capacity int32, steps []Step) timeline {
	t := timeline{tail: int16(capacity)}
	for _, s := range steps {
		for int32(len(t.base)) < s.From {
			t.base = append(t.base, t.tail)
		}
		t.tail = int16(s.Capacity)
	}
	return t
}

// reset forgets what is planned.
func (t *timeline) reset() { t.free = append(t.free[:0], t.base...) }

// conflict returns the last day of from … to−1 on which less than amount is free, or −1.
func (t *timeline) conflict(from, to, amount int32) int32 {
	n := int32(len(t.free))
	if to > n && to > from && int32(t.tail) < amount {
		return to - 1
	}
	for day := min(to, n) - 1; day >= from; day-- {
		if int32(t.free[day]) < amount {
			return day
		}
	}
	return -1
}

// take plans amount from from to to; a negative amount gives it back.
func (t *timeline) take(from, to, amount int32) {
	for int32(len(t.free)) < to {
		t.free = append(t.free, t.tail)
	}
	for day := from; day < to; day++ {
		t.free[day] -= int16(amount)
	}
}

// idle returns for how many days before day something has been free, up to most: little is a good fit.
func (t *timeline) idle(day, most int32) int32 {
	for k := int32(0); k < most; k++ {
		d := day - 1 - k
		if d < 0 || d < int32(len(t.free)) && t.free[d] <= 0 {
			return k
		}
	}
	return most
}
