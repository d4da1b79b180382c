package certificate

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"
)

// Sums and products are those of unbounded numbers, or are noted not to fit.
func TestExact(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 1))
	edge := []int64{0, 1, -1, 2, -2, math.MaxInt64, math.MinInt64, math.MaxInt64 - 1, math.MinInt64 + 1, 1 << 32, -1 << 32, 3037000500}
	for range 20_000 {
		var x [2]int64
		for k := range x {
			if x[k] = edge[random.IntN(len(edge))]; random.IntN(2) == 0 {
				x[k] = int64(random.Uint64()) >> random.IntN(64)
			}
		}
		a, b := big.NewInt(x[0]), big.NewInt(x[1])
		var sum, product exact
		s, p := sum.add(x[0], x[1]), product.mul(x[0], x[1])
		if want := new(big.Int).Add(a, b); want.IsInt64() == sum.over || !sum.over && want.Int64() != s {
			t.Fatalf("%d + %d: %d, noted %v", x[0], x[1], s, sum.over)
		}
		// The least number of all is noted too, though it fits: nothing needs it.
		if want := new(big.Int).Mul(a, b); (want.IsInt64() && want.Int64() != math.MinInt64) == product.over || !product.over && want.Int64() != p {
			t.Fatalf("%d × %d: %d, noted %v", x[0], x[1], p, product.over)
		}
	}
}
