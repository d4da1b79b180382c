package coverage

// Curve is the share of a group in a unit within each whole number of minutes,
// from 0 to most, in a state: a distribution and not only its mean. It is nil where
// the group has nobody.
func (c *Coverage) Curve(state, unit, group, most int) ([]float64, error) {
	a, err := c.AccessIn(state)
	if err != nil {
		return nil, err
	}
	b := c.base()
	within, people := make([]int64, most+1), int64(0)
	for _, p := range b.units[unit].Points {
		n := int64(b.groups[group].People[p])
		people += n
		if m := (int64(a.Seconds[p]) + 59) / 60; a.Seconds[p] != Unreachable && m <= int64(most) {
			within[m] += n
		}
	}
	if people == 0 {
		return nil, nil
	}
	out, sum := make([]float64, most+1), int64(0)
	for m := range out {
		sum += within[m]
		out[m] = float64(sum) / float64(people)
	}
	return out, nil
}
