package compliance

import (
	"slices"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/plan/timetable"
	"github.com/etablera/etablera/internal/programme"
)

// tolerance is by how many calendar days an opening may differ from the
// preliminary timetable without being a change to tell of.
const tolerance = 14

// change is a change of the preliminary timetable that the parties are to be
// told of, or something that may be one.
type change struct {
	subject  programme.Text
	certain  bool
	projects []*timetable.Project
	baseline *programme.Baseline // that states the new days, nil where the opening itself differs
	from     civil.Date          // the first day on which telling counts
	at       figure.Address
	key      string
	args     []any
}

// changes lists what differs from the preliminary timetables told before: first
// each later timetable with another day for a project, in the order of freezing;
// then each opening, or forecast, that differs from the latest timetable.
func (k *check) changes() []change {
	var out []change
	said := map[programme.ProjectID]civil.Span{}
	last := map[programme.ProjectID]*programme.Baseline{}
	for _, b := range k.frozen() {
		c := change{subject: called(b.Name, b.ID), certain: true, baseline: b, from: b.Frozen, at: figure.FactAt("baselines", b.ID, "frozen"),
			key: "compliance.change.timetable"}
		for _, o := range b.Openings {
			i := k.t.Find(o.Project)
			if i < 0 || k.t.Projects[i].Mandate != k.m.ID || !o.Opening.IsKnown() {
				continue
			}
			if before, has := said[o.Project]; has && before != o.Opening {
				c.projects = append(c.projects, &k.t.Projects[i])
			}
			said[o.Project], last[o.Project] = o.Opening, b
		}
		if len(c.projects) > 0 {
			c.args = []any{b.Frozen, len(c.projects), listed(names(c.projects))}
			out = append(out, c)
		}
	}
	for _, p := range k.ofMandate() {
		if b := last[p.ID]; b != nil && b.Frozen < k.now {
			if c, differs := k.deviation(p, b, said[p.ID]); differs {
				out = append(out, c)
			}
		}
	}
	return out
}

// frozen lists the baselines in the order in which they were frozen.
func (all *checker) frozen() []*programme.Baseline {
	var out []*programme.Baseline
	for i := range all.x.S.Baselines {
		if b := &all.x.S.Baselines[i]; b.Frozen <= all.now {
			out = append(out, b)
		}
	}
	slices.SortStableFunc(out, func(a, b *programme.Baseline) int { return a.Frozen.Compare(b.Frozen) })
	return out
}

// deviation compares a project with the day told last. A day that has passed
// without anything being said of the opening may be a change or none.
func (k *check) deviation(p *timetable.Project, b *programme.Baseline, told civil.Span) (change, bool) {
	c := change{subject: name(p), projects: []*timetable.Project{p}, from: b.Frozen + 1, at: forecastAt(p)}
	first, last := told.First, told.Last
	if !first.IsKnown() || !last.IsKnown() {
		return c, false
	}
	first, last = first.AddDays(-tolerance), last.AddDays(tolerance)
	if when, has := k.opened(p); has {
		switch {
		case when.First >= first && when.Last <= last:
			return c, false
		case when.First > last || when.Last < first:
			c.certain, c.key, c.args = true, "compliance.change.opened", []any{when, told}
		default:
			c.key, c.args = "compliance.change.opened-perhaps", []any{when, told}
		}
		return c, true
	}
	if last < k.now && k.notOpen[p.ID] <= last {
		c.key, c.args, c.at = "compliance.change.not-said", []any{told}, projectFact(p)
		return c, true
	}
	if day := p.Forecast.P50; day.IsKnown() && (day > last || day < first) {
		c.certain, c.key, c.args = true, "compliance.change.expected", []any{day, told}
		return c, true
	}
	return c, false
}
