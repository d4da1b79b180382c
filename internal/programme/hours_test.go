package programme

import (
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func hours(t interface{ Fatal(...any) }, text string) OpeningHours {
	var h OpeningHours
	if err := h.UnmarshalText([]byte(text)); err != nil {
		t.Fatal(err)
	}
	return h
}

// A week is written with one entry per run of equal days.
func TestHoursText(t *testing.T) {
	for _, c := range []struct {
		text, canonical string
		minutes, days   int
	}{
		{"", "", 0, 0},
		{"closed", "closed", 0, 0},
		{"mon-fri 10:00-16:00", "mon-fri 10:00-16:00", 5 * 360, 5},
		{"mon-fri 10-16", "mon-fri 10:00-16:00", 5 * 360, 5},
		{"mon-fri 10:00-16:00, thu 10:00-12:00 13:00-18:00", "mon-wed 10:00-16:00, thu 10:00-12:00 13:00-18:00, fri 10:00-16:00", 4*360 + 420, 5},
		{"tue 9:30–11:45, thu 9:30-11:45", "tue 09:30-11:45, thu 09:30-11:45", 270, 2},
		{"mon-sun 0-24", "mon-sun 00:00-24:00", 7 * 1440, 7},
		{"mon 8-9, mon 10-12", "mon 10:00-12:00", 120, 1},
	} {
		h := hours(t, c.text)
		if h.String() != c.canonical || h.PerWeek() != c.minutes || h.OpenDays() != c.days {
			t.Errorf("%q: %q, %d minutes, %d days", c.text, h, h.PerWeek(), h.OpenDays())
		}
		if again := hours(t, h.String()); !reflect.DeepEqual(again, h) {
			t.Errorf("%q is read back as %v", c.text, again)
		}
	}
	// Closed is known; unknown is not.
	if hours(t, "").Known || !hours(t, "closed").Known {
		t.Error("closed and unknown are mixed up")
	}
}

func TestHoursRefused(t *testing.T) {
	for _, text := range []string{"mån-fre 10-16", "mon", "mon 16-10", "mon 10-10", "mon 10:5-11", "mon 10-25", "mon 23:00-24:01", "fri-mon 10-16",
		"mon 10-12 11-13", "mon 10-12 12-13", "mon 13-14 10-12", "10-16", "mon 10:60-11:00", "mon-fri 10-16,", ",", "mon +1-2"} {
		var h OpeningHours
		if err := h.UnmarshalText([]byte(text)); err == nil || h.Known {
			t.Errorf("%q is read as %q", text, h)
		}
	}
}

// Any week is written and read back.
func TestHoursRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := OpeningHours{Known: true}
		for d := range h.Days {
			marks := rapid.SliceOfNDistinct(rapid.Int16Range(0, 1440), 0, 6, rapid.ID[int16]).Draw(t, "marks")
			slices.Sort(marks)
			for i := 0; i+1 < len(marks); i += 2 {
				h.Days[d] = append(h.Days[d], Interval{Minute(marks[i]), Minute(marks[i+1])})
			}
		}
		if got := hours(t, h.String()); !reflect.DeepEqual(got, h) {
			t.Fatalf("%q is read as %q", h, got)
		}
	})
}

func FuzzHours(f *testing.F) {
	f.Add("mon-fri 10:00-16:00, thu 10:00-12:00 13:00-18:00")
	f.Fuzz(func(t *testing.T, text string) {
		var h OpeningHours
		if h.UnmarshalText([]byte(text)) != nil {
			return
		}
		if got := hours(t, h.String()); got.String() != h.String() || h.PerWeek() > 7*1440 {
			t.Errorf("%q is read as %q and then as %q", text, h, got)
		}
	})
}
