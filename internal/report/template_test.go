package report_test

import (
	"errors"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/report"
	"github.com/etablera/etablera/internal/report/document"
)

// folderOf is a programme folder that holds nothing but templates.
func folderOf(files map[string]string) fs.FS {
	m := fstest.MapFS{}
	for name, text := range files {
		m[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return m
}

// withReport makes the example's Swedish report with a template of its own.
func withReport(t *testing.T, text string) (*document.Document, error) {
	t.Helper()
	doc, m, err := report.Make(examplePlan(t, firstReport), report.Options{Lang: locale.Swedish, Folder: folderOf(map[string]string{"report.sv.md": text})})
	if err != nil && (doc != nil || m != nil) {
		t.Error("half a report is handed out beside an error")
	}
	return doc, err
}

// Each mistake in a template names the template, the line, what is wrong and what would be right.
func TestMistakesInTemplates(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"an address that is not there", "# A\n\n{{fig \"network/frist\"}}\n", []string{"report.sv.md:3", "network/frist", "network/first"}},
		{"a table that is not there", "# A\n\n{{table \"rundor\" \"X\"}}\n", []string{"report.sv.md:3", `"rundor"`, "rounds", "sources"}},
		{"a round that is not there", "{{table \"baseline\" \"X\" \"omgang-9\"}}\n", []string{"report.sv.md:1", `"omgang-9"`, "omgang-1"}},
		{"a chart that is not there", "# A\n{{chart \"karta\" \"X\"}}\n", []string{"report.sv.md:2", `"karta"`, "timeline"}},
		{"a style that is not there", "\n\n{{fig \"network/first\" \"kort\"}}\n", []string{"report.sv.md:3", `"kort"`, "long"}},
		{"an appendix that is not there", "{{appendix \"karta\"}}\n", []string{"report.sv.md:1", `"karta"`, "assumptions"}},
		{"a section that is not there", "{{ref \"karta\"}}\n", []string{"report.sv.md:1", `"karta"`, "{{ref"}},
		{"a field that is not there", "{{mandate \"color\"}}\n", []string{"report.sv.md:1", "mandates/uppdrag-2021/color"}},
		{"a function that is not there", "# A\n\n{{figure \"network/first\"}}\n", []string{"report.sv.md:3", `"figure"`}},
		{"a figure without an address", "{{fig}}\n", []string{"report.sv.md:1", "fig"}},
		{"an action that is not closed", "# A\n\n{{fig \"network/first\"\n\nB\n", []string{"report.sv.md:3"}},
		{"an if without end", "{{if hasRisks}}\nA\n", []string{"report.sv.md:3", "{{end}}"}},
		{"raw HTML", "# A\n\n<script>alert(1)</script>\n", []string{"report.sv.md:3", "HTML", "headings, paragraphs"}},
		{"raw HTML within text", "# A\n\nB <b>C</b>\n", []string{"report.sv.md:3", "HTML"}},
		{"an image", "A\n\n![B](c.png)\n", []string{"report.sv.md:3", "image", "{{chart"}},
		{"a code block", "A\n\n    B\n", []string{"report.sv.md:3", "code"}},
		{"a list in a list", "A\n\n- B\n  - C\n", []string{"report.sv.md:3", "list item"}},
		{"a quotation of several paragraphs", "> A\n>\n> B\n", []string{"report.sv.md:1", "quotation"}},
		{"two headings of one name", "# A {#x}\n\n# B {#x}\n", []string{"report.sv.md:3", "#x"}},
		{"a heading too deep", "#### A\n", []string{"report.sv.md:1", "heading", "3"}},
		{"private-use characters", "# A\n\n\ue0000\ue001\n", []string{"report.sv.md:3", "U+E000"}},
		{"a mistake below what takes more lines", "{{range rounds}}\nA\n\n{{end}}\n{{table \"rounds\" \"B\"}}\n\n# C {#x}\n\nD <b>E</b>\n", []string{"report.sv.md:9", "HTML"}},
		{"a mistake within a round", "{{range rounds}}\nA\n\n## {{.Name}} {#x}\n\n{{end}}\n", []string{"report.sv.md:4", "level 2", "level 1 is right"}},
		{"letters that are not UTF-8", "# A\n\n\xff\n", []string{"report.sv.md:3", "UTF-8"}},
		{"more than a template may have", strings.Repeat("A\n\n", 1<<20), []string{"report.sv.md", "1048576"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc, err := withReport(t, c.text)
			if err == nil {
				t.Fatalf("no complaint; the body is\n%s", dump(doc))
			}
			for _, want := range c.want {
				if !strings.Contains(err.Error(), want) {
					t.Errorf("%q does not say %q", err, want)
				}
			}
			if strings.ContainsAny(err.Error(), "\ue000\ue001\ue002\ue003") {
				t.Errorf("%q shows the marks of the builder", err)
			}
		})
	}
}

// A programme's own template takes the place of ours, for its language only.
func TestOwnTemplate(t *testing.T) {
	folder := folderOf(map[string]string{"report.sv.md": "# Vår egen {#egen}\n\nDet finns **{{fig \"network/first\"}}** kontor, se [rummet](#egen) och {{ref \"egen\" \"avsnittet\"}}.\n\n> Obs!\n\n---\n\n1. Ett\n2. Två\n"})
	doc, m, err := report.Make(examplePlan(t, firstReport), report.Options{Lang: locale.Swedish, Folder: folder})
	if err != nil {
		t.Fatal(err)
	}
	want := []document.Block{
		document.Heading{Level: 1, Number: "1", ID: "egen", Text: document.TextOf("Vår egen")},
		document.Paragraph{Text: []document.Inline{document.Run{Text: "Det finns "}, document.Bound{Text: "103", Address: "network/first", Bold: true},
			document.Run{Text: " kontor, se "}, document.Link{Text: "rummet", Href: "#egen"}, document.Run{Text: " och "},
			document.Link{Text: "avsnittet", Href: "#egen"}, document.Run{Text: "."}}},
		document.Notice{Text: document.TextOf("Obs!")},
		document.PageBreak{},
		document.List{Ordered: true, Items: [][]document.Inline{document.TextOf("Ett"), document.TextOf("Två")}},
	}
	var got, text strings.Builder
	dumpBlocks(&got, doc.Body[:len(want)])
	dumpBlocks(&text, want)
	if got.String() != text.String() || !doc.Body[1].(document.Paragraph).Text[1].(document.Bound).Bold {
		t.Errorf("the body is\n%s\nwant\n%s", got.String(), text.String())
	}
	if len(doc.Letter) == 0 {
		t.Error("the embedded letter is gone")
	}
	if len(m.Figures) == 0 || m.Figures[len(m.Figures)-1].Rule == "" {
		t.Error("the manifest is empty")
	}
	english, _ := made(t, examplePlan(t, firstReport), report.Options{Lang: locale.English, Folder: folder})
	if !strings.Contains(dump(english), "Carrying out the mandate") {
		t.Error("a Swedish template has taken the place of the English one")
	}
}

// A number that a figure shows can be written in every style.
func TestStyles(t *testing.T) {
	for action, want := range map[string]string{
		`{{fig "economy/round/omgang-1/running"}}`:              "57,30–64,60·mnkr",
		`{{fig "economy/round/omgang-1/running" "bare"}}`:       "57,30–64,60",
		`{{fig "economy/round/omgang-1/running" "0"}}`:          "57–65·mnkr",
		`{{fig "economy/round/omgang-1/running" "1" "bare"}}`:   "57,3–64,6",
		`{{fig "network/growth-share" "1"}}`:                    "44,7·%",
		`{{mandate "decided"}}`:                                 "2021-05-27",
		`{{mandate "decided" "long"}}`:                          "27·maj·2021",
		`{{noun "network/first" "ett" "flera"}}`:                "flera",
		`{{counted 1}} {{counted 12}} {{counted 13}}`:           "ett tolv flera",
		`{{if has "network/nothing"}}A{{else}}B{{end}}`:         "B",
		`{{if some (scope "vulnerable")}}A{{else}}B{{end}}`:     "A",
		`{{agency}} {{to}} {{kind}}`:                            "Statens servicecenter Finansdepartementet Delredovisning 1",
		`{{title}} den {{asOf}}`:                                "Uppdrag att öppna nya servicekontor den 24·september·2021",
		`{{range rounds}}{{.Name}} {{fig .Offices}}. {{end}}`:   "Omgång 1 14. Omgång 2 14.",
		`Bilaga {{appendix "assumptions"}}{{appendix "trace"}}`: "Bilaga AB",
	} {
		doc, err := withReport(t, action+"\n")
		if err != nil {
			t.Errorf("%s: %v", action, err)
			continue
		}
		var b strings.Builder
		dumpBlocks(&b, doc.Body[:1])
		if got := strings.TrimSpace(strings.ReplaceAll(b.String(), "\u00a0", "·")); got != want {
			t.Errorf("%s gives %q, want %q", action, got, want)
		}
	}
}

// What a name in the facts holds stays text: nothing in it is markup.
func TestNamesAreNotMarkup(t *testing.T) {
	s := exampleAsOf(t, firstReport)
	const hostile = "*A* <b>B</b> [C](http://x) # D {{fig}} `E`"
	for i := range s.Mandates {
		s.Mandates[i].Title.Sv = hostile
	}
	for i := range s.Rounds {
		s.Rounds[i].Name.Sv = hostile
	}
	doc, _ := made(t, planOf(t, s), report.Options{Lang: locale.Swedish})
	if text := dump(doc); strings.Count(text, hostile) < 6 {
		t.Errorf("the title does not stand as it is:\n%.1500s", text)
	}
}

// Without a mandate, or for a report that is not asked for, the error says which there are.
func TestNoDeliverable(t *testing.T) {
	_, _, err := report.Make(examplePlan(t, firstReport), report.Options{Lang: locale.Swedish, Deliverable: "delredovisning-9"})
	var none *report.NoDeliverableError
	if !errors.As(err, &none) || !strings.Contains(err.Error(), "delredovisning-1") || !strings.Contains(err.Error(), "slutredovisning") {
		t.Errorf("got %v", err)
	}
	s := exampleAsOf(t, firstReport)
	s.Mandates = nil
	if _, _, err = report.Make(planOf(t, s), report.Options{Lang: locale.Swedish}); !errors.As(err, &none) || none.Wanted != "" {
		t.Errorf("got %v", err)
	}
}

// The report is the one that is next due, and the last one when all are past.
func TestNextDue(t *testing.T) {
	for day, want := range map[string]string{"2021-06-30": "delredovisning-1", "2021-09-24": "delredovisning-1", "2021-09-25": "delredovisning-2",
		"2022-12-31": "slutredovisning", "2025-06-30": "slutredovisning"} {
		_, m := exampleReport(t, day, locale.Swedish)
		if m.Deliverable != want {
			t.Errorf("on %s the report is %s, want %s", day, m.Deliverable, want)
		}
	}
}

// The embedded templates of both languages ask for the same things in the same order.
func TestTemplatesOfBothLanguagesAgree(t *testing.T) {
	sv, err := report.LoadTemplates(nil, locale.Swedish)
	if err != nil {
		t.Fatal(err)
	}
	en, err := report.LoadTemplates(nil, locale.English)
	if err != nil {
		t.Fatal(err)
	}
	for _, pair := range [][2]string{{sv.Letter, en.Letter}, {sv.Body, en.Body}} {
		a, b := actions(pair[0]), actions(pair[1])
		for i := range min(len(a), len(b)) {
			if a[i] != b[i] {
				t.Fatalf("action %d is %s in Swedish, %s in English", i+1, a[i], b[i])
			}
		}
		if len(a) != len(b) {
			t.Errorf("%d actions in Swedish, %d in English", len(a), len(b))
		}
	}
}

// actions lists what a template asks for, without words: the first two words of
// each action. Nouns are bent differently in the two languages.
func actions(text string) []string {
	var out []string
	for _, part := range strings.Split(text, "{{")[1:] {
		action, _, _ := strings.Cut(part, "}}")
		words := strings.Fields(action)
		if words[0] == "noun" || words[0] == "issuer" {
			continue
		}
		out = append(out, strings.Join(words[:min(2, len(words))], " "))
	}
	return out
}
