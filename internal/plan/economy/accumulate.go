package economy

// accumulate costs the runs from first until last. rows has a cell for each
// run, class and tertial, and one tertial more for what falls after the horizon.
func (s *simulation) accumulate(rows []cell, first, last int) {
	width := s.periods + 1
	stride := width * len(s.classes)
	for i := range s.offices {
		o := &s.offices[i]
		row := rows[o.class*width:]
		for r := first; r < last; r++ {
			d := o.fixed
			if o.days != nil {
				d = o.base + int32(o.days[r])
			}
			s.count(o, row[(r-first)*stride:][:width], d)
		}
	}
	for c := range s.classes {
		s.settle(rows[c*width:], stride, c, first, last)
	}
}

// count adds an office that opens on a day, counted from day0, to its class.
func (s *simulation) count(o *simulated, row []cell, d int32) {
	d = max(0, min(d, int32(len(s.number))-1))
	open := min(d, o.lastRun)
	row[s.tertial[open]].operation += 1<<daysBits | int64(s.remaining[open])
	opening := s.number[d]
	length := int64(opening - o.start)
	if length <= 0 || o.noStart {
		q := 0
		for s.ends[q] <= opening {
			q++
		}
		row[q].work += 1 << wholeBits
		return
	}
	if o.shape != nil {
		length = max(1, length*o.longer>>20)
	}
	step := s.step[min(length, int64(len(s.step))-1)]
	var before int64
	for q := o.first; ; q++ {
		n := int64(s.ends[q] - o.start)
		if n >= length {
			row[q].work += 1<<wholeBits - before
			return
		}
		done := int64(uint64(n) * step >> (stepBits - wholeBits))
		if o.shape != nil {
			done = o.along(done)
		}
		row[q].work += done - before
		before = done
	}
}

// along reads a bent profile at a part of the time, linearly between its points.
func (o *simulated) along(time int64) int64 {
	const pointBits = wholeBits - 10 // shapePoints is 2^10
	i, rest := time>>pointBits, time&(1<<pointBits-1)
	a, b := int64(o.shape[i]), int64(o.shape[min(i+1, shapePoints)])
	return a + (b-a)*rest>>pointBits
}

// settle turns the counts of a class into money, tertial by tertial: what opened
// before has every day of a tertial, less what has closed.
func (s *simulation) settle(cells []cell, stride, c, first, last int) {
	var opened, days [maxBlock]int64   // offices; their days in operation in the year so far
	var paid [High + 1][maxBlock]int64 // for those days
	for q := s.classes[c].from; q < s.classes[c].until; q++ {
		if q%3 == 0 {
			clear(days[:])
			clear(paid[Low][:])
			clear(paid[High][:])
		}
		length, closed := s.length[q], s.classes[c].closed[q]
		for r := range last - first {
			x := cells[r*stride+q].operation
			days[r] += opened[r]*length + x&(1<<daysBits-1) - closed
			opened[r] += x >> daysBits
		}
		for sc := Low; sc < s.scenarios; sc++ {
			at := int(s.classes[c].types[sc])*s.periods + q
			cost, rate := s.cost[sc][at], s.rate[sc][at]
			work, run, paid := s.totals[sc][0][q][first:last], s.totals[sc][1][q][first:last], &paid[sc]
			for r := range work {
				if done := cells[r*stride+q].work; done != 0 {
					work[r] += mulShift(cost, done, wholeBits)
				}
				// A running total of the year, so that a whole year is exact.
				if days[r] != 0 {
					now := mulShift(rate, days[r], rateBits)
					run[r] += now - paid[r]
					paid[r] = now
				}
			}
		}
	}
}

// settleSteady costs the years in which the class is open in every run.
func (c *class) settleSteady(s *simulation, sc Scenario) {
	sofar := int64(0)
	for q := c.until; q < s.periods; q++ {
		if q%3 == 0 {
			sofar = 0
		}
		rate := s.rate[sc][int(c.types[sc])*s.periods+q]
		days := sofar + c.offices*s.length[q] - c.closed[q]
		s.steady[sc][q] += mulShift(rate, days, rateBits) - mulShift(rate, sofar, rateBits)
		sofar = days
	}
}

// gather sums the tertials from first until last of every run.
func (s *simulation) gather(out []int64, first, last int, k Kind, sc Scenario) {
	steady := int64(0)
	if k != Establishment {
		for _, v := range s.steady[sc][first:last] {
			steady += v
		}
	}
	for r := range out {
		out[r] = steady
	}
	for q := first; q < last; q++ {
		for kind, runs := range s.totals[sc] {
			if k != All && k != Kind(kind) {
				continue
			}
			for r, v := range runs[q] {
				out[r] += v
			}
		}
	}
}
