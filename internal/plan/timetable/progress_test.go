package timetable

import (
	"testing"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/programme"
)

// Of each field the latest known statement holds, by the day asked about.
func TestTheLatestKnownStatementHolds(t *testing.T) {
	s := sceneOn(t, "2022-06-15").chain("1", "1", "1")
	s.progress("a", "lokal", "2022-03-01", "2022-05", "2022-05-20")
	s.progress("a", "lokal", "2022-01-10", "2022-02", "", "2022-02-28")
	s.progress("a", "lokal", "2022-03-01", "", "2022-04-04")
	s.progress("a", "ombyggnad", "2022-04-01", "", "", "2022-12-01").Remaining = programme.Days{N: 9, Known: true}
	s.progress("b", "lokal", "2022-04-01", "2029")
	s.progress("a", "weather", "2022-04-01", "2029")
	s.progress("a", "inflyttning", "", "", "2022-09-01")
	x := programme.NewIndex(&s.s)
	p, err := newProcess(x)
	if err != nil {
		t.Fatal(err)
	}
	on := func(day string) []statement { return statements(x, p, "a", civil.MustDate(day)) }
	now := on("2022-06-15")
	if l := now[0]; l.planned.String() != "2022-05" || l.started.String() != "2022-04-04" || l.finished.String() != "2022-02-28" || l.at.started != 2 || l.at.planned != 0 || l.at.finished != 1 || l.at.remaining != -1 {
		t.Errorf("%+v", l)
	}
	if o := now[1]; o.finished.IsKnown() || !o.remaining.Known || o.remainingFrom.String() != "2022-04-01" || !o.begun() {
		t.Errorf("a finish to come has not happened: %+v", o)
	}
	if i := now[2]; i.begun() || i.planned.String() != "2022-09-01" {
		t.Errorf("a start to come is planned: %+v", i)
	}
	if then := on("2022-01-31"); then[0].planned.String() != "2022-02" || then[0].started.IsKnown() || then[0].finished.IsKnown() || then[1].remaining.Known {
		t.Errorf("in January: %+v", then)
	}
}

// A source's date is the day on which its facts became known, unless they have one of their own.
func TestKnownFrom(t *testing.T) {
	s := sceneOn(t, "2022-06-15")
	s.s.Sources = []programme.Source{{ID: "delred1", Date: civil.MustDate("2021-09-24")}}
	x := programme.NewIndex(&s.s)
	for want, p := range map[string]programme.Provenance{"2021-09-24": {Source: programme.Citation{ID: "delred1"}},
		"2022-01-01": {Source: programme.Citation{ID: "delred1"}, Known: civil.MustDate("2022-01-01")}, "": {Source: programme.Citation{ID: "rykte"}}} {
		if got := knownFrom(x, p); got.String() != want {
			t.Errorf("%+v is known from %q, want %q", p, got, want)
		}
	}
}
