package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/locate/instance/inquiry"
)

// A line of four villages, the distances between them, and villages with costs.
const (
	fourVillages = " 4 4 2 \n 1 2 3\n 2 3 4\n 3 4 5\n 1 4 9 \n"
	fivePoints   = "id,x,y,weight,cost\na,0,0,5,3\nb,3,4,1,1\nc,6,8,7,4\nd,100,0,2,2\ne,103,4,2,9\n"
	fullPoints   = "id,x,y,weight,capacity\na,0,0,5,6\nb,3,4,1,9\nc,6,8,7,\nd,100,0,2,9\n"
	cutMatrix    = "from,to,cost\nk1,s1,5\nk2,s2,1\n"
)

func located(t *testing.T, files map[string]string, args ...string) result {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(dir)
	return run(append([]string{"locate"}, args...)...)
}

// The command answers each kind of question on each kind of file, and says what a question lacks.
func TestLocate(t *testing.T) {
	files := map[string]string{"v.txt": fourVillages, "p.csv": fivePoints, "m.csv": cutMatrix, "f.csv": fullPoints, "bad.csv": "id,x,y\na,1,zz\n"}
	for _, c := range []struct {
		args string
		end  end
		want []string
	}{
		{"v.txt --kind pmedian", well, []string{"sum of weight times distance: 7\n", "lower bound: 7\n", "proven best", "places chosen (2 of 4):"}},
		{"v.txt --kind pcenter", well, []string{"longest distance: 4\n", "lower bound: 4\n", "proven best"}},
		{"v.txt --kind covering --radius 4 --p 1", well, []string{"weight covered: 3\n", "upper bound: 3\n", "places chosen (1 of 4):\n  2\n"}},
		{"v.txt --kind setcover --radius 4 --fixed 1", well, []string{"cost: 3\n", "  1\n"}},
		{"p.csv --p 2", well, []string{"sum of weight times distance: 65\n"}},
		{"p.csv --p 2 --fixed b,d", well, []string{"sum of weight times distance: 70\n", "  b\n  d\n"}},
		{"p.csv --kind setcover --radius 5", well, []string{"cost: 3\n", "  b\n  d\n"}},
		{"p.csv --kind setcover --radius 5 --format json", well, []string{`"schema": "etablera.locate/1"`, `"proven": true`, `"bound": 3`}},
		{"v.txt --lang sv", well, []string{"bevisat bäst", "undre gräns: 7"}},
		{"f.csv --kind covering --radius 5 --p 1", well, []string{"weight covered: 9\n", "b: serves 9 of at most 9\n", "weight that nobody serves: 6\n"}},
		{"f.csv --p 2", well, []string{"c: serves 13\n", "d: serves 2 of at most 9\n"}},
		{"f.csv --p 1 --kind pcenter", well, []string{"proven best"}},
		{"p.csv --p 2 --capacity 8", no, []string{"no choice meets all demands", "--p"}},
		{"p.csv --p 2 --capacity 8", no, []string{"total weight 17 does not fit: the 2 largest places hold 16"}},
		{"p.csv --p 2 --capacity 8 --kind setcover --radius 500 --lang sv", no, []string{"vikt 17 får inte plats: de 2 största platserna rymmer 16"}},
		{"p.csv --p 2 --capacity 8 --kind covering --radius 500", well, []string{"weight covered: 16"}},
		{"p.csv --p 3 --capacity 8", well, []string{"of at most 8"}},
		{"p.csv --p 2 --within 0.5", well, []string{"other choices within 50 % of the best: 5, which are all\n  65: +e −d\n  70: +b −c\n"}},
		{"p.csv --p 2 --within 2 --alternatives 2", well, []string{"other choices within 200 % of the best: 2, and there may be more\n"}},
		{"p.csv --kind covering --radius 5 --p 1 --within 0.6 --format json", well, []string{`"complete": true`, `"opened": [`}},
		{"p.csv --p 1 --capacity -1", trouble, []string{"--capacity must be 0 or more"}},
		{"p.csv --p 1 --kind pcenter --capacity 5", trouble, []string{"not for pcenter"}},
		{"p.csv --p 1 --kind pcenter --within 0.1", trouble, []string{"--within must be 0 or more"}},
		{"p.csv --p 1 --within 0.1 --alternatives 0", trouble, []string{"--alternatives 1 or more"}},
		{"p.csv --p 1 --alternatives 3", trouble, []string{"--alternatives needs --within"}},
		{"m.csv --p 1", no, []string{"no choice meets all demands"}},
		{"m.csv --kind setcover --radius 2", no, []string{"no choice meets all demands", "client k1"}},
		{"m.csv --kind pcenter --p 1", trouble, []string{"reaches everybody"}},
		{"p.csv", trouble, []string{"say with --p how many places to open"}},
		{"p.csv --p 9", trouble, []string{"--p 9: the file has 5 places"}},
		{"p.csv --p 1 --fixed f", trouble, []string{`no place is called "f"`}},
		{"p.csv --p 1 --kind median", trouble, []string{`--kind "median": use pmedian`}},
		{"p.csv --p 1 --kind covering", trouble, []string{"say with --radius"}},
		{"p.csv --p 1 --gap -1", trouble, []string{"use 0 or more"}},
		{"p.csv --p 1 --time soon", trouble, []string{`--time "soon": a time such as 90s`}},
		{"p.csv --p 1 --gap x", trouble, []string{`--gap "x": a number is right`}},
		{"bad.csv --p 1", trouble, []string{`bad.csv:2:5: "y" is "zz"`}},
		{"none.csv --p 1", trouble, []string{"none.csv does not exist"}},
		{"p.csv v.txt", trouble, []string{"does not take 2 arguments"}},
	} {
		args := strings.Fields(c.args)
		if !strings.Contains(c.args, "--lang") {
			args = append(args, "--lang", "en")
		}
		r := located(t, files, args...)
		if r.end != c.end {
			t.Errorf("%s ends %s, want %s: %s%s", c.args, r.end, c.end, r.out, r.errs)
		}
		for _, w := range c.want {
			if !strings.Contains(r.out+r.errs, w) {
				t.Errorf("%s: %q lacks %q", c.args, r.out+r.errs, w)
			}
		}
	}
}

// A certificate that the command writes holds for its file, and no longer once either is changed.
func TestLocateVerify(t *testing.T) {
	for _, kind := range []string{"pmedian --p 2", "pmedian --p 3 --capacity 9", "pcenter --p 2", "covering --p 1 --radius 5", "setcover --radius 5"} {
		files := map[string]string{"p.csv": fivePoints, "other.csv": strings.Replace(fivePoints, "d,100", "d,50", 1)}
		r := located(t, files, append([]string{"p.csv", "--certificate", "c.json", "--kind"}, strings.Fields(kind)...)...)
		if r.end != well {
			t.Fatalf("%s: %s%s", kind, r.out, r.errs)
		}
		if r := run("locate", "verify", "c.json", "p.csv", "--lang", "en"); r.end != well || !strings.Contains(r.out, "the certificate holds") {
			t.Errorf("%s: %s%s", kind, r.out, r.errs)
		}
		text, err := os.ReadFile("c.json")
		if err != nil {
			t.Fatal(err)
		}
		var f map[string]any
		if err := json.Unmarshal(text, &f); err != nil {
			t.Fatal(err)
		}
		f["value"] = f["value"].(float64) + 1
		if text, err = json.Marshal(f); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile("c.json", text, 0o600); err != nil {
			t.Fatal(err)
		}
		if r := run("locate", "verify", "c.json", "p.csv"); r.end != no || !strings.Contains(r.out, "beviset håller inte") {
			t.Errorf("%s with another value: %s%s", kind, r.out, r.errs)
		}
	}
	if r := located(t, map[string]string{"c.json": `{"schema":"x"}`, "p.csv": fivePoints}, "verify", "c.json", "p.csv"); r.end != trouble || !strings.Contains(r.errs, `the schema is "x"`) {
		t.Error(r.out, r.errs)
	}
	if r := located(t, map[string]string{"v.txt": fourVillages}, "v.txt", "--certificate", "c.json"); r.end != well {
		t.Fatal(r.errs)
	}
	if r := run("locate", "verify", "c.json", "v.txt", "--format", "json"); r.end != well || !strings.Contains(r.out, `"holds": true`) {
		t.Error(r.out, r.errs)
	}
}

// Ctrl-C gives the best so far, which is no error.
func TestLocateStops(t *testing.T) {
	name := filepath.Join(t.TempDir(), "p.csv")
	if err := os.WriteFile(name, []byte(fivePoints), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	stop()
	var out bytes.Buffer
	root := newRoot(&out, &out, "locate", name, "--kind", "pcenter", "--p", "2", "--lang", "en")
	if err := root.ExecuteContext(ctx); err != nil || !strings.Contains(out.String(), "longest distance: ") {
		t.Error(err, out.String())
	}
}

// No progress is written where nobody sees it; every text stands in both languages.
func TestLocateTexts(t *testing.T) {
	var errs bytes.Buffer
	var limits inquiry.Limits
	(&app{err: &errs}).locateProgress(time.Time{}, &limits)()
	if limits.Progress != nil || errs.Len() > 0 {
		t.Error("progress where there is no terminal")
	}
	for key, text := range locateTexts {
		for _, lang := range []locale.Lang{locale.Swedish, locale.English} {
			if (&app{lang: lang}).locateText(key) == "" || strings.Count(text[0], "%") != strings.Count(text[1], "%") {
				t.Errorf("%s lacks a text, or its texts take other arguments", key)
			}
		}
	}
}
