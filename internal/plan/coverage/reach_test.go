package coverage

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// drawn is an access and people, of which some points are out of reach.
func drawn(t *rapid.T) (*Access, []int32, []int32) {
	n := rapid.IntRange(1, 30).Draw(t, "points")
	a := &Access{Seconds: make([]uint32, n), SecondSeconds: make([]uint32, n), Metres: make([]uint32, n), Nearest: make([]int32, n), Second: make([]int32, n)}
	people, points := make([]int32, n), make([]int32, n)
	for i := range n {
		points[i], people[i] = int32(i), rapid.Int32Range(0, 5).Draw(t, "people")
		a.Seconds[i] = rapid.Uint32Range(0, 5000).Draw(t, "seconds")
		if rapid.IntRange(0, 5).Draw(t, "reach") == 0 {
			a.Seconds[i] = Unreachable
		}
		a.SecondSeconds[i], a.Metres[i] = a.Seconds[i], a.Seconds[i]
	}
	return a, points, people
}

// every person's time, sorted.
func oneByOne(a *Access, people []int32) []uint32 {
	var out []uint32
	for i, n := range people {
		for range n {
			out = append(out, a.Seconds[i])
		}
	}
	slices.Sort(out)
	return out
}

// The measures are those of asking everybody, one by one.
func TestCountIsAskingEverybody(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, points, people := drawn(t)
		r := a.count(points, people)
		all := oneByOne(a, people)
		if int(r.People) != len(all) {
			t.Fatalf("%d people, want %d", r.People, len(all))
		}
		if len(all) == 0 {
			if r.WorstPoint != -1 || r.Median != Unreachable || r.AllReach() {
				t.Fatalf("%+v of nobody", r)
			}
			return
		}
		at := func(part float64) uint32 { return all[int(math.Ceil(part*float64(len(all))))-1] }
		if r.Median != at(0.5) || r.P90 != at(0.9) || r.Worst != all[len(all)-1] || r.SecondMedian != r.Median {
			t.Fatalf("median %d, P90 %d, worst %d, want %d, %d, %d", r.Median, r.P90, r.Worst, at(0.5), at(0.9), all[len(all)-1])
		}
		reached, sum := 0, 0.0
		within := [len(Minutes)]int64{}
		for _, s := range all {
			if s == Unreachable {
				continue
			}
			reached, sum = reached+1, sum+float64(s)
			for k, m := range Minutes {
				if s <= uint32(m*60) {
					within[k]++
				}
			}
		}
		if int(r.Reached) != reached || r.Within != within || r.AllReach() != (reached == len(all)) {
			t.Fatalf("%+v, want %d reached, %v", r, reached, within)
		}
		if r.AllReach() && math.Abs(r.Mean-sum/float64(len(all))) > 1e-6 {
			t.Fatalf("mean %v, want %v", r.Mean, sum/float64(len(all)))
		}
		if a.Seconds[r.WorstPoint] != r.Worst {
			t.Fatalf("the worst point takes %d, the worst time is %d", a.Seconds[r.WorstPoint], r.Worst)
		}
	})
}

// A change has as many who gain, lose and stay as there are people; seen from
// behind gain and loss change places; a state against itself changes nothing.
func TestShiftIsSymmetric(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, points, people := drawn(t)
		b := &Access{Seconds: slices.Clone(a.Seconds)}
		for i := range b.Seconds {
			if rapid.Bool().Draw(t, "changes") {
				b.Seconds[i] = rapid.Uint32Range(0, 9000).Draw(t, "other")
			}
		}
		there, back := shiftOf(a, b, points, people), shiftOf(b, a, points, people)
		if there.Gained != back.Lost || there.Lost != back.Gained || there.GainedSeconds != back.LostSeconds || there.FirstReached != back.LeftWithout {
			t.Fatalf("%+v there, %+v back", there, back)
		}
		if n := Sum(there.Gained) + Sum(there.Lost); n > there.People {
			t.Fatalf("%d of %d change", n, there.People)
		}
		if same := shiftOf(a, a, points, people); Sum(same.Gained)+Sum(same.Lost) != 0 {
			t.Fatalf("%+v though nothing changed", same)
		}
	})
}

// The bands at their ends: a second less than a minute is no change, five minutes
// are in the first band, a second more in the next.
func TestBands(t *testing.T) {
	for _, c := range []struct {
		longer uint32
		band   int // −1 for none
	}{{59, -1}, {60, 0}, {300, 0}, {301, 1}, {600, 1}, {1200, 2}, {1800, 3}, {3600, 4}, {3601, 5}, {20000, 5}} {
		before, after := &Access{Seconds: []uint32{1000}}, &Access{Seconds: []uint32{1000 + c.longer}}
		s := shiftOf(before, after, []int32{0}, []int32{7})
		for k, n := range s.Lost {
			if want := int64(0); k == c.band && n != 7 || k != c.band && n != want {
				t.Errorf("%d s longer: %v, want band %d", c.longer, s.Lost, c.band)
			}
		}
	}
	first := shiftOf(&Access{Seconds: []uint32{Unreachable}}, &Access{Seconds: []uint32{10}}, []int32{0}, []int32{7})
	if first.Gained[len(Bands)] != 7 || first.FirstReached != 7 || first.GainedSeconds != 0 {
		t.Errorf("%+v", first)
	}
}
