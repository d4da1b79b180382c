package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// What people read in the terminal is what it was when a person last read it.
func TestGoldenOutput(t *testing.T) {
	for name, args := range map[string][]string{
		"plan.sv.txt":           {"plan"},
		"plan.en.txt":           {"plan", "--lang", "en"},
		"plan-2022.sv.txt":      {"plan", "--as-of", "2022-12-31"},
		"check.sv.txt":          {"check"},
		"check.en.txt":          {"check", "--lang", "en"},
		"explain.sv.txt":        {"explain", "economy/2023/running/total", "--depth", "3"},
		"explain.en.txt":        {"explain", "timetable/project/boden/deviation/delredovisning-1", "--depth", "2", "--lang", "en"},
		"explain-growth.sv.txt": {"explain", "network/growth-share"},
		"baselines.sv.txt":      {"diff", "nyhet-2021-05-26", "delredovisning-1"},
		"baselines.en.txt":      {"diff", "nyhet-2021-05-26", "delredovisning-1", "--lang", "en"},
	} {
		t.Run(name, func(t *testing.T) {
			out := mustRun(t, append(args, "--runs", "10000")...)
			for _, bad := range []string{"NaN", "%!", "<nil>", "Inf"} {
				if strings.Contains(out, bad) {
					t.Errorf("%q stands in the output", bad)
				}
			}
			if leftover.MatchString(out) {
				t.Errorf("a key without a text stands in the output: %s", leftover.FindString(out))
			}
			golden(t, name, out)
		})
	}
}

// Every command says what it has done, or why it could not, in words that name
// the thing and what would be right.
func TestCommands(t *testing.T) {
	mistakes := mistaken(t)
	for _, c := range []struct {
		args      string
		end       end
		has, errs []string // in what is printed, and in the complaint
		lacks     []string
	}{
		{args: "version", has: []string{"etablera unknown (go1."}},
		{args: "version --format json", has: []string{`"schema": "etablera.version/1"`}},
		{args: "--help", has: []string{"Available Commands", "verify"}},
		{args: "", has: []string{"Available Commands"}},
		{args: "completion bash", has: []string{"bash completion V2 for etablera"}},
		{args: "completion fish", has: []string{"complete -c etablera"}},
		{args: "explain network/first", has: []string{"103", "facts/network-counts/1/offices", "källa: Regeringsuppdrag"}},
		{args: "explain network/first --depth 1", has: []string{"103"}, lacks: []string{"facts/network-counts"}},
		{args: "explain", has: []string{"network/first ", "timetable/project/boden/p80 ", "facts/mandates/uppdrag-2021/decided "}},
		{args: "explain network/frist", end: trouble, errs: []string{`"network/frist"`, "network/first"}},
		{args: "explain timetable/project/bodn/p80", end: trouble, errs: []string{"timetable/project/boden/p80"}},
		{args: "explain xyz", end: trouble, errs: []string{`"xyz"`, "lists them all"}},
		{args: "check", has: []string{"Uppgifterna håller", "uppdrag-2021/minst-28-kontor"}},
		{args: "check --lang en", has: []string{"The facts hold"}, lacks: []string{"krävs"}},
		{args: "check -p " + mistakes, end: no, has: mistakesTold, lacks: []string{"uppdrag-2021/minst-28-kontor"}},
		{args: "plan -p " + mistakes, end: no, errs: mistakesTold},
		{args: "plan -p " + mistakes + " --lang en", end: no, errs: []string{"offices.yaml:", "Boden"}},
		{args: "report -p " + mistakes + " --out " + filepath.Join(t.TempDir(), "r"), end: no, errs: mistakesTold},
		{args: "plan -p /nowhere/at/all", end: trouble, errs: []string{"/nowhere/at/all"}},
		{args: "plan --runs 99", end: trouble, errs: []string{"--runs 99", "100 to 1,000,000"}},
		{args: "plan --runs 1000001", end: trouble, errs: []string{"100 to 1,000,000"}},
		{args: "check --runs 99", end: trouble, errs: []string{"--runs 99"}},
		{args: "plan --runs many", end: trouble, errs: []string{"--runs", `"many"`}},
		{args: "plan --as-of 2021-13-01", end: trouble, errs: []string{"--as-of", `"2021-13-01"`, "2022-06-01"}},
		{args: "plan --as-of yesterday", end: trouble, errs: []string{"--as-of", `"yesterday"`}},
		{args: "plan --format xml", end: trouble, errs: []string{"--format", `"xml"`, "text or json"}},
		{args: "plan --lang de", end: trouble, errs: []string{`"de"`, "sv or en"}},
		{args: "plan --colour", end: trouble, errs: []string{"--colour"}},
		{args: "plan now", end: trouble, errs: []string{"etablera plan"}},
		{args: "plann", end: trouble, errs: []string{`"plann"`, "plan"}},
		{args: "diff a", end: trouble, errs: []string{"etablera diff A B"}},
		{args: "diff a b", end: trouble, errs: []string{`"a"`, "delredovisning-1"}},
		{args: "diff delredovisning-1 delredovisning-9", end: trouble, errs: []string{`"delredovisning-9"`, "nyhet-2021-05-26"}},
		{args: "report -d delredovisning-9 --out " + filepath.Join(t.TempDir(), "r"), end: trouble, errs: []string{`"delredovisning-9"`, "slutredovisning"}},
		{args: "verify /nowhere.docx", end: trouble, errs: []string{"/nowhere.docx"}},
		{args: "verify scene_test.go", end: trouble, errs: []string{"scene_test.go", "is not a report"}},
		{args: "lint /nowhere.txt", end: trouble, errs: []string{"/nowhere.txt"}},
		{args: "lint", end: trouble, errs: []string{"etablera lint FILE"}},
		{args: "new " + mistakes, end: trouble, errs: []string{mistakes, "empty"}},
		{args: "example " + mistakes, end: trouble, errs: []string{mistakes, "empty"}},
	} {
		r := run(strings.Fields(c.args)...)
		if r.end != c.end {
			t.Errorf("etablera %s ends %s, want %s: %v\n%.600s", c.args, r.end, c.end, r.err, r.out)
			continue
		}
		for _, want := range c.has {
			if !strings.Contains(r.out, want) {
				t.Errorf("etablera %s does not print %q:\n%.600s", c.args, want, r.out)
			}
		}
		for _, want := range c.errs {
			if !strings.Contains(r.errs, want) {
				t.Errorf("etablera %s does not complain of %q: %s", c.args, want, r.errs)
			}
		}
		for _, bad := range c.lacks {
			if strings.Contains(r.out, bad) {
				t.Errorf("etablera %s prints %q", c.args, bad)
			}
		}
		if c.end == trouble && r.out != "" {
			t.Errorf("etablera %s prints beside its complaint: %.200s", c.args, r.out)
		}
	}
}

// mistaken is a copy of the example with three mistakes in three files.
func mistaken(t *testing.T) string {
	dir := exampleDir(t)
	edit(t, filepath.Join(dir, "offices.yaml"), "municipality: Boden", "municipality: Bodn")
	edit(t, filepath.Join(dir, "baselines.yaml"), "{project: are, opening: 2022-06-01}", "{project: are, opening: 2022-06-31}")
	edit(t, filepath.Join(dir, "office-types.yaml"), "staff: 6-9", "staff: 9-6")
	return dir
}

// All of them are told at once, each with its place.
var mistakesTold = []string{"offices.yaml:", "Bodn", "Boden", "baselines.yaml:18:", "2022-06-31", "office-types.yaml:18:", "9-6"}

// Every answer is JSON that names its form.
func TestJSON(t *testing.T) {
	report := mustReport(t)
	for args, schema := range map[string]string{
		"plan": "etablera.plan/1", "check": "etablera.check/1", "explain network/first": "etablera.explain/1",
		"explain": "etablera.addresses/1", "version": "etablera.version/1", "diff nyhet-2021-05-26 delredovisning-1": "etablera.diff/1",
		"lint " + report: "etablera.lint/1", "verify " + report: "etablera.verify/1",
	} {
		for _, lang := range []string{"sv", "en"} {
			out := mustRun(t, append(strings.Fields(args), "--format", "json", "--lang", lang)...)
			var answer struct{ Schema string }
			if err := json.Unmarshal([]byte(out), &answer); err != nil || answer.Schema != schema {
				t.Errorf("%s: schema %q, want %q (%v)", args, answer.Schema, schema, err)
			}
			if leftover.MatchString(out) {
				t.Errorf("%s %s: %s", args, lang, leftover.FindString(out))
			}
		}
	}
	golden(t, "explain.json", mustRun(t, "explain", "network/growth-share", "--format", "json"))
}

// The manual has a page for every command.
func TestManual(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "man")
	mustRun(t, "man", dir)
	for _, c := range newRoot(nil, nil).Commands() {
		page := filepath.Join(dir, "etablera-"+c.Name()+".1")
		if b, err := os.ReadFile(page); err != nil || !strings.Contains(string(b), "NAME") {
			t.Errorf("%s: %v", page, err)
		}
	}
}

// docs/commands.md names every command.
func TestCommandsAreDescribed(t *testing.T) {
	b, err := os.ReadFile("../../docs/commands.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range newRoot(nil, nil).Commands() {
		if !strings.Contains(string(b), "`etablera "+c.Name()) {
			t.Errorf("docs/commands.md is silent on %s", c.Name())
		}
		if c.Short == "" || strings.HasSuffix(c.Short, ".") {
			t.Errorf("%s: %q", c.Name(), c.Short)
		}
	}
}
