package timetable

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
)

// unlisted are the addresses of a town's figures that are not listed.
func unlisted(t *testing.T, tt *Timetable) []figure.Address {
	t.Helper()
	_, scored, err := tt.Scores(context.Background())
	if err != nil || len(scored) == 0 {
		t.Fatalf("%d scored, %v", len(scored), err)
	}
	var out []figure.Address
	for _, b := range Bands {
		for _, f := range []string{"offices", "forecasts", "coverage", "late", "loss", "average", "average-loss", "average-ours", "frozen", "frozen-loss", "frozen-ours"} {
			out = append(out, ScoreAt(b.ID, f))
		}
	}
	for i := range tt.Projects {
		for _, f := range append([]string{"state", "planned"}, decileFields...) {
			out = append(out, PastAt(civil.MustDate("2021-09-24"), tt.Projects[i].ID, f))
		}
	}
	return append(out, underLeaders(t, tt, Leaders{2, 1})...)
}

// underLeaders lists the figures of a plan under leaders.
func underLeaders(t *testing.T, tt *Timetable, with Leaders) []figure.Address {
	t.Helper()
	var out []figure.Address
	for _, f := range []string{"projects", "late", "late-bound", "last", "more-saves", "more-sooner", "by-promise-adds"} {
		out = append(out, LeadAt(with, f))
	}
	plan := lead(t, tt, with)
	for i := range plan.Projects {
		for _, f := range []string{"leader", "start", "opening", "p10", "p50", "p80", "p90", "late", "earlier-saves"} {
			if f != "late" || plan.Projects[i].Promised.IsKnown() {
				out = append(out, LeadAt(with, "project", tt.Projects[plan.Projects[i].Project].ID, f))
			}
		}
	}
	return out
}

// Figures of the past and of scores are explained like others, though nobody lists them.
func TestUnlistedFiguresAreExplained(t *testing.T) {
	tt := town(t).make(Options{})
	for _, a := range unlisted(t, tt) {
		n, err := figure.Explain(shelf(tt), a, 0)
		if err != nil {
			t.Fatal(err)
		}
		in := make([]figure.Value, len(n.Inputs))
		for i := range n.Inputs {
			in[i] = n.Inputs[i].Figure.Value
		}
		if v, ok := figure.Eval(n.Figure.Rule, in); ok && v != n.Figure.Value {
			t.Errorf("%s is %s, by its rule %s", a, n.Figure.Value.Canonical(), v.Canonical())
		}
	}
	for _, a := range []figure.Address{"timetable/as-of/2022-03-02/late/p50", "timetable/as-of/x/late/p50", "timetable/as-of/2021-09-24/x/p50",
		"timetable/as-of/2021-09-24/late/p51", "timetable/score/all/x", "timetable/score/x/late", "timetable/project/late/promise/x/holds",
		"timetable/project/late/promise/delred1/x", "timetable/round/r1/promise/x/all", "timetable/round/r1/promise/delred1/x"} {
		if f, ok := tt.Book().Figure(a); ok {
			t.Errorf("%s = %+v", a, f)
		}
	}
}

// What was forecast on a day is what the timetable of that day said, to the day.
func TestAsOfIsThePlanOfThatDay(t *testing.T) {
	s := town(t)
	tt := s.make(Options{Seed: 3})
	day := civil.MustDate("2021-09-24")
	past, err := tt.AsOf(context.Background(), day)
	if err != nil {
		t.Fatal(err)
	}
	then, err := Make(programme.NewIndex(s.s.AsOf(day)), calendar, Options{Seed: 3, Runs: 500})
	if err != nil {
		t.Fatal(err)
	}
	if len(past) != len(then.Projects) {
		t.Errorf("%d projects, then %d", len(past), len(then.Projects))
	}
	differ := 0
	for i := range then.Projects {
		p := &then.Projects[i]
		got := past[p.ID]
		if got.Quantiles() != p.Forecast || got.State != p.State || got.Planned != p.Planned {
			t.Errorf("%s: %+v, then %v", p.ID, got, p.Forecast)
		}
		if now := &tt.Projects[tt.Find(p.ID)]; now.Forecast != p.Forecast {
			differ++
		}
	}
	if differ == 0 {
		t.Error("nothing has moved since, so this shows nothing")
	}
	if _, err := tt.AsOf(context.Background(), tt.Now+1); err == nil {
		t.Error("tomorrow's forecast is told today")
	}
	today, _ := tt.AsOf(context.Background(), tt.Now)
	for i := range tt.Projects {
		if p := today[tt.Projects[i].ID]; p.Quantiles() != tt.Projects[i].Forecast {
			t.Errorf("%s: today's forecast is %v", tt.Projects[i].ID, p.Quantiles())
		}
	}
}

// News come by the day on which they became known; history begins with the first frozen timetable.
func TestNewsAndHistoryDays(t *testing.T) {
	s := sceneOn(t, "2022-12-31").chain("5", "5", "5").project("a").project("b").project("c").round("2022", 1)
	s.s.Projects[2].Kind = programme.Move
	s.event("a", programme.OpeningPlanned, "2022-09", "2022-05-02").event("a", programme.Opened, "2022-10-03", "2022-10-04").
		event("b", programme.OpeningPlanned, "2022-01", "2021-01-01").event("c", programme.Moved, "2022-06-01", "2022-06-02").
		event("c", programme.OpeningPlanned, "2022-06-01", "2022-03-01").event("b", programme.Opened, "2023-01-01", "2023-01-02")
	s.baseline("empty", "2021-01-15").baseline("one", "2021-09-24", "a", "2022-06-01")
	tt := s.make(Options{})
	var got []string
	for _, n := range tt.News() {
		got = append(got, fmt.Sprintf("%s %s %v", n.Day, n.Project, n.Opened))
	}
	if want := []string{"2021-01-01 b false", "2022-05-02 a false", "2022-06-02 c true", "2022-10-04 a true"}; !slices.Equal(got, want) {
		t.Errorf("news %v, want %v", got, want)
	}
	if days := fmt.Sprint(tt.HistoryDays()); days != "[2021-09-24 2022-05-02 2022-06-02 2022-10-04 2022-12-31]" {
		t.Errorf("days %s", days)
	}
}

// Deciles are the nearest-rank quantiles.
func TestDeciles(t *testing.T) {
	days := []uint16{5, 3, 9, 1, 7, 2, 8, 4, 6, 10}
	for i, d := range decilesOf(100, days) {
		if d != 100+civil.Date(i+1) {
			t.Errorf("decile %d is %d", i+1, d-100)
		}
	}
	for _, d := range decilesOf(100, []uint16{7, 7, 7}) {
		if d != 107 {
			t.Errorf("a certain day is %d", d)
		}
	}
}
