package timetable

import (
	"strings"
	"testing"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/programme"
)

// Fixed durations give the very days that a person would count in an almanac:
// weekends, Christmas, New Year, Epiphany and Midsummer are not working days.
func TestFixedDurationsGiveTheVeryDays(t *testing.T) {
	for _, c := range []struct{ name, start, premises, rebuild, move, begin, opening string }{
		// Mon 20 – Thu 23 December 2021 are four days; 24 December – 26 is free; 27–30 are four; 31 December –
		// 2 January free; 3, 4, 5 January; the 6th is Epiphany; the 7th is the twelfth working day.
		{"Christmas", "2021-12-20", "4", "4", "4", "2021-12-20", "2022-01-07"},
		// 20–23 June 2022 are four days; Midsummer's Eve is the 24th; then 27 June.
		{"Midsummer", "2022-06-20", "2", "2", "1", "2022-06-20", "2022-06-27"},
		{"from a Saturday", "2022-03-05", "1", "1", "1", "2022-03-07", "2022-03-09"},
		{"Easter and the first of May", "2022-04-13", "1", "1", "10", "2022-04-13", "2022-05-02"},
	} {
		s := sceneOn(t, "2021-06-01").chain(c.premises, c.rebuild, c.move).project("boden")
		s.progress("boden", "lokal", "", c.start)
		p := s.only()
		if p.Start.String() != c.begin || p.Planned.String() != c.opening || p.Forecast != same(c.opening) {
			t.Errorf("%s: starts %s, opens %s, forecast %v; want %s, %s", c.name, p.Start, p.Planned, p.Forecast, c.begin, c.opening)
		}
		if p.State != NotStarted || p.Lack != "" || len(p.Missing) > 0 || p.Assumed != 3 || p.Opened.IsKnown() {
			t.Errorf("%s: %+v", c.name, p)
		}
	}
}

// Every activity shows its first and last day of work.
func TestActivitiesFollowEachOther(t *testing.T) {
	s := sceneOn(t, "2022-01-03").chain("5", "10", "5").project("boden")
	s.progress("boden", "lokal", "", "2022-02-07")
	p := s.only()
	want := [][2]string{{"2022-02-07", "2022-02-11"}, {"2022-02-14", "2022-02-25"}, {"2022-02-28", "2022-03-04"}, {"2022-03-07", "2022-03-18"}}
	for i, a := range p.Activities {
		if a.Start.String() != want[i][0] || a.Finish.String() != want[i][1] {
			t.Errorf("%s: %s – %s, want %v", a.Stage, a.Start, a.Finish, want[i])
		}
	}
	if len(p.Critical) != 3 || p.Critical[0] != "lokal" || p.Critical[2] != "inflyttning" {
		t.Errorf("critical: %v", p.Critical)
	}
}

// A planned start that has passed without a start is the next working day.
func TestAPlannedStartInThePastBeginsNow(t *testing.T) {
	s := sceneOn(t, "2022-03-04").chain("1", "1", "1").project("boden") // a Friday
	s.progress("boden", "lokal", "", "2021-10-01")
	if p := s.only(); p.Start.String() != "2022-03-07" || p.Planned.String() != "2022-03-09" {
		t.Errorf("starts %s, opens %s", p.Start, p.Planned)
	}
}

// What has been done moves the forecast: late work pushes it, early work pulls it.
func TestTheForecastIsConditional(t *testing.T) {
	opening := func(fill func(*scene)) string {
		s := sceneOn(t, "2022-03-01").chain("10", "10", "10").project("boden")
		s.progress("boden", "lokal", "", "2022-01-10")
		fill(s)
		return s.only().Forecast.P50.String()
	}
	for _, c := range []struct {
		name string
		fill func(*scene)
		want string
	}{
		{"nothing done", func(*scene) {}, "2022-04-12"},
		{"finished in time", func(s *scene) { s.progress("boden", "lokal", "", "", "2022-01-10", "2022-01-21") }, "2022-03-29"},
		{"rebuilding since 21 February", func(s *scene) {
			s.progress("boden", "lokal", "", "", "2022-01-10", "2022-02-18")
			s.progress("boden", "ombyggnad", "", "", "2022-02-21")
		}, "2022-03-18"},
		// Fixed at 10 days but running since the 24th of January: overdue, so the
		// next working day is the earliest that can be said.
		{"rebuilding is overdue", func(s *scene) { s.progress("boden", "ombyggnad", "", "", "2022-01-24") }, "2022-03-16"},
		{"20 days remain", func(s *scene) {
			s.progress("boden", "ombyggnad", "", "", "2022-02-21")
			s.progress("boden", "ombyggnad", "2022-03-01").Remaining = programme.Days{N: 20, Known: true}
		}, "2022-04-12"},
		{"20 days remained a week ago", func(s *scene) {
			s.progress("boden", "ombyggnad", "", "", "2022-02-21")
			s.progress("boden", "ombyggnad", "2022-02-22").Remaining = programme.Days{N: 20, Known: true}
		}, "2022-04-05"},
		{"what remained has run out", func(s *scene) {
			s.progress("boden", "ombyggnad", "", "", "2022-02-21")
			s.progress("boden", "ombyggnad", "2022-02-22").Remaining = programme.Days{N: 2, Known: true}
		}, "2022-03-18"},
		{"the later statement holds", func(s *scene) {
			s.progress("boden", "lokal", "2022-02-01", "", "2022-01-10", "2022-01-31")
			s.progress("boden", "ombyggnad", "2022-02-25", "", "2022-02-21")
			s.progress("boden", "ombyggnad", "2022-02-10", "", "2022-02-07")
		}, "2022-03-18"},
	} {
		if got := opening(c.fill); got != c.want {
			t.Errorf("%s: opens %s, want %s", c.name, got, c.want)
		}
	}
}

// What preceded something that has begun is done, on a day that nobody has stated.
func TestWhatCameBeforeIsDone(t *testing.T) {
	s := sceneOn(t, "2022-03-01").chain("10", "10", "10").project("boden")
	s.progress("boden", "ombyggnad", "", "", "2022-02-21")
	p := s.only()
	a := p.Activities[0]
	if p.State != Underway || a.Start.IsKnown() || a.Finish.IsKnown() || a.Finished.String() != "../2022-02-21" || p.Start.IsKnown() {
		t.Errorf("%s, premises %s – %s, finished %s, starts %s", p.State, a.Start, a.Finish, a.Finished, p.Start)
	}
	if p.Assumed != 2 {
		t.Errorf("%d durations are assumptions, want those of the two activities that remain", p.Assumed)
	}
}

// An office that has opened is exact, whatever the progress says.
func TestAnOpenedOfficeIsExact(t *testing.T) {
	s := sceneOn(t, "2022-12-01").chain("lognormal 40 90", "lognormal 100 250", "5").project("laholm")
	s.progress("laholm", "lokal", "", "", "2021-09-01")
	s.event("laholm", programme.Opened, "2022-05-28", "2022-06-01") // a Saturday
	s.event("laholm", programme.OpeningPlanned, "2022-06-01", "2022-03-01")
	p := s.only()
	if p.State != Opened || p.Planned.String() != "2022-05-28" || p.Forecast != same("2022-05-28") || p.Announced.String() != "2022-06-01" {
		t.Errorf("%s, planned %s, forecast %v, announced %s", p.State, p.Planned, p.Forecast, p.Announced)
	}
	if p.Start.String() != "2021-09-01" || p.Activities[1].Finished.String() != "../2022-05-28" || p.Activities[3].Start.IsKnown() {
		t.Errorf("start %s, activities %+v", p.Start, p.Activities)
	}
}

// The finish of the opening activity is an opening, and so is what follows it.
func TestAnOpeningByProgress(t *testing.T) {
	s := sceneOn(t, "2022-12-01").chain("10", "10", "10").project("a").project("b")
	s.progress("a", "inflyttning", "", "", "2022-06-01", "2022-06-20")
	s.progress("b", "avslut", "", "", "2022-07-04")
	tt := s.make(Options{})
	a, b := &tt.Projects[0], &tt.Projects[1]
	if a.State != Opened || a.Forecast != same("2022-06-20") || !a.Opened.IsExact() {
		t.Errorf("%s %s %v", a.State, a.Opened, a.Forecast)
	}
	if b.State != Opened || b.Opened.String() != "../2022-07-04" {
		t.Errorf("%s %s", b.State, b.Opened)
	}
}

// A month in which an office opened is a month of equally likely days.
func TestAnOpeningKnownToTheMonth(t *testing.T) {
	s := sceneOn(t, "2025-01-31").chain("10", "10", "10").project("nordmaling").event("nordmaling", programme.Opened, "2024-09/2024-10", "")
	tt := s.make(Options{Runs: 10000})
	p := &tt.Projects[0]
	near := func(d civil.Date, day string) bool {
		off := d.DaysUntil(civil.MustDate(day))
		return off >= -2 && off <= 2
	}
	if !near(p.Forecast.P10, "2024-09-07") || !near(p.Forecast.P50, "2024-10-01") || !near(p.Forecast.P90, "2024-10-25") || p.Planned.String() != "2024-10-01" {
		t.Errorf("%+v planned %s", p.Forecast, p.Planned)
	}
	for r := range tt.Runs {
		if d := tt.Sample(0, r); d < p.Opened.First || d > p.Opened.Last {
			t.Fatalf("run %d opens %s, outside %s", r, d, p.Opened)
		}
	}
}

// An event of the future is no opening yet.
func TestAnOpeningToComeIsAnnounced(t *testing.T) {
	s := sceneOn(t, "2022-03-01").chain("1", "1", "1").project("boden").event("boden", programme.Opened, "2022-05-02", "2022-02-01")
	s.progress("boden", "lokal", "", "2022-03-07")
	if p := s.only(); p.State != NotStarted || p.Announced.String() != "2022-05-02" || p.Planned.String() != "2022-05-02" || p.Forecast.P50.String() != "2022-03-09" {
		t.Errorf("%s announced %s planned %s", p.State, p.Announced, p.Planned)
	}
}

// Nothing is invented: without a start, a duration or a process there is no forecast.
func TestNoForecast(t *testing.T) {
	for name, c := range map[string]struct {
		s       *scene
		lack    Lack
		missing int
	}{
		"no start":    {sceneOn(t, "2022-03-01").chain("1", "1", "1").project("a"), LacksStart, 0},
		"no duration": {started(sceneOn(t, "2022-03-01").chain("1", "", "1").project("a")), LacksDuration, 1},
		"neither":     {sceneOn(t, "2022-03-01").chain("", "", "1").project("a"), LacksStart, 2},
		"no opening":  {started(sceneOn(t, "2022-03-01").stage("lokal", "", "1").project("a")), LacksProcess, 0},
		"no process":  {sceneOn(t, "2022-03-01").project("a"), LacksProcess, 0},
	} {
		tt := c.s.make(Options{})
		p := &tt.Projects[0]
		if p.Lack != c.lack || len(p.Missing) != c.missing || p.HasForecast() || p.Planned.IsKnown() || tt.Sample(0, 0).IsKnown() {
			t.Errorf("%s: lacks %q, missing %v, planned %s, forecast %v", name, p.Lack, p.Missing, p.Planned, p.Forecast)
		}
	}
}

func started(s *scene) *scene {
	s.progress("a", "lokal", "", "2022-03-07")
	return s
}

// What comes before the missing duration is known; what comes after is not.
func TestDatesUpToTheMissingDuration(t *testing.T) {
	p := started(sceneOn(t, "2022-03-01").chain("2", "", "1").project("a")).only()
	a := p.Activities
	if a[0].Finish.String() != "2022-03-08" || a[1].Start.String() != "2022-03-09" || a[1].Finish.IsKnown() || a[2].Start.IsKnown() || a[3].Finish.IsKnown() {
		t.Errorf("%+v", a)
	}
	if p.Start.String() != "2022-03-07" {
		t.Errorf("starts %s", p.Start)
	}
}

// A duration that is missing where nothing rests on it does not matter.
func TestAMissingDurationThatIsDone(t *testing.T) {
	s := sceneOn(t, "2022-03-01").chain("", "1", "1").project("a")
	s.progress("a", "lokal", "", "", "2022-01-03", "2022-02-25")
	if p := s.only(); p.Lack != "" || p.Planned.String() != "2022-03-03" || len(p.Missing) != 0 {
		t.Errorf("lacks %q, missing %v, planned %s", p.Lack, p.Missing, p.Planned)
	}
}

// Only what opens an office, or moves one, is in the timetable, and each id once.
func TestWhichProjects(t *testing.T) {
	s := sceneOn(t, "2022-03-01").chain("1", "1", "1").project("a").project("b").project("c").project("d").project("a")
	s.s.Projects[1].Kind = programme.Close
	s.s.Projects[2].Kind = programme.Move
	s.s.Projects[3].Kind = programme.Resize
	s.event("c", programme.Opened, "2020-01-01", "")
	tt := s.make(Options{})
	if len(tt.Projects) != 2 || tt.Projects[0].ID != "a" || tt.Projects[1].ID != "c" || tt.Find("c") != 1 || tt.Find("b") != -1 {
		t.Fatalf("%+v", tt.Projects)
	}
	if tt.Projects[1].State == Opened {
		t.Error("the office was open before it moved; that is not the move")
	}
}

// Mistakes that make a timetable impossible are named.
func TestImpossible(t *testing.T) {
	loop := sceneOn(t, "2022-03-01").stage("x", "", "1", "y").stage("y", "", "1", "x").opens()
	stray := sceneOn(t, "2022-03-01").stage("x", "", "1", "z").opens()
	early := sceneOn(t, "2022-03-01").chain("1", "1", "1").project("a")
	early.progress("a", "lokal", "", "", "1022-03-01")
	late := sceneOn(t, "2022-03-01").chain("25000", "25000", "1").project("a")
	late.progress("a", "lokal", "", "2022-03-01")
	unknown := sceneOn(t, "2022-03-01")
	unknown.s.Programme.AsOf = 0
	for want, s := range map[string]*scene{
		"process: the activities [x y] wait for each other; remove one of their links":             loop,
		`process: "x" follows "z", which is not an activity of the process`:                        stray,
		"1022-03-01 lies outside the working calendar, 2000-01-01 to 2121-01-02":                   early,
		"project a: working day 30565 lies outside the working calendar, 2000-01-01 to 2121-01-02": late,
		"programme.as-of is unknown: say on which day the plan stands":                             unknown,
	} {
		if _, err := Make(programme.NewIndex(&s.s), calendar, Options{Runs: 10}); err == nil || err.Error() != want {
			t.Errorf("got %v, want %s", err, want)
		}
	}
}

// A forecast too wide to be kept names its project.
func TestATooWideForecast(t *testing.T) {
	s := sceneOn(t, "2022-03-01")
	for i := range 8 {
		s.stage(string(rune('a'+i)), programme.AgencyOwned, "triangular 0 0 25000")
		if i > 0 {
			s.s.Process[i].After = []programme.Link{{Stage: programme.StageID(rune('a' + i - 1)), Kind: programme.FinishStart}}
		}
	}
	s.opens().project("wide")
	s.progress("wide", "a", "", "2022-03-07")
	if _, err := Make(programme.NewIndex(&s.s), calendar, Options{Runs: 2000}); err == nil || !strings.HasPrefix(err.Error(), "project wide: ") {
		t.Errorf("%v", err)
	}
}
