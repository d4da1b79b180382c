package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/etablera/etablera/internal/locale"
)

// What people read in the terminal is what it was when a person last read it.
func TestGoldenOutput(t *testing.T) {
	for name, args := range map[string][]string{
		"plan.sv.txt":           {"plan"},
		"plan.en.txt":           {"plan", "--lang", "en"},
		"plan-2022.sv.txt":      {"plan", "--as-of", "2022-12-31"},
		"promises.sv.txt":       {"plan", "--promises"},
		"promises.en.txt":       {"plan", "--promises", "--lang", "en"},
		"history.sv.txt":        {"plan", "--history", "--as-of", "2023-06-20"},
		"history.en.txt":        {"plan", "--history", "--as-of", "2022-06-27", "--lang", "en"},
		"scores.sv.txt":         {"plan", "--scores", "--as-of", "2023-06-20"},
		"scores.en.txt":         {"plan", "--scores", "--as-of", "2023-06-20", "--lang", "en"},
		"learnt.sv.txt":         {"explain", "timetable/duration/analys/small/plain/median", "--depth", "2"},
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
			for _, bad := range []string{"NaN", "%!", "<nil>", "+Inf", "-Inf"} {
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
		{args: "--version", has: []string{"etablera unknown (go1."}},
		{args: "--help", has: []string{"Kommandon:", "verify", "förval"}, lacks: []string{"Available", "default", "[flags]", "Usage"}},
		{args: "--help --lang en", has: []string{"Available Commands", "verify", "default"}, lacks: []string{"Flaggor", "Skrivs"}},
		{args: "help report", has: []string{"redovisning"}},
		{args: "help repotr --lang=en", end: trouble, errs: []string{"do you mean report?"}},
		{args: "", has: []string{"Kommandon:"}},
		{args: "completion bash", has: []string{"bash completion V2 for etablera"}},
		{args: "completion fish", has: []string{"complete -c etablera"}},
		{args: "explain network/first", has: []string{"103", "facts/network-counts/", "källa: Regeringsuppdrag"}},
		{args: "explain network/first --depth 1", has: []string{"103"}, lacks: []string{"facts/network-counts"}},
		{args: "explain", has: []string{"network/first ", "timetable/project/boden/p80 ", "facts/mandates/uppdrag-2021/decided "}},
		{args: "explain network/frist", end: trouble, errs: []string{`"network/frist"`, "network/first"}},
		{args: "explain timetable/project/bodn/p80", end: trouble, errs: []string{"timetable/project/boden/p80"}},
		{args: "plan --promises --format json", has: []string{`"schema": "etablera.promises/1"`, `"baseline": "delredovisning-1"`}},
		{args: "plan --history --format json", has: []string{`"schema": "etablera.history/1"`}},
		{args: "plan --scores --format json", has: []string{`"schema": "etablera.scores/1"`, `"forecasts": []`}},
		{args: "plan --scores --history", end: trouble, errs: []string{"välj en av"}},
		{args: "plan --promises --history --lang en", end: trouble, errs: []string{"choose one of"}},
		{args: "explain timetable/score/all/coverage --as-of 2023-06-20", has: []string{"för få att bedöma av: 2 kontor", "timetable/as-of/2021-09-24/boden/p50"}},
		{args: "explain timetable/as-of/2021-09-24/boden/p80 --as-of 2023-06-20", has: []string{"tidplanen gjord på nytt"}},
		{args: "explain xyz", end: trouble, errs: []string{`"xyz"`, "visar alla"}},
		{args: "check", has: []string{"Uppgifterna håller", "uppdrag-2021/minst-28-kontor"}},
		{args: "check --lang en", has: []string{"The facts hold"}, lacks: []string{"krävs"}},
		{args: "check -p " + mistakes, end: no, has: mistakesTold, lacks: []string{"uppdrag-2021/minst-28-kontor"}},
		{args: "plan -p " + mistakes, end: no, errs: mistakesTold},
		{args: "plan -p " + mistakes + " --lang en", end: no, errs: []string{"offices.yaml:", "Boden"}},
		{args: "report -p " + mistakes + " --out " + filepath.Join(t.TempDir(), "r"), end: no, errs: mistakesTold},
		{args: "plan -p /nowhere/at/all", end: trouble, errs: []string{"/nowhere/at/all"}},
		{args: "plan --runs 99", end: trouble, errs: []string{"--runs 99", "100 till 1 000 000"}},
		{args: "plan --runs 1000001 --lang en", end: trouble, errs: []string{"100 to 1,000,000"}},
		{args: "check --runs 99", end: trouble, errs: []string{"--runs 99"}},
		{args: "plan --runs many", end: trouble, errs: []string{"--runs", `"many"`}},
		{args: "plan --as-of 2021-13-01", end: trouble, errs: []string{"--as-of", `"2021-13-01"`, "2022-06-01"}},
		{args: "plan --as-of yesterday", end: trouble, errs: []string{"--as-of", `"yesterday"`}},
		{args: "plan --format xml", end: trouble, errs: []string{"--format", `"xml"`, "text, json"}},
		{args: "plan --lang de", end: trouble, errs: []string{`"de"`, "sv eller en"}},
		{args: "plan --colour", end: trouble, errs: []string{"--colour"}},
		{args: "plan now", end: trouble, errs: []string{"etablera plan"}},
		{args: "plann", end: trouble, errs: []string{`"plann"`, "menar du plan?"}},
		{args: "plna --lang en", end: trouble, errs: []string{`"plna"`, "do you mean plan?"}},
		{args: "bogus", end: trouble, errs: []string{`"bogus" finns inte`}},
		{args: "completion foo", end: trouble, errs: []string{`"foo"`, "powershell"}},
		{args: "completion", end: trouble, errs: []string{"etablera completion SHELL"}},
		{args: "plan --seed -1", end: trouble, errs: []string{"--seed", "0 eller större"}},
		{args: "plan --seed x --lang en", end: trouble, errs: []string{"--seed", "0 or greater"}},
		{args: "plan --runz 3", end: trouble, errs: []string{"--runz", "menar du --runs?"}},
		{args: "plan --help=x", end: trouble, errs: []string{"--help"}},
		{args: "plan -x", end: trouble, errs: []string{"-x", "etablera plan --help"}},
		{args: "plan --seed", end: trouble, errs: []string{"--seed behöver ett värde"}},
		{args: "lint report.pdf", end: trouble, errs: []string{"report.pdf finns inte"}},
		{args: "lint . --lang en", end: trouble, errs: []string{". is a folder"}},
		{args: "diff a", end: trouble, errs: []string{"etablera diff A B"}},
		{args: "diff a b", end: trouble, errs: []string{`"a"`, "delredovisning-1"}},
		{args: "diff delredovisning-1 delredovisning-9", end: trouble, errs: []string{`"delredovisning-9"`, "nyhet-2021-05-26"}},
		{args: "report -d delredovisning-9 --out " + filepath.Join(t.TempDir(), "r"), end: trouble, errs: []string{`"delredovisning-9"`, "slutredovisning"}},
		{args: "verify /nowhere.docx", end: trouble, errs: []string{"/nowhere.docx"}},
		{args: "verify scene_test.go", end: trouble, errs: []string{"scene_test.go", "is not a report"}},
		{args: "lint /nowhere.txt", end: trouble, errs: []string{"/nowhere.txt"}},
		{args: "lint", end: trouble, errs: []string{"etablera lint FILE"}},
		{args: "new " + mistakes, end: trouble, errs: []string{mistakes, "inte tom"}},
		{args: "example " + mistakes + " --lang en", end: trouble, errs: []string{mistakes, "not empty"}},
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

// The manual has a page for every command, in the reader's language.
func TestManual(t *testing.T) {
	for lang, heads := range map[string][]string{"sv": {".SH NAMN", ".SH FLAGGOR", ".SH BESKRIVNING"}, "en": {".SH NAME", ".SH OPTIONS", ".SH DESCRIPTION"}} {
		dir := filepath.Join(t.TempDir(), "man")
		mustRun(t, "man", dir, "--lang", lang)
		for _, c := range newRoot(nil, nil, "--lang", lang).Commands() {
			page := filepath.Join(dir, "etablera-"+c.Name()+".1")
			b, err := os.ReadFile(page)
			if err != nil || !strings.Contains(string(b), heads[0]) || !strings.Contains(strings.ReplaceAll(string(b), "\\", ""), c.Short) {
				t.Errorf("%s: %v\n%s", page, err, b)
			}
		}
		b, err := os.ReadFile(filepath.Join(dir, "etablera.1"))
		for _, head := range heads {
			if err != nil || !strings.Contains(string(b), head+"\n") {
				t.Errorf("%s is missing (%v)", head, err)
			}
		}
	}
}

// Every text that a command uses is there, in two languages with the same
// places for values, and none is left over.
func TestTexts(t *testing.T) {
	code := ""
	sources, _ := filepath.Glob("*.go")
	for _, name := range sources {
		if b, err := os.ReadFile(name); err == nil && name != "texts.go" && !strings.HasSuffix(name, "_test.go") {
			code += string(b)
		}
	}
	used := map[string]bool{}
	for _, key := range regexp.MustCompile(`"((cmd|long|flag|help|man|wrong)\.[a-z-]+)"`).FindAllStringSubmatch(code, -1) {
		used[key[1]] = true
		if _, ok := texts[key[1]]; !ok {
			t.Errorf("%s has no text", key[1])
		}
	}
	verbs := regexp.MustCompile(`%[a-z]`)
	for key, text := range texts {
		if !used[key] {
			t.Errorf("%s is not used", key)
		}
		if sv, en := verbs.FindAllString(text[0], -1), verbs.FindAllString(text[1], -1); text[0] == "" || text[1] == "" || !slices.Equal(sv, en) {
			t.Errorf("%s: %v in Swedish, %v in English", key, sv, en)
		}
	}
}

// Help speaks the language that is asked for, of every command and every flag.
func TestHelpInBothLanguages(t *testing.T) {
	for _, c := range newRoot(nil, nil).Commands() {
		sv, en := mustRun(t, c.Name(), "--help"), mustRun(t, c.Name(), "--help", "--lang=en")
		for _, word := range []string{"Usage:", "Flags:", "Examples:", "(default", "[flags]", "help for", "string", "programme folder"} {
			if strings.Contains(sv, word) {
				t.Errorf("%s: %q stands in Swedish help:\n%s", c.Name(), word, sv)
			}
		}
		for _, word := range []string{"Skrivs:", "Flaggor", "förval", "mapp"} {
			if strings.Contains(en, word) {
				t.Errorf("%s: %q stands in English help:\n%s", c.Name(), word, en)
			}
		}
	}
}

// The language is found wherever it stands, before the arguments are parsed.
func TestLanguageOf(t *testing.T) {
	for args, want := range map[string]locale.Lang{
		"": "sv", "plan": "sv", "plan --lang en": "en", "--lang=en plan": "en", "plan --lang": "sv", "plan --lang de": "sv",
		"lint -- --lang en": "sv", "plan --lang en --lang sv": "sv",
	} {
		if got := languageOf(strings.Fields(args)); got != want {
			t.Errorf("%q is %s, want %s", args, got, want)
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
