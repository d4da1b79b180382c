package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/etablera/etablera/internal/exchange/pairs"
)

// scenarioFile is a scenario, and a table of times, in files of their own.
func accessFiles(t *testing.T) (scenario, table string) {
	t.Helper()
	dir := t.TempDir()
	scenario, table = filepath.Join(dir, "closings.yaml"), filepath.Join(dir, "times.csv")
	for name, text := range map[string]string{
		scenario:                         "scenarios:\n  - id: stang\n    name: {sv: Stäng Storuman, en: Close Storuman}\n    changes:\n      - {kind: close, office: storuman}\n",
		table:                            "from,to,seconds\n5kmN4065E4760,torsby,600\n",
		filepath.Join(dir, "wrong.yaml"): "scenarios:\n  - id: stang\n    changes:\n      - {kind: close, office: storumann}\n",
		filepath.Join(dir, "people.csv"): "id,municipality,lat,lon,people,65+\na,Boden,65.82,21.69,100,30\n",
		filepath.Join(dir, "wrong.csv"):  "from,to,seconds\na,torsby,soon\n",
	} {
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for name, seconds := range map[string]uint32{"times.parquet": 600, "wrong.parquet": 40 * 24 * 3600} {
		var file bytes.Buffer
		times := pairs.Table{From: []string{"5kmN4065E4760"}, To: []string{"torsby"}, At: func(int, int) uint32 { return seconds }}
		if err := pairs.Write(&file, &times, "parquet"); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), file.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, "cut.parquet"), file.Bytes()[:file.Len()-9], 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "text.parquet"), []byte("from,to,seconds\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	return scenario, table
}

// Each way of asking answers, or says in the reader's language what is wrong.
func TestAccessCommand(t *testing.T) {
	scenario, table := accessFiles(t)
	dir := filepath.Dir(scenario)
	for _, c := range []struct {
		args            string
		end             end
		has, errs, lack []string
	}{
		{args: "access", has: []string{"uppskattning utan vägnät", "utan kontoren i Fi2021/02151", "Malmö (Mobilia)", "Närmare:"}, lack: []string{"Platser som får längst"}},
		{args: "access --by county --lang en", has: []string{"By county", "Norrbottens län", "an estimate without"}},
		{args: "access --by municipality", has: []string{"Per kommun", "Arjeplog"}},
		{args: "access --mode walk", has: []string{"utan gångnät"}},
		{args: "access --hours", has: []string{"Inga öppettider är kända"}},
		{args: "access --visits", has: []string{"Huffs modell", "inga besök är räknade", "okänt"}},
		{args: "access --compare planned", has: []string{"läget 2021-09-24 och när allt planerat är gjort"}},
		{args: "access --as-of 2026-03-01 --on 2021-09-24", has: []string{"nätet den 2021-09-24", "läget är känt för 20 kontor"}},
		{args: "access --scenario " + scenario, has: []string{"Stäng Storuman", "Platser som får längst", "Ändring för ändring"}},
		{args: "access --scenario " + scenario + " --format json", has: []string{`"schema": "etablera.access/1"`, `"chosen": "scenario-stang"`}},
		{args: "access --matrix " + table, has: []string{"restiderna inte omfattar: 5"}, lack: []string{"uppskattning utan"}},
		{args: "access --population " + dir + "/people.csv --lang en", has: []string{"people.csv, unknown", "65+"}},
		{args: "access --population " + dir + "/wrong.csv", end: trouble, errs: []string{"wrong.csv:1:1", "kolumnen ”id” saknas"}},
		{args: "access --format csv", has: []string{"state,kind,key", "now,country,sweden"}},
		{args: "access --format svg --chart curve", has: []string{"<svg", "<desc"}},
		{args: "access --scenario " + dir + "/wrong.yaml", end: no, errs: []string{"wrong.yaml:4:31", "storuman"}},
		{args: "access --matrix " + dir + "/wrong.csv", end: trouble, errs: []string{"wrong.csv:2:10", "inte ett tal", "soon"}},
		{args: "access --matrix " + dir + "/times.parquet", has: []string{"restiderna inte omfattar: 5"}, lack: []string{"uppskattning utan"}},
		{args: "access --matrix " + dir + "/wrong.parquet", end: trouble, errs: []string{"wrong.parquet: radgrupp 1, rad 1", "seconds", "inte ett tal"}},
		{args: "access --matrix " + dir + "/text.parquet --lang en", end: trouble, errs: []string{"is not Parquet"}},
		{args: "access --matrix " + dir + "/cut.parquet --lang en", end: trouble, errs: []string{"cut off"}},
		{args: "access --matrix " + dir + "/none.csv", end: trouble, errs: []string{"none.csv"}},
		{args: "access --scenario " + dir + "/none.yaml", end: trouble, errs: []string{"none.yaml"}},
		{args: "access --mode transit", end: trouble, errs: []string{"tidtabell"}},
		{args: "access --mode boat --lang en", end: trouble, errs: []string{`"boat"`, "estimate, car, walk"}},
		{args: "access --by parish", end: trouble, errs: []string{`"parish"`, "county"}},
		{args: "access --on soon", end: trouble, errs: []string{`"soon"`, "2022-06-01"}},
		{args: "access --compare x", end: trouble, errs: []string{`"x"`, "mandate-uppdrag-2021"}},
		{args: "access --format svg --chart pie", end: trouble, errs: []string{`"pie"`, "curve"}},
		{args: "access --format xml", end: trouble, errs: []string{`"xml"`}},
		{args: "plan --format csv", end: trouble, errs: []string{`"csv"`}},
		{args: "explain coverage/after-uppdrag-2021/country/sweden/all/share/30 --depth 2", has: []string{"Andel av alla invånare i hela landet", "coverage/population/country/sweden/all"}},
		{args: "explain visits/now/site/torsby/share --depth 2", has: []string{"Väntad andel", "visits/option/half-time"}},
		{args: "explain coverage/scenario-stang/offices --depth 1 --scenario " + scenario, has: []string{"Stäng Storuman"}},
	} {
		r := run(strings.Fields(c.args)...)
		if r.end != c.end {
			t.Errorf("etablera %s ends %s, want %s: %v\n%.600s", c.args, r.end, c.end, r.err, r.out)
			continue
		}
		for _, want := range c.has {
			if !strings.Contains(r.out, want) {
				t.Errorf("etablera %s does not print %q:\n%.400s", c.args, want, r.out)
			}
		}
		for _, want := range c.errs {
			if !strings.Contains(r.errs, want) {
				t.Errorf("etablera %s does not complain of %q: %s", c.args, want, r.errs)
			}
		}
		for _, bad := range append(c.lack, "NaN", "%!", "<nil>") {
			if strings.Contains(r.out, bad) {
				t.Errorf("etablera %s prints %q", c.args, bad)
			}
		}
	}
}

// A scenario on disk is read with a programme on disk, the same as with the example.
func TestScenarioBesideAFolder(t *testing.T) {
	scenario, _ := accessFiles(t)
	a := mustRun(t, "access", "--scenario", scenario)
	if b := mustRun(t, "access", "--scenario", scenario, "--programme", exampleDir(t)); a != b {
		t.Error("the copied example answers otherwise than the embedded one")
	}
}
