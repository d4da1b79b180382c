package compliance

import (
	"slices"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
)

// informed checks that the parties have been told of each change of the
// preliminary timetable: by information or a dialogue about the project that
// began after it, by a dialogue still open, or, for a new timetable, by the
// report to them that froze it. What was said there is not known; that it was
// said is taken from the subject being the mandate's rounds.
//
// Without a change there is nothing to tell: not yet due while the mandate
// lasts, met when it is over. A change that nobody was told of is at risk where
// telling is planned, and otherwise unknown, since not all that was said is
// written down.
func (k *check) informed() {
	if len(k.c.Parties) == 0 {
		k.unstated("parties")
		return
	}
	var t tally
	var untold, unsaid []programme.Text
	comes := true
	all := k.changes()
	for _, c := range all {
		how := k.telling(&c)
		switch {
		case !c.certain:
			t.add(programme.Unknown)
			unsaid = append(unsaid, c.subject)
			k.row(c.subject, programme.Unknown, c.at, c.key, c.args...)
			continue
		case how.told:
			t.add(programme.Yes)
		default:
			t.add(programme.Unknown)
			untold = append(untold, c.subject)
			comes = comes && how.comes
		}
		at := c.at
		if how.at != "" {
			at = how.at
		}
		k.row(c.subject, map[bool]programme.Tri{true: programme.Yes}[how.told], at, "compliance.row.change",
			figure.Label{Key: c.key, Args: c.args}, figure.Label{Key: how.key})
	}
	if t.all() == 0 {
		// No number is asked for: none of none would look like a failing.
		k.require(figure.Unknown(figure.Words), "compliance.no-change", k.field("parties"))
		k.measure(figure.Unknown(figure.Words), "compliance.no-change", k.field("parties"))
	} else {
		k.require(figure.OfCount(t.all()), "compliance.changes", k.changeInputs(all)...)
		k.measureTally(t)
	}
	k.informedStatus(t, len(untold) > 0 && comes)
	k.needOf("compliance.need.inform", untold)
	k.needOf("compliance.need.say-opened", unsaid)
}

func (k *check) informedStatus(t tally, planned bool) {
	over := k.passed(civil.Span{Last: k.m.Window.Last})
	switch {
	case t.all() == 0 && !over:
		k.f.Status = NotDue
	case t.all() == 0 && !k.hasTimetable():
		k.need("compliance.need.freeze")
	case t.unknown == 0 && over:
		k.f.Status = Met
	case t.unknown == 0:
		k.f.Status = MetByPlan
	case planned && !over:
		k.f.Status = AtRisk
	}
}

// hasTimetable says whether any baseline has a day for a project of the mandate.
func (k *check) hasTimetable() bool {
	mine := map[programme.ProjectID]bool{}
	for _, p := range k.ofMandate() {
		mine[p.ID] = true
	}
	return k.latestBaseline(mine) != nil
}

// changeInputs are the grounds for the number of changes: the clause itself
// where there are none.
func (k *check) changeInputs(all []change) []figure.Address {
	out := []figure.Address{k.field("parties")}
	for _, c := range all {
		out = append(out, c.at)
	}
	return out
}

// telling is how the parties came to know of a change.
type telling struct {
	told, comes bool // has been told, or is planned to be
	at          figure.Address
	key         string
}

// telling finds how all the parties were told of a change of all its projects.
func (k *check) telling(c *change) telling {
	out := telling{told: true, comes: true, key: "compliance.told-by.contact"}
	for _, id := range k.c.Parties {
		party, _ := k.x.Party(id)
		if party == nil {
			party = &programme.Party{ID: id}
		}
		if at := k.reported(c, id); at != "" {
			out.at, out.key = at, "compliance.told-by.report"
			continue
		}
		for _, p := range c.projects {
			told, comes := -1, false
			for i := range k.x.S.Consultations {
				x := &k.x.S.Consultations[i]
				if !k.turnsTo(x, party, p) || !k.isAbout(x, p) || x.Kind == programme.Opinion {
					continue
				}
				switch {
				case x.State == programme.ConsultationPlanned || x.State == programme.ConsultationInvited:
					comes = true
				case x.Held.First >= c.from || x.Held.First.IsKnown() && !x.Held.Last.IsKnown():
					told = i
				}
			}
			if told >= 0 {
				out.at = k.consultationAt(told, "held")
				continue
			}
			out.told, out.comes = false, out.comes && comes
		}
	}
	switch {
	case out.told:
	case out.comes:
		out.at, out.key = "", "compliance.told-by.planned"
	default:
		out.at, out.key = "", "compliance.told-by.nothing"
	}
	return out
}

// reported returns the submission, to a party, of the report that froze the
// timetable of a change; "" where there is none.
func (k *check) reported(c *change, to programme.PartyID) figure.Address {
	if c.baseline == nil {
		return ""
	}
	for i := range k.x.S.Submissions {
		s := &k.x.S.Submissions[i]
		froze := s.Baseline == c.baseline.ID || s.Deliverable == c.baseline.Deliverable && s.Deliverable != ""
		mine := slices.ContainsFunc(k.m.Deliverables, func(d programme.Deliverable) bool { return d.ID == s.Deliverable && d.To == to })
		if froze && mine {
			return figure.FactAt("submissions", i+1, "date")
		}
	}
	return ""
}
