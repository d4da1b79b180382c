package lint

import (
	"bytes"
	"fmt"
	"path"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// Limits on what is read. A report of a thousand pages is some 3 MB of text.
const (
	maxInput    = 64 << 20 // bytes of any file
	maxEntries  = 2000     // files in a Word archive
	maxXML      = 32 << 20 // bytes of one unpacked part of a Word file
	maxXMLDepth = 256      // elements within elements in a Word file
)

// A ReadError says which file cannot be read, where in it, and why.
type ReadError struct {
	Name   string // the file as the caller named it
	Place  string // a part, or "" for the whole file
	Reason string // what is wrong and what would be right
}

func (e *ReadError) Error() string {
	if e.Place == "" {
		return fmt.Sprintf("%s: %s", e.Name, e.Reason)
	}
	return fmt.Sprintf("%s: %s: %s", e.Name, e.Place, e.Reason)
}

// Formats are the extensions of the files that are read.
var Formats = []string{".txt", ".md", ".html", ".docx"}

// A FormatError says that a file is of a form that is not read.
type FormatError struct {
	Name   string // the file as the caller named it
	Format string // its extension, or what its content is
}

func (e *FormatError) Error() string {
	return fmt.Sprintf("%s: the format %s is not read; what is read is %s", e.Name, e.Format, strings.Join(Formats, ", "))
}

// unread are extensions of documents whose bytes might pass for text or for a
// Word file.
var unread = wordSet(`.pdf .xlsx .xlsm .xls .doc .odt .ods .odp .ppt .pptx .rtf .csv .json .zip .png .jpg .jpeg .svg .epub .ps .tex .xml .yaml .yml`)

// refused says that a file is of a form that is not read, by its extension or,
// without one that says so, by how it begins.
func refused(name string, data []byte) error {
	ext := strings.ToLower(path.Ext(name))
	switch {
	case unread[ext]:
		return &FormatError{name, ext}
	case bytes.HasPrefix(data, []byte("%PDF-")):
		return &FormatError{name, "PDF"}
	}
	return nil
}

// Read turns a file into blocks. The name's extension decides how the data is
// read (.txt, .md, .html, .htm, .docx); without a known extension the content
// does, and what is known to be of another form is refused with a FormatError.
// Text in UTF-8 and UTF-16 with a byte order mark is read as such, other
// bytes as Windows-1252, which is what old Swedish documents hold.
func Read(name string, data []byte) (Text, error) {
	if len(data) > maxInput {
		return Text{}, &ReadError{Name: name, Reason: fmt.Sprintf("is %d bytes; at most %d are read", len(data), maxInput)}
	}
	if err := refused(name, data); err != nil {
		return Text{}, err
	}
	kind := formatOf(name, data)
	if kind == "docx" {
		return readWord(name, data)
	}
	source, err := decode(name, data)
	if err != nil {
		return Text{}, err
	}
	t := Text{Name: name}
	switch kind {
	case "md":
		t.Blocks = readMarkdown(source)
	case "html":
		t.Blocks = readHTML(source)
	default:
		t.Blocks = readPlain(source)
	}
	t.seal()
	return t, nil
}

func formatOf(name string, data []byte) string {
	switch strings.ToLower(path.Ext(name)) {
	case ".txt", ".text":
		return "txt"
	case ".md", ".markdown":
		return "md"
	case ".html", ".htm", ".xhtml":
		return "html"
	case ".docx", ".docm":
		return "docx"
	}
	head := bytes.ToLower(bytes.TrimSpace(data[:min(len(data), 512)]))
	switch {
	case bytes.HasPrefix(head, []byte("pk\x03\x04")):
		return "docx"
	case bytes.HasPrefix(head, []byte("<!doctype html")), bytes.HasPrefix(head, []byte("<html")):
		return "html"
	}
	return "txt"
}

// decode returns the text as valid UTF-8 without a byte order mark.
func decode(name string, data []byte) (string, error) {
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		data = data[3:]
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return decodeUTF16(data[2:], 0, 1), nil
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return decodeUTF16(data[2:], 1, 0), nil
	}
	if bytes.IndexByte(data[:min(len(data), 8<<10)], 0) >= 0 {
		return "", &ReadError{Name: name, Reason: "is not text; a .txt, .md, .html or .docx file is right"}
	}
	if utf8.Valid(data) {
		return string(data), nil
	}
	out, err := charmap.Windows1252.NewDecoder().Bytes(data)
	if err != nil {
		return "", &ReadError{Name: name, Reason: "is neither UTF-8 nor Windows-1252: " + err.Error()}
	}
	return string(out), nil
}

// decodeUTF16 reads pairs of bytes whose low and high byte stand at lo and hi.
func decodeUTF16(data []byte, lo, hi int) string {
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = uint16(data[2*i+lo]) | uint16(data[2*i+hi])<<8
	}
	return string(utf16.Decode(units))
}
