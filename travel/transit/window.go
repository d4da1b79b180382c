package transit

import "fmt"

// By says to what the times of a window belong.
type By uint8

const (
	// ByDeparture: the times are those at which people leave home.
	ByDeparture By = iota
	// ByArrival: the times are those by which people must be at the site.
	ByArrival
)

// Window is a row of times From, From+Step, …, Count of them.
type Window struct {
	From, Step int32 // seconds
	Count      int
	By         By
}

// Minutes is the window of every minute from a time on.
func Minutes(from int32, count int) Window { return Window{From: from, Step: 60, Count: count} }

func (w Window) last() int32 { return w.From + w.Step*int32(w.Count-1) }

// at is a time of the window.
func (w Window) at(i int) int32 { return w.From + w.Step*int32(i) }

func (w Window) check(limit int32) error {
	if w.Count < 1 || w.Step < 1 || w.Count > 100_000 || w.From < -maxTime || int64(w.From)+int64(w.Step)*int64(w.Count) > int64(maxTime) {
		return fmt.Errorf("transit: a window of %d times from %d every %d s; want 1 … 100000 times within ±%d s", w.Count, w.From, w.Step, maxTime)
	}
	if limit < 1 || limit > maxTime {
		return fmt.Errorf("transit: a limit of %d s; want 1 … %d", limit, maxTime)
	}
	return nil
}

// Needs says which trips a window can use when no journey takes longer than the limit: Timetable.Within keeps just those.
func (w Window) Needs(limit int32) (from, until int32) {
	if w.By == ByArrival {
		return w.From - limit, w.last()
	}
	return w.From, w.last() + limit
}

// slots says how leaving times are told apart for the window.
func (w Window) slots(limit int32) slots {
	from, until := w.Needs(limit)
	if w.By == ByArrival {
		return exact(from, until)
	}
	return slots{from, until, w.Step, int32(w.Count - 1)}
}

// far stands for Never in departures, so that taking a leaving time from it cannot overflow.
const far int32 = 1 << 30

// departures fills in the travel time for leaving at each time of the window.
func (w Window) departures(times []int32, ways []way, reach []int32, walk, limit int32) {
	for m := range times {
		times[m] = far
	}
	for _, y := range ways {
		times[y.slot] = min(times[y.slot], reach[y.event])
	}
	best, leave := far, w.last()
	for m := len(times) - 1; m >= 0; m-- {
		best = min(best, times[m])
		t := min(best-leave, walk)
		if t > limit {
			t = Never
		}
		times[m] = t
		leave -= w.Step
	}
}

// arrivals fills in the travel time for being there by each time of the window; the ways are exact, from base on.
func (w Window) arrivals(times []int32, ways []way, base int32, reach []int32, walk, limit int32) {
	i := 0
	for m := len(times) - 1; m >= 0; m-- {
		by := w.at(m)
		for i < len(ways) && reach[ways[i].event] > by {
			i++
		}
		t := walk
		if i < len(ways) {
			t = min(t, by-(base+ways[i].slot))
		}
		if t > limit {
			t = Never
		}
		times[m] = t
	}
}
