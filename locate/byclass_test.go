package locate

import (
	"math"
	"math/rand/v2"
	"runtime"
	"testing"
)

// By class gives the gains that the lists give, on all lists and on some, and the same
// bits on any number of cores.
func TestGainsByClassAgainstLists(t *testing.T) {
	was := dividedEntries
	defer func() { dividedEntries = was }()
	for seed := range uint64(20) {
		r := rand.New(rand.NewPCG(seed, 13))
		s := plane(r, 40+r.IntN(60), 3, false)
		p := compile(s)
		cols := p.hold(p.tops())
		prices, top := make([]price, len(p.classes)), make([]float64, len(p.classes))
		for i := range prices {
			top[i] = 100 + 900*r.Float64()
			prices[i] = price{top[i] * r.Float64(), r.Float64()}
		}
		var all, want []int32
		keep := make([]bool, len(p.serves))
		for l := range keep {
			all = append(all, int32(l))
			if keep[l] = r.IntN(3) > 0; keep[l] {
				want = append(want, int32(l))
			}
		}
		slow := make([]float64, len(keep))
		cols.gains(want, prices, slow)
		b := cols.byClass(all, len(p.classes)).only(keep, top, nil)
		part := make([][]float64, gainParts)
		for k := range part {
			part[k] = make([]float64, len(keep))
		}
		for _, divided := range []int{1 << 20, 0} {
			dividedEntries = divided
			fast := [2][]float64{make([]float64, len(keep)), make([]float64, len(keep))}
			for k := range fast {
				old := runtime.GOMAXPROCS(k + 1)
				b.gains(prices, fast[k], part)
				runtime.GOMAXPROCS(old)
			}
			for l := range slow {
				if fast[0][l] != fast[1][l] {
					t.Fatalf("seed %d: list %d gains %v on one core and %v on two", seed, l, fast[0][l], fast[1][l])
				}
				if math.Abs(fast[0][l]-slow[l]) > 1e-9*(1+slow[l]) {
					t.Fatalf("seed %d: list %d gains %v by class and %v by list", seed, l, fast[0][l], slow[l])
				}
			}
		}
	}
}
