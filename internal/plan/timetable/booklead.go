package timetable

import (
	"context"
	"strconv"
	"sync"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
)

// leads keeps the plans under leaders that have been asked for.
type leads struct {
	lock  sync.Mutex
	plans map[Leaders]*LeadPlan
}

// mostLeads bounds the plans that are kept; others are made again each time.
const mostLeads = 16

// LeadOf is Lead, kept for the next who asks. Callers may be many at once.
func (t *Timetable) LeadOf(ctx context.Context, with Leaders) (*LeadPlan, error) {
	t.leads.lock.Lock()
	defer t.leads.lock.Unlock()
	if plan, ok := t.leads.plans[with]; ok {
		return plan, nil
	}
	plan, err := t.Lead(ctx, with)
	if err != nil {
		return nil, err
	}
	if t.leads.plans == nil {
		t.leads.plans = map[Leaders]*LeadPlan{}
	}
	if len(t.leads.plans) < mostLeads {
		t.leads.plans[with] = plan
	}
	return plan, nil
}

// LeadAt is the address of a figure of the plan under leaders.
func LeadAt(with Leaders, path ...any) figure.Address {
	return figure.At(append([]any{Segment, "leaders", with.Count, with.Each}, path...)...)
}

// lead answers for timetable/leaders/<count>/<each>/….
func (b book) lead(f *figure.Figure, seg []string) bool {
	count, err := strconv.Atoi(seg[0])
	each, err2 := strconv.Atoi(seg[1])
	if err != nil || err2 != nil || count < 1 || each < 1 || count > 1000 || each > 1000 {
		return false
	}
	with := Leaders{count, each}
	plan, err := b.t.LeadOf(context.Background(), with)
	if err != nil {
		return false
	}
	f.Rule, f.Inputs = ruleLead, []figure.Address{seedAt}
	if stated, at := b.t.LeadersStated(); at >= 0 && stated == with {
		f.Inputs = append(f.Inputs, figure.FactAt("leader-counts", at+1, "leaders"))
	} else {
		f.Notes = append(f.Notes, figure.Label{Key: "timetable.note.leaders-tried"})
	}
	switch {
	case len(seg) == 3:
		return b.leadWhole(f, plan, seg[2])
	case len(seg) == 5 && seg[2] == "project":
		for i := range plan.Projects {
			if p := &b.t.Projects[plan.Projects[i].Project]; p.ID == programme.ProjectID(seg[3]) {
				return b.led(f, plan, &plan.Projects[i], p, seg[4])
			}
		}
	}
	return false
}

func (b book) leadWhole(f *figure.Figure, plan *LeadPlan, field string) bool {
	f.Label = figure.Label{Key: "timetable.leaders." + field, Args: []any{plan.Leaders.Count}}
	for i := range plan.Projects {
		if id := b.t.Projects[plan.Projects[i].Project].ID; field == "last" || plan.Projects[i].Promised.IsKnown() {
			f.Inputs = append(f.Inputs, LeadAt(plan.Leaders, "project", id, map[bool]string{true: "opening", false: "late"}[field == "last"]))
		}
	}
	switch field {
	case "projects":
		f.Value, f.Rule, f.Inputs = figure.OfCount(len(plan.Projects)), figure.Number, nil
		for i := range plan.Projects {
			f.Inputs = append(f.Inputs, LeadAt(plan.Leaders, "project", b.t.Projects[plan.Projects[i].Project].ID, "leader"))
		}
	case "late":
		f.Value, f.Rule = figure.OfDays(plan.DaysLate), figure.Sum
		f.Inputs = f.Inputs[len(f.Inputs)-plan.promised():]
	case "late-bound":
		f.Value, f.Rule = figure.OfDays(plan.DaysLateBound), ruleLeadBound
	case "last":
		f.Value = figure.OfDate(plan.Last)
	case "more-saves":
		f.Value, f.Rule = figure.OfDays(plan.MoreSaves), ruleLeadTried
	case "more-sooner":
		f.Value, f.Rule = figure.OfDays(plan.MoreSooner), ruleLeadTried
	case "by-promise-adds":
		f.Value, f.Rule = figure.OfDays(plan.ByPromiseAdds), ruleLeadTried
	default:
		return false
	}
	return true
}

// promised counts the projects with a promised day.
func (p *LeadPlan) promised() int {
	n := 0
	for i := range p.Projects {
		if p.Projects[i].Promised.IsKnown() {
			n++
		}
	}
	return n
}

func (b book) led(f *figure.Figure, plan *LeadPlan, led *Led, p *Project, field string) bool {
	f.Label = figure.Label{Key: "timetable.led." + field, Args: []any{p.Name, plan.Leaders.Count}}
	for k := range p.Activities {
		if a := &p.Activities[k]; a.Cell >= 0 && !a.done {
			f.Inputs = append(f.Inputs, b.t.Cells[a.Cell].At("median"))
		}
	}
	if p.Start.IsKnown() {
		f.Inputs = append(f.Inputs, figure.At(Segment, "project", p.ID, "start"))
	} else {
		f.Notes = append(f.Notes, figure.Label{Key: "timetable.note.start-planned"})
	}
	quantile := map[string]int{"p10": 0, "p50": 1, "p80": 2, "p90": 3}
	switch field {
	case "leader":
		f.Value = figure.OfCount(led.Leader)
	case "start":
		f.Value = figure.OfDate(led.Start)
	case "opening":
		f.Value = figure.OfDate(led.Opening)
	case "p10", "p50", "p80", "p90":
		q := led.Forecast
		f.Value = figure.OfDate([...]civil.Date{q.P10, q.P50, q.P80, q.P90}[quantile[field]])
		f.Rule, f.Inputs = ruleLeadForecast, append(f.Inputs, runsAt, shareAt)
	case "late":
		if !led.Promised.IsKnown() {
			return false
		}
		f.Value, f.Inputs = figure.OfDays(led.DaysLate), append(f.Inputs, LeadAt(plan.Leaders, "project", p.ID, "opening"))
	case "earlier-saves":
		f.Value, f.Rule = figure.OfDays(led.EarlierSaves), ruleLeadTried
	default:
		return false
	}
	return true
}
