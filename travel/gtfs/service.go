package gtfs

import "slices"

// Service is a set of dates: calendar and calendar_dates together.
type Service struct {
	ID string
	// Weekdays has bit 0 for Monday … bit 6 for Sunday, from First to Last.
	Weekdays    uint8
	First, Last Date // zero where only Exceptions count
	// Exceptions are in order of date.
	Exceptions []Exception
}

// Exception adds a date to a service or removes it.
type Exception struct {
	Date  Date
	Added bool
}

// On says whether the service runs on the day.
func (s *Service) On(d Date) bool {
	i, found := slices.BinarySearchFunc(s.Exceptions, d, func(e Exception, d Date) int { return int(e.Date) - int(d) })
	if found {
		return s.Exceptions[i].Added
	}
	return s.First <= d && d <= s.Last && s.Weekdays>>d.Weekday()&1 == 1
}

// never says whether there is no day on which the service runs.
func (s *Service) never() bool {
	for _, e := range s.Exceptions {
		if e.Added {
			return false
		}
	}
	if s.Weekdays == 0 {
		return true
	}
	// Every weekday comes within a week, and each exception can take away one day.
	d := s.First
	for range 7 * (len(s.Exceptions) + 1) {
		if d > s.Last {
			return true
		}
		if s.On(d) {
			return false
		}
		d = d.AddDays(1)
	}
	return false
}

// Span is the first and last day on which any service may run; zero where there is none.
func (f *Feed) Span() (first, last Date) {
	widen := func(a, b Date) {
		if first == 0 || a < first {
			first = a
		}
		last = max(last, b)
	}
	for i := range f.Services {
		s := &f.Services[i]
		if s.Weekdays != 0 {
			widen(s.First, s.Last)
		}
		for _, e := range s.Exceptions {
			if e.Added {
				widen(e.Date, e.Date)
			}
		}
	}
	return first, last
}

// TripsOn counts the trips that run on the day; one with frequencies counts once.
func (f *Feed) TripsOn(d Date) int {
	on := make([]bool, len(f.Services))
	for i := range f.Services {
		on[i] = f.Services[i].On(d)
	}
	n := 0
	for i := range f.Trips {
		if on[f.Trips[i].Service] {
			n++
		}
	}
	return n
}
