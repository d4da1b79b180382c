package plan_test

import (
	"fmt"
	"testing"

	"github.com/etablera/etablera/internal/plan"
)

// BenchmarkMake plans 28, 300 and 3,000 offices with 10,000 runs.
func BenchmarkMake(b *testing.B) {
	for _, n := range []int{28, 300, 3000} {
		s := enlarged(b, n)
		b.Run(fmt.Sprintf("offices=%d", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := plan.Make(s, plan.Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkExplain traces a sum over all offices down to the facts.
func BenchmarkExplain(b *testing.B) {
	p := make2021(b, plan.Options{})
	for b.Loop() {
		if _, err := p.Explain("economy/2023/running/total", 0); err != nil {
			b.Fatal(err)
		}
	}
}
