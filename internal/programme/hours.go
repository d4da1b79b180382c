package programme

import (
	"fmt"
	"strconv"
	"strings"
)

// Minute is a minute of the day, 0 to 1440.
type Minute int16

// Interval is an opening interval of a day, from From until To.
type Interval struct{ From, To Minute }

// OpeningHours are the intervals of each weekday, Monday first. It is written
// "mon-fri 10:00-16:00, thu 10:00-12:00 13:00-18:00"; a day named again replaces
// what was said of it before. The zero value is unknown, not closed.
type OpeningHours struct {
	Days  [7][]Interval
	Known bool
}

var dayNames = [7]string{"mon", "tue", "wed", "thu", "fri", "sat", "sun"}

// PerWeek returns the open minutes of a week.
func (h OpeningHours) PerWeek() int {
	sum := 0
	for _, day := range h.Days {
		for _, i := range day {
			sum += int(i.To - i.From)
		}
	}
	return sum
}

// OpenDays returns the number of weekdays with any opening at all.
func (h OpeningHours) OpenDays() int {
	n := 0
	for _, day := range h.Days {
		if len(day) > 0 {
			n++
		}
	}
	return n
}

// String writes one entry per run of equal days.
func (h OpeningHours) String() string {
	if !h.Known {
		return ""
	}
	var parts []string
	for i := 0; i < 7; {
		j := i
		for j < 6 && sameDay(h.Days[j+1], h.Days[i]) {
			j++
		}
		if len(h.Days[i]) > 0 {
			name := dayNames[i]
			if j > i {
				name += "-" + dayNames[j]
			}
			for _, iv := range h.Days[i] {
				name += fmt.Sprintf(" %s-%s", iv.From, iv.To)
			}
			parts = append(parts, name)
		}
		i = j + 1
	}
	if len(parts) == 0 {
		return "closed"
	}
	return strings.Join(parts, ", ")
}

func sameDay(a, b []Interval) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

func (m Minute) String() string { return fmt.Sprintf("%02d:%02d", m/60, m%60) }

// MarshalText implements encoding.TextMarshaler.
func (h OpeningHours) MarshalText() ([]byte, error) { return []byte(h.String()), nil }

// UnmarshalText reads what String writes; the empty text is unknown.
func (h *OpeningHours) UnmarshalText(text []byte) error {
	*h = OpeningHours{}
	s := strings.TrimSpace(string(text))
	if s == "" {
		return nil
	}
	bad := &ValueError{Text: s, Want: "mon-fri 10:00-16:00, thu 10:00-18:00"}
	var out OpeningHours
	out.Known = true
	if s == "closed" {
		*h = out
		return nil
	}
	for entry := range strings.SplitSeq(s, ",") {
		words := strings.Fields(entry)
		if len(words) < 2 {
			return bad
		}
		from, to, ok := parseDays(words[0])
		if !ok {
			return bad
		}
		var day []Interval
		for _, w := range words[1:] {
			iv, ok := parseInterval(w)
			if !ok || len(day) > 0 && iv.From <= day[len(day)-1].To {
				return bad
			}
			day = append(day, iv)
		}
		for d := from; d <= to; d++ {
			out.Days[d] = day
		}
	}
	*h = out
	return nil
}

func parseDays(s string) (from, to int, ok bool) {
	a, b, isRange := strings.Cut(s, "-")
	if !isRange {
		b = a
	}
	from, to = -1, -1
	for i, name := range dayNames {
		if name == a {
			from = i
		}
		if name == b {
			to = i
		}
	}
	return from, to, from >= 0 && to >= from
}

func parseInterval(s string) (Interval, bool) {
	a, b, ok := strings.Cut(strings.ReplaceAll(s, "–", "-"), "-")
	from, ok1 := parseMinute(a)
	to, ok2 := parseMinute(b)
	return Interval{from, to}, ok && ok1 && ok2 && from < to
}

func parseMinute(s string) (Minute, bool) {
	h, m, ok := strings.Cut(s, ":")
	if !ok {
		m = "00"
	}
	hh, err1 := strconv.ParseUint(h, 10, 8)
	mm, err2 := strconv.ParseUint(m, 10, 8)
	if err1 != nil || err2 != nil || len(m) != 2 || mm > 59 || hh*60+mm > 24*60 {
		return 0, false
	}
	return Minute(hh*60 + mm), true
}
