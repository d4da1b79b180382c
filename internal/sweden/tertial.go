package sweden

import (
	"fmt"
	"time"

	"github.com/etablera/etablera/internal/civil"
)

// A Tertial is one third of a calendar year, the period by which Swedish
// agencies follow up: January–April, May–August, September–December. The zero
// Tertial is unknown.
type Tertial struct{ Year, Number int }

// TertialOf returns the tertial of a month, unknown for an unknown one.
func TertialOf(m civil.Month) Tertial {
	if !m.IsKnown() {
		return Tertial{}
	}
	return Tertial{m.Year(), m.Tertial()}
}

// FirstMonth returns the first month of the tertial.
func (t Tertial) FirstMonth() civil.Month {
	return civil.MonthOf(t.Year, time.Month(4*(t.Number-1)+1))
}

// First returns the first day of the tertial.
func (t Tertial) First() civil.Date { return t.FirstMonth().First() }

// Last returns the last day of the tertial.
func (t Tertial) Last() civil.Date { return (t.FirstMonth() + 3).Last() }

// Next returns the tertial after.
func (t Tertial) Next() Tertial { return TertialOf(t.FirstMonth() + 4) }

// String writes the tertial as 2022-T2, and an unknown one as "".
func (t Tertial) String() string {
	if t == (Tertial{}) {
		return ""
	}
	return fmt.Sprintf("%04d-T%d", t.Year, t.Number)
}
