package sweden

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/etablera/etablera/internal/civil"
)

func TestHolidayOnKnownDates(t *testing.T) {
	for _, c := range []struct {
		date, key string
		kind      HolidayKind
	}{
		{"2022-06-06", "national-day", PublicHoliday},
		{"2004-06-06", "", NoHoliday},
		{"2004-05-31", "whit-monday", PublicHoliday},
		{"2005-05-16", "", NoHoliday},
		{"2021-06-25", "midsummer-eve", FreeEve},
		{"2021-06-26", "midsummer-day", PublicHoliday},
		{"2020-10-31", "all-saints", PublicHoliday},
		{"2021-11-06", "all-saints", PublicHoliday},
		{"2021-11-05", "all-saints-eve", ShortDay},
		{"2022-12-24", "christmas-eve", FreeEve},
		{"2022-12-23", "day-before-christmas-eve", ShortDay},
		{"2021-12-23", "", NoHoliday},
		{"2024-12-31", "new-year-eve", FreeEve},
		{"2022-04-14", "maundy-thursday", ShortDay},
		{"2022-04-15", "good-friday", PublicHoliday},
		{"2022-05-26", "ascension", PublicHoliday},
		{"2022-05-27", "", NoHoliday},
		{"2022-04-30", "", NoHoliday}, // a Saturday is not shortened
		{"2021-04-30", "walpurgis-night", ShortDay},
		{"2008-05-01", "may-day", PublicHoliday},     // and Ascension Day, listed after
		{"2049-06-06", "whit-sunday", PublicHoliday}, // and the National Day
		{"2285-04-30", "ascension", PublicHoliday},   // and Walpurgis Night, listed after
		{"2022-03-16", "", NoHoliday},
	} {
		h, ok := HolidayOn(civil.MustDate(c.date))
		if h.Key != c.key || h.Kind != c.kind || ok != (c.key != "") {
			t.Errorf("%s is %q, a %v: want %q, a %v", c.date, h.Key, h.Kind, c.key, c.kind)
		}
	}
}

func TestShortDays(t *testing.T) {
	for date, minutes := range map[string]int{
		"2021-01-05": 240, "2021-04-01": 120, "2020-04-30": 120, "2021-04-30": 240, "2022-11-04": 240, "2022-12-23": 240,
		"2022-06-06": 0, "2022-06-07": 0,
	} {
		d := civil.MustDate(date)
		h, _ := HolidayOn(d)
		if h.ShorterMinutes != minutes {
			t.Errorf("%s is %d minutes shorter, want %d", date, h.ShorterMinutes, minutes)
		}
		if working := IsWorkingDay(d); working != (date != "2022-06-06") {
			t.Errorf("%s is a working day: %v", date, working)
		}
	}
}

func TestBridgeDays(t *testing.T) {
	for date, want := range map[string]bool{
		"2022-05-27": true,  // Friday after Ascension Day
		"2021-05-14": true,  //
		"2024-12-23": true,  // Monday before Christmas Eve
		"2024-12-27": true,  // Friday after Boxing Day
		"2024-12-30": true,  // Monday before New Year's Eve
		"2022-12-27": false, // Tuesday after Boxing Day, with a working week after
		"2022-12-23": false, // Friday before Christmas Eve, a Saturday
		"2022-06-06": false, // the National Day itself
		"2022-06-03": false, // the Friday before it
		"2023-06-05": true,  // Monday before the National Day
		"2022-06-11": false, // a Saturday
	} {
		if got := IsBridgeDay(civil.MustDate(date)); got != want {
			t.Errorf("%s is a bridge day: %v, want %v", date, got, want)
		}
	}
}

// The number of working days of a year: Mondays to Fridays less the days off on them.
func TestWorkingDaysOfAYear(t *testing.T) {
	for year, want := range map[int]int{2019: 250, 2020: 252, 2021: 253, 2022: 253, 2023: 251, 2024: 251} {
		n := 0
		for d := civil.Of(year, time.January, 1); d.Year() == year; d++ {
			if IsWorkingDay(d) {
				n++
			}
		}
		if n != want {
			t.Errorf("%d has %d working days, want %d", year, n, want)
		}
	}
}

// HolidayOn and HolidaysIn tell the same story, day by day.
func TestHolidayOnEqualsHolidaysIn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		year := rapid.OneOf(rapid.IntRange(FirstYear, LastYear), rapid.Just(2285)).Draw(t, "year")
		freest := map[civil.Date]Holiday{}
		list := HolidaysIn(year)
		for i, h := range list {
			if h.Date.Year() != year || i > 0 && h.Date < list[i-1].Date {
				t.Fatalf("%v %s is out of place", h.Date, h.Key)
			}
			if _, taken := freest[h.Date]; !taken {
				freest[h.Date] = h.Holiday
			}
		}
		for d := civil.Of(year, time.January, 1); d.Year() == year; d++ {
			if h, ok := HolidayOn(d); h != freest[d] || ok != (h.Key != "") {
				t.Fatalf("%v is %+v, in the list %+v", d, h, freest[d])
			}
		}
	})
}

func TestHolidayOfAnUnknownDatePanics(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("an unknown date was given an answer")
		}
	}()
	HolidayOn(0)
}

// Every date of the table of 2019–2035, and no other, is free by name.
func TestHolidaysAgreeWithTheTable(t *testing.T) {
	kinds := map[string]HolidayKind{"allmän helgdag": PublicHoliday, "helgdagsafton (arbetsfri i praktiken)": FreeEve}
	// The table and the law differ in capitals and in one space.
	plain := func(name string) string { return strings.ToLower(strings.ReplaceAll(name, " ", "")) }
	want := map[civil.Date]map[string]string{}
	for _, r := range readData(t, "swedish_holidays_2019_2035.csv") {
		want[civil.MustDate(r["date"])] = r
	}
	short := [...]string{"sö", "må", "ti", "on", "to", "fr", "lö"}
	for d := civil.MustDate("2019-01-01"); d <= civil.MustDate("2035-12-31"); d++ {
		h, _ := HolidayOn(d)
		r := want[d]
		if r == nil {
			if h.Kind.IsFree() {
				t.Errorf("%v is %s, and not in the table", d, h.Key)
			}
			continue
		}
		if plain(h.Swedish) != plain(r["name"]) || h.Kind != kinds[r["kind"]] || short[d.Weekday()] != r["weekday"] {
			t.Errorf("%v is %s, a %v: want %v", d, h.Swedish, h.Kind, r)
		}
		if IsWorkingDay(d) {
			t.Errorf("%v, %s, is a working day", d, h.Swedish)
		}
	}
	if len(want) != 272 {
		t.Errorf("%d dates in the table, want 272", len(want))
	}
}
