package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// opening is what plan --format json says of a project.
type opening struct {
	ID            string
	State         string
	Late          *int `json:"deviationDays"`
	P10, P50, P80 struct{ Low string }
}

func openings(t *testing.T, dir string) map[string]opening {
	t.Helper()
	var p struct{ Projects []opening }
	if err := json.Unmarshal([]byte(mustRun(t, "plan", "-p", dir, "--format", "json")), &p); err != nil {
		t.Fatal(err)
	}
	out := map[string]opening{}
	for _, o := range p.Projects {
		out[o.ID] = o
	}
	return out
}

// Copied out, the example is the same programme: it holds, plans alike, and no
// fact and no figure differs from the embedded one.
func TestExampleRoundTrip(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new", "p")
	if out := mustRun(t, "example", dir); out != dir+"\n" {
		t.Errorf("prints %q", out)
	}
	if out := mustRun(t, "check", "-p", dir); out != mustRun(t, "check") {
		t.Errorf("check says otherwise of the copy:\n%.500s", out)
	}
	if mustRun(t, "plan", "-p", dir) != mustRun(t, "plan") {
		t.Error("the copy has another plan")
	}
	if out := mustRun(t, "diff", dir, exampleDir(t)); strings.Contains(out, "~") || strings.Contains(out, "+ ") {
		t.Errorf("the copy differs:\n%.500s", out)
	}
}

// A new programme passes the check, plans and makes its report in both languages.
func TestNewProgramme(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "p")
	mustRun(t, "new", dir)
	if out := mustRun(t, "check", "-p", dir); !strings.Contains(out, "Uppgifterna håller") {
		t.Errorf("check says %s", out)
	}
	if o := openings(t, dir)["boden"]; o.P50.Low < "2026-06" || o.P80.Low < o.P50.Low {
		t.Errorf("Boden is to open %+v", o)
	}
	for _, lang := range []string{"sv", "en"} {
		page := mustReport(t, "-p", dir, "--lang", lang)
		if r := run("lint", page, "-p", dir); r.end != well || !strings.Contains(r.out, "Fel: 0. Varningar: 0.") {
			t.Errorf("%s: the linter says %s", lang, r.out)
		}
		mustRun(t, "verify", page, "-p", dir)
	}
}

// A day in the frozen timetable moves the deviation, and nothing of the forecast.
func TestFrozenDayMoves(t *testing.T) {
	dir := exampleDir(t)
	before := openings(t, dir)
	edit(t, filepath.Join(dir, "baselines.yaml"), "{project: boden, opening: 2022-10-03}", "{project: boden, opening: 2022-10-13}")
	after := openings(t, dir)
	if b, a := before["boden"], after["boden"]; *a.Late != *b.Late-10 || a.P50 != b.P50 {
		t.Errorf("ten days later in the frozen timetable: from %d to %d days late, from %v to %v", *b.Late, *a.Late, b.P50, a.P50)
	}
	for id, b := range before {
		if a := after[id]; id != "boden" && (a.P50 != b.P50 || (a.Late == nil) != (b.Late == nil) || a.Late != nil && *a.Late != *b.Late) {
			t.Errorf("%s has moved from %+v to %+v", id, b, a)
		}
	}
}

// An activity that has been finished early brings the opening forward and makes
// it more certain; diff says which fact it was and which figures follow from it.
func TestFinishedActivity(t *testing.T) {
	before := exampleDir(t)
	after := exampleDir(t)
	edit(t, filepath.Join(after, "projects.yaml"), "{project: boden, activity: analys, started: 2021-06, source:",
		"{project: boden, activity: analys, started: 2021-06-01, finished: 2021-06-30, source:")
	was, is := openings(t, before), openings(t, after)
	b, a := was["boden"], is["boden"]
	if a.P50.Low >= b.P50.Low || a.P80.Low >= b.P80.Low {
		t.Errorf("the analysis is finished, and the opening goes from %v to %v", b, a)
	}
	out := mustRun(t, "diff", before, after)
	for _, want := range []string{"boden", "2021-06-30", "timetable/project/boden/p50"} {
		if !strings.Contains(out, want) {
			t.Errorf("diff does not say %q:\n%.1500s", want, out)
		}
	}
	// What has become of the others' forecasts is what they have learnt of it.
	laholm := mustRun(t, "explain", "timetable/project/laholm/activity/analys/finish", "-p", after)
	for _, want := range []string{"n = 1", "timetable/project/boden/activity/analys/finish"} {
		if !strings.Contains(laholm, want) {
			t.Errorf("Laholm's forecast does not say that it has learnt of Boden (%q):\n%.3000s", want, laholm)
		}
	}
}

// One cost that has changed moves the costs that rest on it and no date.
func TestChangedCost(t *testing.T) {
	before, after := exampleDir(t), exampleDir(t)
	edit(t, filepath.Join(after, "office-types.yaml"), "amount: 15.3 mnkr", "amount: 15.4 mnkr")
	out := mustRun(t, "diff", before, after)
	for _, want := range []string{"15.3", "15.4", "economy/round/omgang-1/running"} {
		if !strings.Contains(out, want) {
			t.Errorf("diff does not say %q:\n%.1500s", want, out)
		}
	}
	if strings.Contains(out, "timetable/project") {
		t.Errorf("a cost moves dates:\n%.1500s", out)
	}
}

// The embedded example stays as it was when a copy is changed on disk.
func TestCopyStandsAlone(t *testing.T) {
	dir := exampleDir(t)
	if err := os.Remove(filepath.Join(dir, "risks.yaml")); err != nil {
		t.Fatal(err)
	}
	mustRun(t, "check", "-p", dir)
	if out := mustRun(t, "explain", "facts/risks/1/owner"); out == "" {
		t.Error("the embedded example has lost its risks")
	}
}
