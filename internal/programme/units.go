package programme

import (
	"fmt"
	"strconv"
	"strings"
)

// Share is a part of a whole in millionths, written "50 %" or "12.5 %". The
// zero Share is unknown: a share of nothing is never a requirement.
type Share int32

// Whole is 100 %.
const Whole Share = 1_000_000

func (s Share) String() string {
	if s == 0 {
		return ""
	}
	return strconv.FormatFloat(float64(s)/1e4, 'f', -1, 64) + " %"
}

// MarshalText implements encoding.TextMarshaler.
func (s Share) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads "50 %"; the empty text is unknown.
func (s *Share) UnmarshalText(text []byte) error {
	*s = 0
	if len(text) == 0 {
		return nil
	}
	number, ok := strings.CutSuffix(strings.TrimSpace(string(text)), "%")
	x, err := strconv.ParseFloat(strings.ReplaceAll(strings.TrimSpace(number), ",", "."), 64)
	if !ok || err != nil || !(x > 0 && x <= 100) {
		return &ValueError{Text: string(text), Want: "50 %, 12.5 %"}
	}
	// A share so small that it rounds to nothing would become unknown.
	if *s = Share(x*1e4 + 0.5); *s == 0 {
		return &ValueError{Text: string(text), Want: "50 %, 12.5 %"}
	}
	return nil
}

// Metres is a distance, written "1.5 km" or "800 m". Zero is unknown.
type Metres int32

func (m Metres) String() string {
	switch {
	case m == 0:
		return ""
	case m >= 1000:
		return strconv.FormatFloat(float64(m)/1000, 'f', -1, 64) + " km"
	}
	return fmt.Sprintf("%d m", int(m))
}

// MarshalText implements encoding.TextMarshaler.
func (m Metres) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// UnmarshalText reads "1.5 km" or "800 m"; the empty text is unknown.
func (m *Metres) UnmarshalText(text []byte) error {
	*m = 0
	s := strings.TrimSpace(string(text))
	if s == "" {
		return nil
	}
	number, size := strings.CutSuffix(s, "km")
	scale := 1000.0
	if !size {
		number, size = strings.CutSuffix(s, "m")
		scale = 1
	}
	x, err := strconv.ParseFloat(strings.ReplaceAll(strings.TrimSpace(number), ",", "."), 64)
	if !size || err != nil || !(x*scale >= 1 && x*scale <= 2_000_000) {
		return &ValueError{Text: string(text), Want: "1.5 km, 800 m"}
	}
	*m = Metres(x*scale + 0.5)
	return nil
}

// Days is a number of working days that may be unknown: "12", or empty.
type Days struct {
	N     int
	Known bool
}

func (d Days) String() string {
	if !d.Known {
		return ""
	}
	return strconv.Itoa(d.N)
}

// MarshalText implements encoding.TextMarshaler.
func (d Days) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads a number of days; the empty text is unknown.
func (d *Days) UnmarshalText(text []byte) error {
	*d = Days{}
	if len(text) == 0 {
		return nil
	}
	n, err := strconv.ParseUint(string(text), 10, 16)
	if err != nil {
		return &ValueError{Text: string(text), Want: "12"}
	}
	*d = Days{int(n), true}
	return nil
}
