package docx

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/etablera/etablera/internal/report/document"
	"github.com/etablera/etablera/internal/report/files/sample"
)

// office runs LibreOffice on a file and returns the path of what it made.
func office(t *testing.T, file, format string) string {
	t.Helper()
	dir := t.TempDir()
	cmd := exec.Command("soffice", "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--headless", "--convert-to", format, "--outdir", dir, file)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("soffice: %v\n%s", err, out)
	}
	extension, _, _ := strings.Cut(format, ":")
	return filepath.Join(dir, strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))+"."+extension)
}

// LibreOffice opens the file without loss: the text is there, the contents has
// its page numbers, wide tables lie sideways, and what it saves again still
// holds the manifest.
func TestOfficeReadsIt(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped: starts LibreOffice, which takes seconds")
	}
	if _, err := exec.LookPath("soffice"); err != nil {
		t.Skip("skipped: soffice (LibreOffice) is not installed")
	}
	doc := sample.Report("sv")
	data, err := Bytes(doc)
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "report.docx")
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
	checkPlainText(t, doc, office(t, file, "txt:Text (encoded):UTF8"))
	checkPDF(t, office(t, file, "pdf"))
	again, err := os.ReadFile(office(t, file, "docx"))
	if err != nil {
		t.Fatal(err)
	}
	checkSavedAgain(t, doc, again)
}

func checkPlainText(t *testing.T, doc *document.Document, path string) {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	squeezed := strings.Join(strings.Fields(string(text)), " ")
	for b := range doc.Blocks() {
		for in := range document.Texts(b) {
			for _, i := range in {
				if r, ok := i.(document.Run); ok && !strings.Contains(squeezed, strings.Join(strings.Fields(r.Text), " ")) {
					t.Errorf("the text %q is lost", r.Text)
				}
			}
		}
	}
}

func checkPDF(t *testing.T, path string) {
	t.Helper()
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Log("not checked: pdftotext and pdfinfo are not installed")
		return
	}
	info, err := exec.Command("pdfinfo", "-l", "99", path).Output()
	if err != nil {
		t.Fatal(err)
	}
	m := regexp.MustCompile(`Pages:\s+(\d+)`).FindSubmatch(info)
	if m == nil {
		t.Fatalf("no page count in %s", info)
	}
	pages, _ := strconv.Atoi(string(m[1]))
	if pages < 8 || pages > 14 {
		t.Errorf("the sample has %d pages; 8 to 14 are right", pages)
	}
	if n := strings.Count(string(info), "841.8"); n < 2 || !regexp.MustCompile(`size:\s+84\d\.\d+ x 59\d`).Match(info) {
		t.Errorf("no page lies sideways:\n%s", info)
	}
	text, err := exec.Command("pdftotext", "-layout", path, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	leaves := strings.Split(string(text), "\f")
	if !regexp.MustCompile(`1\.1\s+Regeringens uppdrag\s+\d+\n`).MatchString(leaves[2]) {
		t.Errorf("the contents has no page numbers:\n%s", leaves[2])
	}
	if want := "Sida 4 av " + string(m[1]); !strings.Contains(strings.ReplaceAll(leaves[3], "\u00a0", " "), want) {
		t.Errorf("page 4 does not say %q:\n%s", want, leaves[3])
	}
}

// checkSavedAgain checks what must outlive an edit in LibreOffice. Its version
// 7.4 keeps the controls but not their tags, so those are not asked for.
func checkSavedAgain(t *testing.T, doc *document.Document, data []byte) {
	t.Helper()
	if m, err := readManifest(data); err != nil || !bytes.Equal(m, doc.Manifest) {
		t.Errorf("saved again, the file has lost its manifest (%v)", err)
	}
	parts := unzip(t, data)
	if n := strings.Count(parts["word/document.xml"], "<w:sdt>"); n < 200 {
		t.Errorf("saved again, the file has %d controls", n)
	}
}
