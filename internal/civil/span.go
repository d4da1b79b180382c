package civil

import (
	"strings"
	"time"
)

// Span is a date as a source states it: a day, a month, a year or an interval
// within which the day lies. Both ends are included. The zero Span is unknown;
// an open end (known First, unknown Last, or the reverse) means that the
// source bounds the date on one side only.
type Span struct{ First, Last Date }

// Day returns the span of one known day.
func Day(d Date) Span { return Span{d, d} }

// IsKnown says whether anything at all is known of the date.
func (s Span) IsKnown() bool { return s.First.IsKnown() || s.Last.IsKnown() }

// IsExact says whether the very day is known.
func (s Span) IsExact() bool { return s.First.IsKnown() && s.First == s.Last }

// Middle returns the day halfway through a span that is known at both ends,
// the known end of a half-open span, and unknown for an unknown span.
func (s Span) Middle() Date {
	switch {
	case !s.First.IsKnown():
		return s.Last
	case !s.Last.IsKnown():
		return s.First
	}
	return s.First + (s.Last-s.First)/2
}

// String writes the span in its shortest form: 2022-06-01, 2022-06, 2022,
// 2024-09/2024-10, 2022-01-15/2022-02-03, 2021-05/.. or ../2021-05.
func (s Span) String() string {
	if !s.IsKnown() {
		return ""
	}
	if s.IsExact() {
		return s.First.String()
	}
	if s.First.IsKnown() && s.Last.IsKnown() {
		fm, lm := s.First.Month(), s.Last.Month()
		if s.First == fm.First() && s.Last == lm.Last() {
			fy, fmm := fm.Civil()
			ly, lmm := lm.Civil()
			switch {
			case fm == lm:
				return fm.String()
			case fmm == time.January && lmm == time.December && fy == ly:
				return fm.String()[:4]
			}
			return fm.String() + "/" + lm.String()
		}
	}
	return end(s.First) + "/" + end(s.Last)
}

func end(d Date) string {
	if !d.IsKnown() {
		return ".."
	}
	return d.String()
}

// MarshalText implements encoding.TextMarshaler.
func (s Span) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads what String writes; the empty text is unknown.
func (s *Span) UnmarshalText(text []byte) (err error) {
	if len(text) == 0 {
		*s = Span{}
		return nil
	}
	*s, err = ParseSpan(string(text))
	return err
}

// ParseSpan reads a day, month, year or interval. The first end must not lie
// after the last.
func ParseSpan(text string) (Span, error) {
	bad := &FormatError{Text: text, Want: "2022-06-01, 2022-06, 2022 or 2024-09/2024-10"}
	from, to, isInterval := strings.Cut(text, "/")
	if !isInterval {
		s, ok := parsePart(text)
		if !ok {
			return Span{}, bad
		}
		return s, nil
	}
	var s Span
	if from != ".." {
		p, ok := parsePart(from)
		if !ok {
			return Span{}, bad
		}
		s.First = p.First
	}
	if to != ".." {
		p, ok := parsePart(to)
		if !ok {
			return Span{}, bad
		}
		s.Last = p.Last
	}
	if !s.IsKnown() || s.First.IsKnown() && s.Last.IsKnown() && s.First > s.Last {
		return Span{}, bad
	}
	return s, nil
}

func parsePart(text string) (Span, bool) {
	switch len(text) {
	case 10:
		d, err := ParseDate(text)
		return Day(d), err == nil
	case 7:
		m, err := ParseMonth(text)
		if err != nil {
			return Span{}, false
		}
		return Span{m.First(), m.Last()}, true
	case 4:
		y, ok := digits(text)
		if !ok || y < 1 {
			return Span{}, false
		}
		return Span{Of(y, time.January, 1), Of(y, time.December, 31)}, true
	}
	return Span{}, false
}
