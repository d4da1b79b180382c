package coverage

import (
	"fmt"
	"strconv"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
)

// Weekdays are the keys of the days of a week, Monday first.
var Weekdays = []string{"mon", "tue", "wed", "thu", "fri", "sat", "sun"}

// FirstHour and LastHour bound the hours that are shown; any hour can be asked for.
const (
	FirstHour = 8
	LastHour  = 18
)

// Hour is the access at the beginning of an hour of a weekday: people within each
// of Minutes of an office that is open then. Low counts the offices that are known
// to be open, High also those whose hours nobody has stated.
type Hour struct {
	Weekday, Hour  int // Monday is 0
	Known, Unknown int // offices with stated hours, and without
	Open           int // of the known
	People         int64
	Low, High      [len(Minutes)]int64
}

// HoursOf are the opening hours of a site on the day of a state, not Known where
// nobody has stated them, with the position in Snapshot.Levels, −1 where none.
func (c *Coverage) HoursOf(s *State, site int32) (programme.OpeningHours, int) {
	if h, ok := s.Hours[site]; ok {
		return h, -1
	}
	best, from := -1, civil.Date(0)
	for _, i := range c.levelsOf()[c.Sites[site].Office] {
		l := &c.facts.S.Levels[i]
		if !l.Hours.Known || l.From.IsKnown() && (!l.From.Last.IsKnown() || l.From.Last > s.Day) {
			continue
		}
		if best < 0 || l.From.Last >= from {
			best, from = i, l.From.Last
		}
	}
	if best < 0 || c.Sites[site].Office == "" {
		return programme.OpeningHours{}, -1
	}
	return c.facts.S.Levels[best].Hours, best
}

func (c *Coverage) levelsOf() map[programme.OfficeID][]int {
	c.levels.Do(func() {
		c.levelsBy = map[programme.OfficeID][]int{}
		for i := range c.facts.S.Levels {
			id := c.facts.S.Levels[i].Office
			c.levelsBy[id] = append(c.levelsBy[id], i)
		}
	})
	return c.levelsBy
}

// isOpenAt says whether hours hold the beginning of an hour.
func isOpenAt(h programme.OpeningHours, weekday, hour int) bool {
	for _, i := range h.Days[weekday] {
		if at := programme.Minute(hour * 60); i.From <= at && at < i.To {
			return true
		}
	}
	return false
}

// HourIn counts everyone in the country at an hour. O(open sites × points).
func (c *Coverage) HourIn(state, weekday, hour int) (Hour, error) {
	s := &c.States[state]
	out := Hour{Weekday: weekday, Hour: hour}
	var known, maybe []int32
	for _, site := range s.Open {
		h, _ := c.HoursOf(s, site)
		switch {
		case !h.Known:
			out.Unknown++
			maybe = append(maybe, site)
		case isOpenAt(h, weekday, hour):
			out.Open++
			known, maybe = append(known, site), append(maybe, site)
		}
		if h.Known {
			out.Known++
		}
	}
	for _, end := range []struct {
		sites  []int32
		within *[len(Minutes)]int64
	}{{known, &out.Low}, {maybe, &out.High}} {
		r, err := c.everyone(end.sites)
		if err != nil {
			return out, err
		}
		*end.within, out.People = r.Within, r.People
	}
	return out, nil
}

// everyone counts the country with a set of open sites, once for each set: most
// hours of a week have the same.
func (c *Coverage) everyone(open []int32) (*Reach, error) {
	key := fmt.Sprint(open)
	c.cache.mu.Lock()
	r := c.cache.sets[key]
	c.cache.mu.Unlock()
	if r != nil {
		return r, nil
	}
	a, err := c.Measure(background, open)
	if err != nil {
		return nil, err
	}
	b := c.base()
	r = a.count(b.units[0].Points, b.population.People)
	c.cache.mu.Lock()
	if len(c.cache.sets) < 1000 {
		c.cache.sets[key] = r
	}
	c.cache.mu.Unlock()
	return r, nil
}

func (c *Coverage) hoursFigure(f *figure.Figure, state int, day, hour, minutes string) bool {
	weekday, k := -1, number(minutes, Minutes[:])
	for i, name := range Weekdays {
		if name == day {
			weekday = i
		}
	}
	at, err := strconv.Atoi(hour)
	if weekday < 0 || k < 0 || err != nil || at < 0 || at > 23 || strconv.Itoa(at) != hour {
		return false
	}
	f.Label = figure.Label{Key: "coverage.hour", Args: []any{figure.Label{Key: "coverage.weekday." + day}, at, Minutes[k], c.States[state].Label}}
	f.Rule, f.Value, f.Notes = ruleHours, figure.Unknown(figure.Share), c.StateNotes(state)
	f.Inputs = []figure.Address{populationAt, figure.At(Segment, c.States[state].ID, "offices"), methodAt}
	for _, site := range c.States[state].Open {
		if _, level := c.HoursOf(&c.States[state], site); level >= 0 {
			f.Inputs = append(f.Inputs, figure.FactAt("service-levels", level+1, "hours"))
		}
	}
	h, err := c.HourIn(state, weekday, at)
	if h.Unknown > 0 {
		f.Notes = append(f.Notes, figure.Label{Key: "coverage.note.hours", Args: []any{h.Unknown}})
	}
	if err != nil || h.People == 0 || h.Known == 0 {
		return true
	}
	low, high := figure.OfShare(float64(h.Low[k])/float64(h.People)), figure.OfShare(float64(h.High[k])/float64(h.People))
	f.Value = figure.Between(figure.Share, low.Low, high.High)
	return true
}
