package sweden

import (
	"testing"
	"time"
)

func TestRulesAreComplete(t *testing.T) {
	keys, swedish, english := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for i := range rules {
		h := rules[i].holiday
		if keys[h.Key] || swedish[h.Swedish] || english[h.English] || h.Key == "" || h.Swedish == "" || h.English == "" {
			t.Errorf("%+v: want a key and two names of its own", h)
		}
		keys[h.Key], swedish[h.Swedish], english[h.English] = true, true, true
		if (h.Kind == ShortDay) != (h.ShorterMinutes > 0) {
			t.Errorf("%s is a %v, %d minutes shorter", h.Key, h.Kind, h.ShorterMinutes)
		}
	}
}

// What the law says of the days of the week and of the month, in any year.
func TestRulesKeepTheLaw(t *testing.T) {
	weekdays := map[string]time.Weekday{
		"good-friday": time.Friday, "easter-sunday": time.Sunday, "easter-monday": time.Monday, "ascension": time.Thursday,
		"whit-sunday": time.Sunday, "whit-monday": time.Monday, "midsummer-eve": time.Friday, "midsummer-day": time.Saturday,
		"all-saints": time.Saturday, "all-saints-eve": time.Friday, "maundy-thursday": time.Thursday,
		"day-before-christmas-eve": time.Friday,
	}
	for year := FirstYear; year <= LastYear; year++ {
		count := map[HolidayKind]int{}
		for _, h := range HolidaysIn(year) {
			count[h.Kind]++
			w := h.Date.Weekday()
			if want, fixed := weekdays[h.Key]; fixed && w != want {
				t.Errorf("%s %v is a %v, want a %v", h.Key, h.Date, w, want)
			}
			if h.Kind == ShortDay && (w == time.Saturday || w == time.Sunday) {
				t.Errorf("%s %v shortens a %v", h.Key, h.Date, w)
			}
			_, month, day := h.Date.Civil()
			switch {
			case h.Key == "midsummer-day" && (month != time.June || day < 20 || day > 26),
				h.Key == "all-saints" && !(month == time.October && day == 31 || month == time.November && day <= 6):
				t.Errorf("%s falls on %v", h.Key, h.Date)
			}
		}
		if count[PublicHoliday] != 13 || count[FreeEve] != 3 {
			t.Errorf("%d has %d public holidays and %d eves, want 13 and 3", year, count[PublicHoliday], count[FreeEve])
		}
	}
}
