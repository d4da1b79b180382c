package staffing

import (
	"testing"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/plan/timetable"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/sweden"
)

// A scene is a small programme built step by step, as seen on 31 January 2022.
type scene struct {
	t testing.TB
	s programme.Snapshot
}

func newScene(t testing.TB) *scene {
	s := &scene{t: t}
	s.s.Programme.AsOf = civil.MustDate("2022-01-31")
	s.s.OfficeTypes = []programme.OfficeType{
		{ID: "large", Staff: programme.Between(10, 20)}, {ID: "medium", Staff: programme.Between(6, 9)},
		{ID: "small", Staff: programme.Between(2, 5)}, {ID: "flexi", Staff: programme.Between(1, 2), Travelling: true}}
	s.s.Process = []programme.Stage{{ID: "inflyttning", Opens: true}}
	s.s.Durations = []programme.Duration{{Activity: "inflyttning", Working: programme.Distribution{Shape: programme.Fixed, A: 1}}}
	return s
}

// project adds an office that opens on a working day, "" without forecast.
func (s *scene) project(id, round, opens string) *scene {
	s.s.Offices = append(s.s.Offices, programme.Office{ID: programme.OfficeID(id), Name: id})
	s.s.Projects = append(s.s.Projects, programme.Project{ID: programme.ProjectID("p-" + id), Kind: programme.Open,
		Office: programme.OfficeID(id), Round: programme.RoundID(round)})
	if opens != "" {
		s.s.Progress = append(s.s.Progress, programme.Progress{Project: programme.ProjectID("p-" + id), Activity: "inflyttning",
			PlannedStart: civil.Day(civil.MustDate(opens))})
	}
	return s
}

func (s *scene) claim(office string, status programme.ClaimStatus, types ...programme.TypeID) *scene {
	s.s.TypeClaims = append(s.s.TypeClaims, programme.TypeClaim{Office: programme.OfficeID(office), Types: types, Status: status, By: "utredningen"})
	return s
}

func (s *scene) round(id string) *scene {
	s.s.Rounds = append(s.s.Rounds, programme.Round{ID: programme.RoundID(id)})
	return s
}

func (s *scene) count(round, of string, low, high int) *scene {
	s.s.RoundCounts = append(s.s.RoundCounts, programme.RoundCount{Round: programme.RoundID(round), Type: programme.TypeID(of), Count: programme.Between(low, high)})
	return s
}

// at places an office in a municipality and, if lat is not 0, at a position.
func (s *scene) at(office, municipality string, lat, lon float64) *scene {
	for i := range s.s.Offices {
		if o := &s.s.Offices[i]; string(o.ID) == office {
			o.Municipality = municipality
			if lat != 0 {
				o.Position = &programme.Position{Lat: lat, Lon: lon}
			}
		}
	}
	return s
}

// existing adds an office that was there before the programme.
func (s *scene) existing(id, municipality string, lat, lon float64) *scene {
	s.s.Offices = append(s.s.Offices, programme.Office{ID: programme.OfficeID(id), Name: id})
	return s.at(id, municipality, lat, lon)
}

func (s *scene) event(office string, kind programme.EventKind, date string) *scene {
	s.s.OfficeEvents = append(s.s.OfficeEvents, programme.Event{Office: programme.OfficeID(office), Kind: kind, Date: civil.Day(civil.MustDate(date))})
	return s
}

var calendar = func() *sweden.WorkingCalendar {
	c, err := sweden.NewWorkingCalendar(2000, 2100)
	if err != nil {
		panic(err)
	}
	return c
}()

func (s *scene) make() *Staffing {
	s.t.Helper()
	x := programme.NewIndex(&s.s)
	t, err := timetable.Make(x, calendar, timetable.Options{Runs: 50})
	if err != nil {
		s.t.Fatal(err)
	}
	return Make(x, t)
}

func need(low, high, lowTravelling, highTravelling int) Need {
	return Need{programme.Between(low, high), programme.Between(lowTravelling, highTravelling)}
}

// round1 is the first round of the seed: fourteen offices of which only the
// counts per type are known.
func round1(t testing.TB) *scene {
	s := newScene(t).round("1").count("1", "", 14, 14).count("1", "flexi", 4, 4).count("1", "small", 7, 7).
		count("1", "medium", 1, 2).count("1", "large", 1, 2)
	for i := range 14 {
		s.project(string(rune('a'+i)), "1", []string{"2022-06-01", "2022-10-03", "2022-11-01", "2022-12-01"}[i/4])
	}
	return s
}
