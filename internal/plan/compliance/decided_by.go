package compliance

import (
	"slices"

	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/plan/timetable"
	"github.com/etablera/etablera/internal/programme"
)

// decidedBy checks that a body has decided the locality of every office of the
// mandate, by name or by round. A decision of another body alone contradicts the
// clause; where no decision is written down it is unknown. A decision taken after
// the office had opened counts, and is shown as such.
func (k *check) decidedBy() {
	ps := k.ofMandate()
	k.require(figure.OfCount(len(ps)), figure.Number, projectFacts(ps)...)
	if len(ps) == 0 {
		k.need("compliance.need.projects")
		return
	}
	var t tally
	var without, others []programme.Text
	for _, p := range ps {
		at, right := k.localityDecision(p)
		switch {
		case at < 0:
			t.add(programme.Unknown)
			without = append(without, name(p))
			k.row(name(p), programme.Unknown, projectFact(p), "compliance.row.no-decision")
			continue
		case !right:
			others = append(others, name(p))
		}
		t.add(tri(right))
		d := &k.x.S.Decisions[at]
		key := map[bool]string{true: "compliance.row.decided", false: "compliance.row.decided-by-other"}[right]
		if when, has := k.opened(p); right && has && when.Last < d.Date.First {
			key = "compliance.row.decided-after"
		}
		k.row(name(p), tri(right), k.decisionAt(at), key, d.Date, k.partyText(d.Body))
	}
	k.measureTally(t)
	switch {
	case t.no > 0:
		k.f.Status = NotMet
	case t.unknown == 0:
		k.f.Status = Met
	}
	body := k.partyText(k.c.Body)
	if len(others) > 0 {
		k.need("compliance.need.decide", body, len(others), listed(others))
	}
	if len(without) > 0 {
		k.need("compliance.need.record-decision", body, len(without), listed(without))
	}
}

// localityDecision finds a decision on an office's locality, one by the right
// body before others, or −1. A decision dated after today is not taken yet.
func (k *check) localityDecision(p *timetable.Project) (at int, right bool) {
	at = -1
	for i := range k.x.S.Decisions {
		d := &k.x.S.Decisions[i]
		covers := slices.Contains(d.Offices, p.Office) || p.Round != "" && slices.Contains(d.Rounds, p.Round)
		if d.Kind != programme.MatterLocality || !covers || d.Date.First > k.now {
			continue
		}
		if ok := d.Body == k.c.Body; at < 0 || ok && !right {
			at, right = i, ok
		}
	}
	return at, right
}

func (all *checker) decisionAt(i int) figure.Address {
	if id := all.x.S.Decisions[i].ID; id != "" {
		return figure.FactAt("decisions", id, "date")
	}
	return figure.FactAt("decisions", i+1, "date")
}
