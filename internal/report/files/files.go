// Package files writes a document in every form that a report is handed in: a
// page, a Word file, a workbook, and its figure manifest.
//
// In go a folder and a document.Document with its FileBase; out come <base>.html,
// <base>.docx, <base>.xlsx and <base>.manifest.json. Each file is whole or not
// there: it is written beside its place and moved into it, and nothing is moved
// before every form has been made. The same document gives the same files.
package files

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/etablera/etablera/internal/report/document"
	"github.com/etablera/etablera/internal/report/docx"
	"github.com/etablera/etablera/internal/report/html"
	"github.com/etablera/etablera/internal/report/xlsx"
)

// forms are the forms of a report in the order in which they are written.
var forms = []struct {
	extension string
	make      func(*document.Document) ([]byte, error)
}{
	{".html", html.Bytes},
	{".docx", docx.Bytes},
	{".xlsx", xlsx.Bytes},
	{".manifest.json", func(d *document.Document) ([]byte, error) { return d.Manifest, nil }},
}

// A NameError says that a document's FileBase cannot name a file.
type NameError struct{ Base string }

func (e *NameError) Error() string {
	return fmt.Sprintf("%q cannot name the files of a report: use letters, digits, hyphens and dots, such as delredovisning-1.en", e.Base)
}

// Write writes every form of a document into a folder, which is made if it is
// not there, and returns the paths of the files in the order of writing. On an
// error the paths are those of the files that stand.
func Write(dir string, doc *document.Document) (written []string, err error) {
	if b := doc.FileBase; b == "" || b[0] == '.' || strings.ContainsAny(b, "/\\:*?\"<>|\x00") || filepath.Base(b) != b {
		return nil, &NameError{b}
	}
	if err := doc.CheckWords(); err != nil {
		return nil, err
	}
	made := make([][]byte, len(forms))
	for i, f := range forms {
		if made[i], err = f.make(doc); err != nil {
			return nil, fmt.Errorf("%s%s: %w", doc.FileBase, f.extension, err)
		}
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	for i, f := range forms {
		path := filepath.Join(dir, doc.FileBase+f.extension)
		if err := place(path, made[i]); err != nil {
			return written, err
		}
		written = append(written, path)
	}
	return written, nil
}

// place writes a file beside its place and moves it there.
func place(path string, data []byte) (err error) {
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = os.Remove(f.Name()) // the first error is the one that tells
		}
	}()
	if _, err = f.Write(data); err == nil {
		err = f.Chmod(0o644)
	}
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}
