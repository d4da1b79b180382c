package closing

import (
	"slices"

	"github.com/etablera/etablera/internal/plan/figure"
)

// Goal is one thing that a set can be best at. Each counts what is lost, so less is better.
type Goal string

// The goals. The first three are means over the days of the periods, the last is what
// holds after the last stage.
const (
	Time   Goal = "time"   // extra time to the nearest office, person-seconds
	Beyond Goal = "beyond" // people who had at most Options.Minutes and no longer have
	Areas  Goal = "areas"  // vulnerable areas that lose their office
	County Goal = "county" // the largest loss of share within Minutes in any county, millionths
)

// Goals lists them in the order of showing.
var Goals = []Goal{Time, Beyond, Areas, County}

// GoalLabel says in words what a goal counts.
func (k *Closing) GoalLabel(g Goal) figure.Label {
	l := figure.Label{Key: "closing.goal." + string(g)}
	switch g {
	case Beyond, County:
		l.Args = []any{k.Options.Minutes}
	case Areas:
		l.Args = []any{k.Options.ListYear}
	}
	return l
}

// hit is a class: its weight is paid while all of a set of offices are closed.
type hit struct {
	set    []int32 // rising
	weight int64
	also   int64 // weight in a second sum, that chooses among what is equally good
}

// hits gathers classes; those with the same set are one.
type hits struct {
	list []hit
	at   map[string]int
	most int // sets with more offices than can close are left out
	w    *world
}

func (w *world) newHits(most int) *hits { return &hits{at: map[string]int{}, most: most, w: w} }

// add takes a set, which it copies. Where one of the set stays, nothing is ever paid.
func (h *hits) add(set []int32, weight int64) {
	if weight == 0 || len(set) == 0 || len(set) > h.most || slices.ContainsFunc(set, func(i int32) bool { return h.w.offices[i].Kept }) {
		return
	}
	key := make([]byte, 0, 4*len(set))
	for _, i := range set {
		key = append(key, byte(i), byte(i>>8), byte(i>>16), byte(i>>24))
	}
	n, ok := h.at[string(key)]
	if !ok {
		n = len(h.list)
		h.at[string(key)] = n
		h.list = append(h.list, hit{set: slices.Clone(set)})
	}
	h.list[n].weight += weight
}

// steps are the classes of extra time, so many steps deep for each point.
func (w *world) steps(most int, depth []int) []hit {
	h := w.newHits(most)
	var set []int32
	for p, near := range w.near {
		set = set[:0]
		for d := 0; d < min(depth[p], len(near)); d++ {
			at, _ := slices.BinarySearch(set, near[d])
			set = slices.Insert(set, at, near[d])
			h.add(set, int64(w.people[p])*(w.after(p, d+1)-w.after(p, d)))
		}
	}
	return h.list
}

// after is the seconds from a point to its nearest office when the first so many are
// closed.
func (w *world) after(p, closed int) int64 {
	if closed >= len(w.near[p]) {
		return never
	}
	return w.at(w.near[p][closed], p)
}

// beyond are the classes of people who are within the limit today, of one county or, with
// −1, of all.
func (w *world) beyond(most, county int) []hit {
	h := w.newHits(most)
	for p, set := range w.within {
		if county < 0 || int(w.county[p]) == county {
			h.add(set, int64(w.people[p]))
		}
	}
	return h.list
}

func (w *world) lost(most int) []hit {
	h := w.newHits(most)
	for _, set := range w.serving {
		h.add(set, 1)
	}
	return h.list
}

// Score is a set by every goal, and after each stage.
type Score struct {
	Values map[Goal]int64 // means times Σ weights, but for County
	Stages []After
}

// After is the network after a stage.
type After struct {
	Extra  int64 // person-seconds
	Beyond int64 // people
	Areas  int64
	County int64 // millionths
	Worst  int   // position in the world's counties; −1
}

// score measures a set from the times themselves. closes has the stage of each
// office, the number of stages for one that stays. O(points × stages × offices closed).
func (k *Closing) score(w *world, closes []int) *Score {
	s := &Score{Values: map[Goal]int64{}}
	weights, _ := k.weights()
	open := func(i int32, t int) bool { return closes[i] > t }
	for t := range k.Stages {
		a := After{Worst: -1}
		lost := make([]int64, len(w.counties))
		for p, near := range w.near {
			if w.people[p] == 0 {
				continue
			}
			d := 0
			for d < len(near) && !open(near[d], t) {
				d++
			}
			a.Extra += int64(w.people[p]) * (w.after(p, d) - w.after(p, 0))
			if len(w.within[p]) > 0 && !slices.ContainsFunc(w.within[p], func(i int32) bool { return open(i, t) }) {
				a.Beyond += int64(w.people[p])
				if c := w.county[p]; c >= 0 {
					lost[c] += int64(w.people[p])
				}
			}
		}
		for _, set := range w.serving {
			if !slices.ContainsFunc(set, func(i int32) bool { return open(i, t) }) {
				a.Areas++
			}
		}
		for c, n := range lost {
			if n > 0 && millionths(n, w.living[c]) > a.County {
				a.County, a.Worst = millionths(n, w.living[c]), c
			}
		}
		s.Stages = append(s.Stages, a)
		s.Values[Time] += weights[t] * a.Extra
		s.Values[Beyond] += weights[t] * a.Beyond
		s.Values[Areas] += weights[t] * a.Areas
		s.Values[County] = a.County
	}
	return s
}

// millionths is a part of a whole, rounded up.
func millionths(n, of int64) int64 {
	if of == 0 {
		return 0
	}
	return (n*1_000_000 + of - 1) / of
}
