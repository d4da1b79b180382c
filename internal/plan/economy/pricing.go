package economy

import (
	"github.com/etablera/etablera/internal/money"
	"github.com/etablera/etablera/internal/programme"
)

// prices answers how much the price of a component grew in a year. Of several
// statements of one step the latest known holds.
type prices struct {
	s  *programme.Snapshot
	at map[priceStep]int // position in Snapshot.Indexations
}

type priceStep struct {
	series    programme.IndexSeries
	component programme.Component
	year      int
}

func newPrices(s *programme.Snapshot) prices {
	p := prices{s, make(map[priceStep]int, len(s.Indexations))}
	for i := range s.Indexations {
		ix := &s.Indexations[i]
		key := priceStep{ix.Series, ix.Component, ix.Year}
		if j, taken := p.at[key]; !taken || s.KnownFrom(s.Indexations[j].Provenance) <= s.KnownFrom(ix.Provenance) {
			p.at[key] = i
		}
	}
	return p
}

// step finds the growth into a year: of the component, else of all components.
func (p prices) step(series programme.IndexSeries, c programme.Component, year int) (at int, ok bool) {
	if at, ok = p.at[priceStep{series, c, year}]; ok {
		return at, true
	}
	at, ok = p.at[priceStep{series, "", year}]
	return at, ok
}

// indexed is an amount brought from one year's prices towards another's.
type indexed struct {
	low, high money.Ore
	level     int   // the price level reached; 0 where the first was unknown
	steps     []int // positions in Snapshot.Indexations
}

// bring raises an amount from the prices of one year to those of a later one,
// rounding half away from zero at each step. It stops before the first year
// that the series lacks; an amount of unknown or later price level is left as it is.
func (p prices) bring(a programme.Amount, series programme.IndexSeries, c programme.Component, from, to int) indexed {
	out := indexed{low: a.Low, high: a.High, level: from}
	for from != 0 && out.level < to {
		at, ok := p.step(series, c, out.level+1)
		if !ok {
			break
		}
		rate := 1000 + int64(p.s.Indexations[at].PerMille)
		out.low, out.high = money.Scale(out.low, rate, 1000), money.Scale(out.high, rate, 1000)
		out.steps = append(out.steps, at)
		out.level++
	}
	return out
}
