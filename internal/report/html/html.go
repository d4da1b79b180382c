// Package html writes a document as one page that stands on its own: style,
// drawings and figure manifest inside, nothing fetched and no script run.
//
// In goes a document.Document, out comes UTF-8 that follows WCAG 2.2 AA: landmarks,
// a way past the page head, headings in order, tables with captions and scopes
// that scroll by keyboard on a narrow screen, pictures with alternative texts,
// no meaning in colour alone. A figure is a data element with its address; the
// manifest is the script element "etablera-manifest". Printed, the page is A4.
// Text from the document is escaped everywhere, and a drawing that could run
// anything is replaced by its bitmap. The same document gives the same bytes.
package html

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/report/document"
)

//go:embed style.css
var style string

// Write writes a document as a page.
func Write(out io.Writer, doc *document.Document) error {
	traced, err := doc.Traced()
	if err != nil {
		return err
	}
	w := &writer{doc: doc, values: map[figure.Address]string{}, ids: map[string]string{}, placed: map[string]bool{}, level: 1}
	for _, t := range traced {
		w.values[t.Address] = t.Value
	}
	w.nameTargets()
	w.page()
	_, err = out.Write(w.buf.Bytes())
	return err
}

// Bytes is Write into memory.
func Bytes(doc *document.Document) ([]byte, error) {
	var b bytes.Buffer
	err := Write(&b, doc)
	return b.Bytes(), err
}

// writer holds what grows while the page is written.
type writer struct {
	doc    *document.Document
	buf    bytes.Buffer
	values map[figure.Address]string // canonical forms
	ids    map[string]string         // ids on the page by the document's
	placed map[string]bool           // ids that stand on the page
	notes  []string
	inNote bool
	level  int // of the last heading
	tables int
}

func (w *writer) printf(format string, args ...any) { fmt.Fprintf(&w.buf, format, args...) }

// manifest writes the figure manifest so that nothing in it can end its element.
func (w *writer) manifest() {
	if len(w.doc.Manifest) == 0 {
		return
	}
	w.buf.WriteString(`<script type="application/json" id="` + manifestID + `">`)
	json.HTMLEscape(&w.buf, w.doc.Manifest)
	w.buf.WriteString("</script>\n")
}

// manifestID is the id of the element that holds the figure manifest.
const manifestID = "etablera-manifest"

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&#34;", "'", "&#39;")

// escape makes any text fit for an element or a quoted attribute.
func escape(s string) string { return escaper.Replace(document.Clean(s)) }
