package compliance

import (
	"slices"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
)

// deliverableDue checks that a report was submitted by its day with what it must
// contain. Before the day it is not yet due, on the day it is to be submitted and
// met if that is done; after it, with nothing known of a
// submission, it is unknown. A required content that no submission lists is
// missing, unless the submissions list none at all: then nobody has looked.
func (k *check) deliverableDue() {
	d := k.deliverable()
	if d == nil || !d.Due.IsKnown() {
		k.unstated("deliverable")
		return
	}
	dueAt := figure.FactAt("mandates", k.m.ID, "deliverables", d.ID, "due")
	k.require(figure.OfDate(d.Due), figure.Same, dueAt)
	first := k.firstSubmission(d)
	if first < 0 {
		k.notSubmitted(d, dueAt)
		return
	}
	s := &k.x.S.Submissions[first]
	at := figure.FactAt("submissions", first+1, "date")
	k.measure(figure.OfDate(s.Date), figure.Same, at)
	switch {
	case !s.Date.IsKnown():
		k.row(called(d.Title, d.ID), programme.Unknown, at, "compliance.row.submitted-some-day")
		k.need("compliance.need.submission-day")
		return
	case s.Date > d.Due:
		k.f.Status = NotMet
		k.row(called(d.Title, d.ID), programme.No, at, "compliance.row.submitted-late", s.Date, d.Due.DaysUntil(s.Date))
	default:
		k.row(called(d.Title, d.ID), programme.Yes, at, "compliance.row.submitted", s.Date)
	}
	k.contents(d, first)
}

func (k *check) deliverable() *programme.Deliverable {
	for i := range k.m.Deliverables {
		if d := &k.m.Deliverables[i]; d.ID == k.c.Deliverable && d.ID != "" {
			return d
		}
	}
	return nil
}

// firstSubmission returns the position of the earliest submission of a
// deliverable, one without a day last, or −1.
func (k *check) firstSubmission(d *programme.Deliverable) int {
	first := -1
	for i := range k.x.S.Submissions {
		s := &k.x.S.Submissions[i]
		if s.Deliverable != d.ID {
			continue
		}
		if first < 0 || s.Date.IsKnown() && (!k.x.S.Submissions[first].Date.IsKnown() || s.Date < k.x.S.Submissions[first].Date) {
			first = i
		}
	}
	return first
}

func (k *check) notSubmitted(d *programme.Deliverable, dueAt figure.Address) {
	k.measure(figure.Unknown(figure.Date), "compliance.no-submission", dueAt)
	if d.Due == k.now {
		// The day is not over; it may be this very report.
		k.f.Status = MetByPlan
		k.row(called(d.Title, d.ID), programme.Unknown, dueAt, "compliance.row.due-today", d.Due)
		k.need("compliance.need.submit-today")
		return
	}
	if d.Due > k.now {
		k.f.Status = NotDue
		k.row(called(d.Title, d.ID), programme.Unknown, dueAt, "compliance.row.due", d.Due)
		if len(d.Contents) > 0 {
			k.need("compliance.need.submit", d.Due, len(d.Contents))
		} else {
			k.need("compliance.need.submit-any", d.Due)
		}
		return
	}
	k.row(called(d.Title, d.ID), programme.Unknown, dueAt, "compliance.row.no-submission", d.Due)
	k.need("compliance.need.record-submission")
}

// contents checks what must be in the report, and settles the status of one
// that was submitted in time.
func (k *check) contents(d *programme.Deliverable, first int) {
	lists, missing := false, []programme.Text(nil)
	for i := range k.x.S.Submissions {
		s := &k.x.S.Submissions[i]
		lists = lists || s.Deliverable == d.ID && len(s.Sections) > 0
	}
	for i, c := range d.Contents {
		section, what := k.sectionAt(d, c.Section), called(c.Text, c.Section)
		switch at := figure.FactAt("submissions", first+1, "sections"); {
		case section < 0 && lists:
			missing = append(missing, what)
			k.row(what, programme.No, at, "compliance.row.content-missing")
		case section < 0:
			k.row(what, programme.Unknown, figure.FactAt("mandates", k.m.ID, "deliverables", d.ID, "contents", i+1, "text"), "compliance.row.content-unknown")
		default:
			when := k.x.S.Submissions[section].Date
			late := !when.IsKnown() || when > d.Due
			if late {
				missing = append(missing, what)
			}
			k.row(what, tri(!late), figure.FactAt("submissions", section+1, "sections"), "compliance.row.content", when)
		}
	}
	switch {
	case k.f.Status == NotMet: // late already
	case len(missing) > 0 && d.Due < k.now:
		k.f.Status = NotMet
	case len(missing) > 0:
		k.f.Status = AtRisk
		k.need("compliance.need.contents-by", d.Due, listed(missing))
	case len(d.Contents) > 0 && !lists:
		k.need("compliance.need.record-contents")
	default:
		k.f.Status = Met
	}
}

// sectionAt returns the earliest submission that holds a section, or −1.
func (k *check) sectionAt(d *programme.Deliverable, section string) int {
	at, when := -1, civil.Date(0)
	for i := range k.x.S.Submissions {
		s := &k.x.S.Submissions[i]
		if s.Deliverable == d.ID && slices.Contains(s.Sections, section) && (at < 0 || s.Date.IsKnown() && (!when.IsKnown() || s.Date < when)) {
			at, when = i, s.Date
		}
	}
	return at
}
