package timetable

import (
	"context"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/schedule"
)

// attributionRuns bounds the runs that a deviation is attributed by. It limits
// the shares of the activities only; the deviation itself is that of all runs.
const attributionRuns = 1000

// deviations compares every project of the batch with every baseline. What is attributed to
// an activity is told against the plan as it stood on the day of the baseline:
// with what was known then, and durations as they are known today.
func (t *Timetable) deviations(ctx context.Context, b *builder, main *schedule.Network) error {
	for i := range t.facts.S.Baselines {
		base := &t.facts.S.Baselines[i]
		if _, first := t.facts.Baseline(base.ID); first != i {
			continue
		}
		var result *schedule.Result
		if main != nil {
			frozen, seen := b.clock.cal.First()-1, b.untouched
			if base.Frozen.IsKnown() {
				frozen = min(base.Frozen, t.Now)
				seen = b.seenOn(frozen)
			}
			then, err := b.network(frozen, seen)
			if err != nil {
				return err
			}
			o := schedule.Options{Runs: min(t.Runs, attributionRuns), Seed: t.Seed, Reference: then.Plan().Reference()}
			if result, err = schedule.Simulate(ctx, main, o); err != nil {
				return b.named(err)
			}
		}
		for _, o := range base.Openings {
			if k := t.Find(o.Project); k >= b.from && k < b.to && o.Opening.IsKnown() && t.Projects[k].HasForecast() && !t.Projects[k].deviates(base.ID) {
				t.Projects[k].Deviations = append(t.Projects[k].Deviations, t.deviation(b, k, base.ID, o.Opening, result))
			}
		}
	}
	return nil
}

func (p *Project) deviates(from programme.BaselineID) bool {
	return p.deviation(from) != nil
}

// deviation returns the comparison with a baseline, or nil.
func (p *Project) deviation(from programme.BaselineID) *Deviation {
	for i := range p.Deviations {
		if p.Deviations[i].Baseline == from {
			return &p.Deviations[i]
		}
	}
	return nil
}

// deviationDays counts the calendar days from a baseline to an opening: from its
// day, or where it is a span from the end that was passed; 0 within the span.
func deviationDays(opening civil.Date, baseline civil.Span) int {
	switch {
	case baseline.Last.IsKnown() && opening > baseline.Last:
		return baseline.Last.DaysUntil(opening)
	case baseline.First.IsKnown() && opening < baseline.First:
		return baseline.First.DaysUntil(opening)
	}
	return 0
}

func (t *Timetable) deviation(b *builder, k int, id programme.BaselineID, date civil.Span, r *schedule.Result) Deviation {
	p := &t.Projects[k]
	out := Deviation{Baseline: id, Date: date, Known: true}
	if p.State == Opened {
		first, last := bounds(p.Opened, t.Now)
		out.Low, out.High, out.Known = deviationDays(first, date), deviationDays(last, date), p.Opened.First.IsKnown()
	} else {
		out.Low = deviationDays(p.Forecast.P50, date)
		out.High = out.Low
	}
	switch {
	case !out.Known:
		out.Low, out.High = 0, 0
	case out.IsExact():
		out.Days = out.Low
		out.Parts = t.attribute(b, k, out.Days, r)
	}
	return out
}

// attribute divides the days of a deviation between the activities and the rest.
func (t *Timetable) attribute(b *builder, k, total int, r *schedule.Result) []Attribution {
	p, d := &t.Projects[k], &b.drafts[k]
	parts := make([]float64, len(p.Activities)+1)
	rest := float64(total)
	if r != nil && d.network >= 0 {
		for i := range p.Activities {
			a := &p.Activities[i]
			if !a.dated || a.Duration < 0 {
				continue
			}
			// Time that passed in front of the activity is its own; time that a
			// parallel path saved (a negative wait) is nobody's.
			at := &r.Activities[b.activity(d, i)]
			parts[i] = (at.Excess + max(at.Wait, 0)) * b.clock.perWorkingDay()
			rest -= parts[i]
		}
	}
	parts[len(p.Activities)] = rest
	var out []Attribution
	for i, days := range apportion(total, parts) {
		switch {
		case days == 0:
		case i == len(p.Activities):
			out = append(out, Attribution{Days: days})
		default:
			a := &p.Activities[i]
			out = append(out, Attribution{Stage: a.Stage, Owner: a.Owner, Party: t.party(p, a, days), Days: days})
		}
	}
	return out
}

// party returns who a delay of an activity is stated to be caused by, or else
// whose clock the activity runs on; empty where that is not known. What is
// stated of a delay does not speak of time that was gained.
func (t *Timetable) party(p *Project, a *Activity, days int) programme.PartyID {
	s := t.facts.S
	if a.at.cause >= 0 && days > 0 {
		return s.Progress[a.at.cause].CausedBy
	}
	switch a.Owner {
	case programme.LandlordOwned:
		return s.Projects[p.Position].Landlord
	case programme.MunicipalityOwned:
		return s.Projects[p.Position].Permitter
	case programme.AgencyOwned:
		return s.Programme.Agency
	}
	return ""
}
