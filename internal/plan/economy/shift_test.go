package economy

import (
	"math/rand/v2"
	"testing"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/money"
)

// A slipped date moves money to later years: for even work, as if the timetable
// had had the later date from the first.
func TestShiftIsPlanOfLaterDate(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 40 {
		s := single("2021-11-01", "2022-10-03")
		days := r.IntN(700) - 250
		before := s.until(t, 2026)
		changes := before.Shift("p-a", days)
		s.d.Projects[0].Planned += civil.Date(days)
		after := s.until(t, 2026)
		if len(changes) != before.Last-before.First+1 {
			t.Fatalf("%d days: %v", days, changes)
		}
		for _, c := range changes {
			for sc := Low; sc <= High; sc++ {
				for k, got := range map[Kind]money.Ore{Establishment: c.Establishment[sc], Running: c.Running[sc], All: c.All(sc)} {
					y := YearOf(c.Year)
					if want := after.At(y, k, Total, sc).Low - before.At(y, k, Total, sc).Low; got != want {
						t.Fatalf("%d days, %d %v: %v, want %v", days, c.Year, k, got, want)
					}
				}
			}
		}
	}
}

// A slip of Boden by 254 days in the seed lowers the running cost of 2022 by
// what the office would have cost, and nothing is shifted for who is not there.
func TestShiftOfBoden(t *testing.T) {
	e := seed().make(t)
	c := e.Shift("p-boden", 254)
	o, _ := e.Office("boden")
	if want := -e.At(YearOf(2022), Running, OfOffice(o), Low).Low; c[1].Year != 2022 || c[1].Running[Low] != want || want >= 0 {
		t.Errorf("2022 moves by %v, want %v", c[1].Running[Low], want)
	}
	if e.Shift("p-nowhere", 3) != nil || e.Shift("p-boden", 1<<20) != nil || e.Shift("p-boden", -1<<20) != nil {
		t.Error("what cannot be shifted is")
	}
}
