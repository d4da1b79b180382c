package timetable

import (
	"context"
	"errors"
	"testing"

	"github.com/etablera/etablera/internal/civil"
)

// alike are three offices with 30 working days of work each, of which the last five come
// after the opening activity's start; nobody has begun.
func alike(t *testing.T) (*Timetable, *Division) {
	made := threeOffices(t).make(Options{Seed: 1, Runs: 100})
	d := &Division{Leaders: Leaders{3, 1}, Rounds: []int32{0, 0, 1}}
	start := RoundStart{Start: civil.MustDate("2022-01-03")}
	d.Starts = []RoundStart{start, start}
	for _, id := range []string{"a", "b", "c"} {
		i := made.Find(made.Projects[0].ID)
		for k := range made.Projects {
			if string(made.Projects[k].ID) == id {
				i = k
			}
		}
		d.Projects = append(d.Projects, i)
	}
	return made, d
}

// With a leader each, every round is open when one office's work is done, as the
// timetable plans it; with one leader the offices come one after another, whoever is in
// which round; and the days count from the start.
func TestDivide(t *testing.T) {
	made, d := alike(t)
	free, err := made.Divide(context.Background(), d)
	if err != nil {
		t.Fatal(err)
	}
	want := made.Projects[0].Planned
	for r, x := range free {
		if x.Planned != want || x.P50 != want || x.P80 != want || x.Days != 30 {
			t.Errorf("round %d: %+v, want %s", r+1, x, want)
		}
	}
	d.Leaders = Leaders{1, 1}
	one, err := made.Divide(context.Background(), d)
	if err != nil {
		t.Fatal(err)
	}
	if last := max(one[0].Days, one[1].Days); last < 90 {
		t.Errorf("all open after %d working days, with 90 to be done by one", last)
	}
	again, _ := made.Divide(context.Background(), d)
	if again[0] != one[0] || again[1] != one[1] {
		t.Errorf("%+v, and again %+v", one, again)
	}
}

// A round's start and what holds a stage back move its opening.
func TestDivideLater(t *testing.T) {
	made, d := alike(t)
	d.Starts[1].Start = civil.MustDate("2022-02-14") // 30 working days later
	later, err := made.Divide(context.Background(), d)
	if err != nil {
		t.Fatal(err)
	}
	if later[0].Days != 30 || later[1].Days < 58 || later[1].Days > 62 {
		t.Errorf("%+v", later)
	}
	d.Starts[1].Release = make([]civil.Date, len(made.Projects[0].Activities))
	d.Starts[1].Release[2] = civil.MustDate("2022-12-01")
	held, err := made.Divide(context.Background(), d)
	if err != nil {
		t.Fatal(err)
	}
	if held[1].Planned < civil.MustDate("2022-12-01") || held[0] != later[0] {
		t.Errorf("held back: %+v", held)
	}
}

// How many can be open by a day: none before one can be done, then as many as there are
// leaders, then the next.
func TestOpenable(t *testing.T) {
	made, d := alike(t)
	for _, c := range []struct {
		leaders, each, days int
		want                int
	}{
		{1, 1, 20, 0}, {1, 1, 45, 1}, {2, 1, 45, 2}, {3, 1, 45, 3}, {1, 2, 45, 2}, {9, 1, 20, 0}, {1, 1, 400, 3},
	} {
		d.Leaders = Leaders{c.leaders, c.each}
		by := civil.MustDate("2022-01-03") + civil.Date(c.days*7/5)
		planned, most, err := made.Openable(context.Background(), d, by)
		if err != nil || planned != c.want || most < planned || c.days < 100 && most != c.want {
			t.Errorf("%+v: %d planned, at most %d, %v", c, planned, most, err)
		}
	}
}

// A division without leaders, or with a project that lacks a duration, has no days.
func TestDivideLacks(t *testing.T) {
	made, d := alike(t)
	d.Leaders = Leaders{}
	if _, err := made.Divide(context.Background(), d); err == nil {
		t.Error("days without leaders")
	}
	bare := sceneOn(t, "2022-01-02").chain("10", "", "5")
	bare.project("a").progress("a", "lokal", "", "2022-01-03")
	lacks := bare.make(Options{Seed: 1, Runs: 100})
	var none *NoWork
	if _, err := lacks.Divide(context.Background(), &Division{Leaders: Leaders{1, 1}, Projects: []int{0}, Rounds: []int32{0}, Starts: d.Starts[:1]}); !errors.As(err, &none) {
		t.Errorf("%v", err)
	}
}

// A round's start is the first of its projects', and unknown where none has any.
func TestRoundStart(t *testing.T) {
	made := threeOffices(t).make(Options{Seed: 1, Runs: 100})
	round := made.Projects[0].Round
	if start, ok := made.RoundStart(round); !ok || start.Start != civil.MustDate("2022-01-03") {
		t.Errorf("%v %v", start, ok)
	}
	if _, ok := made.RoundStart("nowhere"); ok {
		t.Error("a start of no round")
	}
}
