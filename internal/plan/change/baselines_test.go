package change

import (
	"errors"
	"strings"
	"testing"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/programme"
)

func programmeWith(before, after []programme.BaselineOpening) *programme.Index {
	return programme.NewIndex(&programme.Snapshot{
		Offices:  []programme.Office{{ID: "boden", Name: "Bodens kontor"}},
		Projects: []programme.Project{{ID: "boden", Office: "boden"}, {ID: "are", Office: "nowhere"}},
		Rounds:   []programme.Round{{ID: "r1", Name: programme.Text{Sv: "Omgång 1"}}},
		Baselines: []programme.Baseline{
			{ID: "news", Frozen: civil.MustDate("2021-05-26"), Openings: before, Rounds: []programme.BaselineRound{{Round: "r1", Offices: programme.Exactly(13)}, {Round: "r2", Offices: programme.Exactly(15)}}},
			{ID: "report-1", Frozen: civil.MustDate("2021-09-24"), Openings: after, Rounds: []programme.BaselineRound{{Round: "r1", Offices: programme.Exactly(14)}, {Round: "r2", Offices: programme.Exactly(15)}}},
		},
	})
}

// An opening that moves is so many days later or earlier; a range where a date is
// known to the month; unknown where one side has none.
func TestOpeningsThatMove(t *testing.T) {
	for _, c := range []struct{ before, after, want string }{
		{"2022-06-01", "2022-06-01", ""},
		{"2022-06-01", "2022-10-03", "period 124"},
		{"2022-10-03", "2022-06-01", "period -124"},
		{"2022-06", "2022-07-01", "period 1..30"},
		{"2022-06", "2022-07", "period 1..60"},
		{"", "2022-06-01", "period ?"},
		{"2022-06-01", "", "period ?"},
		{"2022-06-01/..", "2022-06-01", "period ?"},
	} {
		x := programmeWith([]programme.BaselineOpening{{Project: "boden", Opening: span(c.before)}}, []programme.BaselineOpening{{Project: "boden", Opening: span(c.after)}})
		s, err := Baselines(x, "news", "report-1")
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		if len(s.Openings) == 1 {
			got = s.Openings[0].Days.Canonical()
		}
		if got != c.want {
			t.Errorf("from %q to %q: %q, want %q", c.before, c.after, got, c.want)
		}
	}
}

func TestOpeningsOnOneSideOnly(t *testing.T) {
	june := span("2022-06-01")
	x := programmeWith([]programme.BaselineOpening{{Project: "are", Opening: june}}, []programme.BaselineOpening{{Project: "lost", Opening: june}, {Project: "boden", Opening: june}})
	s, err := Baselines(x, "news", "report-1")
	if err != nil || len(s.Openings) != 3 {
		t.Fatalf("%+v, %v", s, err)
	}
	for i, want := range []OpeningChange{{Project: "are", Name: "are", Before: june}, {Project: "lost", Name: "lost", After: june}, {Project: "boden", Name: "Bodens kontor", After: june}} {
		got := s.Openings[i]
		if got.Days.Known {
			t.Errorf("%s is %s late", got.Project, got.Days.Canonical())
		}
		want.Days = got.Days
		if got != want {
			t.Errorf("%+v, want %+v", got, want)
		}
	}
	if len(s.Rounds) != 1 || s.Rounds[0].Round != "r1" || s.Rounds[0].Name.Sv != "Omgång 1" || s.Rounds[0].Before.Low != 13 || s.Rounds[0].After.Low != 14 {
		t.Errorf("rounds %+v", s.Rounds)
	}
	if s.Before.ID != "news" || s.After.Day != civil.MustDate("2021-09-24") || s.IsEmpty() {
		t.Errorf("%+v", s)
	}
	if same, err := Baselines(x, "news", "news"); err != nil || !same.IsEmpty() {
		t.Errorf("a baseline differs from itself: %+v, %v", same, err)
	}
}

// A misspelt id names the nearest and all others.
func TestUnknownBaseline(t *testing.T) {
	x := programmeWith(nil, nil)
	for _, ids := range [][2]programme.BaselineID{{"raport-1", "news"}, {"news", "raport-1"}} {
		_, err := Baselines(x, ids[0], ids[1])
		var unknown *UnknownBaselineError
		if !errors.As(err, &unknown) || unknown.Near != "report-1" || !strings.Contains(err.Error(), "news, report-1; do you mean report-1?") {
			t.Errorf("%v", err)
		}
	}
	if _, err := Baselines(x, "something-else", "news"); err == nil || strings.Contains(err.Error(), "mean") {
		t.Errorf("%v", err)
	}
	if _, err := Baselines(programme.NewIndex(&programme.Snapshot{}), "a", "b"); err == nil || !strings.Contains(err.Error(), "has none") {
		t.Errorf("%v", err)
	}
}

// The seed: the news counted 13 and 15 offices, the report 14 and 14, and named days.
func TestBaselinesOfTheExample(t *testing.T) {
	s, err := Baselines(programme.NewIndex(example(t)), "nyhet-2021-05-26", "delredovisning-1")
	if err != nil {
		t.Fatal(err)
	}
	if len(s.Rounds) != 2 || len(s.Openings) != 14 {
		t.Errorf("%d rounds and %d openings differ, want 2 and 14", len(s.Rounds), len(s.Openings))
	}
}
