package gtfs

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// Completed times never fall, keep to the times that are given, and at constant speed follow the way to within a second.
func TestCompletedTimes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 12).Draw(t, "calls")
		stops := make([]Stop, n)
		calls, rows := make([]Call, n), make([]rawCall, n)
		way, clock := float32(0), Seconds(0)
		missing := 0
		for i := range n {
			stops[i] = Stop{Lat: rapid.Float64Range(59, 61).Draw(t, "lat"), Lon: 15}
			way += float32(rapid.IntRange(0, 500).Draw(t, "way"))
			clock += Seconds(rapid.Int32Range(0, 600).Draw(t, "time"))
			calls[i] = Call{Arrive: clock, Depart: clock, Stop: StopIndex(i)}
			rows[i].dist = way
			if rapid.IntRange(0, 4).Draw(t, "no distance") == 0 {
				rows[i].dist = float32(math.NaN())
			}
			if i > 0 && i < n-1 && rapid.Bool().Draw(t, "no time") {
				calls[i].Arrive, calls[i].Depart = NoTime, NoTime
				missing++
			}
		}
		given := append([]Call(nil), calls...)
		w := interpolator{stops: stops}
		if got := w.complete(calls, rows); got != missing {
			t.Fatalf("%d completed, want %d", got, missing)
		}
		for i, c := range calls {
			if given[i].Arrive != NoTime && c != given[i] {
				t.Fatalf("call %d was given as %+v and is %+v", i, given[i], c)
			}
			if i > 0 && c.Arrive < calls[i-1].Depart || c.Depart < c.Arrive {
				t.Fatalf("times fall: %+v", calls)
			}
		}
	})
}

// With distances the share of the way is the share of the time; without, the great circles count.
func TestShareOfTheWay(t *testing.T) {
	stops := []Stop{{Lat: 60}, {Lat: 60.1}, {Lat: 60.4}, {Lat: 61}}
	for _, c := range []struct {
		name  string
		dist  [4]float32
		times [2]Seconds
	}{
		{"by distance", [4]float32{100, 150, 200, 300}, [2]Seconds{250, 500}},
		{"by great circle", [4]float32{float32(math.NaN()), 1, 2, 3}, [2]Seconds{100, 400}},
		{"distances that fall", [4]float32{0, 200, 100, 300}, [2]Seconds{100, 400}},
		{"distances that stand still", [4]float32{5, 5, 5, 5}, [2]Seconds{100, 400}},
	} {
		calls, rows := make([]Call, 4), make([]rawCall, 4)
		for i := range calls {
			calls[i] = Call{NoTime, NoTime, StopIndex(i), 0, 0, false}
			rows[i].dist = c.dist[i]
		}
		calls[0].Arrive, calls[0].Depart, calls[3].Arrive, calls[3].Depart = 0, 0, 1000, 1000
		w := interpolator{stops: stops}
		w.complete(calls, rows)
		for i, want := range c.times {
			if got := calls[i+1].Arrive; got < want-1 || got > want {
				t.Errorf("%s: call %d at %d, want %d", c.name, i+1, got, want)
			}
		}
	}
}
