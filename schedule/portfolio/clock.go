package portfolio

// ClockSpec is time that somebody else takes by rule, such as the ten weeks from a complete application within which a building
// permit is decided. What counts is the step in force on the day on which the activity starts. The caller states the
// rule and from when it holds.
type ClockSpec struct {
	Name  string
	Steps []ClockStep // the first from day 0; days rise
}

// ClockStep is a rule from a day on: Days calendar days, and Extra more for a complex case.
type ClockStep struct{ From, Days, Extra int32 }

// days returns how long the clock runs for what starts on day s.
func (c *ClockSpec) days(s int32, complex bool) int32 {
	k := len(c.Steps) - 1
	for k > 0 && c.Steps[k].From > s {
		k--
	}
	d := c.Steps[k].Days
	if complex {
		d += c.Steps[k].Extra
	}
	return d
}

// shrinks tells whether starting later can mean finishing earlier.
func (c *ClockSpec) shrinks() bool {
	for k := 1; k < len(c.Steps); k++ {
		if a, b := c.Steps[k-1], c.Steps[k]; b.Days < a.Days || b.Days+b.Extra < a.Days+a.Extra {
			return true
		}
	}
	return false
}

// least returns the shortest time that the clock ever takes.
func (c *ClockSpec) least(complex bool) int32 {
	d := int32(MaxDay)
	for _, st := range c.Steps {
		d = min(d, c.days(st.From, complex))
	}
	return d
}
