package verify_test

import (
	"bytes"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/etablera/etablera/examples"
	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/folder"
	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/register"
	"github.com/etablera/etablera/internal/report"
	"github.com/etablera/etablera/internal/report/document"
	"github.com/etablera/etablera/internal/report/docx"
	"github.com/etablera/etablera/internal/report/html"
	"github.com/etablera/etablera/internal/report/verify"
	"github.com/etablera/etablera/internal/report/xlsx"
	"github.com/etablera/etablera/internal/wording"
)

// planOf plans the mandate of 2021 as of a day, with few runs.
func planOf(t testing.TB, day string, change func(*programme.Snapshot)) *plan.Plan {
	t.Helper()
	wording.Load()
	s, _, mistakes := folder.Read(examples.Uppdrag2021(), register.Names())
	if folder.HasErrors(mistakes) {
		t.Fatal(mistakes)
	}
	s = s.AsOf(civil.MustDate(day))
	if change != nil {
		change(s)
	}
	p, err := plan.Make(s, plan.Options{Runs: 200})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

const reportDay = "2021-09-24"

var writers = map[string]func(*document.Document) ([]byte, error){
	".html": html.Bytes, ".docx": docx.Bytes, ".xlsx": xlsx.Bytes,
	".json": func(d *document.Document) ([]byte, error) { return d.Manifest, nil },
}

// written is the report of the example in every form and language, made once.
var written = sync.OnceValues(func() (map[string][]byte, error) {
	out := map[string][]byte{}
	p := planOf(noTest{}, reportDay, nil)
	for _, lang := range []locale.Lang{locale.Swedish, locale.English} {
		doc, _, err := report.Make(p, report.Options{Lang: lang, Folder: examples.Uppdrag2021()})
		if err != nil {
			return nil, err
		}
		for extension, write := range writers {
			if out[string(lang)+extension], err = write(doc); err != nil {
				return nil, err
			}
		}
	}
	return out, nil
})

// noTest stands in for a test where a mistake may only panic.
type noTest struct{ testing.TB }

func (noTest) Helper()           {}
func (noTest) Fatal(args ...any) { panic(args) }

func reports(t *testing.T) map[string][]byte {
	t.Helper()
	files, err := written()
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// A report holds on the day that it was written, in every form and language, and
// every form shows its figures.
func TestReportHoldsOnItsDay(t *testing.T) {
	p := planOf(t, reportDay, nil)
	for name, content := range reports(t) {
		doc, err := verify.Read(name, content)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		r := verify.Check(doc, p)
		for i, b := range r.Broken[:min(len(r.Broken), 10)] {
			t.Errorf("%s %d of %d: %s %s: was %s, is %s; shown %q, forms %q", name, i+1, len(r.Broken), b.Kind, b.Address, b.Before, b.After.Canonical(), b.Shown, b.Forms)
		}
		if r.Checked < 100 || !strings.HasSuffix(name, ".json") && r.Texts < 100 || r.Programme != r.Against {
			t.Errorf("%s: %d figures, %d texts, of %s against %s", name, r.Checked, r.Texts, r.Programme, r.Against)
		}
	}
}

// A fact that changes breaks the figures above it and no others.
func TestReportBreaksWithItsFacts(t *testing.T) {
	p := planOf(t, reportDay, func(s *programme.Snapshot) {
		for i := range s.Offices {
			if s.Offices[i].ID == s.Projects[0].Office {
				s.Offices[i].Municipality = "Kiruna"
			}
		}
	})
	doc, err := verify.Read("sv.json", reports(t)["sv.json"])
	if err != nil {
		t.Fatal(err)
	}
	r := verify.Check(doc, p)
	if r.Holds() || len(r.Broken) > r.Checked/2 {
		t.Errorf("%d of %d figures are broken", len(r.Broken), r.Checked)
	}
}

// A record that nothing in the report rests on breaks nothing, wherever in its
// list it stands: no figure is addressed by its place.
func TestUnrelatedRecordBreaksNothing(t *testing.T) {
	p := planOf(t, reportDay, func(s *programme.Snapshot) {
		from := s.NetworkCounts[0].Provenance
		s.NetworkCounts = slices.Insert(s.NetworkCounts, 0, programme.NetworkCount{Date: civil.Day(civil.MustDate("2020-05-05")),
			Offices: programme.Exactly(110), Kind: programme.Counted, Provenance: from})
		s.Submissions = append([]programme.Submission{{Deliverable: "annan", Date: civil.MustDate("2020-01-01"), Provenance: from}}, s.Submissions...)
	})
	for _, name := range []string{"sv.json", "sv.html"} {
		doc, err := verify.Read(name, reports(t)[name])
		if err != nil {
			t.Fatal(err)
		}
		for _, b := range verify.Check(doc, p).Broken {
			t.Errorf("%s: %s %s: was %s, is %s", name, b.Kind, b.Address, b.Before, b.After.Canonical())
		}
	}
}

// A number that somebody edits in the page is found, once, with its right form.
func TestEditedReportIsFound(t *testing.T) {
	content := reports(t)["sv.html"]
	doc, err := verify.Read("sv.html", content)
	if err != nil {
		t.Fatal(err)
	}
	var figure verify.Shown
	for _, s := range doc.Shown {
		if strings.HasSuffix(s.Text, "mnkr") {
			figure = s
			break
		}
	}
	if figure.Text == "" {
		t.Fatal("the report shows no money")
	}
	edited := bytes.Replace(content, []byte(">"+figure.Text+"</data>"), []byte(">99,99 mnkr</data>"), 1)
	if doc, err = verify.Read("sv.html", edited); err != nil {
		t.Fatal(err)
	}
	r := verify.Check(doc, planOf(t, reportDay, nil))
	if len(r.Broken) != 1 || r.Broken[0].Kind != verify.Form || r.Broken[0].Shown != "99,99 mnkr" {
		t.Errorf("%+v", r.Broken)
	}
}
