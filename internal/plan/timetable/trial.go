package timetable

import (
	"context"
	"slices"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/programme"
)

// Trial is what would be forecast of a project that nobody has planned, if it began on
// the day of the timetable.
type Trial struct {
	Types []programme.TypeID
	Quantiles
	// Days is the number of working days from now to the median.
	Days int
	// Durations are the positions in Snapshot.Durations of the entries used for the
	// activities up to the opening, and Missing the activities without one; with any
	// there is no forecast.
	Durations []int
	Missing   []programme.StageID
}

// HasForecast says whether there is a forecast.
func (x *Trial) HasForecast() bool { return x.P50.IsKnown() }

// trialPrefix makes ids that no programme has: they hold a space.
const trialPrefix = "trial "

// Try forecasts a new project for an office of each of some types, as the timetable does:
// its durations are learnt from the programme's outcomes, and conditions that nobody has
// stated count as not holding. It makes the timetable once more with a project of each
// type added.
func (t *Timetable) Try(ctx context.Context, types []programme.TypeID) ([]Trial, error) {
	s := *t.facts.S
	s.Offices, s.Projects, s.Progress, s.TypeClaims = slices.Clip(s.Offices), slices.Clip(s.Projects), slices.Clip(s.Progress), slices.Clip(s.TypeClaims)
	first := t.firstStages()
	for _, id := range types {
		name := trialPrefix + string(id)
		s.Offices = append(s.Offices, programme.Office{ID: programme.OfficeID(name)})
		s.Projects = append(s.Projects, programme.Project{ID: programme.ProjectID(name), Kind: programme.Open, Office: programme.OfficeID(name)})
		s.TypeClaims = append(s.TypeClaims, programme.TypeClaim{Office: programme.OfficeID(name), Types: []programme.TypeID{id}, Status: programme.Decided})
		for _, stage := range first {
			s.Progress = append(s.Progress, programme.Progress{Project: programme.ProjectID(name), Activity: stage, PlannedStart: civil.Span{First: t.Now, Last: t.Now}})
		}
	}
	made, err := MakeContext(ctx, programme.NewIndex(&s), t.calendar, Options{Seed: t.Seed, Runs: t.Runs, Independent: t.independent})
	if err != nil {
		return nil, err
	}
	out := make([]Trial, len(types))
	for k, id := range types {
		i := made.Find(programme.ProjectID(trialPrefix + string(id)))
		p := &made.Projects[i]
		out[k] = Trial{Types: types[k : k+1], Quantiles: p.Forecast, Missing: p.Missing}
		for a := range p.Activities {
			if at := p.Activities[a].Duration; at >= 0 && made.process.stages[a].leads {
				out[k].Durations = append(out[k].Durations, at)
			}
		}
		if p.HasForecast() {
			out[k].Days = made.DaysTo(p.Forecast.P50)
		}
	}
	return out, nil
}

// DaysTo is the number of working days from the day of the timetable to another, 0 for
// one that has passed.
func (t *Timetable) DaysTo(day civil.Date) int { return max(int(t.calendar.Between(t.Now, day)), 0) }

// firstStages are the activities that wait for no other.
func (t *Timetable) firstStages() []programme.StageID {
	var out []programme.StageID
	for i := range t.process.stages {
		if t.process.stages[i].isRoot() {
			out = append(out, t.process.stages[i].ID)
		}
	}
	return out
}
