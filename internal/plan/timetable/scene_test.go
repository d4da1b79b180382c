package timetable

import (
	"testing"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/sweden"
)

// A scene is a small programme built step by step, as seen on a day.
type scene struct {
	t testing.TB
	s programme.Snapshot
}

func sceneOn(t testing.TB, day string) *scene {
	s := &scene{t: t}
	s.s.Programme = programme.Meta{ID: "test", Agency: "ssc", AsOf: civil.MustDate(day)}
	s.s.Parties = []programme.Party{{ID: "ssc"}, {ID: "vasakronan"}, {ID: "kommunen"}, {ID: "elnätet"}}
	return s
}

func span(text string) civil.Span {
	if text == "" {
		return civil.Span{}
	}
	s, err := civil.ParseSpan(text)
	if err != nil {
		panic(err)
	}
	return s
}

func text(v interface{ UnmarshalText([]byte) error }, s string) {
	if err := v.UnmarshalText([]byte(s)); err != nil {
		panic(err)
	}
}

// known is a provenance of a fact known from a day; "" is known always.
func known(day string) programme.Provenance {
	if day == "" {
		return programme.Provenance{}
	}
	return programme.Provenance{Known: civil.MustDate(day)}
}

// stage adds an activity with a duration ("" none) after others.
func (s *scene) stage(id string, owner programme.Owner, duration string, after ...string) *scene {
	st := programme.Stage{ID: programme.StageID(id), Owner: owner, Name: programme.Text{Sv: id}}
	for _, a := range after {
		var l programme.Link
		text(&l, a)
		st.After = append(st.After, l)
	}
	s.s.Process = append(s.s.Process, st)
	if duration != "" {
		s.duration(id, duration, nil, nil)
	}
	return s
}

func (s *scene) opens() *scene {
	s.s.Process[len(s.s.Process)-1].Opens = true
	return s
}

func (s *scene) duration(id, duration string, types []programme.TypeID, when []programme.Condition) *scene {
	d := programme.Duration{Activity: programme.StageID(id), Types: types, When: when, Basis: programme.Assumption}
	text(&d.Working, duration)
	s.s.Durations = append(s.s.Durations, d)
	return s
}

// chain is the usual process: choose premises, rebuild them, move in; then close the project.
func (s *scene) chain(premises, rebuild, move string) *scene {
	return s.stage("lokal", programme.AgencyOwned, premises).
		stage("ombyggnad", programme.LandlordOwned, rebuild, "lokal").
		stage("inflyttning", programme.AgencyOwned, move, "ombyggnad").opens().
		stage("avslut", programme.AgencyOwned, "10", "inflyttning")
}

// project adds an opening project of an office of the same name, in round r1.
func (s *scene) project(id string) *scene {
	s.s.Offices = append(s.s.Offices, programme.Office{ID: programme.OfficeID(id), Name: "Kontor " + id, Municipality: id})
	s.s.Projects = append(s.s.Projects, programme.Project{ID: programme.ProjectID(id), Kind: programme.Open,
		Office: programme.OfficeID(id), Round: "r1", Landlord: "vasakronan", Permitter: "kommunen"})
	return s
}

// progress adds a statement; fields are planned, started, finished, in that order.
func (s *scene) progress(project, stage, from string, fields ...string) *programme.Progress {
	p := programme.Progress{Project: programme.ProjectID(project), Activity: programme.StageID(stage), Provenance: known(from)}
	for i, f := range fields {
		*[]*civil.Span{&p.PlannedStart, &p.Started, &p.Finished}[i] = span(f)
	}
	s.s.Progress = append(s.s.Progress, p)
	return &s.s.Progress[len(s.s.Progress)-1]
}

func (s *scene) event(office string, kind programme.EventKind, date, from string) *scene {
	s.s.OfficeEvents = append(s.s.OfficeEvents, programme.Event{Office: programme.OfficeID(office), Kind: kind, Date: span(date), Provenance: known(from)})
	return s
}

func (s *scene) round(window string, minimum int) *scene {
	s.s.Rounds = append(s.s.Rounds, programme.Round{ID: "r1", Window: span(window), Minimum: programme.Exactly(minimum)})
	return s
}

// baseline freezes openings, given as pairs of project and date.
func (s *scene) baseline(id, frozen string, pairs ...string) *scene {
	b := programme.Baseline{ID: programme.BaselineID(id)}
	if frozen != "" {
		b.Frozen = civil.MustDate(frozen)
	}
	for i := 0; i < len(pairs); i += 2 {
		b.Openings = append(b.Openings, programme.BaselineOpening{Project: programme.ProjectID(pairs[i]), Opening: span(pairs[i+1])})
	}
	s.s.Baselines = append(s.s.Baselines, b)
	return s
}

var calendar = func() *sweden.WorkingCalendar {
	c, err := sweden.NewWorkingCalendar(2000, 2120)
	if err != nil {
		panic(err)
	}
	return c
}()

func (s *scene) make(o Options) *Timetable {
	s.t.Helper()
	if o.Runs == 0 {
		o.Runs = 500
	}
	t, err := Make(programme.NewIndex(&s.s), calendar, o)
	if err != nil {
		s.t.Fatal(err)
	}
	return t
}

// only returns the single project of a scene.
func (s *scene) only() *Project {
	s.t.Helper()
	t := s.make(Options{})
	if len(t.Projects) != 1 {
		s.t.Fatalf("%d projects", len(t.Projects))
	}
	return &t.Projects[0]
}

func same(day string) Quantiles {
	d := civil.MustDate(day)
	return Quantiles{d, d, d, d}
}
