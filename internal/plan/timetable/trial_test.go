package timetable

import (
	"testing"

	"github.com/etablera/etablera/internal/programme"
)

// A new project is forecast as one of the programme that begins today would be, and the
// programme itself is left as it was.
func TestTrialIsForecastLikeAProject(t *testing.T) {
	s := sceneOn(t, "2022-03-01").stage("plan", programme.AgencyOwned, "10").stage("build", programme.AgencyOwned, "20", "plan").opens()
	s.duration("build", "30", []programme.TypeID{"large"}, nil)
	s.s.OfficeTypes = []programme.OfficeType{{ID: "small"}, {ID: "large"}}
	table := s.make(Options{Seed: 1, Runs: 50})
	trials, err := table.Try(t.Context(), []programme.TypeID{"small", "large"})
	if err != nil {
		t.Fatal(err)
	}
	// The first working day of the work is the day after the one on which it stands.
	if trials[0].Days != 30 || trials[1].Days != 40 {
		t.Errorf("%d and %d working days, want 30 and 40", trials[0].Days, trials[1].Days)
	}
	if len(trials[0].Durations) != 2 || trials[1].Durations[1] != 2 {
		t.Errorf("entries used: %v, %v", trials[0].Durations, trials[1].Durations)
	}
	if len(table.Projects) != 0 || len(table.facts.S.Projects) != 0 {
		t.Error("the programme has got projects")
	}
}

// Without a duration there is no forecast, and the trial says which is missing.
func TestTrialWithoutADuration(t *testing.T) {
	s := sceneOn(t, "2022-03-01").stage("build", programme.AgencyOwned, "").opens()
	trials, err := s.make(Options{Seed: 1, Runs: 50}).Try(t.Context(), []programme.TypeID{"small"})
	if err != nil || trials[0].HasForecast() || len(trials[0].Missing) != 1 || trials[0].Days != 0 {
		t.Errorf("%v, %+v", err, trials)
	}
}
