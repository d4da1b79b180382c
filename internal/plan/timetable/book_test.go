package timetable

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
)

// town is a programme with a project in every state that a timetable can show.
func town(t testing.TB) *scene {
	s := sceneOn(t, "2022-03-01").chain("triangular 10 20 60", "lognormal 60 120", "5").round("2022-01-01/2022-12-31", 4)
	s.stage("bygglov", programme.MunicipalityOwned, "30", "lokal ss 5")
	s.s.Process[2].After = append(s.s.Process[2].After, programme.Link{Stage: "bygglov", Kind: programme.FinishFinish, Lag: 2})
	s.duration("bygglov", "triangular 20 40 100", nil, []programme.Condition{programme.WithPermit})
	s.duration("ombyggnad", "lognormal 100 200", []programme.TypeID{"large"}, nil)
	for _, id := range []string{"planned", "under", "late", "opened", "month", "unstarted", "past", "sometime"} {
		s.project(id)
	}
	s.s.OfficeTypes = []programme.OfficeType{{ID: "large"}, {ID: "small"}}
	s.s.TypeClaims = []programme.TypeClaim{{Office: "under", Types: []programme.TypeID{"large"}, Status: programme.Decided}}
	s.s.Projects[1].Permit = programme.Yes
	s.progress("planned", "lokal", "", "2022-05-02")
	s.progress("under", "lokal", "", "2021-10-01", "2021-10-04", "2021-11-12")
	s.progress("under", "ombyggnad", "", "", "2021-12-01")
	s.progress("late", "lokal", "2022-02-01", "2021-10-01", "2021-10-01").Remaining = programme.Days{N: 40, Known: true}
	cause := s.progress("late", "lokal", "2022-02-15")
	cause.CausedBy, cause.Cause = "elnätet", programme.Text{Sv: "Elanslutningen dröjer."}
	s.progress("opened", "lokal", "", "2021-03-01", "2021-03-01", "2021-05-12")
	s.progress("opened", "ombyggnad", "", "", "2021-05-17", "2021-11-30")
	s.event("opened", programme.Opened, "2021-12-15", "").event("month", programme.Opened, "2021-11", "")
	s.event("sometime", programme.Opened, "", "2022-01-10").event("planned", programme.OpeningPlanned, "2022-11", "")
	s.event("opened", programme.ClosingPlanned, "2022-12-31", "")
	s.s.Mandates = []programme.Mandate{{ID: "m", Title: programme.Text{Sv: "uppdraget"}}}
	s.progress("past", "ombyggnad", "", "", "2021-12")
	return s.baseline("delred1", "2021-09-24", "planned", "2022-10-03", "under", "2022-06-01", "late", "2022-06-01", "opened", "2021-10-01", "past", "2022-06").
		baseline("delred2", "2022-02-01", "planned", "2022-11-01", "month", "2021-11", "unstarted", "2022-12-01")
}

func shelf(tt *Timetable) figure.Shelf {
	return figure.Shelf{"facts": figure.NewFacts(tt.facts.S), Segment: tt.Book()}
}

// Every listed figure is there, rests on figures that are there, and gives its
// value again where its rule is arithmetic.
func TestEveryFigureExplainsItself(t *testing.T) {
	tt := town(t).make(Options{Seed: 7})
	books, n, arithmetic := shelf(tt), 0, 0
	for a := range tt.Book().Addresses() {
		n++
		node, err := figure.Explain(books, a, 0)
		if err != nil {
			t.Error(err)
			continue
		}
		if f := node.Figure; f.Address != a || f.Label.Key == "" || f.Rule == "" {
			t.Errorf("%s: %+v", a, f)
		}
		var in []figure.Value
		for _, i := range node.Figure.Inputs {
			f, _ := books.Figure(i)
			in = append(in, f.Value)
		}
		v, ok := figure.Eval(node.Figure.Rule, in)
		if strings.Contains(string(node.Figure.Rule), ".") || node.Figure.Rule == figure.Option {
			continue
		}
		if !ok {
			t.Errorf("%s: rule %s of %v cannot be evaluated", a, node.Figure.Rule, in)
		} else {
			arithmetic++
			if v != node.Figure.Value {
				t.Errorf("%s = %s, but %s of %v is %s", a, node.Figure.Value.Canonical(), node.Figure.Rule, in, v.Canonical())
			}
		}
	}
	if n < 400 || arithmetic < 100 {
		t.Errorf("%d figures, %d of them arithmetic", n, arithmetic)
	}
}

// The tree under a forecast reaches durations, progress, process and options.
func TestWhatAForecastRestsOn(t *testing.T) {
	tt := town(t).make(Options{})
	node, err := figure.Explain(shelf(tt), "timetable/project/under/p80", 0)
	if err != nil {
		t.Fatal(err)
	}
	var seen []figure.Address
	node.Walk(func(n *figure.Node) { seen = append(seen, n.Figure.Address) })
	for _, want := range []figure.Address{"facts/durations/6/working-days", "facts/durations/7/working-days", "facts/projects/under/permit",
		"facts/type-claims/1/types", "facts/progress/2/started", "facts/progress/3/started", "facts/process/inflyttning/after",
		"timetable/option/seed", "timetable/option/now"} {
		// A record without id has an address of its own, by its content.
		if f, _ := shelf(tt).Figure(want); !slices.Contains(seen, want) && !slices.Contains(seen, f.Address) {
			t.Errorf("%s is not under it", want)
		}
	}
}

// What nobody answers for is not there.
func TestNoSuchFigure(t *testing.T) {
	tt := town(t).make(Options{})
	for _, a := range []figure.Address{"timetable", "timetable/option", "timetable/option/luck", "timetable/project/nowhere/p50", "timetable/project/late/p51",
		"timetable/project/late", "timetable/project/late/activity/lokal", "timetable/project/late/activity/x/start", "timetable/project/late/activity/lokal/x",
		"timetable/project/late/deviation/x", "timetable/project/late/deviation/delred1/x", "timetable/project/late/deviation/delred1/part/x",
		"timetable/round/r9/offices", "timetable/round/r1/x", "timetable/curve/1999-01/p50", "timetable/curve/2022-01/x", "timetable/x/y/z", "economy/x/y"} {
		if f, ok := tt.Book().Figure(a); ok {
			t.Errorf("%s = %+v", a, f)
		}
	}
}

// Unknown values stay unknown in the figures, and the notes say why.
func TestUnknownFigures(t *testing.T) {
	tt := town(t).make(Options{})
	for a, note := range map[figure.Address]string{
		"timetable/project/unstarted/p50":                        "timetable.note.lacks-start",
		"timetable/project/unstarted/activity/lokal/criticality": "",
		"timetable/project/planned/opened":                       "",
		"timetable/project/past/activity/lokal/finish":           "timetable.note.happened-by",
		"timetable/round/r1/probability-all":                     "timetable.note.without",
	} {
		f, _ := tt.Book().Figure(a)
		has := slices.ContainsFunc(f.Notes, func(l figure.Label) bool { return l.Key == note })
		if f.Value.Known || note != "" && !has {
			t.Errorf("%s = %s with notes %v", a, f.Value.Canonical(), f.Notes)
		}
	}
}

// A forecast that rests on old progress says how old it is.
func TestStaleProgress(t *testing.T) {
	s := sceneOn(t, "2022-12-01").chain("5", "lognormal 100 200", "5").project("a")
	s.progress("a", "ombyggnad", "2022-03-01", "", "2022-02-14")
	stale := func() bool {
		f, _ := s.make(Options{}).Book().Figure("timetable/project/a/p50")
		return slices.ContainsFunc(f.Notes, func(l figure.Label) bool { return l.Key == "timetable.note.stale" && l.Args[0] == "2022-03-01" })
	}
	if !stale() {
		t.Error("nothing has been reported for nine months, and nobody says so")
	}
	s.progress("a", "lokal", "2022-11-01", "", "2022-01-10", "2022-02-11")
	if stale() {
		t.Error("progress was reported a month ago")
	}
}

// Every key in use has a text in both languages that takes its arguments, and
// every rule a sentence.
func TestEveryKeyHasATextThatTakesItsArguments(t *testing.T) {
	tt := town(t).make(Options{})
	used := map[string]bool{}
	check := func(l figure.Label) {
		used[l.Key] = true
		for _, text := range Messages[l.Key] {
			if got := fmt.Sprintf(text, l.Args...); text == "" || strings.Contains(got, "%!") && !strings.Contains(got, "%!(EXTRA") {
				t.Errorf("%s: %q of %v", l.Key, text, l.Args)
			}
		}
		if _, ok := Messages[l.Key]; !ok {
			t.Errorf("no text for %s", l.Key)
		}
	}
	addresses := slices.Collect(tt.Book().Addresses())
	for _, a := range append(addresses, unlisted(t, tt)...) {
		f, _ := tt.Book().Figure(a)
		check(f.Label)
		for _, arg := range f.Label.Args {
			if l, ok := arg.(figure.Label); ok {
				check(l)
			}
		}
		for _, n := range f.Notes {
			check(n)
		}
		if strings.HasPrefix(string(f.Rule), "timetable.") {
			check(figure.Label{Key: "rule." + string(f.Rule)})
		}
	}
	for k := range Messages {
		if !used[k] && !strings.HasPrefix(k, "timetable.state.") && !strings.HasPrefix(k, "timetable.note.") {
			t.Errorf("%s is not used", k)
		}
	}
}
