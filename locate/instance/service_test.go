package instance

import (
	"testing"

	"github.com/etablera/etablera/locate"
)

// However distances are held, a service gives those of the instance, and Near those below the limit.
func TestServices(t *testing.T) {
	for _, text := range []string{smallPmed, smallTSPLIB, smallPoints, smallPlane, smallPairs, smallSquare, "4 2 1\n1 2 3\n3 4 5\n"} {
		in := read(t, text)
		services := []locate.Service{in.Service(0)}
		if in.Metric == GreatCircle {
			services = append(services, &sphere{in})
		}
		for _, radius := range []float64{0, 3, 5.5, 300_000} {
			if radius > 0 {
				services = []locate.Service{in.Service(radius)}
			}
			for _, s := range services {
				same(t, text, in, s, radius)
			}
		}
	}
}

func same(t *testing.T, text string, in *Instance, s locate.Service, radius float64) {
	t.Helper()
	if rows, columns := s.Size(); rows != in.Clients.N || columns != in.Sites.N {
		t.Fatalf("%q: %d × %d", text, rows, columns)
	}
	for i := range in.Clients.N {
		near := map[int32]int64{}
		s.Near(i, 8, func(j int32, d int64) { near[j] = d })
		for j := range in.Sites.N {
			want, ok := in.Distance(i, j)
			switch {
			case radius > 0 && in.Within(i, j, radius):
				want = 0
			case radius > 0 || !ok:
				want = locate.Never
			}
			if got := s.Cost(i, j); got != want {
				t.Errorf("%q, radius %v: cost of %d from %d is %d, want %d", text, radius, i, j, got, want)
			}
			if d, listed := near[int32(j)]; listed != (want < 8) || listed && d != want {
				t.Errorf("%q, radius %v: near %d of %d: %d, want %d", text, radius, i, j, d, want)
			}
		}
	}
}
