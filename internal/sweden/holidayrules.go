package sweden

import (
	"time"

	"github.com/etablera/etablera/internal/civil"
)

// A rule says on which day of each year a named day falls.
type rule struct {
	holiday     Holiday
	first, last int                       // years in which it applies; 0 = no bound
	date        func(year int) civil.Date // unknown in a year that has no such day
}

func (r *rule) appliesIn(year int) bool {
	return (r.first == 0 || year >= r.first) && (r.last == 0 || year <= r.last)
}

// finish completes the holiday with what depends on the date: 30 April is four
// hours shorter on a Friday and two on another weekday.
func (r *rule) finish(d civil.Date) Holiday {
	h := r.holiday
	if h.Key == keyWalpurgis && d.Weekday() == time.Friday {
		h.ShorterMinutes = 4 * 60
	}
	return h
}

const keyWalpurgis = "walpurgis-night"

// rules holds the public holidays of lag (1989:253) as amended by 2004:1320,
// the eves of lag (1930:173) 2 §, and the short days of the central agreement.
var rules = [...]rule{
	{public("new-year", "Nyårsdagen", "New Year's Day"), 0, 0, on(time.January, 1)},
	{short("twelfth-night", "Trettondagsafton", "Twelfth Night", 4), 0, 0, weekday(on(time.January, 5))},
	{public("epiphany", "Trettondedag jul", "Epiphany"), 0, 0, on(time.January, 6)},
	{short("maundy-thursday", "Skärtorsdagen", "Maundy Thursday", 2), 0, 0, fromEaster(-3)},
	{public("good-friday", "Långfredagen", "Good Friday"), 0, 0, fromEaster(-2)},
	{public("easter-sunday", "Påskdagen", "Easter Sunday"), 0, 0, fromEaster(0)},
	{public("easter-monday", "Annandag påsk", "Easter Monday"), 0, 0, fromEaster(1)},
	{short(keyWalpurgis, "Valborgsmässoafton", "Walpurgis Night", 2), 0, 0, weekday(on(time.April, 30))},
	{public("may-day", "Första maj", "May Day"), 0, 0, on(time.May, 1)},
	{public("ascension", "Kristi himmelsfärdsdag", "Ascension Day"), 0, 0, fromEaster(39)},
	{public("whit-sunday", "Pingstdagen", "Whit Sunday"), 0, 0, fromEaster(49)},
	{public("whit-monday", "Annandag pingst", "Whit Monday"), 0, 2004, fromEaster(50)},
	{public("national-day", "Sveriges nationaldag", "National Day"), 2005, 0, on(time.June, 6)},
	{eve("midsummer-eve", "Midsommarafton", "Midsummer's Eve"), 0, 0, saturday(time.June, 20, -1)},
	{public("midsummer-day", "Midsommardagen", "Midsummer's Day"), 0, 0, saturday(time.June, 20, 0)},
	{short("all-saints-eve", "Allhelgonaafton", "Eve of All Saints' Day", 4), 0, 0, saturday(time.October, 31, -1)},
	{public("all-saints", "Alla helgons dag", "All Saints' Day"), 0, 0, saturday(time.October, 31, 0)},
	{short("day-before-christmas-eve", "Dagen före julafton", "Day before Christmas Eve", 4), 0, 0, friday(on(time.December, 23))},
	{eve("christmas-eve", "Julafton", "Christmas Eve"), 0, 0, on(time.December, 24)},
	{public("christmas-day", "Juldagen", "Christmas Day"), 0, 0, on(time.December, 25)},
	{public("boxing-day", "Annandag jul", "Boxing Day"), 0, 0, on(time.December, 26)},
	{eve("new-year-eve", "Nyårsafton", "New Year's Eve"), 0, 0, on(time.December, 31)},
}

func public(key, swedish, english string) Holiday {
	return Holiday{key, swedish, english, PublicHoliday, 0}
}

func eve(key, swedish, english string) Holiday {
	return Holiday{key, swedish, english, FreeEve, 0}
}

func short(key, swedish, english string, hours int) Holiday {
	return Holiday{key, swedish, english, ShortDay, hours * 60}
}

// on is a day of the same date every year.
func on(month time.Month, day int) func(int) civil.Date {
	return func(year int) civil.Date { return civil.Of(year, month, day) }
}

// fromEaster is a day so many days after Easter Sunday.
func fromEaster(days int) func(int) civil.Date {
	return func(year int) civil.Date { return Easter(year).AddDays(days) }
}

// saturday is a day so many days after the first Saturday on or after a date.
func saturday(month time.Month, day, after int) func(int) civil.Date {
	return func(year int) civil.Date {
		d := civil.Of(year, month, day)
		return d.AddDays(int(time.Saturday-d.Weekday()) + after)
	}
}

// weekday leaves out the years when a day falls on a Saturday or a Sunday.
func weekday(date func(int) civil.Date) func(int) civil.Date {
	return only(date, func(w time.Weekday) bool { return w != time.Saturday && w != time.Sunday })
}

// friday leaves out the years when a day does not fall on a Friday.
func friday(date func(int) civil.Date) func(int) civil.Date {
	return only(date, func(w time.Weekday) bool { return w == time.Friday })
}

func only(date func(int) civil.Date, keep func(time.Weekday) bool) func(int) civil.Date {
	return func(year int) civil.Date {
		if d := date(year); keep(d.Weekday()) {
			return d
		}
		return 0
	}
}
