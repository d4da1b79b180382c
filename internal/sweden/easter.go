package sweden

import (
	"time"

	"github.com/etablera/etablera/internal/civil"
)

// Easter returns Easter Sunday of a year in the Gregorian calendar, by the
// anonymous algorithm printed in Nature 13, 487 (1876), as given by Meeus,
// Astronomical Algorithms (1991), chapter 8. It takes constant time.
func Easter(year int) civil.Date {
	golden := year % 19
	century, ofCentury := year/100, year%100
	correction := (century - (century+8)/25 + 1) / 3
	epact := (19*golden + century - century/4 - correction + 15) % 30
	toSunday := (32 + 2*(century%4) + 2*(ofCentury/4) - epact - ofCentury%4) % 7
	late := (golden + 11*epact + 22*toSunday) / 451
	days := epact + toSunday - 7*late + 114
	return civil.Of(year, time.Month(days/31), days%31+1)
}
