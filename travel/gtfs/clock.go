package gtfs

import "fmt"

// Seconds is a time as seconds after the beginning of the service day. NoTime stands where there is none.
type Seconds int32

// NoTime stands where a feed gives no time.
const NoTime Seconds = -1

// maxTime bounds times: ten days, which no scheduled trip of people exceeds.
const maxTime Seconds = 240 * 3600

// clock reads H:MM:SS with one to three digits of hours.
func clock(b []byte) (Seconds, bool) {
	if len(b) < 7 || len(b) > 9 {
		return NoTime, false
	}
	n := len(b)
	if b[n-3] != ':' || b[n-6] != ':' {
		return NoTime, false
	}
	h, ok1 := whole(b[:n-6])
	m, ok2 := whole(b[n-5 : n-3])
	s, ok3 := whole(b[n-2:])
	if !ok1 || !ok2 || !ok3 || m > 59 || s > 59 || h > 240 {
		return NoTime, false
	}
	t := Seconds(h*3600 + m*60 + s)
	return t, t <= maxTime
}

// whole reads an unsigned number of at most nine ASCII digits.
func whole(b []byte) (int, bool) {
	if len(b) == 0 || len(b) > 9 {
		return 0, false
	}
	n := 0
	for _, c := range b {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, true
}

// String writes the time as 25:10:00, and no time as "".
func (s Seconds) String() string {
	if s < 0 {
		return ""
	}
	return fmt.Sprintf("%02d:%02d:%02d", s/3600, s/60%60, s%60)
}
