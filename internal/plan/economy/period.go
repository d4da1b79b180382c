package economy

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/programme"
)

// Period is a year, a tertial of it, or a month of it. It is written 2023,
// 2023-t2 or 2023-06.
type Period struct {
	Year    int
	Tertial int        // 1 to 3; 0 for a year or a month
	Month   time.Month // 0 for a year or a tertial
}

// YearOf, TertialOf and MonthOf make periods.

// YearOf is a calendar year.
func YearOf(year int) Period { return Period{Year: year} }

// TertialOf is a four-month period of a year.
func TertialOf(year, tertial int) Period { return Period{Year: year, Tertial: tertial} }

// MonthOf is a calendar month.
func MonthOf(m civil.Month) Period { y, mm := m.Civil(); return Period{Year: y, Month: mm} }

// Months returns the first and last month of the period.
func (p Period) Months() (first, last civil.Month) {
	switch {
	case p.Month != 0:
		m := civil.MonthOf(p.Year, p.Month)
		return m, m
	case p.Tertial != 0:
		m := civil.MonthOf(p.Year, time.Month(4*p.Tertial-3))
		return m, m + 3
	}
	return civil.MonthOf(p.Year, time.January), civil.MonthOf(p.Year, time.December)
}

func (p Period) String() string {
	switch {
	case p.Month != 0:
		return fmt.Sprintf("%04d-%02d", p.Year, int(p.Month))
	case p.Tertial != 0:
		return fmt.Sprintf("%04d-t%d", p.Year, p.Tertial)
	}
	return fmt.Sprintf("%04d", p.Year)
}

// ParsePeriod reads what String writes, and nothing else.
func ParsePeriod(s string) (Period, bool) {
	year, rest, _ := strings.Cut(s, "-")
	y, err := strconv.Atoi(year)
	if err != nil || y < 1 {
		return Period{}, false
	}
	p := Period{Year: y}
	if tertial, ok := strings.CutPrefix(rest, "t"); ok {
		p.Tertial, _ = strconv.Atoi(tertial)
	} else if rest != "" {
		m, _ := strconv.Atoi(rest)
		p.Month = time.Month(m)
	}
	if p.Tertial < 0 || p.Tertial > 3 || p.Month < 0 || p.Month > 12 || p.String() != s {
		return Period{}, false
	}
	return p, true
}

var swedishMonths = [...]string{"", "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti",
	"september", "oktober", "november", "december"}

// text is the period as a reader says it.
func (p Period) text() programme.Text {
	switch {
	case p.Month != 0:
		return programme.Text{Sv: fmt.Sprintf("%s %d", swedishMonths[p.Month], p.Year), En: fmt.Sprintf("%s %d", p.Month, p.Year)}
	case p.Tertial != 0:
		return programme.Text{Sv: fmt.Sprintf("tertial %d %d", p.Tertial, p.Year), En: fmt.Sprintf("tertial %d of %d", p.Tertial, p.Year)}
	}
	year := strconv.Itoa(p.Year)
	return programme.Text{Sv: year, En: year}
}
