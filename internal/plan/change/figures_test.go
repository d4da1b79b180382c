package change

import (
	"reflect"
	"testing"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
)

func option(day string) figure.Figure {
	return figure.Figure{Value: figure.OfDate(civil.MustDate(day)), Rule: figure.Option}
}

// What was there and is not, what is new, what is the same, in the plan's order.
func TestFiguresThatDiffer(t *testing.T) {
	office := figure.FactAt("offices", "a", "name")
	was := made(&programme.Snapshot{Offices: []programme.Office{{ID: "a", Name: "A"}}}, map[figure.Address]figure.Figure{
		"t/gone": sum(1, office), "t/same": sum(2, office), "t/more": sum(3, office), "t/unknown": {Value: figure.Unknown(figure.Count), Inputs: []figure.Address{office}},
	})
	is := made(&programme.Snapshot{Offices: []programme.Office{{ID: "a", Name: "B"}}}, map[figure.Address]figure.Figure{
		"t/same": sum(2, office), "t/more": sum(4, office), "t/new": sum(5), "t/unknown": sum(0, office),
	})
	set := compare(was, is, []string{"t", "missing"})
	want := []struct {
		kind          Kind
		address       figure.Address
		before, after string
		because       string
	}{
		{Changed, "t/more", "count 3", "count 4", "changed facts/offices/a/name"},
		{Added, "t/new", "words ?", "count 5", ""},
		{Changed, "t/unknown", "count ?", "count 0", "changed facts/offices/a/name"},
		{Removed, "t/gone", "count 1", "words ?", "changed facts/offices/a/name"},
	}
	if len(set.Figures) != len(want) {
		t.Fatalf("%d figures: %+v", len(set.Figures), set.Figures)
	}
	for i, w := range want {
		x := set.Figures[i]
		if x.Kind != w.kind || x.Address != w.address || x.Before.Canonical() != w.before || x.After.Canonical() != w.after || because(x.Because) != w.because {
			t.Errorf("%d: %+v, want %+v", i, x, w)
		}
	}
	if set.IsEmpty() || !compare(was, was, []string{"t"}).IsEmpty() {
		t.Error("a plan differs from itself, or two plans do not differ")
	}
}

// A figure that changed because the plan is of another day names the day, though
// no fact differs; one that changed for no reason names none.
func TestTheDayIsACause(t *testing.T) {
	plan := func(day string, n int) side {
		return made(&programme.Snapshot{}, map[figure.Address]figure.Figure{
			"t/option/now": option(day), "t/on-the-day": sum(n, "t/option/now"), "t/on-nothing": sum(n)})
	}
	set := compare(plan("2021-09-24", 1), plan("2022-09-24", 2), []string{"t"})
	if len(set.Facts) != 0 || len(set.Options) != 1 || len(set.Figures) != 2 {
		t.Fatalf("%+v", set)
	}
	if o := set.Options[0]; o.Address != "t/option/now" || o.Before.Canonical() != "date 2021-09-24" || o.After.Canonical() != "date 2022-09-24" {
		t.Errorf("%+v", o)
	}
	if x := set.Figures[0]; x.Address != "t/on-nothing" || x.Because != nil {
		t.Errorf("%+v", x)
	}
	if x := set.Figures[1]; because(x.Because) != "changed t/option/now" {
		t.Errorf("%+v", x)
	}
}

// A figure may rest on a record without an id by its number in its own plan: what
// lies under the figure before and after is not mixed up when a record is put in
// front.
func TestCausesByNumberBelongToTheirSide(t *testing.T) {
	event := func(office string, day string) programme.Event {
		return programme.Event{Office: programme.OfficeID(office), Kind: programme.Opened, Date: span(day)}
	}
	date := func(n int) figure.Address { return figure.FactAt("events", n, "date") }
	was := made(&programme.Snapshot{OfficeEvents: []programme.Event{event("a", "2022"), event("b", "2023")}},
		map[figure.Address]figure.Figure{"t/a": sum(1, date(1)), "t/b": sum(1, date(2)), "t/c": sum(1, date(2))})
	is := made(&programme.Snapshot{OfficeEvents: []programme.Event{event("c", "2024"), event("a", "2022"), event("b", "2023-05")}},
		map[figure.Address]figure.Figure{"t/a": sum(2, date(2)), "t/b": sum(2, date(3)), "t/c": sum(2, date(1))})
	set := compare(was, is, []string{"t"})
	gone := "removed facts/events/" + key(event("b", "2023"))
	for i, want := range []string{"", gone + ", added facts/events/" + key(event("b", "2023-05")), gone + ", added facts/events/" + key(event("c", "2024"))} {
		if got := because(set.Figures[i].Because); got != want {
			t.Errorf("%s: %q, want %q", set.Figures[i].Address, got, want)
		}
	}
}

// Whence a fact comes decides whether it holds: its source, the day it became
// known, and the date of the source are causes too.
func TestSourcesAreCauses(t *testing.T) {
	plan := func(n int, cited, known, date string) side {
		var day civil.Date
		_ = day.UnmarshalText([]byte(known))
		p := from(cited)
		p.Known = day
		return made(&programme.Snapshot{
			Sources: []programme.Source{{ID: "s", Date: civil.MustDate(date)}, {ID: "other", Date: civil.MustDate(date)}},
			Offices: []programme.Office{{ID: "a", Name: "A", Provenance: p}},
		}, map[figure.Address]figure.Figure{"t/x": sum(n, figure.FactAt("offices", "a", "name"))})
	}
	base := plan(1, "s 1", "", "2021-01-01")
	for want, after := range map[string]side{
		"changed facts/offices/a/source": plan(2, "s 2", "", "2021-01-01"),
		"added facts/offices/a/known":    plan(2, "s 1", "2021-02-01", "2021-01-01"),
		"changed facts/sources/s/date":   plan(2, "s 1", "", "2021-03-01"),
	} {
		if got := because(compare(base, after, []string{"t"}).Figures[0].Because); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// The same plans give the same set, every time.
func TestSetIsTheSameEveryTime(t *testing.T) {
	s := example(t)
	early, late := s.AsOf(civil.MustDate("2021-09-24")), s
	figures := func(s *programme.Snapshot) side {
		m := map[figure.Address]figure.Figure{}
		all := sum(len(s.Offices))
		for a := range figure.NewFacts(s).Addresses() {
			all.Inputs = append(all.Inputs, a)
		}
		m["t/all"] = all
		return made(s, m)
	}
	first := compare(figures(early), figures(late), []string{"t"})
	for range 5 {
		if again := compare(figures(early), figures(late), []string{"t"}); !reflect.DeepEqual(first, again) {
			t.Fatal("another set")
		}
	}
	if len(first.Facts) == 0 {
		t.Error("nothing became known after the report")
	}
}

// What moved a project out of a figure is why the figure changed, though the
// project lies under it no more: it is found under the project in the new plan.
func TestWhatHasLeftTheTreeIsACause(t *testing.T) {
	moved := programme.Event{Office: "a", Kind: programme.OpeningPlanned, Date: span("2023-01-10")}
	was := made(&programme.Snapshot{}, map[figure.Address]figure.Figure{"t/total": sum(7, "t/office"), "t/office": sum(1)})
	is := made(&programme.Snapshot{OfficeEvents: []programme.Event{moved}},
		map[figure.Address]figure.Figure{"t/total": sum(0), "t/office": sum(2, figure.FactAt("events", 1, "date"))})
	for _, c := range []struct {
		before, after side
		want          string
	}{{was, is, "added facts/events/" + key(moved)}, {is, was, "removed facts/events/" + key(moved)}} {
		for _, x := range compare(c.before, c.after, []string{"t"}).Figures {
			if got := because(x.Because); got != c.want {
				t.Errorf("%s: %q, want %q", x.Address, got, c.want)
			}
		}
	}
}
