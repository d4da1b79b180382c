package economy

import (
	"fmt"
	"testing"
)

func BenchmarkMake(b *testing.B) {
	for _, n := range []int{28, 300, 3000} {
		s := many(n, 10000)
		x := s.index()
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := OnDates(x, s.d, Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
