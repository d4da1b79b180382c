package report_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/etablera/etablera/examples"
	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/folder"
	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/register"
	"github.com/etablera/etablera/internal/report"
	"github.com/etablera/etablera/internal/report/document"
	"github.com/etablera/etablera/internal/report/html"
)

// startFacts is the programme that etablera new writes.
func startFacts(t *testing.T) *programme.Snapshot {
	t.Helper()
	s, _, mistakes := folder.Read(examples.Start(), register.Names())
	if folder.HasErrors(mistakes) {
		t.Fatal(mistakes)
	}
	return s
}

// bareFacts is a mandate with a report that is due, and nothing more.
func bareFacts(t *testing.T) *programme.Snapshot {
	return &programme.Snapshot{
		Programme: programme.Meta{ID: "p", AsOf: civil.MustDate("2026-01-15")},
		Mandates:  []programme.Mandate{{ID: "m", Deliverables: []programme.Deliverable{{ID: "d"}}}},
	}
}

// Facts of which nearly everything is missing still make a report that reads well.
func TestReportsOfLittle(t *testing.T) {
	example := func(change func(*programme.Snapshot)) func(*testing.T) *programme.Snapshot {
		return func(t *testing.T) *programme.Snapshot {
			s := exampleAsOf(t, firstReport)
			change(s)
			return s
		}
	}
	for name, facts := range map[string]func(*testing.T) *programme.Snapshot{
		"the starting programme":    startFacts,
		"a mandate and its report":  bareFacts,
		"no rounds":                 example(func(s *programme.Snapshot) { s.Rounds = nil }),
		"no costs":                  example(func(s *programme.Snapshot) { noCosts(s) }),
		"no office types":           example(func(s *programme.Snapshot) { s.OfficeTypes, s.TypeClaims, s.RoundCounts = nil, nil, nil }),
		"no counts":                 example(func(s *programme.Snapshot) { s.RoundCounts = nil }),
		"no baselines":              example(func(s *programme.Snapshot) { s.Baselines = nil }),
		"one baseline":              example(func(s *programme.Snapshot) { s.Baselines = s.Baselines[:1] }),
		"no process":                example(func(s *programme.Snapshot) { s.Process, s.Durations, s.Progress = nil, nil, nil }),
		"no durations":              example(func(s *programme.Snapshot) { s.Durations = nil }),
		"windows without an end":    example(func(s *programme.Snapshot) { s.Rounds[0].Window.Last, s.Rounds[1].Window.First = 0, 0 }),
		"no projects":               example(func(s *programme.Snapshot) { s.Projects, s.Progress, s.Baselines = nil, nil, nil }),
		"one project":               example(func(s *programme.Snapshot) { s.Projects = s.Projects[:1]; s.Baselines = nil }),
		"no windows":                example(func(s *programme.Snapshot) { s.Rounds[0].Window, s.Rounds[1].Window = civil.Span{}, civil.Span{} }),
		"no counts of the network":  example(func(s *programme.Snapshot) { s.NetworkCounts = nil }),
		"no clauses":                example(func(s *programme.Snapshot) { s.Mandates[0].Clauses = nil }),
		"no parties":                example(func(s *programme.Snapshot) { s.Parties = nil }),
		"no sources":                example(func(s *programme.Snapshot) { s.Sources = nil }),
		"no risks, no consultation": example(func(s *programme.Snapshot) { s.Risks, s.Consultations = nil, nil }),
		"no money":                  example(func(s *programme.Snapshot) { s.Appropriations = nil }),
		"no day, no number":         example(func(s *programme.Snapshot) { undated(s) }),
		"offices without a place":   example(func(s *programme.Snapshot) { placeless(s) }),
		"consultations half dated": example(func(s *programme.Snapshot) {
			s.Consultations[0].Held = civil.Span{Last: civil.MustDate("2021-08-31")}
			s.Consultations[1].Held, s.Consultations[1].Invited = civil.Span{}, civil.Span{First: civil.MustDate("2021-05-01")}
		}),
	} {
		t.Run(name, func(t *testing.T) {
			p := planOf(t, facts(t))
			// One language each, half of them each: a report takes a second or two.
			lang := languages[len(name)%2]
			doc, _ := made(t, p, report.Options{Lang: lang, Deliverable: p.Facts.S.Mandates[0].Deliverables[0].ID})
			readsWell(t, doc)
		})
	}
}

func noCosts(s *programme.Snapshot) {
	for i := range s.OfficeTypes {
		s.OfficeTypes[i].Costs = nil
	}
}

func undated(s *programme.Snapshot) {
	s.Mandates[0].Number, s.Mandates[0].Decided = "", civil.Span{}
	for i := range s.Mandates[0].Deliverables {
		s.Mandates[0].Deliverables[i].Due = 0
	}
}

func placeless(s *programme.Snapshot) {
	for i := range s.Offices {
		s.Offices[i].Municipality, s.Offices[i].Categories, s.Offices[i].Serves = "", nil, nil
	}
}

// Every report that the example's mandates ask for can be written, and reads well.
func TestEveryDeliverable(t *testing.T) {
	for _, day := range []string{firstReport, "2022-12-31", "2025-06-30"} {
		p := examplePlan(t, day)
		for _, m := range p.Facts.S.Mandates {
			for _, d := range m.Deliverables {
				for _, lang := range languages {
					if testing.Short() && (lang == locale.English || day != firstReport) {
						continue
					}
					doc, manifest := made(t, p, report.Options{Lang: lang, Deliverable: d.ID})
					if manifest.Deliverable != string(d.ID) || doc.Kind != d.Title.In(string(lang)) {
						t.Errorf("asked for %s, got %s", d.ID, manifest.Deliverable)
					}
					readsWell(t, doc)
				}
			}
		}
	}
}

// When every office has opened the report says so, in no other tense.
func TestAllOpened(t *testing.T) {
	s := exampleAsOf(t, firstReport)
	for i := range s.Projects {
		s.OfficeEvents = append(s.OfficeEvents, programme.Event{Office: s.Projects[i].Office, Kind: programme.Opened,
			Date: civil.Day(civil.MustDate("2021-08-30"))})
	}
	p := planOf(t, s)
	for lang, want := range map[locale.Lang]string{locale.Swedish: "samtliga har öppnat", locale.English: "all have opened"} {
		doc, _ := made(t, p, report.Options{Lang: lang})
		readsWell(t, doc)
		text := dump(doc)
		if strings.Count(text, want) != 2 || strings.Contains(text, "säkerhet är det sista") || strings.Contains(text, "certainty the last") {
			t.Errorf("%s: %.1200s", lang, text)
		}
	}
}

// What a reader must never see.
var leftovers = regexp.MustCompile(`\[[a-z-]+(\.[a-z0-9-]+)+\]|NaN|%!|<no value>|<nil>|\bInf\b|[\x{e000}-\x{e00f}]|  |\( ?\)| [,;:!?]| \.( |$)|\.\.( |$)|,,|\.\.–|–\.\.|\{\{|\}\}`)

// Sentences that are wrong in number or gender.
var bent = regexp.MustCompile(`(?i)\b1\x{a0}?\s?(kommuner|offices|municipalities|counties|nya|mellanstora|små|stora)\b|\bin one rounds|\ben omgångar|\bett omgångar|\bnoll (omgångar|fördelningar|av)|\bzero (rounds|compositions|of)`)

// readsWell looks for what no finished report holds: keys without text, empty
// tables, numbers that are none, spaces and signs that are left over.
func readsWell(t *testing.T, doc *document.Document) {
	t.Helper()
	if err := doc.CheckWords(); err != nil {
		t.Error(err)
	}
	see := func(where string, in []document.Inline) {
		text := written(in)
		// A footnote stands in brackets here, next to a word.
		if m := leftovers.FindString(text); m != "" {
			t.Errorf("%s %s: %q in %q", doc.Lang, where, m, text)
		}
		if m := bent.FindString(text); m != "" {
			t.Errorf("%s %s: %q in %q", doc.Lang, where, m, text)
		}
		if strings.TrimSpace(text) != text {
			t.Errorf("%s %s: spaces around %q", doc.Lang, where, text)
		}
	}
	ids, numbers := map[string]bool{}, [2]int{}
	var last document.Block
	for block := range doc.Blocks() {
		switch x := block.(type) {
		case document.Heading:
			see("heading", x.Text)
			if ids[x.ID] {
				t.Errorf("%s: two places named #%s", doc.Lang, x.ID)
			}
			ids[x.ID] = true
			if h, ok := last.(document.Heading); ok && x.Level <= h.Level {
				t.Errorf("%s: nothing stands under %q", doc.Lang, written(h.Text))
			}
		case document.Paragraph:
			see("paragraph", x.Text)
			if len(x.Text) == 0 {
				t.Errorf("%s: an empty paragraph", doc.Lang)
			}
		case document.Notice:
			see("notice", x.Text)
		case document.List:
			for _, item := range x.Items {
				see("list", item)
			}
		case document.Picture:
			see("picture", append(append(append([]document.Inline{}, x.Caption...), document.Run{Text: " "}), x.Sentence...))
			if numbers[0]++; numbers[0] != x.Number || x.Alt == "" || len(x.SVG) == 0 || x.Painter == nil || len(x.Sentence) == 0 {
				t.Errorf("%s: figure %d is not whole", doc.Lang, x.Number)
			}
		case document.Table:
			numbers[1]++
			if x.Number != numbers[1] {
				t.Errorf("%s: table %d comes as number %d", doc.Lang, x.Number, numbers[1])
			}
			tableReadsWell(t, doc.Lang, x, see)
		}
		last = block
	}
	if h, ok := last.(document.Heading); ok {
		t.Errorf("%s: nothing stands under %q", doc.Lang, written(h.Text))
	}
	if _, err := html.Bytes(doc); err != nil {
		t.Error(err)
	}
}

func tableReadsWell(t *testing.T, lang string, x document.Table, see func(string, []document.Inline)) {
	t.Helper()
	see("caption", x.Caption)
	see("note", x.Note)
	if len(x.Rows) == 0 {
		t.Errorf("%s: table %s is empty", lang, x.ID)
	}
	if r := []rune(x.Sheet); len(r) == 0 || len(r) > 31 {
		t.Errorf("%s: %q cannot name a sheet", lang, x.Sheet)
	}
	width := 0
	for _, c := range x.Columns {
		width += c.Width
		if c.Header == "" {
			t.Errorf("%s: a column of %s has no head", lang, x.ID)
		}
	}
	if width != 100 {
		t.Errorf("%s: the columns of %s are %d per cent wide together", lang, x.ID, width)
	}
	for i, r := range x.Rows {
		if want := len(x.Columns); r.Kind != document.Group && len(r.Cells) != want || r.Kind == document.Group && len(r.Cells) != 1 {
			t.Errorf("%s: row %d of %s has %d cells, want %d", lang, i+1, x.ID, len(r.Cells), want)
		}
		for _, c := range r.Cells {
			see("cell of "+x.ID, c.Text)
		}
		if len(r.Cells) > 0 && len(r.Cells[0].Text) == 0 || written(r.Cells[0].Text) == "" {
			t.Errorf("%s: row %d of %s has no name", lang, i+1, x.ID)
		}
	}
}
