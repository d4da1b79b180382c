package portfolio

import (
	"context"
	"testing"
)

// The time of a plan of 32 projects of ten activities, without the proof.
func BenchmarkSolve(b *testing.B) {
	s := programme(32)
	c := mustCompile(b, s)
	for b.Loop() {
		if _, err := Solve(context.Background(), c, Options{Nodes: -1}); err != nil {
			b.Fatal(err)
		}
	}
}

// The time of 10,000 runs of that programme on one core.
func BenchmarkSimulate(b *testing.B) {
	p := mustSolve(b, programme(32), Options{Nodes: -1})
	for b.Loop() {
		if _, err := Simulate(context.Background(), p, RunOptions{Workers: 1}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.N)*320*10_000/b.Elapsed().Seconds()/1e6, "Msamples/s")
}
