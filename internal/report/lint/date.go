package lint

import (
	"time"

	"github.com/etablera/etablera/internal/civil"
)

// A moment is a date as a sentence states it: a day, a month or a year.
type moment struct {
	span        civil.Span
	first, last int // tokens [first, last)
}

// isDay says that the moment is a single day.
func (m moment) isDay() bool { return m.span.IsExact() }

var months = map[string]time.Month{
	"januari": 1, "februari": 2, "mars": 3, "april": 4, "maj": 5, "juni": 6, "juli": 7, "augusti": 8,
	"september": 9, "oktober": 10, "november": 11, "december": 12,
	"january": 1, "february": 2, "march": 3, "may": 5, "june": 6, "july": 7, "august": 8, "october": 10,
	"jan": 1, "feb": 2, "aug": 8, "sept": 9, "okt": 10, "oct": 10, "nov": 11, "dec": 12,
}

// scanISODate reads 2022-06-01 or 22-06-01 at the start of s. Years of two
// digits are of this century, as in the tables of the agencies' reports. A day
// of a full year that its month does not have, 2023-02-29, is the zero date.
func scanISODate(s string) (civil.Date, int) {
	year := run(s, 0)
	if year != 2 && year != 4 || len(s) < year+6 || s[year] != '-' || s[year+3] != '-' ||
		run(s, year+1) != year+3 || run(s, year+4) != year+6 {
		return 0, 0
	}
	iso := s[:year+6]
	if year == 2 {
		iso = "20" + iso
	}
	d, err := civil.ParseDate(iso)
	if err == nil {
		return d, year + 6
	}
	if month, err := civil.ParseMonth(iso[:7]); err == nil && year == 4 && inOurTime(month) && iso[8:] >= "29" && iso[8:] <= "31" {
		return 0, year + 6
	}
	return 0, 0
}

func inOurTime(m civil.Month) bool {
	y, _ := m.Civil()
	return y >= 1900 && y < 2100
}

// scanISOMonth reads 2026-01 at the start of s, where no more digits follow.
func scanISOMonth(s string) (civil.Month, int) {
	if run(s, 0) != 4 || len(s) < 7 || s[4] != '-' || run(s, 5) != 7 {
		return 0, 0
	}
	if len(s) > 8 && (s[7] == '-' || s[7] == '.' || s[7] == '/') && isDigit(s[8]) {
		return 0, 0
	}
	m, err := civil.ParseMonth(s[:7])
	if err != nil || !inOurTime(m) {
		return 0, 0
	}
	return m, 7
}

// moments finds the dates among tokens: ISO dates, "den 24 september 2021",
// "24 September 2021", "September 24, 2021", "juni 2019", and bare years.
func moments(tokens []token) []moment {
	var found []moment
	for i := 0; i < len(tokens); {
		m, ok := momentAt(tokens, i)
		if !ok {
			i++
			continue
		}
		found = append(found, m)
		i = m.last
	}
	return found
}

func momentAt(tokens []token, i int) (moment, bool) {
	t := tokens[i]
	switch {
	case t.kind == dateToken:
		return moment{civil.Day(t.day), i, i + 1}, t.day != 0
	case t.kind == monthToken:
		m := t.day.Month()
		return moment{civil.Span{First: m.First(), Last: m.Last()}, i, i + 1}, true
	case t.kind == numToken && isDayNumber(t) && i+2 < len(tokens):
		if m, y := months[tokens[i+1].lower], tokens[i+2]; m > 0 && isYearNumber(y) {
			return dayMoment(y, m, t, i, i+3)
		}
	case t.kind == wordToken && months[t.lower] > 0 && i+1 < len(tokens):
		m := months[t.lower]
		if isYearNumber(tokens[i+1]) {
			return monthMoment(tokens[i+1], m, i, i+2), true
		}
		if i+3 < len(tokens) && isDayNumber(tokens[i+1]) && tokens[i+2].lower == "," && isYearNumber(tokens[i+3]) {
			return dayMoment(tokens[i+3], m, tokens[i+1], i, i+4)
		}
	case isYearNumber(t) && !countsThings(tokens, i):
		y := int(t.value)
		return moment{civil.Span{First: civil.Of(y, 1, 1), Last: civil.Of(y, 12, 31)}, i, i + 1}, true
	}
	return moment{}, false
}

func isDayNumber(t token) bool {
	return t.kind == numToken && t.decimals == 0 && t.value >= 1 && t.value <= 31 && t.end-t.start <= 2
}

// isYearNumber takes four digits written together, 1900 to 2099.
func isYearNumber(t token) bool {
	return t.kind == numToken && t.end-t.start == 4 && t.decimals == 0 && t.value >= 1900 && t.value < 2100
}

// countsThings says that the number at i counts offices, visitors, kronor, and
// so is no year.
func countsThings(tokens []token, i int) bool {
	if i+1 >= len(tokens) || tokens[i+1].kind != wordToken {
		return false
	}
	w := tokens[i+1].lower
	if i > 0 && yearLead[tokens[i-1].lower] {
		return false
	}
	return family(w) != "" || units[w] != noUnit
}

// yearLead holds words before a number that make it a year.
var yearLead = map[string]bool{
	"år": true, "under": true, "i": true, "sedan": true, "från": true, "till": true, "med": true, "för": true,
	"in": true, "during": true, "since": true, "from": true, "to": true, "of": true, "by": true, "until": true,
}

// dayMoment refuses days that do not exist, such as 31 juni.
func dayMoment(year token, m time.Month, day token, first, last int) (moment, bool) {
	d := civil.Of(int(year.value), m, int(day.value))
	_, got, _ := d.Civil()
	return moment{civil.Day(d), first, last}, got == m
}

func monthMoment(year token, m time.Month, first, last int) moment {
	y := int(year.value)
	return moment{civil.Span{First: civil.Of(y, m, 1), Last: civil.Of(y, m+1, 0)}, first, last}
}
