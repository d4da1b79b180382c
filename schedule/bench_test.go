package schedule

import (
	"context"
	"fmt"
	"testing"
)

// programme returns projects of the seven main activities of an establishment, each with its own key,
// over a handful of distributions as a process model has them.
func programme(projects int) *Spec {
	var s Spec
	for p := range projects {
		at := s.AddProject(uint64(p)*0x9E3779B97F4A7C15 + 1)
		kind := float64(p % 4)
		tasks := []Distribution{
			Triangular(15, 20+kind, 40),
			Fixed(10),
			LogNormal(60+10*kind, 120+15*kind),
			LogNormal(80+10*kind, 150+10*kind),
			Triangular(5, 10, 30),
			Triangular(5, 8, 15+kind),
			Fixed(15),
		}
		first := Activity(len(s.Activities))
		for i, d := range tasks {
			a := ActivitySpec{Project: at, Duration: d}
			if i == 0 {
				a.Release = Known(int32(p % 50))
			}
			s.AddActivity(a)
		}
		s.AddLink(first, first+1, FinishStart, 0)
		s.AddLink(first, first+2, StartStart, 10)
		s.AddLink(first+1, first+3, FinishStart, 0)
		s.AddLink(first+2, first+3, FinishStart, 0)
		s.AddLink(first+3, first+4, FinishStart, 0)
		s.AddLink(first+4, first+5, FinishStart, 0)
		s.AddLink(first+5, first+6, FinishStart, 0)
		s.SetEnds(at, first, first+5)
	}
	return &s
}

func BenchmarkCompile(b *testing.B) {
	s := programme(300)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Compile(s); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkPlan(b *testing.B) {
	n := mustCompile(b, programme(300))
	b.ReportAllocs()
	for b.Loop() {
		n.Plan()
	}
}

func BenchmarkSample(b *testing.B) {
	into := make([]int32, block)
	for _, d := range []Distribution{Triangular(15, 20, 40), LogNormal(60, 120), LogNormal(80, 150)} {
		t := newTable(d)
		b.Run(d.String(), func(b *testing.B) {
			for b.Loop() {
				drawDurations(into, t, 1, 0)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/block, "ns/sample")
		})
	}
}

func BenchmarkSimulate(b *testing.B) {
	for _, projects := range []int{28, 300, 3000} {
		n := mustCompile(b, programme(projects))
		b.Run(fmt.Sprintf("projects=%d", projects), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Simulate(context.Background(), n, Options{Seed: 1}); err != nil {
					b.Fatal(err)
				}
			}
			samples := float64(projects) * 7 * DefaultRuns
			b.ReportMetric(samples*float64(b.N)/b.Elapsed().Seconds()/1e6, "Msamples/s")
		})
	}
}

// With common causes: a factor for each activity of the process and one for each project.
func BenchmarkSimulateCommon(b *testing.B) {
	s := programme(300)
	for f := range 7 {
		s.Factors = append(s.Factors, FactorSpec{Key: uint64(f)})
	}
	for i := range s.Activities {
		s.Activities[i].Common, s.Activities[i].Together = Load{Factor(i % 7), 0.5}, 0.4
	}
	n := mustCompile(b, s)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Simulate(context.Background(), n, Options{Seed: 1}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(s.Activities)*DefaultRuns)*float64(b.N)/b.Elapsed().Seconds()/1e6, "Msamples/s")
}

func BenchmarkCurve(b *testing.B) {
	n := mustCompile(b, programme(3000))
	r, err := Simulate(context.Background(), n, Options{Seed: 1})
	if err != nil {
		b.Fatal(err)
	}
	all := r.Finish.AllProjects()
	days := make([]int32, 36)
	for i := range days {
		days[i] = int32(21 * (i + 1))
	}
	b.Run("Curve", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			r.Finish.Curve(all, days, []float64{0.1, 0.5, 0.8, 0.9})
		}
	})
	b.Run("CountBy", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			r.Finish.CountBy(all, 250)
		}
	})
}
