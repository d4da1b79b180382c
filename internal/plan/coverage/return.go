package coverage

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"sync"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/programme"
)

// ReturnOptions ask for trips to an office and home again within one day. What is zero
// has the value that is said beside it.
type ReturnOptions struct {
	Stay programme.Minute // how long one stays while the office is open: 30
	// Leave is the earliest time to leave home and Home the latest to be back: 0:00 and 24:00.
	Leave, Home programme.Minute
	// Assumed are the hours of offices of which nobody has stated any; none where it
	// is not Known.
	Assumed programme.OpeningHours
}

func (o ReturnOptions) filled() ReturnOptions {
	if o.Stay == 0 {
		o.Stay = 30
	}
	if o.Home == 0 {
		o.Home = 24 * 60
	}
	return o
}

// returner is Rows that know when one can travel on a day: those of timetables.
type returner interface {
	// Day is the day of the timetable.
	Day() civil.Date
	// Returns fills in, for each site, the seconds from leaving home to being home
	// again with an errand while the site is open; Unreachable where it cannot be done.
	Returns(ctx context.Context, sites []Place, open [][]programme.Interval, o ReturnOptions, seconds [][]uint32, tell func(done int)) error
}

// Return is how the people of a group in a unit get to an office and home again. Low
// counts the offices whose hours are stated or assumed, High also those whose hours
// nobody has stated, as if they were always open.
type Return struct {
	People, Low, High int64
	// Median is the time away from home that half of the people have at most, by the
	// offices of Low; Unreachable where fewer than half get there and back.
	Median uint32
}

// Returns is that for a state: the offices by what is known of their hours on the day,
// and the seconds away from home of every point.
type Returns struct {
	Known, Assumed, Unknown int // open offices with stated hours, assumed ones, none
	Shut                    int // of Known and Assumed: those that are not open on the day
	low, high               []uint32
}

// returns keeps what has been computed of trips there and back.
type returns struct {
	mu     sync.Mutex
	rows   map[string][]uint32 // by site and hours
	states map[int]*Returns
}

// errandBatch bounds the sites of one search: a trip there and back takes more room
// than a time.
const errandBatch = 32

// visit is a site with its hours on the day.
type visit struct {
	site int32
	open []programme.Interval
}

func (v visit) key() string { return fmt.Sprint(v.site, v.open) }

var allDay = []programme.Interval{{From: 0, To: 24 * 60}}

// returner is the method's rows where trips there and back were asked for and it can
// give them, else nil.
func (c *Coverage) returner() returner {
	if c.back == nil {
		return nil
	}
	r, _ := c.base().rows.(returner)
	return r
}

// HasReturns says whether trips there and back were asked for and the method gives them.
func (c *Coverage) HasReturns() bool { return c.returner() != nil }

// ReturnDay is the day of the timetable; unknown where there is none.
func (c *Coverage) ReturnDay() civil.Date {
	if r := c.returner(); r != nil {
		return r.Day()
	}
	return 0
}

// weekday is that of a day, 0 for Monday.
func weekday(d civil.Date) int { return (int(d.Weekday()) + 6) % 7 }

// visits are the open offices of a state with their hours on the day: those of which
// they are stated or assumed, and those of which nobody knows.
func (c *Coverage) visits(s *State, day civil.Date, out *Returns) (sure, maybe []visit) {
	for _, site := range s.Open {
		h, _ := c.HoursOf(s, site)
		switch {
		case h.Known:
			out.Known++
		case c.back.Assumed.Known:
			h = c.back.Assumed
			out.Assumed++
		default:
			out.Unknown++
			maybe = append(maybe, visit{site, allDay})
			continue
		}
		if open := h.Days[weekday(day)]; len(open) > 0 {
			sure = append(sure, visit{site, open})
		} else {
			out.Shut++
		}
	}
	return sure, maybe
}

// PrepareReturns computes the trips that the states need; progress, which may be nil,
// is called with how many sites are done, by one goroutine at a time.
func (c *Coverage) PrepareReturns(ctx context.Context, progress func(done, of int)) error {
	r := c.returner()
	if r == nil {
		return nil
	}
	var all []visit
	for i := range c.States {
		sure, maybe := c.visits(&c.States[i], r.Day(), &Returns{})
		all = append(append(all, sure...), maybe...)
	}
	return c.fillReturns(ctx, r, all, progress)
}

// fillReturns computes and keeps the rows that are not kept yet.
func (c *Coverage) fillReturns(ctx context.Context, r returner, all []visit, tell func(done, of int)) error {
	slices.SortFunc(all, func(a, b visit) int { return cmp.Compare(a.key(), b.key()) })
	all = slices.CompactFunc(all, func(a, b visit) bool { return a.key() == b.key() })
	k := &c.cache.returns
	k.mu.Lock()
	defer k.mu.Unlock()
	all = slices.DeleteFunc(all, func(v visit) bool { return k.rows[v.key()] != nil })
	for first := 0; first < len(all); first += errandBatch {
		part := all[first:min(first+errandBatch, len(all))]
		sites, open, rows := make([]Place, len(part)), make([][]programme.Interval, len(part)), make([][]uint32, len(part))
		for i, v := range part {
			sites[i], open[i], rows[i] = c.Sites[v.site].At, v.open, make([]uint32, c.base().len())
		}
		err := r.Returns(ctx, sites, open, *c.back, rows, func(done int) {
			if tell != nil {
				tell(first+done, len(all))
			}
		})
		if err != nil {
			return err
		}
		for i, v := range part {
			k.rows[v.key()] = rows[i]
		}
	}
	return ctx.Err()
}

// ReturnsIn finds the trips there and back of a state, once; nil where none were asked
// for or the method gives none. O(open sites × points).
func (c *Coverage) ReturnsIn(state int) (*Returns, error) {
	r := c.returner()
	if r == nil {
		return nil, c.base().err
	}
	k := &c.cache.returns
	k.mu.Lock()
	out := k.states[state]
	k.mu.Unlock()
	if out != nil {
		return out, nil
	}
	out = &Returns{}
	sure, maybe := c.visits(&c.States[state], r.Day(), out)
	if err := c.fillReturns(background, r, slices.Concat(sure, maybe), nil); err != nil {
		return nil, err
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	out.low = make([]uint32, c.base().len())
	for i := range out.low {
		out.low[i] = Unreachable
	}
	lower := func(to []uint32, visits []visit) {
		for _, v := range visits {
			for i, t := range k.rows[v.key()] {
				to[i] = min(to[i], t)
			}
		}
	}
	lower(out.low, sure)
	out.high = slices.Clone(out.low)
	lower(out.high, maybe)
	k.states[state] = out
	return out, nil
}

// Return counts a group in a unit, by positions in Units and Groups.
func (c *Coverage) Return(r *Returns, unit, group int) Return {
	b := c.base()
	out := Return{Median: Unreachable}
	var all []weighted
	for _, p := range b.units[unit].Points {
		n := b.groups[group].People[p]
		if n == 0 {
			continue
		}
		out.People += int64(n)
		if r.low[p] != Unreachable {
			out.Low += int64(n)
		}
		if r.high[p] != Unreachable {
			out.High += int64(n)
		}
		all = append(all, weighted{r.low[p], n, p})
	}
	if len(all) > 0 {
		sortByTime(all)
		out.Median = quantile(all, out.People, 500)
	}
	return out
}
