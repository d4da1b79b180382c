package verify

import (
	"bytes"
	"fmt"
	"path"
	"strings"

	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/report"
)

// Limits on what is read. A report on 3,000 offices is some 20 MB of manifest.
const (
	MaxInput   = 64 << 20  // bytes of a report
	maxPart    = 64 << 20  // bytes of one unpacked part of an archive
	maxUnpack  = 160 << 20 // bytes of all parts that are read of an archive
	maxEntries = 2000      // files in an archive
	maxDepth   = 256       // elements within elements
	maxText    = 4 << 10   // bytes of what a document shows for one figure
)

// Document is what a report says of its figures.
type Document struct {
	Manifest *report.Manifest
	// Shown is what stands in the document itself, in its order. A manifest
	// alone shows nothing.
	Shown []Shown
}

// Shown is the text that a document binds to a figure, or the number that a
// workbook holds for it.
type Shown struct {
	Address figure.Address
	Text    string
	End     End
}

// End says what a text shows of a figure: its form for a reader, or, as a number
// of the unit that people use, one end of its range.
type End uint8

// The ends; an exact value has the same number at both.
const (
	AsText End = iota
	LowEnd
	HighEnd
)

// ReadError says which report cannot be read, where in it, and why.
type ReadError struct {
	Name   string // the file as the caller named it
	Place  string // a part of it, or "" for the whole
	Reason string // what is wrong, and what would be right
}

func (e *ReadError) Error() string {
	if e.Place == "" {
		return fmt.Sprintf("%s: %s", e.Name, e.Reason)
	}
	return fmt.Sprintf("%s: %s: %s", e.Name, e.Place, e.Reason)
}

// Read reads a report. The extension of the name decides how; where it is none
// of .html, .htm, .docx, .xlsx and .json, the content does.
func Read(name string, content []byte) (*Document, error) {
	if len(content) > MaxInput {
		return nil, &ReadError{Name: name, Reason: fmt.Sprintf("is %d bytes; at most %d are read", len(content), MaxInput)}
	}
	var raw []byte
	var place string
	var shown []Shown
	var err error
	switch formatOf(name, content) {
	case "html":
		place = "script#" + manifestID
		raw, shown, err = readPage(content)
	case "docx":
		place = "customXml"
		raw, shown, err = readWord(content)
	case "xlsx":
		place = manifestSheet
		raw, shown, err = readWorkbook(content)
	case "json":
		raw = content
	default:
		return nil, &ReadError{Name: name, Reason: "is not a report: a page (.html), Word file (.docx), workbook (.xlsx) or manifest (.json) is right"}
	}
	if err != nil {
		return nil, &ReadError{Name: name, Reason: err.Error()}
	}
	if len(bytes.TrimSpace(raw)) == 0 {
		return nil, &ReadError{Name: name, Place: place, Reason: "holds no figure manifest: only a report that etablera has written can be verified"}
	}
	m, err := report.DecodeManifest(bytes.NewReader(raw))
	if err != nil {
		return nil, &ReadError{Name: name, Place: place, Reason: err.Error()}
	}
	if _, err := locale.ParseLang(m.Lang); err != nil {
		return nil, &ReadError{Name: name, Place: place, Reason: "lang: " + err.Error()}
	}
	return &Document{Manifest: m, Shown: shown}, nil
}

func formatOf(name string, content []byte) string {
	switch strings.ToLower(path.Ext(name)) {
	case ".html", ".htm", ".xhtml":
		return "html"
	case ".docx", ".docm":
		return "docx"
	case ".xlsx", ".xlsm":
		return "xlsx"
	case ".json":
		return "json"
	}
	head := bytes.ToLower(bytes.TrimSpace(content[:min(len(content), 512)]))
	switch {
	case bytes.HasPrefix(head, []byte("pk\x03\x04")) && bytes.Contains(content, []byte("xl/workbook.xml")):
		return "xlsx"
	case bytes.HasPrefix(head, []byte("pk\x03\x04")):
		return "docx"
	case bytes.HasPrefix(head, []byte("<!doctype html")), bytes.HasPrefix(head, []byte("<html")):
		return "html"
	case bytes.HasPrefix(head, []byte("{")):
		return "json"
	}
	return ""
}
