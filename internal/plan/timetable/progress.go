package timetable

import (
	"cmp"
	"slices"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/programme"
)

// activityGrounds are the facts under an activity: positions in
// Snapshot.Progress, −1 where nothing is stated.
type activityGrounds struct{ planned, started, finished, remaining, cause int }

var noActivityGrounds = activityGrounds{-1, -1, -1, -1, -1}

// statement is what has been stated of one activity of one project by some day.
type statement struct {
	planned, started, finished civil.Span
	remaining                  programme.Days
	remainingFrom              civil.Date // the day of the statement of what remains
	cause                      programme.PartyID
	at                         activityGrounds
}

// begun says whether the activity is stated to have begun.
func (s *statement) begun() bool {
	return s.started.IsKnown() || s.finished.IsKnown() || s.remaining.Known
}

// statements merges a project's progress known by a day: of each field the
// latest known statement holds, of two equally late the one written last. What
// is said to have started or finished later than the day has not happened: a
// start is taken as planned, a finish says nothing.
func statements(x *programme.Index, p *process, id programme.ProjectID, day civil.Date) []statement {
	out := make([]statement, len(p.stages))
	for i := range out {
		out[i].at = noActivityGrounds
	}
	for _, i := range byKnown(x, x.Progress(id)) {
		fact := &x.S.Progress[i]
		at, ok := p.byID[fact.Activity]
		known := knownFrom(x, fact.Provenance)
		if !ok || known > day {
			continue
		}
		out[at].add(fact, i, day, known)
	}
	return out
}

func (s *statement) add(f *programme.Progress, i int, day, known civil.Date) {
	if f.PlannedStart.IsKnown() {
		s.planned, s.at.planned = f.PlannedStart, i
	}
	switch {
	case happened(f.Started, day):
		s.started, s.at.started = f.Started, i
	case f.Started.IsKnown():
		s.planned, s.at.planned = f.Started, i
	}
	if happened(f.Finished, day) {
		s.finished, s.at.finished = f.Finished, i
	}
	if f.Remaining.Known {
		if !known.IsKnown() {
			known = day
		}
		s.remaining, s.remainingFrom, s.at.remaining = f.Remaining, known, i
	}
	if f.CausedBy != "" {
		s.cause, s.at.cause = f.CausedBy, i
	}
}

// byKnown sorts positions in Snapshot.Progress by the day on which they became known.
func byKnown(x *programme.Index, positions []int) []int {
	sorted := slices.Clone(positions)
	slices.SortStableFunc(sorted, func(i, j int) int {
		return cmp.Compare(knownFrom(x, x.S.Progress[i].Provenance), knownFrom(x, x.S.Progress[j].Provenance))
	})
	return sorted
}

// knownFrom is Snapshot.KnownFrom by look-up.
func knownFrom(x *programme.Index, p programme.Provenance) civil.Date {
	if p.Known.IsKnown() {
		return p.Known
	}
	if src, _ := x.Source(p.Source.ID); src != nil {
		return src.Date
	}
	return 0
}
