package compliance

import (
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/plan/timetable"
	"github.com/etablera/etablera/internal/programme"
)

// earlyOpenings checks offices that are to open early, "as soon as possible".
// With a share it is checked as a round's window. Without one the mandate asks
// for no number, and none is made up: the clause holds when at least one office
// opens in the window, the finding measures how many do of all, by the forecast
// and by the latest timetable that was told, and the needs name those that do not.
func (k *check) earlyOpenings() {
	if k.c.Share != 0 {
		k.shareInWindow()
		return
	}
	ps := k.ofRound(k.c.Round)
	k.require(figure.Unknown(figure.Count), "compliance.no-number", k.field("share"))
	switch {
	case !k.c.Window.IsKnown():
		k.unstated("window")
		return
	case len(ps) == 0:
		k.need("compliance.need.projects-in-round", string(k.c.Round))
		return
	}
	k.inWindow(ps, k.c.Window, 1)
	k.told(ps)
	k.f.Needs = nil
	var outside, silent []programme.Text
	for i, e := range k.f.Evidence[:len(ps)] {
		switch e.For {
		case programme.No:
			outside = append(outside, name(ps[i]))
		case programme.Unknown:
			silent = append(silent, name(ps[i]))
		}
	}
	if k.passed(k.c.Window) {
		k.needOf("compliance.need.say-opened", silent)
		return
	}
	k.needOf("compliance.need.open-in-window", outside)
	k.needOf("compliance.need.forecast", silent)
}

// told adds what the latest frozen timetable with a day for any of the projects
// said of the window.
func (k *check) told(ps []*timetable.Project) {
	mine := map[programme.ProjectID]bool{}
	for _, p := range ps {
		mine[p.ID] = true
	}
	b := k.latestBaseline(mine)
	if b == nil {
		return
	}
	in, inputs := 0, []figure.Address{}
	for i, o := range b.Openings {
		if !mine[o.Project] {
			continue
		}
		inputs = append(inputs, figure.FactAt("baselines", b.ID, "openings", i+1, "opening"))
		if inside(o.Opening.First, k.c.Window) && inside(o.Opening.Last, k.c.Window) {
			in++
		}
	}
	k.figure(k.own("told"), figure.Label{Key: "compliance.told", Args: []any{called(b.Name, b.ID)}}, figure.OfCount(in), "compliance.told", inputs...)
	k.row(called(b.Name, b.ID), tri(in > 0), k.own("told"), "compliance.row.told-in-window", in, len(ps), b.Frozen)
}

// latestBaseline returns the baseline frozen last that has a day for any of some
// projects, or nil; of two equally late the one written last.
func (all *checker) latestBaseline(about map[programme.ProjectID]bool) *programme.Baseline {
	var latest *programme.Baseline
	for i := range all.x.S.Baselines {
		b := &all.x.S.Baselines[i]
		if latest != nil && b.Frozen < latest.Frozen {
			continue
		}
		for _, o := range b.Openings {
			if about[o.Project] && o.Opening.IsKnown() {
				latest = b
				break
			}
		}
	}
	return latest
}
