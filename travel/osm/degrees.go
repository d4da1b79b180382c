package osm

// parseDegrees reads a decimal number of degrees as 10⁻⁷ degrees, rounded half away from zero, and says whether it is one
// that lies within ± most.
func parseDegrees(s string, most int64) (int32, bool) {
	negative := false
	if s != "" && (s[0] == '-' || s[0] == '+') {
		negative, s = s[0] == '-', s[1:]
	}
	value, digits, fraction, up := int64(0), 0, -1, false
	for i := range len(s) {
		c := s[i]
		switch {
		case c == '.' && fraction < 0:
			fraction = 0
			continue
		case c < '0' || c > '9' || value > 1e12:
			return 0, false
		case fraction < 7:
			value = value*10 + int64(c-'0')
		case fraction == 7:
			up = c >= '5'
		}
		digits++
		if fraction >= 0 {
			fraction++
		}
	}
	for f := max(fraction, 0); f < 7; f++ {
		value *= 10
	}
	if up {
		value++
	}
	if digits == 0 || digits > 40 || value > most*1e7 {
		return 0, false
	}
	if negative {
		value = -value
	}
	return int32(value), true
}
