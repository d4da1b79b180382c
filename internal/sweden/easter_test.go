package sweden

import (
	"testing"
	"time"

	"github.com/etablera/etablera/internal/civil"
)

func TestEasterKnownDates(t *testing.T) {
	for _, want := range []string{"1818-03-22", "1943-04-25", "1961-04-02", "2000-04-23", "2008-03-23", "2011-04-24",
		"2019-04-21", "2021-04-04", "2022-04-17", "2023-04-09", "2024-03-31", "2035-03-25", "2038-04-25", "2285-03-22"} {
		d := civil.MustDate(want)
		if got := Easter(d.Year()); got != d {
			t.Errorf("Easter falls on %v, want %v", got, d)
		}
	}
}

// The same dates by the tables of the Church (Clavius, in the form of Knuth,
// The Art of Computer Programming 1, exercise 1.3.2-14), for every year of
// two whole millennia and more.
func TestEasterEqualsTheTables(t *testing.T) {
	for year := 1583; year <= 4000; year++ {
		golden := year%19 + 1
		century := year/100 + 1
		leapsDropped := 3*century/4 - 12
		moon := (8*century+5)/25 - 5
		sunday := 5*year/4 - leapsDropped - 10
		epact := ((11*golden+20+moon-leapsDropped)%30 + 30) % 30
		if epact == 25 && golden > 11 || epact == 24 {
			epact++
		}
		fullMoon := 44 - epact
		if fullMoon < 21 {
			fullMoon += 30
		}
		day := fullMoon + 7 - (sunday+fullMoon)%7
		if got, want := Easter(year), civil.Of(year, time.March, day); got != want {
			t.Fatalf("%d: %v, want %v", year, got, want)
		}
	}
}
