package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// plan --leaders plans with a number that is tried, or with that of the facts, and its
// figures can be explained.
func TestPlanUnderLeaders(t *testing.T) {
	out := mustRun(t, "plan", "--leaders", "8", "--lang", "en")
	for _, want := range []string{"with 8 project leaders", "leader at ", "working days after the frozen days", "One more leader would save"} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q in\n%s", want, out)
		}
	}
	dir := exampleDir(t)
	facts := "leader-counts:\n  - {from: 2021-06-01, leaders: 8, source: delred1}\n"
	if err := os.WriteFile(filepath.Join(dir, "leaders.yaml"), []byte(facts), 0o600); err != nil {
		t.Fatal(err)
	}
	if stated := mustRun(t, "plan", "--leaders", "0", "--lang", "en", "--programme", dir); stated != out {
		t.Errorf("eight leaders of the facts give\n%s\nand eight that are tried\n%s", stated, out)
	}
	var answer struct {
		Leaders  int
		DaysLate struct{ Low int }
		Projects []struct{ Late *struct{ Low int } }
	}
	if err := json.Unmarshal([]byte(mustRun(t, "plan", "--leaders", "8", "--format", "json")), &answer); err != nil {
		t.Fatal(err)
	}
	sum := 0
	for _, p := range answer.Projects {
		if p.Late != nil {
			sum += p.Late.Low
		}
	}
	if answer.Leaders != 8 || sum != answer.DaysLate.Low || sum == 0 {
		t.Errorf("%d leaders, %d days late, which are %d one by one", answer.Leaders, answer.DaysLate.Low, sum)
	}
	if explained := mustRun(t, "explain", "timetable/leaders/8/1/late", "--depth", "1"); !strings.Contains(explained, "8 projektledare") {
		t.Error(explained)
	}
	for args, want := range map[string]string{"plan --leaders 0": "leader-counts", "plan --leaders -1": "1 till 1000", "plan --leaders 4 --each 0": "1 till 1000",
		"plan --leaders 4 --promises": "--promises"} {
		if r := run(strings.Fields(args)...); r.end != trouble || !strings.Contains(r.err.Error(), want) {
			t.Errorf("%s: %v, want %q", args, r.err, want)
		}
	}
}
