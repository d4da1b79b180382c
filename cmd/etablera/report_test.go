package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// leftover is a message key that has no text.
var leftover = regexp.MustCompile(`\[[a-z]+(\.[a-z0-9-]+)+\]`)

// mustReport writes the example's report and returns the page.
func mustReport(t *testing.T, more ...string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "out")
	mustRun(t, append([]string{"report", "--out", dir}, more...)...)
	pages, _ := filepath.Glob(filepath.Join(dir, "*.html"))
	if len(pages) != 1 {
		t.Fatalf("pages %v", pages)
	}
	return pages[0]
}

// A report is four files that hold, and writing it again gives the same bytes.
func TestReport(t *testing.T) {
	for lang, base := range map[string]string{"sv": "delredovisning-1", "en": "delredovisning-1.en"} {
		one, two := filepath.Join(t.TempDir(), "a"), filepath.Join(t.TempDir(), "b", "c")
		out := mustRun(t, "report", "--out", one, "--lang", lang)
		mustRun(t, "report", "--out", two, "--lang", lang)
		for _, ext := range []string{".html", ".docx", ".xlsx", ".manifest.json"} {
			name := base + ext
			if !strings.Contains(out, filepath.Join(one, name)+"\n") {
				t.Errorf("%s is not named in %q", name, out)
			}
			x, err := os.ReadFile(filepath.Join(one, name))
			if err != nil {
				t.Fatal(err)
			}
			if y, err := os.ReadFile(filepath.Join(two, name)); err != nil || !bytes.Equal(x, y) {
				t.Errorf("%s has other bytes the second time (%v)", name, err)
			}
			if r := run("verify", filepath.Join(one, name), "--lang", lang); r.end != well || leftover.MatchString(r.out) {
				t.Errorf("%s does not hold: %s%s", name, r.out, r.errs)
			}
		}
		if files, _ := os.ReadDir(one); len(files) != 4 {
			t.Errorf("%d files in %s", len(files), one)
		}
	}
}

// A report that cannot be made leaves the folder as it was.
func TestNothingHalfWritten(t *testing.T) {
	dir := exampleDir(t)
	if err := os.WriteFile(filepath.Join(dir, "report.sv.md"), []byte("# A\n\n{{fig \"network/frist\"}}\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(t.TempDir(), "out")
	r := run("report", "--out", out, "-p", dir)
	if r.end != trouble || !strings.Contains(r.errs, "report.sv.md:3") || !strings.Contains(r.errs, "network/first") {
		t.Errorf("got %v: %s", r.end, r.errs)
	}
	if _, err := os.Stat(out); err == nil {
		t.Error("a folder has been made")
	}
}

// A programme's own template is used.
func TestOwnTemplate(t *testing.T) {
	dir := exampleDir(t)
	if err := os.WriteFile(filepath.Join(dir, "report.sv.md"), []byte("# Vår egen rapport\n\nText.\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	page, err := os.ReadFile(mustReport(t, "-p", dir))
	if err != nil || !strings.Contains(string(page), "Vår egen rapport") {
		t.Errorf("the embedded template was used (%v)", err)
	}
}

// Our own report has no error by the linter and holds; when a number in it has
// been edited both say so, and name the figure.
func TestEditedReport(t *testing.T) {
	page := mustReport(t)
	if out := mustRun(t, "lint", page); !strings.Contains(out, "Fel: 0. Varningar: 0.") {
		t.Errorf("the linter says\n%s", out)
	}
	b, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	shown := regexp.MustCompile(`(<data [^>]*data-address="network/growth"[^>]*>)46(</data>)`)
	if !shown.Match(b) {
		t.Fatal("the page does not show network/growth")
	}
	edited := filepath.Join(filepath.Dir(page), "edited.html")
	if err := os.WriteFile(edited, shown.ReplaceAll(b, []byte("${1}47${2}")), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, command := range []string{"verify", "lint"} {
		r := run(command, edited)
		if r.end != no || !strings.Contains(r.out, "47") || !strings.Contains(r.out, "network/growth") {
			t.Errorf("%s ends %s: %s", command, r.end, r.out)
		}
	}
}

// What is known later changes figures, and verify names them.
func TestVerifyLater(t *testing.T) {
	page := mustReport(t)
	r := run("verify", page, "--as-of", "2022-12-31")
	if r.end != no || !strings.Contains(r.out, "network/latest") {
		t.Errorf("ends %s: %.500s", r.end, r.out)
	}
	if strings.Contains(r.out, "network/first ") {
		t.Errorf("a figure that still holds is named: %.500s", r.out)
	}
}

// A report of one programme does not hold against another, and a report holds
// against the folder that it was made from whatever the flags say.
func TestVerifyTakesSeedAndRunsFromTheReport(t *testing.T) {
	page := mustReport(t, "--seed", "9", "--runs", "700")
	if r := run("verify", page, "--seed", "3", "--runs", "900"); r.end != well {
		t.Errorf("ends %s: %.500s", r.end, r.out)
	}
	dir := exampleDir(t)
	edit(t, filepath.Join(dir, "office-types.yaml"), "amount: 15.3 mnkr", "amount: 15.4 mnkr")
	r := run("verify", page, "-p", dir)
	if r.end != no || !strings.Contains(r.out, "economy/round/omgang-1/running") || strings.Contains(r.out, "timetable/") {
		t.Errorf("ends %s: %.900s", r.end, r.out)
	}
}

// The published report shows its five real mistakes, each with its place.
func TestLintPublishedReport(t *testing.T) {
	data := os.Getenv("ETABLERA_DATA")
	if data == "" {
		data = "../../../shared/data"
	}
	files, _ := filepath.Glob(filepath.Join(data, "..", "seed", "*.txt"))
	if len(files) == 0 {
		t.Skipf("the published report is not beside %s (set ETABLERA_DATA)", data)
	}
	r := run("lint", files[0])
	for _, place := range []string{"358:1", "381:3", "410:51", "449:4", "600:5"} {
		if !strings.Contains(r.out, ":"+place+": ") {
			t.Errorf("%s is not named:\n%s", place, r.out)
		}
	}
	if r.end != no || strings.Count(r.out, files[0]+":") != 5 {
		t.Errorf("ends %s:\n%s", r.end, r.out)
	}
}
