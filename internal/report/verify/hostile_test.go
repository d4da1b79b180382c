package verify

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// hostile returns files made to break readers of archives, Word files, workbooks
// and XML.
func hostile(t testing.TB) []string {
	t.Helper()
	data := os.Getenv("ETABLERA_DATA")
	if data == "" {
		data = filepath.Join("..", "..", "..", "..", "shared", "data")
	}
	var files []string
	for _, dir := range []string{"docx", "xlsx", "zip", "xml"} {
		_ = filepath.WalkDir(filepath.Join(data, "badinputs", dir), func(path string, d os.DirEntry, err error) error {
			if err == nil && d.Type().IsRegular() {
				files = append(files, path)
			}
			return nil
		})
	}
	if len(files) == 0 {
		t.Skipf("no hostile files under %s: set ETABLERA_DATA to the folder of shared data", data)
	}
	return files
}

// Every hostile file is refused in words, as any kind of report.
func TestHostileFilesAreRefused(t *testing.T) {
	for _, file := range hostile(t) {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range []string{"a.docx", "a.xlsx", "a.html", "a.json", "a"} {
			doc, err := Read(name, content)
			if err == nil {
				t.Errorf("%s is read as %s with %d figures", filepath.Base(file), name, len(doc.Manifest.Figures))
			} else if !strings.HasPrefix(err.Error(), name+": ") {
				t.Errorf("%s: %v", filepath.Base(file), err)
			}
		}
	}
}
