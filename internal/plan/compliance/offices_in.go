package compliance

import (
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/plan/timetable"
	"github.com/etablera/etablera/internal/programme"
)

// officesIn checks that each named municipality has a project under the
// mandate. It is met when an office is open in each; when the mandate's window
// has ended and one is known not to be open, it is not met. Where the clause has
// a window of its own an office must open in it in each municipality.
func (k *check) officesIn() {
	in := map[string][]*timetable.Project{}
	for _, p := range k.ofMandate() {
		m := k.municipality(p)
		in[m] = append(in[m], p)
	}
	k.require(figure.OfCount(len(k.c.Municipalities)), "compliance.named", k.field("municipalities"))
	if k.c.Window.IsKnown() && len(k.c.Municipalities) > 0 {
		k.officesInTime(in)
		return
	}
	var have tally
	var without []programme.Text
	var chosen []*timetable.Project
	for _, m := range k.c.Municipalities {
		if len(in[m]) == 0 {
			have.add(programme.No)
			without = append(without, plain(m))
			k.row(plain(m), programme.No, k.field("municipalities"), "compliance.row.no-project")
			continue
		}
		have.add(programme.Yes)
		p := k.foremost(in[m])
		chosen = append(chosen, p)
		key, args := stateRow(k, p)
		k.row(plain(m), programme.Yes, forecastAt(p), key, args...)
	}
	k.measureTally(have)
	switch {
	case len(k.c.Municipalities) == 0:
		k.need("compliance.need.state-field", "municipalities")
	case len(without) > 0:
		k.f.Status = NotMet
		k.needOf("compliance.need.project-in", without)
	default:
		k.settle(chosen, NotMet)
	}
}

// foremost returns the project that fulfils a demand for one first: an open
// one, else the one expected first, else the one written first.
func (k *check) foremost(ps []*timetable.Project) *timetable.Project {
	best := ps[0]
	for _, p := range ps {
		if _, has := k.opened(p); has {
			return p
		}
		if p.HasForecast() && (!best.HasForecast() || p.Forecast.P50 < best.Forecast.P50) {
			best = p
		}
	}
	return best
}
