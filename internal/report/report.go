package report

import (
	"context"
	"errors"
	"fmt"
	"io/fs"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/report/document"
)

// Options say which report is wanted.
type Options struct {
	Lang        locale.Lang
	Deliverable programme.DeliverableID // empty: the one that is next due on the day of the plan
	// Siting adds the appendix on where else offices could be opened; it searches for
	// the best places by each goal, which takes seconds.
	Siting bool
	Folder fs.FS // where the programme's own templates are looked for; may be nil
}

// NoDeliverableError says that there is no such report to write.
type NoDeliverableError struct {
	Wanted programme.DeliverableID
	Known  []programme.DeliverableID
}

func (e *NoDeliverableError) Error() string {
	if e.Wanted == "" {
		return "every deliverable has been handed in, or there is none: name the report to write"
	}
	return fmt.Sprintf("no mandate has the deliverable %q: there are %v", e.Wanted, e.Known)
}

// Make writes a report of a plan. The document holds its manifest.
func Make(p *plan.Plan, o Options) (*document.Document, *Manifest, error) {
	return MakeContext(context.Background(), p, o)
}

// MakeContext is Make that can be called off while it searches.
func MakeContext(ctx context.Context, p *plan.Plan, o Options) (*document.Document, *Manifest, error) {
	mandate, deliverable, err := choose(p, o.Deliverable)
	if err != nil {
		return nil, nil, err
	}
	texts, err := LoadTemplates(o.Folder, o.Lang)
	if err != nil {
		return nil, nil, err
	}
	b := newBuilder(ctx, p, o.Lang, mandate, deliverable)
	b.siting = o.Siting
	if o.Siting {
		if err := b.searchSites(); err != nil {
			return nil, nil, err
		}
	}
	if b.doc.Letter, err = b.execute(texts.LetterName, texts.Letter); err != nil {
		return nil, nil, err
	}
	b.counters, b.level = nil, 0
	if b.doc.Body, err = b.execute(texts.BodyName, texts.Body); err != nil {
		return nil, nil, err
	}
	// The trace comes last, when every figure has been bound.
	b.doc.Body = append(b.doc.Body, b.trace()...)
	if err := errors.Join(b.errs...); err != nil {
		return nil, nil, err
	}
	b.doc.Manifest, err = b.manifest.Encode()
	return b.doc, b.manifest, err
}

// choose finds the deliverable that is wanted; else, of those not handed in before
// the day of the plan, the first that is due that day or later, or the last one.
func choose(p *plan.Plan, wanted programme.DeliverableID) (*programme.Mandate, *programme.Deliverable, error) {
	var mandate *programme.Mandate
	var next *programme.Deliverable
	var known []programme.DeliverableID
	s := p.Facts.S
	for i := range s.Mandates {
		m := &s.Mandates[i]
		for j := range m.Deliverables {
			d := &m.Deliverables[j]
			known = append(known, d.ID)
			if d.ID == wanted {
				return m, d, nil
			}
			if wanted == "" && !handedIn(s, d.ID, p.AsOf) && better(d, next, p.AsOf) {
				mandate, next = m, d
			}
		}
	}
	if wanted != "" || next == nil {
		return nil, nil, &NoDeliverableError{wanted, known}
	}
	return mandate, next, nil
}

// handedIn says whether a deliverable was submitted before a day.
func handedIn(s *programme.Snapshot, id programme.DeliverableID, day civil.Date) bool {
	for _, sub := range s.Submissions {
		if sub.Deliverable == id && sub.Date.IsKnown() && sub.Date < day {
			return true
		}
	}
	return false
}

// better says whether d is a better next report than the one found so far.
func better(d, best *programme.Deliverable, day civil.Date) bool {
	switch {
	case best == nil:
		return true
	case d.Due >= day && best.Due >= day:
		return d.Due < best.Due
	case d.Due >= day || best.Due >= day:
		return d.Due >= day
	}
	return d.Due > best.Due
}
