package portfolio

// CalendarSpec says which days somebody works: bit t of Bits for day t, for the days before Length. From Length on its last
// seven days repeat. Make one with [NewCalendar].
type CalendarSpec struct {
	Name   string
	Bits   []uint64
	Length int32
}

// NewCalendar asks works for each day before length, at least seven.
func NewCalendar(name string, length int32, works func(day int32) bool) CalendarSpec {
	c := CalendarSpec{Name: name, Bits: make([]uint64, (length+63)/64), Length: length}
	for t := range length {
		if works(t) {
			c.Bits[t>>6] |= 1 << (t & 63)
		}
	}
	return c
}

// Works tells whether day t ≥ 0 is a working day.
func (c *CalendarSpec) Works(t int32) bool {
	if t >= c.Length {
		t = c.Length - 7 + (t-c.Length)%7
	}
	return c.Bits[t>>6]>>(t&63)&1 == 1
}

// calendar is laid out for counting: days[k] is the k-th working day and before[t] the number of them before day t. A nil
// calendar works every day. Beyond the axis everything happens on MaxDay.
type calendar struct {
	days, before []int32
	irregular    int32 // working days before the days repeat
}

func newCalendar(s *CalendarSpec) *calendar {
	c := &calendar{days: make([]int32, 0, MaxDay), before: make([]int32, MaxDay+1)}
	for t := range int32(MaxDay) {
		c.before[t] = int32(len(c.days))
		if s.Works(t) {
			c.days = append(c.days, t)
		}
	}
	c.before[MaxDay] = int32(len(c.days))
	c.irregular = c.count(s.Length + 7)
	c.days = append(c.days, MaxDay)
	return c
}

// nth returns the k-th working day, at the ends the first or MaxDay.
func (c *calendar) nth(k int32) int32 { return c.days[min(max(k, 0), int32(len(c.days)-1))] }

// count returns the number of working days before day t.
func (c *calendar) count(t int32) int32 { return c.before[min(max(t, 0), MaxDay)] }

// snap returns the first working day from t on.
func (c *calendar) snap(t int32) int32 {
	if c == nil {
		return t
	}
	return c.nth(c.count(t))
}

// after returns the finish of d working days that begin on the working day s.
func (c *calendar) after(s, d int32) int32 {
	if d <= 0 {
		return s
	}
	if c == nil {
		return min(s+d, MaxDay)
	}
	return min(c.nth(c.count(s)+d-1)+1, MaxDay)
}

// shift moves a point in time by a lag of working days, which may be negative.
func (c *calendar) shift(t, lag int32) int32 {
	switch {
	case c == nil || lag == 0:
		return t + lag
	case lag > 0:
		return c.nth(c.count(t)+lag-1) + 1
	}
	if k := c.count(t) + lag; k >= 0 {
		return c.nth(k)
	}
	return 0
}

// least returns the fewest days that d working days can lie apart from first to last, both included. O(days before the calendar
// repeats).
func (c *calendar) least(d int32) int32 {
	if c == nil || d <= 1 {
		return d
	}
	best := int32(MaxDay)
	for k := int32(0); k <= c.irregular; k++ {
		best = min(best, c.nth(k+d-1)-c.nth(k)+1)
	}
	return max(best, d)
}
