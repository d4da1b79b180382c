package timetable

import "github.com/etablera/etablera/internal/civil"

// announcedDay is the day that an announcement plans an opening for: its middle,
// or the middle of what is left of it after now. Unknown for an announcement
// that has passed, and for one that states only one end: by some day is not on it.
func announcedDay(s civil.Span, now civil.Date) civil.Date {
	if !s.First.IsKnown() || !s.Last.IsKnown() || s.Last <= now {
		return 0
	}
	first := max(s.First, now+1)
	return first + (s.Last-first)/2
}
