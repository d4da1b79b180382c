package civil

import (
	"testing"
	"time"

	"pgregory.net/rapid"
)

func anyDate(t *rapid.T) Date {
	return Date(rapid.IntRange(1, int(Of(3000, time.December, 31))).Draw(t, "date"))
}

// A date survives its own text, and the parts agree with the standard library.
func TestDateRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := anyDate(t)
		back, err := ParseDate(d.String())
		if err != nil || back != d {
			t.Fatalf("%v came back as %v, %v", d, back, err)
		}
		y, m, day := d.Civil()
		std := time.Date(y, m, day, 12, 0, 0, 0, time.UTC)
		if std.Weekday() != d.Weekday() {
			t.Fatalf("%v is a %v, not a %v", d, std.Weekday(), d.Weekday())
		}
		if m := d.Month(); d < m.First() || d > m.Last() || m.First().Month() != m {
			t.Fatalf("%v lies outside its month %v", d, m)
		}
	})
}

// A span survives its own text.
func TestSpanRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := anyDate(t), anyDate(t)
		if a > b {
			a, b = b, a
		}
		for _, s := range []Span{{a, b}, {a, a}, {a, 0}, {0, b}, {a.Month().First(), b.Month().Last()}} {
			back, err := ParseSpan(s.String())
			if err != nil || back != s {
				t.Fatalf("%v came back as %v, %v", s, back, err)
			}
		}
	})
}

// Text that is nearly a date is refused, never guessed at.
func TestParseRefuses(t *testing.T) {
	for _, s := range []string{"2023-02-29", "22-06-01", "2022-6-1", "2022-13-01", "2022-00-10", "0000-01-01",
		"2022-06-01T00:00", "+022-06-01", "2022-06/2022-05", "../..", "/", "", "2022-Q1", "٢٠٢٢-٠٦-٠١"} {
		if got, err := ParseSpan(s); err == nil {
			t.Errorf("ParseSpan(%q) = %v, want an error", s, got)
		}
	}
}

func TestKnownDays(t *testing.T) {
	if got := MustDate("1970-01-01"); got != epoch {
		t.Errorf("1970-01-01 is day %d, want %d", got, epoch)
	}
	if got := MustDate("2022-12-15").Weekday(); got != time.Thursday {
		t.Errorf("2022-12-15 is a %v, want Thursday", got)
	}
	if got := MustDate("2024-02-29").AddYears(1).String(); got != "2025-02-28" {
		t.Errorf("a year after 2024-02-29 is %s", got)
	}
	if got := MustDate("2022-08-31").Month().Tertial(); got != 2 {
		t.Errorf("August is tertial %d", got)
	}
	if y, w := MustDate("2021-01-03").ISOWeek(); y != 2020 || w != 53 {
		t.Errorf("2021-01-03 is week %d of %d", w, y)
	}
	if got := (Span{MustDate("2022-06-01"), MustDate("2022-06-30")}).String(); got != "2022-06" {
		t.Errorf("June as a span is %q", got)
	}
}
