package etablera_test

import (
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/etablera/etablera/examples"
	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/folder"
	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan"
	"github.com/etablera/etablera/internal/register"
	"github.com/etablera/etablera/internal/report"
	"github.com/etablera/etablera/internal/report/document"
	"github.com/etablera/etablera/internal/report/files"
	"github.com/etablera/etablera/internal/wording"
)

// patience is how long the office program may take over one file.
const patience = 3 * time.Minute

// office is an office program with settings of its own, so that it neither
// waits for one that is open nor changes what its user has chosen.
type office struct{ program, profile string }

func findOffice(t *testing.T) office {
	t.Helper()
	if testing.Short() {
		t.Skip("opening documents takes half a minute: skipped in a short run")
	}
	program, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("soffice is not here: the documents have not been opened (apt-get install libreoffice-writer libreoffice-calc)")
	}
	return office{program, (&url.URL{Scheme: "file", Path: t.TempDir()}).String()}
}

// convert makes another form of a file beside it and returns its path.
func (o office) convert(t *testing.T, path, form string) string {
	t.Helper()
	ctx := t.Context()
	cmd := exec.CommandContext(ctx, o.program, "-env:UserInstallation="+o.profile, "--headless", "--norestore", "--convert-to", form, "--outdir", filepath.Dir(path), path)
	cmd.WaitDelay = time.Second
	timer := time.AfterFunc(patience, func() { _ = cmd.Process.Kill() })
	defer timer.Stop()
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%s: %v\n%s", path, err, out)
	}
	extension, _, _ := strings.Cut(form, ":")
	return strings.TrimSuffix(path, filepath.Ext(path)) + "." + extension
}

// exampleReport writes the example's first report in a language to a folder.
func exampleReport(t *testing.T, lang locale.Lang) (*document.Document, string) {
	t.Helper()
	wording.Load()
	s, _, mistakes := folder.Read(examples.Uppdrag2021(), register.Names())
	if folder.HasErrors(mistakes) {
		t.Fatal(mistakes)
	}
	p, err := plan.Make(s.AsOf(civil.MustDate("2021-09-24")), plan.Options{})
	if err != nil {
		t.Fatal(err)
	}
	doc, _, err := report.Make(p, report.Options{Lang: lang})
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if _, err := files.Write(dir, doc); err != nil {
		t.Fatal(err)
	}
	return doc, filepath.Join(dir, doc.FileBase)
}

// The Word file opens without repair and becomes a document in which a reader
// finds every heading, every caption and the number of the page.
func TestWordFileBecomesPages(t *testing.T) {
	o := findOffice(t)
	for _, tool := range []string{"pdftotext", "pdfinfo"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skipf("%s is not here: the pages have not been read (apt-get install poppler-utils)", tool)
		}
	}
	for _, lang := range []locale.Lang{locale.Swedish, locale.English} {
		doc, base := exampleReport(t, lang)
		pdf := o.convert(t, base+".docx", "pdf")
		text, err := exec.CommandContext(t.Context(), "pdftotext", "-layout", pdf, "-").Output()
		if err != nil {
			t.Fatal(err)
		}
		pages := strings.Split(strings.TrimSuffix(string(text), "\f"), "\f")
		if n := len(pages); n < 12 || n > 60 {
			t.Errorf("%s: %d pages", lang, n)
		}
		whole := spaced(string(text))
		for block := range doc.Blocks() {
			want := ""
			switch x := block.(type) {
			case document.Heading:
				want = strings.TrimSpace(x.Number + " " + document.PlainText(x.Text))
			case document.Table:
				want = fmt.Sprintf("%s %d %s", doc.Words.Table, x.Number, document.PlainText(x.Caption))
			case document.Picture:
				want = fmt.Sprintf("%s %d %s", doc.Words.Picture, x.Number, document.PlainText(x.Caption))
			}
			if want != "" && !strings.Contains(letters(whole), letters(want)) {
				t.Errorf("%s: %q does not stand on any page", lang, want)
			}
		}
		number := regexp.MustCompile(fmt.Sprintf(`%s (\d+) %s (\d+)`, doc.Words.Page, doc.Words.Of))
		numbered := 0
		for i, page := range pages {
			if m := number.FindStringSubmatch(spaced(page)); m != nil {
				numbered++
				if m[1] != fmt.Sprint(i+1) || m[2] != fmt.Sprint(len(pages)) {
					t.Errorf("%s: page %d of %d says %s", lang, i+1, len(pages), m[0])
				}
			}
		}
		if numbered < len(pages)-2 { // cover and letter have none
			t.Errorf("%s: %d of %d pages have a number", lang, numbered, len(pages))
		}
		info, err := exec.CommandContext(t.Context(), "pdfinfo", pdf).Output()
		if err != nil || !strings.Contains(string(info), doc.Title) || !strings.Contains(string(info), "A4") {
			t.Errorf("%s: the document says of itself\n%s (%v)", lang, info, err)
		}
	}
}

// spaced makes every run of white space one space.
func spaced(s string) string { return strings.Join(strings.Fields(s), " ") }

// letters leaves out spaces and hyphens: a heading may be broken over two lines.
func letters(s string) string {
	return strings.NewReplacer(" ", "", "\u00a0", "", "-", "", "\u00ad", "").Replace(s)
}

// The workbook opens, and what it holds are numbers.
func TestWorkbookOpens(t *testing.T) {
	o := findOffice(t)
	for _, lang := range []locale.Lang{locale.Swedish, locale.English} {
		doc, base := exampleReport(t, lang)
		o.convert(t, base+".xlsx", "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,-1")
		sheets, _ := filepath.Glob(base + "-*.csv")
		if len(sheets) < 20 {
			t.Fatalf("%s: %d sheets", lang, len(sheets))
		}
		for block := range doc.Blocks() {
			x, ok := block.(document.Table)
			if !ok {
				continue
			}
			b, err := os.ReadFile(base + "-" + x.Sheet + ".csv")
			if err != nil {
				t.Errorf("%s: %v", lang, err)
				continue
			}
			if !strings.Contains(string(b), document.PlainText(x.Caption)) || strings.Contains(string(b), "#") || strings.Contains(string(b), "Err:") {
				t.Errorf("%s: sheet %s reads\n%.400s", lang, x.Sheet, b)
			}
		}
	}
}
