package verify

import (
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/report"
	"github.com/etablera/etablera/internal/report/document"
	"github.com/etablera/etablera/internal/report/docx"
	"github.com/etablera/etablera/internal/report/files/sample"
	"github.com/etablera/etablera/internal/report/html"
	"github.com/etablera/etablera/internal/report/xlsx"
	"pgregory.net/rapid"
)

// bindings are the texts that a document binds, each once.
func bindings(d *document.Document) map[Shown]bool {
	out := map[Shown]bool{}
	for b := range d.Blocks() {
		for in := range document.Texts(b) {
			for _, f := range document.Bounds(in) {
				out[Shown{Address: figure.Address(document.Clean(string(f.Address))), Text: spaced(f.Text)}] = true
			}
		}
	}
	return out
}

// withManifest gives a document a manifest of everything that it binds.
func withManifest(t interface{ Fatal(...any) }, d *document.Document) *report.Manifest {
	m := &report.Manifest{Schema: report.ManifestSchema, Programme: "p", Lang: "sv"}
	all := slices.SortedFunc(maps.Keys(bindings(d)), func(a, b Shown) int { return strings.Compare(string(a.Address)+a.Text, string(b.Address)+b.Text) })
	for _, s := range all {
		m.Figures = append(m.Figures, report.ManifestFigure{Address: s.Address, Value: "count 46", Unit: "count", Shown: []string{s.Text}, Inputs: []figure.Address{"a"}})
	}
	var err error
	if d.Manifest, err = m.Encode(); err != nil {
		t.Fatal(err)
	}
	return m
}

// Whatever the texts of a report, what the writers write is read again: the
// manifest from every form, and every bound text from page and Word file.
func TestWhatIsWrittenIsRead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := sample.Hostile().Draw(t, "document")
		withManifest(t, d)
		want := bindings(d)
		for name, write := range map[string]func(*document.Document) ([]byte, error){"a.html": html.Bytes, "a.docx": docx.Bytes, "a.xlsx": xlsx.Bytes} {
			content, err := write(d)
			if err != nil {
				t.Fatal(err)
			}
			doc, err := Read(name, content)
			if err != nil {
				t.Fatal(err)
			}
			if len(doc.Manifest.Figures) != len(want) {
				t.Fatalf("%s: %d figures, want %d", name, len(doc.Manifest.Figures), len(want))
			}
			if name == "a.xlsx" {
				continue
			}
			got := map[Shown]bool{}
			for _, s := range doc.Shown {
				got[Shown{Address: s.Address, Text: spaced(s.Text)}] = true
			}
			for s := range want {
				if !got[s] && len(s.Text) < maxText {
					t.Fatalf("%s: %+v is not read; %d are", name, s, len(got))
				}
			}
			for s := range got {
				if !want[s] && len(s.Text) < maxText {
					t.Fatalf("%s: %+v is read and was never written", name, s)
				}
			}
		}
	})
}

// A report that has been opened and saved by LibreOffice is still read: its
// manifest, and the numbers of a workbook. Some releases drop the tags of content
// controls; a Word file then shows no figures, and Result.Texts says so.
func TestReportThatWasSavedAgain(t *testing.T) {
	office, err := exec.LookPath("soffice")
	if err != nil || testing.Short() {
		t.Skip("needs LibreOffice (soffice), and is left out of short runs")
	}
	d := sample.Report("sv")
	m := withManifest(t, d)
	for _, f := range []struct {
		extension, filter string
		write             func(*document.Document) ([]byte, error)
	}{{".docx", "docx:Office Open XML Text", docx.Bytes}, {".xlsx", "xlsx:Calc Office Open XML", xlsx.Bytes}} {
		content, err := f.write(d)
		if err != nil {
			t.Fatal(err)
		}
		dir := t.TempDir()
		in, out := filepath.Join(dir, "in"+f.extension), filepath.Join(dir, "out")
		if err := os.WriteFile(in, content, 0o600); err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command(office, "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--headless", "--convert-to", f.filter, "--outdir", out, in)
		if text, err := cmd.CombinedOutput(); err != nil {
			t.Skipf("LibreOffice does not run here: %v: %s", err, text)
		}
		saved, err := os.ReadFile(filepath.Join(out, "in"+f.extension))
		if err != nil {
			t.Skipf("LibreOffice has saved nothing: %v", err)
		}
		before, err := Read("a"+f.extension, content)
		if err != nil {
			t.Fatal(err)
		}
		after, err := Read("a"+f.extension, saved)
		if err != nil {
			t.Errorf("%s, saved again: %v", f.extension, err)
			continue
		}
		if !reflect.DeepEqual(after.Manifest, m) {
			t.Errorf("%s: the manifest has changed", f.extension)
		}
		if n := len(after.Shown); n < len(before.Shown)*9/10 && (n > 0 || f.extension == ".xlsx") {
			t.Errorf("%s: %d texts before, %d after", f.extension, len(before.Shown), len(after.Shown))
		}
	}
}
