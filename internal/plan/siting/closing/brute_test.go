package closing_test

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/money"
	"github.com/etablera/etablera/internal/plan/coverage"
	"github.com/etablera/etablera/internal/plan/siting/closing"
	"github.com/etablera/etablera/internal/sweden"
)

// brute goes through every plan of a small world and knows nothing of the search: it
// measures times, money and areas from the facts.
type brute struct {
	s      *scene
	k      *closing.Closing
	times  [][]uint32 // per office and point
	stages int
}

func newBrute(s *scene, k *closing.Closing) *brute {
	b := &brute{s: s, k: k, stages: len(k.Stages)}
	for _, o := range s.facts.Offices {
		var row []uint32
		for _, p := range s.people.Points {
			row = append(row, minutes(p.Lat, p.Lon, coverage.Place{Lat: o.Position.Lat, Lon: o.Position.Lon}))
		}
		b.times = append(b.times, row)
	}
	return b
}

// value is what a plan costs for a goal, times the sum of the days for means.
func (b *brute) value(g closing.Goal, closes []int) float64 {
	sum := 0.0
	for t := range b.stages {
		days := float64(b.k.Stages[t].Days)
		lost, living := map[string]float64{}, map[string]float64{}
		beyond, extra := 0.0, 0.0
		for p, n := range b.s.people.People {
			before, after := uint32(24*3600), uint32(24*3600)
			for i := range closes {
				before = min(before, b.times[i][p])
				if closes[i] > t {
					after = min(after, b.times[i][p])
				}
			}
			m, _ := sweden.MunicipalityByCode(b.s.people.Municipality[p])
			living[m.County().Code] += float64(n)
			extra += float64(n) * float64(after-before)
			if limit := uint32(60 * b.k.Options.Minutes); before <= limit && after > limit {
				beyond += float64(n)
				lost[m.County().Code] += float64(n)
			}
		}
		switch g {
		case closing.Time:
			sum += days * extra
		case closing.Beyond:
			sum += days * beyond
		case closing.Areas:
			sum += days * float64(b.areas(closes, t))
		case closing.County:
			sum = 0
			for c := range lost {
				sum = max(sum, lost[c]/living[c])
			}
		}
	}
	return sum
}

// areas counts those that had an office that says that it serves them, and have none.
func (b *brute) areas(closes []int, t int) int {
	had, has := map[string]bool{}, map[string]bool{}
	for i, o := range b.s.facts.Offices {
		for _, name := range o.Serves {
			if a, ok := sweden.AreaByName(name); ok && a.ClassIn(b.k.Options.ListYear).IsListed() {
				had[a.Name] = true
				has[a.Name] = has[a.Name] || closes[i] > t
			}
		}
	}
	n := 0
	for a := range had {
		if !has[a] {
			n++
		}
	}
	return n
}

// keeps says whether a plan keeps what the options ask.
func (b *brute) keeps(closes []int) bool {
	o, staying, counties := &b.k.Options, map[string]int{}, map[string]int{}
	for i, f := range b.s.facts.Offices {
		m, _ := sweden.MunicipalityByName(f.Municipality)
		open := 0
		if closes[i] == b.stages {
			open = 1
		}
		staying[f.Municipality] += open
		counties[m.County().Code] += open
		for _, id := range o.Keep {
			if id == f.ID && open == 0 {
				return false
			}
		}
		for _, id := range o.Close {
			if id == f.ID && open == 1 {
				return false
			}
		}
	}
	for _, n := range staying {
		if o.KeepMunicipalities && n == 0 {
			return false
		}
	}
	for _, n := range counties {
		if o.KeepCounties && n == 0 {
			return false
		}
	}
	if o.Drop > 0 && b.value(closing.County, closes) > float64(o.Drop)/1e6 {
		return false
	}
	return b.counted(closes) && b.saves(closes)
}

func (b *brute) counted(closes []int) bool {
	want := 0
	for t := range b.stages {
		n := 0
		for _, c := range closes {
			if c <= t {
				n++
			}
		}
		if b.k.Options.Split != nil {
			if want += b.k.Options.Split[t]; n != want {
				return false
			}
		} else if t == b.stages-1 && b.k.Options.Count > 0 && n != b.k.Options.Count {
			return false
		}
	}
	return true
}

// saves says whether enough is saved each year, to the öre.
func (b *brute) saves(closes []int) bool {
	for _, need := range b.k.Needs {
		sum := money.Ore(0)
		for i, c := range closes {
			if c < b.stages {
				cost, _ := b.k.Running(b.s.facts.Offices[i].ID, need.Year)
				first, next := civil.Of(need.Year, 1, 1), civil.Of(need.Year+1, 1, 1)
				days := max(0, min(first.DaysUntil(next), b.k.Stages[c].Last.AddDays(1).DaysUntil(next)))
				sum += cost.Low * money.Ore(days) / money.Ore(first.DaysUntil(next))
			}
		}
		if sum < need.Amount.High {
			return false
		}
	}
	return true
}

// every visits all plans.
func (b *brute) every(visit func([]int)) {
	closes := make([]int, len(b.s.facts.Offices))
	for {
		visit(closes)
		i := 0
		for ; i < len(closes); i++ {
			if closes[i]++; closes[i] <= b.stages {
				break
			}
			closes[i] = 0
		}
		if i == len(closes) {
			return
		}
	}
}

// asked draws options for a world.
func asked(rng *rand.Rand, s *scene) closing.Options {
	o := closing.Options{Gap: 1e-9, Minutes: 10 + rng.IntN(30), Count: 1 + rng.IntN(len(s.facts.Offices)-2), Last: days("2025-06-30", "2026-03-31")}
	if rng.IntN(3) == 0 {
		o.Last = days("2025-06-30")
	}
	switch rng.IntN(4) {
	case 0, 1:
		o.Save = []closing.Need{{Year: 2025, Amount: mnkr(float64(rng.IntN(3)))}, {Year: 2026, Amount: mnkr(float64(rng.IntN(12)))}}
		if rng.IntN(2) == 0 {
			o.Count = 0
		}
	}
	if rng.IntN(3) == 0 {
		o.Drop = 200_000
	}
	o.KeepCounties, o.KeepMunicipalities = rng.IntN(4) == 0, rng.IntN(5) == 0
	if rng.IntN(4) == 0 {
		o.Keep = append(o.Keep, s.facts.Offices[0].ID)
	}
	if rng.IntN(4) == 0 {
		o.Close = append(o.Close, s.facts.Offices[1].ID)
	}
	return o
}

// On small worlds each goal, with and without criteria and paths, gives what going
// through every plan gives, the fewest closures among it; the order is the latest of
// its set; and where there is no plan the search says so.
func TestEveryPlan(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	found := 0
	for n := range 150 {
		s := made(rng, 4+rng.IntN(3), 12)
		k, _ := s.close(t, asked(rng, s))
		b := newBrute(s, k)
		for _, g := range closing.Goals {
			name := fmt.Sprintf("world %d, %s, %+v", n, g, k.Options)
			start := time.Now()
			best, err := k.Best(t.Context(), g)
			if d := time.Since(start); d > 500*time.Millisecond {
				fmt.Println(d, name)
			}
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			fewest, least := len(s.facts.Offices)+1, 0.0
			b.every(func(closes []int) {
				closed := 0
				for _, c := range closes {
					if c < b.stages {
						closed++
					}
				}
				if closed > fewest || !b.keeps(closes) {
					return
				}
				if v := b.value(g, closes); closed < fewest || v < least {
					fewest, least = closed, v
				}
			})
			if best.Found != (fewest <= len(s.facts.Offices)) {
				t.Fatalf("%s: found %v, fewest %d, conflict %v", name, best.Found, fewest, best.Conflict)
			}
			if !best.Found {
				if len(best.Conflict) == 0 {
					t.Errorf("%s: no reason", name)
				}
				continue
			}
			found++
			b.agrees(t, name, g, best, least, fewest)
		}
	}
	if found < 300 {
		t.Errorf("only %d answers were plans", found)
	}
}

// agrees holds an answer against the least value of any plan.
func (b *brute) agrees(t *testing.T, name string, g closing.Goal, best *closing.Best, least float64, fewest int) {
	t.Helper()
	if !b.keeps(best.Closes) {
		t.Fatalf("%s: %v does not keep the rules", name, best.Closes)
	}
	closed := 0
	for _, c := range best.Closes {
		if c < b.stages {
			closed++
		}
	}
	value := b.value(g, best.Closes)
	weights, unit := b.k.Weights(), 1e6
	if g != closing.County {
		unit = float64(weights[0]) / float64(b.k.Stages[0].Days)
	}
	near := func(a, b float64) bool { return a-b < 1.5 && b-a < 1.5 }
	if closed != fewest || !near(value*unit, float64(best.Value)) {
		t.Errorf("%s: %d closed, %v by the facts; %d, %d by the search", name, fewest, value*unit, closed, best.Value)
	}
	if !near(least*unit, float64(best.Searched)) || float64(best.Bound) > least*unit+1 {
		t.Errorf("%s: %v is least; searched %d, bound %d", name, least*unit, best.Searched, best.Bound)
	}
	if b.k.Options.Split != nil {
		return
	}
	latest := int64(-1)
	b.every(func(closes []int) {
		days := int64(0)
		for i, c := range closes {
			if (c == b.stages) != (best.Closes[i] == b.stages) {
				return
			}
			for t := 0; t < c && c < b.stages; t++ {
				days += int64(b.k.Stages[t].Days)
			}
		}
		if b.keeps(closes) {
			latest = max(latest, days)
		}
	})
	if best.Kept != latest || best.KeptBound < latest {
		t.Errorf("%s: kept for %d days, bound %d, %d is possible", name, best.Kept, best.KeptBound, latest)
	}
}
