package timetable

import (
	"fmt"
	"math"
	"reflect"
	"runtime"
	"slices"
	"testing"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
	"pgregory.net/rapid"
)

// random draws a small programme: any process without a loop, any facts.
func random(t *rapid.T, tb testing.TB) *scene {
	s := sceneOn(tb, "2022-06-15")
	shapes := []string{"", "0", "3", "12", "triangular 2 5 30", "lognormal 20 60"}
	links := []string{"", " ss", " ff 2", " fs 3", " fs -2", " ss 4"}
	owners := []programme.Owner{programme.AgencyOwned, programme.LandlordOwned, programme.MunicipalityOwned, ""}
	n := rapid.IntRange(1, 5).Draw(t, "stages")
	for i := range n {
		var after []string
		for j := range i {
			if rapid.Bool().Draw(t, "linked") {
				after = append(after, fmt.Sprintf("s%d%s", j, rapid.SampledFrom(links).Draw(t, "link")))
			}
		}
		s.stage(fmt.Sprintf("s%d", i), rapid.SampledFrom(owners).Draw(t, "owner"), rapid.SampledFrom(shapes[min(1, n-1):]).Draw(t, "duration"), after...)
	}
	if rapid.IntRange(0, 9).Draw(t, "opens") > 0 {
		s.s.Process[rapid.IntRange(0, n-1).Draw(t, "opening stage")].Opens = true
	}
	s.round("2022-01-01/2022-12-31", rapid.IntRange(0, 3).Draw(t, "minimum"))
	var openings []string
	for i := range rapid.IntRange(0, 4).Draw(t, "projects") {
		id := fmt.Sprintf("p%d", i)
		s.project(id)
		for range rapid.IntRange(0, 4).Draw(t, "statements") {
			p := s.progress(id, fmt.Sprintf("s%d", rapid.IntRange(0, n-1).Draw(t, "stage")), day(t, false), day(t, true), day(t, true), day(t, true))
			p.Remaining = programme.Days{N: rapid.IntRange(0, 40).Draw(t, "left"), Known: rapid.IntRange(0, 3).Draw(t, "remains") == 0}
		}
		if rapid.IntRange(0, 3).Draw(t, "event") == 0 {
			s.event(id, rapid.SampledFrom([]programme.EventKind{programme.Opened, programme.OpeningPlanned}).Draw(t, "kind"), day(t, true), day(t, false))
		}
		openings = append(openings, id, day(t, true))
	}
	return s.baseline("b1", "2022-01-31", openings...).baseline("b2", "2022-05-31", openings...)
}

// day draws a date around the scene's day: a day, a month, an open span or nothing.
func day(t *rapid.T, spans bool) string {
	d := civil.MustDate("2022-06-15").AddDays(rapid.IntRange(-300, 120).Draw(t, "day"))
	if !spans {
		return d.String()
	}
	return rapid.SampledFrom([]string{"", d.String(), d.Month().String(), "../" + d.String(), d.String() + "/.."}).Draw(t, "span")
}

// Whatever the facts, the timetable keeps its promises.
func TestInvariants(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		s := random(rt, t)
		tt, err := Make(programme.NewIndex(&s.s), calendar, Options{Runs: 60, Seed: 1})
		if err != nil {
			rt.Fatal(err)
		}
		for i := range tt.Projects {
			checkProject(rt, tt, i)
		}
		for _, r := range tt.Rounds {
			if r.AllInWindow > r.MinimumInWindow && r.Minimum.High <= len(r.Projects) {
				rt.Errorf("all %v is more likely than at least %d: %v", r.AllInWindow, r.Minimum.High, r.MinimumInWindow)
			}
			if known := !math.IsNaN(r.AllInWindow); known != (r.Without == 0 && len(r.Projects) > 0) {
				rt.Errorf("%+v", r)
			}
		}
		checkCurve(rt, tt)
		for a := range tt.Book().Addresses() {
			if _, err := figure.Explain(shelf(tt), a, 0); err != nil {
				rt.Error(err)
			}
		}
	})
}

func checkProject(t *rapid.T, tt *Timetable, i int) {
	p := &tt.Projects[i]
	q := p.Forecast
	if q.P10 > q.P50 || q.P50 > q.P80 || q.P80 > q.P90 || p.HasForecast() != p.Planned.IsKnown() || p.HasForecast() != (p.Lack == "") {
		t.Errorf("%s: forecast %v, planned %s, lacks %q", p.ID, q, p.Planned, p.Lack)
	}
	base, days := tt.Samples(i)
	if p.HasForecast() {
		if quantilesOf(base, days) != q {
			t.Errorf("%s: forecast %v, samples %v", p.ID, q, quantilesOf(base, days))
		}
		if p.State != Opened && base < tt.Now && base.Weekday() < 6 {
			t.Errorf("%s opens %s, before now", p.ID, base)
		}
	}
	for _, a := range p.Activities {
		if a.Start.IsKnown() && a.Finish.IsKnown() && a.Finish < a.Start && !a.done {
			t.Errorf("%s %s: %s – %s", p.ID, a.Stage, a.Start, a.Finish)
		}
		if a.Criticality < 0 || a.Criticality > 1 || a.Criticality > 0 && a.done {
			t.Errorf("%s %s: criticality %v", p.ID, a.Stage, a.Criticality)
		}
	}
	for _, d := range p.Deviations {
		sum := 0
		for _, part := range d.Parts {
			sum += part.Days
		}
		if sum != d.Days || d.Low > d.High || !d.IsExact() && len(d.Parts) > 0 {
			t.Errorf("%s: %+v, parts add up to %d", p.ID, d, sum)
		}
		if at := deviationDays(q.P50, d.Date); d.Known && (at < d.Low || at > d.High) || d.IsExact() && at != d.Days {
			t.Errorf("%s: %+v, but the median deviates by %d", p.ID, d, at)
		}
	}
}

func checkCurve(t *rapid.T, tt *Timetable) {
	var before Point
	for i, p := range tt.Curve {
		if p.P10 > p.P50 || p.P50 > p.P90 || p.P90 > len(tt.Projects) || p.Actual > p.P10 {
			t.Errorf("%+v", p)
		}
		if i > 0 && (p.Planned < before.Planned || p.P10 < before.P10 || p.P50 < before.P50 || p.P90 < before.P90 || p.Month != before.Month+1) {
			t.Errorf("%+v after %+v", p, before)
		}
		before = p
	}
}

// everything is what a timetable says, the samples too.
func everything(tt *Timetable) string {
	return fmt.Sprintf("%+v %+v %+v %v", tt.Projects, tt.Rounds, tt.Curve, tt.samples)
}

// The same seed gives the same bytes on one core and on two; another seed does not.
func TestSameBytes(t *testing.T) {
	s := town(t)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	one := everything(s.make(Options{Seed: 5}))
	runtime.GOMAXPROCS(2)
	if two := everything(s.make(Options{Seed: 5})); one != two {
		t.Error("two cores give something else than one")
	}
	if other := everything(s.make(Options{Seed: 6})); one == other {
		t.Error("the seed does not matter")
	}
}

// A project's forecast depends neither on the order of the projects nor on which others there are.
func TestProjectsDoNotDisturbEachOther(t *testing.T) {
	all := town(t).make(Options{Seed: 5})
	for name, change := range map[string]func(*scene){
		"reversed": func(s *scene) { slices.Reverse(s.s.Projects) },
		"one less": func(s *scene) { s.s.Projects = s.s.Projects[1:] },
		"one more": func(s *scene) { s.project("new"); s.progress("new", "lokal", "", "2022-05-02") },
		"a batch more": func(s *scene) {
			own := s.s.Projects
			s.s.Projects = nil
			for i := range batch {
				id := fmt.Sprintf("other-%d", i)
				s.project(id).progress(id, "lokal", "", "2022-05-02")
			}
			s.s.Projects = append(s.s.Projects, own...)
		},
	} {
		s := town(t)
		change(s)
		got := s.make(Options{Seed: 5})
		for i := range got.Projects {
			p := got.Projects[i]
			k := all.Find(p.ID)
			if k < 0 {
				continue
			}
			want := all.Projects[k]
			want.Position = p.Position
			// Cells are numbered as they are met; what counts is which cell it is.
			want.Activities, p.Activities = slices.Clone(want.Activities), slices.Clone(p.Activities)
			for a := range p.Activities {
				x, y := &want.Activities[a], &p.Activities[a]
				if got, was := got.Cells[y.Cell].Key(), all.Cells[x.Cell].Key(); !slices.Equal(got, was) {
					t.Errorf("%s: %s is in the cell %v, was in %v", name, p.ID, got, was)
				}
				x.Cell, y.Cell = 0, 0
			}
			if !reflect.DeepEqual(p, want) {
				t.Errorf("%s: %s is\n%+v, was\n%+v", name, p.ID, p, want)
			}
			_, a := got.Samples(i)
			_, b := all.Samples(k)
			if !slices.Equal(a, b) {
				t.Errorf("%s: other samples of %s", name, p.ID)
			}
		}
	}
}

// The facts are left as they were.
func TestFactsAreNotChanged(t *testing.T) {
	s := town(t)
	before := fmt.Sprintf("%+v", s.s)
	s.make(Options{})
	if fmt.Sprintf("%+v", s.s) != before {
		t.Error("the snapshot has changed")
	}
}
