package timetable

import (
	"testing"

	"github.com/etablera/etablera/internal/programme"
)

// Links of every kind, with lags, hold activities where they should.
func TestLinks(t *testing.T) {
	for _, c := range []struct{ link, start, finish string }{
		{"lokal", "2022-02-21", "2022-02-25"},
		{"lokal fs 5", "2022-02-28", "2022-03-04"},
		{"lokal fs -5", "2022-02-14", "2022-02-18"},
		{"lokal ss", "2022-02-07", "2022-02-11"},
		{"lokal ss 2", "2022-02-09", "2022-02-15"},
		{"lokal ff", "2022-02-07", "2022-02-18"},
		{"lokal ff 3", "2022-02-07", "2022-02-23"},
	} {
		s := sceneOn(t, "2022-02-04").stage("lokal", programme.AgencyOwned, "10").stage("bygglov", programme.MunicipalityOwned, "5", c.link).opens().project("a")
		s.progress("a", "lokal", "", "2022-02-07")
		if a := s.only().Activities[1]; a.Start.String() != c.start || a.Finish.String() != c.finish {
			t.Errorf("%s: %s – %s, want %s – %s", c.link, a.Start, a.Finish, c.start, c.finish)
		}
	}
}

// An activity off the critical path has the slack that separates it from delay.
func TestSlackAndCriticality(t *testing.T) {
	s := sceneOn(t, "2022-02-04").stage("lokal", programme.AgencyOwned, "5").
		stage("bygglov", programme.MunicipalityOwned, "4", "lokal").stage("ombyggnad", programme.LandlordOwned, "15", "lokal").
		stage("inflyttning", programme.AgencyOwned, "1", "bygglov", "ombyggnad").opens().project("a")
	s.progress("a", "lokal", "", "2022-02-07")
	p := s.only()
	want := map[programme.StageID]struct {
		slack    int
		critical float64
	}{"lokal": {0, 1}, "bygglov": {11, 0}, "ombyggnad": {0, 1}, "inflyttning": {0, 1}}
	for _, a := range p.Activities {
		if a.Slack != want[a.Stage].slack || a.Criticality != want[a.Stage].critical || a.Excess != 0 {
			t.Errorf("%s: slack %d, criticality %v, excess %v", a.Stage, a.Slack, a.Criticality, a.Excess)
		}
	}
}

// A second activity without predecessors starts with the project.
func TestTwoBeginnings(t *testing.T) {
	s := sceneOn(t, "2022-02-04").stage("lokal", programme.AgencyOwned, "5").stage("rekrytering", programme.AgencyOwned, "20").
		stage("inflyttning", programme.AgencyOwned, "1", "lokal", "rekrytering").opens().project("a")
	s.progress("a", "lokal", "", "2022-03-07")
	p := s.only()
	if a := p.Activities[1]; a.Start.String() != "2022-03-07" || p.Planned.String() != "2022-04-04" {
		t.Errorf("recruitment starts %s, the office opens %s", a.Start, p.Planned)
	}
}

// A planned start holds a later activity back, too.
func TestAPlannedStartOfALaterActivity(t *testing.T) {
	s := sceneOn(t, "2022-02-04").chain("1", "1", "1").project("a")
	s.progress("a", "lokal", "", "2022-02-07")
	s.progress("a", "inflyttning", "", "2022-05")
	if p := s.only(); p.Planned.String() != "2022-05-16" {
		t.Errorf("opens %s", p.Planned)
	}
}

// An activity longer than likely on average says by how much.
func TestExcessOfASkewedDuration(t *testing.T) {
	s := sceneOn(t, "2022-02-04").stage("lokal", programme.AgencyOwned, "triangular 10 10 40").opens().project("a")
	s.progress("a", "lokal", "", "2022-02-07")
	tt := s.make(Options{Runs: 10000})
	if e := tt.Projects[0].Activities[0].Excess; e < 9.5 || e > 10.5 { // the mean is 20
		t.Errorf("excess %v", e)
	}
}
